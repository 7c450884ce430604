"""One line to type in: literal, without a blinking cursor, and wary of what is pasted."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input

from store.text import clean

LONGEST = 2_000
"""Characters one line takes; longer texts belong in a field of several lines."""


class TextInput(Input):
    """A line of text. Pasted lines are joined into one, and `Remarked` says so."""

    DEFAULT_CSS = """
    TextInput {
        height: 1; padding: 0 1; background: $foreground 5%;
        border: none; border-left: solid $foreground 40%; border-right: solid $foreground 40%;
        &:focus {
            border: none; border-left: heavy $accent; border-right: heavy $accent;
            background: $foreground 10%; background-tint: transparent 0%;
        }
        &:ansi { background: transparent; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "take_back_paste", "Take the paste back", show=False, id="line.unpaste"),
    ]

    class Remarked(Message):
        """Something was done to, or refused of, what was pasted."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(
        self,
        value: str = "",
        suggestions: Sequence[str] = (),
        placeholder: str = "",
        *,
        hidden: bool = False,
        anew: bool = False,
    ):
        words = [clean(suggestion, single_line=True) for suggestion in suggestions]
        super().__init__(
            clean(value, single_line=True),
            placeholder=placeholder,
            password=hidden,
            select_on_focus=anew,
        )
        if words:
            # After the value, which is not to be completed.
            self.suggester = SuggestFromList(words, case_sensitive=False)
        self.cursor_blink = False
        self._pasted: tuple[str, str] | None = None

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.value

    @typed.setter
    def typed(self, words: str) -> None:
        self.value = clean(words, single_line=True)
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in the program."""
        self._take(self.app.clipboard)

    def action_take_back_paste(self) -> None:
        """Put back what stood here before lines were pasted, if nothing was typed since."""
        if self._pasted is not None and self._pasted[1] == self.value:
            self.typed = self._pasted[0]
        self._pasted = None

    def _take(self, text: str) -> None:
        if len(self.value) + len(text) > LONGEST:
            self.post_message(
                self.Remarked(
                    f"{len(text):,} characters are too many for one line, which takes {LONGEST:,}. "
                    "Nothing was pasted."
                )
            )
            return
        lines = clean(text).strip("\n").split("\n")
        before = self.value
        self.replace(" ".join(lines).replace("\t", " "), *self.selection)
        if len(lines) > 1:
            self._pasted = (before, self.value)
            self.post_message(
                self.Remarked(
                    f"The {len(lines)} lines you pasted were joined into one; ctrl+z takes them "
                    "out again."
                )
            )
