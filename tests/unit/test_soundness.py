"""Whether a file is sound: one sentence for what is wrong, none for what is not, never a write."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from little_case import KNOWN, Case, edit_finding

from store import backups, checking, connection, notes, sealed, soundness
from store.errors import TrackerError
from store.telling import Stopped, Told
from store.tracker import Tracker
from store.unit import unit


@pytest.fixture
def closed(empty: Tracker, case: Case) -> Path:
    for title in ("Once", "Twice"):
        edit_finding(case, title=title)
    empty.close()
    return empty.path


def altered(path: Path, *statements: str) -> None:
    """Change the file as another program might, and put every trigger back."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement)
    for _, sql in triggers:
        db.execute(sql)
    db.close()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE units SET by = 'Another' WHERE id = 3", "From change 3"),
        ("UPDATE changes SET after = '{}' WHERE unit = 4", "From change 4 (“"),
        ("UPDATE seal SET units = 9", "goes on to change 9, but the file holds only 4"),
        ("UPDATE seal SET head = 'other'", "not the one it was sealed with"),
        ("UPDATE seal SET changes = 2", "not the one it was sealed with"),
        ("DELETE FROM seal", "not the one it was sealed with"),
        ("UPDATE recommendations SET text = 'Other'", "R1 is not what the log says"),
        ("DELETE FROM actions", "in the log but no longer in the file"),
        ("UPDATE recommendation_standing SET is_open = 0", "does not follow from its records"),
    ],
)
def test_each_alteration_is_told_in_a_sentence(closed: Path, statement: str, told: str) -> None:
    assert soundness.verify(closed) == ""
    altered(closed, statement)
    assert told in soundness.verify(closed)


def test_an_altered_record_names_the_change_that_last_touched_it(closed: Path) -> None:
    altered(closed, "UPDATE recommendations SET title = 'Other'")
    assert soundness.verify(closed).endswith("by Ann Example, 2022-06-01 08:43 UTC).")


@pytest.mark.parametrize("left", [0, 10, 100, 5_000, 50_000])
def test_a_file_cut_off_is_told_and_not_raised(closed: Path, left: int) -> None:
    closed.write_bytes(closed.read_bytes()[:left])
    assert soundness.verify(closed) != ""


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert soundness.verify(tmp_path / "none.matters") == soundness.UNREADABLE


def test_nothing_is_written(closed: Path) -> None:
    before = closed.read_bytes()
    closed.chmod(0o444)
    soundness.verify(closed)
    assert closed.read_bytes() == before
    assert [one.name for one in closed.parent.iterdir()] == [closed.name]


def test_somebody_s_saving_is_not_called_damage(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.01)
    other = sqlite3.connect(closed, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(TrackerError, match="Somebody else is saving"):
        soundness.verify(closed)
    assert "Somebody else is saving" in soundness.cannot_be_used(closed)
    other.close()


def test_a_change_that_was_cut_off_is_not_called_damage(
    empty: Tracker, case: Case, tmp_path: Path
) -> None:
    case.db.execute("PRAGMA cache_size = 1")
    with unit(case.db, "A change", case.author) as change:
        for number in range(40):
            notes.add(change, case.about_finding, f"{number} " * 2_000, on=KNOWN)
        torn = tmp_path / "torn.matters"
        for ending in ("", "-journal"):
            shutil.copy(f"{empty.path}{ending}", f"{torn}{ending}")
    with pytest.raises(TrackerError):
        soundness.verify(torn)


@pytest.mark.parametrize("work", [soundness.verify, checking.check_file])
def test_it_can_be_given_up(
    closed: Path, work: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwanted(told: Told) -> None:
        raise Stopped("It was stopped.")

    monkeypatch.setattr(soundness, "_STEPS", 10)
    with pytest.raises(Stopped):
        work(closed, unwanted)


def test_progress_is_told_look_by_look(closed: Path) -> None:
    told: list[Told] = []
    assert checking.check_file(closed, told.append) == []
    assert {one.of for one in told} == {len(checking.Aspect)}
    assert {str(one).split(",")[0] for one in told} == {
        f"Looking at the {aspect}" for aspect in checking.Aspect
    }


def test_a_file_of_the_first_version_has_no_seal_to_miss(closed: Path) -> None:
    altered(closed, "DROP TABLE seal")
    db = sqlite3.connect(closed)
    assert sealed.cut_off(db) == ""
    db.close()


def test_the_search_index_of_a_large_file_is_counted(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_MOST_IN_MEMORY", 1)
    assert checking.check_file(closed) == []
    altered(closed, "DELETE FROM actions_search_docsize")
    found = [one for one in checking.check_file(closed) if one.aspect is checking.Aspect.SEARCH]
    assert [one.sentence for one in found] == [
        "Searching actions finds 0 records, but there are 1."
    ]


def test_a_copy_that_was_kept_with_its_journal_is_listed_as_not_usable(
    empty: Tracker, case: Case, tmp_path: Path
) -> None:
    case.db.execute("PRAGMA cache_size = 1")
    with unit(case.db, "A change", case.author) as change:
        for number in range(40):
            notes.add(change, case.about_finding, f"{number} " * 2_000, on=KNOWN)
        kept = backups.keep_as_it_is(
            empty.path, backups.Why.BEFORE_RESTORE, case.author.now(), tmp_path / "kept"
        )
    assert soundness.cannot_be_used(kept.path) != ""
    assert backups.newest_sound(empty.path, tmp_path / "kept") is None
