"""The keys of the last list, kept while the same is asked of a tracker in which nothing changed."""

import sqlite3
from array import array
from datetime import date

from store import filters
from store.filters import Filter, Order


class KeptKeys:
    """Typing a word asks for the same list with every letter; it is read once, as is each order."""

    def __init__(self) -> None:
        self._asked: object = None
        self._in_order: dict[Order, array[int]] = {}

    def read(
        self, db: sqlite3.Connection, shown: Filter, order: Order, today: date
    ) -> "array[int]":
        """The keys of the recommendations to show on a day, in order."""
        # Writes of others show in the one number, our own in the other.
        version = (db.execute("PRAGMA data_version").fetchone()[0], db.total_changes, id(db))
        asked = (shown, today, version)
        if asked != self._asked:
            nearest = filters.recommendations(db, shown, Order.NEAREST, today)
            self._in_order = {Order.NEAREST: nearest}
            self._asked = asked
        if order not in self._in_order:
            nearest = self._in_order[Order.NEAREST]
            self._in_order[order] = filters.in_order(db, "recommendation", nearest, order)
        return self._in_order[order]
