"""Queries: what the documents get wrong or leave open, kept beside the record until settled."""

import sqlite3
from datetime import date

from store.errors import BadInput
from store.models import Query, Subject
from store.rows import Row, day, must_exist, rows
from store.unit import Unit
from store.vocabulary import SubjectKind


def from_row(row: Row) -> Query:
    """A query as kept."""
    return Query(
        row["id"],
        row["uid"],
        row["rev"],
        Subject(SubjectKind(row["subject_kind"]), row["subject"]),
        row["text"],
        row["source"],
        day(row["settled_on"]),
        row["settled_how"],
    )


def of(db: sqlite3.Connection, subject: Subject, today: date) -> list[Query]:
    """The queries on a record that are open on a day."""
    on = today.isoformat()
    return [
        from_row(row)
        for row in rows(
            db,
            """SELECT * FROM queries WHERE subject_kind = ? AND subject = ? AND since <= ?
               AND (settled_on IS NULL OR settled_on > ?) ORDER BY id""",
            (subject.kind, subject.id, on, on),
        )
    ]


def listed(db: sqlite3.Connection, today: date) -> list[Query]:
    """Every query open on a day."""
    on = today.isoformat()
    return [
        from_row(row)
        for row in rows(
            db,
            """SELECT * FROM queries WHERE since <= ?
               AND (settled_on IS NULL OR settled_on > ?) ORDER BY id""",
            (on, on),
        )
    ]


def ask(change: Unit, subject: Subject, text: str, *, since: date, source: str = "") -> int:
    """Put a query on a record."""
    if not text.strip():
        raise BadInput("The query has no words in it. Nothing was saved.")
    must_exist(change.db.conn, subject)
    return change.add(
        "queries",
        subject_kind=subject.kind,
        subject=subject.id,
        text=text,
        source=source,
        since=since,
    )


def settle(change: Unit, query: Query, *, on: date, how: str) -> None:
    """Record that a query is settled, and how."""
    if not how.strip():
        raise BadInput("Say how the query was settled. It stays open; nothing was saved.")
    change.change("queries", query.id, query.rev, settled_on=on, settled_how=how)
