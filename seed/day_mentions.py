"""Days and periods named inside sentences, with the words exactly as printed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from seed.draft import DateMention
from seed.passages.passage import Passage
from seed.passages.sentences import sentences
from store.dates import When, read_when

MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SHORT = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_FORMS = re.compile(
    rf"\b(?:{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS}|{_SHORT}),? \d{{2,4}}"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|(?:the )?(?:first|second) half of \d{{4}}|H[12] \d{{4}}|Q[1-4] \d{{4}}"
    rf"|(?:the )?end of (?:{MONTHS}) \d{{4}}"
    rf"|(?:early|mid|late)[- ]\d{{4}}|(?:{MONTHS}|{_SHORT}) \d{{4}}"
    r"|(?:the )?(?:spring|summer|autumn|winter) (?:of )?\d{4}"
    r"|in due course|imminent(?:ly)?)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(r"\b(spring|summer|autumn|winter) (?:of )?(\d{4})", re.IGNORECASE)
_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def mentions(passages: Sequence[Passage]) -> list[DateMention]:
    """Every day or period named in the passages."""
    return [mention for one in passages for mention in _in_passage(one)]


def _in_passage(one: Passage) -> Iterator[DateMention]:
    for sentence in sentences(one.text):
        for words in named_days(sentence):
            yield DateMention(words, read(words), sentence, one.place)


def named_days(sentence: str) -> list[str]:
    """The words of each day or period in a sentence."""
    return [found.group().removeprefix("the ") for found in _FORMS.finditer(sentence)]


def read(words: str) -> When:
    """What the words can mean, by the strict UK reading of the store."""
    return read_when(words)


def not_before(mention: DateMention) -> date | None:
    """The first day the words can mean; for a season its first month, to catch what cannot be."""
    if mention.when.earliest:
        return mention.when.earliest
    season = _SEASON.search(mention.words)
    if not season:
        return None
    return date(int(season.group(2)), _FIRST_MONTH[season.group(1).lower()], 1)
