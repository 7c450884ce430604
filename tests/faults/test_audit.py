"""R19: whatever field of whatever record changes, the log has who, when, before and after."""

import json
import sqlite3
from datetime import UTC, datetime

import pytest
from small_tracker import make

from store import history
from store.schema import RECORDS
from store.unit import Author, unit

WHO = Author("Bea Second", lambda: datetime(2023, 3, 4, 5, 6, 7, tzinfo=UTC))
KEYS = {"id", "uid", "rev"}


@pytest.fixture
def db(tmp_path):
    """A small tracker in which any value may be set, whatever it means."""
    tracker = make(tmp_path / "small.matters").tracker
    tracker.db.execute("PRAGMA foreign_keys = OFF")
    tracker.db.execute("PRAGMA ignore_check_constraints = ON")
    yield tracker.db
    tracker.close()


def fields(db: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Every field of every kind of record that there is one of: table, name, type."""
    return [
        (table, name, kind)
        for table in RECORDS
        if db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for _, name, kind, *_ in db.execute(f"PRAGMA table_info({table})").fetchall()
        if name not in KEYS
    ]


def is_told(db: sqlite3.Connection, table: str, field: str, kind: str) -> bool:
    """Set one field of the first record; whether the log tells it, and only it."""
    before = db.execute(f"SELECT {field} FROM {table} ORDER BY id LIMIT 1").fetchone()[0]
    after = (before or 0) + 1 if kind == "INTEGER" else f"{before or ''}1"
    update = f"UPDATE {table} SET {field} = ? WHERE id = (SELECT min(id) FROM {table})"
    try:
        with unit(db, f"Set {field}", WHO) as change:
            change.db.execute(update, [after])
            (made,) = db.execute(
                "SELECT before, after FROM changes WHERE unit = ? AND record_table = ?",
                (change.id, table),
            ).fetchall()
    except (ValueError, sqlite3.IntegrityError):
        return _told_before_refused(db, table, field, update, after)
    newest = history.units(db, newest=1)[0]
    return (
        json.loads(made[0]) == {field: before}
        and json.loads(made[1]) == {field: after}
        and (newest.by, newest.at) == (WHO.name, WHO.now())
    )


def _told_before_refused(
    db: sqlite3.Connection, table: str, field: str, update: str, after: object
) -> bool:
    """Where the value means nothing to what follows from it: look before the unit ends."""
    db.execute("BEGIN")
    db.execute("UPDATE current_unit SET unit = 1")
    db.execute(update, [after])
    told = db.execute("SELECT after FROM changes ORDER BY id DESC LIMIT 1").fetchone()
    db.execute("ROLLBACK")
    return bool(json.loads(told[0]) == {field: after})


def test_r19_every_changed_field_is_in_the_log(figure, db):
    every = fields(db)
    told = [one for one in every if is_told(db, *one)]
    figure(
        "R19",
        "every changed field has who, when, old and new",
        f"{len(told)} of {len(every)} fields of {len({table for table, *_ in every})} kinds",
    )
    assert told == every
    assert len(every) > 100
