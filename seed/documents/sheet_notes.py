"""What an Excel sheet says about its rows beside their cells: hidden rows and merged cells."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from xml.etree import ElementTree

from seed.documents.limits import Limits

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = tuple[Cell, ...]
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells merged downwards: the column, from 1, and the first and last row."""

    column: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Notes:
    """Rows hidden by the author or a filter, cells merged downwards, and the last row used."""

    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    last_row: int = 0


def read_notes(part: bytes, limits: Limits) -> Notes:
    """The notes of a sheet's XML part; none where the part is missing or damaged."""
    hidden: set[int] = set()
    merged: list[Merged] = []
    last_row = number = 0
    try:
        stream = ElementTree.iterparse(io.BytesIO(part))  # noqa: S314 - no document type gets here
        for _, element in stream:
            if element.tag == f"{MAIN}row":
                number = _number(element.get("r"), number + 1)
                last_row = max(last_row, number) if len(element) else last_row
                if element.get("hidden") in ("1", "true"):
                    hidden.add(number)
                element.clear()
            elif element.tag == f"{MAIN}mergeCell" and len(merged) < limits.rows:
                merged += _merged(element.get("ref", ""))
    except ElementTree.ParseError:
        return Notes()
    return Notes(frozenset(hidden), tuple(merged), last_row)


def fill_merged(
    rows: Iterable[tuple[int, Row]], merged: Iterable[Merged]
) -> tuple[tuple[int, Row], ...]:
    """The rows with the value of a cell merged downwards in each row that it spans."""
    by_number = {number: list(row) for number, row in rows}
    for area in merged:
        above = by_number.get(area.top, [])
        if len(above) < area.column:
            continue
        for number in range(area.top + 1, area.bottom + 1):
            row = by_number.get(number)
            if row is None:
                continue
            row.extend([None] * (area.column - len(row)))
            row[area.column - 1] = above[area.column - 1]
    return tuple((number, tuple(row)) for number, row in by_number.items())


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else default


def _merged(reference: str) -> list[Merged]:
    found = _RANGE.fullmatch(reference)
    if found is None or int(found[4]) <= int(found[2]) or int(found[4]) - int(found[2]) > 10_000:
        return []
    return [Merged(_column(found[1]), int(found[2]), int(found[4]))]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
