"""All records of one copy at one moment, called by what is the same in every copy: their uids."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from store.replay import starts_as
from store.schema import RECORDS

_KEYS = frozenset({"id", "uid", "rev"})


class Ref(NamedTuple):
    """One record, called by its table and uid; the uid is empty where the record is gone."""

    table: str
    uid: str


Value = str | int | None | Ref
Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Record:
    """A record of one copy: its key and last unit there, and its fields with references as Refs."""

    id: int
    rev: int
    values: Values


State = dict[Ref, Record]
_Raw = dict[str, dict[int, tuple[str, int, dict[str, str | int | None]]]]


def now(db: sqlite3.Connection) -> State:
    """Every record as it is."""
    raw: _Raw = {}
    for table in RECORDS:
        found = db.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in found.description]
        rows = (dict(zip(names, row, strict=True)) for row in found)
        raw[table] = {row["id"]: (row["uid"], row["rev"], _fields(row)) for row in rows}
    return _called(raw, references(db))


def at(db: sqlite3.Connection, unit: int) -> State:
    """Every record as it was after a unit, told by the log."""
    begin = {table: starts_as(db, table) for table in RECORDS}
    raw: _Raw = {table: {} for table in RECORDS}
    for number, table, key, uid, after in db.execute(
        """SELECT unit, record_table, record, uid, after FROM changes WHERE unit <= ?
           ORDER BY id""",
        (unit,),
    ):
        if after is None:
            raw[table].pop(key, None)
            continue
        before = raw[table][key][2] if key in raw[table] else begin[table]
        raw[table][key] = (uid, number, before | json.loads(after))
    return _called(raw, references(db))


def references(db: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """By table: the columns that hold keys of another table, and which."""
    return {
        table: {row[3]: row[2] for row in db.execute(f"PRAGMA foreign_key_list({table})")}
        for table in RECORDS
    }


def refs_in(values: Values) -> Iterator[Ref]:
    """The records that a record points to."""
    return (value for value in values.values() if isinstance(value, Ref) and value.uid)


def _fields(row: dict[str, str | int | None]) -> dict[str, str | int | None]:
    return {name: value for name, value in row.items() if name not in _KEYS}


def _called(raw: _Raw, pointing: dict[str, dict[str, str]]) -> State:
    uids = {table: {key: kept[0] for key, kept in rows.items()} for table, rows in raw.items()}
    state: State = {}
    for table, rows in raw.items():
        for key, (uid, rev, fields) in rows.items():
            values: Values = dict(fields)
            targets = dict(pointing[table])
            if fields.get("subject_kind"):
                targets["subject"] = _table(str(fields["subject_kind"]))
            for column, target in targets.items():
                held = fields.get(column)
                if held is not None:
                    values[column] = Ref(target, uids.get(target, {}).get(int(held), ""))
            state[Ref(table, uid)] = Record(key, rev, values)
    return state


@cache
def _table(kind: str) -> str:
    from store.refs import table_of
    from store.vocabulary import SubjectKind

    return table_of(SubjectKind(kind))
