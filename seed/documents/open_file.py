"""Read one file of any known format, going by what it holds and not by its name."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from seed.documents.blocks import Reading, Remark
from seed.documents.kinds import FileKind, kind_of, misnamed
from seed.documents.language import not_english
from seed.documents.limits import MEBIBYTE, STANDARD, Limits
from seed.documents.refusals import refusal

OnPage = Callable[[int, int], None]
_REFUSED = {
    FileKind.OLD_OFFICE: (
        "is in an old Office format (.doc or .xls)",
        "save it as .docx, .xlsx or PDF and read that",
    ),
    FileKind.LOCKED_OFFICE: (
        "is locked with a password",
        "save a copy without the password and read that",
    ),
    FileKind.RTF: ("is a rich text file", "save it as .docx or PDF and read that"),
    FileKind.PICTURE: ("is a picture", "use the published text version, or paste the text"),
    FileKind.UNKNOWN: (
        "is neither text, PDF, Word, Excel, CSV nor a web page",
        "check that it is the right file",
    ),
}


def read(path: Path, *, limits: Limits = STANDARD, on_page: OnPage | None = None) -> Reading:
    """The file's blocks; raises UnreadableFile, with a sentence, where there are none to be had.

    `on_page` is told the page just read and the number of pages, where the format has pages.
    """
    content = read_original(path, limits)
    kind = kind_of(content, path.name)
    refuse_kind(kind, path.name)
    reading = _read_kind(kind, content, path.name, limits, on_page)
    sentence = misnamed(kind, path.name)
    first = (Remark(sentence),) if sentence else ()
    return replace(reading, remarks=first + reading.remarks + not_english(reading.blocks))


def read_original(path: Path, limits: Limits) -> bytes:
    """The file's bytes, unless it is missing, empty, too large or not a file."""
    try:
        if not path.is_file():
            raise refusal(path.name, "is not a file here", "check its name and folder")
        size = path.stat().st_size
        if size > limits.file_size:
            happened = f"is {size // MEBIBYTE} MB, too large to read"
            raise refusal(path.name, happened, "give a smaller copy")
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise refusal(
            path.name, f"cannot be opened ({reason})", "close it elsewhere and try again"
        ) from error
    if not content.strip():
        raise refusal(path.name, "is empty", "ask the sender for it again")
    return content


def refuse_kind(kind: FileKind, file_name: str) -> None:
    """Refuse a format that is known but not read."""
    if kind in _REFUSED:
        raise refusal(file_name, *_REFUSED[kind])


def _read_kind(
    kind: FileKind, content: bytes, file_name: str, limits: Limits, on_page: OnPage | None
) -> Reading:
    from seed.documents import from_html, from_pdf, from_sheet, from_text

    if kind is FileKind.PDF:
        return from_pdf.read_bytes(content, file_name, limits, on_page)
    if kind is FileKind.HTML:
        return from_html.read_bytes(content, file_name, limits)
    if kind is FileKind.CSV:
        return from_sheet.read_csv(content, file_name, limits)
    if kind is FileKind.ZIP:
        return _read_zip(content, file_name, limits)
    return from_text.read_bytes(content, file_name)


def _read_zip(content: bytes, file_name: str, limits: Limits) -> Reading:
    from seed.documents import from_docx, from_sheet
    from seed.documents.zip_check import open_zip

    archive = open_zip(content, file_name, limits)
    names = archive.namelist()
    if "word/document.xml" in names:
        return from_docx.read_archive(archive, content, file_name, limits)
    if "xl/workbook.xml" in names:
        return from_sheet.read_xlsx(content, file_name, limits)
    raise refusal(
        file_name,
        "is zipped, but neither Word nor Excel",
        "unpack it and read what it holds",
    )
