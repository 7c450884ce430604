"""What documents and spreadsheets call a recommendation in their own way, such as OIS-3."""

import re
import sqlite3
from datetime import date

from store.errors import BadInput
from store.refs import LETTERS
from store.text import clean

_OURS = re.compile(rf"[{''.join(LETTERS)}]\d{{1,9}}", re.ASCII | re.IGNORECASE)
_MOST_NAMED = 5


def recommendation(db: sqlite3.Connection, typed: str, today: date) -> int | None:
    """The one recommendation that is called so on a day; None if no document calls one so.

    BadInput, with a sentence that names them, if several are called so. A number alone stands in
    every document, and what looks like one of ours, such as R3, means ours: neither is looked for.
    """
    called = as_called(typed)
    if not called or _OURS.fullmatch(called):
        return None
    found = _called(db, called, today)
    if len(found) > 1:
        raise BadInput(
            f"“{called[:40]}” is what documents call {_named(found)}. Nothing was changed: give "
            "the one you mean by its reference."
        )
    return found[0][0] if found else None


def as_called(typed: str) -> str:
    """What was typed as a reference is kept; "" for what is none: it has letters and digits."""
    called = clean(typed, single_line=True).strip()
    return called if any(map(str.isalpha, called)) and any(map(str.isdigit, called)) else ""


def _called(db: sqlite3.Connection, called: str, today: date) -> list[tuple[int, str]]:
    """The recommendations of a day that are called so, by id, with our references."""
    found = db.execute(
        """SELECT id, ref FROM recommendations WHERE since <= :today AND (
               portal_reference = :called COLLATE NOCASE
               OR id IN (SELECT n.recommendation FROM numbers n
                         JOIN documents d ON d.id = n.document
                         WHERE n.number = :called COLLATE NOCASE AND d.since <= :today))
           ORDER BY id""",
        {"called": called, "today": today.isoformat()},
    )
    return [(int(key), str(ref)) for key, ref in found]


def _named(found: list[tuple[int, str]]) -> str:
    names = [ref for _, ref in found]
    more = len(names) - _MOST_NAMED
    if more > 0:
        return f"{', '.join(names[:_MOST_NAMED])} and {more:,} more"
    return f"{', '.join(names[:-1])} and {names[-1]}"
