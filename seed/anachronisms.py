"""Dates that contradict the day a document bears: past too early, or to come too late."""

import re
from collections.abc import Sequence
from datetime import date

from seed.day_mentions import not_before
from seed.draft import DateMention, Problem
from store.dates import When, say_day

_PAST = re.compile(
    r"\bsince\b|\b(?:was|were|went|began|started|launched|took|held|introduced|completed|joined|stood)\b"
    r"|\b(?:has|have|had)(?: now| since| already)? been\b|\b(?:has|have) had\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|starts?|begins?|commences?|to be|should be|scheduled for"
    r"|(?:is|are) (?:taking place|(?:next )?due|expected|scheduled|planned))\b",
    re.IGNORECASE,
)


_ANOTHER_CLAUSE = re.compile(r",? (?:and|but) (?=will|shall|is|are|it|we|has|have)")


def anachronisms(dated: When, mentions: Sequence[DateMention]) -> list[Problem]:
    """One sentence for each date that cannot be as the letter puts it."""
    written = dated.exact
    if written is None:
        return []
    found = (_contradiction(mention, written) for mention in mentions)
    return [problem for problem in found if problem]


def _contradiction(mention: DateMention, written: date) -> Problem | None:
    lead = _lead(mention.sentence, mention.words)
    to_come = looks_ahead(mention.sentence, mention.words)
    first, last = not_before(mention), mention.when.latest
    sentence = ""
    if first and first > written and to_come is False:
        sentence = (
            f"The document is dated {say_day(written)} but tells of “{lead}” as past; ask which"
            " date is meant."
        )
    elif last and last < written and to_come:
        sentence = (
            f"“{lead}” is put as still to come, but had passed when the document was dated,"
            f" {say_day(written)}; ask whether it happened."
        )
    return Problem(sentence, mention.place.page, mention.place.line) if sentence else None


def _lead(sentence: str, words: str) -> str:
    """The date with the little word that leads it: "since Autumn 2022"."""
    before = sentence[: sentence.find(words)]
    lead = re.search(r"\b(since|in|on|by|from|until) (?:the )?$", before, re.IGNORECASE)
    return f"{lead.group(1)} {words}" if lead else words


def looks_ahead(sentence: str, words: str) -> bool | None:
    """Whether the nearest verb puts a date in the future; None where no verb tells."""
    if _lead(sentence, words).lower().startswith("since "):
        return False
    before, _, after = sentence.partition(words)
    verbs = _verbs(before)[-1:] or ([] if _ANOTHER_CLAUSE.match(after) else _verbs(after)[:1])
    return verbs[0] if verbs else None


def _verbs(text: str) -> list[bool]:
    """For each telling verb in order, whether it looks ahead; the longer reading wins a tie."""
    found = [(one.start(), -one.end(), True) for one in _TO_COME.finditer(text)]
    found += [(one.start(), -one.end(), False) for one in _PAST.finditer(text)]
    return [ahead for _, _, ahead in sorted(found)]
