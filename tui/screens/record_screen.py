"""What the main screen and the step-through share: changing the record a person looks at."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.screen import Screen

from store.errors import NotFound
from store.models import Subject
from tui import acts
from tui.commands import Place
from tui.desk import Desk
from tui.widgets.lines import Lines
from tui.widgets.page import Page

MARKED = ("recommendations", "actions")
"""The lists whose rows can be marked; each is named like the table of its records."""


class RecordScreen(Screen[None]):
    """A screen with a record in hand. What it shows is read in `reload` and nowhere else."""

    places: ClassVar[frozenset[Place]] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def in_hand(self) -> Sequence[Subject]:
        """The records a change applies to: those marked, or the one under the cursor."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read everything shown again; the cursor stays on its record."""
        raise NotImplementedError

    def follow(self) -> None:
        """Take in what somebody else changed; cursors, marks and the place read stay."""
        pages = {page: page.top for page in self.query(Page)}
        before = self.in_hand()
        self._forget_gone()
        try:
            self.reload()
        except NotFound:
            self._shown_is_gone()
            return
        if self.in_hand() == before:
            for page, top in pages.items():
                page.top = top

    def _forget_gone(self) -> None:
        """Take the marks from records that were taken back."""
        for lines in self.query(Lines):
            if lines.marked and lines.id in MARKED:
                wanted = ", ".join(str(int(key)) for key in lines.marked)
                found = self.desk.db.execute(f"SELECT id FROM {lines.id} WHERE id IN ({wanted})")
                there = {key for (key,) in found}
                if there != lines.marked:
                    lines.mark_only(there)

    def _shown_is_gone(self) -> None:
        """Leave a record that was taken back."""
        self.notify("What was shown here was taken back by somebody else.", markup=False)
        if self.is_current:
            self.dismiss()

    def changed(self, told: str = "") -> None:
        """Take in a change that was just written, and say what it was."""
        self._forget_gone()
        self.reload()
        if told:
            self.notify(told, markup=False, timeout=4)

    def _with_records(self, act: Callable[["RecordScreen", Sequence[Subject]], None]) -> None:
        records = self.in_hand()
        if not records:
            self.notify("There is no record here to change.", markup=False, severity="warning")
        elif acts.may_write(self):
            act(self, records)

    def action_note(self) -> None:
        """Attach a note."""
        self._with_records(acts.note)

    def action_decide(self) -> None:
        """Record a decision."""
        self._with_records(acts.decide)

    def action_date(self) -> None:
        """Give a new due date."""
        self._with_records(acts.new_date)

    def action_owner(self) -> None:
        """Say who is accountable."""
        self._with_records(acts.owner)

    def action_edit(self) -> None:
        """Change the record's own fields."""
        self._with_records(acts.edit)

    def action_duty(self) -> None:
        """Start or stop the commissioner's 56 days."""
        self._with_records(acts.start_or_stop_duty)

    def action_undo(self) -> None:
        """Take back the last change."""
        acts.undo(self)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        acts.redo(self)

    def action_clock(self) -> None:
        """Show the tracker as on another day."""
        acts.set_clock(self)

    def action_who(self) -> None:
        """Say who has the tracker open."""
        from tui.acts.who import who

        who(self)

    def action_theme(self) -> None:
        """Choose colours."""
        acts.choose_theme(self)

    def action_help(self) -> None:
        """Show every key."""
        acts.show_help(self)
