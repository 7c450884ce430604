"""What the main screen and the step-through share: changing the record a person looks at."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.screen import Screen

from store.models import Subject
from tui import acts
from tui.commands import Place
from tui.desk import Desk


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

    def changed(self, told: str = "") -> None:
        """Take in a change that was just written, and say what it was."""
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

    def action_undo(self) -> None:
        """Take back the last change."""
        acts.undo(self)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        acts.redo(self)

    def action_clock(self) -> None:
        """Show the tracker as on another day."""
        acts.set_clock(self)

    def action_theme(self) -> None:
        """Choose colours."""
        acts.choose_theme(self)

    def action_help(self) -> None:
        """Show every key."""
        acts.show_help(self)
