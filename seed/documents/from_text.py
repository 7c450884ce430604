"""Plain text, pasted or from a file, to blocks."""

import hashlib
from itertools import chain

from seed.documents.blocks import Reading, Remark
from seed.documents.lines import from_pages
from seed.documents.marks import clean_reading
from seed.documents.page_numbers import without_page_numbers
from seed.documents.running import without_running_heads
from seed.documents.shapes import blocks_from_lines

_FEWEST_WORDS = 3


def read_text(text: str, file_name: str) -> Reading:
    """Read pasted text; a form feed begins a new page."""
    return text_reading(text, file_name, text.encode("utf-8", "replace"))


def read_bytes(content: bytes, file_name: str) -> Reading:
    """Read a text file in UTF-8, UTF-16 with a mark, or Windows' western code page."""
    text, remarks = decode(content)
    return text_reading(text, file_name, content, remarks)


def decode(content: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The text of the bytes, and a remark where the encoding had to be guessed."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), ()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        remark = Remark("The text is not UTF-8; it was read as Windows Western European.")
        return content.decode("cp1252", "replace"), (remark,)


def text_reading(
    text: str, file_name: str, original: bytes, remarks: tuple[Remark, ...] = ()
) -> Reading:
    """Blocks of a text whose bytes were `original`."""
    raw_pages = text.rstrip("\x0c").split("\x0c")
    paged = len(raw_pages) > 1
    cleaned = [clean_reading(page) for page in raw_pages]
    hidden = tuple(chain.from_iterable(remark for _, remark in cleaned))
    pages = without_running_heads(
        from_pages((page for page, _ in cleaned), paged=paged),
        lambda line: line.text,
        lambda upper, lower: lower.gap > 0,
    )
    lines = list(chain.from_iterable(pages))
    blocks = blocks_from_lines(lines if paged else without_page_numbers(lines))
    if sum(len(block.text.split()) for block in blocks) < _FEWEST_WORDS:
        remarks = (*remarks, Remark("There is hardly any text here."))
    return Reading(
        file_name=file_name,
        sha256=hashlib.sha256(original).hexdigest(),
        format="text",
        blocks=tuple(blocks),
        pages=len(raw_pages) if paged else None,
        remarks=remarks + hidden,
    )
