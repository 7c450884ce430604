"""The find bar: what is typed is looked for at once, in the tick of the key."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.text import clean

FINDING = "-finding"
"""The screen's class while the bar is there."""

LONGEST = 200
"""Characters of a paste that are looked for."""


class FindBar(Input):
    """A line to type in. Down or Enter goes to what was found, Esc leaves the search."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_search", "Leave the search", show=False, id="find.leave"),
        Binding("down,enter", "to_found", "To what was found", show=False, id="find.to-found"),
    ]

    def __init__(self, found: Callable[[str], None], *, id: str) -> None:  # noqa: A002 - Textual's
        super().__init__(
            id=id, placeholder="Find in all text and references", select_on_focus=False
        )
        self.cursor_blink = False
        self._found = found

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return self.screen.has_class(FINDING)

    def open(self, text: str) -> None:
        """Show the bar and take the keys."""
        self.screen.add_class(FINDING)
        self.value = text
        self.screen.set_focus(self)  # at once: the next letters may have been typed already

    def close(self) -> None:
        """Take the bar and what it looked for away."""
        self.screen.remove_class(FINDING)
        self.value = ""
        self.action_to_found()

    def watch_value(self, text: str) -> None:
        """Look for the words at once."""
        if self.is_mounted:
            self._found(text)

    def action_leave_search(self) -> None:
        """Leave the search."""
        self.close()

    def action_to_found(self) -> None:
        """Go to the list of what was found."""
        self.screen.query_one("#recommendations").focus()

    def on_paste(self, event: events.Paste) -> None:
        """Take several pasted lines as one; the first words of a long text are looked for."""
        event.prevent_default()
        event.stop()
        words = " ".join(clean(event.text[: 2 * LONGEST]).split())
        self.insert_text_at_cursor(words[:LONGEST])
        if len(words) > LONGEST:
            self.app.notify(
                f"What you pasted is long: its first {LONGEST} characters are looked for."
            )
