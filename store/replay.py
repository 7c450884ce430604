"""The log played from the beginning: what every record must look like if nothing was altered."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from store.history import Fields
from store.rows import rows
from store.schema import RECORDS


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as kept, or as the log tells it: `rev` is the unit that last changed it."""

    uid: str
    rev: int
    fields: Fields


def told_by_log(db: sqlite3.Connection) -> dict[str, dict[int, Kept]]:
    """Every record that should be there, by table and key."""
    told: dict[str, dict[int, Kept]] = {table: {} for table in RECORDS}
    for unit, table, key, uid, after in db.execute(
        "SELECT unit, record_table, record, uid, after FROM changes ORDER BY id"
    ):
        records = told.setdefault(table, {})
        if after is None:
            records.pop(key, None)
            continue
        before = records[key].fields if key in records else {}
        records[key] = Kept(uid, unit, before | json.loads(after))
    return told


def differences(db: sqlite3.Connection) -> Iterator[str]:
    """Each record that is not what the log says of it, as a sentence."""
    told = told_by_log(db)
    for table in RECORDS:
        kept = {row["id"]: _kept(row) for row in rows(db, f"SELECT * FROM {table} ORDER BY id")}
        for key in sorted(kept.keys() | told[table].keys()):
            difference = _difference(kept.get(key), told[table].get(key))
            if difference:
                yield f"{_called(table, key, kept.get(key), told[table].get(key))} {difference}"


def _kept(row: sqlite3.Row) -> Kept:
    fields = dict(zip(row.keys(), row, strict=True))
    return Kept(fields.pop("uid"), fields.pop("rev"), _without_key(fields))


def _without_key(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name != "id"}


def _difference(kept: Kept | None, told: Kept | None) -> str:
    if kept is None:
        return "is in the log but no longer in the file."
    if told is None:
        return "is in the file but not in the log."
    if kept.uid != told.uid:
        return "does not carry the identity that the log gives it."
    names = sorted(
        name
        for name in kept.fields.keys() | told.fields.keys()
        if kept.fields.get(name) != told.fields.get(name)
    )
    if names:
        fields = ", ".join(name.replace("_", " ") for name in names)
        return f"is not what the log says of it; different: {fields}."
    return "" if kept.rev == told.rev else "does not name the change that last touched it."


def _called(table: str, key: int, kept: Kept | None, told: Kept | None) -> str:
    record = kept or told
    ref = record.fields.get("ref") if record else None
    return str(ref) if ref else f"Entry {key} of {table.replace('_', ' ')}"
