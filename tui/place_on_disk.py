"""Whether the open tracker still is the file that its name leads to."""

import os
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import MattersApp

GONE = "its file is gone from its place"
REPLACED = "another file was put in its place"


class Place(Enum):
    """What is found under the name of the open tracker."""

    SAME = ""
    GONE = GONE
    REPLACED = REPLACED


class PlaceOnDisk:
    """Watches the name of the open tracker; nothing is written while it leads elsewhere.

    SQLite refuses such a write by itself on POSIX, Windows does not let an open file be replaced;
    this says it before somebody tries.
    """

    def __init__(self, app: "MattersApp") -> None:
        self._app = app
        self._path = app.desk.tracker.path.resolve()
        self._identity = self._look_up()
        self._read_only_before = ""
        self.found = Place.SAME

    def look(self, *, tell: bool = True) -> bool:
        """Look under the name; whether the tracker is there. Tells the user of a change."""
        identity = self._look_up()
        if identity == self._identity:
            found = Place.SAME
        else:
            found = Place.GONE if identity is None else Place.REPLACED
        if found is not self.found:
            before, self.found = self.found, found
            self._follow(before, tell=tell)
        return found is Place.SAME

    def _look_up(self) -> tuple[int, int] | None:
        try:
            there = os.stat(self._path)
        except OSError:
            return None
        return there.st_dev, there.st_ino

    def _follow(self, before: Place, *, tell: bool) -> None:
        from tui import rescue
        from tui.watching import refresh

        desk = self._app.desk
        if before is Place.SAME:
            self._read_only_before = desk.tracker.read_only
        if self.found is not Place.SAME:
            desk.stop_writing(self.found.value)
            if tell:
                rescue.tell(self._app, self.found)
        elif self._read_only_before:
            desk.stop_writing(self._read_only_before)
        elif desk.write_again(before.value):
            rescue.tell_of_return(self._app)
        refresh(self._app)
