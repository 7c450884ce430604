"""Answers that a letter gives to several findings at once: "Recommendations 3 and 4"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from seed.draft import FindingKind
from seed.passages.passage import Passage
from seed.reports.openings import opens_strongly

_NUMBER = r"\d{1,3}[a-z]?(?:\.\d{1,2})?"
_JOINER = r"\s*(?:,\s*and\b|,|&|and\b|to\b|through\b|[-–—])\s*"
GROUP = re.compile(
    r"(?:(?:responses? )?to )?(?P<name>recommendations?|recs?\.?|areas? for improvement|AFIs?"
    r"|causes? of concern)\s+(?:nos?\.?\s*|numbers?\s+)?"
    rf"(?P<numbers>{_NUMBER}(?:{_JOINER}(?:recommendations? )?{_NUMBER})+)",
    re.IGNORECASE,
)
_GROUPED = re.compile(rf"{GROUP.pattern}\s*(?:[:.–—-]+\s*|$)", re.IGNORECASE)
_LIST = re.compile(r"recommendations:\s+(?=\S)", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})\s*(?:to|through|[-–—])\s*(?:recommendations? )?(\d{1,3})")
_MOST = 60  # numbers that a range may span before it is taken for something else
_CALLED = {
    "rec": ("Recommendation", FindingKind.RECOMMENDATION),
    "area": ("Area for improvement", FindingKind.AREA_FOR_IMPROVEMENT),
    "afi": ("Area for improvement", FindingKind.AREA_FOR_IMPROVEMENT),
    "cause": ("Cause of concern", FindingKind.CAUSE_OF_CONCERN),
}


def numbers_of(words: str) -> list[str]:
    """The numbers in "3, 4 and 6", "5 to 7" or "1a and 1b", each once, in order."""
    spread = _RANGE.sub(_spread, words)
    return list(dict.fromkeys(re.findall(_NUMBER, spread)))


def _spread(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    if not first < last <= first + _MOST:
        return f"{first}, {last}"
    return ", ".join(str(number) for number in range(first, last + 1))


def as_named(one: Passage) -> Passage:
    """A passage that opens "Recommendations 3 and 4" as one that bears that name and number."""
    found = _GROUPED.match(one.printed)
    if found is None:
        return _listed(one)
    rest = one.printed[found.end() :]
    return replace(
        one,
        text=rest,
        named=_called(found["name"])[1],
        number=", ".join(numbers_of(found["numbers"])),
        heading=one.heading or not rest,
    )


def _listed(one: Passage) -> Passage:
    """A paragraph that opens "Recommendations: " as the first of those restated together."""
    found = None if one.named else _LIST.match(one.printed)
    if found is None:
        return one
    return replace(one, text=one.printed[found.end() :], named=FindingKind.RECOMMENDATION)


def opens_a_list(one: Passage) -> bool:
    """Whether a paragraph opens "Recommendations: ", with more of them below it."""
    return bool(_LIST.match(one.printed))


def _called(name: str) -> tuple[str, FindingKind]:
    return next(found for word, found in _CALLED.items() if name.lower().startswith(word))


def separated(
    number: str, label: str, restated: Sequence[Passage]
) -> list[tuple[str, str, list[Passage]]]:
    """Number, label and restated words of each finding a group names; the group's for all else."""
    numbers = number.split(", ")
    if len(numbers) < 2:
        return [(number, label, list(restated))]
    found = GROUP.match(label)
    name = _called(found["name"])[0] if found else label
    apart = _apart(restated, len(numbers))
    return [(each, f"{name} {each}", words) for each, words in zip(numbers, apart, strict=True)]


def _apart(restated: Sequence[Passage], count: int) -> list[list[Passage]]:
    """The restated words cut into as many as there are findings; all for each where it fails."""
    starts = [at for at, one in enumerate(restated) if opens_strongly(one.text)]
    if len(restated) == count:
        starts = list(range(count))
    if len(starts) != count:
        return [list(restated)] * count
    ends = [*starts[1:], len(restated)]
    return [list(restated[start:end]) for start, end in zip(starts, ends, strict=True)]
