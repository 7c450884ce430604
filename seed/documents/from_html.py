"""Web pages, as the inspectorate publishes its reports, to blocks."""

import hashlib
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from seed.documents.blocks import Block, BlockKind, Reading, Remark
from seed.documents.from_text import decode
from seed.documents.html_furniture import VOID, Attributes, is_furniture, is_main
from seed.documents.limits import Limits
from seed.documents.lines import split_label
from seed.documents.marks import clean_reading, one_line
from seed.documents.refusals import refusal

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_RUN_IN = frozenset(
    [
        "a", "abbr", "acronym", "b", "bdi", "big", "cite", "code", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u",
        "var", "br", "wbr", "img",
    ]
)  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)


def read_bytes(content: bytes, file_name: str, limits: Limits) -> Reading:
    """Read a saved web page; refuses one that has no words of its own."""
    text, remarks = _decode(content)
    text, hidden = clean_reading(text)
    blocks = _blocks(text, file_name, limits)
    if not blocks:
        raise refusal(file_name, "has no text of its own", "save the page again, or paste the text")
    return Reading(
        file_name=file_name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="html",
        blocks=tuple(blocks),
        remarks=remarks + hidden,
    )


def _blocks(text: str, file_name: str, limits: Limits) -> list[Block]:
    only_main = bool(re.search(r"<main[\s>]|role\s*=\s*[\"']?main\b", text, re.IGNORECASE))
    for inside in [True, False] if only_main else [False]:
        page = _Page(file_name, limits, only_main=inside)
        page.feed(text)
        page.close()
        page.flush()
        if page.blocks:
            return page.blocks
    return []


def _decode(content: bytes) -> tuple[str, tuple[Remark, ...]]:
    named = _CHARSET.search(content[:4096])
    if named:
        try:
            return content.decode(named[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)


@dataclass(slots=True)
class _Open:
    """An element that has not been closed yet."""

    tag: str
    furniture: bool
    main: bool


@dataclass(slots=True)
class _List:
    """A list being read: its kind, and the number of its next item."""

    ordered: bool
    form: str
    next: int


class _Page(HTMLParser):
    """Gathers the blocks of one page."""

    def __init__(self, file_name: str, limits: Limits, *, only_main: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._file_name = file_name
        self._limits = limits
        self._only_main = only_main
        self._open: list[_Open] = []
        self._skipped = 0
        self._mains = 0
        self._elements = 0
        self._text: list[str] = []
        self._line = 1
        self._heading = 0
        self._lists: list[_List] = []
        self._label = ""
        self._row: list[str] | None = None
        self._raised_at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a block begins a new text."""
        self._elements += 1
        if self._elements > self._limits.elements:
            raise refusal(
                self._file_name, "holds far more than a report does", "save a shorter page"
            )
        if tag in VOID:
            self._break(tag)
            return
        attributes: Attributes = dict(attrs)
        inside = self._mains > 0 or any(entry.tag == "article" for entry in self._open)
        entry = _Open(
            tag,
            is_furniture(tag, attributes, inside_content=inside),
            is_main(tag, attributes),
        )
        self._skipped += entry.furniture
        self._mains += entry.main
        if tag not in _RUN_IN:
            self.flush()
        self._open.append(entry)
        if self._counts():
            self._begin(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest open element of that name, and what was left open in it."""
        if tag not in {entry.tag for entry in self._open[-200:]}:
            return
        while self._open:
            entry = self._open[-1]
            if entry.tag not in _RUN_IN:
                self.flush()
            if self._counts():
                self._end(entry.tag)
            self._open.pop()
            self._skipped -= entry.furniture
            self._mains -= entry.main
            if entry.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take words, if they are content."""
        if not self._counts():
            return
        if not self._text:
            leading = data[: len(data) - len(data.lstrip())]
            self._line = self.getpos()[0] + leading.count("\n")
        if data.strip() or self._text:
            self._text.append(data)

    def flush(self) -> None:
        """End the text so far and make it a block."""
        text = re.sub(r"\s+", " ", one_line("".join(self._text))).strip()
        self._text = []
        if not text:
            return
        if self._row is not None and self._row:
            self._row[-1] = f"{self._row[-1]} {text}".strip()
            return
        self.blocks.append(self._block(text))

    def _block(self, text: str) -> Block:
        if self._heading:
            label, rest = split_label(text)
            return Block(BlockKind.HEADING, rest, None, self._line, label, self._heading)
        label, self._label = self._label, ""
        if label:
            return Block(BlockKind.ITEM, text, None, self._line, label, max(1, len(self._lists)))
        label, rest = split_label(text)
        if label:
            return Block(BlockKind.ITEM, rest, None, self._line, label, 1)
        return Block(BlockKind.PARAGRAPH, text, None, self._line)

    def _counts(self) -> bool:
        return not self._skipped and (self._mains > 0 or not self._only_main)

    def _break(self, tag: str) -> None:
        if tag == "hr":
            self.flush()
        elif self._text:
            self._text.append(" ")

    def _begin(self, tag: str, attributes: Attributes) -> None:
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            start = attributes.get("start") or "1"
            first = int(start) if start.isdecimal() and len(start) < 5 else 1
            self._lists.append(_List(tag == "ol", attributes.get("type") or "1", first))
        elif tag == "li":
            self._label = self._next_label()
        elif tag == "sup":
            self._raised_at = len(self._text)
        elif tag == "tr":
            self._row = []
        elif tag in ("td", "th") and self._row is not None:
            self._row.append("")

    def _end(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._heading = 0
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        elif tag == "sup" and "".join(self._text[self._raised_at :]).strip("[] ").isdecimal():
            del self._text[self._raised_at :]
        elif tag == "tr":
            self._finish_row()

    def _next_label(self) -> str:
        if not self._lists or not self._lists[-1].ordered:
            return "•"
        current = self._lists[-1]
        number = current.next
        current.next += 1
        if current.form == "a" and number <= 26:
            return f"{chr(ord('a') + number - 1)})"
        return f"{number}."

    def _finish_row(self) -> None:
        cells, self._row = tuple(self._row or ()), None
        if len(cells) == 1 and cells[0]:
            self.blocks.append(self._block(cells[0]))
        elif any(cells):
            text = " ".join(filter(None, cells))
            self.blocks.append(Block(BlockKind.ROW, text, None, self._line, cells=cells))
