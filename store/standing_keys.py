"""Which recommendations or actions stand on a day, nearest first: read from indexes alone.

Stretches that still hold and, for a day in the past, those that ended after it have an index each.
Only the first is in the order of days; the second is empty unless the clock was set back.
"""

import sqlite3
from array import array
from collections.abc import Iterator
from datetime import date
from heapq import merge
from typing import NamedTuple

from store.reading_keys import Named, keys_of
from store.vocabulary import Applies


class Standings(NamedTuple):
    """What is asked of the standings of one kind, "recommendation" or "action", on a day."""

    kind: str
    today: date
    open_only: bool = False
    before: date | None = None
    applies: Applies | None = None
    inspection: int | None = None

    @property
    def bound(self) -> dict[str, str | int | None]:
        """What the statements' names stand for."""
        return {
            "today": self.today.isoformat(),
            "before": self.before.isoformat() if self.before else None,
            "applies": self.applies,
            "conditional": Applies.CONDITIONAL,
            "inspection": self.inspection,
        }

    def still(self) -> str:
        """Select from the stretches that still hold. The words are those of the indexes."""
        return f"{self._from} WHERE until IS NULL AND since <= :today{self._conditions()}"

    def ended(self) -> str:
        """Select from the stretches that ended after the day."""
        return f"{self._from} WHERE until > :today AND since <= :today{self._conditions()}"

    @property
    def _from(self) -> str:
        return f"SELECT {self.kind} AS key, sort_day FROM {self.kind}_standing"

    def _conditions(self) -> str:
        return "".join(f" AND {condition}" for condition in self._each_condition())

    def _each_condition(self) -> Iterator[str]:
        if self.open_only:
            yield "is_open = 1"
        if self.inspection is not None:
            yield "inspection = :inspection"
        if self.before is not None:
            yield "sort_day < :before"
        if self.applies is Applies.OURS:
            yield "applies IN (:applies, :conditional)"
        elif self.applies is not None:
            yield "applies = :applies"


def nearest(db: sqlite3.Connection, wanted: Standings) -> "array[int]":
    """All keys, nearest first."""
    ended = db.execute(wanted.ended(), wanted.bound).fetchall()
    if not ended:
        return keys_of(db, f"{wanted.still()} ORDER BY sort_day, {wanted.kind}", wanted.bound)
    still = db.execute(f"{wanted.still()} ORDER BY sort_day, {wanted.kind}", wanted.bound)
    by_day = ((day, key) for key, day in still)
    return array("q", (key for _, key in merge(by_day, sorted((day, key) for key, day in ended))))


def first(db: sqlite3.Connection, wanted: Standings, most: int) -> "array[int]":
    """The first keys, nearest first; no more than `most`."""
    if _any_ended(db, wanted):
        return nearest(db, wanted)[:most]
    bound: Named = {**wanted.bound, "most": most}
    found = db.execute(f"{wanted.still()} ORDER BY sort_day, {wanted.kind} LIMIT :most", bound)
    return array("q", (key for key, _ in found))


def count(db: sqlite3.Connection, wanted: Standings) -> int:
    """How many there are."""
    total = 0
    for select in (wanted.still(), wanted.ended()):
        (number,) = db.execute(f"SELECT count(*) FROM ({select})", wanted.bound).fetchone()
        total += int(number)
    return total


def _any_ended(db: sqlite3.Connection, wanted: Standings) -> bool:
    return db.execute(f"{wanted.ended()} LIMIT 1", wanted.bound).fetchone() is not None
