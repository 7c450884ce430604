"""Several lines to type in, kept to the letter; imported only when such a field is opened."""

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from store.notes import LONGEST
from store.text import clean


class LongText(TextArea):
    """A text of many lines. With `way_out`, up and down at its ends go on to the next field."""

    DEFAULT_CSS = """
    LongText {
        padding: 0 1; background: $foreground 5%; scrollbar-size-vertical: 1;
        border: none; border-left: solid $foreground 40%; border-right: solid $foreground 40%;
        &:focus {
            border: none; border-left: heavy $accent; border-right: heavy $accent;
            background: $foreground 10%;
        }
        &:ansi { background: transparent; }
    }
    """

    class Remarked(Message):
        """What was pasted was refused."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, value: str = "", *, way_out: bool = False) -> None:
        super().__init__(clean(value), highlight_cursor_line=False)
        self.cursor_blink = False
        self._way_out = way_out

    def on_mount(self) -> None:
        """Start at the end of what is there."""
        self.move_cursor(self.document.end)

    @property
    def typed(self) -> str:
        """The text, to the letter."""
        return self.text

    @typed.setter
    def typed(self, words: str) -> None:
        self.replace(clean(words), self.document.start, self.document.end)
        self.move_cursor(self.document.end)

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up; from the first line to the field before, where there is a way out."""
        if self._way_out and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down; from the last line to the field after, where there is a way out."""
        if self._way_out and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in the program."""
        self._take(self.app.clipboard)

    def _take(self, text: str) -> None:
        length = len(self.text) - len(self.selected_text) + len(text)
        if length > LONGEST:
            self.post_message(
                self.Remarked(
                    f"With the {len(text):,} characters pasted the text would have {length:,}; the "
                    f"longest that can be kept is {LONGEST:,}. Nothing was pasted: keep the "
                    "document beside the tracker and note where it is."
                )
            )
            return
        done = self.replace(clean(text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(done.end_location)
