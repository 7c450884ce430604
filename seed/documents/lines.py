"""The lines of a page, before they are joined to sentences."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BULLETS = "•●▪■□◦○‣⁃∙·‑–—\uf0b7\uf0a7\uf0d8*-"
_LABEL = re.compile(
    rf"""(?P<label>
        [•●▪■□◦○‣⁃∙·\uf0b7\uf0a7\uf0d8](?=\s*\S)    # a bullet, with or without a space
      | [{re.escape(BULLETS)}o](?=\s)                # a dash, a star or Word's hollow o
      | \(?\d{{1,3}}(?:\.\d{{1,3}})*[.)](?=\s)       # 1.  1.2.  2)  (3)
      | \d{{1,3}}(?:\.\d{{1,3}})+(?=\s+[^\sa-z])     # 2.1 The Board
      | \(?[a-z]\)(?=\s) | [a-z]\.(?=\s)             # a)  (b)  c.
      | \(?[ivx]{{2,5}}[.)](?=\s)                    # ii)  (iv)
    )\s*""",
    re.VERBOSE,
)


_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*(\w{1,5})$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its words, where it stands and how many blank lines come before it.

    `indent` is in characters; `rank` is the level of heading that the type stands for, 0 for text.
    """

    text: str
    number: int
    page: int | None = None
    gap: int = 0
    indent: int = 0
    rank: int = 0

    @property
    def length(self) -> int:
        """How far the line reaches, in characters."""
        return self.indent + len(self.text)

    @property
    def label(self) -> str:
        """The mark of a list item that the line begins with, if any."""
        return split_label(self.text)[0]


def without_leaders(text: str) -> str:
    """The text with the dots of a list of contents ("Summary ..... 3") made a tab."""
    return _LEADERS.sub(r"\t\1", text)


def split_label(text: str) -> tuple[str, str]:
    """The text's list mark ("•", "1.", "a)") and what follows it."""
    found = _LABEL.match(text)
    if found is None or found.end() == len(text):
        return "", text
    return found["label"], text[found.end() :]


def is_bullet(label: str) -> bool:
    """True for a dot or a dash, false for a number or a letter."""
    return label in BULLETS or label == "o"


def from_pages(pages: Iterable[str], *, paged: bool) -> list[list[Line]]:
    """The printed lines of each page; line numbers count on, as in a file read from the top."""
    number, result = 0, []
    for page, text in enumerate(pages, 1):
        raw_lines = text.split("\n")
        result.append(_printed(raw_lines, number, page if paged else None))
        number += len(raw_lines) - 1
    return result


def _printed(raw_lines: Sequence[str], before: int, page: int | None) -> list[Line]:
    lines: list[Line] = []
    gap = 1 if page and page > 1 else 0
    for number, raw in enumerate(raw_lines, before + 1):
        words = without_leaders(raw.strip())
        if not words:
            gap += 1
            continue
        level = raw.expandtabs(4)
        lines.append(Line(words, number, page, gap, len(level) - len(level.lstrip())))
        gap = 0
    return lines


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The column at which the text was wrapped, or None where a paragraph is one long line."""
    lengths = sorted(line.length for line in lines if "\t" not in line.text)
    if not lengths:
        return None
    long_share = sum(length > 150 for length in lengths) / len(lengths)
    if long_share > 0.03:
        return None
    return lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else lengths[-1]
