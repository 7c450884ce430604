"""The seal on the log: how far it goes, and what is said where it does not go so far."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from little_case import edit_finding, tell

from store import chain, sealed
from store.tracker import Tracker, create
from store.unit import Author


@pytest.fixture
def tracker(tmp_path: Path, author: Author) -> Iterator[Tracker]:
    """A tracker with the case and two edits: units 1 to 4."""
    tracker = create(tmp_path / "sealed.matters", author)
    case = tell(tracker.db, author)
    for title in ("One", "Two"):
        edit_finding(case, f"Call it {title}", title=title)
    yield tracker
    tracker.close()


@contextmanager
def unguarded(tracker: Tracker) -> Iterator[sqlite3.Connection]:
    """The file in the hands of another program that drops every trigger."""
    other = sqlite3.connect(tracker.path)
    for (name,) in other.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        other.execute(f"DROP TRIGGER {name}")
    yield other
    other.commit()
    other.close()


def cut_off(tracker: Tracker, last: int) -> None:
    with unguarded(tracker) as other:
        other.execute("DELETE FROM units WHERE id > ?", (last,))
        other.execute("DELETE FROM changes WHERE unit > ?", (last,))


def test_a_whole_log_is_told_nothing_of(tracker: Tracker) -> None:
    assert sealed.trouble(tracker.db) == ""


def test_a_log_cut_off_at_its_end_is_told_by_its_numbers(tracker: Tracker) -> None:
    cut_off(tracker, 2)
    assert sealed.trouble(tracker.db) == (
        "The log goes on to change 4, but the file holds only 2 of them."
    )


def test_a_seal_that_names_fewer_is_another_log(tracker: Tracker) -> None:
    with unguarded(tracker) as other:
        other.execute("UPDATE seal SET units = 3")
    assert sealed.trouble(tracker.db) == "The end of the log is not the one it was sealed with."


def test_a_seal_with_another_hash_is_another_log(tracker: Tracker) -> None:
    with unguarded(tracker) as other:
        other.execute("UPDATE seal SET head = ''")
    assert sealed.trouble(tracker.db) == "The end of the log is not the one it was sealed with."


def test_a_seal_that_is_gone_is_told(tracker: Tracker) -> None:
    with unguarded(tracker) as other:
        other.execute("DELETE FROM seal")
    assert sealed.trouble(tracker.db) == "The end of the log is not the one it was sealed with."


def test_a_file_that_never_had_a_seal_is_told_nothing_of(tracker: Tracker) -> None:
    with unguarded(tracker) as other:
        other.execute("DROP TABLE seal")
    assert sealed.trouble(tracker.db) == ""


def test_the_first_change_that_was_altered_is_named_with_who_and_when(tracker: Tracker) -> None:
    with unguarded(tracker) as other:
        other.execute("UPDATE units SET title = 'Call it Three' WHERE id = 3")
    assert sealed.trouble(tracker.db) == (
        "From change 3 (“Call it Three”, by Ann Example, 2022-06-01 08:43 UTC) on, the log is not "
        "what was written: it was altered, or part of it is gone."
    )


def test_changes_without_their_unit_are_named_by_number(tracker: Tracker) -> None:
    with unguarded(tracker) as other:
        other.execute("DELETE FROM units WHERE id = 4")
    assert sealed.trouble(tracker.db).startswith("From change 4 on, the log is not what was")


def test_a_change_whose_row_is_damaged_is_named_by_its_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE units (id INTEGER PRIMARY KEY, title TEXT, by TEXT, at TEXT)")
    db.execute("INSERT INTO units (id) VALUES (7)")
    monkeypatch.setattr(chain, "first_break", lambda db: 7)
    assert sealed.trouble(db).startswith("From change 7 (")
    db.close()
