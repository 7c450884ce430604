"""The commissioner's duty under section 55 of the Police Act 1996, started or stopped by a person.

A report of the force's own inspection starts it by itself. A joint inspection of several agencies
does not: whether comments are due on its letter is for the office to say, with the reason.
"""

import sqlite3
from datetime import date

from store import deadlines, documents
from store.clocks import Rule, RuleKind
from store.dates import When
from store.deadlines import Deadline
from store.errors import BadInput
from store.holidays import Calendar
from store.models import Subject
from store.unit import Unit
from store.vocabulary import StepKind, SubjectKind

COMMISSIONER = "Police and Crime Commissioner"
READERS = "the public, the inspectors and the Home Secretary"
WHAT = "Publish comments on the report, with the chief constable's and a response to those"
SOURCE = "Police Act 1996, s.55(5A)"
NOT_DUE = "no comments are due"


def running(db: sqlite3.Connection, inspection: int, today: date) -> Deadline | None:
    """The clock of the duty that runs for an inspection on a day, if one does."""
    clock = _holding(db, inspection, today)
    return clock if clock and clock.due.rule.kind is RuleKind.S55_56 else None


def start(change: Unit, inspection: int, reason: str, today: date, calendar: Calendar) -> int:
    """Start the 56 days, from the publication of the inspection's report, for a reason."""
    _check_reason(reason)
    db = change.db.conn
    if running(db, inspection, today):
        raise BadInput("The 56 days run for this inspection already. Nothing was changed.")
    report = documents.report_of(db, inspection, today)
    before = _holding(db, inspection, today)
    key = deadlines.add(
        change,
        Subject(SubjectKind.INSPECTION, inspection),
        what=WHAT,
        rule=Rule(RuleKind.S55_56),
        start=report.published if report else When(),
        since=today,
        calendar=calendar,
        inspection=inspection,
        words="56 days beginning with the day of publication",
        owed_by=COMMISSIONER,
        owed_to=READERS,
        start_document=report.id if report else None,
        start_event="publication",
        source=SOURCE,
        reason=reason,
        replaces=before.id if before else None,
    )
    for step in StepKind:
        deadlines.add_step(change, key, step)
    return key


def stop(change: Unit, inspection: int, reason: str, today: date, calendar: Calendar) -> int:
    """Say, for a reason, that no comments are due; the clock that ran is kept."""
    _check_reason(reason)
    clock = running(change.db.conn, inspection, today)
    if clock is None:
        raise BadInput("The 56 days do not run for this inspection. Nothing was changed.")
    return deadlines.add(
        change,
        Subject(SubjectKind.INSPECTION, inspection),
        what=clock.what,
        rule=Rule(RuleKind.NONE),
        start=When(NOT_DUE, source=reason),
        since=today,
        calendar=calendar,
        inspection=inspection,
        words=NOT_DUE,
        owed_by=clock.owed_by,
        owed_to=clock.owed_to,
        source=SOURCE,
        reason=reason,
        replaces=clock.id,
    )


def _holding(db: sqlite3.Connection, inspection: int, today: date) -> Deadline | None:
    """The duty's deadline that holds: running, or stopped."""
    for clock in deadlines.clocks_of_inspection(db, inspection, today):
        if clock.source == SOURCE or clock.due.rule.kind is RuleKind.S55_56:
            return clock
    return None


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise BadInput("Say why, such as where it is written. Nothing was changed.")
