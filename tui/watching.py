"""A look once a second: has somebody saved, is the file still there, is it another day.

Nothing is drawn when nothing has changed.
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from store import history
from store.connection import PATIENCE
from store.dates import say_day
from store.history import LoggedUnit
from tui.holding import Holding
from tui.place_on_disk import Place, PlaceOnDisk
from tui.screens.record_screen import RecordScreen
from tui.wording import counted

if TYPE_CHECKING:
    from tui.app import MattersApp

EVERY = 1.0
"""Seconds between two looks."""

MOST_TOLD = 1_000
"""The most changes that are counted when somebody else has saved them."""


class Watch:
    """Looks at the open tracker once a second and lets the screen follow."""

    def __init__(self, app: "MattersApp", real_day: Callable[[], date]) -> None:
        self._app = app
        self._real_day = real_day
        self.holding = Holding(app)
        self.saving_beside = False
        """Whether long work of this program is saving: what is new is not somebody else's."""
        self._begin_with_file()

    def begin(self) -> None:
        """Say that this tracker is open here, and look every second from now on."""
        self.holding.begin()
        self._app.set_interval(EVERY, self.tick)

    def end(self) -> None:
        """Say that it is open here no longer."""
        self.holding.end()

    @property
    def leads_on(self) -> bool:
        """Whether something can be done about a tracker that cannot be written here."""
        return self.place.found is not Place.SAME or self.holding.is_read_only

    def tick(self) -> None:
        """Look once; a file that is being saved to, or cannot be reached, is looked at again."""
        if self._app.desk.db is not self._db:
            self._begin_with_file()
            self.holding.begin_again()
        self._look_at_day()
        if self.place.look():
            self.holding.tick()
            with suppress(sqlite3.OperationalError):
                self._look_at_changes()

    def _begin_with_file(self) -> None:
        """Take what is open now as known."""
        self._db = self._app.desk.db
        self.place = PlaceOnDisk(self._app)
        self._version, self._newest = -1, 0
        with suppress(sqlite3.OperationalError):
            self._version, self._newest = self._data_version(), history.newest(self._db)

    def _look_at_changes(self) -> None:
        version, newest = self._data_version(), history.newest(self._db)
        if version == self._version or self.saving_beside:
            self._version, self._newest = version, newest  # what is new was saved here
            return
        units = history.units_since(self._db, self._newest, MOST_TOLD)
        if units and not refresh(self._app):
            return
        self._version, self._newest = version, newest
        if units:
            self._app.notify(said(units), markup=False, timeout=6)

    def _data_version(self) -> int:
        """A number that others change by saving; never waits for them."""
        self._db.execute("PRAGMA busy_timeout = 0")
        try:
            ((version,),) = self._db.execute("PRAGMA data_version").fetchall()
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
        return int(version)

    def _look_at_day(self) -> None:
        """Let the day follow the calendar, unless another day was asked for."""
        day, desk = self._real_day(), self._app.desk
        if day == desk.real_today:
            return
        before, was_set = desk.real_today, desk.clock_is_set
        desk.real_today = day
        desk.today = desk.today if was_set else day
        refresh(self._app)
        if day < before:
            self._app.notify(
                f"This machine's clock went back from {say_day(before)} to {say_day(day)}. What is "
                "kept is as it was; check the clock, because changes are dated by it.",
                markup=False,
                severity="warning",
                timeout=12,
            )


def refresh(app: "MattersApp") -> bool:
    """Read every open screen again; cursors, marks and what is typed stay as they are.

    False where the file did not answer in time; what is shown is then older than the file.
    """
    try:
        for screen in app.screen_stack:
            if isinstance(screen, RecordScreen):
                screen.follow()
    except sqlite3.OperationalError:
        return False
    return True


def said(units: list[LoggedUnit]) -> str:
    """Who changed what and when: "Changed by J. Smith 14:02: Note on R6"."""
    newest = units[0]
    more = f", and {counted(len(units) - 1, 'change')} before it" if len(units) > 1 else ""
    return f"Changed by {newest.by} {newest.at.astimezone():%H:%M}: {newest.title}{more}"
