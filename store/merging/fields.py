"""One record that both copies have: field by field, whose version holds."""

from dataclasses import dataclass
from enum import StrEnum

from store.merging.asked import About, Answers, Copies, Question, Side
from store.merging.groups import Group, grouped
from store.merging.states import Ref, State, Values


class Outcome(StrEnum):
    """What becomes of one difference."""

    KEPT = "ours, they did not touch it"
    TAKEN = "theirs, we did not touch it"
    SAME = "both say the same"
    ASKED = "asked"
    FOLLOWS = "follows from what is asked"


@dataclass(frozen=True, slots=True)
class Entry:
    """The account of one difference: which record, what of it ("" for all of it), what becomes."""

    record: Ref
    field: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Merged:
    """A record brought together: its values, the account of them, what is asked about it."""

    values: Values
    entries: tuple[Entry, ...]
    questions: tuple[Question, ...]


Follow = dict[Ref, Side]
"""By document: whose day of publication was taken, where both changed it."""


def merged(copies: Copies, ref: Ref, answers: Answers, follow: Follow) -> Merged:
    """A record that both copies have, as it will be with these answers."""
    theirs = grouped(ref.table, copies.theirs[ref].values)
    values: Values = {}
    entries: list[Entry] = []
    questions: list[Question] = []
    for name, mine in grouped(ref.table, copies.ours[ref].values).items():
        earlier = [_group(base, ref, name) for base in copies.bases]
        outcome = _outcome(name, mine, theirs[name], earlier)
        side = Side.THEIRS if outcome is Outcome.TAKEN else Side.MINE
        if outcome is Outcome.ASKED:
            leader = _leader(ref, name, copies)
            if leader in follow:
                outcome, side = Outcome.FOLLOWS, follow[leader]
            else:
                questions.append(Question(About.FIELD, ref, name, (ref,), (ref,)))
                side = answers.get(questions[-1].key, Side.MINE)
        if any(version != base for base in earlier for version in (mine, theirs[name])):
            entries.append(Entry(ref, name, outcome))
        values |= theirs[name] if side is Side.THEIRS else mine
    return Merged(values, tuple(entries), tuple(questions))


def _group(base: State, ref: Ref, name: str) -> Group | None:
    return grouped(ref.table, base[ref].values).get(name) if ref in base else None


def _outcome(name: str, mine: Group, theirs: Group, bases: list[Group | None]) -> Outcome:
    if mine == theirs:
        return Outcome.SAME
    if all(theirs == base for base in bases):
        return Outcome.KEPT
    if all(mine == base for base in bases):
        return Outcome.TAKEN
    # Two references of one record: both were given out in bringing copies together.
    return Outcome.KEPT if name == "ref" else Outcome.ASKED


def _leader(ref: Ref, name: str, copies: Copies) -> Ref | None:
    """The document whose day of publication decides this field too, if it is such a field."""
    if ref.table == "documents" or name not in ("due date", "since"):
        return None
    column = "start_document" if ref.table == "deadlines" else "document"
    found = copies.ours[ref].values.get(column)
    return found if isinstance(found, Ref) else None
