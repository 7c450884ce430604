"""Choosing one of many: type to narrow, arrows to move, Enter to choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button

from tui.dialogs.frame import Dialog, button
from tui.safe import safe_line
from tui.widgets.lines import Cell, Column, FixedRows, Lines, Row
from tui.widgets.text_input import TextInput

LEAST_LINES, MOST_LINES = 3, 20
NOTHING = "Nothing here has those words.\n\nBackspace widens the search."


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: `key` is handed back, `label` and `hint` are shown and searched."""

    key: str
    label: str
    hint: str = ""

    def has(self, words: Sequence[str]) -> bool:
        """Whether every word is found somewhere in it, whatever the case."""
        text = f"{self.label} {self.hint}".casefold()
        return all(word in text for word in words)


class ChooseDialog(Dialog[str | None]):
    """Asks for one of the options and gives its key, None if the user leaves."""

    DEFAULT_CSS = """
    ChooseDialog {
        & #body { overflow-y: hidden; }
        & Lines { border: none; margin-top: 1; }
        &.-tight Lines { margin-top: 0; }
    }
    """
    KEYS = "type to narrow   up down move   enter choose   esc leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="choose.leave", show=False),
        Binding("enter", "choose", "Choose", id="choose.choose", show=False),
        Binding("up", "move('step', -1)", "Up", id="choose.up", show=False),
        Binding("down", "move('step', 1)", "Down", id="choose.down", show=False),
        Binding("pageup", "move('page', -1)", "Page up", id="choose.page-up", show=False),
        Binding("pagedown", "move('page', 1)", "Page down", id="choose.page-down", show=False),
    ]

    def __init__(self, title: str, options: Sequence[Option]) -> None:
        super().__init__(title)
        self._options = tuple(options)
        labels = max((cell_len(safe_line(option.label)) for option in options), default=0)
        hints = max((cell_len(safe_line(option.hint)) for option in options), default=0)
        beside = (
            Column("label", width=min(labels, 46)),
            Column("hint", minimum=min(hints, 20), drop=1),
        )
        self._lines = Lines(beside if hints else (Column("label"),), empty=NOTHING)
        self._lines.can_focus = False

    def content(self) -> Sequence[Widget]:
        """The line to type in and the options."""
        self._lines.styles.height = min(MOST_LINES, max(LEAST_LINES, len(self._options)))
        self._body = Vertical(TextInput(placeholder="Type to narrow"), self._lines, id="body")
        return [self._body]

    def buttons(self) -> Sequence[Widget]:
        """Choose and Leave."""
        return [button("Choose", "choose"), button("Leave", "leave")]

    def fitted(self) -> None:
        """Let the list itself scroll where there is no room for all of it."""
        room = self._body.styles.max_height
        above = 1 if self.has_class("-tight") else 2
        if room is not None:
            self._lines.styles.max_height = max(1, int(room.value) - above)

    def on_mount(self) -> None:
        """Show every option."""
        self._narrow("")

    def on_input_changed(self, event: TextInput.Changed) -> None:
        """Show the options with those words."""
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        """Choose the option under the cursor."""
        self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked twice."""
        if event.widget is self._lines and event.chain == 2:
            self.action_choose()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose or leave, as by key."""
        event.stop()
        if event.button.id == "choose":
            self.action_choose()
        else:
            self.action_leave()

    def action_move(self, by: str, amount: int) -> None:
        """Move the cursor of the list, wherever the focus is."""
        if by == "step":
            self._lines.action_step(amount)
        else:
            self._lines.action_page(amount)

    def action_choose(self) -> None:
        """Give the option under the cursor, if there is one."""
        if self._lines.key is not None:
            self.dismiss(self._options[self._lines.key].key)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        found = {
            place: Row((Cell(option.label), Cell(option.hint, "quiet")))
            for place, option in enumerate(self._options)
            if option.has(words)
        }
        self._lines.show(FixedRows(tuple(found), found))
        shown, total = len(found), len(self._options)
        self.say_status(f"{shown} of {total}" if words else f"{total} to choose from")
