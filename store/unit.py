"""The one door for writing: a named unit in one transaction, with its history and its hash."""

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple

from store import standing
from store.dates import When
from store.errors import BadInput, Conflict
from store.rows import one
from store.text import clean

if TYPE_CHECKING:
    from sqlite_utils import Database

_BETWEEN_LOOKS = 0.003  # seconds; a save takes about as long
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1  # what SQLite keeps as a whole number

Value = str | int | bool | date | When | StrEnum | None


class Author(NamedTuple):
    """Who is writing, and the clock that says when (UTC)."""

    name: str
    now: Callable[[], datetime]

    def stamp(self) -> str:
        """The present moment, as it is kept."""
        return self.now().astimezone(UTC).isoformat(timespec="milliseconds")


class Unit(NamedTuple):
    """A change in the making. Only `unit` makes one, so only inside it can records be written."""

    db: "Database"
    id: int
    title: str
    author: Author
    undoes: int | None = None
    redoes: int | None = None

    def add(self, table: str, **values: Value) -> int:
        """Add a record and return its id; it gets a uid of its own."""
        row = {"uid": uuid.uuid4().hex, "rev": self.id, **columns(values)}
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        added = self.db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])
        return int(added.lastrowid or 0)

    def change(self, table: str, record: int, rev: int, **values: Value) -> None:
        """Change a record last seen as `rev`; Conflict if somebody was there first.

        Where every value is what it was already, nothing is written.
        """
        row = columns(values)
        seen = one(self.db.conn, f"SELECT * FROM {table} WHERE id = ? AND rev = ?", (record, rev))
        if seen is None:
            raise Conflict(
                "Somebody else changed this record after you opened it. Their change is kept and "
                "yours is not saved yet: look at it again, then make your change once more."
            )
        if all(seen[name] == value for name, value in row.items()):
            return
        settings = ", ".join(f"{name} = ?" for name in row)
        self.db.execute(
            f"UPDATE {table} SET {settings}, rev = ? WHERE id = ?",
            [*row.values(), self.id, record],
        )


def columns(values: dict[str, Value]) -> dict[str, str | int | None]:
    """Values as they are kept: a `When` becomes its four columns, text is cleaned."""
    row: dict[str, str | int | None] = {}
    for name, value in values.items():
        if isinstance(value, When):
            row[f"{name}_words"] = clean(value.words)
            row[f"{name}_earliest"] = _kept(value.earliest)
            row[f"{name}_latest"] = _kept(value.latest)
            row[f"{name}_source"] = clean(value.source)
        else:
            row[name] = _kept(value)
    return row


def _kept(value: str | int | bool | date | None) -> str | int | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return clean(str(value))
    return None if value is None else _kept_number(int(value))


def _kept_number(number: int) -> int:
    if not _SMALLEST <= number <= _LARGEST:
        raise BadInput("That number is too large to be kept. Nothing was saved: check it.")
    return number


@contextmanager
def unit(
    db: sqlite3.Connection,
    title: str,
    author: Author,
    *,
    undoes: int | None = None,
    redoes: int | None = None,
) -> Iterator[Unit]:
    """Write one named change: all of it with its history, or nothing.

    The write lock is taken first, so that two writers queue instead of failing half-way. A unit
    that changes nothing leaves no trace.
    """
    with transaction(db) as wrapped:
        change = Unit(wrapped, _next_id(db), clean(title, single_line=True), author, undoes, redoes)
        db.execute("UPDATE current_unit SET unit = ?", (change.id,))
        yield change
        db.execute("UPDATE current_unit SET unit = NULL")
        if db.execute("SELECT 1 FROM changes WHERE unit = ? LIMIT 1", (change.id,)).fetchone():
            _write_log(db, change)
            standing.refresh(db, standing.touched(db, change.id))


def remark(db: sqlite3.Connection, title: str, author: Author) -> None:
    """Log that something happened to the tracker that changed no record; it cannot be undone."""
    with transaction(db) as wrapped:
        _write_log(db, Unit(wrapped, _next_id(db), clean(title, single_line=True), author))


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator["Database"]:
    """Hold the write lock around work that is not history: drafts, places, migrations."""
    from sqlite_utils import Database

    # The connection has recursive triggers already; to say it again undoes its prepared statements.
    wrapped = Database(db, execute_plugins=False, recursive_triggers=False)
    _take_the_lock(db)
    try:
        yield wrapped
        db.commit()
    except BaseException:
        if db.in_transaction:
            db.rollback()
        raise


def _take_the_lock(db: sqlite3.Connection) -> None:
    """Begin to write, or wait for those who do, for as long as the connection is patient.

    SQLite's own waiting ends up looking ten times a second, so that whoever came first can wait
    for seconds while others save again and again.
    """
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    until = monotonic() + patience / 1000
    db.execute("PRAGMA busy_timeout = 0")
    try:
        while not _begun(db, last_try=monotonic() > until):
            sleep(_BETWEEN_LOOKS)
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}")


def _begun(db: sqlite3.Connection, *, last_try: bool) -> bool:
    try:
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last_try or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _next_id(db: sqlite3.Connection) -> int:
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM units").fetchone()
    return int(last) + 1


def _write_log(db: sqlite3.Connection, change: Unit) -> None:
    from store import chain

    link = chain.Link(
        change.id,
        uuid.uuid4().hex,
        change.title,
        clean(change.author.name, single_line=True),
        change.author.stamp(),
        change.undoes,
        change.redoes,
    )
    previous = chain.head(db)
    db.execute(
        "INSERT INTO units VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*link, previous, chain.hash_of(link, chain.changes_of(db, change.id), previous)),
    )
