"""Actions of a spreadsheet: of a recommendation in one row its actions cell, else one for each row.

In several rows of one recommendation, what differs from row to row belongs to the actions.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from seed.likeness import folded, folded_likeness
from seed.sheet_draft import SheetDraft
from seed.sheet_entries import Entry
from seed.sheet_plan_due import PlannedDue, due_of_entry, due_of_row, planned_due
from seed.sheet_plan_fields import Owners
from seed.sheet_plan_owner import Remarks, planned_owner
from seed.sheet_plan_status import PlannedStatus, planned_status
from seed.sheet_statuses import progress_of
from seed.sheet_told import NOTHING_TOLD, Told, is_new, new_queries
from seed.sheets import SheetRow
from store.models import Action, Subject
from store.vocabulary import SubjectKind

_STILL_ITSELF = 0.5  # likeness from which reworded work is the same action


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """Work beside the action that it is already, if any; `text` is "" where that has not changed.

    `owner`, where given, is new; `asked` is to be looked at.
    """

    action: Action | None
    where: str
    text: str = ""
    owner: str = ""
    due: PlannedDue | None = None
    status: PlannedStatus | None = None
    remarks: Remarks = ()
    asked: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether saving it would write anything."""
        return any((self.text, self.owner, self.due, self.status, self.remarks, self.asked))


def shared_remarks(entry: Entry) -> Iterator[tuple[str, str]]:
    """The cells that belong to the recommendation: all of one row, else those that rows share.

    Of a row without work of its own, every cell belongs to the recommendation. What rows say
    differently under one heading stands there line by line.
    """
    rows = entry.rows
    given: dict[str, dict[str, None]] = {}
    for row in rows:
        for remark in row.remarks:
            if not work_of(entry, row) or all(remark in other.remarks for other in rows):
                header, text = remark
                given.setdefault(header, {})[text] = None
    for header, texts in given.items():
        yield header, "\n".join(texts)


def work_of(entry: Entry, row: SheetRow) -> str:
    """What a row says is done; in several rows the update will do where no action is named."""
    if len(entry.rows) == 1:
        return ""
    return row.action or row.update


def idle_owners(entry: Entry) -> Iterator[str]:
    """The owners that rows name for an action and have no action for."""
    for row in entry.rows:
        work = row.action if len(entry.rows) == 1 else work_of(entry, row)
        if not work and row.action_owner != row.owner:
            yield row.action_owner


def planned_actions(
    db: sqlite3.Connection,
    entry: Entry,
    recommendation: int | None,
    told: Told,
    draft: SheetDraft,
    known: Owners,
    today: date,
) -> tuple[PlannedAction, ...]:
    """Every action that an entry names, beside the one it is already."""
    left = list(told.served.get(recommendation, ())) if recommendation else []
    if len(entry.rows) == 1:
        row = entry.first
        if not row.action:
            return ()
        action = _same(row.action, left)
        owner, remarks = planned_owner(entry, row, action, told, known)
        text = _reworded(row.action, action, told)
        where = draft.named(row.number)
        return (PlannedAction(action, where, text, owner, remarks=remarks),)
    shared = set(shared_remarks(entry))
    own_due = due_of_entry(entry) is None
    planned: list[PlannedAction] = []
    for row in entry.rows:
        work = work_of(entry, row)
        if work:
            action = _same(work, left)
            if action:
                left.remove(action)
            named = planned_owner(entry, row, action, told, known)
            planning = _Row(db, row, work, action, told, named, draft.named(row.number), today)
            planned.append(planning.planned(shared, own_due=own_due))
    return tuple(planned)


@dataclass(frozen=True, slots=True)
class _Row:
    """One of several rows of a recommendation: an action with a day and a status of its own."""

    db: sqlite3.Connection
    row: SheetRow
    work: str
    action: Action | None
    told: Told
    owner: tuple[str, Remarks]
    where: str
    today: date

    def planned(self, shared: set[tuple[str, str]], *, own_due: bool) -> PlannedAction:
        """The action with everything that is its own."""
        owner, kept = self.owner
        subject = Subject(SubjectKind.ACTION, self.action.id) if self.action else None
        before = self.told.remarks.get(subject, NOTHING_TOLD) if subject else NOTHING_TOLD
        own = [one for one in self.row.remarks if one not in shared]
        remarks = tuple(one for one in own if is_new(one, before))
        wanted = due_of_row(self.row) if own_due else None
        due, due_asked = planned_due(self.db, subject, wanted, self.told, self.where)
        words = self.row.status
        meaning = progress_of(words) if any(text == words for _, text in remarks) else None
        status, status_asked = planned_status(self.db, subject, words, meaning, self.today)
        return PlannedAction(
            self.action,
            self.where,
            _reworded(self.work, self.action, self.told),
            owner,
            due,
            status,
            (*remarks, *kept),
            new_queries(self.db, subject, (*due_asked, *status_asked)),
        )


def _same(work: str, actions: Sequence[Action]) -> Action | None:
    """The action that this work is already: the same words, more of them, or most of them."""
    own = folded(work)
    scored = [(_likeness(own, folded(action.text)), -action.id, action) for action in actions]
    best = max(scored, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] >= _STILL_ITSELF else None


def _likeness(one: str, other: str) -> float:
    shorter, longer = sorted((one, other), key=len)
    if shorter and (longer.startswith(shorter) or longer.endswith(shorter)):
        return 1.0 if one == other else 0.99
    return folded_likeness(one, other)


def _reworded(work: str, action: Action | None, told: Told) -> str:
    """The new words of an action; "" where the sheet has not changed them."""
    if action is None:
        return work
    last = told.actions.get(action.id, {}).get("text", "")
    return "" if work in (last, action.text) else work
