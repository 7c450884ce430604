"""Page numbers and running heads that a reader left among the text of a page-broken document."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from seed.documents.blocks import Block, BlockKind

_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: of \d{1,3})?|[ivxl]{1,6}", re.IGNORECASE)
_FEWEST_WORDS = 3
_TIMES = 2


def without_running_heads(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with page numbers and repeated heads blanked, and torn sentences joined.

    Blocks keep their places in the list, so that indexes still point into the Reading.
    """
    heads = _heads(blocks)
    cleaned = [_cleaned(block, heads) for block in blocks]
    for index, block in enumerate(cleaned):
        before = _before(cleaned, index)
        if block is not blocks[index] and before is not None and _torn(cleaned[before], block):
            joined = f"{cleaned[before].text} {block.text}"
            cleaned[before] = replace(cleaned[before], text=joined)
            cleaned[index] = replace(block, text="")
    return cleaned


def _heads(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Lines of three words and more that follow a page number at least twice."""
    after = Counter(
        block.text
        for before, block in pairwise(blocks)
        if _PAGE_NUMBER.fullmatch(before.text) and len(block.text.split()) >= _FEWEST_WORDS
    )
    started = [
        text
        for text in after
        if sum(other.startswith(text) for other in after.elements()) >= _TIMES
    ]
    return tuple(sorted(started, key=len, reverse=True))


def _cleaned(block: Block, heads: Sequence[str]) -> Block:
    if block.label:
        return block
    if _PAGE_NUMBER.fullmatch(block.text):
        return replace(block, text="")
    for head in heads:
        if block.text.startswith(head):
            return replace(block, text=block.text.removeprefix(head).strip(), kind=_plain(block))
    return block


def _plain(block: Block) -> BlockKind:
    return BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind


def _before(blocks: Sequence[Block], index: int) -> int | None:
    return next((at for at in range(index - 1, -1, -1) if blocks[at].text), None)


def _torn(before: Block, block: Block) -> bool:
    """Whether a sentence runs from one block into the next."""
    return bool(block.text) and block.text[0].islower() and before.text[-1:] not in ".:;?!"
