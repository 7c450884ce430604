"""Due dates of a spreadsheet against those of the tracker: a new one never hides an earlier one."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import date

from seed.sheet_entries import Entry
from seed.sheet_told import Told
from seed.sheets import SheetRow
from store import deadlines
from store.clocks import Rule, RuleKind
from store.dates import When, say_day
from store.models import Subject
from store.timescales import read_timescale


@dataclass(frozen=True, slots=True)
class PlannedDue:
    """A due date to be added: its words, its rule, and its start, where the sheet sets a day.

    `replaces` is the key of the date that it comes instead of, and `reason` says why.
    """

    words: str
    rule: Rule
    start: When
    replaces: int | None = None
    reason: str = ""


def due_of_entry(entry: Entry) -> PlannedDue | None:
    """The due date that all rows of an entry share, else what its timescale says."""
    words = {row.due.words for row in entry.rows if row.due.words}
    if len(words) == 1:
        return next(due_of_row(row) for row in entry.rows if row.due.words)
    if words:
        return None
    found = read_timescale(entry.first.timescale) or read_timescale(entry.text)
    return PlannedDue(*found) if found else None


def due_of_row(row: SheetRow) -> PlannedDue | None:
    """The due date that one row sets: a day, a stretch of days, or words without any."""
    if not row.due.words:
        return None
    if row.due.earliest is None:
        return PlannedDue(row.due.words, Rule(RuleKind.NONE), row.due)
    kind = RuleKind.FIXED if row.due.exact else RuleKind.PERIOD
    return PlannedDue(row.due.words, Rule(kind), row.due)


def planned_due(
    db: sqlite3.Connection,
    subject: Subject | None,
    due: PlannedDue | None,
    told: Told,
    where: str,
) -> tuple[PlannedDue | None, tuple[str, ...]]:
    """The due date to add, and what is to be asked where the tracker has another by other means."""
    if due is None or subject is None:
        return due, ()
    key, words = told.due.get(subject, (0, ""))
    if words == due.words:
        return None, ()
    holding = deadlines.of_subject(db, subject, date.max)
    if not holding or holding[0].id == key:
        reason = f"changed in {where}" if holding else ""
        return replace(due, replaces=key or None, reason=reason), ()
    if _is_the_same(holding[0], due):
        return None, ()
    day = holding[0].due.plan
    here = say_day(day) if day else holding[0].due.words or "without a day"
    return None, (f"The spreadsheet says it is due “{due.words}”; here it is {here}.",)


def _is_the_same(holding: deadlines.Deadline, due: PlannedDue) -> bool:
    if due.start.latest is not None:
        return due.start.latest in (holding.due.earliest, holding.due.latest)
    return due.rule == holding.due.rule
