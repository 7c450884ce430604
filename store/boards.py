"""Boards: the day they meet, and when their papers are due."""

import sqlite3
from datetime import date

from store import deadlines
from store.clocks import Rule, RuleKind
from store.dates import When
from store.holidays import Calendar
from store.models import Board, Subject
from store.refs import next_ref
from store.rows import Row, by_id, one, rows
from store.unit import Unit
from store.vocabulary import SubjectKind


def _from_row(row: Row) -> Board:
    return Board(
        row["id"],
        row["uid"],
        row["rev"],
        row["ref"],
        row["name"],
        date.fromisoformat(row["day"]),
        row["lead_days"],
        row["agenda_item"],
        row["remark"],
        bool(row["illustrative"]),
        row["document"],
        date.fromisoformat(row["since"]),
    )


def get(db: sqlite3.Connection, key: int) -> Board:
    """One board."""
    return _from_row(by_id(db, "boards", key))


def listed(db: sqlite3.Connection, today: date) -> list[Board]:
    """Every board known on a day, by the day it meets."""
    found = rows(db, "SELECT * FROM boards WHERE since <= ? ORDER BY day, id", (today.isoformat(),))
    return [_from_row(row) for row in found]


def next_board(db: sqlite3.Connection, today: date) -> Board | None:
    """The next board to meet, today's included."""
    on = today.isoformat()
    row = one(
        db, "SELECT * FROM boards WHERE since <= ? AND day >= ? ORDER BY day, id LIMIT 1", (on, on)
    )
    return _from_row(row) if row else None


def last_board(db: sqlite3.Connection, today: date) -> Board | None:
    """The board that met last before a day."""
    on = today.isoformat()
    row = one(
        db, "SELECT * FROM boards WHERE since <= ? AND day < ? ORDER BY day DESC LIMIT 1", (on, on)
    )
    return _from_row(row) if row else None


def add(
    change: Unit,
    *,
    name: str,
    day: date,
    since: date,
    calendar: Calendar,
    lead_days: int = 5,
    owed_by: str = "",
    agenda_item: str = "",
    remark: str = "",
    illustrative: bool = False,
    document: int | None = None,
) -> int:
    """Add a board and the deadline for its papers: so many clear working days before.

    No `lead_days` means that the board's rule is not known: then no deadline is made.
    """
    key = change.add(
        "boards",
        ref=next_ref(change.db.conn, SubjectKind.BOARD),
        name=name,
        day=day,
        lead_days=lead_days,
        agenda_item=agenda_item,
        remark=remark,
        illustrative=illustrative,
        document=document,
        since=since,
    )
    if lead_days:
        _papers_due(change, key, name, day, since, calendar, lead_days, owed_by)
    return key


def _papers_due(
    change: Unit,
    board: int,
    name: str,
    day: date,
    since: date,
    calendar: Calendar,
    lead_days: int,
    owed_by: str,
) -> None:
    deadlines.add(
        change,
        Subject(SubjectKind.BOARD, board),
        what="Board papers",
        rule=Rule(RuleKind.BOARD_LEAD, lead_days),
        start=When.on(day),
        since=since,
        calendar=calendar,
        owed_by=owed_by,
        owed_to=name,
        start_event=f"{name} meets",
    )
