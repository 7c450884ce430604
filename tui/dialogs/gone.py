"""The question when the file of the open tracker was taken away or replaced."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from tui.dialogs.frame import button
from tui.dialogs.message import Sentences
from tui.place_on_disk import Place


class Answer(StrEnum):
    """What to do about it."""

    COPY = "copy"
    OPEN = "open"
    STAY = "stay"


class GoneDialog(Sentences[Answer]):
    """Says what happened to the file and offers a copy, and what is there where that is safe."""

    KEYS = "s save a copy   esc go on reading   up down scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "answer('copy')", "Save a copy", id="gone.copy", show=False),
        Binding("o", "answer('open')", "Open it", id="gone.open", show=False),
        Binding("escape", "answer('stay')", "Go on", id="gone.stay", show=False),
        Binding("left", "app.focus_previous", "Left", id="gone.left", show=False),
        Binding("right", "app.focus_next", "Right", id="gone.right", show=False),
    ]

    def __init__(self, path: Path, found: Place, *, may_open: bool) -> None:
        title = "Another file is in its place" if found is Place.REPLACED else "The file is gone"
        super().__init__(title, _sentences(path, found, may_open=may_open))
        self._may_open = may_open

    def buttons(self) -> Sequence[Widget]:
        """Saving a copy first."""
        opening = [button("Open what is there (o)", Answer.OPEN)] if self._may_open else []
        return [
            button("Save a copy", Answer.COPY),
            *opening,
            button("Go on reading", Answer.STAY),
        ]

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer by the button."""
        event.stop()
        self.action_answer(event.button.id or Answer.STAY)

    def action_answer(self, answer: str) -> None:
        """Answer by a key; what is not offered is not taken."""
        if answer != Answer.OPEN or self._may_open:
            self.dismiss(Answer(answer))


def _sentences(path: Path, found: Place, *, may_open: bool) -> list[str]:
    if found is Place.REPLACED:
        happened = (
            f"Another file was put in the place of {path.name}, by a program that copies or "
            "synchronises files, or by somebody restoring a backup."
        )
    else:
        happened = (
            f"{path.name} is no longer in {path.resolve().parent}: it was moved, renamed or "
            "deleted, or the drive is not there."
        )
    told = [
        happened,
        "Everything saved up to now is still here, and so is what you are typing. Nothing can be "
        "saved into the old place from here; if the file comes back, it can.",
        "Save a copy: writes the whole tracker to a file of its own, and you go on in that.",
    ]
    if may_open:
        told.append(
            "Open what is there: shows the new file instead. What was saved only here is lost "
            "with that, unless you save a copy first."
        )
    return told
