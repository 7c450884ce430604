"""Answers that stand right behind the number they answer: "Recommendation 3: Accepted. We have"."""

import re
from dataclasses import replace

from seed.draft import FindingKind
from seed.passages.passage import Passage
from seed.reports.openings import asks_somebody

_OPENS_AN_ANSWER = re.compile(
    r"(?:not |partly |partially |fully )?(?:accepted|agreed|completed?|implemented|noted)\b"
    r"|(?:this (?:recommendation|area|action|work|is|has|was)|we|our|in place|already"
    r"|not applicable|no action|not for)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:has|have|had|was|were|will|is|are|began|went)\b|\bnow\b|\bin place\b", re.IGNORECASE
)


def answers_at_once(one: Passage, *, alone: bool) -> bool:
    """Whether what a name and number stand before is the answer, and restates nothing.

    `alone` says that nothing follows it; then a recommendation's telling words are enough.
    """
    if one.named is None or not one.number or not one.text or asks_somebody(one.text):
        return False
    if _OPENS_AN_ANSWER.match(one.text):
        return True
    recommended = one.named is FindingKind.RECOMMENDATION
    return alone and recommended and bool(_TELLS.search(one.text))


def name_and_answer(one: Passage) -> tuple[Passage, Passage]:
    """The passage as the bare name and number, and as the answer behind them."""
    name = one.printed.removesuffix(one.text).strip(" :.–—-")
    return replace(one, text="", printed=name), replace(
        one, printed=one.text, label="", named=None, number=""
    )
