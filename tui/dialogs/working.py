"""Long work before the user's eyes: what is being done, how far it is, and Esc to stop it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Static

from store.telling import Tell
from tui.background import Outcome, Work, begin
from tui.dialogs.frame import Dialog, button
from tui.safe import text_content

Result = TypeVar("Result")

TURNS = 10
"""How many times a second what the work says is looked at."""


class WorkingDialog(Dialog[Outcome[Result]], Generic[Result]):
    """Stays until the work has ended, and closes with its outcome."""

    KEYS = "esc stop"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop", id="working.stop", show=False),
    ]

    def __init__(self, title: str, work: Callable[[Tell], Result]) -> None:
        super().__init__(title)
        self._begin = work
        self._shown = ""
        self.work: Work[Result] | None = None

    def content(self) -> Sequence[Widget]:
        """One line that says what is being done."""
        return [Vertical(Static(id="told", markup=False), id="body")]

    def buttons(self) -> Sequence[Widget]:
        """Stop."""
        return [button("Stop", "stop")]

    def on_mount(self) -> None:
        """Start the work, and look now and then at what it says."""
        self.work = begin(self.app, self._begin, self._ended)
        self.set_interval(1 / TURNS, self._look)
        self._look()

    def on_unmount(self) -> None:
        """Let nothing go on that nobody waits for."""
        if self.work is not None:
            self.work.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Stop."""
        event.stop()
        self.action_stop()

    def action_stop(self) -> None:
        """Ask the work to stop; it ends at its next step."""
        if self.work is not None:
            self.work.stop()
            self.say_status("Stopping …")

    def _look(self) -> None:
        """Draw what the work says, if it says something else than before."""
        told = str(self.work.told) if self.work is not None else ""
        if told != self._shown:
            self._shown = told
            self.query_one("#told", Static).update(text_content(told), layout=False)

    def _ended(self, outcome: Outcome[Result]) -> None:
        if self.is_attached:
            self.dismiss(outcome)
