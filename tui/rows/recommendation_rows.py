"""Recommendations as rows."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from store import deadlines, filters, recommendations
from store.countdown import Rag, countdown, rag
from store.dates import say_short_day
from store.deadlines import Deadline
from store.filters import Filter, Order
from store.models import Recommendation
from store.vocabulary import Applies
from tui.rows.first_page import FirstPage
from tui.rows.kept_keys import KeptKeys
from tui.widgets.lines import Cell, Column, Row
from tui.wording import TONES, fitting

_DUE_IN = 14
COLUMNS = (
    Column("rag", "", 1),
    Column("nearest first", "Due in", _DUE_IN),
    Column("by reference", "Ref", 5),
    Column("by title", "Recommendation", None, 30),
    Column("parts", "", 7, drop=3),
    Column("queries", "", 2, drop=1),
    Column("day", "Due", 11, drop=2),
)

_IN_SIGHT = 240
"""More rows than any window shows, with a screen more on either side."""


class RecommendationRows(NamedTuple):
    """Rows of recommendations as on a day, read a screen at a time."""

    db: sqlite3.Connection
    today: date
    ids: Sequence[int]

    def rows(self, keys: Sequence[int]) -> Mapping[int, Row]:
        """The rows of these keys."""
        found = recommendations.many(self.db, keys)
        standings = _standings(self.db, keys, self.today)
        dues = deadlines.many(self.db, (due for _, _, due in standings.values() if due))
        parts = _counts(
            self.db, "SELECT recommendation, count(*) FROM parts", "recommendation", keys
        )
        queries = _open_queries(self.db, keys, self.today)
        return {
            key: _row(
                record,
                standings.get(key, (False, record.applies.value, None)),
                dues,
                parts.get(key, 0),
                queries.get(key, 0),
                self.today,
            )
            for key, record in found.items()
        }


def first_page(
    db: sqlite3.Connection, shown: Filter, count: int, today: date, kept: KeptKeys
) -> FirstPage:
    """The keys of what is shown, nearest first, of which only those in sight are read yet."""
    return FirstPage(
        filters.first(db, shown, today, _IN_SIGHT),
        count,
        lambda: kept.read(db, shown, Order.NEAREST, today),
    )


def _row(
    record: Recommendation,
    standing: tuple[bool, str, int | None],
    dues: Mapping[int, Deadline],
    parts: int,
    queries: int,
    today: date,
) -> Row:
    is_open, applies, deadline = standing
    due = dues[deadline].due if deadline is not None else None
    letter = rag(due, today, done=not is_open) if due else (Rag.NO_DATE if is_open else Rag.CLOSED)
    tone = TONES[letter]
    left = (
        fitting(countdown(due, today), _DUE_IN)
        if due and is_open
        else _without_countdown(is_open, applies)
    )
    return Row(
        (
            Cell(letter.value, tone),
            Cell(left, tone),
            Cell(record.ref, "strong"),
            Cell(record.title),
            Cell(f"{parts} parts" if parts else "", "quiet"),
            Cell("?" + (str(queries) if queries > 1 else "") if queries else "", "query"),
            Cell(_due_day(due.earliest if due else None, record.timescale), "quiet"),
        )
    )


def _without_countdown(is_open: bool, applies: str) -> str:
    if applies == Applies.WATCHED:
        return "watching"
    if applies == Applies.LAPSED:
        return "lapsed"
    return "no date" if is_open else "closed"


def _due_day(day: date | None, timescale: str) -> str:
    return say_short_day(day) if day else timescale


def _standings(
    db: sqlite3.Connection, keys: Sequence[int], today: date
) -> dict[int, tuple[bool, str, int | None]]:
    on = today.isoformat()
    found = db.execute(
        f"""SELECT recommendation, is_open, applies, deadline FROM recommendation_standing
            WHERE recommendation IN ({_listed(keys)})
              AND since <= ? AND (until IS NULL OR until > ?)""",
        (on, on),
    )
    return {key: (bool(is_open), applies, deadline) for key, is_open, applies, deadline in found}


def _counts(db: sqlite3.Connection, select: str, key: str, keys: Sequence[int]) -> dict[int, int]:
    return dict(db.execute(f"{select} WHERE {key} IN ({_listed(keys)}) GROUP BY {key}").fetchall())


def _open_queries(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, int]:
    on = today.isoformat()
    found = db.execute(
        f"""SELECT subject, count(*) FROM queries
            WHERE subject_kind = 'recommendation' AND subject IN ({_listed(keys)})
              AND since <= ? AND (settled_on IS NULL OR settled_on > ?) GROUP BY subject""",
        (on, on),
    )
    return dict(found.fetchall())


def _listed(keys: Sequence[int]) -> str:
    return ", ".join(str(int(key)) for key in keys)
