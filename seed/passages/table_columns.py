"""Which column of a table of findings holds what, told from its header row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_ASKED = re.compile(
    r"^(?:hmic\w* )?(?:recommendations?|areas? for improvement|afis?|causes? of concern)\b"
    r"(?!.*(?:number|no\.?|ref|status)$)",
    re.IGNORECASE,
)
_FOUND = re.compile(r"^(?:hmic\w* )?(?:findings?|issues?)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:no\.?|number|ref\.?|reference|id|#|rec(?:ommendation)? (?:no\.?|number|ref))$", re.I
)
_RESPONSE = re.compile(
    r"\b(?:responses?|updates?|positions?|progress|action taken|actions?|chief constable['’]?s?"
    r"|force)\b"
    r"(?!.*\b(?:owner|lead|status)\b)",
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
_OURS = re.compile(r"^(?:our|HMIC\w*|inspectors?['’]?s?)\b", re.IGNORECASE)
_BECAME = re.compile(r"^(?:status|outcome|result|rating|met\??|achieved\??)$", re.IGNORECASE)
_TYPE = re.compile(r"^(?:type|category|kind)(?: of finding)?$", re.IGNORECASE)
_SHORT_HEADER = 4  # words
_LONGEST_HEADER = 8  # words


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; None where the table has no such column.

    `others` are the header words of columns beside an answer that none of these names: "Lead".
    `by_name` says that only rows that begin with a finding's name ("Recommendation 4") answer one.
    """

    asked: int
    number: int | None = None
    response: int | None = None
    comments: int | None = None
    by_when: int | None = None
    to_whom: int | None = None
    type: int | None = None
    became: int | None = None
    others: tuple[tuple[int, str], ...] = ()
    by_name: bool = False


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns of a header row; None where no column holds recommendations."""
    cells = [cell.strip() for cell in header]
    if len(cells) < 2 or max(len(cell.split()) for cell in cells) > _LONGEST_HEADER:
        return None
    asked = _first(cells, _ASKED)
    found = _first(cells, _FOUND) if asked is None else asked
    if found is None:
        return _by_name(cells)
    comments = _first(cells, _COMMENTS, found)
    response = _response(cells, {found, comments})
    if response is not None or comments is not None:
        return _answered(cells, found, response, comments)
    if asked is None:
        return None
    by_when, to_whom = _first(cells, _BY_WHEN), _first(cells, _TO_WHOM, asked)
    became = _first(cells, _BECAME)
    return Columns(asked, _first(cells, _NUMBER), None, None, by_when, to_whom, became=became)


def _by_name(cells: Sequence[str]) -> Columns | None:
    """The columns of a table of answers whose first says of each row what it answers."""
    comments = _first(cells, _COMMENTS, 0)
    response = _response(cells, {0, comments})
    answers = [cells[at] for at in (response, comments) if at is not None]
    if not answers or any(
        len(cell.split()) > _SHORT_HEADER or cell[-1] in ".;" for cell in answers
    ):
        return None
    return replace(_answered(cells, 0, response, comments), by_name=True)


def _response(cells: Sequence[str], left_out: set[int | None]) -> int | None:
    return next(
        (
            at
            for at, cell in enumerate(cells)
            if at not in left_out and _RESPONSE.search(cell) and not _OURS.match(cell)
        ),
        None,
    )


def _answered(
    cells: Sequence[str], asked: int, response: int | None, comments: int | None
) -> Columns:
    """The columns of a table that answers findings; what they do not name is kept beside them."""
    number, kind = _first(cells, _NUMBER), _first(cells, _TYPE)
    named = {asked, number, response, comments, kind}
    others = tuple((at, cell) for at, cell in enumerate(cells) if cell and at not in named)
    return Columns(asked, number, response, comments, type=kind, others=others)


def _first(cells: Sequence[str], form: re.Pattern[str], other: int | None = None) -> int | None:
    return next((at for at, cell in enumerate(cells) if at != other and form.search(cell)), None)
