"""Where somebody stopped: small values kept in the file without history."""

import sqlite3

from store.text import clean
from store.unit import transaction


def get(db: sqlite3.Connection, key: str) -> str | None:
    """What was kept under a key."""
    row = db.execute("SELECT value FROM places WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def put(db: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value under a key."""
    with transaction(db) as wrapped:
        wrapped.execute(
            "INSERT OR REPLACE INTO places (key, value) VALUES (?, ?)", (key, clean(value))
        )


def forget(db: sqlite3.Connection, key: str) -> None:
    """Keep nothing under a key any more."""
    with transaction(db) as wrapped:
        wrapped.execute("DELETE FROM places WHERE key = ?", (key,))
