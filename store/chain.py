"""The hash chain over the log: any later alteration of what was written shows."""

import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

_CHANGE = "record_table, record, uid, before, after"
_BETWEEN = "\x1f"
# A change as one text, as `hash_of` joins it: that is twice as quick as joining it here.
_CHANGE_TEXT = (
    "record_table || char(31) || record || char(31) || uid || char(31) || "
    "coalesce(before, char(0)) || char(31) || coalesce(after, char(0))"
)
Change = tuple[str | int | None, ...]


class Link(NamedTuple):
    """A unit as the chain sees it."""

    id: int
    uid: str
    title: str
    by: str
    at: str
    undoes: int | None
    redoes: int | None


def hash_of(link: Link, changes: Iterable[Change], previous: str) -> str:
    """The hash of one unit: itself, each of its changes, and the hash before it."""
    return _hash(link, (_as_text(change) for change in changes), previous)


def _hash(link: Iterable[int | str | None], changes: Iterable[str], previous: str) -> str:
    fields = [previous, *("" if value is None else str(value) for value in link), *changes]
    return sha256(_BETWEEN.join(fields).encode()).hexdigest()


def _as_text(change: Change) -> str:
    return _BETWEEN.join("\x00" if value is None else str(value) for value in change)


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
    # A unit's changes lie together: where they do not, the log is not what was written either.
    changes = groupby(
        db.execute(f"SELECT unit, {_CHANGE_TEXT} FROM changes ORDER BY id"), itemgetter(0)
    )
    pending = next(changes, None)
    previous, expected_id = "", 1
    for row in db.execute(
        "SELECT id, uid, title, by, at, undoes, redoes, previous, hash FROM units ORDER BY id"
    ):
        own: list[str] = []
        if pending is not None and pending[0] == row[0]:
            own = [text for _, text in pending[1]]
            pending = next(changes, None)
        told = _hash(row[:7], own, previous)
        if row[0] != expected_id or row[7] != previous or row[8] != told:
            return int(row[0])
        previous, expected_id = row[8], expected_id + 1
    return None if pending is None else int(pending[0])
