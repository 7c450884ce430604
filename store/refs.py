"""Our own references: a letter for the kind of record and a number that never changes."""

import re
import sqlite3

from store.errors import NotFound
from store.models import Subject
from store.vocabulary import SubjectKind

LETTERS = {
    "I": SubjectKind.INSPECTION,
    "D": SubjectKind.DOCUMENT,
    "R": SubjectKind.RECOMMENDATION,
    "A": SubjectKind.ACTION,
    "B": SubjectKind.BOARD,
}
_PREFIX = {kind: letter for letter, kind in LETTERS.items()}
_REF = r"([A-Z])(\d{1,9})"


def table_of(kind: SubjectKind) -> str:
    """The table that holds records of a kind."""
    return f"{kind}s"


def next_ref(db: sqlite3.Connection, kind: SubjectKind) -> str:
    """The reference the next record of a kind gets."""
    letter = _PREFIX[kind]
    last = db.execute(f"SELECT ref FROM {table_of(kind)} ORDER BY id DESC LIMIT 1").fetchone()
    number = int(last[0][1:]) + 1 if last else 1
    # Records of another copy come in with the references they have there, in any order.
    given = f"SELECT 1 FROM {table_of(kind)} WHERE ref = ?"
    while db.execute(given, (f"{letter}{number}",)).fetchone():
        number += 1
    return f"{letter}{number}"


def find(db: sqlite3.Connection, ref: str) -> Subject:
    """The record with a reference such as R3, however it was typed; NotFound with a sentence."""
    match = re.fullmatch(_REF, ref.strip().upper(), re.ASCII)
    if match is None or match[1] not in LETTERS:
        raise NotFound(
            f"“{ref[:40]}” is not a reference. References are a letter and a number: I1 for an "
            "inspection, R1 for a recommendation, A1 for an action, D1 for a document, B1 for a "
            "board."
        )
    kind = LETTERS[match[1]]
    typed = f"{match[1]}{int(match[2])}"
    row = db.execute(f"SELECT id FROM {table_of(kind)} WHERE ref = ?", (typed,)).fetchone()
    if row is None:
        raise NotFound(f"There is no {kind} {typed} in this tracker. Nothing was changed.")
    return Subject(kind, int(row[0]))


def ref_of(db: sqlite3.Connection, subject: Subject) -> str:
    """How a record is called: its reference, or its kind where it has none of its own."""
    if subject.kind not in _PREFIX:
        return subject.kind.value
    row = db.execute(
        f"SELECT ref FROM {table_of(subject.kind)} WHERE id = ?", (subject.id,)
    ).fetchone()
    return str(row[0]) if row else subject.kind.value
