"""Telling a standard for each case ("actioned within seven days") from a timescale of its own."""

import re

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+|[;•]\s*")
_SIGNS = re.IGNORECASE | re.ASCII
_NEAR = 400

# Directly after one of these a timescale belongs to the recommendation itself.
_OWN_PLACE = re.compile(
    r"(?:^|[,:(–-]|\b(?:that|should|must|will|to|and|also|then|acts?|now))\s*$", _SIGNS
)
# "the report" inside a sentence may be of a crime; "this report" or its publication never is.
_OUR_DOCUMENT = re.compile(r"\b(?:this|our|publication|published|letter|recei\w+)\b", _SIGNS)
_EVENT = re.compile(r"\s+(?:of|from|after|following)\s+\w", _SIGNS)
_OUR_DAY = re.compile(
    r"\s+(?:of|from|after|following)\s+the\s+(?:date|day)\b[^.;,]{0,40}"
    r"\b(?:this|our)\s+(?:report|letter)\b",
    _SIGNS,
)
_RISK_BAND = re.compile(
    r"\b(?:very\s+high|high|medium|standard|low)\b(?:[\s-]+risk)?[^,;]*"
    r"\b(?:will|should|must|to|is|are|made)\b",
    _SIGNS,
)
_CASES = re.compile(
    r"\b(?:each|every|any|cases?|referrals?|calls?|incidents?|visits?|victims?|suspects?|offenders?"
    r"|enquiries|assessments?|crimes?)\b[^,;]*"
    r"\b(?:is|are|be|being|was|were)\s+(?:\w+\s+){0,2}?\w+(?:ed|en|ne|de|nt|ld)\b[^,;]*$",
    _SIGNS,
)
_CONDITION = re.compile(r"\b(?:when|whenever|if|once)\b", _SIGNS)
_PURPOSE = re.compile(
    r"\b(?:ensur\w+|mak\w+\s+(?:sure|certain)|so\s+that|who|which|whenever|when|where|if|because"
    r"|whether|how|not|(?:is|are|was|were|be|been|being))\b",
    _SIGNS,
)


def sentence_before(text: str, start: int) -> str:
    """What stands before a place in its own sentence or list item, 400 characters at the most."""
    near = text[max(0, start - _NEAR) : start]
    begin = 0
    for end in _SENTENCE_END.finditer(near):
        begin = end.end()
    return near[begin:]


def is_of_each_case(text: str, found: re.Match[str]) -> bool:
    """Whether a duration found in `text` is a standard for each case and no deadline.

    Hours always are; so is what runs from an event of the case ("of arrest"), a risk band
    ("low risk should be actioned"), and days or weeks in which cases "are" dealt with.
    """
    unit, before = found["unit"].lower(), sentence_before(text, found.start())
    if unit in ("minute", "hour"):
        return True
    if _runs_from_the_case(text, found):
        return True
    if _OWN_PLACE.search(before):
        return False
    if _RISK_BAND.search(before):
        return True
    short = unit in ("day", "week", "fortnight")
    return bool(_CASES.search(before) or _CONDITION.search(before)) and short


def is_of_the_recommendation(text: str, found: re.Match[str]) -> bool:
    """Whether words of urgency tell the addressee when to act, not how a case is to be handled."""
    before = sentence_before(text, found.start())
    purpose = _PURPOSE.search(before)
    if purpose is None:
        return True
    set_off = before.rstrip().endswith(",") and text[found.end() :].lstrip().startswith(",")
    return set_off or before.rstrip().lower().endswith((" should", " must"))


def _runs_from_the_case(text: str, found: re.Match[str]) -> bool:
    groups = found.groupdict()
    if groups.get("day_one"):
        return False
    if groups.get("event"):
        opens_the_sentence = not sentence_before(text, found.start()).strip()
        return not (opens_the_sentence or _OUR_DOCUMENT.search(groups["event"]))
    follows = _EVENT.match(text, found.end()) is not None
    return follows and not _OUR_DAY.match(text, found.end())
