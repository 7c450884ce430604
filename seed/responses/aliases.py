"""Short names spelt out in two ways, and names that differ only in their capitals: hints to ask."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from seed.draft import Problem
from seed.likeness import folded
from seed.passages.passage import Passage

_SPELT_OUT = re.compile(r"((?:[\w&/’'-]+ ){1,8})\(([A-Z][\w/&-]{1,9})\)")
_SHORT = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Za-z][\w/]{2,8}\b")
_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "a"})


def alias_problems(passages: Sequence[Passage]) -> list[Problem]:
    """One sentence for each short name that a document does not use in one way only."""
    return [*_two_meanings(passages), *_two_spellings(passages)]


def _two_meanings(passages: Sequence[Passage]) -> Iterator[Problem]:
    meanings: dict[str, dict[str, str]] = defaultdict(dict)
    where: dict[str, Passage] = {}
    for one in passages:
        for found in _SPELT_OUT.finditer(one.text):
            short = found.group(2)
            words = spelt_out(found.group(1), short)
            if words:
                meanings[short.rstrip("s")].setdefault(_key(words), words)
                where[short.rstrip("s")] = one
    for short, ways in meanings.items():
        if len(ways) > 1:
            told = " and ".join(f"“{words}”" for words in ways.values())
            place = where[short].place
            yield Problem(
                f"{short} is spelt out as {told}; ask whether they are one and the same.",
                place.page,
                place.line,
            )


def spelt_out(before: str, short: str) -> str:
    """The words before a bracket that the short name abbreviates; "" where they do not fit."""
    letters = re.sub(r"[^A-Za-z]", "", short).rstrip("s").lower()
    words = re.split(r"\s+", before.strip())
    for count in range(1, len(words) + 1):
        taken = words[-count:]
        initials = "".join(
            piece[0]
            for word in taken
            for piece in re.split(r"[-/]", word)
            if piece and word.lower() not in _SMALL
        ).lower()
        if initials == letters:
            return " ".join(taken)
    return ""


def _key(words: str) -> str:
    """Plural and bracket forms of one spelling count as one."""
    return " ".join(word.rstrip("s") for word in folded(words.replace("-", " ")).split())


def _two_spellings(passages: Sequence[Passage]) -> Iterator[Problem]:
    spellings: dict[str, dict[str, Passage]] = defaultdict(dict)
    for one in passages:
        for found in _SHORT.finditer(one.text):
            name = found.group()
            core = name[:-1] if name.endswith("s") and name[:-1].isupper() else name
            spellings[core.lower()].setdefault(core, one)
    for ways in spellings.values():
        mixed = [name for name in ways if name != name.upper()]
        if len(ways) > 1 and mixed:
            told = " and ".join(f"“{name}”" for name in ways)
            place = list(ways.values())[-1].place
            yield Problem(
                f"{told} differ only in their capitals; likely one name.", place.page, place.line
            )
