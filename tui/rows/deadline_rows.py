"""Deadlines as rows, and the line of those that come next."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content

from store import deadlines
from store.countdown import countdown, rag
from store.dates import say_day
from store.deadlines import Deadline
from store.summary import Outlook
from tui.widgets.lines import Cell, Column, Row
from tui.wording import TONES, counted, fitting, joined, line

_LEFT = 16
COLUMNS = (
    Column("rag", "", 1),
    Column("left", "", _LEFT, minimum=9),
    Column("what", "", None, 10),
)


class ClockRows(NamedTuple):
    """Clocks as on a day, read when they are seen."""

    db: sqlite3.Connection
    today: date
    ids: Sequence[int]

    def rows(self, keys: Sequence[int]) -> Mapping[int, Row]:
        """The rows of these keys."""
        found = deadlines.many(self.db, keys)
        return {key: _clock_row(deadline, self.today) for key, deadline in found.items()}


def clock_rows(db: sqlite3.Connection, inspection: int, today: date) -> ClockRows:
    """The clocks an inspection started; for all of them, every inspection's that still run."""
    if inspection:
        found = deadlines.clocks_of_inspection(db, inspection, today)
        return ClockRows(db, today, [deadline.id for deadline in found])
    return ClockRows(db, today, deadlines.running_clocks(db, today))


def _clock_row(deadline: Deadline, today: date) -> Row:
    met = deadline.met_on(today)
    letter = rag(deadline.due, today, done=met is not None)
    tone = TONES[letter]
    return Row(
        (
            Cell(letter.value, tone),
            Cell(fitting(countdown(deadline.due, today, met), _LEFT), tone),
            Cell(deadline.what),
        )
    )


def next_line(seen: Outlook, today: date, width: int) -> Content:
    """The next board, how much is late, and the next deadlines, as many as have room in `width`."""
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
