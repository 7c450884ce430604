"""The printed lines of a PDF page from the pieces of text that are set on it."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Any

from seed.documents.lines import Line, without_leaders

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_MARK = re.compile("^(?:[\x7f\x95\uf0b7\uf0a7•●▪■◦‣⁃∙·*‑–—o-]|[(]?[0-9a-z.]{1,5}[.)])$")
_NARROW = frozenset(" ilIjtfr.,:;'’!|()[]-")
_PAGE_BREAK = 3  # blank lines that stand for a new page or column
_LARGER, _SMALLER = 1.12, 0.92


@dataclass(slots=True)
class Piece:
    """A run of text in one type at one place; points from the page's lower left corner."""

    text: str
    across: float
    up: float
    size: float
    bold: bool

    @property
    def end(self) -> float:
        """Where the run ends, as wide as its letters usually are."""
        return self.across + self.size * sum(map(_width, self.text))


def _width(letter: str) -> float:
    """The usual width of a letter as a share of the type size."""
    if letter in _NARROW:
        return 0.28
    return 0.7 if letter.isupper() or letter in "mw—%@" else 0.53


@dataclass(slots=True)
class PrintedLine:
    """Pieces on one base line; `number` counts the lines of the page from its top, from 1."""

    pieces: list[Piece] = field(default_factory=list)
    number: int = 0

    @property
    def first(self) -> Piece:
        """The piece that the line begins with."""
        return self.pieces[0]

    @property
    def text(self) -> str:
        """The words, with a tab where a table's next column begins."""
        result = self.pieces[0].text
        columns = self.columns
        for piece in self.pieces[1:]:
            result += ("\t" if piece.across in columns else " ") + piece.text
        text = re.sub(r"[ \xa0]+", " ", result).strip()
        text = re.sub("^[\x7f\x95\uf0b7\uf0a7] ", "• ", text)
        return without_leaders(text)

    @property
    def columns(self) -> frozenset[float]:
        """Where pieces begin that stand wide apart from the one before them, in points."""
        return frozenset(
            piece.across
            for before, piece in pairwise(self.pieces)
            if piece.across - before.end > piece.size and not _MARK.match(before.text.strip())
        )

    @property
    def size(self) -> float:
        """The type size of most of the line."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def bold(self) -> bool:
        """True where every word of the line is bold."""
        return all(piece.bold for piece in self.pieces if piece.text.strip())


class PageCollector:
    """Takes the pieces of one page as pypdf visits them."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._open = False

    def visit(
        self, text: str, outer: Sequence[float], inner: Sequence[float], font: Any, size: float
    ) -> None:
        """Take one piece: its text, the two matrices that place it, its font and size."""
        across = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        up = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = math.hypot(inner[2], inner[3]) * math.hypot(outer[2], outer[3])
        bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
        for position, part in enumerate(text.translate(_LIGATURES).split("\n")):
            if position:
                self._open = False
            if part:
                self._add(Piece(part, across, up, abs(size * scale) or 1.0, bold))

    def _add(self, piece: Piece) -> None:
        last = self.pieces[-1] if self.pieces else None
        if self._open and last and _goes_on(last, piece):
            last.text += piece.text
        elif piece.text.strip() or self._open:
            self.pieces.append(piece)
        self._open = True


def _goes_on(last: Piece, piece: Piece) -> bool:
    """True where the piece is of the same run of type, on the same line, without a wide gap."""
    same_type = abs(last.size - piece.size) < 0.5 and last.bold == piece.bold
    same_line = abs(last.up - piece.up) < 0.2 * last.size
    return same_type and same_line and piece.across - last.end <= piece.size


def printed_lines(pieces: Iterable[Piece]) -> list[PrintedLine]:
    """The pieces of one page on their base lines, in the order the page sets them."""
    lines: list[PrintedLine] = []
    for piece in pieces:
        if not piece.text.strip():
            continue
        if lines and _same_line(lines[-1], piece):
            if not _is_note_mark(lines[-1], piece):
                lines[-1].pieces.append(piece)
        else:
            lines.append(PrintedLine([piece]))
    from_the_top = sorted(lines, key=lambda line: line.first.up, reverse=True)
    for number, line in enumerate(from_the_top, 1):
        line.number = number
    return lines


def _same_line(line: PrintedLine, piece: Piece) -> bool:
    last = line.pieces[-1]
    level = abs(piece.up - line.first.up) < 0.5 * max(line.first.size, piece.size)
    return level and piece.across >= last.across - 1


def _is_note_mark(line: PrintedLine, piece: Piece) -> bool:
    """True for the raised small number that points to a footnote."""
    return piece.text.strip().isdecimal() and piece.size <= 0.75 * line.size


def body_size(pages: Iterable[Sequence[PrintedLine]]) -> float:
    """The type size, in points, of most of the words."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def is_large(line: PrintedLine, body: float) -> bool:
    """True for the type of headings, larger than the body's."""
    return line.size > body * _LARGER


def set_apart(upper: PrintedLine, lower: PrintedLine) -> bool:
    """True where two lines are further apart, or of other type, than lines of one text."""
    distance = upper.first.up - lower.first.up
    return distance > 2 * lower.size or abs(upper.size - lower.size) >= 0.5


def split_notes(
    page: Sequence[PrintedLine], body: float
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """The page's text, and the footnotes at its foot in smaller type."""
    start = len(page)
    while start and page[start - 1].size < body * _SMALLER:
        start -= 1
    while start < len(page) and not re.match(r"\d{1,3}\s", page[start].text):
        start += 1
    return list(page[:start]), list(page[start:])


def ranks(pages: Iterable[Sequence[PrintedLine]], body: float) -> dict[float, int]:
    """The level of heading that each type size above the body's stands for; the largest is 1."""
    larger = {
        round(line.size * 2) / 2
        for page in pages
        for line in page
        if is_large(line, body) and len(line.text) > 3
    }
    return {size: level for level, size in enumerate(sorted(larger, reverse=True), 1)}


_CLOSE = 1.7  # times the type size
_SHARE_CLOSE = 0.2


def leading(pages: Iterable[Sequence[PrintedLine]], body: float) -> float:
    """The usual distance between base lines of a paragraph, in points.

    In a letter of short paragraphs most lines are followed by a blank: the close ones count, unless
    they are so few that the text must be set with double spacing.
    """
    steps = [
        before.first.up - line.first.up
        for page in pages
        for before, line in pairwise(page)
        if 0 < before.first.up - line.first.up < 4 * body
    ]
    close = [step for step in steps if step <= _CLOSE * body]
    if len(close) >= _SHARE_CLOSE * len(steps):
        steps = close
    return median(steps) if steps else 1.2 * body


def as_lines(
    page: Sequence[PrintedLine], number: int, step: float, levels: dict[float, int]
) -> list[Line]:
    """The page's lines with the blank lines between them counted from their distance."""
    lowest = len(levels) + 1
    left = min((line.first.across for line in page), default=0.0)
    result: list[Line] = []
    for position, line in enumerate(page):
        gap = _gap(page[position - 1], line, step) if position else _PAGE_BREAK
        rank = levels.get(round(line.size * 2) / 2, lowest if line.bold else 0)
        indent = round((line.first.across - left) / (0.5 * line.size))
        result.append(Line(line.text, line.number, number, gap, indent, rank))
    return _rows_only_in_tables(result, page)


def _gap(before: PrintedLine, line: PrintedLine, step: float) -> int:
    distance = before.first.up - line.first.up
    if distance < 0:
        return _PAGE_BREAK
    allowed = 1.25 * step * max(1.0, line.size / max(before.size, 1.0))
    return 0 if distance <= allowed else max(1, round(distance / step) - 1)


def _rows_only_in_tables(lines: list[Line], page: Sequence[PrintedLine]) -> list[Line]:
    """Wide gaps make a table where the next line or the one before has a column at one of them."""
    result = []
    for place, (line, printed) in enumerate(zip(lines, page, strict=True)):
        neighbours = [*page[max(0, place - 1) : place], *page[place + 1 : place + 2]]
        in_table = any(_share_column(printed, neighbour) for neighbour in neighbours)
        is_contents = line.text.count("\t") > len(printed.columns)
        keep = in_table or is_contents
        result.append(line if keep else replace(line, text=line.text.replace("\t", " ")))
    return result


def _share_column(first: PrintedLine, second: PrintedLine) -> bool:
    return any(abs(one - other) < 2 for one in first.columns for other in second.columns)
