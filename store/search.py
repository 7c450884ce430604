"""Typed words to records: every word must begin a word of the same text."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from store.own_references import as_called
from store.reading_keys import key_set
from store.text import clean

_MOST_WORDS = 12
_LONGEST_WORD = 64

# The ways from a found text to the recommendation it belongs to: first its own words, then those of
# what hangs on it. `:today` hides later ones. The order of joining is given, by CROSS, for SQLite
# would rather look into each text of the other table.
_OWN = (
    """SELECT rowid AS key FROM recommendations_search
       WHERE recommendations_search MATCH :words""",
    """SELECT p.recommendation AS key FROM parts_search f CROSS JOIN parts p ON p.id = f.rowid
       WHERE parts_search MATCH :words""",
)
_HANGING = {
    "responses": """SELECT a.recommendation AS key FROM responses_search f
       CROSS JOIN responses r ON r.id = f.rowid CROSS JOIN answers a ON a.response = r.id
       WHERE responses_search MATCH :words AND r.since <= :today""",
    "actions": """SELECT ar.recommendation AS key FROM actions_search f
       CROSS JOIN actions a ON a.id = f.rowid
       CROSS JOIN action_recommendations ar ON ar.action = a.id
       WHERE actions_search MATCH :words AND a.since <= :today""",
    "notes": """SELECT n.subject AS key FROM notes_search f CROSS JOIN notes n ON n.id = f.rowid
       WHERE notes_search MATCH :words AND n.subject_kind = 'recommendation'
         AND n.noted_on <= :today""",
    "queries": """SELECT q.subject AS key FROM queries_search f
       CROSS JOIN queries q ON q.id = f.rowid
       WHERE queries_search MATCH :words AND q.subject_kind = 'recommendation'
         AND q.since <= :today""",
}


# What the offices themselves call it. A number alone stands in every document and finds too much.
_CALLED = """SELECT n.recommendation AS key FROM numbers n
    CROSS JOIN documents d ON d.id = n.document
    WHERE substr(n.number, 1, length(:called)) = :called COLLATE NOCASE AND d.since <= :today"""


class Found(NamedTuple):
    """Recommendations that words were found in; not `whole` if only their own texts were read."""

    keys: set[int]
    whole: bool


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
    return _in(db, (*_OWN, *_HANGING.values()), words, today) | _called(db, text, today)


def quickly(db: sqlite3.Connection, text: str, today: date, most: int) -> Found | None:
    """The same, if no more than `most` texts that hang on recommendations hold the words.

    Otherwise only the recommendations' own texts are searched, which takes the time of a key.
    """
    words = query(text)
    if words is None:
        return None
    own = _in(db, _OWN, words, today) | _called(db, text, today)
    if any(_more_than(db, table, words, most) for table in _HANGING):
        return Found(own, whole=False)
    return Found(own | _in(db, _HANGING.values(), words, today), whole=True)


def _in(db: sqlite3.Connection, ways: Iterable[str], words: str, today: date) -> set[int]:
    bound = {"words": words, "today": today.isoformat()}
    return set().union(*(key_set(db, way, bound) for way in ways))


def _called(db: sqlite3.Connection, text: str, today: date) -> set[int]:
    """Those whose own reference in a document or spreadsheet begins so, such as OIS-3."""
    called = as_called(text)
    if not 0 < len(called) <= _LONGEST_WORD:
        return set()
    return key_set(db, _CALLED, {"called": called, "today": today.isoformat()})


def _more_than(db: sqlite3.Connection, table: str, words: str, most: int) -> bool:
    """Whether more texts of a table hold the words; none is counted beyond that."""
    (count,) = db.execute(
        f"""SELECT count(*) FROM (SELECT 1 FROM {table}_search WHERE {table}_search MATCH :words
            LIMIT :most + 1)""",
        {"words": words, "most": most},
    ).fetchone()
    return int(count) > most


def actions(db: sqlite3.Connection, text: str) -> set[int] | None:
    """The actions the words are found in; None if nothing is searched for."""
    words = query(text)
    if words is None:
        return None
    select = "SELECT rowid AS key FROM actions_search WHERE actions_search MATCH :words"
    return key_set(db, select, {"words": words})
