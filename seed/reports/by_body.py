"""Recommendations listed by body: "The Ministry of Justice should:" 1, 2; "Forces should:" 3, 4."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from seed.passages.passage import Passage
from seed.reports.openings import wants_parts
from seed.reports.rough import Rough


def by_body(roughs: Sequence[Rough]) -> list[Rough]:
    """The findings; where numbers run on from one stem to the next, each number is one."""
    runs_on = {
        at
        for (before, one), (after, other) in pairwise(enumerate(roughs))
        if (last := _numbers(one)[-1:]) and _numbers(other)[:1] == [last[0] + 1]
        for at in (before, after)
    }
    return [
        each
        for at, rough in enumerate(roughs)
        for each in (_each_number(rough) if at in runs_on else [rough])
    ]


def _numbers(rough: Rough) -> list[int]:
    """The numbers of a stem's parts; none where they are not all plain numbers."""
    labels = [one.label.strip("().") for one in rough.parts]
    plain = bool(labels) and all(label.isdecimal() for label in labels)
    return [int(label) for label in labels] if plain and wants_parts(rough.text) else []


def _each_number(rough: Rough) -> list[Rough]:
    return [
        replace(rough, stem=[*rough.stem, part], parts=[], number=_number(part))
        for part in rough.parts
    ]


def _number(part: Passage) -> str:
    return part.label.strip("().")
