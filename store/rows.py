"""Rows read back: one place that knows how a `When` and a day are kept."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from store.dates import When
from store.errors import NotFound
from store.models import Subject

Row = sqlite3.Row
Bindings = Sequence[str | int | None]

_MOST_BOUND = 100


def rows(db: sqlite3.Connection, sql: str, values: Bindings = ()) -> list[Row]:
    """All rows of a query, by column name."""
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    found: list[Row] = cursor.execute(sql, values).fetchall()
    return found


def among(keys: Iterable[int | None]) -> tuple[str, tuple[int, ...]]:
    """What stands in the brackets of an IN, and the values bound there.

    A few keys are bound, so that the statement is the same for others and need not be read again;
    many are written out, for only so many can be bound.
    """
    wanted = tuple(int(key) for key in keys if key is not None)
    if len(wanted) > _MOST_BOUND:
        return ", ".join(map(str, wanted)), ()
    return ", ".join("?" * len(wanted)), wanted


def one(db: sqlite3.Connection, sql: str, values: Bindings = ()) -> Row | None:
    """The first row of a query, by column name."""
    found = rows(db, sql, values)
    return found[0] if found else None


def by_id(db: sqlite3.Connection, table: str, key: int) -> Row:
    """One record of a table; NotFound if it is gone."""
    found = one(db, f"SELECT * FROM {table} WHERE id = ?", (key,))
    if found is None:
        raise NotFound("That record is no longer in the tracker. Nothing was changed.")
    return found


def must_exist(db: sqlite3.Connection, subject: Subject) -> None:
    """Raise NotFound unless the record that something is to be about is there."""
    by_id(db, f"{subject.kind}s", subject.id)


def day(text: str | None) -> date | None:
    """A kept day."""
    return None if text is None else date.fromisoformat(text)


def when(row: Row, name: str) -> When:
    """The `When` kept in four columns of a row."""
    return When(
        row[f"{name}_words"],
        day(row[f"{name}_earliest"]),
        day(row[f"{name}_latest"]),
        row[f"{name}_source"],
    )


def marks(values: Iterable[object]) -> str:
    """Question marks for an IN list."""
    return ", ".join("?" for _ in values)
