"""Records that one copy took back: silently gone where the other left them alone, else asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from store.merging.asked import About, Copies, Question
from store.merging.states import Ref, State, refs_in

# What tells of merges hangs on no record: it stays whatever becomes of what it tells of.
_TELLING = frozenset({"merges", "brought_in"})


@dataclass(frozen=True, slots=True)
class Removal:
    """Records that hang together and that one side took back; asked if the other side used them."""

    records: frozenset[Ref]
    question: Question | None


def removals(copies: Copies, about: About) -> list[Removal]:
    """What one side took back, in parts that hang together.

    With REMOVED_THERE what they took back and we still have; with REMOVED_HERE the reverse.
    """
    there = about is About.REMOVED_THERE
    holding, other = (copies.ours, copies.theirs) if there else (copies.theirs, copies.ours)
    gone = {ref for ref in holding if ref not in other and copies.in_a_base(ref)}
    if not gone:
        return []
    added = {ref for ref in holding if ref not in other and ref not in gone}
    added = {ref for ref in added if ref.table not in _TELLING}
    used = {ref for ref in gone if _changed(copies.bases, holding, ref)}
    used |= _pointed_at(holding, gone, copies.bases)
    return [
        Removal(frozenset(part), _question(about, part, holding) if part & used else None)
        for part in _parts(holding, gone, added)
    ]


def _changed(bases: Iterable[State], holding: State, ref: Ref) -> bool:
    return any(ref in base and base[ref].values != holding[ref].values for base in bases)


def _pointed_at(holding: State, gone: set[Ref], bases: tuple[State, ...]) -> set[Ref]:
    """What was taken back although something that is new on the holding side points to it."""
    found: set[Ref] = set()
    for ref, record in holding.items():
        if ref.table in _TELLING:
            continue
        before = [set(refs_in(base[ref].values)) for base in bases if ref in base]
        new = (one for one in refs_in(record.values) if not any(one in old for old in before))
        found |= gone & set(new)
    return found


def _parts(holding: State, gone: set[Ref], added: set[Ref]) -> list[set[Ref]]:
    """What was taken back with what was added to it since, in parts that hang together."""
    beside: dict[Ref, set[Ref]] = {ref: set() for ref in gone | added}
    for ref in beside:
        for target in beside.keys() & set(refs_in(holding[ref].values)):
            beside[target].add(ref)
            if target in gone:
                beside[ref].add(target)
    parts, seen = [], set[Ref]()
    for ref in sorted(gone):
        if ref not in seen:
            part = _reached(ref, beside)
            seen |= part
            parts.append(part)
    return parts


def _reached(start: Ref, beside: dict[Ref, set[Ref]]) -> set[Ref]:
    reached, waiting = {start}, [start]
    while waiting:
        for ref in beside[waiting.pop()] - reached:
            reached.add(ref)
            waiting.append(ref)
    return reached


def _question(about: About, part: set[Ref], holding: State) -> Question:
    """Asked about the record that the others hang on."""
    pointing = {ref: len(set(refs_in(holding[ref].values)) & part) for ref in part}
    top = min(part, key=lambda ref: (pointing[ref], ref.table != "recommendations", ref))
    held = tuple(sorted(part))
    return Question(about, top, "", held, held)
