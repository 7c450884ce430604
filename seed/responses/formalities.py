"""A letter's formalities: who signs, to whom, which copies, and what section 55 misses in it."""

import re
from collections.abc import Sequence

from seed.draft import CopySent, Problem
from seed.passages.passage import Passage
from store.dates import When
from store.vocabulary import StepKind

_COPY = re.compile(
    r"^(?:cc|copy to|copied to|copies to)\b[:.]?\s*(?P<to>.+)$"
    r"|\b(?:a )?cop(?:y|ies) of this (?:letter|response)\b[^.]{0,40}?\bto (?P<sent>[^.]{3,120})",
    re.IGNORECASE,
)
_DEAR = re.compile(r"^dear\b\s*(?P<whom>[^,\n]{0,80}),?$|\bdear (?P<whom2>home secretary)\b", re.I)
_INSPECTORS = re.compile(r"hmic|inspect", re.IGNORECASE)
_SECRETARY = re.compile(r"home (?:secretary|office)|secretary of state", re.IGNORECASE)
_TO_COMMISSIONER = re.compile(r"\b(?:commissioner|PF?CC|mayor)\b", re.IGNORECASE)
_PUBLISHED_AT = re.compile(
    r"\b(?:is|are|was|were|been|be) published\b[^.]{0,80}?(?P<at>(?:https?://|www\.)[^\s)>\]]+[\w/])",
    re.IGNORECASE,
)
_OLD_DOMAIN = re.compile(r"\S+@\S*\.gsi\.gov\.uk\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"^(?:acting |deputy )?(?:police(?:, fire)? and crime commissioner|mayor)\b[^.]*$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(r"^yours (?:sincerely|faithfully)", re.IGNORECASE)


def sent_to(passages: Sequence[Passage]) -> str:
    """Whom the letter greets; "" where the name is left blank."""
    for one in passages[:30]:
        found = _DEAR.search(one.printed)
        if found:
            return (found.group("whom") or found.group("whom2") or "").strip()
    return ""


def sent_by(passages: Sequence[Passage]) -> str:
    """Who signs, with the office: the lines between "Yours" and the commissioner's title."""
    for index, one in enumerate(passages):
        if not _SIGN_OFF.match(one.printed):
            continue
        signed: list[str] = []
        for line in passages[index + 1 : index + 6]:
            signed.append(line.printed)
            if _SIGNED.match(line.printed) or "ommissioner" in line.printed:
                return ", ".join(signed)
        return signed[0] if signed else ""
    return ""


def copies_sent(passages: Sequence[Passage]) -> list[CopySent]:
    """Each copy the letter names, and the duty of s.55 it serves; also where it is published."""
    found: list[CopySent] = []
    for one in passages:
        copy = _COPY.search(one.printed)
        if copy:
            to = (copy["to"] or copy["sent"]).strip()
            found.append(CopySent(to, _duty(to), one.place))
        where = _PUBLISHED_AT.search(one.printed)
        if where:
            found.append(CopySent(where["at"], StepKind.PUBLISHED.value, one.place))
    greeted = sent_to(passages)
    if _SECRETARY.search(greeted):
        found.append(CopySent(greeted, StepKind.HOME_SECRETARY.value, passages[0].place))
    return found


def _duty(to: str) -> str:
    if _INSPECTORS.search(to):
        return StepKind.INSPECTORS.value
    return StepKind.HOME_SECRETARY.value if _SECRETARY.search(to) else ""


def formality_problems(passages: Sequence[Passage], dated: When) -> list[Problem]:
    """What the letter lacks of what section 55 of the Police Act 1996 asks, a sentence each.

    A chief constable's comments to the commissioner (s.55(4)) owe nobody a copy.
    """
    found: list[Problem] = []
    if not dated.words:
        found.append(Problem("The letter bears no date; ask when it was sent."))
    if not sent_to(passages):
        found.append(Problem("The letter names nobody it is addressed to."))
    found.extend(_old_addresses(passages))
    if _TO_COMMISSIONER.search(sent_to(passages)):
        return found
    duties = {copy.duty for copy in copies_sent(passages)}
    if StepKind.INSPECTORS.value not in duties:
        found.append(
            Problem("The letter names no copy to the inspectors of constabulary (s.55(6)(a)).")
        )
    if StepKind.HOME_SECRETARY.value not in duties:
        found.append(Problem("The letter names no copy to the Home Secretary (s.55(6)(b))."))
    return found


def _old_addresses(passages: Sequence[Passage]) -> list[Problem]:
    return [
        Problem(
            f"“{found.group()}” is in the old gsi domain; check that the copy arrived.",
            one.place.page,
            one.place.line,
        )
        for one in passages
        if (found := _OLD_DOMAIN.search(one.printed))
    ]
