"""Tables of recommendations, with or without responses, told as the prose they stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seed.documents.blocks import Block, BlockKind
from seed.passages.table_columns import Columns, columns_of

ANSWERED = "Force response"
_OF_AREA = re.compile(r"^(?:afis?|areas? for improvement)\b", re.IGNORECASE)
_OWN_NUMBER = re.compile(
    r"((?:(?:R|Rec|AFI)\.?\s?)?\d{1,2}(?:\.\d{1,2})*)[.):]*\s+(?=[A-Z])", re.IGNORECASE
)
_CALLED = re.compile(
    r"(?:recommendation|area for improvement|AFI|cause of concern)(?: \d{1,3}\w?)?\s*[:.–—-]", re.I
)
_PLAIN_REF = re.compile(
    r"(?:r|rec(?:ommendation)?|afi|area for improvement)?[\s.-]*(?P<number>\d{1,3}(?:\.\d+)*[a-z]?)"
    r"\.?",
    re.IGNORECASE,
)


def told_as_prose(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Each block with its index; a row of a table of recommendations becomes several."""
    columns: Columns | None = None
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.ROW:
            columns = None
        elif columns is None:
            columns = columns_of(block.cells)
            if columns and not columns.by_name:
                continue
        elif columns.by_name and not _is_called(_cell(block, columns.asked)):
            yield index, block
            continue
        elif not _is_header_again(block):
            yield from ((index, piece) for piece in _told(block, columns))
            continue
        yield index, block


def _is_header_again(row: Block) -> bool:
    """Whether a row prints the table's header once more, as on the next page."""
    columns = columns_of(row.cells)
    return columns is not None and not columns.by_name


def _told(row: Block, columns: Columns) -> Iterator[Block]:
    asked = _cell(row, columns.asked)
    if not asked:
        return
    own = _OWN_NUMBER.match(asked) if columns.number is None else None
    if own:
        asked = asked[own.end() :]
    name = _name(own[1] if own else _cell(row, columns.number), _cell(row, columns.type))
    named = asked if _is_named(asked) or columns.by_name else f"{name}: {asked}"
    yield replace(row, kind=BlockKind.ITEM, text=named, label="", cells=())
    leads = (
        ("Status", columns.became),
        ("Timescale", columns.by_when),
        ("To whom", columns.to_whom),
    )
    for lead, column in leads:
        words = _cell(row, column)
        if words:
            yield replace(row, text=f"{lead}: {words}", cells=())
    for lead, column in ((ANSWERED, columns.response), ("PCC comments", columns.comments)):
        words = _cell(row, column)
        if words:
            yield replace(row, kind=BlockKind.PARAGRAPH, text=f"{lead}: {words}", cells=())
        if lead == ANSWERED:
            yield from _beside(row, columns)


def _beside(row: Block, columns: Columns) -> Iterator[Block]:
    """What else a row says of its finding: "Lead: ACC Finch"."""
    for column, header in columns.others:
        words = _cell(row, column)
        if words:
            yield replace(row, kind=BlockKind.PARAGRAPH, text=f"{header}: {words}", cells=())


def _name(ref: str, type_words: str) -> str:
    """What a row is called: "Recommendation 4", "AFI 2", "Recommendation ref 2022/17"."""
    area = _OF_AREA.match(ref) or _OF_AREA.match(type_words)
    called = "AFI" if area else "Recommendation"
    plain = _PLAIN_REF.fullmatch(ref)
    if plain:
        return f"{called} {plain['number']}"
    return f"{called} ref {ref}" if ref else called


def _is_called(text: str) -> bool:
    """Whether a cell begins with a finding's name, with or without a number."""
    return bool(_CALLED.match(text))


def _is_named(text: str) -> bool:
    return bool(
        re.match(r"(?:recommendation|area for improvement|cause of concern) \d", text, re.I)
    )


def _cell(row: Block, column: int | None) -> str:
    if column is None or column >= len(row.cells):
        return ""
    return row.cells[column].strip()
