"""Deadlines as rows, and the line of those that come next."""

import sqlite3
from datetime import date, timedelta

from textual.content import Content

from store import deadlines, summary
from store.countdown import countdown, rag
from store.dates import say_day
from store.deadlines import Deadline
from store.models import SubjectKind
from tui.widgets.lines import Cell, Column, FixedRows, Row
from tui.wording import TONES, counted, joined, line

COLUMNS = (Column("rag", "", 1), Column("left", "", 16, minimum=9), Column("what", "", None, 10))

_LOOK_BACK = timedelta(days=365)


def clock_rows(db: sqlite3.Connection, inspection: int, today: date) -> FixedRows:
    """The clocks an inspection started; for all of them, every inspection's that still run."""
    if inspection:
        found = deadlines.clocks_of_inspection(db, inspection, today)
    else:
        found = [
            deadline
            for deadline in deadlines.standing_on(db, today)
            if deadline.subject.kind in (SubjectKind.INSPECTION, SubjectKind.BOARD)
            and deadline.met_on(today) is None
            and (deadline.due.plan is None or deadline.due.plan > today - _LOOK_BACK)
        ]
    return FixedRows(
        [deadline.id for deadline in found],
        {deadline.id: _clock_row(deadline, today) for deadline in found},
    )


def _clock_row(deadline: Deadline, today: date) -> Row:
    met = deadline.met_on(today)
    letter = rag(deadline.due, today, done=met is not None)
    tone = TONES[letter]
    return Row(
        (
            Cell(letter.value, tone),
            Cell(countdown(deadline.due, today, met), tone),
            Cell(deadline.what),
        )
    )


def next_line(db: sqlite3.Connection, today: date, width: int) -> Content:
    """The next board, how much is late, and the next deadlines, as many as have room in `width`."""
    seen = summary.outlook(db, today)
    pieces = []
    if seen.board is not None:
        days = (seen.board.day - today).days
        when = "today" if days == 0 else counted(days, "day")
        pieces.append(line(("board ", "strong"), f"{say_day(seen.board.day)}, {when}"))
    late = [
        counted(number, word)
        for number, word in ((seen.late_findings, "finding"), (seen.late_clocks, "clock"))
        if number
    ]
    if late:
        pieces.append(line((f"R late or due now: {', '.join(late)}", "late")))
    for coming in seen.coming[:4]:
        letter = rag(coming.due, today)
        left = f"{letter.value} {countdown(coming.due, today)}"
        pieces.append(line((left, TONES[letter]), f" {coming.what} → {coming.owed_to}"))
    if not pieces:
        return line(("Nothing is due in the next three months.", "quiet"))
    while len(pieces) > 1 and joined(pieces).cell_length > width:
        pieces.pop()
    return joined(pieces)
