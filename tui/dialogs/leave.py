"""The question before leaving with something unsaved."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from tui.dialogs.frame import button
from tui.dialogs.message import Sentences


class Leave(StrEnum):
    """What is to become of what was typed."""

    KEEP = "keep"
    STAY = "stay"
    DISCARD = "discard"


class LeaveDialog(Sentences[Leave]):
    """Asks what is to become of unsaved words; going on writing unless the user says otherwise.

    `kept` is whether they are kept as a draft already; only then is that offered.
    """

    KEYS = "left right move   enter take   esc go on writing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "answer('keep')", "Keep", id="leave.keep", show=False),
        Binding("g,escape", "answer('stay')", "Go on", id="leave.stay", show=False),
        Binding("d", "answer('discard')", "Discard", id="leave.discard", show=False),
        Binding("left", "app.focus_previous", "Left", id="leave.left", show=False),
        Binding("right", "app.focus_next", "Right", id="leave.right", show=False),
    ]

    def __init__(self, called: str, *, kept: bool) -> None:
        fate = (
            "A draft of it is kept in the tracker: it will be offered when you open this again."
            if kept
            else "No draft of it can be kept, so leaving now loses it."
        )
        super().__init__(
            "Leave the program?", [f"What you typed in “{called}” is not saved.", fate]
        )
        self._kept = kept

    def buttons(self) -> Sequence[Widget]:
        """The harmless answers first, where the focus starts."""
        keep = [button("Keep as draft and leave", Leave.KEEP)] if self._kept else []
        return [
            *keep,
            button("Go on writing", Leave.STAY),
            button("Discard", Leave.DISCARD),
        ]

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer by the button."""
        event.stop()
        self.dismiss(Leave(event.button.id or Leave.STAY))

    def action_answer(self, answer: str) -> None:
        """Answer by a key; what is not offered is not taken."""
        if answer != Leave.KEEP or self._kept:
            self.dismiss(Leave(answer))
