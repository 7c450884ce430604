"""How each recommendation and action stands, day by day: derived from its dated records.

One row covers a stretch of days in which nothing changes; `until` is the first day it no longer
holds, or nothing. The rows are made again for every record a unit touches, so that lists can be
drawn by index on any day; they are never the only place where something is known.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from math import inf
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from store.models import Standing
from store.schema import NO_DAY
from store.vocabulary import (
    CAN_BE_LATE,
    FIRST_STATUS,
    Applies,
    Assurance,
    Delivery,
    Progress,
    Verdict,
)

FINISHED_VERDICTS = frozenset({Verdict.CLOSED, Verdict.NO_FURTHER_ACTION, Verdict.SUPERSEDED})
FINISHED_PROGRESS = frozenset({Progress.DONE, Progress.STOPPED})
_FIRST = {axis.value: status.value for axis, status in FIRST_STATUS.items()}


class Touched(NamedTuple):
    """The records whose standing may have changed."""

    recommendations: frozenset[int]
    actions: frozenset[int]


class _Dated(NamedTuple):
    """One thing that holds from a day on: a status on an axis, or a due date."""

    since: str
    axis: str
    status: str
    deadline: int | None = None
    plan: str | None = None


def is_open(applies: str, delivery: str, inspectorate: str, assurance: str) -> bool:
    """Whether there is still something to do, or to watch.

    A recommendation is finished when the inspectorate has closed it, or when the force has signed
    it off and the commissioner is assured; a lapsed one is finished too. Silence never closes.
    """
    if applies == Applies.LAPSED or inspectorate in FINISHED_VERDICTS:
        return False
    return not (delivery == Delivery.SIGNED_OFF and assurance == Assurance.ASSURED)


def touched(db: sqlite3.Connection, unit: int) -> Touched:
    """What one unit's changes can have moved."""
    recommendations: set[int] = set()
    actions: set[int] = set()
    kinds = {"recommendation": recommendations, "action": actions}
    for table, record, kind, subject in db.execute(
        """SELECT c.record_table, c.record,
                  coalesce(json_extract(c.after, '$.subject_kind'), json_extract(c.before,
                    '$.subject_kind'), d.subject_kind),
                  coalesce(json_extract(c.after, '$.subject'), json_extract(c.before, '$.subject'),
                    d.subject)
           FROM changes c
           LEFT JOIN deadlines d ON c.record_table = 'deadlines' AND d.id = c.record
           WHERE c.unit = ?
             AND c.record_table IN ('recommendations', 'actions', 'decisions', 'deadlines')""",
        (unit,),
    ):
        if table in ("recommendations", "actions"):
            kinds[table[:-1]].add(record)
        elif kind in kinds:
            kinds[kind].add(subject)
    return Touched(frozenset(recommendations), frozenset(actions))


def refresh(db: sqlite3.Connection, records: Touched) -> None:
    """Make the standing of these records again."""
    for recommendation in sorted(records.recommendations):
        db.execute(
            "DELETE FROM recommendation_standing WHERE recommendation = ?", (recommendation,)
        )
        db.executemany(
            f"INSERT INTO recommendation_standing VALUES ({', '.join('?' * 11)})",
            recommendation_rows(db, recommendation),
        )
    for action in sorted(records.actions):
        db.execute("DELETE FROM action_standing WHERE action = ?", (action,))
        db.executemany(
            f"INSERT INTO action_standing VALUES ({', '.join('?' * 7)})", action_rows(db, action)
        )


def recommendation_rows(db: sqlite3.Connection, recommendation: int) -> list[tuple[object, ...]]:
    """Its standing rows, worked out from its records."""
    kept = db.execute(
        "SELECT inspection, since, applies, applies_until FROM recommendations WHERE id = ?",
        (recommendation,),
    ).fetchone()
    if kept is None:
        return []
    inspection, since, applies, applies_until = kept
    dated = _dated(db, "recommendation", recommendation)
    return _of_recommendation(recommendation, inspection, since, applies, applies_until, dated)


def _of_recommendation(
    recommendation: int,
    inspection: int,
    since: str,
    applies: str,
    applies_until: str | None,
    dated: list[_Dated],
) -> list[tuple[object, ...]]:
    if applies_until is not None:
        lapses = (date.fromisoformat(applies_until) + timedelta(days=1)).isoformat()
        dated.append(_Dated(lapses, "applies", Applies.LAPSED))
    rows: list[tuple[object, ...]] = []
    for start, until, now, due in _stretches(since, dated, {**_FIRST, "applies": applies}):
        state = (now["delivery"], now["inspectorate"], now["assurance"])
        opened = int(is_open(now["applies"], *state))
        day = (due.plan or NO_DAY, due.deadline) if due else (NO_DAY, None)
        rows.append(
            (recommendation, inspection, start, until, opened, now["applies"], *day, *state)
        )
    return rows


def action_rows(db: sqlite3.Connection, action: int) -> list[tuple[object, ...]]:
    """Its standing rows, worked out from its records."""
    kept = db.execute("SELECT since, kind FROM actions WHERE id = ?", (action,)).fetchone()
    if kept is None:
        return []
    since, kind = kept
    return _of_action(action, since, kind, _dated(db, "action", action))


def _of_action(action: int, since: str, kind: str, dated: list[_Dated]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for start, until, now, due in _stretches(since, dated, _FIRST):
        progress = now["progress"]
        opened = int(kind in CAN_BE_LATE and progress not in FINISHED_PROGRESS)
        day = (due.plan or NO_DAY, due.deadline) if due else (NO_DAY, None)
        rows.append((action, start, until, opened, *day, progress))
    return rows


def of_recommendation(db: sqlite3.Connection, recommendation: int, today: date) -> Standing | None:
    """How it stands on a day; None before it is there."""
    row = db.execute(
        """SELECT is_open, applies, delivery, inspectorate, assurance, sort_day, deadline
           FROM recommendation_standing
           WHERE recommendation = ? AND since <= ? ORDER BY since DESC LIMIT 1""",
        (recommendation, today.isoformat()),
    ).fetchone()
    if row is None:
        return None
    plan = None if row[5] == NO_DAY else date.fromisoformat(row[5])
    return Standing(bool(row[0]), Applies(row[1]), row[2], row[3], row[4], plan, row[6])


def disagreements(db: sqlite3.Connection) -> list[str]:
    """Each record whose kept standing is not what its records give, as a sentence.

    Everything is read once, in the order of the records: record by record it takes far longer.
    """
    columns = "id, inspection, since, applies, applies_until"
    return [
        *_differing(db, "recommendation", columns, _of_recommendation),
        *_differing(db, "action", "id, since, kind", _of_action),
    ]


def _differing(
    db: sqlite3.Connection,
    kind: str,
    columns: str,
    make: Callable[..., list[tuple[object, ...]]],
) -> Iterator[str]:
    kept = _InOrder(db.execute(f"SELECT * FROM {kind}_standing ORDER BY {kind}, since"))
    decided = _InOrder(
        db.execute(f"SELECT subject, {_DECIDED} ORDER BY subject, decided_on, id", (kind,))
    )
    due = _InOrder(db.execute(f"SELECT subject, {_DUE} ORDER BY subject, since, id", (kind,)))
    for record, *fields in db.execute(f"SELECT {columns} FROM {kind}s ORDER BY id"):
        dated = [_Dated(*row[1:]) for row in decided.take(record)]
        dated += [_due(*row[1:]) for row in due.take(record)]
        if kept.take(record) != make(record, *fields, dated):
            yield f"The standing kept for {kind} {record} does not follow from its records."


class _InOrder:
    """Rows in the order of their first column, taken a record at a time."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, itemgetter(0))
        self._record: float
        self._record, self._rows = next(self._groups, _NONE_LEFT)

    def take(self, record: int) -> list[tuple[Any, ...]]:
        """The rows of one record; those of records before it are passed over."""
        while self._record < record:
            self._record, self._rows = next(self._groups, _NONE_LEFT)
        return list(self._rows) if self._record == record else []


_NONE_LEFT: tuple[float, Iterator[tuple[Any, ...]]] = (inf, iter(()))
_DECIDED = "decided_on, axis, status FROM decisions WHERE subject_kind = ?"
_DUE = "since, id, plan FROM deadlines WHERE subject_kind = ?"


def _dated(db: sqlite3.Connection, kind: str, subject: int) -> list[_Dated]:
    of_it = (kind, subject)
    decided = db.execute(f"SELECT {_DECIDED} AND subject = ? ORDER BY decided_on, id", of_it)
    due = db.execute(f"SELECT {_DUE} AND subject = ? ORDER BY since, id", of_it)
    return [*(_Dated(*row) for row in decided), *(_due(*row) for row in due)]


def _due(since: str, deadline: int, plan: str | None) -> _Dated:
    return _Dated(since, "due", "", deadline, plan)


def _stretches(
    since: str, dated: Iterable[_Dated], first: dict[str, str]
) -> Iterator[tuple[str, str | None, dict[str, str], _Dated | None]]:
    """Stretches of days from `since` on: (first day, first day after, statuses, due)."""
    start, now, due = since, first, None
    for item in sorted(dated, key=_SINCE):
        if item.since > start:
            yield start, item.since, now, due
            start = item.since
        if item.axis == "due":
            due = item
        else:
            now = {**now, item.axis: item.status}
    yield start, None, now, due


_SINCE = attrgetter("since")
