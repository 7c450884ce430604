"""Excel and CSV files as rows of text, for reading beside a report."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from seed.documents.blocks import Block, BlockKind, Reading, Remark
from seed.documents.limits import Limits
from seed.documents.marks import clean_reading
from seed.documents.refusals import refusal
from seed.documents.sheet_files import Table, csv_table, xlsx_tables
from seed.documents.sheet_notes import Cell


def read_csv(content: bytes, file_name: str, limits: Limits) -> Reading:
    """Read a CSV file."""
    return _reading([csv_table(content, limits)], content, file_name, "csv")


def read_xlsx(content: bytes, file_name: str, limits: Limits) -> Reading:
    """Read every sheet of an Excel file; hidden sheets are named and left out."""
    return _reading(xlsx_tables(content, file_name, limits), content, file_name, "xlsx")


def cell_text(cell: Cell) -> str:
    """A cell as a person would read it; a day as 2026-04-03."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date | time | timedelta | int | float):
        return str(cell)
    return " ".join(clean_reading(cell)[0].split())


def _reading(tables: Sequence[Table], content: bytes, file_name: str, form: str) -> Reading:
    shown = [table for table in tables if table.rows and not table.hidden]
    if not shown:
        raise refusal(file_name, "has no rows to read", "see whether its sheets are hidden")
    blocks: list[Block] = []
    for table in shown:
        if table.name:
            blocks.append(Block(BlockKind.HEADING, table.name, None, 1, level=1))
        blocks += _rows(table)
    return Reading(
        file_name=file_name,
        sha256=hashlib.sha256(content).hexdigest(),
        format=form,
        blocks=tuple(blocks),
        remarks=tuple(_remarks(tables)),
    )


def _rows(table: Table) -> list[Block]:
    result = []
    for number, row in table.rows:
        cells = tuple(cell_text(cell) for cell in row)
        if any(cells):
            text = " ".join(filter(None, cells))
            result.append(Block(BlockKind.ROW, text, None, number, cells=cells))
    return result


def _remarks(tables: Sequence[Table]) -> list[Remark]:
    result = []
    for table in tables:
        where = f"Sheet {table.name}" if table.name else "The file"
        if table.hidden and table.rows:
            result.append(Remark(f"{where} is hidden and was left out."))
        if table.cut:
            last = table.rows[-1][0] if table.rows else 0
            result.append(Remark(f"{where} is very long: rows after {last} were not read."))
        hidden = len(table.hidden_rows & {number for number, _ in table.rows})
        if hidden and not table.hidden:
            noun = "row is" if hidden == 1 else "rows are"
            result.append(Remark(f"{where}: {hidden} {noun} hidden in it; they were read too."))
    return result
