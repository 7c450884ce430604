"""Which files are read how, and which of several are the same."""

from collections.abc import Sequence
from pathlib import Path

from seed.documents.blocks import Reading
from store.errors import BadInput

_SHEETS = frozenset({".xlsx", ".xlsm", ".csv", ".tsv"})


def is_sheet(path: Path) -> bool:
    """Whether a file is read as a spreadsheet: rows and columns, not running text."""
    return path.suffix.casefold() in _SHEETS


def distinct(readings: Sequence[Reading]) -> list[Reading]:
    """Each file once; BadInput where two different files have one name and could be confused."""
    found: dict[str, Reading] = {}
    for reading in readings:
        other = found.setdefault(reading.file_name, reading)
        if other.sha256 != reading.sha256:
            raise BadInput(
                f"Two different files are both called {reading.file_name}. Nothing was saved: "
                "rename one, or import them one after the other."
            )
    return list(found.values())
