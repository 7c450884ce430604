"""What the commissioner has done or promises: in the letter itself, and below one answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from seed.day_mentions import named_days, read
from seed.draft import ProposedAction, Undertaking
from seed.passages.passage import Passage
from seed.passages.sentences import sentences
from store.dates import When
from store.vocabulary import ActionKind, Progress

COMMISSIONER = "Police and Crime Commissioner"
_I = r"(?:\bI|\b[Mm]y (?:office|team|staff|panel|board))"
_PROMISES = re.compile(rf"{_I}(?: also| therefore)? (?:will|shall|intend to|plan to)\b")
_HAS_DONE = re.compile(
    rf"{_I} (?:have|has)(?: also| already| recently| therefore)? (?!been pleased|no |read|seen"
    r"|received|noted|considered the)"
    r"(?:\w+(?:ed|de|t|en|un)|paid|held|shown|done)\b"
)
_HAS_DONE_BELOW = re.compile(rf"{_I} (?:have|has)(?: also| already| so far| recently)*:\s*$")
_IS_DOING = re.compile(
    rf"{_I} (?:am|is)(?: also| currently| now)? (?!pleased|grateful|content|confident|writing"
    r"|aware|sure|satisfied|encouraged|required|responding)\w+ing\b"
)
_FORMAL = re.compile(
    r"\bI (?:am|was) (?:pleased|grateful|writing|responding)"
    r"|\bI (?:hope|welcome|write|note|thank)\b"
    r"|\bI would like to\b|\bI will (?:publish|respond|set out|be publishing)\b"
    r"|\bI set out below\b",
    re.IGNORECASE,
)
_STEM = re.compile(r":\s*$")


def undertakings(passages: Sequence[Passage]) -> list[Undertaking]:
    """Every undertaking in the letter's own words; a stem's bullets are one each."""
    found: list[Undertaking] = []
    stem: Progress | None = None
    for one in passages:
        if stem and (one.item or one.label):
            found.append(_undertaking(one.text, one, stem))
            continue
        stem = None
        found.extend(_in_passage(one))
        if _STEM.search(one.text):
            stem = _progress(one.text)
            found = [each for each in found if not (stem and each.place == one.place)]
    return found


def undertaken_below(comments: Sequence[Passage]) -> list[ProposedAction]:
    """What the comments on one finding undertake: the commissioner's own action (s.55(5B)(a))."""
    return [
        ProposedAction(
            text=one.text,
            kind=ActionKind.UNDERTAKING,
            progress=one.progress,
            place=one.place,
            owner=COMMISSIONER,
            when=one.when,
        )
        for one in undertakings(comments)
    ]


def _in_passage(one: Passage) -> list[Undertaking]:
    """A paragraph's undertakings; what follows one in the same paragraph goes with it."""
    found: list[Undertaking] = []
    for sentence in sentences(one.text):
        progress = None if _FORMAL.search(sentence) else _progress(sentence)
        if progress:
            found.append(_undertaking(sentence, one, progress))
        elif found and not _FORMAL.search(sentence):
            joined = f"{found[-1].text} {sentence}"
            when = found[-1].when if found[-1].when.words else _when(sentence)
            found[-1] = replace(found[-1], text=joined, when=when)
    return found


def _progress(text: str) -> Progress | None:
    if _PROMISES.search(text):
        return Progress.PLANNED
    if _HAS_DONE.search(text) or _HAS_DONE_BELOW.search(text):
        return Progress.DONE
    if _IS_DOING.search(text):
        return Progress.IN_PROGRESS
    return None


def _undertaking(text: str, one: Passage, progress: Progress) -> Undertaking:
    return Undertaking(text, one.place, progress, _when(text))


def _when(text: str) -> When:
    days = named_days(text)
    return read(days[-1]) if days else When()
