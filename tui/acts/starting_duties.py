"""Starting and stopping the commissioner's 56 days for an inspection, with the reason."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from store import duties, inspections, refs
from store.clocks import explain
from store.dates import say_day
from store.models import Subject
from store.rows import by_id
from store.unit import unit
from store.vocabulary import SubjectKind
from tui.acts.opened import Seen
from tui.acts.writing import draft_of
from tui.dialogs.form import Field, FormDialog

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen

_START = (duties.start, "Start", "started")
_STOP = (duties.stop, "Stop", "stopped")
_DUE = (
    "The commissioner has 56 days, the day of publication included, to publish comments (Police "
    "Act 1996, s.55)."
)
_JOINT = "A joint inspection of several agencies does not start them by itself."
_KEPT = "Stopping them keeps this clock in the history."


def start_or_stop_duty(screen: "RecordScreen", records: Sequence[Subject]) -> None:
    """Ask why the 56 days start for the inspection in hand, or why they stop where they run."""
    desk = screen.desk
    inspection = _inspection(desk.db, records[0])
    if inspection is None:
        screen.notify("This belongs to no inspection: choose one on the left.", markup=False)
        return
    called = refs.ref_of(desk.db, Subject(SubjectKind.INSPECTION, inspection))
    runs = duties.running(desk.db, inspection, desk.today) is not None
    perform, verb, done = _STOP if runs else _START
    title = f"{verb} the 56 days of {called}"
    seen = Seen(lambda: _so_far(screen, inspection))

    def save(values: Mapping[str, str]) -> None:
        with unit(desk.db, title, desk.author) as change:
            seen.check()
            perform(change, inspection, values["reason"], desk.today, desk.calendar())

    dialog = FormDialog(
        title,
        [Field("reason", "Reason", required=True, hint="Why, such as where it is written")],
        save,
        today=desk.today,
        intro="\n".join(
            (
                inspections.get(desk.db, inspection).title,
                _so_far(screen, inspection),
                _KEPT if runs else f"{_DUE} {_JOINT}",
            )
        ),
        drafts=draft_of(screen, f"duty:{verb}:{called}"),
        verb=verb.lower(),
    )
    told = f"{called}: the commissioner’s 56 days are {done}."
    screen.app.push_screen(dialog, lambda saved: screen.changed(told) if saved else None)


def _inspection(db: sqlite3.Connection, record: Subject) -> int | None:
    """The inspection a record is, or belongs to."""
    if record.kind is SubjectKind.INSPECTION:
        return record.id
    found = by_id(db, refs.table_of(record.kind), record.id)["inspection"]
    return None if found is None else int(found)


def _so_far(screen: "RecordScreen", inspection: int) -> str:
    """How the 56 days stand, to be compared with how they stand at saving."""
    desk = screen.desk
    clock = duties.running(desk.db, inspection, desk.today)
    if clock is None:
        return "They do not run."
    met = clock.met_on(desk.today)
    if met:
        return f"They were met on {say_day(met)}."
    return f"They run: {explain(clock.due, desk.today, desk.calendar())}."
