"""How much a file may hold before it is refused or cut short."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; sizes in bytes.

    The bounds on parts and ratios concern zipped formats (docx, xlsx). `characters` and `elements`
    bound what is taken from a document, `rows` and `columns` what is taken from a sheet.
    """

    file_size: int = 25 * MEBIBYTE
    parts: int = 5_000
    unpacked: int = 100 * MEBIBYTE
    one_part: int = 30 * MEBIBYTE
    ratio: int = 200
    ratio_from: int = 5 * MEBIBYTE
    elements: int = 300_000
    characters: int = 5_000_000
    pages: int = 1_000
    rows: int = 10_000
    columns: int = 200


STANDARD = Limits()
