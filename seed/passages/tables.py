"""Tables of recommendations, with or without responses, told as the prose they stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seed.documents.blocks import Block, BlockKind

_ASKED = re.compile(
    r"^(?:hmic\w* )?(?:recommendations?|areas? for improvement|afis?|causes? of concern)\b"
    r"(?!.*(?:number|no\.?|ref|status)$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:no\.?|number|ref\.?|reference|#|rec(?:ommendation)? (?:no\.?|number|ref))$", re.I
)
_RESPONSE = re.compile(
    r"\b(?:responses?|updates?|progress|action taken|actions?|chief constable['’]?s?|force)\b",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(
    r"^(?:by when|when|time ?scales?|time ?frames?|deadline|due(?: date| by)?|target date"
    r"|complet(?:ion|e)(?: date| by)?)$",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    r"^(?:for|to|for whom|to whom|address(?:ee|ed to)|directed (?:at|to)|(?:lead )?body"
    r"|organisation|responsible(?: body| organisation)?)$",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"\b(?:p(?:f)?cc|opcc|commissioner)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; None where the table has no such column."""

    asked: int
    number: int | None = None
    response: int | None = None
    comments: int | None = None
    by_when: int | None = None
    to_whom: int | None = None


def told_as_prose(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Each block with its index; a row of a table of recommendations becomes several."""
    columns: _Columns | None = None
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.ROW:
            columns = None
        elif columns is None:
            columns = _columns(block)
            if columns:
                continue
        elif not _columns(block):
            yield from ((index, piece) for piece in _told(block, columns))
            continue
        yield index, block


def _columns(header: Block) -> _Columns | None:
    """The columns of a header row; None where no column holds recommendations."""
    cells = [cell.strip() for cell in header.cells]
    if len(cells) < 2 or max(len(cell.split()) for cell in cells) > 8:
        return None
    asked = _first(cells, _ASKED)
    if asked is None:
        return None
    comments = _first(cells, _COMMENTS, asked)
    left_out = {asked, comments}
    response = next(
        (at for at, cell in enumerate(cells) if at not in left_out and _RESPONSE.search(cell)), None
    )
    if response is not None or comments is not None:
        return _Columns(asked, _first(cells, _NUMBER), response, comments)
    by_when, to_whom = _first(cells, _BY_WHEN), _first(cells, _TO_WHOM, asked)
    return _Columns(asked, _first(cells, _NUMBER), by_when=by_when, to_whom=to_whom)


def _first(cells: Sequence[str], form: re.Pattern[str], other: int | None = None) -> int | None:
    return next((at for at, cell in enumerate(cells) if at != other and form.search(cell)), None)


def _told(row: Block, columns: _Columns) -> Iterator[Block]:
    number = re.sub(r"[^\w.]", "", _cell(row, columns.number)).rstrip(".")
    asked = _cell(row, columns.asked)
    if not asked:
        return
    name = "" if _is_named(asked) else f"Recommendation {number}: ".replace(" :", ":")
    yield replace(row, kind=BlockKind.ITEM, text=name + asked, label="", cells=())
    for lead, column in (("Timescale", columns.by_when), ("To whom", columns.to_whom)):
        words = _cell(row, column)
        if words:
            yield replace(row, text=f"{lead}: {words}", cells=())
    for lead, column in (("Force response", columns.response), ("PCC comments", columns.comments)):
        words = _cell(row, column)
        if words:
            yield replace(row, kind=BlockKind.PARAGRAPH, text=f"{lead}: {words}", cells=())


def _is_named(text: str) -> bool:
    return bool(
        re.match(r"(?:recommendation|area for improvement|cause of concern) \d", text, re.I)
    )


def _cell(row: Block, column: int | None) -> str:
    if column is None or column >= len(row.cells):
        return ""
    return row.cells[column].strip()
