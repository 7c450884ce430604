"""A few fixed words to choose from, all in sight; arrows or a first letter choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tui.safe import safe_line

CHOSEN, OTHER, GAP = "● ", "○ ", 3


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a choice is drawn: its line, its first cell and its words, cut to fit."""

    line: int
    start: int
    words: str


def lay_out(choices: Sequence[str], width: int) -> list[Spot]:
    """The choices side by side, on as many lines as `width` cells need."""
    spots: list[Spot] = []
    line = start = 0
    for choice in choices:
        words = safe_line(choice)
        cells = cell_len(CHOSEN + words)
        if start and start + cells > width:
            line, start = line + 1, 0
        spots.append(Spot(line, start, words))
        start += cells + GAP
    return spots


class ChoiceInput(Widget, can_focus=True):
    """One of a few choices. Where an empty value is allowed, backspace takes the choice away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Previous", show=False),
        Binding("right,space", "step(1)", "Next", show=False),
        Binding("home", "choose(0)", "First", show=False),
        Binding("end", "choose(-1)", "Last", show=False),
        Binding("backspace,delete", "clear", "None", show=False),
        Binding("enter", "submit", "Go on", show=False),
    ]
    DEFAULT_CSS = """
    ChoiceInput {
        height: auto; width: 1fr; padding: 0 1;
        border-left: solid $foreground 40%; border-right: solid $foreground 40%;
        &:focus { border-left: heavy $accent; border-right: heavy $accent; }
    }
    """

    class Changed(Message):
        """Another choice was made."""

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, value: str, choices: Sequence[str], *, required: bool) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self._required = required
        self._value = value

    @property
    def typed(self) -> str:
        """The choice made, or nothing."""
        return str(self._value)

    @typed.setter
    def typed(self, words: str) -> None:
        if words != self._value and (words in self._choices or not words):
            self._value = words
            self.refresh()
            self.post_message(self.Changed())

    def render(self) -> Content:
        """Every choice with its sign, the one made standing out."""
        parts: list[Content | str] = []
        line = end = 0
        for choice, spot in zip(self._choices, self._spots, strict=True):
            parts.append("\n" * (spot.line - line) or " " * (spot.start - end))
            drawn = self._drawn(choice, spot)
            parts.append(drawn)
            line, end = spot.line, spot.start + drawn.cell_length
        return Content.assemble(*parts)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the choices need."""
        spots = lay_out(self._choices, width)
        return spots[-1].line + 1 if spots else 1

    def action_step(self, steps: int) -> None:
        """Choose a neighbour; the ends hold."""
        here = self._choices.index(self._value) if self._value in self._choices else -1
        if here < 0:
            self.action_choose(0)
        else:
            self.action_choose(max(0, min(here + steps, len(self._choices) - 1)))

    def action_choose(self, index: int) -> None:
        """Choose by place, -1 for the last."""
        if self._choices:
            self.typed = self._choices[index]

    def action_clear(self) -> None:
        """Choose nothing, where that is allowed."""
        if not self._required:
            self.typed = ""

    def action_submit(self) -> None:
        """Go on to the next field."""
        self.post_message(self.Submitted())

    def on_key(self, event: events.Key) -> None:
        """Choose the next one that begins with the letter typed."""
        letter = (event.character or "").casefold()
        if not letter.isalnum():
            return
        here = self._choices.index(self._value) if self._value in self._choices else -1
        turned = self._choices[here + 1 :] + self._choices[: here + 1]
        for choice in turned:
            if choice.casefold().startswith(letter):
                event.stop()
                self.typed = choice
                return

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        place = event.get_content_offset(self)
        for choice, spot in zip(self._choices, self._spots, strict=True):
            width = cell_len(CHOSEN + spot.words)
            if place and place.y == spot.line and 0 <= place.x - spot.start < width:
                self.typed = choice

    @property
    def _spots(self) -> list[Spot]:
        return lay_out(self._choices, self.content_size.width)

    def _drawn(self, choice: str, spot: Spot) -> Content:
        if choice != self._value:
            return Content(OTHER + spot.words)
        return Content.styled(CHOSEN + spot.words, "bold reverse" if self.has_focus else "bold")
