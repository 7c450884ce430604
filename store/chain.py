"""The hash chain over the log: any later alteration of what was written shows."""

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from hashlib import sha256

_CHANGE = "record_table, record, uid, before, after"
_BETWEEN = "\x1f"
Change = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A unit as the chain sees it."""

    id: int
    uid: str
    title: str
    by: str
    at: str
    undoes: int | None
    redoes: int | None

    def row(self) -> tuple[int | str | None, ...]:
        """Its columns in the order of the table."""
        return astuple(self)


def hash_of(link: Link, changes: Iterable[Change], previous: str) -> str:
    """The hash of one unit: itself, each of its changes, and the hash before it."""
    fields: list[str] = [previous, *("" if value is None else str(value) for value in link.row())]
    for change in changes:
        fields.extend("\x00" if value is None else str(value) for value in change)
    return sha256(_BETWEEN.join(fields).encode()).hexdigest()


def changes_of(db: sqlite3.Connection, unit: int) -> list[Change]:
    """What the chain covers of one unit's changes, in order."""
    return db.execute(
        f"SELECT {_CHANGE} FROM changes WHERE unit = ? ORDER BY id", (unit,)
    ).fetchall()


def head(db: sqlite3.Connection) -> str:
    """The hash of the newest unit; empty for a log without units."""
    row = db.execute("SELECT hash FROM units ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def first_break(db: sqlite3.Connection) -> int | None:
    """The first unit whose hash is not what its contents give, or None."""
    changes = db.execute(f"SELECT unit, {_CHANGE} FROM changes ORDER BY unit, id")
    pending = changes.fetchone()
    previous, expected_id = "", 1
    for row in db.execute(
        "SELECT id, uid, title, by, at, undoes, redoes, previous, hash FROM units ORDER BY id"
    ):
        own: list[Change] = []
        while pending is not None and pending[0] == row[0]:
            own.append(pending[1:])
            pending = changes.fetchone()
        told = hash_of(Link(*row[:7]), own, previous)
        if row[0] != expected_id or row[7] != previous or row[8] != told:
            return int(row[0])
        previous, expected_id = row[8], expected_id + 1
    return None if pending is None else int(pending[0])
