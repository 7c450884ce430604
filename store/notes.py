"""Notes: dated, kept to the letter, never changed; a correction is a note of its own."""

import sqlite3
from datetime import date

from store.errors import BadInput, NotFound
from store.models import Note, Subject
from store.rows import Row, must_exist, one, rows
from store.unit import Unit
from store.vocabulary import SubjectKind

LONGEST = 1_000_000


def from_row(row: Row) -> Note:
    """A note as kept, with the note that corrects it."""
    return Note(
        row["id"],
        row["uid"],
        Subject(SubjectKind(row["subject_kind"]), row["subject"]),
        row["text"],
        date.fromisoformat(row["noted_on"]),
        row["by"],
        row["corrects"],
        row["corrected_by"],
        row["board"],
    )


WITH_CORRECTION = """SELECT n.*, (SELECT max(c.id) FROM notes c
        WHERE c.corrects = n.id AND c.noted_on <= ?) AS corrected_by FROM notes n"""


def of(db: sqlite3.Connection, subject: Subject, today: date) -> list[Note]:
    """The notes on a record up to a day, newest first; corrected ones say by which."""
    on = today.isoformat()
    return [
        from_row(row)
        for row in rows(
            db,
            f"""{WITH_CORRECTION} WHERE n.subject_kind = ? AND n.subject = ? AND n.noted_on <= ?
                ORDER BY n.noted_on DESC, n.id DESC""",
            (on, subject.kind, subject.id, on),
        )
    ]


def listed(db: sqlite3.Connection, today: date) -> list[Note]:
    """Every note up to a day, newest first."""
    on = today.isoformat()
    return [
        from_row(row)
        for row in rows(
            db,
            f"{WITH_CORRECTION} WHERE n.noted_on <= ? ORDER BY n.noted_on DESC, n.id DESC",
            (on, on),
        )
    ]


def add(
    change: Unit,
    subject: Subject,
    text: str,
    *,
    on: date,
    corrects: int | None = None,
    board: int | None = None,
) -> int:
    """Attach a note; `board` marks it as what that board was told."""
    if not text.strip():
        raise BadInput("The note has no words in it. Nothing was saved.")
    if len(text) > LONGEST:
        raise BadInput(
            f"The note has {len(text):,} characters; the longest that can be kept is {LONGEST:,}. "
            "Nothing was saved: attach the document instead, or split the note."
        )
    must_exist(change.db.conn, subject)
    if corrects is not None:
        _check_corrects(change.db.conn, subject, corrects)
    return change.add(
        "notes",
        subject_kind=subject.kind,
        subject=subject.id,
        text=text,
        noted_on=on,
        by=change.author.name,
        corrects=corrects,
        board=board,
    )


def _check_corrects(db: sqlite3.Connection, subject: Subject, note: int) -> None:
    earlier = one(
        db,
        "SELECT 1 FROM notes WHERE id = ? AND subject_kind = ? AND subject = ?",
        (note, subject.kind, subject.id),
    )
    if earlier is None:
        raise NotFound("The note to correct is not on this record. Nothing was saved.")
