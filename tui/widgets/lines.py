"""The list of every pane: rows in columns, moved through by keys and mouse.

All that a move changes is done before the key's handler returns, so that one key costs one frame.
"""

from textual import events
from textual.actions import SkipAction
from textual.message import Message

from tui.widgets.line_columns import Column
from tui.widgets.line_keys import KEYS, SIDEWAYS
from tui.widgets.line_palette import STYLES
from tui.widgets.line_pane import LinePane
from tui.widgets.line_rows import Cell, FixedRows, Row, Source
from tui.widgets.line_thumb import top_for

__all__ = ["Cell", "Column", "FixedRows", "Lines", "Row", "Source"]


class Lines(LinePane, can_focus=True):
    """A list of records to move in, mark in and choose from.

    A click puts the cursor on a row; a click on the row that had it already, in a list that had the
    focus already, opens it, and so does a double click. The wheel scrolls and leaves the cursor on
    its record. A click on a column's title asks for sorting.
    """

    BINDINGS = KEYS
    DEFAULT_CSS = STYLES

    keys_waiting = 0
    """Keys that were handed to it and that it has not come to yet."""

    _had_focus = False
    _pressed: int | None = None
    _dragging = False

    class Chosen(Message):
        """The user wants this record opened."""

        def __init__(self, lines: "Lines", key: int) -> None:
            super().__init__()
            self.lines = lines
            self.key = key

        @property
        def control(self) -> "Lines":
            """The list it was chosen in."""
            return self.lines

    class HeaderClicked(Message):
        """The user clicked the title of a column."""

        def __init__(self, lines: "Lines", column: str) -> None:
            super().__init__()
            self.lines = lines
            self.column = column

        @property
        def control(self) -> "Lines":
            """The list whose header was clicked."""
            return self.lines

    def _forward_event(self, event: events.Event) -> None:
        self.keys_waiting += isinstance(event, events.Key)
        super()._forward_event(event)

    async def _on_key(self, event: events.Key) -> None:
        """Obey an arrow where it arrives: on its way to the program it would pass five others.

        A letter takes that way: it may have been meant for a line to type in (`typed_ahead`).
        """
        self.keys_waiting -= 1
        if event.is_printable:
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return

    def action_step(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._move(lambda view: view.move_to(view.cursor + rows))

    def action_page(self, pages: int) -> None:
        """Move the cursor by screens."""
        self._move(lambda view: view.page(pages))

    def action_first(self) -> None:
        """Move the cursor to the first row."""
        self._move(lambda view: view.move_to(0))

    def action_last(self) -> None:
        """Move the cursor to the last row."""
        self._move(lambda view: view.move_to(view.count - 1))

    def action_sideways(self, cells: int) -> None:
        """Shift what is drawn sideways, if anything is cut off there; else the key is not ours."""
        if not self._shift(cells):
            raise SkipAction

    def action_mark(self) -> None:
        """Mark the record under the cursor, or take its mark away."""
        if not self.marking or self.key is None:
            raise SkipAction
        self.marked ^= {self.key}
        self._refresh_row(self.view.cursor)
        self._tell_marked()

    def action_choose(self) -> None:
        """Ask for the record under the cursor to be opened."""
        if self.key is None:
            raise SkipAction
        self.post_message(self.Chosen(self, self.key))

    def focus_on_click(self) -> bool:
        """Note, before the click takes the focus, whether it was here."""
        self._had_focus = self.has_focus
        return super().focus_on_click()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Select the row pressed, or take hold of the thumb."""
        place = event.get_content_offset(self)
        if place is None or event.button != 1:
            return
        if place.x == self.size.width - 1 and self.view.overflows:
            self._dragging = True
            self.capture_mouse()
            self._drag_to(place.y)
            return
        row = self._row_at(place.y)
        self._pressed = row if self._had_focus and row == self.view.cursor else None
        if row is not None:
            self._move(lambda view: view.move_to(row))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Scroll with the thumb while it is held."""
        if self._dragging:
            self._drag_to(event.get_content_offset_capture(self).y)

    def on_mouse_up(self) -> None:
        """Let the thumb go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Open the row that was under the cursor already, or report the header's column."""
        place = event.get_content_offset(self)
        if place is None or event.button != 1:
            return
        if place.y < self.head:
            self._click_header(place.x)
        elif self._pressed is not None and self._row_at(place.y) == self._pressed:
            self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down; with shift or ctrl, to the right."""
        self._scroll(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up; with shift or ctrl, to the left."""
        self._scroll(event, -1)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Show what is cut off at the right."""
        self._scroll_aside(event, 1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Show what is cut off at the left."""
        self._scroll_aside(event, -1)

    def _scroll(self, event: events.MouseEvent, direction: int) -> None:
        if event.shift or event.ctrl:
            self._scroll_aside(event, direction)
            return
        event.stop()
        event.prevent_default()
        rows = max(1, round(self.app.scroll_sensitivity_y))
        self._move(lambda view: view.scroll(direction * rows))

    def _scroll_aside(self, event: events.MouseEvent, direction: int) -> None:
        event.stop()
        event.prevent_default()
        self._shift(direction * SIDEWAYS)

    def _drag_to(self, y: int) -> None:
        top = top_for(y - self.head, self.view, self.size.height - self.head)
        self._move(lambda view: view.scroll(top - view.top))

    def _row_at(self, y: int) -> int | None:
        """The row drawn at line `y` of the content, if there is one."""
        if y < self.head:
            return None
        row = self.view.top + (y - self.head) // self.line_height
        return row if row < self.view.count else None

    def _click_header(self, x: int) -> None:
        reached = x - self.gutter_width + self._aside
        under = [place for place in self.places if place.start <= reached]
        if under and self.columns[under[-1].column].key:
            column = self.columns[under[-1].column].key
            self.post_message(self.HeaderClicked(self, column))
