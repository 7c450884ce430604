"""A document cut at its headings: each stretch knows what its heading announces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from seed.draft import FindingKind
from seed.passages.heading_shapes import (
    belongs_to_chapter,
    fold_heading,
    is_on_findings,
    says_little,
    says_what_became,
)
from seed.passages.headings import ANNOUNCES_FINDINGS, Role, read_heading
from seed.passages.passage import Passage
from seed.reports.openings import opens_strongly, says_should

_ROLE_OF_NAME = {
    FindingKind.RECOMMENDATION: Role.RECOMMENDATION,
    FindingKind.CAUSE_OF_CONCERN: Role.CAUSE,
    FindingKind.AREA_FOR_IMPROVEMENT: Role.AREA,
}
_ASIDE = re.compile(r"\(([^()]{3,90})\)")  # "Recommendation 2 (College of Policing)"
_FALLS_SHORT = re.compile(
    r"\b(?:still|not|inconsistent(?:ly)?|too (?:many|few|often|long)|needs? to)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLOSING = frozenset({"conclusion", "conclusions", "summary", "introduction", "overview"})
_LONGEST_TOPIC = 3  # words
_HEADLINE_ROLES = frozenset({Role.AREA, Role.CAUSE, Role.STILL, Role.PRIORITY})


@dataclass(slots=True)
class Zone:
    """One heading and the passages below it, up to the next heading.

    `section` is the chapter, `above` the last narrative heading before, `number` and `to` what
    the heading says of its finding ("Recommendation 4: To the Home Office"), `timescale` the words
    of a heading such as "Within three months". `topic` says that the heading only sorts findings.
    """

    role: Role
    heading: Passage | None = None
    section: str = ""
    above: str = ""
    number: str = ""
    to: str = ""
    timescale: str = ""
    topic: bool = False
    passages: list[Passage] = field(default_factory=list)

    @property
    def is_plural(self) -> bool:
        """Whether the heading announces several findings: "Areas for improvement"."""
        return self.heading is not None and fold_heading(self.heading.printed).startswith("areas")


@dataclass(frozen=True, slots=True)
class _Position:
    role: Role = Role.NARRATIVE
    section: str = ""
    above: str = ""


def zones(passages: Sequence[Passage], chapters: frozenset[str]) -> list[Zone]:
    """The document as zones in order."""
    numbered = any(is_numbered(one) for one in passages)
    found = [Zone(Role.NARRATIVE)]
    position = _Position()
    for one, following in pairwise([*passages, None]):
        if one is None:
            break
        if not one.heading or _is_headline(one, found[-1]):
            found[-1].passages.append(one)
            continue
        topic = _is_topic(one, following, found, chapters)
        if topic:
            found.append(replace(found[-1], heading=one, number="", passages=[], topic=True))
            continue
        zone, position = _open(one, position, chapters, numbered)
        found.append(zone)
    return found


def _is_topic(
    one: Passage, following: Passage | None, found: Sequence[Zone], chapters: frozenset[str]
) -> bool:
    """Whether a heading only sorts the findings below "Areas for improvement" by their topic."""
    above = found[-1]
    opened = above.topic or (above.is_plural and not above.passages)
    if not opened or above.role not in ANNOUNCES_FINDINGS or _role(one)[0] is not Role.NARRATIVE:
        return False
    folded = fold_heading(one.printed)
    if is_numbered(one) or folded in chapters or folded in _CLOSING or following is None:
        return False
    asks = opens_strongly(following.text) or says_should(following.text)
    asks = asks or (above.role is Role.STILL and bool(_FALLS_SHORT.search(following.text)))
    asks = asks or (following.item and _is_short_topic(one))
    return asks and not following.heading and not says_little(one.printed)


def _is_short_topic(one: Passage) -> bool:
    """Whether a heading of a few words may sort bullets: "Strategic", "Practice"."""
    return len(one.text.split()) <= _LONGEST_TOPIC and not is_on_findings(one.printed)


def _is_headline(one: Passage, zone: Zone) -> bool:
    """Whether a heading is itself the finding: the bold first sentence of a boxed finding."""
    if _role(one)[0] is not Role.NARRATIVE:
        return False
    asks = opens_strongly(one.text) or says_should(one.text)
    if zone.role is Role.RECOMMENDATION:
        return asks
    if zone.role not in _HEADLINE_ROLES:
        return False
    if zone.passages:
        return asks and (zone.is_plural or (one.dotted and zone.passages[-1].dotted))
    return asks or len(one.text.split()) > 5


def _role(one: Passage) -> tuple[Role, str, str]:
    """What a heading announces, its number and to whom."""
    if one.named and one.heading:
        rest = one.text.strip(" :–—-")
        role, to = _addressed(rest) if rest else (Role.ADDRESSEE, "")
        if not rest or role is Role.ADDRESSEE:
            return _ROLE_OF_NAME[one.named], one.number, to
    role, to = read_heading(fold_heading(one.printed))
    number = one.number if to and one.named else ""
    return role, number, _as_printed(to, one.printed)


def _addressed(rest: str) -> tuple[Role, str]:
    """What follows a name and number: whom it is for, also in brackets, or something else."""
    aside = _ASIDE.fullmatch(rest)
    return (Role.ADDRESSEE, aside[1]) if aside else read_heading(rest)


def _as_printed(to: str, printed: str) -> str:
    """The addressee's words with their capitals, which folding a heading takes away."""
    at = printed.lower().find(to)
    return printed[at : at + len(to)] if at >= 0 else to


def _open(
    one: Passage, position: _Position, chapters: frozenset[str], numbered: bool
) -> tuple[Zone, _Position]:
    role, number, to = _role(one)
    timescale = ""
    if role in {Role.ADDRESSEE, Role.TIMESCALE}:
        inside = position.role in ANNOUNCES_FINDINGS
        timescale = one.printed if inside and role is Role.TIMESCALE else ""
        role = position.role if inside else Role.NARRATIVE
        to = to if inside else ""
    if role is Role.NARRATIVE and position.role is Role.EARLIER and says_what_became(one.printed):
        role = position.role
    elif role is Role.NARRATIVE:
        position = _narrative(one, position, chapters, numbered)
    elif _is_named_chapter(one):
        position = _Position(section=one.printed.strip("* "))
    position = replace(position, role=role)
    return Zone(role, one, position.section, position.above, number, to, timescale), position


def _narrative(
    one: Passage, position: _Position, chapters: frozenset[str], numbered: bool
) -> _Position:
    """Whether a plain heading opens a chapter or only stands above the next paragraphs."""
    if says_little(one.printed):
        return position
    if chapters:
        is_chapter = fold_heading(one.printed) in chapters
    elif numbered:
        is_chapter = is_numbered(one)
    else:
        is_chapter = len(one.text.split()) <= 8 and not says_should(one.text)
        is_chapter = is_chapter and not belongs_to_chapter(one.printed, position.section)
    if is_chapter:
        return _Position(section=one.printed.strip("* "), above="")
    return _Position(section=position.section, above=one.printed.strip("* "))


def is_numbered(one: Passage) -> bool:
    """Whether a heading bears a chapter's number or calls itself a chapter."""
    return one.heading and (one.dotted or _is_named_chapter(one))


def _is_named_chapter(one: Passage) -> bool:
    """Whether a heading calls itself a chapter: "Chapter 2: Our recommendations"."""
    return one.printed[:8].lower() in {"section ", "chapter "}
