"""Opening a tracker on another core while the screen is still being imported.

SQLite reads the rules of a tracker, and counts what is in it, without need of Python; importing the
screen takes longer than both.
"""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from store.first_look import FirstLook, first_look
from store.tracker import Tracker

TrackerAndDay = tuple[Tracker, date]


class OpeningAhead:
    """A tracker and the day to show it as on; its opening begins when this is made."""

    def __init__(self, opened: Callable[[], TrackerAndDay]) -> None:
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
        self._opened = thread.submit(opened)
        self._seen = thread.submit(self._look)
        thread.shutdown(wait=False)

    def result(self) -> TrackerAndDay:
        """The tracker and the day; raises what opening it raised.

        It waits for the first look too, so that no two threads use one connection at a time.
        """
        self._seen.exception()
        return self._opened.result()

    def look(self) -> FirstLook:
        """What was seen first of it; seen again if that failed, or if somebody saved since."""
        tracker, today = self.result()
        if self._seen.exception() is None:
            seen, version = self._seen.result()
            if version == _version(tracker.db):
                return seen
        return first_look(tracker.db, today)

    def _look(self) -> tuple[FirstLook, int]:
        tracker, today = self._opened.result()
        version = _version(tracker.db)
        return first_look(tracker.db, today), version


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA data_version").fetchone()
    return int(version)
