"""What comes next and what is late, in a few lines for a whole tracker."""

import sqlite3
from datetime import date, timedelta
from typing import NamedTuple

from store import boards, deadlines
from store.clocks import Due
from store.models import Board
from store.schema import NO_DAY
from store.vocabulary import Applies

_AHEAD = timedelta(days=92)

# Open, ours and due within two days on a day: in what still holds, and in what ended after it.
_OURS = """since <= :today AND applies IN (:ours, :conditional)
    AND sort_day >= :first AND sort_day <= :last"""
_STILL = f"FROM recommendation_standing WHERE is_open = 1 AND until IS NULL AND {_OURS}"
_ENDED = f"FROM recommendation_standing WHERE until > :today AND is_open = 1 AND {_OURS}"
_OPEN_OURS = f"""(SELECT recommendation, sort_day, deadline {_STILL}
    UNION ALL SELECT recommendation, sort_day, deadline {_ENDED})"""

_RUNNING_CLOCK = f"{deadlines.RUNNING} AND +d.subject_kind = 'inspection'"


class Coming(NamedTuple):
    """Something owed on one day: one clock, or several findings that fall due together."""

    what: str
    owed_by: str
    owed_to: str
    due: Due


class Outlook(NamedTuple):
    """The next board, what is owed before long, and how much is late or due now."""

    board: Board | None
    coming: tuple[Coming, ...]
    late_findings: int
    late_clocks: int


def outlook(db: sqlite3.Connection, today: date) -> Outlook:
    """What a governance lead must know first, as on a day."""
    return Outlook(
        boards.next_board(db, today),
        tuple(sorted((*_findings(db, today), *_clocks(db, today)), key=_day_of)),
        late_findings(db, today),
        _late_clocks(db, today),
    )


def late_findings(db: sqlite3.Connection, today: date) -> int:
    """How many open recommendations of ours are late or due now."""
    (count,) = db.execute(
        f"SELECT (SELECT count(*) {_STILL}) + (SELECT count(*) {_ENDED})",
        _bound(date.min, today - timedelta(days=1), today),
    ).fetchone()
    return int(count)


def _findings(db: sqlite3.Connection, today: date) -> list[Coming]:
    found = db.execute(
        f"""SELECT count(*), min(recommendation), min(deadline) FROM {_OPEN_OURS}
            WHERE deadline IS NOT NULL GROUP BY sort_day ORDER BY sort_day LIMIT 4""",
        _bound(today, today + _AHEAD, today),
    ).fetchall()
    dues = deadlines.many(db, (deadline for _, _, deadline in found))
    coming = []
    for count, first, deadline in found:
        due = dues[deadline]
        what = f"{count} findings" if count > 1 else _ref(db, first)
        coming.append(Coming(what, due.owed_by, due.owed_to, due.due))
    return coming


def _clocks(db: sqlite3.Connection, today: date) -> list[Coming]:
    found = db.execute(
        f"""SELECT id FROM deadlines d WHERE {_RUNNING_CLOCK} AND plan BETWEEN :first AND :last
            ORDER BY plan, id LIMIT 4""",
        _bound(today, today + _AHEAD, today),
    ).fetchall()
    kept = deadlines.many(db, (key for (key,) in found))
    return [Coming(due.what, due.owed_by, due.owed_to, due.due) for due in kept.values()]


def _late_clocks(db: sqlite3.Connection, today: date) -> int:
    (count,) = db.execute(
        f"""SELECT count(*) FROM deadlines d
            WHERE {_RUNNING_CLOCK} AND plan BETWEEN :first AND :last""",
        _bound(date.min, today - timedelta(days=1), today),
    ).fetchone()
    return int(count)


def _bound(first: date, last: date, today: date) -> dict[str, str]:
    return {
        "today": today.isoformat(),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "ours": Applies.OURS,
        "conditional": Applies.CONDITIONAL,
    }


def _ref(db: sqlite3.Connection, recommendation: int) -> str:
    row = db.execute("SELECT ref FROM recommendations WHERE id = ?", (recommendation,)).fetchone()
    return str(row[0])


def _day_of(coming: Coming) -> str:
    return coming.due.plan.isoformat() if coming.due.plan else NO_DAY
