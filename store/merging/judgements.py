"""Dated rows of both copies that are all kept, but of which only one can stand."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from store.decisions import same_person
from store.merging.asked import About, Answers, Copies, Question, Side
from store.merging.fields import Entry, Outcome
from store.merging.states import Ref, State, Value
from store.rules import RuleKind
from store.vocabulary import Axis, Delivery

if TYPE_CHECKING:
    from store.merging.solving import Solution

Place = tuple[Value, ...]


def same_day(copies: Copies, answers: Answers, solution: "Solution") -> None:
    """Ask which of two decisions stands, where both copies decided one axis on one day."""
    ours = {_day_of_axis(copies.ours, ref): ref for ref in _added(copies, "decisions", here=True)}
    theirs = {
        _day_of_axis(copies.theirs, ref): ref for ref in _added(copies, "decisions", here=False)
    }
    solution.stand_last += _standing_there(copies, theirs.keys() - ours.keys())
    for place in sorted(ours.keys() & theirs.keys(), key=str):
        mine, other = ours[place], theirs[place]
        if copies.ours[mine].values["status"] == copies.theirs[other].values["status"]:
            continue
        question = Question(About.SAME_DAY, mine, "status", (mine,), (other,))
        _ask(solution, question, (mine, other))
        if answers.get(question.key, Side.MINE) is Side.MINE:
            solution.stand_last.append(mine)


def _standing_there(copies: Copies, places: Iterable[Place]) -> list[Ref]:
    """Decisions both have that stand in the other copy after one of the same day that comes in."""
    wanted = set(places)
    last: dict[Place, Ref] = {}
    for ref in sorted(copies.theirs, key=lambda ref: copies.theirs[ref].id):
        if ref.table == "decisions" and _day_of_axis(copies.theirs, ref) in wanted:
            last[_day_of_axis(copies.theirs, ref)] = ref
    return [ref for ref in last.values() if ref in copies.ours]


def sign_offs(copies: Copies, answers: Answers, solution: "Solution") -> None:
    """Ask about a sign-off that, with both copies' decisions, no second person made.

    Without an answer, and with our version chosen, their decisions on delivery stay out.
    """
    ours, theirs = (_on_delivery(copies, here=here) for here in (True, False))
    for subject in sorted(ours.keys() & theirs.keys()):
        if not _spoilt(copies, subject, solution):
            continue
        question = Question(
            About.SIGN_OFF, subject, "delivery", tuple(ours[subject]), tuple(theirs[subject])
        )
        _ask(solution, question, (*ours[subject], *theirs[subject]))
        if answers.get(question.key, Side.MINE) is Side.MINE:
            for ref in theirs[subject]:
                solution.records.pop(ref, None)


def new_dates(copies: Copies, answers: Answers, solution: "Solution") -> None:
    """Ask which of two new due dates holds; both are kept, one after the other."""
    ours, theirs = (_new_dates(copies, here=here) for here in (True, False))
    for place in sorted(ours.keys() & theirs.keys(), key=str):
        mine, other = ours[place][-1], theirs[place][-1]
        here, there = _since(copies.ours, mine), _since(copies.theirs, other)
        first, last = (ours[place][0], other) if here > there else (theirs[place][0], mine)
        if first in solution.records and last in solution.records:
            solution.records[first]["replaces"] = last
        if _plan(copies.ours, mine) == _plan(copies.theirs, other):
            continue
        question = Question(About.NEW_DATE, mine, "due date", (mine,), (other,))
        _ask(solution, question, (mine, other))
        takes_mine = answers.get(question.key, Side.MINE) is Side.MINE
        # Of one day, the order in which a copy got them decides: the choice must not depend on it.
        if takes_mine != (here > there) or here == there:
            solution.chosen.append(mine if takes_mine else other)


def _ask(solution: "Solution", question: Question, records: Iterable[Ref]) -> None:
    solution.questions.append(question)
    concerned = set(records)
    solution.entries = [
        Entry(one.record, one.field, Outcome.ASKED) if one.record in concerned else one
        for one in solution.entries
    ]


def _added(copies: Copies, table: str, *, here: bool) -> list[Ref]:
    """What one side added to a table, in the order in which it did."""
    state, added = (copies.ours, copies.added_here) if here else (copies.theirs, copies.added_there)
    found = [ref for ref in state if ref.table == table and added(ref)]
    return sorted(found, key=lambda ref: state[ref].id)


def _subject(state: State, ref: Ref) -> Ref:
    subject = state[ref].values["subject"]
    return subject if isinstance(subject, Ref) else ref


def _day_of_axis(state: State, ref: Ref) -> Place:
    values = state[ref].values
    return (values["subject"], values["axis"], values["decided_on"])


def _on_delivery(copies: Copies, *, here: bool) -> dict[Ref, list[Ref]]:
    state = copies.ours if here else copies.theirs
    found: dict[Ref, list[Ref]] = {}
    for ref in _added(copies, "decisions", here=here):
        if state[ref].values["axis"] == Axis.DELIVERY:
            found.setdefault(_subject(state, ref), []).append(ref)
    return found


def _spoilt(copies: Copies, subject: Ref, solution: "Solution") -> bool:
    """Whether a sign-off that held in its own copy would follow no submission by another."""
    held = _held(copies.ours, subject, ()) | _held(copies.theirs, subject, ())
    together = {
        ref: (copies.theirs if ref not in copies.ours else copies.ours)[ref]
        for ref in solution.records
        if ref.table == "decisions"
    }
    # Theirs come after ours where the day is the same, but for those that must stand last.
    late = tuple(ref for ref in together if ref not in copies.ours)
    return not held <= _held(together, subject, late)


def _held(state: State, subject: Ref, late: tuple[Ref, ...]) -> set[Ref]:
    """The sign-offs of a record that a second person made, in one copy's order."""
    made = sorted(
        (
            ref
            for ref, record in state.items()
            if ref.table == "decisions"
            and record.values["subject"] == subject
            and record.values["axis"] == Axis.DELIVERY
        ),
        key=lambda ref: (str(state[ref].values["decided_on"]), ref in late, state[ref].id),
    )
    sound: set[Ref] = set()
    for before, ref in pairwise(made):
        if state[ref].values["status"] == Delivery.SIGNED_OFF and (
            state[before].values["status"] == Delivery.SUBMITTED
            and not same_person(str(state[before].values["by"]), str(state[ref].values["by"]))
        ):
            sound.add(ref)
    return sound


def _new_dates(copies: Copies, *, here: bool) -> dict[Place, list[Ref]]:
    """The dates that people set, by what they are for, the one that holds last."""
    state = copies.ours if here else copies.theirs
    found: dict[Place, list[Ref]] = {}
    for ref in _added(copies, "deadlines", here=here):
        values = state[ref].values
        if str(values["rule"]).startswith(RuleKind.USER.value):
            found.setdefault((values["subject"], values["what"]), []).append(ref)
    return found


def _plan(state: State, ref: Ref) -> tuple[Value, ...]:
    return (state[ref].values["plan"], state[ref].values["latest"])


def _since(state: State, ref: Ref) -> str:
    return str(state[ref].values["since"])
