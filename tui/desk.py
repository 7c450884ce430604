"""What lies on the desk: the open tracker, the day it is shown as on, and who is working."""

import sqlite3
from datetime import date

from store.holidays import Calendar
from store.tracker import Tracker
from store.unit import Author
from store.working_days import calendar


class Desk:
    """Handed to every screen; the day can change while the program runs, and writing can end."""

    __slots__ = ("author", "real_today", "today", "tracker")

    def __init__(self, tracker: Tracker, today: date, real_today: date, author: Author) -> None:
        self.tracker = tracker
        self.today = today
        self.real_today = real_today
        self.author = author

    @property
    def db(self) -> sqlite3.Connection:
        """The tracker's connection."""
        return self.tracker.db

    @property
    def clock_is_set(self) -> bool:
        """Whether the tracker is shown as on another day than today."""
        return self.today != self.real_today

    def stop_writing(self, reason: str) -> None:
        """Let nothing be written from now on, and let every key that would write say why."""
        self.db.execute("PRAGMA query_only = ON")
        self.tracker = self.tracker._replace(read_only=reason)

    def write_again(self, reason: str) -> bool:
        """Let changes be written again, if `reason` is all that stopped them; whether it was."""
        if self.tracker.read_only != reason:
            return False
        self.db.execute("PRAGMA query_only = OFF")
        self.tracker = self.tracker._replace(read_only="")
        return True

    def calendar(self) -> Calendar:
        """The working days of this tracker."""
        return calendar(self.db)
