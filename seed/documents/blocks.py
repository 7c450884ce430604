"""What a reader makes of a file: blocks of text that know where they stand."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table row, healed of page breaks and hyphens.

    `page` and `line` count from 1 in the original; `page` is None where the format has no pages.
    `label` is a list item's own mark ("•", "1.", "a)"); `level` is a heading's or item's depth;
    `cells` are a row's values as text.
    """

    kind: BlockKind
    text: str
    page: int | None
    line: int
    label: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the user must know about what was read, as one sentence."""

    sentence: str
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as read: its blocks in order, its fingerprint and what was odd about it."""

    file_name: str
    sha256: str
    format: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    remarks: tuple[Remark, ...] = ()
