"""The working-day calendar of this tracker: bank holidays by rule and the user's own days."""

import sqlite3
from datetime import date

from store.holidays import Calendar
from store.unit import Unit


def calendar(db: sqlite3.Connection) -> Calendar:
    """England's and Wales's bank holidays and the extra days kept in this file."""
    extra = db.execute("SELECT day, name FROM extra_holidays ORDER BY day")
    return Calendar({date.fromisoformat(day): name for day, name in extra})


def add_holiday(change: Unit, day: date, name: str) -> int:
    """Keep an extra day on which nobody works."""
    return change.add("extra_holidays", day=day, name=name)
