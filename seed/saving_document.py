"""The document itself: what it says of itself, its fingerprint, and to whom copies went."""

import sqlite3

from seed.draft import DraftDocument
from seed.reports.reading import LETTERS
from seed.saving_frame import Saving
from store import documents
from store.models import Copy, Document
from store.rows import one
from store.vocabulary import StepKind


def imported(db: sqlite3.Connection, sha256: str) -> Document | None:
    """The document with the same bytes, if it was imported before."""
    row = one(db, "SELECT id FROM documents WHERE sha256 = ? AND sha256 <> ''", (sha256,))
    return None if row is None else documents.get(db, row["id"])


def write_document(saving: Saving) -> int:
    """The document, new or the file of one that was known of."""
    awaited = saving.typed.document if saving.typed else _awaited(saving)
    key = awaited.id if awaited else _new(saving, saving.draft.document)
    if awaited:
        _complete(saving, awaited)
    told = {step_of_copy(one.sent_to, one.duty) for one in _copies(saving, key)}
    for copy in saving.draft.copies:
        step = step_of_copy(copy.to, copy.duty)
        if step is StepKind.PUBLISHED or (step is not None and step in told):
            continue
        documents.add_copy(
            saving.change,
            key,
            sent_to=copy.to,
            duty=copy.duty,
            how=saving.at(copy.place),
        )
    return key


def step_of_copy(sent_to: str, duty: str) -> StepKind | None:
    """The step of the duty under section 55 that a copy is; None for others.

    s.55(6)(a) and (b) are the copies; where comments are published (s.55(5)) is no copy.
    """
    if duty == StepKind.PUBLISHED:
        return StepKind.PUBLISHED
    words = f"{sent_to} {duty}".casefold()
    if "home secretary" in words or "secretary of state" in words:
        return StepKind.HOME_SECRETARY
    return StepKind.INSPECTORS if "inspector" in words or "hmic" in words else None


def _copies(saving: Saving, document: int) -> list[Copy]:
    return documents.copies(saving.change.db.conn, document)


def _awaited(saving: Saving) -> Document | None:
    """The report the inspection is known to have, of which no file was imported yet."""
    db, kind = saving.change.db.conn, saving.draft.document.kind
    if saving.inspection is None or kind in LETTERS:
        return None
    row = one(
        db,
        """SELECT id FROM documents
           WHERE inspection = ? AND kind = ? AND sha256 = ''""",
        (saving.inspection, kind),
    )
    return None if row is None else documents.get(db, row["id"])


def _complete(saving: Saving, awaited: Document) -> None:
    found = saving.draft.document
    saving.change.change(
        "documents",
        awaited.id,
        awaited.rev,
        in_hand=True,
        file_name=found.file_name,
        sha256=found.sha256,
    )
    if awaited.published.earliest is None and found.published.earliest:
        complete = documents.get(saving.change.db.conn, awaited.id)
        documents.correct_published(saving.change, complete, found.published, saving.calendar)


def _new(saving: Saving, found: DraftDocument) -> int:
    return documents.add(
        saving.change,
        kind=found.kind.value,
        title=found.title or found.file_name,
        inspection=saving.inspection,
        sent_by=found.sent_by,
        sent_to=found.sent_to,
        file_name=found.file_name,
        sha256=found.sha256,
        dated=found.dated,
        published=found.published,
        since=saving.since,
    )
