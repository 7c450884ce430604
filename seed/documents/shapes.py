"""What a group of lines is: heading, item, table row or paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace

from seed.documents.blocks import Block, BlockKind
from seed.documents.hyphens import join_lines, vocabulary
from seed.documents.joins import Layout, ends_sentence, gather
from seed.documents.lines import Line, split_label, wrap_width
from seed.documents.marks import without_marks

_LONGEST_HEADING = 220
_NOT_A_HEADING = re.compile(
    r"^(?:dear|yours|enc)\b|^(?:cc|from|to|date|tel|email)\s*:|^\d{1,2}(?:st|nd|rd|th)?\s+\w+\s+\d{4}$"
    r"|[|©@]|[a-z]{3}[.?!] [A-Z]|^www\.|^https?:",
    re.IGNORECASE,
)
_TOP_HEADING = re.compile(r"^(?:annex|appendix|chapter|part|section)\b", re.IGNORECASE)
_SIGNED = re.compile(r"^(?:yours\b|(?:kind |best |with )*regards)", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,3}(?:\.\d{1,3})*[.)]?$")
_HASHES = re.compile(r"^(#{1,6})\s+")


def blocks_from_lines(lines: Sequence[Line]) -> list[Block]:
    """Whole blocks from printed lines, in order."""
    groups = gather(lines, Layout(wrap_width(lines)))
    words = vocabulary(line.text for line in lines)
    blocks: list[Block] = []
    for position, group in enumerate(groups):
        after = groups[position + 1][0] if position + 1 < len(groups) else None
        block = _block(group, after, words, first=position == 0)
        if blocks and _SIGNED.match(blocks[-1].text) and block.kind is BlockKind.HEADING:
            block = replace(block, kind=BlockKind.PARAGRAPH, level=0)
        blocks.append(block)
    return _set_levels(_nest_items(blocks, groups))


def _block(group: list[Line], after: Line | None, words: frozenset[str], *, first: bool) -> Block:
    start = group[0]
    if "\t" in start.text:
        cells = tuple(without_marks(" ".join(cell.split())) for cell in start.text.split("\t"))
        cells = tuple(cell for cell in cells if cell)
        return Block(BlockKind.ROW, " ".join(cells), start.page, start.number, cells=cells)
    raw = join_lines((line.text for line in group), words)
    hashes = _HASHES.match(raw)
    label, rest = split_label(raw[hashes.end() :] if hashes else raw)
    text = without_marks(rest)
    if hashes or _is_heading(group, label, text, after, first=first):
        level = len(hashes[1]) if hashes else start.rank
        return Block(BlockKind.HEADING, text, start.page, start.number, label, level)
    kind = BlockKind.ITEM if label else BlockKind.PARAGRAPH
    return Block(kind, text, start.page, start.number, label, 1 if label else 0)


def _is_heading(
    group: list[Line], label: str, text: str, after: Line | None, *, first: bool
) -> bool:
    if label and not _NUMBERED.match(label):
        return False
    if len(text) > _LONGEST_HEADING or ends_sentence(text) or text.endswith(","):
        return False
    if not re.match(r"[‘'“\"(]?[A-Z0-9]", text) or _NOT_A_HEADING.search(text):
        return False
    if len(group) > 3 or (label and len(text.split()) > 14):
        return False
    if group[0].rank:
        return True
    return _stands_apart(group[0], after, first=first, numbered=bool(label))


def _stands_apart(start: Line, after: Line | None, *, first: bool, numbered: bool) -> bool:
    """True where blank lines, or a list or long text below, set the words off as a heading."""
    if _TOP_HEADING.match(start.text) and start.length < 40:
        return True
    if after is None or not (first or start.gap):
        return False
    if after.gap:
        return True
    if numbered:
        return not _NUMBERED.match(after.label) and after.length >= 60
    return bool(after.label) or after.length >= 60


def _nest_items(blocks: list[Block], groups: list[list[Line]]) -> list[Block]:
    """Give an item the depth of its indent, where two or more stand equally far in."""
    result = list(blocks)
    for position, block in enumerate(blocks):
        if block.kind is not BlockKind.ITEM:
            continue
        level = _item_level(position, blocks, groups, result)
        result[position] = replace(block, level=level)
    return result


def _item_level(
    position: int, blocks: list[Block], groups: list[list[Line]], done: list[Block]
) -> int:
    above = done[position - 1] if position else None
    if above is None or above.kind is not BlockKind.ITEM:
        return 1
    indent, indent_above = groups[position][0].indent, groups[position - 1][0].indent
    if indent > indent_above and _is_run(position, blocks, groups):
        return above.level + 1
    if indent < indent_above:
        return _level_of_sibling(position, groups, done)
    return above.level


def _is_run(position: int, blocks: list[Block], groups: list[list[Line]]) -> bool:
    indent = groups[position][0].indent
    if indent - groups[position - 1][0].indent >= 2:
        return True
    following = position + 1
    return (
        following < len(blocks)
        and blocks[following].kind is BlockKind.ITEM
        and groups[following][0].indent == indent
    )


def _level_of_sibling(position: int, groups: list[list[Line]], done: list[Block]) -> int:
    """The level of the nearest item above that stands no further in."""
    for earlier in range(position - 1, -1, -1):
        if done[earlier].kind is not BlockKind.ITEM:
            return 1
        if groups[earlier][0].indent <= groups[position][0].indent:
            return done[earlier].level
    return 1


def _set_levels(blocks: list[Block]) -> list[Block]:
    """Chapters at level 1: numbered, annexes, or named in a list of contents; the rest below."""
    listed = {block.cells[0].casefold() for block in blocks if len(block.cells) == 2}
    result = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING or block.level:
            result.append(block)
            continue
        level = block.label.strip(".)").count(".") + 1 if block.label else 2
        if _TOP_HEADING.match(block.text) or block.text.casefold() in listed:
            level = 1
        result.append(replace(block, level=level))
    return result
