"""What an editor is told where a letter answers several findings at once, or only speaks of one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from seed.draft import Answer, Problem
from seed.passages.passage import Passage
from seed.responses.claims import name
from seed.responses.grouped import GROUP, numbers_of
from seed.responses.letters import RoughAnswer

NUMBERED = re.compile(
    r"(?:recommendation|area for improvement|AFI|cause of concern)\s+(?:no\.?\s*)?"
    r"(?P<numbers>\d{1,3}[a-z]?(?:\.\d{1,2})?)",
    re.IGNORECASE,
)


def once_each(answers: Sequence[Answer]) -> list[Answer]:
    """The answers, of which those given in the same words propose their actions only once."""
    seen: set[tuple[int, ...]] = set()
    found: list[Answer] = []
    for answer in answers:
        again = answer.place.blocks in seen and bool(answer.paragraphs)
        seen.add(answer.place.blocks)
        found.append(replace(answer, actions=()) if again else answer)
    return found


def group_problems(answers: Sequence[RoughAnswer]) -> list[Problem]:
    """A sentence for each answer that stands under several findings."""
    groups: dict[tuple[str, tuple[int, ...]], RoughAnswer] = {}
    for one in answers:
        words = one.response or one.comments or one.restated
        if one.group and words:
            groups.setdefault((one.group, words[0].place.blocks), one)
    return [
        Problem(
            f"“{group}” are answered together: the words stand under each, their actions under"
            " the first alone; please check.",
            one.passages[0].place.page,
            one.passages[0].place.line,
        )
        for (group, _), one in groups.items()
    ]


def no_answers(answers: Sequence[Answer]) -> list[Problem]:
    """A sentence where a letter yields no answer at all, and for each without any words."""
    if answers:
        return [
            Problem(
                f"{name(one)}: no words of an answer were found below what it restates; if those"
                " are the answer, enter it by hand.",
                one.restated_place.page,
                one.restated_place.line,
            )
            for one in answers
            if not one.paragraphs and not one.comments
        ]
    return [
        Problem(
            "No answer to a finding was read in this letter; if it holds any, enter them by hand."
        )
    ]


def unplaced_problems(unplaced: Sequence[Passage]) -> list[Problem]:
    """A sentence for each response that stands below no finding that the letter restates."""
    return [
        Problem(
            f"“{one.printed[:60].rstrip()}” stands below nothing that names or restates a finding; "
            "what it says was read with what stands before it, please look.",
            one.place.page,
            one.place.line,
        )
        for one in unplaced
    ]


def _with_its_cause(number: str) -> tuple[str, str]:
    """A number and its whole: "1a" stands below cause of concern 1."""
    return number, number.rstrip("abcdefghijklmnopqrstuvwxyz")


def unread_mentions(body: Sequence[Passage], answers: Sequence[Answer]) -> list[Problem]:
    """Findings that the rest of the letter speaks of by a number that no answer bears."""
    answered = {number for answer in answers for number in _with_its_cause(answer.number)}
    return [
        Problem(
            f"The letter speaks of “{found.group()}” outside its answers, and nothing was taken as"
            " the answer; please look.",
            one.place.page,
            one.place.line,
        )
        for one in body
        for found in (*GROUP.finditer(one.printed), *NUMBERED.finditer(one.printed))
        if answered.isdisjoint(numbers_of(found["numbers"]))
    ]
