"""A spreadsheet and what it would change, as plain values for JSON."""

from dataclasses import fields
from datetime import date
from typing import Any

from seed.sheet_draft import SheetDraft
from seed.sheet_plan import PlannedEntry, SheetPlan
from seed.sheet_plan_action import PlannedAction
from seed.sheet_plan_due import PlannedDue
from seed.sheets import SheetRow
from store.dates import When

Json = dict[str, Any]


def draft_as_json(draft: SheetDraft) -> Json:
    """The sheet: its columns, its rows by field, and the rows not taken with the reason."""
    return {
        "file": draft.file_name,
        "sha256": draft.sha256,
        "sheet": draft.sheet,
        "sheets": [
            {"name": one.name, "hidden": one.hidden, "rows": one.rows, "columns": one.columns}
            for one in draft.sheets
        ],
        "header_row": draft.header_row,
        "remembered": draft.remembered,
        "columns": [
            {"heading": one.header, "field": one.field and one.field.value, "score": one.score}
            for one in draft.columns.columns
        ],
        "rows_in": draft.rows.rows_in,
        "rows": [_row(row) for row in draft.rows.rows],
        "not_taken": [
            {"row": row.number, "why": row.reason, "text": row.text} for row in draft.rows.not_taken
        ],
    }


def plan_as_json(plan: SheetPlan) -> Json:
    """The sheet with, for each recommendation, what would become of it in the tracker."""
    return {
        **draft_as_json(plan.draft),
        "recommendations": [_entry(entry) for entry in plan.entries],
        "gone": [record.ref for record in plan.gone],
        "problems": list(plan.problems),
    }


def _row(row: SheetRow) -> Json:
    """What a row says, without what it leaves empty."""
    plain: Json = {"row": row.number, "hidden": row.hidden}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, str) and value:
            plain[field.name] = value
    if row.due.words:
        plain["due"] = _when(row.due)
    if row.more:
        plain["more"] = dict(row.more)
    return plain


def _entry(entry: PlannedEntry) -> Json:
    status = entry.status
    return {
        "rows": [row.number for row in entry.entry.rows],
        "becomes": entry.becomes,
        "record": entry.record.ref if entry.record else None,
        "inspection": entry.inspection_name,
        "changes": [
            {"field": one.name, "before": one.before, "after": one.after} for one in entry.changes
        ],
        "notes": dict(entry.remarks),
        "status": status and {"axis": status.axis.value, "status": status.status.value},
        "due": _due(entry.due),
        "response": entry.response,
        "actions": [_action(action) for action in entry.actions if action.writes],
        "asked": list(entry.asked),
    }


def _action(action: PlannedAction) -> Json:
    return {
        "record": action.action.ref if action.action else None,
        "text": action.text,
        "owner": action.owner,
        "due": _due(action.due),
        "notes": dict(action.remarks),
        "asked": list(action.asked),
    }


def _due(due: PlannedDue | None) -> Json | None:
    if due is None:
        return None
    return {**_when(due.start), "words": due.words, "rule": str(due.rule)}


def _when(when: When) -> Json:
    return {"earliest": _day(when.earliest), "latest": _day(when.latest), "words": when.words}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
