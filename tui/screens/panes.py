"""A screen of several panes: beside each other, or one at a time where there is no room."""

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui import acts
from tui.commands import Place
from tui.wording import joined, line

ONE_PANE_BELOW = (100, 30)
"""Columns and rows under which one pane is shown at a time."""

WIDE_FROM = 160


class PanesScreen(Screen[str | None]):
    """Lets the single pane follow the focus. Subclasses give `panes`, `place` and `show_bars`."""

    place: Place

    @property
    def panes(self) -> tuple[tuple[str, Widget], ...]:
        """The panes with their names, in the order Tab goes through them."""
        raise NotImplementedError

    @property
    def home(self) -> Widget:
        """The pane that is shown while none has the focus."""
        return self.panes[0][1]

    @property
    def here(self) -> Widget:
        """The pane in focus."""
        return next((pane for _, pane in self.panes if pane is self.focused), self.home)

    def show_bars(self) -> None:
        """Draw the lines above and below the panes."""
        raise NotImplementedError

    def on_resize(self, event: events.Resize) -> None:
        """Take the layout the new size has room for."""
        width, height = event.size
        self.set_class(width < ONE_PANE_BELOW[0] or height < ONE_PANE_BELOW[1], "-one-pane")
        self.set_class(width >= WIDE_FROM and height >= ONE_PANE_BELOW[1], "-wide")
        self.on_descendant_focus()

    def on_descendant_focus(self) -> None:
        """Let the single pane follow the focus."""
        self.bring_forward(self.here)
        self.show_bars()

    def bring_forward(self, wanted: Widget) -> None:
        """Let this pane be the one shown where there is room for one only."""
        for _, pane in self.panes:
            pane.set_class(pane is wanted, "-current")

    def go_to(self, pane: Widget) -> None:
        """Show a pane and give it the keys."""
        self.bring_forward(pane)
        self.set_focus(pane)

    def back_home(self) -> bool:
        """Go back to the pane that all begins with; False if that has the keys already."""
        if self.here is self.home:
            return False
        self.go_to(self.home)
        return True

    def put(self, name: str, content: Content) -> None:
        """Draw one of the lines."""
        self.query_one(f"#{name}", Static).update(content, layout=False)

    def put_tabs(self) -> None:
        """Draw the names of the panes, with a sign at the one in focus."""
        names = [_tab(name, here=pane is self.here) for name, pane in self.panes]
        self.put("tabs", joined(names, " │ "))

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._step(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        panes = [pane for _, pane in self.panes]
        self.go_to(panes[(panes.index(self.here) + step) % len(panes)])

    def action_theme(self) -> None:
        """Choose colours."""
        acts.choose_theme(self)

    def action_help(self) -> None:
        """Show every key."""
        acts.show_help(self, self.place)


def _tab(name: str, *, here: bool) -> Content:
    return line((f"▸{name}" if here else name, "strong" if here else "quiet"))
