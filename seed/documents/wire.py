"""Readings and tables as plain JSON values, to be passed between processes."""

from datetime import date, datetime, time, timedelta
from typing import Any

from seed.documents.blocks import Block, BlockKind, Reading, Remark
from seed.documents.sheet_files import Table
from seed.documents.sheet_notes import Cell


def reading_to_plain(reading: Reading) -> dict[str, Any]:
    """The reading as JSON values."""
    return {
        "file_name": reading.file_name,
        "sha256": reading.sha256,
        "format": reading.format,
        "pages": reading.pages,
        "blocks": [
            [b.kind.value, b.text, b.page, b.line, b.label, b.level, list(b.cells)]
            for b in reading.blocks
        ],
        "remarks": [[remark.sentence, remark.page, remark.line] for remark in reading.remarks],
    }


def reading_from_plain(plain: dict[str, Any]) -> Reading:
    """The reading that `reading_to_plain` was given."""
    return Reading(
        file_name=plain["file_name"],
        sha256=plain["sha256"],
        format=plain["format"],
        blocks=tuple(
            Block(BlockKind(kind), text, page, line, label, level, tuple(cells))
            for kind, text, page, line, label, level, cells in plain["blocks"]
        ),
        pages=plain["pages"],
        remarks=tuple(Remark(*remark) for remark in plain["remarks"]),
    )


def table_to_plain(table: Table) -> dict[str, Any]:
    """The sheet as JSON values."""
    return {
        "name": table.name,
        "hidden": table.hidden,
        "rows": [[number, [_cell_to_plain(cell) for cell in row]] for number, row in table.rows],
        "hidden_rows": sorted(table.hidden_rows),
        "cut": table.cut,
        "day_zero": table.day_zero.isoformat(),
    }


def table_from_plain(plain: dict[str, Any]) -> Table:
    """The sheet that `table_to_plain` was given; times and durations come back as text."""
    return Table(
        name=plain["name"],
        hidden=plain["hidden"],
        rows=tuple(
            (number, tuple(_cell_from_plain(cell) for cell in row)) for number, row in plain["rows"]
        ),
        hidden_rows=frozenset(plain["hidden_rows"]),
        cut=plain["cut"],
        day_zero=date.fromisoformat(plain["day_zero"]),
    )


def _cell_to_plain(cell: Cell) -> str | int | float | bool | list[str] | None:
    if isinstance(cell, datetime):
        return ["datetime", cell.isoformat()]
    if isinstance(cell, date):
        return ["date", cell.isoformat()]
    if isinstance(cell, time | timedelta):
        return str(cell)
    return cell


def _cell_from_plain(plain: Any) -> Cell:
    if isinstance(plain, list):
        kind, text = plain
        return datetime.fromisoformat(text) if kind == "datetime" else date.fromisoformat(text)
    cell: Cell = plain
    return cell
