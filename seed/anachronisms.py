"""Dates that contradict the day a document bears: past too early, or to come too late."""

import re
from collections.abc import Sequence
from datetime import date

from seed.day_mentions import not_before
from seed.draft import DateMention, Problem
from store.dates import When, say_day

_PAST = re.compile(
    r"\bsince\b|\b(?:was|were|went|began|started|launched|took|held|introduced|completed)\b"
    r"|\b(?:has|have|had)(?: now| since| already)? been\b|\b(?:has|have) had\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|is taking place|are taking place|starts?|begins?|commences?|is due|are due"
    r"|is expected|are expected|is scheduled|are scheduled|scheduled for|is planned|are planned"
    r"|to be)\b",
    re.IGNORECASE,
)


def anachronisms(dated: When, mentions: Sequence[DateMention]) -> list[Problem]:
    """One sentence for each date that cannot be as the letter puts it."""
    written = dated.exact
    if written is None:
        return []
    found = (_contradiction(mention, written) for mention in mentions)
    return [problem for problem in found if problem]


def _contradiction(mention: DateMention, written: date) -> Problem | None:
    before, words = _around(mention)
    first = not_before(mention)
    last = mention.when.latest
    page, line = mention.place.page, mention.place.line
    if first and first > written and _tells_past(before, words):
        return Problem(
            f"The document is dated {say_day(written)} but tells of “{words}” as past; ask which"
            " date is meant.",
            page,
            line,
        )
    if last and last < written and _TO_COME.search(mention.sentence):
        if _PAST.search(before) and not _TO_COME.search(before):
            return None
        return Problem(
            f"“{words}” is put as still to come, but had passed when the document was dated,"
            f" {say_day(written)}; ask whether it happened.",
            page,
            line,
        )
    return None


def _tells_past(before: str, words: str) -> bool:
    """Whether the words before the date, or "since" with it, put it in the past."""
    tail = before[-60:]
    since = words.lower().startswith("since ")
    return since or (bool(_PAST.search(tail)) and not _TO_COME.search(tail))


def _around(mention: DateMention) -> tuple[str, str]:
    """The sentence up to the date, and the date with the little word that leads it."""
    at = mention.sentence.find(mention.words)
    before = mention.sentence[:at]
    lead = re.search(r"\b(since|in|on|by|from|until) (?:the )?$", before, re.IGNORECASE)
    words = f"{lead.group(1)} {mention.words}" if lead else mention.words
    return before, words
