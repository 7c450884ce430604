"""PDF to blocks, page by page, with pypdf."""

import hashlib
import io
import logging
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from seed.documents.blocks import Reading, Remark
from seed.documents.limits import Limits
from seed.documents.lines import Line
from seed.documents.marks import clean_reading, one_line
from seed.documents.pdf_lines import (
    PageCollector,
    PrintedLine,
    as_lines,
    body_size,
    is_large,
    leading,
    printed_lines,
    ranks,
    set_apart,
    split_notes,
)
from seed.documents.refusals import UnreadableFile, refusal
from seed.documents.running import without_running_heads
from seed.documents.shapes import blocks_from_lines

if TYPE_CHECKING:
    from pypdf import PdfReader

_SCAN = 50  # characters on a page; fewer than these and the page is a picture
_ASK_AGAIN = "ask for the file again or for another format"
_BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)


def read_bytes(
    content: bytes,
    file_name: str,
    limits: Limits,
    on_page: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read a PDF; refuses one that is locked, damaged or scanned."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = _open(content, file_name)
    pages, remarks = _pages(reader, file_name, limits, on_page or (lambda page, pages: None))
    _refuse_scan(pages, file_name)
    if b"%%EOF" not in content[-2048:]:
        remarks.append(Remark("The file is cut short: pages after the last one here are lost."))
    lines, hidden = _clean_lines(_lines(pages))
    return Reading(
        file_name=file_name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="pdf",
        blocks=tuple(blocks_from_lines(lines)),
        pages=len(pages),
        remarks=(*remarks, *_scanned_pages(pages), *hidden),
    )


def _open(content: bytes, file_name: str) -> "PdfReader":
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError as error:
        raise refusal(
            file_name, "is a PDF and this installation cannot read PDF",
            "install matters-arising[office], or paste the text",
        ) from error  # fmt: skip
    try:
        reader = PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as error:
        raise _locked(file_name) from error
    except (PyPdfError, *_BROKEN) as error:
        raise refusal(file_name, "is damaged or not a PDF", _ASK_AGAIN) from error
    if locked:
        raise _locked(file_name)
    return reader


def _locked(file_name: str) -> UnreadableFile:
    return refusal(
        file_name, "is locked with a password", "save a copy without the password and read that"
    )


def _pages(
    reader: "PdfReader",
    file_name: str,
    limits: Limits,
    on_page: Callable[[int, int], None],
) -> tuple[list[list[PrintedLine]], list[Remark]]:
    from pypdf.errors import PyPdfError

    try:
        count = len(reader.pages)
    except (PyPdfError, *_BROKEN) as error:
        raise refusal(file_name, "is damaged and its pages are lost", _ASK_AGAIN) from error
    pages: list[list[PrintedLine]] = []
    remarks: list[Remark] = []
    characters = 0
    for number in range(count):
        if number >= limits.pages or characters > limits.characters:
            sentence = f"Only the first {number} of {count} pages were read: the rest is too long."
            remarks.append(Remark(sentence, page=number))
            break
        collector = PageCollector()
        try:
            reader.pages[number].extract_text(visitor_text=collector.visit)
        except (PyPdfError, *_BROKEN):
            remarks.append(Remark(f"Page {number + 1} is damaged and was not read.", number + 1))
        pages.append(printed_lines(collector.pieces))
        on_page(number + 1, count)
        characters += sum(len(piece.text) for piece in collector.pieces)
    if not pages or (remarks and not any(pages)):
        raise refusal(file_name, "is damaged: none of its pages can be read", _ASK_AGAIN)
    return pages, remarks


def _length(page: Sequence[PrintedLine]) -> int:
    return sum(len(line.text) for line in page)


def _refuse_scan(pages: Sequence[Sequence[PrintedLine]], file_name: str) -> None:
    if sum(map(_length, pages)) < _SCAN * len(pages):
        raise refusal(
            file_name,
            "looks like a scan: its pages are pictures without text",
            "use the published text version, or paste the text",
        )


def _scanned_pages(pages: Sequence[Sequence[PrintedLine]]) -> list[Remark]:
    return [
        Remark(f"Page {number} has no text: it may be a picture.", page=number)
        for number, page in enumerate(pages, 1)
        if not page
    ]


def _lines(pages: list[list[PrintedLine]]) -> list[Line]:
    """The words of all pages in reading order, footnotes last."""
    body = body_size(pages)
    plain = without_running_heads(
        pages,
        lambda line: "" if is_large(line, body) else line.text,
        set_apart,
        lambda line: line.first.up,
    )
    step, levels = leading(plain, body), ranks(plain, body)
    texts: list[list[Line]] = []
    notes: list[list[Line]] = []
    for number, page in enumerate(plain, 1):
        text, note = split_notes(page, body)
        texts.append(as_lines(text, number, step, levels))
        notes.append(as_lines(note, number, step, levels))
    return list(chain(*texts, *notes))


def _clean_lines(lines: list[Line]) -> tuple[list[Line], tuple[Remark, ...]]:
    text, remarks = clean_reading("\n".join(one_line(line.text) for line in lines))
    words = text.split("\n")
    return [
        replace(line, text=word) for line, word in zip(lines, words, strict=True) if word.strip()
    ], remarks
