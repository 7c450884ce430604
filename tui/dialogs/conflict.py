"""The question when somebody else saved the same record first: whose version of each field."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Button, Static

from tui.dialogs.frame import Dialog, Tone, button
from tui.dialogs.versions import Difference, Theirs, Whose
from tui.safe import line_content, text_content

CHOSEN, OPEN = "● ", "○ "


class DifferenceRow(Vertical, can_focus=True):
    """One field: what I typed on the left, what they saved on the right, one of them taken."""

    DEFAULT_CSS = """
    DifferenceRow {
        height: auto; margin-bottom: 1; padding-left: 1;
        & .label { height: 1; }
        & .sides { height: auto; }
        & .side { width: 1fr; height: auto; padding-right: 2; color: $text-muted; }
        & .side.-taken { color: $foreground; text-style: bold; }
        & .before { height: auto; color: $text-muted; }
        &:focus { padding-left: 0; border-left: outer $accent; }
        &:focus .label { text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,m", "take('mine')", "Yours", id="conflict.mine", show=False),
        Binding("right,t", "take('theirs')", "Theirs", id="conflict.theirs", show=False),
    ]

    def __init__(self, difference: Difference, by: str) -> None:
        super().__init__()
        self.difference = difference
        self.taken = difference.proposed
        self._by = by

    def compose(self) -> ComposeResult:
        """The field's name, both sides, and what it was where both have changed it."""
        difference = self.difference
        yield Static(line_content(self._label()), classes="label", markup=False)
        with Horizontal(classes="sides"):
            yield Static(classes="side mine", markup=False)
            yield Static(classes="side theirs", markup=False)
        if difference.proposed is None:
            before = f"Before: {difference.shown(difference.before)}"
            yield Static(text_content(before), classes="before", markup=False)

    def on_mount(self) -> None:
        """Show which side is taken, if only one has changed the field."""
        self._show()

    def on_focus(self) -> None:
        """Bring the whole field into sight."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    def action_take(self, whose: str) -> None:
        """Take one side."""
        self.taken = Whose(whose)
        self._show()

    def _label(self) -> str:
        changed = {
            Whose.MINE: "changed by you",
            Whose.THEIRS: f"changed by {self._by}",
            None: "changed by both",
        }
        return f"{self.difference.field.label} · {changed[self.difference.proposed]}"

    def _show(self) -> None:
        for whose, name in ((Whose.MINE, "Yours"), (Whose.THEIRS, self._by)):
            side = self.query_one(f".{whose}", Static)
            sign = CHOSEN if self.taken is whose else OPEN
            value = self.difference.shown(self.difference.value(whose))
            side.update(text_content(f"{sign}{name}\n{value}"))
            side.set_class(self.taken is whose, "-taken")


class ConflictDialog(Dialog[Mapping[str, str] | None]):
    """Gives the value to save for each field that differs; None if the user goes on editing."""

    DEFAULT_CSS = """
    ConflictDialog {
        & #said { height: auto; margin-bottom: 1; }
    }
    """
    KEYS = "left yours   right theirs   up down field   ctrl+s save   esc go on editing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="conflict.save", show=False),
        Binding("escape", "leave", "Go on editing", id="conflict.leave", show=False),
        Binding("down", "app.focus_next", "Next field", id="conflict.next", show=False),
        Binding("up", "app.focus_previous", "Previous field", id="conflict.previous", show=False),
    ]

    def __init__(self, title: str, theirs: Theirs, differences: Sequence[Difference]) -> None:
        super().__init__(title)
        self._said = theirs.said
        self._rows = [DifferenceRow(found, theirs.by) for found in differences]

    def content(self) -> Sequence[Widget]:
        """What happened, then each field that differs."""
        said = Static(text_content(self._said), id="said", markup=False)
        return [Vertical(said, *self._rows, id="body")]

    def buttons(self) -> Sequence[Widget]:
        """Save and Go on editing."""
        return [button("Save", "save"), button("Go on editing", "leave")]

    def on_mount(self) -> None:
        """Start at the first field that both have changed."""
        first = next((row for row in self._rows if row.taken is None), self._rows[0])
        first.focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save or go on editing, as by key."""
        event.stop()
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_leave()

    def action_save(self) -> None:
        """Give what was chosen, once something is chosen for every field."""
        open_rows = [row for row in self._rows if row.taken is None]
        if open_rows:
            names = ", ".join(row.difference.field.label for row in open_rows)
            self.tell(f"Choose a side (left or right) for: {names}.", Tone.WRONG)
            open_rows[0].focus()
            return
        self.dismiss(
            {
                row.difference.field.key: row.difference.value(row.taken)
                for row in self._rows
                if row.taken is not None
            }
        )

    def action_leave(self) -> None:
        """Save nothing; all that was typed is still there."""
        self.dismiss(None)
