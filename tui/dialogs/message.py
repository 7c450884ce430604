"""Things that must be read, and questions answered by yes or no."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ScreenResultType
from textual.widget import Widget
from textual.widgets import Button, Static

from tui.dialogs.frame import Dialog, button
from tui.safe import text_content


class Sentences(Dialog[ScreenResultType]):
    """Some sentences, a paragraph each, that scroll where there is no room."""

    DEFAULT_CSS = """
    Sentences {
        & .sentence { height: auto; margin-bottom: 1; }
        & .sentence.-last { margin-bottom: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", "Up", id="message.up", show=False),
        Binding("down", "scroll(1)", "Down", id="message.down", show=False),
        Binding("pageup", "scroll(-8)", "Page up", id="message.page-up", show=False),
        Binding("pagedown", "scroll(8)", "Page down", id="message.page-down", show=False),
    ]

    def __init__(self, title: str, sentences: str | Sequence[str]) -> None:
        super().__init__(title)
        self._sentences = [sentences] if isinstance(sentences, str) else list(sentences)

    def content(self) -> Sequence[Widget]:
        """Each sentence as a paragraph."""
        paragraphs = [
            Static(text_content(sentence), classes="sentence", markup=False)
            for sentence in self._sentences
        ]
        if paragraphs:
            paragraphs[-1].add_class("-last")
        return [Vertical(*paragraphs, id="body")]

    def action_scroll(self, lines: int) -> None:
        """Scroll the sentences."""
        self.query_one("#body").scroll_relative(y=lines, animate=False)


class MessageDialog(Sentences[None]):
    """Stays until the user has closed it."""

    KEYS = "enter or esc close   up down scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "close", "Close", id="message.close", show=False),
    ]

    def buttons(self) -> Sequence[Widget]:
        """Close."""
        return [button("Close", "close")]

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close."""
        event.stop()
        self.action_close()

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)


class ConfirmDialog(Sentences[bool]):
    """Asks before something is done; No unless the user says yes.

    `yes` and `no` are the words on the buttons and name what is done: "Remove A7", "Keep it".
    """

    KEYS = "y yes   n or esc no   left right move   enter take"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", id="confirm.yes", show=False),
        Binding("n,escape", "answer(False)", "No", id="confirm.no", show=False),
        Binding("left", "app.focus_previous", "Left", id="confirm.left", show=False),
        Binding("right", "app.focus_next", "Right", id="confirm.right", show=False),
    ]

    def __init__(
        self, title: str, sentences: str | Sequence[str], *, yes: str = "Yes", no: str = "No"
    ) -> None:
        super().__init__(title, sentences)
        self._yes, self._no = yes, no

    def buttons(self) -> Sequence[Widget]:
        """No first, where the focus starts."""
        return [button(self._no, "no"), button(self._yes, "yes")]

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer by the button."""
        event.stop()
        self.action_answer(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """Give the answer."""
        self.dismiss(yes)
