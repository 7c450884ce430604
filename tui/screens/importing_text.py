"""The document beside the list: its passages with page and line, and what was found where."""

from collections.abc import Iterator, Mapping, Sequence

from seed.documents.blocks import Block, BlockKind, Reading
from seed.draft import Answer, Problem
from seed.editing import Proposal
from seed.editing_accepted import place_of, words_of
from store.text import clean
from tui.screens.importing_rows import LEFT_OUT, TAKEN
from tui.widgets.source_text import Passage

LONGEST = 1_500
"""Characters drawn as one passage; a longer block goes on in the next one."""


def passages_of(reading: Reading) -> list[Passage]:
    """The whole document to read, with a rule where a page begins."""
    return list(_passages(reading))


def _passages(reading: Reading) -> Iterator[Passage]:
    page: int | None = None
    for index, block in enumerate(reading.blocks):
        if block.page is not None and block.page != page:
            page = block.page
            yield Passage(f"── page {page} ──", strong=True)
        strong = block.kind is BlockKind.HEADING
        for place, text in enumerate(_pieces(_printed(block))):
            margin = "" if place else f"{block.line}"
            yield Passage(text, margin, index, strong)
        if not _goes_on(block, reading.blocks[index + 1 : index + 2]):
            yield Passage("")


def _goes_on(block: Block, following: Sequence[Block]) -> bool:
    """Whether a list or table goes on, so that no blank line stands between."""
    listed = block.kind in {BlockKind.ITEM, BlockKind.ROW}
    return listed and all(one.kind is block.kind for one in following)


def _printed(block: Block) -> str:
    text = " │ ".join(block.cells) if block.cells else block.text
    return clean(f"{block.label} {text}" if block.label else text).replace("\t", "    ")


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that can be wrapped quickly, cut at blanks; nothing is left out."""
    while len(text) > LONGEST:
        cut = text.rfind(" ", 1, LONGEST) + 1 or LONGEST
        yield text[:cut]
        text = text[cut:]
    yield text


def blocks_of(reading: Reading, entry: Proposal) -> tuple[int, ...]:
    """The blocks that a proposal was read from; what names only a line stands in one block."""
    item = entry.item
    blocks = place_of(entry).blocks
    if isinstance(item, Answer):
        blocks = (*item.restated_place.blocks, *blocks)
    if blocks or not isinstance(item, Problem) or item.line is None:
        return blocks
    return _at_line(reading, item.page, item.line)


def _at_line(reading: Reading, page: int | None, line: int) -> tuple[int, ...]:
    found = [
        index
        for index, block in enumerate(reading.blocks)
        if (block.page or 0, block.line) <= (page or 0, line)
    ]
    return tuple(found[-1:])


def words_in_hand(entry: Proposal) -> str:
    """The words to look for in the passages that are lit; none where all of them are meant."""
    return "" if isinstance(entry.item, Answer | Problem) else words_of(entry)


def signs(reading: Reading, entries: Sequence[Proposal]) -> Mapping[int, str]:
    """Beside each block from which something was read, whether it is taken."""
    found: dict[int, str] = {}
    for entry in entries:
        for block in blocks_of(reading, entry)[:1]:
            if entry.taken or block not in found:
                found[block] = TAKEN if entry.taken else LEFT_OUT
    return found
