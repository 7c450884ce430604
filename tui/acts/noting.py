"""Attaching notes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store import notes
from store.models import Subject
from store.unit import unit
from tui.acts.writing import draft_key, draft_of
from tui.naming import called, named
from tui.wording import counted

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen


def note(screen: "RecordScreen", records: Sequence[Subject]) -> None:
    """Write a note on each of the records, in one unit."""
    from tui.dialogs.note import NoteDialog

    desk = screen.desk
    title = f"Note on {called(desk.db, records)}"

    def save(text: str) -> None:
        with unit(desk.db, title, desk.author) as change:
            for record in records:
                notes.add(change, record, text, on=desk.today)

    told = f"Noted on {called(desk.db, records)}."
    if len(records) > 1:
        told = f"{counted(len(records), 'note')} attached."
    drafts = draft_of(screen, draft_key(desk.db, "note", records))
    dialog = NoteDialog(named(desk.db, records), save, today=desk.today, drafts=drafts)
    screen.app.push_screen(dialog, lambda saved: screen.changed(told) if saved else None)
