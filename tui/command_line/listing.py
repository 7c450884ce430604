"""Which records a list holds, in which order, and how many there are in all."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from store import actions, deadlines, dossier, filters, inspections, notes, refs
from store.deadlines import Deadline
from store.models import Subject
from store.vocabulary import SubjectKind
from tui.command_line import as_json, as_lines, finding, narrowing
from tui.command_line.as_json import Json, Reader
from tui.command_line.narrowing import Kind, Narrowing

_AT_ONCE = 400


class Listed(NamedTuple):
    """A list: how many of how many, each record as a line, and each as a JSON value.

    `lines` and `values` come from the same records; only one of them can be read, once.
    """

    shown: int
    total: int
    lines: Iterable[str]
    values: Iterable[Json]


def listed(db: sqlite3.Connection, kind: Kind, wanted: Narrowing, reader: Reader) -> Listed:
    """The records of a kind that are there on the reader's day, narrowed."""
    narrowing.check(kind, wanted)
    return _LISTED[kind](db, wanted, reader)


def _recommendations(db: sqlite3.Connection, wanted: Narrowing, reader: Reader) -> Listed:
    keys = filters.recommendations(db, _filter(db, wanted), filters.Order.NEAREST, reader.today)
    found = dossier.many(db, keys, reader.today)
    return Listed(
        len(keys),
        filters.total(db, reader.today),
        (as_lines.recommendation(one, reader) for one in found),
        (as_json.recommendation(one, reader) for one in found),
    )


def _actions(db: sqlite3.Connection, wanted: Narrowing, reader: Reader) -> Listed:
    order, today = filters.Order.NEAREST, reader.today
    keys = filters.actions(db, _filter(db, wanted), order, today)
    every = filters.actions(db, filters.Filter(), order, today)
    found = _with_deadlines(db, keys, today)
    return Listed(
        len(keys),
        len(every),
        (as_lines.action(*one, reader) for one in found),
        (as_json.action(*one, reader) for one in found),
    )


def _with_deadlines(
    db: sqlite3.Connection, keys: Iterable[int], today: date
) -> Iterator[tuple[actions.ActionStanding, Deadline | None]]:
    left = iter(keys)
    while batch := tuple(islice(left, _AT_ONCE)):
        standings = actions.many(db, batch, today)
        wanted = {one.deadline for one in standings.values() if one.deadline is not None}
        due = deadlines.many(db, wanted)
        for key in batch:
            yield standings[key], due.get(standings[key].deadline or 0)


def _filter(db: sqlite3.Connection, wanted: Narrowing) -> filters.Filter:
    return filters.Filter(
        open_only=wanted.open_only,
        overdue=wanted.overdue,
        before=wanted.before,
        owners=finding.owners_named(db, wanted.owner) if wanted.owner else (),
        inspection=finding.inspection(db, wanted.inspection) if wanted.inspection else None,
        text=wanted.find,
    )


def _deadlines(db: sqlite3.Connection, wanted: Narrowing, reader: Reader) -> Listed:
    every = deadlines.standing_on(db, reader.today)
    tests = list(_deadline_tests(db, wanted, reader.today))
    found = [one for one in every if all(test(one) for test in tests)]
    called = [(one, refs.ref_of(db, one.subject)) for one in found]
    return Listed(
        len(found),
        len(every),
        (as_lines.deadline(one, ref, reader) for one, ref in called),
        (as_json.deadline(one, ref, reader) for one, ref in called),
    )


def _deadline_tests(
    db: sqlite3.Connection, wanted: Narrowing, today: date
) -> Iterator[Callable[[Deadline], bool]]:
    if wanted.open_only or wanted.overdue:
        closed = _closed_subjects(db, today)
        yield lambda one: one.met_on(today) is None and one.subject not in closed
    before = wanted.before
    if wanted.overdue:
        before = min(today, before or today)
    if before is not None:
        yield lambda one: one.due.plan is not None and one.due.plan < before
    if wanted.owner:
        owner = wanted.owner.strip().casefold()
        yield lambda one: owner in one.owed_by.casefold()
    if wanted.inspection:
        within = _subjects_of(db, finding.inspection(db, wanted.inspection), today)
        yield lambda one: one.subject in within


def _closed_subjects(db: sqlite3.Connection, today: date) -> set[Subject]:
    closed = _subjects(db, filters.Filter(), today)
    return closed - _subjects(db, filters.Filter(open_only=True), today)


def _subjects_of(db: sqlite3.Connection, inspection: int, today: date) -> set[Subject]:
    """An inspection, and the records that belong to it."""
    documents = db.execute("SELECT id FROM documents WHERE inspection = ?", (inspection,))
    return {
        Subject(SubjectKind.INSPECTION, inspection),
        *(Subject(SubjectKind.DOCUMENT, key) for (key,) in documents),
        *_subjects(db, filters.Filter(inspection=inspection), today),
    }


def _subjects(db: sqlite3.Connection, shown: filters.Filter, today: date) -> set[Subject]:
    order = filters.Order.NEAREST
    return {
        *(
            Subject(SubjectKind.RECOMMENDATION, key)
            for key in filters.recommendations(db, shown, order, today)
        ),
        *(Subject(SubjectKind.ACTION, key) for key in filters.actions(db, shown, order, today)),
    }


def _inspections(db: sqlite3.Connection, wanted: Narrowing, reader: Reader) -> Listed:
    every = inspections.counted(db, reader.today)
    only = finding.inspection(db, wanted.inspection) if wanted.inspection else None
    found = [
        one
        for one in every
        if only in (None, one.inspection.id)
        and (one.open_ours or one.watched or not wanted.open_only)
    ]
    return Listed(
        len(found),
        len(every),
        (as_lines.inspection(one) for one in found),
        (as_json.inspection(one) for one in found),
    )


def _notes(db: sqlite3.Connection, wanted: Narrowing, reader: Reader) -> Listed:
    every = notes.listed(db, reader.today)
    found = every
    if wanted.inspection:
        within = _subjects_of(db, finding.inspection(db, wanted.inspection), reader.today)
        found = [one for one in every if one.subject in within]
    called = [(one, refs.ref_of(db, one.subject)) for one in found]
    return Listed(
        len(found),
        len(every),
        (as_lines.note(one, ref) for one, ref in called),
        ({"subject": ref, **as_json.note(one)} for one, ref in called),
    )


_LISTED: dict[Kind, Callable[[sqlite3.Connection, Narrowing, Reader], Listed]] = {
    Kind.INSPECTIONS: _inspections,
    Kind.RECOMMENDATIONS: _recommendations,
    Kind.ACTIONS: _actions,
    Kind.DEADLINES: _deadlines,
    Kind.NOTES: _notes,
}
