"""Many keys in one go, in as little time and memory as there is to be had."""

import sqlite3
from array import array
from collections.abc import Mapping

Named = Mapping[str, str | int | None]


def keys_of(db: sqlite3.Connection, select: str, bound: Named) -> "array[int]":
    """The keys a select gives in its column `key`, in its order."""
    return array("q", (key for (key,) in db.execute(f"SELECT key FROM ({select})", bound)))


def key_set(db: sqlite3.Connection, select: str, bound: Named) -> set[int]:
    """The keys a select gives in its column `key`, as a set.

    SQLite strings them together, which takes less time than row by row.
    """
    (strung,) = db.execute(f"SELECT group_concat(key) FROM ({select})", bound).fetchone()
    return set(map(int, strung.split(","))) if strung else set()
