"""A record as somebody opened it, so that nobody's change is saved over unseen."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from store import history
from store.errors import Conflict
from tui.dialogs.fields import Field
from tui.dialogs.versions import Theirs


class Revised(Protocol):
    """A record that knows the change it was last touched by."""

    @property
    def rev(self) -> int:
        """The number of that change."""


Record = TypeVar("Record", bound=Revised)


class Opened(Generic[Record]):
    """The version of a record that a form goes over: as it was opened, or as last agreed to."""

    def __init__(
        self,
        db: Callable[[], sqlite3.Connection],
        read: Callable[[], Record],
        fields: Callable[[Record], Sequence[Field]],
    ) -> None:
        self._db = db
        self._read = read
        self._fields = fields
        self.record = read()

    def fields(self) -> Sequence[Field]:
        """What the form asks, filled with this version."""
        return self._fields(self.record)

    def theirs(self) -> Theirs:
        """The version that is saved by now, to be shown beside what was typed."""
        found = self._read()
        by, said = saved_by(self._db(), found.rev)

        def accept() -> None:
            self.record = found

        return Theirs(self._fields(found), by, said, accept)


class Seen:
    """What somebody saw when they opened a form that adds to it; said once if it moved on."""

    def __init__(self, look: Callable[[], str]) -> None:
        self._look = look
        self._seen = look()

    def check(self) -> None:
        """Conflict if it is no longer what was seen; from then on it is."""
        now = self._look()
        if now == self._seen:
            return
        self._seen = now
        raise Conflict(
            f"Somebody else was here after you opened this. Now: {now} Nothing of yours was saved "
            "yet: save again to put yours after it."
        )


def saved_by(db: sqlite3.Connection, rev: int) -> tuple[str, str]:
    """Who made a change, and a sentence that says who, when and what."""
    unit = history.get(db, rev)
    at = f"{unit.at.astimezone():%d/%m/%Y at %H:%M}"
    return unit.by, (
        f"{unit.by} saved “{unit.title}” on {at}, after you opened this. Nothing of either is lost:"
        " choose for each field, then save."
    )
