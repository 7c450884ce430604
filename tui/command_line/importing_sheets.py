"""`matters import tracker.xlsx`: show what a spreadsheet would change here, and save it."""

import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from seed.child import read_tables_safely
from seed.documents.limits import STANDARD
from seed.documents.open_file import read_original
from seed.saving_sheets import save_sheet
from seed.sheet_draft import SheetDraft, draft_sheet
from seed.sheet_json import Json, draft_as_json, plan_as_json
from seed.sheet_memory import remembered
from seed.sheet_plan import SheetPlan, plan_sheet
from store import backups
from store.backups import Why
from store.errors import BadInput
from tui.command_line import output, sheet_summary
from tui.command_line.asked import Asked
from tui.command_line.import_agreement import (
    Wanted,
    agreed,
    inspection_named,
    keep_files,
    tell,
    tracker_for,
)

if TYPE_CHECKING:
    from store.tracker import Tracker


def import_sheets(asked: Asked, paths: Sequence[Path], wanted: Wanted) -> None:
    """Show what each spreadsheet would change, and save it if the user says so."""
    choices = _choices(wanted.columns)
    with tracker_for(asked, wanted) as tracker:
        db = tracker.db if tracker else None
        inspection = inspection_named(db, wanted.inspection)
        values = [
            _import_one(asked, tracker, _draft(db, path, wanted, choices), inspection, wanted)
            for path in paths
        ]
        if tracker is not None:
            keep_files(tracker.db, paths, wanted)
    if wanted.as_json and len(values) == 1:
        output.tell_one_json(values[0])
    elif wanted.as_json:
        output.tell_json(values)


def _import_one(
    asked: Asked,
    tracker: "Tracker | None",
    draft: SheetDraft,
    inspection: int | None,
    wanted: Wanted,
) -> Json:
    """Show and save one sheet; what it holds, for JSON."""
    if tracker is None:
        _show(sheet_summary.draft_lines(draft), wanted)
        return draft_as_json(draft)
    plan = plan_sheet(
        tracker.db,
        draft,
        asked.today(),
        inspection=inspection,
        closed_by_inspectorate=wanted.closed == "inspectorate",
    )
    _show(sheet_summary.plan_lines(plan), wanted)
    if not wanted.dry_run:
        _save(asked, tracker, plan, wanted)
    return plan_as_json(plan)


def _save(asked: Asked, tracker: "Tracker", plan: SheetPlan, wanted: Wanted) -> None:
    if not plan.changes_something:
        output.complain(f"Nothing in {plan.draft.file_name} is new: nothing was changed.")
    elif agreed(wanted):
        backups.make(tracker.path, Why.BEFORE_IMPORT, asked.now(), tracker.backups)
        saved = save_sheet(tracker.db, plan, asked.author(), asked.today())
        tell([sheet_summary.saved_line(saved)], wanted)


def _show(lines: Iterable[str], wanted: Wanted) -> None:
    if not wanted.as_json:
        output.tell(lines)


def _draft(
    db: sqlite3.Connection | None, path: Path, wanted: Wanted, choices: dict[str, str]
) -> SheetDraft:
    """The sheet of a file, with the columns that were chosen, remembered or proposed."""
    tables = read_tables_safely(path)
    return draft_sheet(
        tables,
        path.name,
        sha256(read_original(path, STANDARD)).hexdigest(),
        sheet=wanted.sheet,
        header_row=wanted.header,
        choices=choices,
        known=remembered(db) if db else (),
    )


def _choices(typed: Iterable[str]) -> dict[str, str]:
    """The columns that --map gives a meaning to, with the field each means."""
    choices: dict[str, str] = {}
    for one in typed:
        column, sign, field = one.rpartition("=")
        if not sign or not column.strip():
            raise BadInput(
                f'“{one[:60]}” is not COLUMN=FIELD, such as --map "Target date=due". Nothing '
                "was saved."
            )
        choices[column.strip()] = field
    return choices
