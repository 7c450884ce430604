"""Bringing a copy in: one named unit through the ordinary door, which one undo takes back."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from store import chain, deadlines, queries
from store.dates import When
from store.errors import BadInput, Conflict
from store.merging import numbering
from store.merging.asked import Answers, Question
from store.merging.brought import tell_whose
from store.merging.plan import Plan
from store.merging.solving import Solution
from store.merging.states import Ref
from store.merging.writing import Writer, in_order, records_of
from store.models import Subject
from store.unit import Author, unit
from store.vocabulary import SubjectKind
from store.working_days import calendar


@dataclass(frozen=True, slots=True)
class Brought:
    """What bringing in a copy did: records added, changed and taken away."""

    added: int = 0
    changed: int = 0
    removed: int = 0


def bring_in(
    db: sqlite3.Connection, plan: Plan, answers: Answers, author: Author, today: date
) -> Brought:
    """Write what the plan comes to with these answers, all of it in one unit or nothing.

    BadInput while a question is open; Conflict if the tracker was changed since the plan was made.
    """
    if plan.nothing_new:
        return Brought()
    _check_answered(plan.questions(), answers)
    solution = plan.solved(answers)
    lost = numbering.give_references(plan.copies.ours, solution)
    with unit(db, f"Bring in copy {plan.name}", author) as change:
        if chain.head(db) != plan.ours.head:
            raise Conflict(
                "The tracker was changed while you looked at the copy. Nothing was brought in and "
                "nothing is lost: bring it in once more."
            )
        ours = plan.copies.ours
        writer = Writer(change, {ref: record.id for ref, record in ours.items()})
        brought = _write(writer, plan, solution)
        for ref in solution.stand_last:
            if ref in solution.records:
                writer.remove(ref)
                writer.add(ref, solution.records[ref])
        _hold_chosen(writer, solution, author, today)
        _count_again(writer, plan, solution)
        _keep_originals(writer, plan)
        tell_whose(writer, plan, solution, lost)
        _ask_about_likenesses(writer, plan, solution, today)
    return brought


def _check_answered(questions: list[Question], answers: Answers) -> None:
    left = [question for question in questions if question.key not in answers]
    if left:
        raise BadInput(
            f"{len(left)} of {len(questions)} questions are not answered yet. Nothing was brought "
            "in: say for each whose version holds."
        )


def _write(writer: Writer, plan: Plan, solution: Solution) -> Brought:
    ours, records = plan.copies.ours, solution.records
    added = in_order((ref for ref in records if ref not in ours), records, plan.copies.theirs)
    changed = [ref for ref in records if ref in ours and records[ref] != ours[ref].values]
    removed = in_order((ref for ref in ours if ref not in records), records_of(ours), ours)
    _move_references(writer, plan, solution, changed)
    for ref in added:
        writer.add(ref, records[ref])
    for ref in changed:
        before = ours[ref].values
        writer.change_to(ref, {k: v for k, v in records[ref].items() if v != before[k]})
    for ref in reversed(removed):
        writer.remove(ref)
    return Brought(len(added), len(changed), len(removed))


def _move_references(writer: Writer, plan: Plan, solution: Solution, changed: list[Ref]) -> None:
    """Give references that changed, each only when nobody holds it any more."""
    ours, records = plan.copies.ours, solution.records
    held = {(ref.table, record.values.get("ref")): ref for ref, record in ours.items()}
    waiting = [ref for ref in changed if records[ref].get("ref") != ours[ref].values.get("ref")]
    while waiting:
        free = [ref for ref in waiting if (ref.table, records[ref]["ref"]) not in held]
        if not free:
            raise Conflict(
                "Records of both copies changed references with each other. Nothing was brought "
                "in: please report this as a fault."
            )
        writer.change_to(free[0], {"ref": records[free[0]]["ref"]})
        del held[(free[0].table, ours[free[0]].values["ref"])]
        held[(free[0].table, records[free[0]]["ref"])] = free[0]
        waiting.remove(free[0])


def _hold_chosen(writer: Writer, solution: Solution, author: Author, today: date) -> None:
    """Set a due date once more that was chosen over a later one; both stay on the record."""
    for ref in solution.chosen:
        if ref not in writer.ids:
            continue
        db = writer.change.db.conn
        chosen = deadlines.get(db, writer.ids[ref])
        if chosen.due.plan is not None and chosen.subject.kind is not SubjectKind.INSPECTION:
            reason = f"{chosen.reason} (chosen when two copies were brought together)"
            since = max(
                today, *(one.since for one in deadlines.of_subject(db, chosen.subject, date.max))
            )
            deadlines.revise(
                writer.change, chosen.subject, chosen.due.plan, reason, since, calendar(db)
            )


def _count_again(writer: Writer, plan: Plan, solution: Solution) -> None:
    """Count what one copy started from a day that the other corrected."""
    ours, theirs = plan.copies.ours, plan.copies.theirs
    for ref in list(solution.records):
        if ref.table != "documents" or ref not in ours or ref not in theirs:
            continue
        mine, other = ours[ref].values, theirs[ref].values
        if any(mine[f"published_{end}"] != other[f"published_{end}"] for end in _OF_A_DAY):
            values = solution.records[ref]
            earliest, latest = values["published_earliest"], values["published_latest"]
            published = When(
                str(values["published_words"]),
                date.fromisoformat(str(earliest)) if earliest else None,
                date.fromisoformat(str(latest)) if latest else None,
                str(values["published_source"]),
            )
            deadlines.restart(
                writer.change, writer.ids[ref], published, calendar(writer.change.db.conn)
            )


_OF_A_DAY = ("words", "earliest", "latest", "source")


def _keep_originals(writer: Writer, plan: Plan) -> None:
    for digest, (name, content) in plan.originals.items():
        writer.keep_original(digest, name, content)


def _ask_about_likenesses(writer: Writer, plan: Plan, solution: Solution, today: date) -> None:
    """Put a query on each record that may be one of ours, until somebody settles it."""
    for likeness in plan.likenesses():
        kind = SubjectKind(likeness.other.table.removesuffix("s"))
        if likeness.other not in writer.ids or likeness.mine not in writer.ids:
            continue
        mine = solution.records[likeness.mine]
        called = mine.get("ref") or f"“{mine['name']}”"
        queries.ask(
            writer.change,
            Subject(kind, writer.ids[likeness.other]),
            f"It came with {plan.name} and looks like {called}. Both are kept: is it the same?",
            since=today,
        )
