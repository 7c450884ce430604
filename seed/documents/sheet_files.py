"""The cells of an Excel or CSV file, as they are stored, within limits."""

import csv
import io
import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from seed.documents.from_text import decode
from seed.documents.limits import Limits
from seed.documents.refusals import UnreadableFile, refusal
from seed.documents.sheet_notes import MAIN, Cell, Row, fill_merged, read_notes
from seed.documents.zip_check import open_zip, read_part, refuse_doctype

if TYPE_CHECKING:
    from openpyxl import Workbook

EXCEL_DAY_ZERO = date(1899, 12, 30)
_LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SAVE_AGAIN = "open it in Excel and save it again"
_SEPARATORS = ",;\t|"
_DAMAGED = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    OSError,
    EOFError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    BadZipFile,
    zlib.error,
    ElementTree.ParseError,
)


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet's cells: its name, whether it is hidden, its rows from the first, and what was cut.

    `rows` holds the row's number in the file, from 1, beside its cells; empty rows are left out.
    `day_zero` is the day from which Excel counts its dates.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[int, Row], ...]
    hidden_rows: frozenset[int] = frozenset()
    cut: bool = False
    day_zero: date = EXCEL_DAY_ZERO


def csv_table(content: bytes, limits: Limits) -> Table:
    """The cells of a CSV file in UTF-8 or Windows' code page, separated by , ; tab or |."""
    text, _ = decode(content)
    text = text.replace("\x00", "")
    declared = text[:6].lower()
    if declared.startswith("sep=") and len(text) > 4:
        separator, text = text[4], text.split("\n", 1)[-1]
        first = 2
    else:
        separator, first = _separator(text), 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    csv.field_size_limit(limits.characters)
    rows: list[tuple[int, Row]] = []
    before = 0
    for cells in reader:
        if len(rows) >= limits.rows:
            return Table("", False, tuple(rows), cut=True)
        if any(cell.strip() for cell in cells):
            rows.append((before + first, tuple(cells[: limits.columns])))
        before = reader.line_num
    return Table("", False, tuple(rows))


def _separator(text: str) -> str:
    """The sign that parts the first lines into the most columns, evenly."""
    lines = text[:65536].splitlines()[:50]

    def evenness(sign: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1]
        common = max(set(widths), key=widths.count) if widths else 0
        return widths.count(common) if common else 0, common

    return max(_SEPARATORS, key=evenness)


def xlsx_tables(content: bytes, file_name: str, limits: Limits) -> list[Table]:
    """The sheets of an Excel file that hold cells, with the values Excel last worked out."""
    archive = open_zip(content, file_name, limits)
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            refuse_doctype(_start(archive, name), file_name)
    parts = _sheet_parts(archive, file_name, limits)
    with _workbook(content, file_name) as workbook:
        zero = workbook.epoch.date()
        day_zero = zero if zero.year == 1904 else EXCEL_DAY_ZERO
        return [
            _table(sheet, read_part(archive, parts.get(sheet.title, ""), file_name, limits),
                   limits, day_zero)
            for sheet in workbook.worksheets
        ]  # fmt: skip


def _start(archive: ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(4096)
    except _DAMAGED:
        return b""


@contextmanager
def _workbook(content: bytes, file_name: str) -> "Iterator[Workbook]":
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise refusal(
            file_name,
            "is an Excel file and this installation cannot read Excel",
            "install matters-arising[office], or save it as CSV",
        ) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            try:
                yield workbook
            finally:
                workbook.close()
    except UnreadableFile:
        raise
    except (InvalidFileException, *_DAMAGED) as error:
        raise refusal(file_name, "is damaged inside", _SAVE_AGAIN) from error


def _table(sheet: Any, part: bytes, limits: Limits, day_zero: date) -> Table:
    sheet.reset_dimensions()
    rows: list[tuple[int, Row]] = []
    notes = read_notes(part, limits)
    found = sheet.iter_rows(max_row=limits.rows, max_col=limits.columns)
    for number, cells in enumerate(found, 1):
        row = _without_empty_end(tuple(_value(cell) for cell in cells))
        if row:
            rows.append((number, row))
    return Table(
        name=sheet.title,
        hidden=sheet.sheet_state != "visible",
        rows=fill_merged(rows, notes.merged),
        hidden_rows=notes.hidden_rows,
        cut=notes.last_row > limits.rows,
        day_zero=day_zero,
    )


def _value(cell: Any) -> Cell:
    """The cell's value; a day that Excel shows as a month alone becomes that month in words."""
    value: Cell = cell.value
    if isinstance(value, datetime) and value.day == 1:
        form = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", str(cell.number_format or "").lower())
        if "m" in form and "d" not in form and "h" not in form:
            return value.strftime("%B %Y")
    return value


def _without_empty_end(cells: Row) -> Row:
    count = len(cells)
    while count and (cells[count - 1] is None or cells[count - 1] == ""):
        count -= 1
    return tuple(cells[:count])


def _sheet_parts(archive: ZipFile, file_name: str, limits: Limits) -> dict[str, str]:
    """The archive's part for each sheet name."""
    book = read_part(archive, "xl/workbook.xml", file_name, limits)
    links = read_part(archive, "xl/_rels/workbook.xml.rels", file_name, limits)
    try:
        targets = {
            link.get("Id", ""): link.get("Target", "")
            for link in ElementTree.fromstring(links or b"<none/>")  # noqa: S314 - no document type
        }
        root = ElementTree.fromstring(book)  # noqa: S314 - no document type gets here
    except ElementTree.ParseError as error:
        raise refusal(file_name, "is damaged inside", _SAVE_AGAIN) from error
    return {
        sheet.get("name", ""): _part_name(targets.get(sheet.get(_LINK_ID, ""), ""))
        for sheet in root.iter(f"{MAIN}sheet")
    }


def _part_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
