"""Counting on another core while the screen is still being imported.

A first look at a large tracker takes SQLite longer than a start may wait, and importing the screen
takes longer still; SQLite needs nothing of Python meanwhile.
"""

import sqlite3
from contextlib import closing
from datetime import date
from threading import Thread

from store.connection import connect
from store.errors import TrackerError
from store.first_look import FirstLook, first_look
from store.tracker import Tracker


class LookingAhead:
    """A first look at a tracker, begun when this is made, over a connection of its own."""

    def __init__(self, tracker: Tracker, today: date) -> None:
        self._tracker = tracker
        self._today = today
        self._version = self._data_version()
        self._seen: FirstLook | None = None
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def result(self) -> FirstLook:
        """What was seen; if that failed or no longer holds, another look."""
        self._thread.join()
        if self._seen is None or self._data_version() != self._version:
            return first_look(self._tracker.db, self._today)
        return self._seen

    def _look(self) -> None:
        try:
            with closing(connect(self._tracker.path, "ro")) as db:
                self._seen = first_look(db, self._today)
        except (TrackerError, sqlite3.Error):
            return  # looked at again where it is told to the user

    def _data_version(self) -> object:
        return self._tracker.db.execute("PRAGMA data_version").fetchone()
