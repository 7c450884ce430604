"""A sheet to paste the text of a document on, where there is no file of it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual.containers import Vertical
from textual.widget import Widget

from tui.dialogs.frame import Tone, button
from tui.dialogs.writing import WritingDialog
from tui.widgets.long_text import LongText


class PastedDialog(WritingDialog):
    """Asks for the text of a document and hands it to `take`; True when it was taken."""

    DEFAULT_CSS = """
    PastedDialog {
        & #box { height: 80%; min-height: 15; max-height: 30; }
        & #body, & LongText { height: 1fr; }
    }
    """
    KEYS = "ctrl+s read this text   ctrl+z undo   esc leave"
    FIELD = "text"

    def __init__(self, take: Callable[[str], None]) -> None:
        super().__init__("Paste the text of a document", None)
        self._take = take
        self._text = LongText()

    def content(self) -> Sequence[Widget]:
        """The sheet."""
        return [Vertical(self._text, id="body")]

    def buttons(self) -> Sequence[Widget]:
        """Read and Leave."""
        return [button("Read this text", "save"), button("Leave", "leave")]

    def typed(self) -> Mapping[str, str]:
        """The text."""
        return {self.FIELD: self._text.typed}

    def put(self, typed: Mapping[str, str]) -> None:
        """Put a text in place of what is there."""
        self._text.typed = typed.get(self.FIELD, "")

    def checked(self) -> Callable[[], None]:
        """What takes the text."""
        return partial(self._take, self._text.typed)

    def on_text_area_changed(self) -> None:
        """Take back a question about leaving."""
        self.edited()

    def on_long_text_remarked(self, event: LongText.Remarked) -> None:
        """Say why a paste was refused."""
        self.tell(event.sentence, Tone.WRONG)
