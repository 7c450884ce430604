"""One spreadsheet under way: its columns as they are chosen, and what each row would become."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from seed.documents.sheet_files import Table
from seed.sheet_draft import SheetDraft, draft_sheet
from seed.sheet_fields import Mapping as Columns
from seed.sheet_plan import PlannedEntry, SheetPlan, plan_sheet
from seed.sheets import RowNotTaken
from store import refs

BY_HAND = "it was left out when the sheet was looked through"


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A spreadsheet as read: all its sheets, and the fingerprint of the file."""

    path: Path
    tables: tuple[Table, ...]
    sha256: str


@dataclass(slots=True)
class SheetSession:
    """What was chosen so far, and what would be saved by it."""

    read: SheetRead
    known: Sequence[Columns]
    draft: SheetDraft
    plan: SheetPlan
    inspection: str = ""
    closed_by_inspectorate: bool = False
    keep_file: bool = False
    left_out: set[int] = field(default_factory=set)
    _choices: dict[str, str] = field(default_factory=dict)

    def choose(
        self,
        db: sqlite3.Connection,
        today: date,
        *,
        sheet: str | None = None,
        header_row: int | None = None,
        meaning: Mapping[str, str] | None = None,
    ) -> None:
        """Take another sheet, row of headings or meaning of a column; BadInput changes nothing."""
        other = sheet is not None and sheet != self.draft.sheet
        choices = {} if other else {**self._choices, **(meaning or {})}
        draft = draft_sheet(
            self.read.tables,
            self.read.path.name,
            self.read.sha256,
            sheet=self.draft.sheet if sheet is None else sheet,
            header_row=header_row or (None if other else self.draft.header_row),
            choices=choices,
            known=self.known,
        )
        self.draft, self._choices, self.left_out = draft, choices, set()
        self.plan_again(db, today)

    def plan_again(self, db: sqlite3.Connection, today: date) -> None:
        """Compare the sheet with the tracker afresh."""
        self.plan = _planned(db, today, self)

    def accepted(self) -> SheetPlan:
        """What would be saved: the entries taken, and every other row with its reason."""
        taken = [one for at, one in enumerate(self.plan.entries) if at not in self.left_out]
        gone = [
            RowNotTaken(row.number, BY_HAND, row.text or row.title)
            for at in sorted(self.left_out)
            for row in self.plan.entries[at].entry.rows
        ]
        rows = self.draft.rows
        numbers = {row.number for row in gone}
        kept = tuple(row for row in rows.rows if row.number not in numbers)
        listed = tuple(sorted((*rows.not_taken, *gone), key=lambda row: row.number))
        draft = replace(self.draft, rows=replace(rows, rows=kept, not_taken=listed))
        return replace(self.plan, draft=draft, entries=tuple(taken))

    def entry(self, key: int) -> PlannedEntry | None:
        """The entry of a row of the list, whose keys begin with 1."""
        return self.plan.entries[key - 1] if 0 < key <= len(self.plan.entries) else None


def opened_sheet(
    db: sqlite3.Connection, today: date, read: SheetRead, known: Sequence[Columns], inspection: str
) -> SheetSession:
    """The sheet most like a tracker, with its columns as last time or as proposed."""
    draft = draft_sheet(read.tables, read.path.name, read.sha256, known=known)
    session = SheetSession(read, known, draft, SheetPlan(draft, ()), inspection)
    session.plan_again(db, today)
    return session


def _planned(db: sqlite3.Connection, today: date, session: SheetSession) -> SheetPlan:
    chosen = refs.find(db, session.inspection).id if session.inspection else None
    return plan_sheet(
        db,
        session.draft,
        today,
        inspection=chosen,
        closed_by_inspectorate=session.closed_by_inspectorate,
    )
