import sqlite3

import pytest
from small_tracker import AUTHOR, DAY, make, subject

from store import checking, notes
from store.errors import NotATracker, ReadOnly, TrackerError
from store.faults import explained
from store.unit import unit


def error(code):
    trouble = sqlite3.OperationalError("near a witness name")
    trouble.sqlite_errorcode = code
    return trouble


@pytest.mark.parametrize(
    ("code", "kind", "told"),
    [
        (sqlite3.SQLITE_FULL, TrackerError, "disk is full"),
        (sqlite3.SQLITE_BUSY, TrackerError, "Somebody else is saving"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, TrackerError, "Somebody else is saving"),
        (sqlite3.SQLITE_LOCKED, TrackerError, "Somebody else is saving"),
        (sqlite3.SQLITE_READONLY, ReadOnly, "cannot be written"),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnly, "cannot be written"),
        (sqlite3.SQLITE_CORRUPT_VTAB, NotATracker, "damaged"),
        (sqlite3.SQLITE_NOTADB, NotATracker, "damaged"),
        (sqlite3.SQLITE_IOERR_WRITE, TrackerError, "stopped answering"),
        (sqlite3.SQLITE_CANTOPEN, TrackerError, "could not be opened"),
        (sqlite3.SQLITE_TOOBIG, TrackerError, "longer than"),
        (sqlite3.SQLITE_CONSTRAINT_CHECK, TrackerError, "matters check"),
    ],
)
def test_each_trouble_has_its_sentence_and_tells_no_value(code, kind, told):
    found = explained(error(code))
    assert type(found) is kind
    assert told in str(found)
    assert "witness" not in str(found)


def test_trouble_without_a_code_has_a_sentence_too():
    assert "matters check" in str(explained(sqlite3.ProgrammingError("x")))


def test_a_full_disk_saves_nothing_of_the_change_and_leaves_the_rest_whole(tmp_path):
    tracker = make(tmp_path / "small.matters").tracker
    (pages,) = tracker.db.execute("PRAGMA page_count").fetchone()
    tracker.db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with (
        pytest.raises(sqlite3.OperationalError) as raised,
        unit(tracker.db, "Too much", AUTHOR) as change,
    ):
        notes.add(change, subject(1), "long " * 20_000, on=DAY)
    assert "disk is full" in str(explained(raised.value))
    assert len(notes.of(tracker.db, subject(1), DAY)) == 1
    assert checking.check(tracker.db) == []
    tracker.db.execute("PRAGMA max_page_count = 1000000")
    with unit(tracker.db, "Again", AUTHOR) as change:
        notes.add(change, subject(1), "long " * 20_000, on=DAY)
    assert len(notes.of(tracker.db, subject(1), DAY)) == 2
    tracker.close()
