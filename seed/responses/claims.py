"""Answers that are copies of one another, and answers that contradict one another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from seed.draft import Answer, Problem
from seed.likeness import folded, folded_likeness
from seed.passages.sentences import sentences
from seed.responses.field_words import stem, stems

COPY = 0.9
SHORTEST_COPY = 60  # characters; "Accepted." twice is no copy
SHORTEST_NEAR_COPY = 200  # short answers are alike by chance

_DONE = re.compile(
    r"(?P<what>[^.;,:]{3,80}?) (?:has|have) (?:now |all |already |since )?been"
    r" (?:fully |now )?(?P<verb>\w{4,})",
    re.IGNORECASE,
)
_TO_DO = (
    re.compile(
        r"\bwill be an? (?P<verb>[\w-]{5,}ing) of (?:our|the|all|its)? ?"
        r"(?P<what>[^.;,:]{3,60}?)(?= to | that | so |[.;,:]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<what>[^.;,:]{3,80}?) (?:will|(?:is|are)(?: yet)? to) be (?P<verb>\w{4,}e[dn])",
        re.IGNORECASE,
    ),
)
_COMPLETE = re.compile(
    r"\b(?:now |been )?(?:fully|completely) (?:implemented|complete|embedded|in place)\b",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"\b(?:work|this) (?:is |remains )?(?:also |still )?(?:ongoing|under ?way)\b", re.IGNORECASE
)
_PLAIN = frozenset({"work", "which", "this", "there", "process", "form", "team", "offic", "meet"})


@dataclass(frozen=True, slots=True)
class _Claim:
    answer: Answer
    words: str
    verb: str
    what: frozenset[str]


def copies(answers: Sequence[Answer]) -> list[Problem]:
    """Pairs of answers that are all but the same text."""
    texts = [folded(answer.text) for answer in answers]
    found: list[Problem] = []
    for (one, first), (other, second) in combinations(zip(answers, texts, strict=True), 2):
        if one.place.blocks == other.place.blocks:
            continue
        score = folded_likeness(first, second)
        if _is_copy(score, min(len(first), len(second))):
            found.append(
                Problem(
                    f"{name(one)} and {name(other)} are {score:.0%} the same text: one answer to"
                    " two recommendations; ask which it answers.",
                    other.place.page,
                    other.place.line,
                )
            )
    return found


def _is_copy(score: float, shorter: int) -> bool:
    if score == 1.0:
        return shorter >= SHORTEST_COPY
    return score >= COPY and shorter >= SHORTEST_NEAR_COPY


def conflicts(answers: Sequence[Answer]) -> list[Problem]:
    """The same work called done in one answer and still to do in another, or both in one."""
    done = [claim for answer in answers for claim in _claims(answer, (_DONE,))]
    to_do = [claim for answer in answers for claim in _claims(answer, _TO_DO)]
    found: dict[tuple[str, str], Problem] = {}
    for planned in to_do:
        against = [claim for claim in done if _contradict(claim, planned)]
        if against:
            found.setdefault((planned.verb, planned.words), _conflict(against, planned))
    return [*found.values(), *_complete_and_ongoing(answers)]


def _claims(answer: Answer, forms: Sequence[re.Pattern[str]]) -> Iterator[_Claim]:
    for paragraph in answer.paragraphs:
        for sentence in sentences(paragraph):
            for form in forms:
                for found in form.finditer(sentence):
                    what = frozenset(stems(found.group("what"))) | _numbers(found.group("what"))
                    yield _Claim(answer, found.group().strip(), _verb(found.group("verb")), what)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b\w*\d\w*\b", text))


def _verb(word: str) -> str:
    return stem(word.lower().replace("-", "").replace("ing", "ed"))


def _contradict(done: _Claim, planned: _Claim) -> bool:
    shared = (done.what & planned.what) - _PLAIN
    return done.verb == planned.verb and bool(shared) and done.answer is not planned.answer


def _conflict(done: Sequence[_Claim], planned: _Claim) -> Problem:
    names = " and ".join(dict.fromkeys(name(claim.answer) for claim in done))
    verb = "says" if len({claim.answer.order for claim in done}) == 1 else "say"
    return Problem(
        f"{names} {verb} “{done[0].words}”, {name(planned.answer)} says “{planned.words}”; ask"
        " which holds.",
        planned.answer.place.page,
        planned.answer.place.line,
    )


def _complete_and_ongoing(answers: Sequence[Answer]) -> list[Problem]:
    found: list[Problem] = []
    for answer in answers:
        complete, ongoing = _COMPLETE.search(answer.text), _ONGOING.search(answer.text)
        if complete and ongoing:
            found.append(
                Problem(
                    f"{name(answer)} says “{complete.group().strip()}” and also"
                    f" “{ongoing.group()}”; ask what is left to do.",
                    answer.place.page,
                    answer.place.line,
                )
            )
    return found


def name(answer: Answer) -> str:
    """What to call an answer: the letter's own label, else its place in the letter."""
    if not answer.label or answer.label.isdecimal():
        return f"Answer {answer.number or answer.order}"
    return answer.label
