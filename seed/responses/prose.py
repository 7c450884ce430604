"""Answers in the running text of a letter: "The inspectorate asked that … The force has …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seed.draft import Answer, Draft, Problem
from seed.passages.passage import Passage
from seed.passages.sentences import sentences
from seed.responses.group_problems import NUMBERED, no_answers
from seed.responses.grouped import GROUP
from seed.responses.letters import RoughAnswer
from seed.responses.restating import SIGN_OFF

_SHORTEST = 8  # words; "I accept all the recommendations." restates none
_SPEAKS = re.compile(
    r"\b(?:recommend(?:s|ed|ations?|ing)?|asked|asks|asking|call(?:s|ed|ing)? (?:for|on)"
    r"|areas? for improvement|requires? (?:the|that))\b",
    re.IGNORECASE,
)
_OWN_ASKING = re.compile(
    r"\b(?:I|we|my office|my team)(?: have| had)?(?: also)? (?:asked|ask|called|recommend)",
    re.IGNORECASE,
)


def spoken(passages: Sequence[Passage]) -> list[RoughAnswer]:
    """Each sentence that seems to restate a finding, with what is said until the next one.

    Whether it does is known only once its words are compared with a report's.
    """
    found: list[RoughAnswer] = []
    is_open = False
    for one, sentence in _told(passages):
        if one.heading:
            is_open = False
        elif _may_restate(sentence):
            piece = replace(one, text=sentence, printed=sentence, label="")
            found.append(RoughAnswer(restated=[piece], response=[piece], spoken=True))
            is_open = True
        elif is_open:
            _add(found[-1].response, one, sentence)
    return found


def _told(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """The letter's sentences between its greeting and its sign-off."""
    greeted = False
    for one in passages:
        if SIGN_OFF.match(one.printed):
            return
        if greeted:
            yield from ((one, sentence) for sentence in sentences(one.printed))
        greeted = greeted or one.printed.startswith("Dear")


def _may_restate(sentence: str) -> bool:
    if len(sentence.split()) < _SHORTEST or NUMBERED.search(sentence) or GROUP.search(sentence):
        return False
    return bool(_SPEAKS.search(sentence)) and not _OWN_ASKING.search(sentence)


def _add(words: list[Passage], one: Passage, sentence: str) -> None:
    """A sentence joined to its own paragraph, or as a new one."""
    if words and words[-1].place == one.place:
        joined = f"{words[-1].text} {sentence}"
        words[-1] = replace(words[-1], text=joined, printed=joined)
    else:
        words.append(replace(one, text=sentence, printed=sentence))


def without_unpaired(letter: Draft) -> Draft:
    """The letter less the sentences of its running text that fit no finding; each is named."""
    left = [one for one in letter.answers if one.spoken and one.answers is None]
    if not left:
        return letter
    orders = {one.order for one in left}
    answers = tuple(one for one in letter.answers if one.order not in orders)
    return replace(
        letter,
        answers=answers,
        findings=tuple(one for one in letter.findings if one.order not in orders),
        problems=(
            *letter.problems,
            *([] if answers else no_answers(())),
            *(_fits_none(one) for one in left),
        ),
    )


def _fits_none(one: Answer) -> Problem:
    place = one.restated_place
    return Problem(
        f"The letter may speak of a finding (“{one.restated[:90].rstrip()}…”), and no finding "
        "surely fits it; if it answers one, enter it by hand.",
        place.page,
        place.line,
    )
