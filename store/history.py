"""The log read back: units and their changes, and undo and redo as new units."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from store import about
from store.errors import BadInput, Conflict, NotFound
from store.models import Subject
from store.unit import Author, Unit, unit

Fields = dict[str, str | int | None]


class Change(NamedTuple):
    """What happened to one record: its fields before and after (None: it was not there)."""

    table: str
    record: int
    uid: str
    before: Fields | None
    after: Fields | None


class LoggedUnit(NamedTuple):
    """One named change: who made it, when, and what it undid or did again."""

    id: int
    title: str
    by: str
    at: datetime
    undoes: int | None
    redoes: int | None


_UNIT = "SELECT id, title, by, at, undoes, redoes FROM units"
_CHANGE = "SELECT record_table, record, uid, before, after FROM changes"


def units(db: sqlite3.Connection, *, newest: int | None = None) -> list[LoggedUnit]:
    """Units, newest first; all of them, or so many."""
    return [
        _unit_from_row(row)
        for row in db.execute(
            f"{_UNIT} ORDER BY id DESC LIMIT ?", (-1 if newest is None else newest,)
        )
    ]


def units_since(db: sqlite3.Connection, after: int, newest: int) -> list[LoggedUnit]:
    """The units after a number, newest first, so many at most."""
    rows = db.execute(f"{_UNIT} WHERE id > ? ORDER BY id DESC LIMIT ?", (after, newest))
    return [_unit_from_row(row) for row in rows]


def get(db: sqlite3.Connection, unit_id: int) -> LoggedUnit:
    """One unit by its number; NotFound if there is none."""
    found = db.execute(f"{_UNIT} WHERE id = ?", (unit_id,)).fetchone()
    if found is None:
        raise NotFound(f"There is no change {unit_id} in the log.")
    return _unit_from_row(found)


def newest(db: sqlite3.Connection) -> int:
    """The number of the newest unit, nought if there is none."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM units").fetchone()[0])


def units_of(db: sqlite3.Connection, subject: Subject) -> list[LoggedUnit]:
    """Every unit that touched a record or anything about it, newest first."""
    units_about = f"SELECT DISTINCT unit FROM changes WHERE {about.condition(subject)}"
    found = db.execute(units_about, about.bound(subject))
    wanted = ", ".join(str(row[0]) for row in found)
    rows = db.execute(f"{_UNIT} WHERE id IN ({wanted}) ORDER BY id DESC")
    return [_unit_from_row(row) for row in rows]


def brought_by(db: sqlite3.Connection, subject: Subject | None = None) -> dict[int, list[str]]:
    """Whose changes units brought in from another copy, in words: of a record, or of all."""
    about, values = "", tuple[str | int, ...]()
    if subject is not None:
        about = """AND json_extract(after, '$.subject_kind') = ?
            AND json_extract(after, '$.subject') = ?"""
        values = (subject.kind.value, subject.id)
    found: dict[int, list[str]] = {}
    for unit_id, text in db.execute(
        f"""SELECT unit, json_extract(after, '$.text') FROM changes
            WHERE record_table = 'brought_in' AND after IS NOT NULL {about} ORDER BY id""",
        values,
    ):
        found.setdefault(unit_id, []).append(text)
    return found


def changes_of(db: sqlite3.Connection, unit_id: int) -> list[Change]:
    """What one unit changed, in order."""
    return [
        _change_from_row(row)
        for row in db.execute(f"{_CHANGE} WHERE unit = ? ORDER BY id", (unit_id,))
    ]


def changes_about(db: sqlite3.Connection, unit_id: int, subject: Subject) -> list[Change]:
    """What one unit changed of a record and of what is about it, in order."""
    rows = db.execute(
        f"{_CHANGE} WHERE unit = :unit AND {about.condition(subject)} ORDER BY id",
        {"unit": unit_id, **about.bound(subject)},
    )
    return [_change_from_row(row) for row in rows]


def next_undo(db: sqlite3.Connection) -> LoggedUnit | None:
    """The newest unit that stands and can be undone; never the making of the file."""
    return _first(standing_units(db), db)


def next_redo(db: sqlite3.Connection) -> LoggedUnit | None:
    """The unit undone last, as long as nothing new was done since."""
    return _first(_undone_units(db), db)


def undo(db: sqlite3.Connection, author: Author) -> LoggedUnit:
    """Take back the newest unit that stands, as a new unit; BadInput where there is none."""
    target = next_undo(db)
    if target is None:
        raise BadInput("There is nothing to undo.")
    with unit(db, f"Undo: {target.title}", author, undoes=target.id) as change:
        for done in reversed(changes_of(db, target.id)):
            _put(change, done, done.after, done.before)
    return target


def redo(db: sqlite3.Connection, author: Author) -> LoggedUnit:
    """Do again the unit undone last, as a new unit; BadInput where there is none."""
    target = next_redo(db)
    if target is None:
        raise BadInput("There is nothing to do again.")
    with unit(db, f"Redo: {target.title}", author, redoes=target.id) as change:
        for done in changes_of(db, target.id):
            _put(change, done, done.before, done.after)
    return target


def _put(change: Unit, done: Change, here: Fields | None, there: Fields | None) -> None:
    """Bring a record from the state `here` to the state `there`; Conflict if it is not `here`."""
    db, table = change.db, done.table
    if here is None:
        row = {"id": done.record, "uid": done.uid, "rev": change.id, **(there or {})}
        marks = ", ".join("?" * len(row))
        db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", [*row.values()])
        return
    same = " AND ".join(f"{name} IS ?" for name in here)
    where, values = f"id = ? AND {same}", [done.record, *here.values()]
    if there is None:
        moved = db.execute(f"DELETE FROM {table} WHERE {where}", values)
    else:
        settings = ", ".join(f"{name} = ?" for name in there)
        moved = db.execute(
            f"UPDATE {table} SET {settings}, rev = ? WHERE {where}",
            [*there.values(), change.id, *values],
        )
    if moved.rowcount != 1:
        raise Conflict(
            "This was changed again afterwards, so it cannot be taken back by itself. Nothing was "
            "changed: undo the later change first."
        )


def standing_units(db: sqlite3.Connection) -> Iterator[int]:
    """The numbers of the units that stand, done and not taken back, newest first."""
    taken_back: set[int] = set()
    for unit_id, undoes, redoes in _backwards(db):
        if redoes is not None:
            if redoes not in taken_back:
                yield redoes
            taken_back.add(redoes)
        elif undoes is not None:
            taken_back.add(undoes)
        elif unit_id not in taken_back and unit_id > 1:
            yield unit_id


def _undone_units(db: sqlite3.Connection) -> Iterator[int]:
    done_again: set[int] = set()
    for _, undoes, redoes in _backwards(db):
        if redoes is not None:
            done_again.add(redoes)
        elif undoes is None:
            return
        elif undoes in done_again:
            done_again.discard(undoes)
        else:
            yield undoes


def _backwards(db: sqlite3.Connection) -> Iterator[tuple[int, int | None, int | None]]:
    """Every unit that changed something, newest first; a remark cannot be undone."""
    yield from db.execute(
        """SELECT id, undoes, redoes FROM units
           WHERE EXISTS (SELECT 1 FROM changes WHERE unit = units.id) ORDER BY id DESC"""
    )


def _first(ids: Iterator[int], db: sqlite3.Connection) -> LoggedUnit | None:
    found = next(ids, None)
    if found is None:
        return None
    return _unit_from_row(db.execute(f"{_UNIT} WHERE id = ?", (found,)).fetchone())


def _change_from_row(row: tuple[str, int, str, str | None, str | None]) -> Change:
    return Change(row[0], row[1], row[2], _fields(row[3]), _fields(row[4]))


def _unit_from_row(row: tuple[int, str, str, str, int | None, int | None]) -> LoggedUnit:
    return LoggedUnit(row[0], row[1], row[2], datetime.fromisoformat(row[3]), row[4], row[5])


def _fields(text: str | None) -> Fields | None:
    if text is None:
        return None
    fields: Fields = json.loads(text)
    return fields
