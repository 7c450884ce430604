"""Everything the screen asks of a tracker while somebody moves, filters, orders and searches.

Shared by the test that reads how SQLite answers and by the benchmark that drops indexes.
"""

import sqlite3
from collections.abc import Callable
from datetime import date

from store import (
    actions,
    boards,
    deadlines,
    decisions,
    documents,
    dossier,
    filters,
    history,
    inspections,
    notes,
    queries,
    recommendations,
    responses,
    search,
    standing,
    summary,
)
from store.filters import Filter, Order
from store.models import Subject
from store.vocabulary import Applies, SubjectKind
from tui.rows.action_rows import ActionRows
from tui.rows.deadline_rows import clock_rows
from tui.rows.inspection_rows import inspection_rows
from tui.rows.recommendation_rows import RecommendationRows

Question = Callable[[sqlite3.Connection, date], object]

KEYS = tuple(range(1, 61))
INSPECTION = Subject(SubjectKind.INSPECTION, 2)
FINDING = Subject(SubjectKind.RECOMMENDATION, 7)
ACTION = Subject(SubjectKind.ACTION, 9)
CLOCK = Subject(SubjectKind.DEADLINE, 3)
OURS = Filter(open_only=True, applies=Applies.OURS)
WORD = "custody"


def _listed(shown: Filter, order: Order = Order.NEAREST) -> Question:
    return lambda db, today: filters.recommendations(db, shown, order, today)


def _actions(shown: Filter, order: Order = Order.NEAREST) -> Question:
    return lambda db, today: filters.actions(db, shown, order, today)


def _history(subject: Subject) -> Question:
    def ask(db: sqlite3.Connection, today: date) -> object:
        found = history.units_of(db, subject)
        return [history.changes_about(db, unit.id, subject) for unit in found]

    return ask


LISTS: dict[str, Question] = {
    **{f"open and ours, {order}": _listed(OURS, order) for order in Order},
    **{f"everything, {order}": _listed(Filter(), order) for order in Order},
    **{f"all actions, {order}": _actions(Filter(), order) for order in Order},
    "open actions": _actions(Filter(open_only=True)),
    "first page": lambda db, today: filters.first(db, OURS, today, 240),
    "overdue": _listed(Filter(overdue=True)),
    "due before a day": _listed(Filter(open_only=True, before=date(2026, 9, 1))),
    "watched": _listed(Filter(applies=Applies.WATCHED)),
    "of one inspection": _listed(Filter(inspection=2)),
    "open of one inspection": _listed(OURS._replace(inspection=2)),
    "actions of one inspection": _actions(Filter(inspection=2)),
    "of a theme": _listed(OURS._replace(theme="Custody")),
    "of an owner": _listed(OURS._replace(owners=(3, 4))),
    "actions of an owner": _actions(Filter(owners=(3, 4))),
    "how many open and ours": lambda db, today: filters.count(db, OURS, today),
    "how many of one inspection": lambda db, today: filters.count(db, Filter(inspection=2), today),
    "how many there are": lambda db, today: filters.total(db, today),
    "next open": lambda db, today: filters.first_open(db, KEYS, today),
    "themes": lambda db, today: filters.themes(db),
    "found in all texts": lambda db, today: search.recommendations(db, WORD, today),
    "found quickly": lambda db, today: search.quickly(db, WORD, today, 100),
    "found in actions": lambda db, today: search.actions(db, WORD),
}

PANES: dict[str, Question] = {
    "inspections in view": lambda db, today: inspection_rows(db, today, 1, 1).rows(KEYS[:24]),
    "inspections counted": lambda db, today: inspections.counted_of(db, KEYS[:24], today),
    "clocks running": lambda db, today: clock_rows(db, 0, today),
    "running clocks": lambda db, today: deadlines.running_clocks(db, today),
    "clocks of one inspection": lambda db, today: clock_rows(db, 2, today).rows(KEYS[:9]),
    "recommendations in view": lambda db, today: RecommendationRows(db, today, KEYS).rows(KEYS),
    "actions in view": lambda db, today: ActionRows(db, today, KEYS).rows(KEYS),
    "next deadlines": lambda db, today: summary.outlook(db, today),
    "next and last board": lambda db, today: (
        boards.next_board(db, today),
        boards.last_board(db, today),
    ),
}

RECORD: dict[str, Question] = {
    "a recommendation in full": lambda db, today: dossier.of(db, FINDING.id, today),
    "how it stands": lambda db, today: standing.of_recommendation(db, FINDING.id, today),
    "its parts": lambda db, today: recommendations.parts(db, FINDING.id, today),
    "its numbers": lambda db, today: recommendations.numbers(db, FINDING.id, today),
    "its links": lambda db, today: recommendations.links(db, FINDING.id, today),
    "its responses": lambda db, today: responses.to_recommendation(db, FINDING.id, today),
    "its actions": lambda db, today: actions.for_recommendation(db, FINDING.id, today),
    "its dates": lambda db, today: deadlines.of_subject(db, FINDING, today),
    "its decisions": lambda db, today: decisions.of(db, FINDING, today),
    "its notes": lambda db, today: notes.of(db, FINDING, today),
    "its queries": lambda db, today: queries.of(db, FINDING, today),
    "an inspection's documents": lambda db, today: documents.of_inspection(db, 2, today),
    "an inspection's audits": lambda db, today: inspections.audits(db, 2, today),
    "steps of a duty": lambda db, today: deadlines.steps(db, CLOCK.id),
    "history of a recommendation": _history(FINDING),
    "history of an action": _history(ACTION),
    "history of an inspection": _history(INSPECTION),
    "history of a clock": _history(CLOCK),
    "newest changes": lambda db, today: history.units(db, newest=200),
    "what can be undone": lambda db, today: (history.next_undo(db), history.next_redo(db)),
}

QUESTIONS: dict[str, Question] = LISTS | PANES | RECORD
