"""Reports, letters and papers: who sent what to whom, and when each was dated and published."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from store import deadlines
from store.dates import When
from store.holidays import Calendar
from store.models import Copy, Document
from store.refs import next_ref
from store.rows import Row, by_id, rows, when
from store.unit import Unit
from store.vocabulary import SubjectKind

_FOLLOW_THE_DOCUMENT = ("recommendations", "responses", "actions", "case_audits")


def _from_row(row: Row) -> Document:
    return Document(
        row["id"],
        row["uid"],
        row["rev"],
        row["ref"],
        row["inspection"],
        row["kind"],
        row["title"],
        row["sent_by"],
        row["sent_to"],
        row["marking"],
        row["url"],
        row["file_name"],
        row["sha256"],
        bool(row["in_hand"]),
        when(row, "dated"),
        when(row, "published"),
        row["remark"],
        date.fromisoformat(row["since"]),
    )


def get(db: sqlite3.Connection, key: int) -> Document:
    """One document."""
    return _from_row(by_id(db, "documents", key))


def listed(db: sqlite3.Connection, today: date) -> list[Document]:
    """Every document there is on a day, oldest first."""
    return [
        _from_row(row)
        for row in rows(
            db,
            "SELECT * FROM documents WHERE since <= ? ORDER BY since, id",
            (today.isoformat(),),
        )
    ]


def of_inspection(db: sqlite3.Connection, inspection: int, today: date) -> list[Document]:
    """The documents about an inspection there are on a day, oldest first."""
    return of_inspections(db, (inspection,), today)


def of_inspections(
    db: sqlite3.Connection, inspections: Iterable[int], today: date
) -> list[Document]:
    """The documents about any of these inspections there are on a day, oldest first."""
    wanted = ", ".join(str(int(key)) for key in inspections)
    return [
        _from_row(row)
        for row in rows(
            db,
            f"""SELECT * FROM documents WHERE inspection IN ({wanted}) AND since <= ?
                ORDER BY since, id""",
            (today.isoformat(),),
        )
    ]


def report_of(db: sqlite3.Connection, inspection: int, today: date) -> Document | None:
    """The inspection's own report, if there is one on a day: what starts its clocks."""
    found = of_inspection(db, inspection, today)
    return next((document for document in found if "report" in document.kind), None)


def add(
    change: Unit,
    *,
    kind: str,
    title: str,
    since: date,
    inspection: int | None = None,
    sent_by: str = "",
    sent_to: str = "",
    marking: str = "",
    url: str = "",
    file_name: str = "",
    sha256: str = "",
    in_hand: bool = True,
    dated: When = When(),
    published: When = When(),
    remark: str = "",
) -> int:
    """Add a document; `since` is the first day it can have been read."""
    return change.add(
        "documents",
        ref=next_ref(change.db.conn, SubjectKind.DOCUMENT),
        inspection=inspection,
        kind=kind,
        title=title,
        sent_by=sent_by,
        sent_to=sent_to,
        marking=marking,
        url=url,
        file_name=file_name,
        sha256=sha256,
        in_hand=in_hand,
        dated=dated,
        published=published,
        remark=remark,
        since=since,
    )


def correct_published(change: Unit, document: Document, published: When, calendar: Calendar) -> int:
    """Correct the publication day and recompute what hangs on it; how many deadlines moved."""
    since = published.earliest or document.since
    change.change("documents", document.id, document.rev, published=published, since=since)
    for table in _FOLLOW_THE_DOCUMENT:
        found = rows(
            change.db.conn,
            f"SELECT id, rev FROM {table} WHERE document = ? AND since = ?",
            (document.id, document.since.isoformat()),
        )
        for row in found:
            change.change(table, row["id"], row["rev"], since=since)
    for row in rows(
        change.db.conn,
        "SELECT id, rev FROM deadlines WHERE start_document = ? AND since = ?",
        (document.id, document.since.isoformat()),
    ):
        change.change("deadlines", row["id"], row["rev"], since=since)
    return deadlines.restart(change, document.id, published, calendar)


def copies(db: sqlite3.Connection, document: int) -> list[Copy]:
    """To whom copies of a document went."""
    return [
        Copy(
            row["id"],
            row["document"],
            row["sent_to"],
            row["duty"],
            row["address"],
            row["how"],
            when(row, "sent"),
        )
        for row in rows(db, "SELECT * FROM copies WHERE document = ? ORDER BY id", (document,))
    ]


def add_copy(
    change: Unit,
    document: int,
    *,
    sent_to: str,
    duty: str = "",
    address: str = "",
    how: str = "",
    sent: When = When(),
) -> int:
    """Record that a copy was sent, and which duty that serves."""
    return change.add(
        "copies", document=document, sent_to=sent_to, duty=duty, address=address, how=how, sent=sent
    )
