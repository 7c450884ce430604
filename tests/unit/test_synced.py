"""Folders that are copied to other machines: known by name, and published to whole."""

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import small_tracker
from two_copies import DAY, LAPTOP, OFFICE, Copy

from store import backups, chain, soundness, synced, whole_files
from store.synced import NotPublished, State
from store.synced_folders import look_like_copies, service_of
from store.tracker import Tracker, open_tracker
from tui.command_line.run import run

NOW = datetime(2022, 6, 9, 16, tzinfo=UTC)


class TestFoldersAreKnown:
    @pytest.mark.parametrize(
        ("folder", "service"),
        [
            ("OneDrive", "OneDrive"),
            ("OneDrive - Cambridgeshire Constabulary/Governance", "OneDrive"),
            ("Dropbox/work", "Dropbox"),
            ("Dropbox (Office)", "Dropbox"),
            ("SharePoint/Board", "SharePoint"),
            ("Google Drive", "Google Drive"),
            ("GoogleDrive-me", "Google Drive"),
            ("iCloud Drive", "iCloud"),
            ("Library/Mobile Documents/x", "iCloud"),
            ("Documents", ""),
            ("drive", ""),
            ("My OneDrive notes", ""),
        ],
    )
    def test_by_their_names(self, tmp_path: Path, folder: str, service: str) -> None:
        assert service_of(tmp_path / folder / "case.matters", {}) == service

    def test_by_what_onedrive_says_of_itself(self, tmp_path: Path) -> None:
        path = tmp_path / "Work" / "Board" / "case.matters"
        for name in ("OneDrive", "OneDriveCommercial", "ONEDRIVECONSUMER"):
            assert service_of(path, {name: str(tmp_path / "Work")}) == "OneDrive"
        assert service_of(path, {"OneDrive": str(tmp_path / "Other")}) == ""
        assert service_of(path, {"OneDrive": ""}) == ""


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [
        ("case (1).matters", True),
        ("case-OFFICE-PC.matters", True),
        ("case (Jo Lead's conflicted copy 2022-06-09).matters", True),
        ("case (conflicted copy 2022-06-09 101112).matters", True),
        ("case.sync-conflict-20220609-101112-ABCDEF.matters", True),
        ("case_conf(1).matters", True),
        ("case - Copy.matters", True),
        ("case.matters", False),
        ("casework.matters", False),
        ("other (1).matters", False),
        ("case (1).docx", False),
        ("case (draft).matters", False),
    ],
)
def test_copies_in_conflict_are_known_by_name(tmp_path: Path, name: str, is_copy: bool) -> None:
    for one in {"case.matters", name}:
        (tmp_path / one).touch()
    found = look_like_copies(tmp_path / "case.matters")
    assert [path.name for path in found] == ([name] if is_copy else [])


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    small_tracker.make(folder / "case.matters").tracker.close()
    return folder / "case.matters"


class Machine:
    """One machine with the synced folder and a folder of its own."""

    def __init__(self, published: Path, folder: Path, author: object = OFFICE) -> None:
        self.published, self.folder, self.author = published, folder, author
        self.waited: list[float] = []

    def open(self) -> Copy:
        tracker = synced.open_working(self.published, self.folder, NOW)
        return Copy(tracker, self.author)  # type: ignore[arg-type]

    def publish(self, tracker: Tracker) -> synced.Published | None:
        return synced.publish(tracker, "PC", self.waited.append)

    @property
    def state(self) -> State:
        return synced.state_of(synced.working_path(self.published, self.folder), self.published)


@pytest.fixture
def office(published: Path, tmp_path: Path) -> Machine:
    return Machine(published, tmp_path / "office")


@pytest.fixture
def laptop(published: Path, tmp_path: Path) -> Machine:
    return Machine(published, tmp_path / "laptop", LAPTOP)


def notes_in(path: Path) -> list[str]:
    copy = Copy(open_tracker(path, read_only=True), OFFICE)
    try:
        return copy.texts()
    finally:
        copy.tracker.close()


class TestWorking:
    def test_leaves_the_published_file_alone_until_it_is_published(
        self, office: Machine, published: Path
    ) -> None:
        before = published.read_bytes()
        copy = office.open()
        copy.note("R1", "Of the office")
        assert published.read_bytes() == before
        assert office.state is State.AHEAD
        assert office.publish(copy.tracker) == synced.Published(published)
        assert "Of the office" in notes_in(published)
        assert office.state is State.SAME
        assert [path.name for path in published.parent.iterdir()] == ["case.matters"]
        assert published.stat().st_mode & 0o777 == 0o600

    def test_publishes_nothing_where_nothing_changed(
        self, office: Machine, published: Path
    ) -> None:
        copy = office.open()
        before = published.stat().st_mtime_ns, published.read_bytes()
        assert office.publish(copy.tracker) is None
        assert (published.stat().st_mtime_ns, published.read_bytes()) == before

    def test_clears_away_what_a_publishing_that_was_cut_off_left(
        self, office: Machine, published: Path
    ) -> None:
        old, young = (published.with_name(f"case.matters.{name}.part") for name in (1, 2))
        for left in (old, young):
            left.touch()
        os.utime(old, (0, 0))
        copy = office.open()
        copy.note("R1", "New")
        office.publish(copy.tracker)
        assert not old.exists()
        assert young.exists()

    def test_takes_what_another_machine_published(self, office: Machine, laptop: Machine) -> None:
        office.open().tracker.close()
        copy = laptop.open()
        copy.note("R1", "Of the laptop")
        laptop.publish(copy.tracker)
        assert office.state is State.BEHIND
        assert "Of the laptop" in office.open().texts()

    def test_finds_unpublished_work_again(self, office: Machine, published: Path) -> None:
        copy = office.open()
        copy.note("R1", "Typed before the crash")
        copy.tracker.close()
        again = office.open()
        assert "Typed before the crash" in again.texts()
        assert "had not reached case.matters" in synced.unpublished(again.tracker)
        office.publish(again.tracker)
        assert "Typed before the crash" in notes_in(published)
        assert synced.unpublished(again.tracker) == ""

    def test_keeps_its_backups_out_of_the_synced_folder(
        self, office: Machine, published: Path
    ) -> None:
        tracker = office.open().tracker
        backups.make(tracker.path, backups.Why.ASKED, NOW, tracker.backups)
        assert [path.name for path in published.parent.iterdir()] == ["case.matters"]

    def test_reads_from_where_the_newest_work_is(self, office: Machine, published: Path) -> None:
        assert synced.reading_path(published, office.folder) == published
        copy = office.open()
        assert synced.reading_path(published, office.folder) == published
        copy.note("R1", "New")
        assert synced.reading_path(published, office.folder) == copy.tracker.path


class TestAFork:
    @pytest.fixture
    def forked(self, office: Machine, laptop: Machine) -> Copy:
        """The office's working copy, after both worked and only the laptop published."""
        here, there = office.open(), laptop.open()
        here.note("R1", "Of the office")
        there.note("R2", "Of the laptop")
        laptop.publish(there.tracker)
        return here

    def test_is_never_published_over(self, office: Machine, forked: Copy, published: Path) -> None:
        before = published.read_bytes()
        assert office.state is State.FORKED
        with pytest.raises(NotPublished, match="changed by somebody else"):
            office.publish(forked.tracker)
        assert published.read_bytes() == before

    def test_is_brought_together_by_itself_where_nothing_overlaps(
        self, office: Machine, forked: Copy, published: Path
    ) -> None:
        told = synced.bring_together(forked.tracker, OFFICE, DAY)
        assert "was changed elsewhere too: that was brought in" in told
        office.publish(forked.tracker)
        assert {"Of the office", "Of the laptop"} <= set(notes_in(published))

    def test_is_left_to_a_person_where_something_overlaps(
        self, office: Machine, laptop: Machine, forked: Copy, published: Path
    ) -> None:
        there = laptop.open()
        there.edit("R1", title="Theirs")
        laptop.publish(there.tracker)
        forked.edit("R1", title="Ours")
        before = published.read_bytes()
        told = synced.bring_together(forked.tracker, OFFICE, DAY)
        assert "1 of the changes are of the same" in told
        assert forked.titles()["R1"] == "Ours"
        assert published.read_bytes() == before

    def test_found_only_while_publishing_is_not_published_over(
        self,
        office: Machine,
        laptop: Machine,
        published: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """The other machine's file comes down after ours was looked at."""
        here, there = office.open(), laptop.open()
        here.note("R1", "Of the office")
        there.note("R2", "Of the laptop")
        verify = soundness.verify

        def meanwhile(path: Path) -> str:
            monkeypatch.setattr(soundness, "verify", verify)
            shutil.copy(there.tracker.path, published)
            return verify(path)

        monkeypatch.setattr(soundness, "verify", meanwhile)
        with pytest.raises(NotPublished, match="changed by somebody else"):
            office.publish(here.tracker)
        assert "Of the laptop" in notes_in(published)

    def test_lying_beside_as_a_copy_in_conflict_is_found(
        self, office: Machine, published: Path
    ) -> None:
        copy = office.open()
        beside = published.with_name("case (1).matters")
        shutil.copy(published, beside)
        assert synced.copies_beside(copy.tracker) == []
        other = Copy(open_tracker(beside), LAPTOP)
        other.note("R2", "Of the laptop")
        other.tracker.close()
        (published.parent / "case (2).matters").write_text("something else")
        assert synced.copies_beside(copy.tracker) == [beside]
        copy.bring_in(Copy(open_tracker(beside), LAPTOP))
        assert synced.copies_beside(copy.tracker) == []


class TestAFileHeldByAnotherProgram:
    def test_is_tried_for_five_seconds_and_then_saved_beside(
        self, office: Machine, published: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy = office.open()
        copy.note("R1", "Of the office")
        before = published.read_bytes()
        settle = whole_files.settle

        def held(source: Path, target: Path) -> None:
            if target == published:
                raise PermissionError(13, "held by another program")
            settle(source, target)

        monkeypatch.setattr(whole_files, "settle", held)
        done = office.publish(copy.tracker)
        assert done == synced.Published(published.with_name("case-PC.matters"), beside=True)
        assert sum(office.waited) >= synced.PATIENCE
        assert office.waited == sorted(office.waited)
        assert published.read_bytes() == before
        assert "Of the office" in notes_in(done.path)

    def test_that_is_let_go_in_time_is_replaced(
        self, office: Machine, published: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy = office.open()
        copy.note("R1", "Of the office")
        settle, tries = whole_files.settle, iter([True, True, False])

        def held(source: Path, target: Path) -> None:
            if next(tries):
                raise PermissionError(13, "held by another program")
            settle(source, target)

        monkeypatch.setattr(whole_files, "settle", held)
        assert office.publish(copy.tracker) == synced.Published(published)
        assert len(office.waited) == 2

    def test_a_folder_that_cannot_be_written_says_so(
        self, office: Machine, published: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy = office.open()
        copy.note("R1", "Of the office")
        full = OSError(28, "No space left on device")

        def held(source: Path, target: Path) -> None:
            raise full

        monkeypatch.setattr(whole_files, "settle", held)
        with pytest.raises(NotPublished, match="your work is safe"):
            office.publish(copy.tracker)
        assert [path.name for path in published.parent.iterdir()] == ["case.matters"]


class TestOnTheCommandLine:
    @pytest.fixture(autouse=True)
    def folders(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("MATTERS_STATE", str(tmp_path / "state"))

    @staticmethod
    def typed(path: Path, *arguments: str) -> int:
        return run(
            ["--file", str(path), *arguments],
            lambda: date(2022, 6, 9),
            lambda: NOW,
            lambda: "Olive Office",
        )

    def test_a_note_is_written_and_published(
        self, published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.typed(published, "note", "R1", "From the command line") == 0
        assert "From the command line" in notes_in(published)
        assert len(list((tmp_path / "state").rglob("case.matters"))) == 1
        assert capsys.readouterr().err == ""

    def test_a_folder_of_another_name_is_synced_when_somebody_says_so(self, tmp_path: Path) -> None:
        path = tmp_path / "plain.matters"
        small_tracker.make(path).tracker.close()
        assert self.typed(path, "note", "R1", "In place") == 0
        assert not (tmp_path / "state").exists()
        assert self.typed(path, "note", "R1", "By a copy", "--synced") == 0
        assert len(list((tmp_path / "state").rglob("plain.matters"))) == 1
        assert {"In place", "By a copy"} <= set(notes_in(path))

    def test_copies_in_conflict_are_named(
        self, published: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        beside = published.with_name("case (1).matters")
        shutil.copy(published, beside)
        other = Copy(open_tracker(beside), LAPTOP)
        other.note("R2", "Of the laptop")
        other.tracker.close()
        assert self.typed(published, "note", "R1", "Of the office") == 0
        assert "case (1).matters beside it holds changes that are not here" in (
            capsys.readouterr().err
        )
        assert self.typed(published, "merge", str(beside)) == 0
        assert {"Of the office", "Of the laptop"} <= set(notes_in(published))
        db = open_tracker(published, read_only=True).db
        assert chain.first_break(db) is None
        db.close()
