"""Recording that what a clock asks for was done; the commissioner's duty step by step."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from store import deadlines
from store.dates import When
from store.deadlines import Deadline, Step
from store.errors import NotFound
from store.unit import unit
from store.vocabulary import StepKind
from tui.acts.opened import Opened
from tui.acts.writing import draft_of
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.form import Field, FieldKind, FormDialog

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen

_WHOLE = "whole"


def record(screen: "RecordScreen", key: int) -> None:
    """Record the clock as met; a duty with steps asks which step first."""
    deadline = deadlines.get(screen.desk.db, key)
    steps = deadlines.steps(screen.desk.db, key)
    if not steps:
        _record_met(screen, deadline)
        return
    options = [
        Option(str(step.id), f"{'✓' if step.done.words else '·'} {step.kind}", _done(step))
        for step in steps
    ]
    options.append(Option(_WHOLE, "The whole duty is met", deadline.met.words))

    def then(chosen: str | None) -> None:
        if chosen == _WHOLE:
            _record_met(screen, deadline)
        elif chosen is not None:
            _record_step(screen, key, next(step for step in steps if str(step.id) == chosen))

    screen.app.push_screen(ChooseDialog(deadline.what, options), then)


def _done(step: Step) -> str:
    return " · ".join(words for words in (step.done.words, step.detail) if words) or "not recorded"


def _record_met(screen: "RecordScreen", deadline: Deadline) -> None:
    desk = screen.desk
    title = f"Met: {deadline.what}"
    opened = Opened(
        lambda: desk.db,
        lambda: deadlines.get(desk.db, deadline.id),
        lambda kept: _of_met(kept, desk.today),
    )

    def save(values: Mapping[str, str]) -> None:
        met = When.on(date.fromisoformat(values["day"]), source=values["source"])
        with unit(desk.db, title, desk.author) as change:
            deadlines.meet(change, opened.record, met)

    dialog = FormDialog(
        title,
        opened.fields(),
        save,
        today=desk.today,
        intro=f"{deadline.owed_by} → {deadline.owed_to}",
        drafts=draft_of(screen, f"met:{deadline.id}"),
        theirs=opened.theirs,
    )
    screen.app.push_screen(dialog, lambda saved: screen.changed(f"{title}.") if saved else None)


def _of_met(kept: Deadline, today: date) -> list[Field]:
    day = (kept.met.earliest or today).isoformat()
    hint = "What shows it, and where it is kept"
    return [
        Field("day", "Done on", FieldKind.DAY, day, required=True),
        Field("source", "Evidence", value=kept.met.source, required=True, hint=hint),
    ]


def _record_step(screen: "RecordScreen", deadline: int, step: Step) -> None:
    desk = screen.desk
    opened = Opened(
        lambda: desk.db,
        lambda: _step(desk.db, deadline, step.id),
        lambda kept: _of_step(kept, desk.today),
    )

    def save(values: Mapping[str, str]) -> None:
        done = When.on(date.fromisoformat(values["day"]))
        with unit(desk.db, f"Duty: {step.kind}", desk.author) as change:
            deadlines.do_step(change, opened.record, detail=values["detail"], done=done)

    dialog = FormDialog(
        step.kind.capitalize(),
        opened.fields(),
        save,
        today=desk.today,
        drafts=draft_of(screen, f"step:{step.id}"),
        theirs=opened.theirs,
    )
    screen.app.push_screen(
        dialog, lambda saved: screen.changed(f"Recorded: {step.kind}.") if saved else None
    )


def _step(db: sqlite3.Connection, deadline: int, key: int) -> Step:
    for found in deadlines.steps(db, deadline):
        if found.id == key:
            return found
    raise NotFound("This step was taken back by somebody else. Nothing was saved.")


def _of_step(kept: Step, today: date) -> list[Field]:
    day = (kept.done.earliest or today).isoformat()
    published = kept.kind is StepKind.PUBLISHED
    hint = "Where it can be read" if published else "How, and to which address"
    return [
        Field("day", "Done on", FieldKind.DAY, day, required=True),
        Field("detail", "Where or how", value=kept.detail, hint=hint),
    ]
