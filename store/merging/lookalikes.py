"""The same thing added in both copies: both are kept, and a person is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from store.merging.asked import Copies
from store.merging.states import Ref, State

_NAMED_BY = {
    "inspections": "title",
    "documents": "title",
    "recommendations": "title",
    "actions": "title",
    "boards": "name",
    "owners": "name",
}
_ALIKE = 0.9
_MOST_COMPARED = 40_000  # pairs of titles; beyond that only equal ones are found


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two records that may be one: ours, and the one that comes in."""

    mine: Ref
    other: Ref


def found(copies: Copies) -> list[Likeness]:
    """Every pair of records, one added by each side, that look alike."""
    alike: list[Likeness] = []
    for table, column in _NAMED_BY.items():
        mine = dict(_names(copies.ours, table, column, copies.added_here))
        other = dict(_names(copies.theirs, table, column, copies.added_there))
        closely = len(mine) * len(other) <= _MOST_COMPARED
        for theirs, name in other.items():
            for ours, held in mine.items():
                if name == held or (closely and _are_alike(name, held)):
                    alike.append(Likeness(ours, theirs))
                    break
    return alike


def _names(
    state: State, table: str, column: str, added: Callable[[Ref], bool]
) -> Iterator[tuple[Ref, str]]:
    for ref, record in state.items():
        if ref.table == table and added(ref):
            yield ref, " ".join(str(record.values[column]).casefold().split())


def _are_alike(name: str, other: str) -> bool:
    matcher = SequenceMatcher(None, name, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
