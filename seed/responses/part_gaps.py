"""Parts of a recommendation of which an answer shows no trace: to look at, not a verdict."""

import math
from collections import Counter
from collections.abc import Sequence

from seed.draft import Answer, Part, Problem
from seed.responses.field_words import rarity, stems

ENOUGH = 0.26  # share of a part's words, rare ones counting more, that an answer must take up


def with_gaps(answers: Sequence[Answer], parts: Sequence[Sequence[Part]]) -> list[tuple[Part, ...]]:
    """For each answer, those of its recommendation's parts that it does not seem to take up."""
    common = rarity((answer.text for answer in answers), grouped=False)
    return [
        tuple(part for part in own if _share(part.text, answer.text, common) < ENOUGH)
        for answer, own in zip(answers, parts, strict=True)
    ]


def _share(part: str, answer: str, common: Counter[str]) -> float:
    """How much of a part's telling words come back in the answer, from 0 to 1."""
    asked, given = stems(part, grouped=False), stems(answer, grouped=False)
    weights = {word: 1 / math.sqrt(1 + common[word]) for word in asked}
    whole = sum(weights.values())
    return sum(weights[word] for word in asked & given) / whole if whole else 1.0


def gap_problems(answer: Answer) -> list[Problem]:
    """One sentence for each part that seems unanswered."""
    name = answer.label or f"answer {answer.order}"
    return [
        Problem(
            f"{name}: nothing in the response seems to take up part {part.label}"
            f" “{_short(part.text)}”.",
            answer.place.page,
            answer.place.line,
        )
        for part in answer.parts_unanswered
    ]


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:87].rstrip()}…"
