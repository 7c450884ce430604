"""Two copies of one tracker beside each other: where their logs part, and what each did since."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from store.connection import connect
from store.errors import NotATracker
from store.history import LoggedUnit, units_since

COUNTED = ("inspections", "documents", "recommendations", "actions", "decisions", "notes")


@dataclass(frozen=True, slots=True)
class Holding:
    """What a copy holds: whose it is, how many units its log has, and how many records."""

    file_uuid: str
    title: str
    units: int
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A backup beside the present file, which may be gone or unreadable (`present` is None).

    `only_here` are the changes that only the present file has, `only_there` those that only the
    backup has, the newest first and at most so many as were asked for; their numbers are whole.
    """

    backup: Holding
    present: Holding | None
    common: int = 0
    only_here: tuple[LoggedUnit, ...] = ()
    only_there: tuple[LoggedUnit, ...] = ()

    @property
    def is_of_another(self) -> bool:
        """Whether they are not copies of one tracker."""
        return self.present is not None and self.present.file_uuid != self.backup.file_uuid

    @property
    def behind(self) -> int:
        """How many changes of the present file the backup does not have."""
        return self.present.units - self.common if self.present else 0

    @property
    def ahead(self) -> int:
        """How many changes the backup has that the present file does not."""
        return self.backup.units - self.common if self.present else 0

    def words(self) -> str:
        """How the backup differs from the present file."""
        if self.present is None:
            return "all there is to read: the present file cannot be read"
        if self.is_of_another:
            return "of another tracker"
        if self.behind and self.ahead:
            behind = _changes(self.behind)
            return f"{behind} behind the present file, with {self.ahead:,} of its own"
        if self.ahead:
            return f"{_changes(self.ahead)} ahead of the present file"
        if self.behind:
            return f"{_changes(self.behind)} behind the present file"
        return "the same as the present file"

    def briefly(self) -> str:
        """The same in a column headed “beside the present file”."""
        if self.present is None:
            return "that cannot be read"
        if self.is_of_another:
            return "another tracker"
        if self.behind and self.ahead:
            return f"{_changes(self.behind)} behind, with {self.ahead:,} of its own"
        if self.behind:
            return f"{_changes(self.behind)} behind"
        return f"{_changes(self.ahead)} ahead" if self.ahead else "the same"


def compare(backup: Path, present: Path, newest: int = 0) -> Comparison:
    """Lay a sound backup beside the present file, with the newest changes of each."""
    there = connect(backup, "ro")
    try:
        here = _readable(present)
        if here is None:
            return Comparison(holding(there), None)
        try:
            return _compared(there, here, newest)
        except (sqlite3.DatabaseError, ValueError):
            return Comparison(holding(there), None)
        finally:
            here.close()
    finally:
        there.close()


def holding(db: sqlite3.Connection) -> Holding:
    """What an open copy holds."""
    (file_uuid, title) = db.execute("SELECT file_uuid, title FROM tracker").fetchone()
    counts = {
        table: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in COUNTED
    }
    return Holding(file_uuid, title, _last(db), counts)


def last_common(one: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """The newest unit that two logs share, 0 if none: each hash stands for all before it."""
    low, high = 0, min(_last(one), _last(other))
    while low < high:
        middle = (low + high + 1) // 2
        if _hash(one, middle) == _hash(other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _compared(there: sqlite3.Connection, here: sqlite3.Connection, newest: int) -> Comparison:
    common = last_common(there, here)
    return Comparison(
        holding(there),
        holding(here),
        common,
        tuple(units_since(here, common, newest)),
        tuple(units_since(there, common, newest)),
    )


def _readable(path: Path) -> sqlite3.Connection | None:
    try:
        return connect(path, "ro")
    except NotATracker:
        return None


def _last(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(id), 0) FROM units").fetchone()[0])


def _hash(db: sqlite3.Connection, unit: int) -> str | None:
    found = db.execute("SELECT hash FROM units WHERE id = ?", (unit,)).fetchone()
    return None if found is None else str(found[0])


def _changes(count: int) -> str:
    return "1 change" if count == 1 else f"{count:,} changes"
