"""What is shown and in what order: a value, the records it selects, and its words."""

import sqlite3
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from store import search
from store.dates import say_short_day
from store.models import Applies
from store.rows import Bindings


class Order(StrEnum):
    """The order of a list of recommendations."""

    NEAREST = "nearest first"
    REPORT = "board order"
    OWNER = "by owner"
    REF = "by reference"
    TITLE = "by title"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which recommendations or actions to show. Empty, it shows all that exist on the day."""

    open_only: bool = False
    overdue: bool = False
    before: date | None = None
    owners: tuple[int, ...] = ()
    owner_words: str = ""
    theme: str = ""
    applies: Applies | None = None
    inspection: int | None = None
    inspection_words: str = ""
    text: str = ""

    def is_empty(self) -> bool:
        """Whether it leaves nothing out."""
        return all(getattr(self, field.name) == field.default for field in fields(self))

    def words(self) -> str:
        """What it shows, as a person would say it: "open, ours, owner Custody Lead"."""
        told = (
            (self.open_only, "open"),
            (self.overdue, "overdue"),
            (self.applies, str(self.applies)),
            (self.before, f"due before {say_short_day(self.before)}" if self.before else ""),
            (self.owners, f"owner {self.owner_words}"),
            (self.theme, f"theme {self.theme}"),
            (self.inspection, self.inspection_words),
            (self.text.strip(), f"“{self.text.strip()}”"),
        )
        return ", ".join(words for told_of, words in told if told_of)


_NO_OWNER_LAST = "coalesce(o.name, '\U0010ffff')"
_ORDERS = {
    "recommendation": {
        Order.NEAREST: ("s.sort_day", "s.recommendation"),
        Order.REPORT: ("r.inspection", "r.position", "r.id"),
        Order.OWNER: (_NO_OWNER_LAST, "s.sort_day", "r.id"),
        Order.REF: ("r.id",),
        Order.TITLE: ("r.title", "r.id"),
    },
    "action": {
        Order.NEAREST: ("s.sort_day", "s.action"),
        Order.REPORT: ("r.document", "r.id"),
        Order.OWNER: (_NO_OWNER_LAST, "s.sort_day", "r.id"),
        Order.REF: ("r.id",),
        Order.TITLE: ("r.title", "r.id"),
    },
}
_OWNER_COLUMN = {
    "recommendation": "coalesce(r.owner, r.team)",
    "action": "coalesce(r.accountable, r.team)",
}
_OWNED = {
    "recommendation": """(r.owner IN ({owners}) OR r.team IN ({owners}) OR r.id IN (
        SELECT ar.recommendation FROM action_recommendations ar JOIN actions a ON a.id = ar.action
        WHERE a.accountable IN ({owners}) OR a.team IN ({owners}) OR a.forum IN ({owners})
           OR a.project IN ({owners})))""",
    "action": """(r.accountable IN ({owners}) OR r.team IN ({owners}) OR r.forum IN ({owners})
        OR r.project IN ({owners}))""",
}


def recommendations(
    db: sqlite3.Connection, shown: Filter, order: Order, today: date
) -> "array[int]":
    """The keys of the recommendations to show on a day, in order."""
    found = search.recommendations(db, shown.text, today)
    return _keys(db, "recommendation", shown, order, today, found)


def actions(db: sqlite3.Connection, shown: Filter, order: Order, today: date) -> "array[int]":
    """The keys of the actions to show on a day, in order."""
    return _keys(db, "action", shown, order, today, search.actions(db, shown.text))


def total(db: sqlite3.Connection, today: date) -> int:
    """How many recommendations exist on a day."""
    on = today.isoformat()
    (count,) = db.execute(
        """SELECT count(*) FROM recommendation_standing
           WHERE since <= ? AND (until IS NULL OR until > ?)""",
        (on, on),
    ).fetchone()
    return int(count)


def themes(db: sqlite3.Connection) -> list[str]:
    """Every theme in use."""
    found = db.execute("SELECT DISTINCT theme FROM recommendations WHERE theme <> '' ORDER BY 1")
    return [theme for (theme,) in found]


def _keys(
    db: sqlite3.Connection,
    kind: str,
    shown: Filter,
    order: Order,
    today: date,
    found: set[int] | None,
) -> "array[int]":
    sql, values = _query(kind, shown, order, today)
    keys = (row[0] for row in db.execute(sql, values))
    return array("q", keys if found is None else (key for key in keys if key in found))


def _query(kind: str, shown: Filter, order: Order, today: date) -> tuple[str, Bindings]:
    """Select the stretches that still hold and, for a day in the past, those that ended after it.

    Two selects, because each has an index of its own; the first needs no record for the order by
    nearest day and reads nothing but that index.
    """
    conditions = list(_conditions(kind, shown, today))
    where = "".join(f" AND {condition}" for condition, _ in conditions)
    bound = [value for _, values in conditions for value in values]
    keys = _ORDERS[kind][order]
    columns = ", ".join(f"{column} AS k{number}" for number, column in enumerate(keys))
    joined = order is not Order.NEAREST or " r." in where or "(r." in where
    select = (
        f"SELECT s.{kind}, {columns} FROM {kind}_standing s{_joins(kind, order) if joined else ''}"
    )
    on = today.isoformat()
    ordered = ", ".join(f"k{number} COLLATE NOCASE" for number in range(len(keys)))
    if order is Order.NEAREST:
        ordered = "k0, k1"
    sql = (
        f"{select} WHERE s.until IS NULL AND s.since <= ?{where} UNION ALL "
        f"{select} WHERE s.until > ? AND s.since <= ?{where} ORDER BY {ordered}"
    )
    return sql, [on, *bound, on, on, *bound]


def _joins(kind: str, order: Order) -> str:
    joined = f" JOIN {kind}s r ON r.id = s.{kind}"
    if order is Order.OWNER:
        joined += f" LEFT JOIN owners o ON o.id = {_OWNER_COLUMN[kind]}"
    return joined


def _conditions(kind: str, shown: Filter, today: date) -> Iterator[tuple[str, Bindings]]:
    if shown.open_only or shown.overdue:
        yield "s.is_open = 1", ()
    if shown.overdue:
        yield "s.sort_day < ?", (today.isoformat(),)
    if shown.before is not None:
        yield "s.sort_day < ?", (shown.before.isoformat(),)
    if shown.owners:
        owners = ", ".join(str(owner) for owner in shown.owners)
        yield _OWNED[kind].format(owners=owners), ()
    if kind == "recommendation":
        yield from _recommendation_conditions(shown)
    elif shown.inspection is not None:
        yield (
            """(r.inspection = ? OR r.id IN (SELECT ar.action FROM action_recommendations ar
               JOIN recommendations n ON n.id = ar.recommendation WHERE n.inspection = ?))""",
            (shown.inspection, shown.inspection),
        )


def _recommendation_conditions(shown: Filter) -> Iterator[tuple[str, Bindings]]:
    if shown.applies is Applies.OURS:
        yield "s.applies IN (?, ?)", (Applies.OURS, Applies.CONDITIONAL)
    elif shown.applies is not None:
        yield "s.applies = ?", (shown.applies,)
    if shown.inspection is not None:
        yield "s.inspection = ?", (shown.inspection,)
    if shown.theme:
        yield "r.theme = ?", (shown.theme,)
