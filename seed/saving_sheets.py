"""From a planned spreadsheet to records: one unit, so that one undo takes all of it back."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from seed.saving_sheet_entry import SheetSaving, write_entry
from seed.sheet_matching import SPREADSHEET
from seed.sheet_memory import remember
from seed.sheet_plan import SheetPlan
from seed.sheet_plan_fields import Owners
from seed.sheet_told import TITLE
from store import documents, notes, queries, working_days
from store.models import Subject
from store.notes import LONGEST
from store.rows import one
from store.telling import Tell, Told, untold
from store.unit import Author, Unit, unit
from store.vocabulary import SubjectKind


@dataclass(frozen=True, slots=True)
class SheetSaved:
    """What became of a sheet: its document ("" where nothing changed), its entries and rows."""

    file_name: str
    document: str
    new: int
    changed: int
    same: int
    rows: int
    not_taken: int


def save_sheet(
    db: sqlite3.Connection, plan: SheetPlan, author: Author, today: date, tell: Tell = untold
) -> SheetSaved:
    """Save what a plan would write, and remember what the columns mean for next month's file.

    The same file again, or one in which nothing changed, leaves no trace. Conflict if somebody
    changed one of the records since the plan was made; nothing is saved if `tell` stops it.
    """
    if not plan.changes_something:
        return would_save(plan)
    draft = plan.draft
    with unit(db, f"{TITLE}{draft.file_name}", author) as change:
        document = _document(change, plan, today)
        saving = SheetSaving(
            change, draft.file_name, document, today, working_days.calendar(db), Owners(db)
        )
        for number, planned in enumerate(plan.entries):
            tell(Told("Saving", number, len(plan.entries)))
            if planned.becomes != "same":
                write_entry(saving, planned)
        _write_about(change, plan, document, today)
    remember(db, draft.columns)
    return _saved(plan, documents.get(db, document).ref)


def _document(change: Unit, plan: SheetPlan, today: date) -> int:
    """The sheet as a document: the one with the same bytes, or a new one."""
    draft = plan.draft
    title = f"{draft.file_name}, sheet {draft.sheet}" if draft.sheet else draft.file_name
    row = one(
        change.db.conn,
        "SELECT id FROM documents WHERE sha256 = ? AND kind = ? AND title = ?",
        (draft.sha256, SPREADSHEET, title),
    )
    if row is not None:
        return int(row["id"])
    return documents.add(
        change,
        kind=SPREADSHEET,
        title=title,
        file_name=draft.file_name,
        sha256=draft.sha256,
        since=today,
    )


def _write_about(change: Unit, plan: SheetPlan, document: int, today: date) -> None:
    """The rows that were not taken, as a note on the sheet, and its problems as queries."""
    subject = Subject(SubjectKind.DOCUMENT, document)
    lines = [
        f"Row {row.number} was not taken: {row.reason}. {row.text}".rstrip()
        for row in plan.draft.rows.not_taken
    ]
    known = {note.text for note in notes.of(change.db.conn, subject, today)}
    text = "\n".join(lines)[:LONGEST]
    if text and text not in known:
        notes.add(change, subject, text, on=today)
    for problem in plan.problems:
        queries.ask(change, subject, problem, since=today, source=plan.draft.file_name)


def would_save(plan: SheetPlan) -> SheetSaved:
    """What saving a plan would do."""
    return _saved(plan, "")


def _saved(plan: SheetPlan, document: str) -> SheetSaved:
    return SheetSaved(
        plan.draft.file_name,
        document,
        plan.count("new"),
        plan.count("changed"),
        plan.count("same"),
        len(plan.draft.rows.rows),
        len(plan.draft.rows.not_taken),
    )
