"""Waiting for the write lock: who waits gets it, nobody waits for ever, and nothing else waits."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest
import sqlite_utils.db
from little_case import KNOWN, Case

from store import history, notes
from store import unit as unit_module
from store.tracker import Tracker, open_tracker
from store.unit import remark, unit

PATIENCE = 2_000  # milliseconds


class Clock:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.sleeps = 0
        self.after: dict[int, Callable[[], object]] = {}

    def sleep(self, seconds: float) -> None:
        self.seconds += max(seconds, 0.1)
        self.sleeps += 1
        self.after.get(self.sleeps, lambda: None)()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(unit_module, "sleep", clock.sleep)
    monkeypatch.setattr(unit_module, "monotonic", lambda: clock.seconds)
    return clock


@pytest.fixture
def other(empty: Tracker, case: Case) -> Iterator[sqlite3.Connection]:
    """Somebody else's connection to the same file, which is patient for two seconds."""
    tracker = open_tracker(empty.path)
    tracker.db.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    yield tracker.db
    tracker.close()


def patience(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA busy_timeout").fetchone()[0])


def add_note(db: sqlite3.Connection, case: Case) -> None:
    with unit(db, "A note", case.author) as change:
        notes.add(change, case.about_finding, "After waiting", on=KNOWN)


def test_who_waits_gets_the_lock_as_soon_as_it_is_free(
    case: Case, other: sqlite3.Connection, clock: Clock
) -> None:
    case.db.execute("BEGIN IMMEDIATE")
    clock.after[3] = case.db.rollback
    add_note(other, case)
    assert clock.sleeps == 3
    assert [note.text for note in notes.listed(case.db, KNOWN)] == ["After waiting"]
    assert patience(other) == PATIENCE


def test_nobody_waits_longer_than_the_connection_is_patient(
    case: Case, other: sqlite3.Connection, clock: Clock
) -> None:
    case.db.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        add_note(other, case)
    assert 102.0 < clock.seconds < 102.3
    assert patience(other) == PATIENCE
    case.db.rollback()


def test_what_is_not_somebody_writing_is_not_waited_for(
    case: Case, other: sqlite3.Connection, clock: Clock
) -> None:
    other.execute("BEGIN")
    with pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        add_note(other, case)
    assert clock.sleeps == 0
    other.rollback()


def test_plugins_of_other_programs_are_not_asked_for(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sqlite_utils.db, "ensure_plugins_loaded", lambda: asked.append("asked"))
    add_note(case.db, case)
    assert asked == []
    sqlite_utils.Database(memory=True)
    assert asked == ["asked"]


def test_a_remark_is_kept_on_one_line(case: Case) -> None:
    remark(case.db, "Taken over\nfrom\x1b Jane", case.author)
    assert history.units(case.db, newest=1)[0].title == "Taken over from\ufffd Jane"
