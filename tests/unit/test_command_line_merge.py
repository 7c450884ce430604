"""`matters merge`: shown first, asked where it must be, one change, and refusals in a sentence."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import small_tracker
from little_case import everything
from two_copies import LAPTOP, OFFICE, Copy

from store.tracker import open_tracker
from tui.command_line.run import run

NOW = datetime(2022, 6, 9, 16, tzinfo=UTC)
Merge = Callable[..., int]


@pytest.fixture
def office(tmp_path: Path) -> Copy:
    return Copy(small_tracker.make(tmp_path / "office.matters").tracker, OFFICE)


@pytest.fixture
def laptop(office: Copy, tmp_path: Path) -> Copy:
    copy = office.fork(tmp_path / "laptop.matters", LAPTOP)
    copy.note("R1", "Told the board.")
    copy.edit("R2", title="Theirs")
    return copy


@pytest.fixture
def merge(office: Copy, laptop: Copy, monkeypatch: pytest.MonkeyPatch) -> Merge:
    """Type `matters merge` on the office's copy; the exit code."""
    monkeypatch.delenv("MATTERS_FILE", raising=False)

    def typed(*options: str, other: Path | None = None) -> int:
        path = str(office.tracker.path)
        arguments = ["--file", path, "merge", str(other or laptop.tracker.path), *options]
        return run(arguments, lambda: date(2022, 6, 9), lambda: NOW, lambda: "Olive Office")

    return typed


def test_brings_in_what_nobody_else_touched(
    office: Copy, merge: Merge, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge() == 0
    assert office.titles()["R2"] == "Theirs"
    assert "Told the board." in office.texts()
    told = capsys.readouterr().out
    assert "2 changes to come in without a question" in told
    assert "“Note on R1”, by Leo Laptop, 9 June 2022 14:02 UTC" in told
    assert "“matters undo” takes all of it back" in told


def test_makes_a_backup_first(office: Copy, merge: Merge) -> None:
    assert merge() == 0
    (kept,) = office.tracker.path.with_name("office backups").iterdir()
    assert "before merge" in kept.name
    before = open_tracker(kept, read_only=True)
    assert "Told the board." not in Copy(before, OFFICE).texts()
    before.close()


def test_history_says_whose_each_change_was(
    office: Copy, merge: Merge, capsys: pytest.CaptureFixture[str]
) -> None:
    merge()
    capsys.readouterr()
    path = str(office.tracker.path)
    run(["--file", path, "history", "R1"], lambda: date(2022, 6, 9), lambda: NOW, lambda: "Olive")
    newest, whose = capsys.readouterr().out.splitlines()[:2]
    assert newest.endswith("Olive Office · Bring in copy laptop.matters")
    assert whose == "  “Note on R1”, by Leo Laptop, 9 June 2022 14:02 UTC"


def test_a_dry_run_changes_nothing(
    office: Copy, merge: Merge, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(office.db)
    assert merge("--dry-run") == 0
    assert everything(office.db) == before
    assert "to come in" in capsys.readouterr().out


def test_the_second_time_says_that_nothing_is_new(
    office: Copy, merge: Merge, capsys: pytest.CaptureFixture[str]
) -> None:
    merge()
    before = everything(office.db)
    assert merge() == 0
    assert "holds nothing that is not here already" in capsys.readouterr().out
    assert everything(office.db) == before


class TestAQuestion:
    @pytest.fixture(autouse=True)
    def both_changed_it(self, office: Copy, laptop: Copy) -> None:
        office.edit("R2", title="Ours")

    def test_is_refused_in_a_pipe_and_changes_nothing(
        self, office: Copy, merge: Merge, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = everything(office.db)
        assert merge() == 2
        assert everything(office.db) == before
        told = capsys.readouterr()
        assert "1 question must be answered first. Nothing was brought in" in told.err
        assert "mine:   Ours   (Olive Office" in told.out
        assert "theirs: Theirs   (Leo Laptop" in told.out

    @pytest.mark.parametrize(("option", "title"), [("--mine", "Ours"), ("--theirs", "Theirs")])
    def test_is_answered_by_an_option(
        self, office: Copy, merge: Merge, option: str, title: str
    ) -> None:
        assert merge(option) == 0
        assert office.titles()["R2"] == title
        assert "Told the board." in office.texts()

    def test_is_answered_from_a_file(
        self,
        office: Copy,
        merge: Merge,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        assert merge("--dry-run", "--json") == 0
        told = json.loads(capsys.readouterr().out)
        (question,) = told["asked"]
        assert (question["mine"]["by"], question["theirs"]["by"]) == ("Olive Office", "Leo Laptop")
        answers = tmp_path / "answers.json"
        answers.write_text(json.dumps({question["key"]: "theirs"}))
        assert merge("--answers", str(answers)) == 0
        assert office.titles()["R2"] == "Theirs"

    @pytest.mark.parametrize("content", ["[1]", "{", '{"a": "neither"}', "nonsense"])
    def test_a_file_without_answers_is_refused(
        self, office: Copy, merge: Merge, tmp_path: Path, content: str
    ) -> None:
        before = everything(office.db)
        (tmp_path / "answers.json").write_text(content)
        assert merge("--answers", str(tmp_path / "answers.json")) == 2
        assert merge("--answers", str(tmp_path / "none.json")) == 2
        assert everything(office.db) == before

    @pytest.mark.parametrize(
        ("typed", "title"), [("t\n", "Theirs"), ("what\nm\n", "Ours"), ("q\n", None), ("", None)]
    )
    def test_is_asked_on_a_terminal(
        self,
        office: Copy,
        merge: Merge,
        monkeypatch: pytest.MonkeyPatch,
        typed: str,
        title: str | None,
    ) -> None:
        import io

        person = io.StringIO(typed)
        monkeypatch.setattr(person, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", person)
        before = everything(office.db)
        assert merge() == (2 if title is None else 0)
        if title is None:
            assert everything(office.db) == before
        else:
            assert office.titles()["R2"] == title


def test_the_tracker_itself_is_refused(
    office: Copy, merge: Merge, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(other=office.tracker.path) == 2
    assert "is the tracker itself" in capsys.readouterr().err
