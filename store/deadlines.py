"""Deadlines: who owes what to whom, by a rule from a start; every earlier date is kept."""

import sqlite3
from array import array
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from store.clocks import Due, Rule, RuleKind, due
from store.dates import When
from store.errors import BadInput
from store.holidays import Calendar
from store.models import Subject
from store.rows import Row, among, by_id, day, must_exist, rows, when
from store.rules import SET_DATES
from store.unit import Unit
from store.vocabulary import StepKind, SubjectKind

NEVER_COUNTED = frozenset({RuleKind.SLA, RuleKind.RECUR, RuleKind.NONE})

NOT_REPLACED = """NOT EXISTS (SELECT 1 FROM deadlines n WHERE n.replaces = d.id
    AND n.since <= :today)"""

# A clock that is neither met nor replaced on a day: first in the words of the index of clocks. The
# plus keeps SQLite from looking for the kind in the index of subjects, which is not by day.
RUNNING = f"""d.subject_kind NOT IN ('recommendation', 'action')
    AND +d.subject_kind IN ('inspection', 'board') AND d.since <= :today
    AND (d.met_latest IS NULL OR d.met_latest > :today) AND {NOT_REPLACED}"""
_RUNNING = f"SELECT d.id, d.rule FROM deadlines d WHERE {RUNNING}"


class Deadline(NamedTuple):
    """One date that somebody owes something on, and how it was arrived at."""

    id: int
    uid: str
    rev: int
    subject: Subject
    inspection: int | None
    what: str
    owed_by: str
    owed_to: str
    due: Due
    start_event: str
    condition: str
    source: str
    reason: str
    replaces: int | None
    met: When
    since: date

    def met_on(self, today: date) -> date | None:
        """The day it was met, if that was known on `today`."""
        met = self.met.latest
        return met if met is not None and met <= today else None


class Step(NamedTuple):
    """One step of the commissioner's duty to publish comments (Police Act 1996, s.55)."""

    id: int
    rev: int
    kind: StepKind
    detail: str
    done: When


def from_row(row: Row) -> Deadline:
    """A deadline as kept."""
    counted = Due(
        row["words"],
        Rule.parse(row["rule"]),
        when(row, "start"),
        day(row["earliest"]),
        day(row["latest"]),
    )
    return Deadline(
        row["id"],
        row["uid"],
        row["rev"],
        Subject(SubjectKind(row["subject_kind"]), row["subject"]),
        row["inspection"],
        row["what"],
        row["owed_by"],
        row["owed_to"],
        counted,
        row["start_event"],
        row["condition"],
        row["source"],
        row["reason"],
        row["replaces"],
        when(row, "met"),
        date.fromisoformat(row["since"]),
    )


def get(db: sqlite3.Connection, key: int) -> Deadline:
    """One deadline."""
    return from_row(by_id(db, "deadlines", key))


def many(db: sqlite3.Connection, keys: Iterable[int]) -> dict[int, Deadline]:
    """Deadlines by id."""
    wanted, bound = among(keys)
    found = rows(db, f"SELECT * FROM deadlines WHERE id IN ({wanted})", bound)
    return {row["id"]: from_row(row) for row in found}


def of_subject(db: sqlite3.Connection, subject: Subject, today: date) -> list[Deadline]:
    """Every date a record has been given up to a day, the one that holds first."""
    return [
        from_row(row)
        for row in rows(
            db,
            """SELECT * FROM deadlines WHERE subject_kind = ? AND subject = ? AND since <= ?
               ORDER BY since DESC, id DESC""",
            (subject.kind, subject.id, today.isoformat()),
        )
    ]


def clocks_of_inspection(db: sqlite3.Connection, inspection: int, today: date) -> list[Deadline]:
    """The clocks an inspection itself started, by the day to plan on; undated ones last."""
    return [
        from_row(row)
        for row in rows(
            db,
            """SELECT * FROM deadlines
               WHERE subject_kind = 'inspection' AND subject = ? AND since <= ?
                 AND NOT EXISTS (SELECT 1 FROM deadlines n
                                 WHERE n.replaces = deadlines.id AND n.since <= ?)
               ORDER BY plan IS NULL, plan, id""",
            (inspection, today.isoformat(), today.isoformat()),
        )
    ]


def standing_on(db: sqlite3.Connection, today: date) -> list[Deadline]:
    """Every deadline that holds on a day, of whatever subject, nearest first; undated ones last.

    Per-case standards and routines are never countdowns and are not here.
    """
    on = today.isoformat()
    found = rows(
        db,
        """SELECT * FROM deadlines d WHERE since <= ?
             AND NOT EXISTS (SELECT 1 FROM deadlines n WHERE n.replaces = d.id AND n.since <= ?)
           ORDER BY plan IS NULL, plan, id""",
        (on, on),
    )
    deadlines = (from_row(row) for row in found)
    return [deadline for deadline in deadlines if deadline.due.rule.kind not in NEVER_COUNTED]


def running_clocks(db: sqlite3.Connection, today: date) -> "array[int]":
    """The clocks of inspections and boards that run: longest overdue first, undated ones last."""
    bound = {"today": today.isoformat()}
    dated = db.execute(f"{_RUNNING} AND plan IS NOT NULL ORDER BY plan, id", bound)
    undated = db.execute(f"{_RUNNING} AND plan IS NULL ORDER BY id", bound)
    return array(
        "q",
        (key for key, rule in (*dated, *undated) if Rule.parse(rule).kind not in NEVER_COUNTED),
    )


def add(
    change: Unit,
    subject: Subject,
    *,
    what: str,
    rule: Rule,
    start: When,
    since: date,
    calendar: Calendar,
    inspection: int | None = None,
    words: str = "",
    owed_by: str = "",
    owed_to: str = "",
    start_document: int | None = None,
    start_event: str = "",
    condition: str = "",
    source: str = "",
    reason: str = "",
    replaces: int | None = None,
    met: When = When(),
) -> int:
    """Start a clock: the rule counts from `start`, the publication of `start_document` if given."""
    must_exist(change.db.conn, subject)
    counted = due(rule, start, words, calendar)
    return change.add(
        "deadlines",
        subject_kind=subject.kind,
        subject=subject.id,
        inspection=inspection,
        what=what,
        owed_by=owed_by,
        owed_to=owed_to,
        words=words,
        condition=condition,
        source=source,
        reason=reason,
        rule=str(rule),
        start_document=start_document,
        start_event=start_event,
        start=start,
        earliest=counted.earliest,
        latest=counted.latest,
        plan=_plan(counted, since),
        replaces=replaces,
        met=met,
        since=since,
    )


def _plan(counted: Due, since: date) -> date | None:
    """The day to plan on: what is due at once is due from the day it is known, if not earlier."""
    at_once = since if counted.rule.kind is RuleKind.IMMEDIATE else None
    return counted.plan or at_once


def revise(
    change: Unit, subject: Subject, new_day: date, reason: str, today: date, calendar: Calendar
) -> int:
    """Give a record a new due date from today on; the earlier dates are kept with it."""
    if not reason.strip():
        raise BadInput("A new date needs a reason. The old date still holds: say why it moves.")
    earlier = of_subject(change.db.conn, subject, today)
    before = earlier[0] if earlier else None
    return add(
        change,
        subject,
        what=before.what if before else "Due date",
        rule=Rule(RuleKind.USER),
        start=When.on(new_day, source=reason),
        since=today,
        calendar=calendar,
        inspection=before.inspection if before else None,
        owed_by=before.owed_by if before else "",
        owed_to=before.owed_to if before else "",
        start_event="date set by " + change.author.name,
        reason=reason,
        replaces=before.id if before else None,
    )


def meet(change: Unit, deadline: Deadline, met: When) -> None:
    """Record when what was owed was done."""
    change.change("deadlines", deadline.id, deadline.rev, met=met)


def restart(change: Unit, document: int, published: When, calendar: Calendar) -> int:
    """Count every clock again that started with a document's publication; how many moved."""
    moved = 0
    for row in rows(
        change.db.conn, "SELECT * FROM deadlines WHERE start_document = ? ORDER BY id", (document,)
    ):
        deadline = from_row(row)
        if deadline.due.rule.kind in SET_DATES:
            continue
        counted = due(deadline.due.rule, published, deadline.due.words, calendar)
        if (counted.earliest, counted.latest) != (deadline.due.earliest, deadline.due.latest):
            moved += 1
        change.change(
            "deadlines",
            deadline.id,
            deadline.rev,
            start=published,
            earliest=counted.earliest,
            latest=counted.latest,
            plan=_plan(counted, deadline.since),
        )
    return moved


def steps(db: sqlite3.Connection, deadline: int) -> list[Step]:
    """The steps of a duty, in the order the law names them."""
    found = [
        Step(row["id"], row["rev"], StepKind(row["kind"]), row["detail"], when(row, "done"))
        for row in rows(db, "SELECT * FROM steps WHERE deadline = ? ORDER BY id", (deadline,))
    ]
    return sorted(found, key=lambda step: list(StepKind).index(step.kind))


def add_step(
    change: Unit,
    deadline: int,
    kind: StepKind,
    *,
    detail: str = "",
    done: When = When(),
) -> int:
    """Add one step of a duty."""
    return change.add("steps", deadline=deadline, kind=kind, detail=detail, done=done)


def do_step(change: Unit, step: Step, *, detail: str, done: When) -> None:
    """Record that a step was done: when, and where or how."""
    change.change("steps", step.id, step.rev, detail=detail, done=done)
