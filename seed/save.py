"""From Drafts to records: each document one unit, so that one undo takes all of it back."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from seed.draft import Draft
from seed.reports.reading import LETTERS
from seed.saving_actions import write_undertakings
from seed.saving_deadlines import write_next_steps
from seed.saving_document import imported, write_document
from seed.saving_findings import write_findings
from seed.saving_frame import FindingsSaved, Saving, first_day
from seed.saving_inspection import inspection_of
from seed.saving_known import known_findings
from seed.saving_letters import write_answers, write_links
from seed.saving_queries import write_queries
from store import documents, history, inspections, working_days
from store.holidays import Calendar
from store.models import Document
from store.unit import Author, unit

__all__ = ["Saved", "imported", "known_findings", "save"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one document: its references, and how many records of each kind are new.

    `already` says that the same bytes were imported before and nothing was changed; `reworded` is
    how many known findings were given their wording of record.
    """

    file_name: str
    document: str
    inspection: str
    findings: int = 0
    reworded: int = 0
    responses: int = 0
    actions: int = 0
    deadlines: int = 0
    queries: int = 0
    already: bool = False


def save(
    db: sqlite3.Connection,
    drafts: Sequence[Draft],
    author: Author,
    today: date,
    inspection: int | None = None,
) -> list[Saved]:
    """Save documents that were read together, reports before the letters that answer them.

    Each is one unit; `inspection` says to which they belong, else that is found out. Returns what
    was saved, in the order given.
    """
    findings: FindingsSaved = {}
    calendar = working_days.calendar(db)
    saved = [
        (at, _save_one(db, drafts[at], author, today, inspection, findings, calendar))
        for at in sorted(range(len(drafts)), key=lambda at: (*_turn(drafts[at]), at))
    ]
    return [told for _, told in sorted(saved, key=lambda pair: pair[0])]


def _turn(draft: Draft) -> tuple[bool, bool]:
    """Reports first, then reviews of them, then letters."""
    return draft.document.kind in LETTERS, bool(draft.links)


def _save_one(
    db: sqlite3.Connection,
    draft: Draft,
    author: Author,
    today: date,
    inspection: int | None,
    findings: FindingsSaved,
    calendar: Calendar,
) -> Saved:
    known = imported(db, draft.document.sha256)
    if known is not None:
        return _already(db, draft, known)
    with unit(db, f"Import {draft.document.file_name}", author) as change:
        since = first_day(draft.document, today)
        saving = Saving(change, draft, findings, calendar, since, inspection)
        if inspection is None:
            saving = replace(saving, inspection=inspection_of(saving))
        document = write_document(saving)
        published = documents.get(db, document).published
        saving = replace(saving, document=document, published=published)
        _write(saving)
    return _told(db, saving)


def _write(saving: Saving) -> None:
    """All that hangs on the document."""
    write_findings(saving)
    write_links(saving)
    if saving.inspection is not None:
        write_next_steps(saving)
    write_answers(saving)
    write_undertakings(saving)
    write_queries(saving)


def _already(db: sqlite3.Connection, draft: Draft, known: Document) -> Saved:
    name = draft.document.file_name
    return Saved(name, known.ref, _inspection_ref(db, known.inspection), already=True)


def _told(db: sqlite3.Connection, saving: Saving) -> Saved:
    """What was saved, counted from the log."""
    changes = history.changes_of(db, saving.change.id)
    new = Counter(change.table for change in changes if change.before is None)
    reworded = {
        change.record
        for change in changes
        if change.table == "recommendations" and change.before is not None
    }
    return Saved(
        saving.file_name,
        documents.get(db, saving.document).ref,
        _inspection_ref(db, saving.inspection),
        findings=new["recommendations"],
        reworded=len(reworded),
        responses=new["responses"],
        actions=new["actions"],
        deadlines=new["deadlines"],
        queries=new["queries"],
    )


def _inspection_ref(db: sqlite3.Connection, key: int | None) -> str:
    return "" if key is None else inspections.get(db, key).ref
