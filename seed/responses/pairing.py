"""Answers paired with the findings they restate, by their words first and by number only else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from seed.draft import Answer, Draft, KnownFinding, Match, Part, Place
from seed.likeness import folded, folded_likeness

ENOUGH = 0.62  # a true pair scores 0.9 and more; the best wrong one seen is 0.6
_TELLING = 10  # words; "Within six months, the force should:" opens many a finding
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

    @property
    def wordings(self) -> tuple[str, ...]:
        """What an answer may restate: all of it, or a telling stem without its parts."""
        telling = self.parts and len(self.stem.split()) >= _TELLING
        return (self.text, self.stem) if telling else (self.text,)


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
    compared = [[folded(text) for text in one.wordings] for one in findings]
    answers = tuple(_paired(answer, findings, compared) for answer in letter.answers)
    return replace(letter, answers=answers)


def _paired(
    answer: Answer, findings: Sequence[Candidate], compared: Sequence[Sequence[str]]
) -> Answer:
    own = folded(answer.restated)
    scored = sorted(
        (
            (max(folded_likeness(own, text) for text in texts), index)
            for index, texts in enumerate(compared)
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    second = scored[1][0] if len(scored) > 1 else 0.0
    if scored and scored[0][0] >= ENOUGH:
        return replace(answer, answers=_match(findings[scored[0][1]], scored[0][0], second))
    numbered = _by_number(answer, findings)
    if numbered is None:
        return answer
    score = folded_likeness(own, folded(numbered.text))
    best = max((one for one, index in scored if findings[index] is not numbered), default=0.0)
    return replace(answer, answers=replace(_match(numbered, score, best), by_number=True))


def _by_number(answer: Answer, findings: Sequence[Candidate]) -> Candidate | None:
    """The one finding with the same printed number, for letters that give little but numbers."""
    if not answer.number or len(folded(answer.restated).split()) > 6:
        return None
    alike = [one for one in findings if one.number == answer.number]
    return alike[0] if len(alike) == 1 else None


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
