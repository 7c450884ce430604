"""References such as R21 when both copies gave one out: the incoming record gets the next free."""

from collections.abc import Iterator

from store.merging.solving import Solution
from store.merging.states import Ref, State, Values

NUMBERED = ("inspections", "documents", "recommendations", "actions", "boards")


def give_references(ours: State, solution: Solution) -> dict[Ref, str]:
    """Let every record have a reference of its own; which ones lost the one they came with."""
    lost: dict[Ref, str] = {}
    for table in NUMBERED:
        there = {ref: found for ref, found in solution.records.items() if ref.table == table}
        staying = {ref for ref in there if ref in ours and _is(ours[ref].values, there[ref])}
        coming = [ref for ref in there if ref not in staying]
        taken = {str(there[ref]["ref"]) for ref in staying} | set(_of_removed(ours, there, table))
        highest = max((_number(str(found["ref"])) for found in there.values()), default=0)
        # Those that are here already move first, so that what they leave is free.
        for ref in sorted(
            coming, key=lambda ref: (ref not in ours, _number(str(there[ref]["ref"])))
        ):
            wanted = str(there[ref]["ref"])
            if wanted in taken:
                highest += 1
                lost[ref] = wanted
                there[ref]["ref"] = wanted = f"{wanted[0]}{highest}"
            taken.add(wanted)
    return lost


def _is(kept: Values, coming: Values) -> bool:
    return kept["ref"] == coming["ref"]


def _of_removed(ours: State, there: dict[Ref, Values], table: str) -> Iterator[str]:
    """References of records that go: not given to others in the same change."""
    for ref, record in ours.items():
        if ref.table == table and ref not in there:
            yield str(record.values["ref"])


def _number(reference: str) -> int:
    return int(reference[1:])
