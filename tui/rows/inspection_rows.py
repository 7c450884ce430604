"""Inspections as rows of two lines, after one row for all of them."""

import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from store import documents, inspections
from store.dates import say_when
from store.inspections import InspectionCount
from store.models import Inspection
from tui.widgets.lines import Cell, Column, Row

ALL = 0
"""The key of the row that stands for every inspection."""

COLUMNS = (Column("title", "", None, 12), Column("open", "", 4, align="right"))


class InspectionRows(NamedTuple):
    """Every inspection known on a day, with how much of it is open and ours; read when seen."""

    db: sqlite3.Connection
    today: date
    ids: Sequence[int]
    open_ours: int
    everything: int

    def rows(self, keys: Sequence[int]) -> Mapping[int, Row]:
        """The rows of these keys."""
        queries = _queries(self.db, keys, self.today)
        published = _published(self.db, keys, self.today)
        found = inspections.counted_of(self.db, keys, self.today)
        by_key = {
            key: _row(count, published.get(key, ""), queries.get(key, 0))
            for key, count in found.items()
        }
        if ALL in keys:
            by_key[ALL] = self._all()
        return by_key

    def _all(self) -> Row:
        return Row(
            (Cell("All inspections", "strong"), Cell(str(self.open_ours), "strong")),
            (Cell(f"{self.open_ours} open and ours of {self.everything}", "quiet"),),
        )


def inspection_rows(
    db: sqlite3.Connection, today: date, open_ours: int, everything: int
) -> InspectionRows:
    """One row for all inspections, with how much is open and ours of everything; then each."""
    keys = array("q", (ALL, *inspections.known(db, today)))
    return InspectionRows(db, today, keys, open_ours, everything)


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


def _published(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, str]:
    """The publication of each inspection's own report."""
    found: dict[int, str] = {}
    for document in documents.of_inspections(db, keys, today):
        if document.inspection and document.published.words and "report" in document.kind:
            found.setdefault(document.inspection, f"published {say_when(document.published)}")
    return found


def _queries(db: sqlite3.Connection, keys: Sequence[int], today: date) -> Mapping[int, int]:
    on = today.isoformat()
    listed = ", ".join(str(int(key)) for key in keys)
    found = db.execute(
        f"""SELECT subject, count(*) FROM queries WHERE subject_kind = 'inspection'
              AND subject IN ({listed}) AND since <= ?
              AND (settled_on IS NULL OR settled_on > ?) GROUP BY subject""",
        (on, on),
    )
    return dict(found.fetchall())
