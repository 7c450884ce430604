"""Open an Excel or CSV file for its cells."""

from pathlib import Path

from seed.documents.kinds import FileKind, kind_of
from seed.documents.limits import STANDARD, Limits
from seed.documents.open_file import read_original, refuse_kind
from seed.documents.refusals import refusal
from seed.documents.sheet_files import Table, csv_table, xlsx_tables


def read_tables(path: Path, *, limits: Limits = STANDARD) -> list[Table]:
    """The file's sheets; raises UnreadableFile where it is no spreadsheet or cannot be read."""
    content = read_original(path, limits)
    kind = kind_of(content, path.name)
    refuse_kind(kind, path.name)
    if kind is FileKind.ZIP:
        return xlsx_tables(content, path.name, limits)
    if kind in (FileKind.CSV, FileKind.TEXT):
        return [csv_table(content, limits)]
    raise refusal(
        path.name, f"is a {kind.value}, not a spreadsheet", "choose an .xlsx or .csv file"
    )
