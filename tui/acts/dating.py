"""Dates: a new due date, a corrected publication day, and the day the tracker is shown as on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from store import deadlines, documents, recommendations
from store.dates import When, say_day, say_when
from store.errors import BadInput
from store.models import Document, Subject
from store.unit import unit
from store.vocabulary import SubjectKind
from tui.acts.opened import Opened, Seen
from tui.acts.typed import as_typed, typed_when
from tui.acts.writing import draft_key, draft_of
from tui.dialogs.form import Field, FieldKind, FormDialog
from tui.naming import called, named
from tui.wording import counted

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen


def new_date(screen: "RecordScreen", records: Sequence[Subject]) -> None:
    """Give a new due date with its reason; earlier dates are kept."""
    if records[0].kind not in (SubjectKind.RECOMMENDATION, SubjectKind.ACTION):
        screen.notify("Only recommendations and actions are given new dates.", markup=False)
        return
    desk = screen.desk
    title = f"New date for {called(desk.db, records)}"
    seen = Seen(lambda: _dues(screen, records))

    def save(values: Mapping[str, str]) -> None:
        new_day = date.fromisoformat(values["day"])
        with unit(desk.db, f"{title}: {say_day(new_day)}", desk.author) as change:
            seen.check()
            for record in records:
                deadlines.revise(
                    change, record, new_day, values["reason"], desk.today, desk.calendar()
                )

    dialog = FormDialog(
        title,
        [
            Field("day", "New date", FieldKind.DAY, required=True, hint="22/06/2022, or +28"),
            Field("reason", "Reason", FieldKind.LONG, required=True, hint="Who agreed it, and why"),
        ],
        save,
        today=desk.today,
        intro=_dates_so_far(screen, records),
        drafts=draft_of(screen, draft_key(desk.db, "date", records)),
    )
    screen.app.push_screen(dialog, lambda saved: screen.changed(f"{title}.") if saved else None)


def _dates_so_far(screen: "RecordScreen", records: Sequence[Subject]) -> str:
    told = named(screen.desk.db, records)
    if len(records) > 1:
        return told
    return f"{told}\n{_due_so_far(screen, records[0])}"


def _due_so_far(screen: "RecordScreen", record: Subject) -> str:
    dates = deadlines.of_subject(screen.desk.db, record, screen.desk.today)
    if not dates:
        return "No date so far."
    if dates[0].due.earliest is None:
        return f"So far “{dates[0].due.words}”; that is kept."
    return f"Due {say_day(dates[0].due.earliest)} so far; that date is kept."


def _dues(screen: "RecordScreen", records: Sequence[Subject]) -> str:
    """How each record stands, to be compared with how it stands at saving."""
    db = screen.desk.db
    return " ".join(f"{called(db, [record])}: {_due_so_far(screen, record)}" for record in records)


def correct_published(screen: "RecordScreen", inspection: int, recommendation: int | None) -> None:
    """Correct the publication day of the report in hand, and count its clocks again."""
    document = _report(screen, inspection, recommendation)
    if document is None:
        screen.notify("Choose an inspection that has a report first.", markup=False)
        return
    desk = screen.desk
    opened = Opened(lambda: desk.db, lambda: documents.get(desk.db, document.id), _of_published)
    told = _nothing_to_change(document)

    def save(values: Mapping[str, str]) -> None:
        nonlocal told
        kept = opened.record.published
        published = _published(kept, values)
        told = _nothing_to_change(opened.record)
        if published == kept:
            return
        title = f"Correct publication of {document.ref} to {values['published']}"
        with unit(desk.db, title, desk.author) as change:
            moved = documents.correct_published(change, opened.record, published, desk.calendar())
            _check_source(kept, published)
        told = f"Publication of {document.ref} corrected; {counted(moved, 'clock')} counted again."

    dialog = FormDialog(
        f"Publication of {document.ref}",
        opened.fields(),
        save,
        today=desk.today,
        intro=f"{document.title}\nEvery clock that starts with this day is counted again.",
        theirs=opened.theirs,
    )
    screen.app.push_screen(dialog, lambda saved: screen.changed(told) if saved else None)


def _published(kept: When, values: Mapping[str, str]) -> When:
    """The day as it was typed; the same day typed again keeps the words it was given in."""
    typed = typed_when(values["published"], values["source"])
    if _days(typed) == _days(kept):
        return kept._replace(source=typed.source)
    return typed


def _check_source(before: When, after: When) -> None:
    """Refuse another day under the source of the old one."""
    if _days(before) != _days(after) and before.source and before.source == after.source:
        raise BadInput(
            f"The day is another, and its source still says where {say_when(before)} stood. "
            "Nothing was saved: say where the new day stands."
        )


def _days(when: When) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


def _nothing_to_change(document: Document) -> str:
    return (
        f"Nothing to change: {document.ref} was published {say_when(document.published)} already."
    )


def _of_published(kept: Document) -> list[Field]:
    hint = "A day (22/12/2021), or a month if no more is known (December 2021)"
    said, source = as_typed(kept.published), kept.published.source
    return [
        Field("published", "Published", value=said, required=True, hint=hint, anew=True),
        Field(
            "source",
            "Source",
            value=source,
            required=True,
            anew=True,
            hint="Where the day above stands",
        ),
    ]


def _report(screen: "RecordScreen", inspection: int, recommendation: int | None) -> Document | None:
    db, today = screen.desk.db, screen.desk.today
    if not inspection and recommendation:
        source = recommendations.get(db, recommendation).document
        return documents.get(db, source) if source else None
    if not inspection:
        return None
    found = documents.of_inspection(db, inspection, today)
    return documents.report_of(db, inspection, today) or (found[0] if found else None)


def set_clock(screen: "RecordScreen") -> None:
    """Show the tracker as on another day; an empty day is today."""
    desk = screen.desk

    def save(values: Mapping[str, str]) -> None:
        typed = values["day"]
        desk.today = date.fromisoformat(typed) if typed else desk.real_today

    dialog = FormDialog(
        "Show the tracker as on",
        [
            Field("day", "Day", FieldKind.DAY, desk.today.isoformat(),
                  hint="Empty: today. What is dated later is not there yet."),
        ],
        save,
        today=desk.real_today,
        intro=f"Now shown as on {say_day(desk.today)}.",
        verb="show",
    )  # fmt: skip
    screen.app.push_screen(
        dialog,
        lambda saved: screen.changed(f"As on {say_day(desk.today)}.") if saved else None,
    )
