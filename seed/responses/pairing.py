"""Answers paired with the findings they restate, by their words first and by number only else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from seed.draft import Answer, Draft, FindingKind, KnownFinding, Match, Part, Place
from seed.likeness import folded, folded_likeness
from seed.responses.field_words import rarity, shared, stems

ENOUGH = 0.62  # a true pair scores 0.9 and more; the best wrong one seen is 0.6
_TELLING = 10  # words; "Within six months, the force should:" opens many a finding
_FEW = 6  # words that say no more than a name
_HELD = 0.5  # share of a finding's telling words that a sentence holds, rare ones counting more
_AHEAD = 0.2
_FEWEST = 3  # telling words that both hold
NEAR = 0.08  # a second best this close is a question for the editor


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding that an answer may belong to: in the tracker, or in a report read beside it."""

    ref: str
    text: str
    order: int = 0
    number: str = ""
    uid: str = ""
    document: str = ""
    kind: str = ""
    parts: tuple[Part, ...] = ()
    stem: str = ""


def candidates_of(draft: Draft) -> list[Candidate]:
    """A report's findings and causes of concern as candidates."""
    name = draft.document.file_name
    found = [
        Candidate(
            ref=str(one.order),
            text=one.whole,
            order=one.order,
            number=one.number,
            document=name,
            kind=one.kind.value,
            parts=one.parts,
            stem=one.text,
        )
        for one in draft.findings
    ]
    causes = [
        Candidate(
            f"cause {one.order}", one.text, -one.order, one.number, "", name, "cause of concern"
        )
        for one in draft.causes
    ]
    return found + causes


def candidates_known(known: Sequence[KnownFinding]) -> list[Candidate]:
    """Findings already in the tracker as candidates."""
    return [
        Candidate(
            ref=one.ref,
            text=" ".join((one.text, *one.parts)),
            order=order,
            number=one.number,
            uid=one.uid,
            document=one.inspection,
            parts=tuple(
                Part(f"{letter})", text, Place(None, 1))
                for letter, text in zip(ascii_lowercase, one.parts, strict=False)
            ),
            stem=one.text,
        )
        for order, one in enumerate(known, 1)
    ]


def pair(letter: Draft, findings: Sequence[Candidate]) -> Draft:
    """The letter with each answer's finding, its score and the second best."""
    compared = [folded_wordings(one) for one in findings]
    answers = tuple(_paired(answer, findings, compared) for answer in letter.answers)
    return replace(letter, answers=answers)


def folded_wordings(one: Candidate) -> list[str]:
    """What an answer may restate of a finding: the whole, or a telling stem without its parts."""
    telling = one.parts and len(one.stem.split()) >= _TELLING
    return [folded(text) for text in ((one.text, one.stem) if telling else (one.text,))]


def likest(own: str, wordings: Sequence[str]) -> float:
    """How like a restated text is to a finding; the stem alone counts where the whole is not."""
    whole = folded_likeness(own, wordings[0])
    if whole >= ENOUGH:
        return whole
    return max(folded_likeness(own, text) for text in wordings)


def _paired(
    answer: Answer, findings: Sequence[Candidate], compared: Sequence[Sequence[str]]
) -> Answer:
    if answer.spoken:
        return _spoken(answer, findings)
    own = folded(answer.restated)
    scored = sorted(
        ((likest(own, texts), index) for index, texts in enumerate(compared)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    second = scored[1][0] if len(scored) > 1 else 0.0
    if scored and scored[0][0] >= ENOUGH:
        return replace(answer, answers=_match(findings[scored[0][1]], scored[0][0], second))
    first = findings[scored[0][1]] if scored else None
    numbered = _by_number(answer, findings, first)
    if numbered is None:
        return _by_title(answer, findings)
    score = folded_likeness(own, folded(numbered.text))
    best = max((one for one, index in scored if findings[index] is not numbered), default=0.0)
    return replace(answer, answers=replace(_match(numbered, score, best), by_number=True))


def _by_title(answer: Answer, findings: Sequence[Candidate]) -> Answer:
    """A finding that the letter calls by a few words, "AFI 1 – Abandoned calls", if only one fits.

    It stands as one known by some of its words alone, so that the editor looks at it.
    """
    told = stems(answer.restated)
    if not told or not answer.label or len(folded(answer.restated).split()) > _FEW:
        return answer
    alike = [one for one in findings if told <= stems(one.text) and _is_called_so(answer, one)]
    if len(alike) != 1:
        return answer
    score = folded_likeness(folded(answer.restated), folded(alike[0].text))
    return replace(answer, spoken=True, answers=_match(alike[0], score, 0.0))


def _by_number(
    answer: Answer, findings: Sequence[Candidate], first: Candidate | None
) -> Candidate | None:
    """The one finding with the same printed number, where the words do not gainsay it.

    They do not where there are next to none, or where that finding is the likest after all.
    """
    alike = [one for one in findings if answer.number and one.number == answer.number]
    alike = [one for one in alike if _is_called_so(answer, one)] or alike
    if len(alike) != 1:
        return None
    few = len(folded(answer.restated).split()) <= _FEW
    return alike[0] if few or alike[0] is first else None


def _is_called_so(answer: Answer, one: Candidate) -> bool:
    """Whether a finding is of the kind that the letter calls it: "Area for improvement 1"."""
    called = re.match(r"(?P<area>AFI|area)|(?P<cause>cause)", answer.label, re.IGNORECASE)
    is_area, is_cause = (called["area"], called["cause"]) if called else (None, None)
    own = (one.kind.startswith("area"), one.kind.startswith("cause"))
    return not one.kind or (bool(is_area), bool(is_cause)) == own


def _spoken(answer: Answer, findings: Sequence[Candidate]) -> Answer:
    """A sentence of running text with the finding most of whose telling words it holds."""
    asked = [one for one in findings if one.kind != FindingKind.CAUSE_OF_CONCERN.value]
    common = rarity(one.text for one in asked)
    scored = sorted(
        (
            (shared(one.text, answer.restated, common), at)
            for at, one in enumerate(asked)
            if len(stems(one.text) & stems(answer.restated)) >= _FEWEST
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    second = scored[1][0] if len(scored) > 1 else 0.0
    if not scored or scored[0][0] < _HELD or scored[0][0] - second < _AHEAD:
        return answer
    return replace(answer, answers=_match(asked[scored[0][1]], scored[0][0], second))


def _match(found: Candidate, score: float, second: float) -> Match:
    return Match(
        ref=found.ref,
        order=found.order,
        text=found.text,
        score=round(score, 3),
        second_score=round(second, 3),
        uid=found.uid,
        document=found.document,
    )
