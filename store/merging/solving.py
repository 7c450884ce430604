"""Both copies' records as one set: what it holds, the account of every difference, what is asked.

Nothing is written here, and without an answer our own version stands: the same copies and the same
answers always give the same set.
"""

from dataclasses import dataclass, field

from store.merging import fields, judgements, removals
from store.merging.asked import About, Answers, Copies, Question, Side
from store.merging.fields import Entry, Follow, Outcome
from store.merging.states import Ref, Values


@dataclass(slots=True)
class Solution:
    """What the records will be, and how that came about.

    `stand_last` are our decisions that must come after theirs of the same day; `chosen` the due
    dates that somebody chose to hold against a later one.
    """

    records: dict[Ref, Values] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    stand_last: list[Ref] = field(default_factory=list)
    chosen: list[Ref] = field(default_factory=list)


def solve(copies: Copies, known_units: frozenset[str], answers: Answers) -> Solution:
    """Bring the copies together with these answers; `known_units` are our own log's, by uid."""
    solution = Solution()
    _take_added(copies, known_units, solution)
    _take_shared(copies, answers, solution)
    for about in (About.REMOVED_THERE, About.REMOVED_HERE):
        _take_removed(copies, about, answers, solution)
    judgements.same_day(copies, answers, solution)
    judgements.sign_offs(copies, answers, solution)
    judgements.new_dates(copies, answers, solution)
    _leave_nothing_dangling(copies, solution)
    return solution


def _take_added(copies: Copies, known_units: frozenset[str], solution: Solution) -> None:
    days = {
        record.values["day"] for ref, record in copies.ours.items() if ref.table == "extra_holidays"
    }
    for ref, record in copies.ours.items():
        if copies.added_here(ref):
            solution.records[ref] = dict(record.values)
            solution.entries.append(Entry(ref, "", Outcome.KEPT))
    for ref, record in copies.theirs.items():
        if not copies.added_there(ref):
            continue
        held = (ref.table == "brought_in" and record.values["unit_uid"] in known_units) or (
            ref.table == "extra_holidays" and record.values["day"] in days
        )
        if not held:
            solution.records[ref] = dict(record.values)
        solution.entries.append(Entry(ref, "", Outcome.SAME if held else Outcome.TAKEN))


def _take_shared(copies: Copies, answers: Answers, solution: Solution) -> None:
    """Records that both have; documents first, because other fields follow their publication."""
    follow: Follow = {}
    shared = [ref for ref in copies.ours if ref in copies.theirs]
    for ref in sorted(shared, key=lambda ref: ref.table != "documents"):
        if copies.ours[ref].values == copies.theirs[ref].values and all(
            ref in base and base[ref].values == copies.ours[ref].values for base in copies.bases
        ):
            solution.records[ref] = dict(copies.ours[ref].values)
            continue
        merged = fields.merged(copies, ref, answers, follow)
        solution.records[ref] = merged.values
        solution.entries += merged.entries
        solution.questions += merged.questions
        for question in merged.questions:
            if ref.table == "documents" and question.field == "published":
                follow[ref] = answers.get(question.key, Side.MINE)


def _take_removed(copies: Copies, about: About, answers: Answers, solution: Solution) -> None:
    holding = copies.ours if about is About.REMOVED_THERE else copies.theirs
    keeps = Side.MINE if about is About.REMOVED_THERE else Side.THEIRS
    for removal in removals.removals(copies, about):
        question = removal.question
        side = answers.get(question.key, Side.MINE) if question else None
        if question:
            solution.questions.append(question)
            added = {ref for ref in removal.records if not copies.in_a_base(ref)}
            solution.entries = [one for one in solution.entries if one.record not in added]
        for ref in sorted(removal.records):
            solution.entries.append(Entry(ref, "", Outcome.ASKED if question else _quiet(about)))
            if side is keeps:
                solution.records[ref] = dict(holding[ref].values)
            else:
                solution.records.pop(ref, None)


def _quiet(about: About) -> Outcome:
    return Outcome.TAKEN if about is About.REMOVED_THERE else Outcome.KEPT


def _leave_nothing_dangling(copies: Copies, solution: Solution) -> None:
    """Let no record point to one that will not be there."""
    for ref in sorted(solution.records):
        for name, value in solution.records[ref].items():
            if isinstance(value, Ref) and value.uid and value not in solution.records:
                solution.records[ref][name] = _instead(copies, solution, ref, name)


def _instead(copies: Copies, solution: Solution, ref: Ref, name: str) -> Ref | None:
    """What stood there in the other copy, if that will be there."""
    for state in (copies.theirs, copies.ours):
        value = state[ref].values.get(name) if ref in state else None
        if isinstance(value, Ref) and value in solution.records:
            return value
    return None
