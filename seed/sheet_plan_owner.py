"""Whose an action of a spreadsheet is: what the sheet changed, and what was typed here."""

from seed.sheet_entries import Entry
from seed.sheet_plan_fields import Owners, first_owner
from seed.sheet_told import NOTHING_TOLD, Told, Values, is_new
from seed.sheets import SheetRow
from store.models import Action, Subject
from store.vocabulary import SubjectKind

Remarks = tuple[tuple[str, str], ...]


def planned_owner(
    entry: Entry, row: SheetRow, action: Action | None, told: Told, known: Owners
) -> tuple[str, Remarks]:
    """The owner of a row's action to write, "" where it stays, and a cell to keep in a note.

    It is the owner that the row names for the action, else the owner of the row. A cell that
    speaks of the whole recommendation is kept there. The owner of an action that is there is
    changed where the sheet has changed it and nobody has changed it here.
    """
    cell = row.action_owner or row.owner
    before = told.actions.get(action.id, {}) if action else {}
    owner, kept = _changed(cell, action, before, known)
    subject = Subject(SubjectKind.ACTION, action.id) if action else None
    notes = told.remarks.get(subject, NOTHING_TOLD) if subject else NOTHING_TOLD
    own = cell != entry.shared("owner")
    return owner, tuple(one for one in kept if own and is_new(one, notes))


def _changed(cell: str, action: Action | None, told: Values, known: Owners) -> tuple[str, Remarks]:
    name = first_owner(cell)
    several: Remarks = (("Owners", cell),) if name != cell else ()
    if not name or action is None:
        return name, several
    now = known.name_of(action.accountable or action.team)
    last = known.name_of(_key(told.get("accountable") or told.get("team")))
    if known.same(name, now) or (last and known.same(name, last)):
        return "", several
    if not now or (last and known.same(now, last)):
        return name, several
    return "", (("Owner in the spreadsheet", cell),)


def _key(value: str | int | None) -> int | None:
    return value if isinstance(value, int) else None
