"""One round of stepping through: its records in order, where it stands, and what was done."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from store import places
from store.filters import Order

_PLACE = "step through"


@dataclass(slots=True)
class Round:
    """The keys of the records, the index reached, and the refs noted on and skipped."""

    order: Order
    keys: Sequence[int]
    index: int = 0
    noted: set[int] = field(default_factory=set)
    skipped: set[int] = field(default_factory=set)

    @property
    def key(self) -> int:
        """The record in hand."""
        return self.keys[self.index]

    @property
    def is_last(self) -> bool:
        """Whether no record comes after this one."""
        return self.index >= len(self.keys) - 1

    def keep(self, db: sqlite3.Connection) -> None:
        """Remember where it stands."""
        kept = {
            "order": self.order.value,
            "key": self.key,
            "noted": sorted(self.noted),
            "skipped": sorted(self.skipped),
        }
        places.put(db, _PLACE, json.dumps(kept))


def unfinished(db: sqlite3.Connection) -> tuple[Order, int] | None:
    """The order and the record of a round that was left before its end."""
    kept = places.get(db, _PLACE)
    if kept is None:
        return None
    value = json.loads(kept)
    return Order(value["order"]), int(value["key"])


def resumed(db: sqlite3.Connection, order: Order, keys: Sequence[int]) -> Round:
    """The round that was left, over the records there are now."""
    kept = json.loads(places.get(db, _PLACE) or "{}")
    index = list(keys).index(kept["key"]) if kept.get("key") in keys else 0
    return Round(order, keys, index, set(kept.get("noted", ())), set(kept.get("skipped", ())))


def finish(db: sqlite3.Connection) -> None:
    """Forget the round: its end was reached."""
    places.forget(db, _PLACE)
