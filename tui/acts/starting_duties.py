"""Starting and stopping the commissioner's 56 days for an inspection, with the reason."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from store import duties, inspections, refs
from store.clocks import explain
from store.dates import say_day
from store.models import Subject, SubjectKind
from store.rows import by_id
from store.unit import unit
from tui.acts.writing import draft_of
from tui.dialogs.form import Field, FormDialog

if TYPE_CHECKING:
    from store.deadlines import Deadline
    from tui.screens.record_screen import RecordScreen

_DUE = "The commissioner has 56 days, the day of publication included, to publish comments"
_JOINT = "A joint inspection of several agencies does not start them by itself."


def start_or_stop_duty(screen: "RecordScreen", records: Sequence[Subject]) -> None:
    """Ask why the 56 days start for the inspection in hand, or why they stop where they run."""
    desk = screen.desk
    inspection = _inspection(desk.db, records[0])
    if inspection is None:
        screen.notify("This belongs to no inspection: choose one on the left.", markup=False)
        return
    called = refs.ref_of(desk.db, Subject(SubjectKind.INSPECTION, inspection))
    clock = duties.running(desk.db, inspection, desk.today)
    perform, what = (duties.stop, "Stop") if clock else (duties.start, "Start")
    title = f"{what} the 56 days of {called}"

    def save(values: Mapping[str, str]) -> None:
        with unit(desk.db, title, desk.author) as change:
            perform(change, inspection, values["reason"], desk.today, desk.calendar())

    dialog = FormDialog(
        title,
        [Field("reason", "Reason", required=True, hint="Why, such as where it is written")],
        save,
        today=desk.today,
        intro=f"{inspections.get(desk.db, inspection).title}\n{_so_far(screen, clock)}",
        drafts=draft_of(screen, f"duty:{what}:{called}"),
        verb=what.lower(),
    )
    screen.app.push_screen(dialog, lambda saved: screen.changed(f"{title}.") if saved else None)


def _inspection(db: sqlite3.Connection, record: Subject) -> int | None:
    """The inspection a record is, or belongs to."""
    if record.kind is SubjectKind.INSPECTION:
        return record.id
    found = by_id(db, refs.table_of(record.kind), record.id)["inspection"]
    return None if found is None else int(found)


def _so_far(screen: "RecordScreen", clock: "Deadline | None") -> str:
    if clock is None:
        return f"They do not run. {_DUE} (Police Act 1996, s.55). {_JOINT}"
    told = explain(clock.due, screen.desk.today, screen.desk.calendar())
    met = clock.met_on(screen.desk.today)
    how = f"They were met on {say_day(met)}" if met else f"They run: {told}"
    return f"{how}.\nStopping them keeps this clock in the history."
