"""A note: a wide sheet to write on, kept to the letter."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.dates import say_day
from tui.dialogs.drafts import Drafts
from tui.dialogs.frame import Tone
from tui.dialogs.writing import WritingDialog
from tui.safe import line_content
from tui.widgets.long_text import LongText

REMINDER = "No names or case details of children"


class NoteDialog(WritingDialog):
    """Asks for a note on what `about` names and hands its text to `save`; True when it was saved.

    `told_board` names the board whose minutes the note is part of, where it is.
    """

    DEFAULT_CSS = """
    NoteDialog {
        & #box { height: 80%; min-height: 15; max-height: 30; }
        & #told { height: 1; color: $text-muted; }
        & #body, & LongText { height: 1fr; }
        & #under { height: 1; color: $text-muted; }
        & #reminder { width: 1fr; }
        & #count { width: auto; text-align: right; }
    }
    """
    KEYS = "ctrl+s save   enter new line   ctrl+z undo   ctrl+o your editor   esc leave"
    FIELD = "note"

    def __init__(
        self,
        about: str,
        save: Callable[[str], None],
        *,
        today: date,
        drafts: Drafts | None = None,
        told_board: str | None = None,
    ) -> None:
        super().__init__(f"Note on {about}", drafts)
        self._save = save
        self._today = today
        self._told_board = told_board
        self._text = LongText()

    def content(self) -> Sequence[Widget]:
        """The day and board, the sheet, and below it the reminder and the count."""
        day = f"Dated {say_day(self._today)}"
        board = f" · told to {self._told_board}" if self._told_board else ""
        reminder = Static(Content(REMINDER), id="reminder", markup=False)
        count = Static(line_content(_counted(0)), id="count", markup=False)
        return [
            Static(line_content(day + board), id="told", markup=False),
            Vertical(self._text, id="body"),
            Horizontal(reminder, count, id="under"),
        ]

    def typed(self) -> Mapping[str, str]:
        """The text."""
        return {self.FIELD: self._text.typed}

    def put(self, typed: Mapping[str, str]) -> None:
        """Put a text in place of what is there."""
        self._text.typed = typed.get(self.FIELD, "")

    def checked(self) -> Callable[[], None] | None:
        """The save of the text, if it has words."""
        text = self._text.typed
        if text.strip():
            return partial(self._save, text)
        self.tell("The note has no words in it yet. Nothing was saved.", Tone.WRONG)
        return None

    def on_text_area_changed(self) -> None:
        """Count, and keep a draft soon."""
        count = self.query_one("#count", Static)
        count.update(line_content(_counted(len(self._text.typed))))
        self.edited()

    def on_long_text_remarked(self, event: LongText.Remarked) -> None:
        """Say why a paste was refused."""
        self.tell(event.sentence, Tone.WRONG)


def _counted(characters: int) -> str:
    return "1 character" if characters == 1 else f"{characters:,} characters"
