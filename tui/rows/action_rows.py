"""Actions as rows."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from store import actions, deadlines, owners
from store.actions import ActionStanding
from store.countdown import Rag, countdown, rag
from store.deadlines import Deadline
from store.models import Action
from store.vocabulary import CAN_BE_LATE
from tui.widgets.lines import Cell, Column, Row
from tui.wording import TONES

COLUMNS = (
    Column("rag", "", 1),
    Column("day", "Due in", 14),
    Column("ref", "Ref", 4),
    Column("progress", "Progress", 11, drop=2),
    Column("title", "Action", None, 30),
    Column("owners", "With", 20, drop=3),
    Column("serves", "For", 9, drop=1),
)


class ActionRows(NamedTuple):
    """Rows of actions as on a day; `beside` is the recommendation whose actions they are."""

    db: sqlite3.Connection
    today: date
    ids: Sequence[int]
    beside: str = ""

    def rows(self, keys: Sequence[int]) -> Mapping[int, Row]:
        """The rows of these keys."""
        standings = actions.many(self.db, keys, self.today)
        dues = deadlines.many(
            self.db, (standing.deadline for standing in standings.values() if standing.deadline)
        )
        names = owners.names_of(
            self.db, (key for found in standings.values() for key in _owners(found.action))
        )
        return {key: self._row(standing, dues, names) for key, standing in standings.items()}

    def _row(
        self, standing: ActionStanding, dues: Mapping[int, Deadline], names: Mapping[int, str]
    ) -> Row:
        action = standing.action
        due = dues[standing.deadline].due if standing.deadline is not None else None
        letter = Rag.NO_DATE
        if action.kind in CAN_BE_LATE:
            letter = rag(due, self.today, done=not standing.is_open) if due else Rag.NO_DATE
            letter = letter if standing.is_open else Rag.CLOSED
        tone = TONES[letter]
        left = countdown(due, self.today) if due and standing.is_open else "–"
        if action.kind in CAN_BE_LATE and not standing.is_open:
            left = standing.progress
        elif action.recurs:
            left = action.recurs
        state = standing.progress if action.kind in CAN_BE_LATE else action.kind.value
        return Row(
            (
                Cell(letter.value, tone),
                Cell(left, tone),
                Cell(action.ref, "strong"),
                Cell(state, "quiet"),
                Cell(action.title),
                Cell(_with(action, names), "quiet"),
                Cell(self._serves(standing.recommendations), "quiet"),
            )
        )

    def _serves(self, refs: Sequence[str]) -> str:
        others = [ref for ref in refs if ref != self.beside]
        if self.beside:
            return f"+ {', '.join(others)}" if others else ""
        return ", ".join(others) or "–"


def _with(action: Action, names: Mapping[int, str]) -> str:
    return " · ".join(dict.fromkeys(names[key] for key in _owners(action) if key is not None))


def _owners(action: Action) -> tuple[int | None, ...]:
    return (action.accountable, action.team, action.forum, action.project)
