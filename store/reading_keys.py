"""Many keys in one go, in as little time and memory as there is to be had."""

import sqlite3
from array import array
from collections.abc import Mapping

Named = Mapping[str, str | int | None]


def keys_of(db: sqlite3.Connection, select: str, bound: Named) -> "array[int]":
    """The keys a select gives in its column `key`, in its order."""
    return array("q", strung_keys(_strung(db, select, bound)))


def key_set(db: sqlite3.Connection, select: str, bound: Named) -> set[int]:
    """The keys a select gives in its column `key`, as a set."""
    return set(strung_keys(_strung(db, select, bound)))


def few_keys(db: sqlite3.Connection, select: str, bound: Named) -> "array[int]":
    """The same as `keys_of`, row by row: for a first screen, which does without what that needs."""
    return array("q", (key for (key,) in db.execute(select, bound)))


def strung_keys(strung: str | None) -> list[int]:
    """The keys of SQLite's `group_concat`: one step of it for all, where rows take one each."""
    from json import loads

    keys: list[int] = loads(f"[{strung or ''}]")
    return keys


def _strung(db: sqlite3.Connection, select: str, bound: Named) -> str | None:
    strung: str | None
    (strung,) = db.execute(f"SELECT group_concat(key) FROM ({select})", bound).fetchone()
    return strung
