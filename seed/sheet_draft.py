"""One sheet of an office's own tracker, read and mapped: what is proposed before it is saved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from seed.documents.sheet_files import Table
from seed.sheet_fields import Field, propose_mapping
from seed.sheet_fields import Mapping as Columns
from seed.sheet_fields import folded as folded_header
from seed.sheets import (
    REMARKS,
    Sheet,
    SheetRows,
    choose,
    describe,
    find_header,
    headers_of,
    rows_of,
)
from store.errors import BadInput

_UNUSED = ("", "-", "none", "nothing")


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """One sheet with its columns' meanings and its rows; `sheets` are all that the file has.

    `header_row` counts from 1. `remembered` says that the columns mean what they meant last time.
    """

    file_name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    table: Table
    header_row: int
    headers: tuple[str, ...]
    columns: Columns
    rows: SheetRows
    remembered: bool = False

    @property
    def sheet(self) -> str:
        """The name of the sheet; "" for a CSV file, which has no sheets."""
        return self.table.name

    @property
    def other_sheets(self) -> tuple[str, ...]:
        """The names of the sheets that the file has beside this one."""
        return tuple(one.name for one in self.sheets if one.name != self.sheet)

    @property
    def remark_headings(self) -> tuple[str, ...]:
        """The headings of the columns that are kept as they stand."""
        meant = {place for places in self._positions(Field) for place in places}
        kept = {place for places in self._positions(REMARKS) for place in places}
        return tuple(
            header
            for place, header in enumerate(self.headers)
            if header and (place in kept or place not in meant)
        )

    def _positions(self, fields: Iterable[Field]) -> list[tuple[int, ...]]:
        positions = self.columns.positions(self.headers)
        return [positions[field] for field in fields if field in positions]

    def named(self, row: int) -> str:
        """A row of this sheet, for a source: "tracker.xlsx, sheet Log, row 7"."""
        sheet = f", sheet {self.sheet}" if self.sheet else ""
        return f"{self.file_name}{sheet}, row {row}"


def draft_sheet(
    tables: Sequence[Table],
    file_name: str,
    sha256: str,
    *,
    sheet: str = "",
    header_row: int | None = None,
    choices: Mapping[str, str] | None = None,
    known: Iterable[Columns] = (),
) -> SheetDraft:
    """The sheet named, else the one most like a tracker, with its columns and rows.

    `header_row` counts from 1. What the headings mean is what the first of the `known` mappings
    says that has the same headings, else what is proposed; `choices` are a person's own, field by
    heading. Raises BadInput, with a sentence, where there is no such sheet, no row of headings, or
    no column for the recommendation.
    """
    table = _named(tables, sheet, file_name) if sheet else choose(tables)
    row = header_row or find_header(table.rows)
    if row is None:
        raise BadInput(
            f"No row of {file_name} looks like headings. Nothing was saved: choose the sheet or "
            "the row of headings, or give the columns headings such as Ref and Recommendation."
        )
    headers = headers_of(table, row)
    remembered = next((one for one in known if _is_for(one, headers)), None)
    columns = remembered or propose_mapping(headers)
    for typed, field in (choices or {}).items():
        columns = columns.with_choice(_heading(headers, typed), _field(field))
    return SheetDraft(
        file_name=file_name,
        sha256=sha256,
        sheets=tuple(describe(one) for one in tables),
        table=table,
        header_row=row,
        headers=tuple(headers),
        columns=columns,
        rows=rows_of(table, row, columns),
        remembered=remembered is not None,
    )


def mapped(draft: SheetDraft, choices: Mapping[str, str]) -> SheetDraft:
    """The same sheet with other meanings of some headings: field by heading; "none" is no field.

    Raises BadInput for a heading the sheet does not have and for a field there is not.
    """
    columns = draft.columns
    for typed, field in choices.items():
        columns = columns.with_choice(_heading(draft.headers, typed), _field(field))
    rows = rows_of(draft.table, draft.header_row, columns)
    return replace(draft, columns=columns, rows=rows)


def _named(tables: Sequence[Table], sheet: str, file_name: str) -> Table:
    wanted = sheet.strip().casefold()
    for table in tables:
        if table.name.casefold() == wanted:
            return table
    names = ", ".join(table.name for table in tables if table.name) or "none, as it is CSV"
    raise BadInput(
        f"{file_name} has no sheet called “{sheet[:60]}”. Nothing was saved: its sheets are "
        f"{names}."
    )


def _is_for(known: Columns, headers: Sequence[str]) -> bool:
    """Whether a remembered mapping can serve these headings, with a column for the wording."""
    fields = known.positions(headers)
    return known.fits(headers) and (Field.TEXT in fields or Field.TITLE in fields)


def _heading(headers: Sequence[str], typed: str) -> str:
    wanted = folded_header(typed)
    for header in headers:
        if header and folded_header(header) == wanted:
            return header
    names = ", ".join(header for header in headers if header)
    raise BadInput(
        f"There is no column headed “{typed[:60]}”. Nothing was saved: the headings are {names}."
    )


def _field(typed: str) -> Field | None:
    wanted = typed.strip().casefold()
    if wanted in _UNUSED:
        return None
    try:
        return Field(wanted)
    except ValueError:
        fields = ", ".join(field.value for field in Field)
        raise BadInput(
            f"“{typed[:60]}” is not a field. Nothing was saved: a column can mean {fields}, or "
            "none."
        ) from None
