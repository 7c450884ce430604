"""What records are called in titles, dialogs and the log."""

import sqlite3
from collections.abc import Sequence

from store import refs
from store.models import Subject
from store.vocabulary import SubjectKind


def called(db: sqlite3.Connection, records: Sequence[Subject]) -> str:
    """What the records are called together: "R3", or "5 recommendations"."""
    if len(records) == 1:
        return refs.ref_of(db, records[0])
    return f"{len(records)} {records[0].kind}s"


def title_of(db: sqlite3.Connection, record: Subject) -> str:
    """Reference and title of a record, as a dialog names it."""
    ref = refs.ref_of(db, record)
    columns = {SubjectKind.DEADLINE: "what", SubjectKind.BOARD: "name", SubjectKind.OWNER: "name"}
    column = columns.get(record.kind, "title")
    if record.kind is SubjectKind.RESPONSE:
        return ref
    table = refs.table_of(record.kind)
    row = db.execute(f"SELECT {column} FROM {table} WHERE id = ?", (record.id,)).fetchone()
    return f"{ref} · {row[0]}" if row else ref


def named(db: sqlite3.Connection, records: Sequence[Subject]) -> str:
    """One record by reference and title, several by their number."""
    return title_of(db, records[0]) if len(records) == 1 else called(db, records)
