"""Where a letter restates the finding that an answer is given to."""

import re
from collections.abc import Sequence

from seed.passages.passage import Passage
from seed.reports.openings import asks_somebody, opens_strongly, wants_parts
from seed.responses.grouped import opens_a_list

FURTHEST_BACK = 14  # passages that one restated recommendation with its parts may span
_SHORTEST_TITLE = 4  # words
_FEWEST_PLAIN = 2  # one alone may be a recommendation that the letter only quotes
SIGN_OFF = re.compile(r"^yours (?:sincerely|faithfully|truly)\b|^kind regards\b", re.IGNORECASE)


def restated_starts(passages: Sequence[Passage], marks: Sequence[int]) -> list[int | None]:
    """Where the finding restated above each marker begins; None where none is restated there."""
    floors = [0, *(mark + 1 for mark in marks)]
    return [
        _restated_start(passages, floor, mark) for floor, mark in zip(floors, marks, strict=False)
    ]


def _restated_start(passages: Sequence[Passage], floor: int, end: int) -> int | None:
    lowest = max(floor, end - FURTHEST_BACK)
    candidates = range(end - 1, lowest - 1, -1)
    strong = next((index for index in candidates if restates(passages[index])), None)
    if strong is None:
        strong = next((index for index in candidates if _is_numbered(passages[index])), None)
        strong = _below_heading(passages, lowest, end) if strong is None else strong
    elif _stands_above_all(passages, strong, end):
        strong += 1
    title = end - 1 if end > lowest and is_title(passages[end - 1]) else None
    if strong is None or (title and strong < title and _only_announces(passages[strong])):
        return title
    group = next((at for at in range(strong, lowest - 1, -1) if ", " in passages[at].number), None)
    if group is not None and all(restates(one) for one in passages[group:strong]):
        return group
    strong = _first_restated(passages, lowest, strong)
    above = strong - 1
    if above >= lowest and _names(passages[above], passages[strong]):
        return above
    return strong


def _below_heading(passages: Sequence[Passage], lowest: int, end: int) -> int | None:
    """The paragraph right above a marker, if it asks somebody and stands below a heading."""
    headed = end - 1 > lowest and passages[end - 2].heading
    return end - 1 if headed and stands_alone(passages[end - 1]) else None


def _stands_above_all(passages: Sequence[Passage], at: int, end: int) -> bool:
    """Whether "Areas for improvement" stands above a finding that bears its own number."""
    return at + 1 < end and _only_announces(passages[at]) and _is_numbered(passages[at + 1])


def _first_restated(passages: Sequence[Passage], lowest: int, strong: int) -> int:
    """The first of several restated findings that stand between a heading and one answer."""
    first = strong
    while first > lowest and stands_alone(passages[first]) and stands_alone(passages[first - 1]):
        first -= 1
    headed = first > lowest and passages[first - 1].heading
    return first if headed or opens_a_list(passages[first]) else strong


def stands_alone(one: Passage) -> bool:
    """Whether a paragraph is a whole restated finding, of which several may have one answer."""
    return asks_somebody(one.text) and not (one.heading or one.label or wants_parts(one.text))


def is_title(one: Passage) -> bool:
    """Whether a heading may be a finding's own title, to be known by its words alone."""
    return one.heading and one.named is None and len(one.text.split()) >= _SHORTEST_TITLE


def _only_announces(one: Passage) -> bool:
    """Whether it only says what follows: "Areas for improvement"."""
    return one.heading and one.named is not None and not (one.number or one.text)


def restates(one: Passage) -> bool:
    """Whether it bears a finding's name, or opens like one."""
    return one.named is not None or opens_strongly(one.text)


def _is_numbered(one: Passage) -> bool:
    return one.dotted and len(one.text.split()) > 3


def _names(one: Passage, below: Passage) -> bool:
    """Whether a heading such as "Recommendation 4" names the text right below it.

    "Areas for improvement" above a text with a number of its own stands above them all.
    """
    if one.named is None or not one.heading or below.named:
        return False
    return bool(one.number or one.text) or not below.dotted


def starts_without_markers(passages: Sequence[Passage]) -> list[int]:
    """Where findings are restated straight above their answers: by name, by number, as headings."""
    named = [
        index
        for index, one in enumerate(passages)
        if one.named and (one.number or opens_strongly(one.text))
    ]
    numbered = [
        index for index, one in enumerate(passages) if one.dotted and opens_strongly(one.text)
    ]
    headings = [
        index for index, one in enumerate(passages) if one.heading and opens_strongly(one.text)
    ]
    return named or numbered or headings or _plain_starts(passages)


def _plain_starts(passages: Sequence[Passage]) -> list[int]:
    """Where paragraphs without any mark restate findings, if most have an answer right below."""
    plain = [at for at, one in enumerate(passages) if opens_strongly(one.text)]
    answered = [
        at
        for at in plain
        if at + 1 < len(passages)
        and at + 1 not in plain
        and not (passages[at + 1].heading or SIGN_OFF.match(passages[at + 1].printed))
    ]
    return plain if len(plain) >= _FEWEST_PLAIN and len(answered) * 2 > len(plain) else []
