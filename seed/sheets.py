"""An office's own tracker, in Excel or CSV, as rows that know their fields and their row number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from seed.documents.from_sheet import cell_text
from seed.documents.limits import STANDARD, Limits
from seed.documents.open_table import read_tables
from seed.documents.sheet_files import Table
from seed.documents.sheet_notes import Cell, Row
from seed.sheet_dates import when_of
from seed.sheet_fields import Field, Mapping, folded, header_likeness, propose_mapping
from store.dates import When
from store.errors import BadInput
from store.text import clean

_HEADER_WITHIN = 40  # rows from the top in which a heading is looked for
_LIKELY = 0.8
_NO_DAY = When()
# The fields whose cells are kept as they stand, with those that mean no field.
REMARKS = (Field.STATUS, Field.RAG, Field.UPDATE, Field.EVIDENCE, Field.NOTES)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, whether it is hidden, and how many rows and columns it uses."""

    name: str
    hidden: bool
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a tracker by field; `more` holds the columns that mean no field, with headings.

    `number` counts from 1 in the file; `hidden` is true for a row hidden by its author or a filter.
    `remarks` holds, with their headings, the cells that are kept as they stand: status, RAG,
    updates, evidence, notes, and `more`.
    """

    number: int
    hidden: bool = False
    ref: str = ""
    title: str = ""
    text: str = ""
    kind: str = ""
    inspection: str = ""
    section: str = ""
    theme: str = ""
    addressee: str = ""
    owner: str = ""
    action_owner: str = ""
    status: str = ""
    rag: str = ""
    timescale: str = ""
    update: str = ""
    response: str = ""
    action: str = ""
    evidence: str = ""
    notes: str = ""
    due: When = _NO_DAY
    more: tuple[tuple[str, str], ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RowNotTaken:
    """A row that became no record, why, and what it says."""

    number: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows below the headings: each of them is either taken or listed with a reason."""

    rows: tuple[SheetRow, ...]
    not_taken: tuple[RowNotTaken, ...]

    @property
    def rows_in(self) -> int:
        """How many rows with anything in them the sheet has below its headings."""
        return len(self.rows) + len(self.not_taken)


def sheets(path: Path, *, limits: Limits = STANDARD) -> list[Sheet]:
    """The sheets of a file, in their order; raises UnreadableFile."""
    return [describe(table) for table in read_tables(path, limits=limits)]


def describe(table: Table) -> Sheet:
    """Name and size of a sheet."""
    widest = max((len(row) for _, row in table.rows), default=0)
    last = table.rows[-1][0] if table.rows else 0
    return Sheet(table.name, table.hidden, last, widest)


def choose(tables: Sequence[Table]) -> Table:
    """The sheet that looks most like a tracker; raises BadInput where none has rows."""
    used = [table for table in tables if table.rows]
    if not used:
        raise BadInput("The file has no rows; nothing was saved; check that it is the right one.")
    return max(used, key=lambda table: (not table.hidden, _likeness(table), len(table.rows)))


def find_header(rows: Sequence[tuple[int, Row]]) -> int | None:
    """The number of the row that holds the headings, or None where no row looks like one."""
    best, best_score = None, 1.5
    for number, row in rows[:_HEADER_WITHIN]:
        score = _header_score(row)
        if score > best_score:
            best, best_score = number, score
    return best


def headers_of(table: Table, header_row: int) -> list[str]:
    """The headings of the columns, as they stand in that row."""
    row = next((row for number, row in table.rows if number == header_row), ())
    return [cell_text(cell) for cell in row]


def read_rows(
    path: Path, sheet: str, header_row: int, mapping: Mapping, *, limits: Limits = STANDARD
) -> SheetRows:
    """The rows of one sheet of a file below its headings; raises UnreadableFile and BadInput."""
    for table in read_tables(path, limits=limits):
        if table.name == sheet:
            return rows_of(table, header_row, mapping)
    raise BadInput(f'{path.name} has no sheet "{sheet}"; nothing was saved; choose another.')


def rows_of(table: Table, header_row: int, mapping: Mapping) -> SheetRows:
    """The rows below the headings, every one of them taken or listed with a reason."""
    headers = headers_of(table, header_row)
    columns = mapping.positions(headers)
    if Field.TEXT not in columns and Field.TITLE not in columns:
        raise BadInput(
            "No column is chosen for the recommendation; nothing was saved; choose one by its "
            "heading."
        )
    taking = _Taking(table, headers, columns)
    for number, row in table.rows:
        if number > header_row:
            taking.take(number, row)
    return taking.finished()


class _Taking:
    """Goes down the rows of one sheet."""

    def __init__(
        self, table: Table, headers: list[str], columns: dict[Field, tuple[int, ...]]
    ) -> None:
        self._table = table
        self._headers = headers
        self._columns = columns
        self._rows: list[SheetRow] = []
        self._not_taken: list[RowNotTaken] = []
        self._group = ""
        self._numbered = False
        self._seen: dict[tuple[str, ...], int] = {}

    def take(self, number: int, row: Row) -> None:
        """Take the row, or list it with the reason why not."""
        texts = [cell_text(cell) for cell in row]
        if not any(texts):
            return
        reason = self._reason(number, texts)
        if reason:
            self._not_taken.append(RowNotTaken(number, reason, " | ".join(filter(None, texts))))
        else:
            self._numbered = self._numbered or bool(self._said(texts, Field.REF))
            self._rows.append(self._sheet_row(number, row, texts))

    def finished(self) -> SheetRows:
        """The rows taken and not taken."""
        if self._table.cut:
            last = self._table.rows[-1][0] if self._table.rows else 0
            reason = "this row and all below it are beyond the length that is read"
            self._not_taken.append(RowNotTaken(last + 1, reason))
        return SheetRows(tuple(self._rows), tuple(self._not_taken))

    def _reason(self, number: int, texts: list[str]) -> str:
        """Why the row is no record; "" where it is one."""
        if [folded(text) for text in texts if text] == [folded(h) for h in self._headers if h]:
            return "it repeats the headings"
        filled = [text for text in texts if text]
        if re.match(r"(?:grand |sub-?)?totals?\b", filled[0], re.IGNORECASE):
            return "it is a total"
        if not self._said(texts, Field.TEXT) and not self._said(texts, Field.TITLE):
            return self._heading_or_empty(filled)
        if len(filled) == 1 and Field.REF in self._columns and self._numbered:
            return "it has nothing but words: no reference, owner, status or day"
        first = self._seen.setdefault(tuple(texts), number)
        return "" if first == number else f"it is the same as row {first}"

    def _heading_or_empty(self, filled: list[str]) -> str:
        if len(filled) > 1:
            return "it has no recommendation and no title"
        self._group = filled[0]
        if Field.INSPECTION in self._columns:
            return "it is a heading between rows"
        return "it is a heading: taken as the inspection of the rows below it"

    def _said(self, texts: list[str], field: Field) -> str:
        return next(
            (texts[place] for place in self._columns.get(field, ()) if place < len(texts)), ""
        )

    def _sheet_row(self, number: int, row: Row, texts: list[str]) -> SheetRow:
        words = {
            field: self._words(field, row)
            for field in Field
            if field is not Field.DUE and field in self._columns
        }
        words.setdefault(Field.INSPECTION, self._group)
        if Field.OWNER not in self._columns:
            words[Field.OWNER] = words.get(Field.ACTION_OWNER, "")
        named = {field.name.lower(): text for field, text in words.items()}
        return SheetRow(
            number=number,
            hidden=number in self._table.hidden_rows,
            due=self._due(number, row),
            more=tuple(self._more(texts)),
            remarks=tuple(self._remarks(row)),
            **named,
        )

    def _words(self, field: Field, row: Row) -> str:
        """The text of the field's columns; of several, each behind its heading."""
        places = [place for place in self._columns[field] if place < len(row)]
        texts = [(self._headers[place], long_text(row[place])) for place in places]
        filled = [(header, text) for header, text in texts if text]
        if len(self._columns[field]) == 1:
            return filled[0][1] if filled else ""
        return "\n".join(f"{header}: {text}" for header, text in filled)

    def _due(self, number: int, row: Row) -> When:
        place = self._columns.get(Field.DUE, (len(row),))[0]
        if place >= len(row):
            return When()
        sheet = f"{self._table.name}, " if self._table.name else ""
        return when_of(row[place], self._table.day_zero, f"{sheet}row {number}")

    def _more(self, texts: list[str]) -> Iterable[tuple[str, str]]:
        used = {place for places in self._columns.values() for place in places}
        for place, text in enumerate(texts):
            if text and place not in used:
                yield self._header(place), text

    def _remarks(self, row: Row) -> Iterable[tuple[str, str]]:
        fields = {place: field for field, places in self._columns.items() for place in places}
        for place, cell in enumerate(row):
            text = long_text(cell)
            if text and (place not in fields or fields[place] in REMARKS):
                yield self._header(place), text

    def _header(self, place: int) -> str:
        header = self._headers[place] if place < len(self._headers) else ""
        return header or f"column {place + 1}"


def long_text(cell: Cell) -> str:
    """A cell's text with its own line breaks, cleaned."""
    if not isinstance(cell, str):
        return cell_text(cell)
    lines = (" ".join(line.split()) for line in clean(cell.replace("_x000D_", "")).split("\n"))
    return "\n".join(line for line in lines if line)


def _header_score(row: Row) -> float:
    """How much a row looks like headings: many short texts that name fields, each but once."""
    texts = [cell_text(cell) for cell in row if cell is not None]
    if any(not isinstance(cell, str) for cell in row if cell is not None):
        return 0.0
    distinct = {folded(text) for text in texts if len(text) <= 60}
    known = [likeness for likeness in map(header_likeness, distinct) if likeness >= _LIKELY]
    return sum(known)


def _likeness(table: Table) -> float:
    header = find_header(table.rows)
    if header is None:
        return 0.0
    mapping = propose_mapping(headers_of(table, header))
    return sum(choice.score for choice in mapping.columns if choice.field)
