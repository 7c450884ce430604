"""What a governance lead sees first of a tracker: what comes next, and how much is still to do."""

import sqlite3
from datetime import date
from typing import NamedTuple

from store import filters, summary
from store.filters import Filter
from store.summary import Outlook
from store.vocabulary import Applies

TO_DO = Filter(open_only=True, applies=Applies.OURS)
"""What the screen opens on: what is still to do, and ours."""


class FirstLook(NamedTuple):
    """What comes next, how many recommendations are open and ours, and how many there are."""

    outlook: Outlook
    to_do: int
    everything: int


def first_look(db: sqlite3.Connection, today: date) -> FirstLook:
    """A first look as on a day. All of it is counted: a hundred thousand take a while."""
    return FirstLook(
        summary.outlook(db, today), filters.count(db, TO_DO, today), filters.total(db, today)
    )
