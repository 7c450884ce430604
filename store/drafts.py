"""Drafts: what somebody is still typing, kept so that a crash costs no words. Not history."""

import sqlite3
from datetime import datetime
from typing import NamedTuple

from store.rows import Row, one, rows
from store.text import clean
from store.unit import Author, transaction


class Draft(NamedTuple):
    """The unfinished text of one dialog: whose it is, and when it was last kept (UTC)."""

    key: str
    text: str
    by: str
    at: datetime


def save(db: sqlite3.Connection, key: str, text: str, author: Author) -> None:
    """Keep `text` under `key`, in place of what was kept there before."""
    kept = (key, clean(text), clean(author.name, single_line=True), author.stamp())
    with transaction(db) as writing:
        writing.execute(
            "INSERT OR REPLACE INTO drafts (key, text, by, at) VALUES (?, ?, ?, ?)", kept
        )


def get(db: sqlite3.Connection, key: str) -> Draft | None:
    """The draft under `key`, None if there is none."""
    found = one(db, "SELECT * FROM drafts WHERE key = ?", (key,))
    return None if found is None else _from_row(found)


def drop(db: sqlite3.Connection, key: str) -> None:
    """Forget the draft under `key`; nothing is written when there is none."""
    if get(db, key) is None:
        return
    with transaction(db) as writing:
        writing.execute("DELETE FROM drafts WHERE key = ?", (key,))


def listed(db: sqlite3.Connection) -> list[Draft]:
    """Every draft, the latest kept first."""
    return [_from_row(row) for row in rows(db, "SELECT * FROM drafts ORDER BY at DESC, key")]


def _from_row(row: Row) -> Draft:
    return Draft(row["key"], row["text"], row["by"], datetime.fromisoformat(row["at"]))
