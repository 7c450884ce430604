"""The forms in which reports put a timescale: patterns for durations, set dates and urgency.

All are compiled for text in which every kind of space is a plain space (`plain_spaces`), so that
what is found can be cut from the original by its position.
"""

import re

from store.day_words import MONTH_PATTERN, NUMBER_PATTERN, WEEKDAYS
from store.periods import YEAR

_THE = r"(?:(?:the|this|our|its|that)\s+)"
_DOCUMENT = r"(?:report|letter|publication)"
_YEAR = YEAR.replace("?P<year>", "?:")

# "of the publication of this report": the clock runs from publication.
_OF_PUBLICATION = (
    rf"\s+(?:of|from|after|following)\s+{_THE}?(?:(?:date|day)\s+of\s+|receiving\s+|receipt\s+of\s+)?"
    rf"{_THE}?{_DOCUMENT}(?:\s+of\s+{_THE}(?:inspection\s+)?{_DOCUMENT})?"
    r"(?:\s+(?:being|is)\s+published)?(?!\s+(?:being|is|was)\b)"
)
# "beginning with the day on which the report is published": that day is itself day 1.
_DAY_ONE = (
    r"\s+(?:beginning|starting)\s+(?:with|on)\s+the\s+(?:day|date)\s+"
    rf"(?:on\s+which\s+{_THE}{_DOCUMENT}\s+is\s+published|of\s+{_THE}?publication"
    rf"(?:\s+of\s+{_THE}{_DOCUMENT})?)"
)
_UNITS = r"(?P<unit>minute|hour|day|week|fortnight|month|year)s?\b"
_NUMBER = rf"(?P<number>{NUMBER_PATTERN}|[0-9]{{1,3}}|an?)\b(?:\s*\([0-9]{{1,3}}\))?"

DURATION = re.compile(
    r"\b(?P<lead>within|in\s+no\s+more\s+than|(?:no|not)\s+later\s+than|in\s+the\s+next)\s+"
    r"(?:the\s+(?:next|period\s+of)\s+)?(?:a\s+(?=[a-z0-9]+[\s-]+(?:calendar\s+)?[a-z]+\s+period))?"
    rf"(?:a\s+(?:further\s+)?(?:period\s+of\s+)?(?=(?:{NUMBER_PATTERN}|[0-9])))?"
    rf"{_NUMBER}[\s-]*(?P<working>(?:working|business)\s+)?(?:calendar\s+)?{_UNITS}"
    rf"(?:\s+period\b)?(?:(?P<day_one>{_DAY_ONE})|(?P<event>{_OF_PUBLICATION}))?",
    re.IGNORECASE | re.ASCII,
)
# A letter prints "with 6 weeks" for "within 6 weeks"; trusted only where a case standard is plain.
LOOSE_DURATION = re.compile(
    rf"\bwith(?:in)?\s+{_NUMBER}[\s-]*(?:working\s+)?{_UNITS}", re.IGNORECASE | re.ASCII
)

_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?"
_DAY = (
    rf"{_WEEKDAY}(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{MONTH_PATTERN})\b(?:,?\s+{_YEAR})?"
    rf"|[0-9]{{1,2}}/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}})\b|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}\b)"
)
_PERIOD = (
    rf"(?:{MONTH_PATTERN})\b(?:,?\s+(?:of\s+)?{_YEAR})?"
    rf"|(?:(?:first|second)\s+half|(?:first|second|third|fourth)\s+quarter)\s+of\s+{_YEAR}"
    rf"|[QH][1-4]\s*{_YEAR}(?:[/–-][0-9]{{2,4}})?"
    rf"|(?:early|mid|late|spring|summer|autumn|winter)[\s-]+(?:of\s+)?{_YEAR}"
    rf"|(?:financial\s+year|year)(?:\s+{_YEAR}(?:[/–-][0-9]{{2,4}})?)?\b"
    rf"|{_YEAR}\b"
)
SET_DATE = re.compile(
    r"\b(?P<lead>(?:no|not)\s+later\s+than|on\s+or\s+before|before|by)\s+"
    r"(?P<edge>(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+)?(?:the\s+)?"
    rf"(?P<named>{_DAY}|{_PERIOD})",
    re.IGNORECASE | re.ASCII,
)
DAY_AND_MONTH = re.compile(
    rf"{_WEEKDAY}(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{MONTH_PATTERN})",
    re.IGNORECASE | re.ASCII,
)

AT_ONCE = re.compile(
    r"\b(?:with\s+immediate\s+effect|immediately|without\s+delay|forthwith"
    r"|immediate\s+(?:steps|action))\b"
    r"(?!\s+(?:after|following|before|prior|on|upon|when|available|apparent|obvious|safeguard))",
    re.IGNORECASE | re.ASCII,
)
VAGUE = re.compile(
    r"\b(?:as\s+soon\s+as\s+(?:reasonably\s+)?(?:possible|practicable)|in\s+due\s+course"
    r"|as\s+a\s+matter\s+of\s+urgency|urgently)\b",
    re.IGNORECASE | re.ASCII,
)

_SPACES = dict.fromkeys((0x00A0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F), " ")


def plain_spaces(text: str) -> str:
    """The same text, sign for sign, with every typographic space a plain one."""
    return text.translate(_SPACES)
