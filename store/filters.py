"""What is shown and in what order: a value, the records it selects, and its words."""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from store import standing_keys
from store.dates import say_short_day
from store.rows import marks
from store.standing_keys import Standings
from store.vocabulary import Applies

_AT_ONCE = 500


class Order(StrEnum):
    """The order of a list of recommendations."""

    NEAREST = "nearest first"
    REPORT = "board order"
    OWNER = "by owner"
    REF = "by reference"
    TITLE = "by title"


class Filter(NamedTuple):
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
        return self == Filter()

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


def recommendations(
    db: sqlite3.Connection, shown: Filter, order: Order, today: date
) -> "array[int]":
    """The keys of the recommendations to show on a day, in order."""
    from store import narrowing

    nearest = standing_keys.nearest(db, _standings("recommendation", shown, today))
    keys = in_all(nearest, narrowing.of_recommendations(db, shown, today))
    return in_order(db, "recommendation", keys, order)


def actions(db: sqlite3.Connection, shown: Filter, order: Order, today: date) -> "array[int]":
    """The keys of the actions to show on a day, in order."""
    from store import narrowing

    nearest = standing_keys.nearest(db, _standings("action", shown, today))
    keys = in_all(nearest, narrowing.of_actions(db, shown))
    return in_order(db, "action", keys, order)


def first(db: sqlite3.Connection, shown: Filter, today: date, most: int) -> "array[int]":
    """The first so many keys of recommendations, nearest first, where no words are searched for."""
    return standing_keys.first(db, _standings("recommendation", shown, today), most)


def count(db: sqlite3.Connection, shown: Filter, today: date) -> int:
    """How many recommendations there are to show on a day."""
    if shown.owners or shown.theme or shown.text:
        return len(recommendations(db, shown, Order.NEAREST, today))
    return standing_keys.count(db, _standings("recommendation", shown, today))


def total(db: sqlite3.Connection, today: date) -> int:
    """How many recommendations exist on a day."""
    (number,) = db.execute(
        "SELECT count(*) FROM recommendations WHERE since <= ?", (today.isoformat(),)
    ).fetchone()
    return int(number)


def first_open(db: sqlite3.Connection, keys: Sequence[int], today: date) -> int | None:
    """The first of these recommendations that is open on a day, read a few hundred at a time."""
    for begin in range(0, len(keys), _AT_ONCE):
        some = keys[begin : begin + _AT_ONCE]
        found = db.execute(
            f"""SELECT recommendation FROM recommendation_standing
                WHERE recommendation IN ({marks(some)}) AND is_open
                AND since <= ? AND (until IS NULL OR until > ?)""",
            (*some, today.isoformat(), today.isoformat()),
        )
        are_open = {key for (key,) in found}
        for key in some:
            if key in are_open:
                return key
    return None


def themes(db: sqlite3.Connection) -> list[str]:
    """Every theme in use."""
    found = db.execute("SELECT DISTINCT theme FROM recommendations WHERE theme <> '' ORDER BY 1")
    return [theme for (theme,) in found]


def _standings(kind: str, shown: Filter, today: date) -> Standings:
    days = [day for day in (shown.before, today if shown.overdue else None) if day is not None]
    of_recommendations = kind == "recommendation"
    return Standings(
        kind,
        today,
        open_only=shown.open_only or shown.overdue,
        before=min(days, default=None),
        applies=shown.applies if of_recommendations else None,
        inspection=shown.inspection if of_recommendations else None,
    )


def in_all(keys: "array[int]", sets: list[set[int]]) -> "array[int]":
    """Those of the keys, in their order, that are in every one of the sets."""
    if not sets:
        return keys
    wanted = set.intersection(*sets)
    return array("q", [key for key in keys if key in wanted])


def in_order(db: sqlite3.Connection, kind: str, keys: "array[int]", order: Order) -> "array[int]":
    """Keys that are nearest first, in another order."""
    if order is Order.NEAREST:
        return keys
    from store.ordering import ORDERINGS

    return ORDERINGS[order](db, kind, keys)
