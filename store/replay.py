"""The records against the log played from the beginning: what each must be if nothing was altered.

Most records were written once and never changed: those SQLite itself compares with the log. Only
what differs there, or was changed since, is played change by change.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from store.history import Fields
from store.rows import rows
from store.schema import RECORDS

_KEYS = ("id", "uid", "rev")


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as kept, or as the log tells it: `rev` is the unit that last changed it."""

    uid: str
    rev: int
    fields: Fields


def told_by_log(db: sqlite3.Connection, table: str, key: int) -> Kept | None:
    """A record as its changes make it, one after the other; None if it should not be there."""
    told: Kept | None = None
    for unit, uid, after in db.execute(
        "SELECT unit, uid, after FROM changes WHERE record_table = ? AND record = ? ORDER BY id",
        (table, key),
    ):
        before = told.fields if told else {}
        told = None if after is None else Kept(uid, unit, before | json.loads(after))
    return told


def differences(db: sqlite3.Connection) -> Iterator[str]:
    """Each record that is not what the log says of it, as a sentence."""
    for table in RECORDS:
        defaults = starts_as(db, table)
        if not defaults:
            continue  # a file of an earlier version has no such records
        for (key,) in db.execute(_to_be_played(table, list(defaults))).fetchall():
            kept, told = _kept(db, table, key), told_by_log(db, table, key)
            difference = _difference(kept, told, defaults)
            if difference:
                yield f"{_called(table, key, kept, told)} {difference}{_by_whom(db, told)}"


def starts_as(db: sqlite3.Connection, table: str) -> Fields:
    """Each column with what stood in it when it was added to records that were there already."""
    found = {
        name: _plain(default)
        for _, name, _, _, default, _ in db.execute(f"PRAGMA table_info({table})")
    }
    return {name: value for name, value in found.items() if name not in _KEYS}


def _plain(default: str | None) -> str | int | None:
    """A column's default, as SQL has it, as a value."""
    if default is None or default == "NULL":
        return None
    if default.startswith("'"):
        return default[1:-1].replace("''", "'")
    return int(default)


def _to_be_played(table: str, names: list[str]) -> str:
    """Ask for the records that are not, to the letter, every entry that the log has on them."""
    whole = ", ".join(f"'{name}', r.{name}" for name in names)
    return f"""
        SELECT c.record FROM changes c LEFT JOIN {table} r ON r.id = c.record
        WHERE c.record_table = '{table}' AND NOT coalesce(
            c.uid = r.uid AND c.unit = r.rev AND c.after = json_object({whole}), 0)
        UNION
        SELECT id FROM {table}
        WHERE id NOT IN (SELECT record FROM changes WHERE record_table = '{table}')
        ORDER BY 1"""


def _kept(db: sqlite3.Connection, table: str, key: int) -> Kept | None:
    found = rows(db, f"SELECT * FROM {table} WHERE id = ?", (key,))
    if not found:
        return None
    fields = dict(zip(found[0].keys(), found[0], strict=True))
    fields.pop("id")
    return Kept(fields.pop("uid"), fields.pop("rev"), fields)


def _difference(kept: Kept | None, told: Kept | None, starts_as: Fields) -> str:
    if kept is None:
        return "" if told is None else "is in the log but no longer in the file."
    if told is None:
        return "is in the file but not in the log."
    if kept.uid != told.uid:
        return "does not carry the identity that the log gives it."
    expected = starts_as | told.fields
    names = sorted(
        name
        for name in kept.fields.keys() | expected.keys()
        if kept.fields.get(name) != expected.get(name)
    )
    if names:
        fields = ", ".join(name.replace("_", " ") for name in names)
        return f"is not what the log says of it; different: {fields}."
    return "" if kept.rev == told.rev else "does not name the change that last touched it."


def _called(table: str, key: int, kept: Kept | None, told: Kept | None) -> str:
    record = told or kept
    ref = record.fields.get("ref") if record else None
    return str(ref) if ref else f"Entry {key} of {table.replace('_', ' ')}"


def _by_whom(db: sqlite3.Connection, told: Kept | None) -> str:
    """Which change is the last that the log has on a record, so that somebody can be asked."""
    if told is None:
        return ""
    found = db.execute("SELECT title, by, at FROM units WHERE id = ?", (told.rev,)).fetchone()
    if found is None:
        return ""
    title, by, at = found
    return (
        f" The log has it last in change {told.rev} (“{title}”, by {by}, "
        f"{at[:16].replace('T', ' ')} UTC)."
    )
