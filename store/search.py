"""Typed words to records: every word must begin a word of the same text."""

import sqlite3
from datetime import date

from store.text import clean

_MOST_WORDS = 12
_LONGEST_WORD = 64

# Each way from a found text to the recommendation it belongs to; `:today` hides later ones.
_WAYS = (
    "SELECT rowid FROM recommendations_search WHERE recommendations_search MATCH :words",
    """SELECT p.recommendation FROM parts_search f JOIN parts p ON p.id = f.rowid
       WHERE parts_search MATCH :words""",
    """SELECT a.recommendation FROM responses_search f
       JOIN responses r ON r.id = f.rowid JOIN answers a ON a.response = r.id
       WHERE responses_search MATCH :words AND r.since <= :today""",
    """SELECT ar.recommendation FROM actions_search f
       JOIN actions a ON a.id = f.rowid JOIN action_recommendations ar ON ar.action = a.id
       WHERE actions_search MATCH :words AND a.since <= :today""",
    """SELECT n.subject FROM notes_search f JOIN notes n ON n.id = f.rowid
       WHERE notes_search MATCH :words AND n.subject_kind = 'recommendation'
         AND n.noted_on <= :today""",
    """SELECT q.subject FROM queries_search f JOIN queries q ON q.id = f.rowid
       WHERE queries_search MATCH :words AND q.subject_kind = 'recommendation'
         AND q.since <= :today""",
)


def query(text: str) -> str | None:
    """The search expression for typed words; None if there is no word in them.

    Each word is quoted, so nothing typed is ever an operator, and matches as a beginning.
    """
    words = [word for word in clean(text).split() if any(map(str.isalnum, word))]
    quoted = (word[:_LONGEST_WORD].replace('"', '""') for word in words[:_MOST_WORDS])
    return " ".join(f'"{word}"*' for word in quoted) or None


def recommendations(db: sqlite3.Connection, text: str, today: date) -> set[int] | None:
    """The recommendations the words are found in or about; None if nothing is searched for."""
    words = query(text)
    if words is None:
        return None
    bound = {"words": words, "today": today.isoformat()}
    return {key for way in _WAYS for (key,) in db.execute(way, bound)}


def actions(db: sqlite3.Connection, text: str) -> set[int] | None:
    """The actions the words are found in; None if nothing is searched for."""
    words = query(text)
    if words is None:
        return None
    found = db.execute("SELECT rowid FROM actions_search WHERE actions_search MATCH ?", (words,))
    return {key for (key,) in found}
