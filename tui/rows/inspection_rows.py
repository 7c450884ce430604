"""Inspections as rows of two lines, after one row for all of them."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from store import documents, inspections
from store.dates import say_when
from store.inspections import InspectionCount
from store.models import Inspection
from tui.widgets.lines import Cell, Column, FixedRows, Row

ALL = 0
"""The key of the row that stands for every inspection."""

COLUMNS = (Column("title", "", None, 12), Column("open", "", 4, align="right"))


def inspection_rows(db: sqlite3.Connection, today: date) -> FixedRows:
    """Every inspection known on a day, with how much of it is open and ours."""
    found = inspections.counted(db, today)
    queries = _queries(db, today)
    open_ours = sum(count.open_ours for count in found)
    everything = sum(count.recommendations for count in found)
    by_key = {
        ALL: Row(
            (Cell("All inspections", "strong"), Cell(str(open_ours), "strong")),
            (Cell(f"{open_ours} open and ours of {everything}", "quiet"),),
        )
    }
    published = _published(db, today)
    for count in found:
        key = count.inspection.id
        by_key[key] = _row(count, published.get(key, ""), queries.get(key, 0))
    return FixedRows([ALL, *(count.inspection.id for count in found)], by_key)


def _row(count: InspectionCount, published: str, queries: int) -> Row:
    inspection = count.inspection
    told = [published or _without_report(inspection)]
    if count.watched:
        told.append(f"{count.watched} watched")
    detail: tuple[Cell, ...] = (Cell(" · ".join(piece for piece in told if piece), "quiet"),)
    if queries:
        detail += (Cell("  ?" + (str(queries) if queries > 1 else ""), "query"),)
    number = str(count.open_ours) if count.recommendations else "–"
    tone = "quiet" if inspection.mentioned_only else ""
    return Row((Cell(inspection.short, tone), Cell(number, tone or "strong")), detail)


def _without_report(inspection: Inspection) -> str:
    if inspection.mentioned_only:
        return "mentioned only"
    return f"fieldwork {say_when(inspection.fieldwork)}" if inspection.fieldwork.words else ""


def _published(db: sqlite3.Connection, today: date) -> dict[int, str]:
    """The publication of each inspection's own report."""
    found: dict[int, str] = {}
    for document in documents.listed(db, today):
        if document.inspection and document.published.words and "report" in document.kind:
            found.setdefault(document.inspection, f"published {say_when(document.published)}")
    return found


def _queries(db: sqlite3.Connection, today: date) -> Mapping[int, int]:
    on = today.isoformat()
    found = db.execute(
        """SELECT subject, count(*) FROM queries WHERE subject_kind = 'inspection' AND since <= ?
             AND (settled_on IS NULL OR settled_on > ?) GROUP BY subject""",
        (on, on),
    )
    return dict(found.fetchall())
