"""For whom records are put into words."""

import sqlite3
from datetime import date

from store import owners
from store.working_days import calendar
from tui.command_line.as_json import Reader


def reader(db: sqlite3.Connection, today: date) -> Reader:
    """The reader of a day, with this tracker's working days and the names of its owners."""
    names = {owner.id: owner.name for owner in owners.listed(db)}
    return Reader(today, calendar(db), names)
