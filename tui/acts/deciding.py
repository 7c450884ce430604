"""Recording decisions on delivery, verdict, assurance or an action's progress."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from store import decisions
from store.dates import say_day
from store.models import Subject
from store.unit import unit
from store.vocabulary import STATUSES, Axis, SubjectKind
from tui.acts.opened import Seen
from tui.acts.writing import draft_key, draft_of
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.form import Field, FieldKind, FormDialog
from tui.naming import called, named
from tui.wording import AXIS_WORDS

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen

_WHOSE = {
    Axis.DELIVERY: "the force's own judgement",
    Axis.INSPECTORATE: "what the inspectorate says",
    Axis.ASSURANCE: "what the commissioner makes of it",
    Axis.PROGRESS: "how far the work has got",
}


def decide(screen: "RecordScreen", records: Sequence[Subject]) -> None:
    """Choose a status, then say when, by whom and on what evidence it was decided."""
    if records[0].kind not in (SubjectKind.RECOMMENDATION, SubjectKind.ACTION):
        screen.notify("Decisions are taken on recommendations and actions.", markup=False)
        return
    chosen = {f"{axis}:{status}": (axis, status) for axis, status in _statuses(records[0].kind)}
    options = [_option(screen, records, key, *status) for key, status in chosen.items()]

    def then(key: str | None) -> None:
        if key is not None:
            _ask_details(screen, records, *chosen[key])

    title = f"Decide {named(screen.desk.db, records)}"
    screen.app.push_screen(ChooseDialog(title, options), then)


def _statuses(kind: SubjectKind) -> list[tuple[Axis, StrEnum]]:
    axes = [Axis.PROGRESS] if kind is SubjectKind.ACTION else [*Axis][:3]
    return [(axis, status) for axis in axes for status in STATUSES[axis]]


def _option(
    screen: "RecordScreen", records: Sequence[Subject], key: str, axis: Axis, status: StrEnum
) -> Option:
    label = f"{AXIS_WORDS[axis]}: {status}"
    if len(records) > 1:
        return Option(key, label, _WHOSE[axis])
    now = decisions.standing(screen.desk.db, records[0], axis, screen.desk.today)
    stands = now is not None and now.status == status
    return Option(key, label, f"so decided {now.decided_on}" if now and stands else _WHOSE[axis])


def _ask_details(
    screen: "RecordScreen", records: Sequence[Subject], axis: Axis, status: StrEnum
) -> None:
    desk = screen.desk
    title = f"{AXIS_WORDS[axis]} of {called(desk.db, records)}: {status}"
    seen = Seen(lambda: _decided(screen, records, axis))
    told: list[str] = []

    def save(values: Mapping[str, str]) -> None:
        with unit(desk.db, title, desk.author) as change:
            seen.check()
            on = date.fromisoformat(values["on"])
            for record in records:
                decisions.decide(
                    change,
                    record,
                    axis,
                    status,
                    on=on,
                    by=values["by"],
                    evidence=values["evidence"],
                )
        told.append(_said(title, on, desk.today))

    dialog = FormDialog(
        title,
        [
            Field("on", "Decided on", FieldKind.DAY, desk.today.isoformat(), required=True),
            Field("by", "Decided by", value=desk.author.name, required=True),
            Field(
                "evidence", "Evidence", FieldKind.LONG, hint="What shows it, and where it is kept"
            ),
        ],
        save,
        today=desk.today,
        intro=named(desk.db, records),
        drafts=draft_of(screen, draft_key(desk.db, f"decide:{axis}:{status}", records)),
    )
    screen.app.push_screen(dialog, lambda saved: screen.changed(told[-1]) if saved else None)


def _said(title: str, on: date, today: date) -> str:
    """What was decided; of a later day, that it is not shown yet."""
    if on <= today:
        return f"{title}."
    return f"{title}. It holds from {say_day(on)}: as on {say_day(today)} it is not shown yet."


def _decided(screen: "RecordScreen", records: Sequence[Subject], axis: Axis) -> str:
    """How each record stands on the axis, to be compared with how it stands at saving."""
    db, today = screen.desk.db, screen.desk.today
    told = []
    for record in records:
        now = decisions.standing(db, record, axis, today)
        status = f"{now.status}, by {now.by}" if now else "not decided"
        told.append(f"{called(db, [record])} {status}.")
    return " ".join(told)
