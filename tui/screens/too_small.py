"""What lies over every screen while the window is too small to show it whole."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.window_size import HEIGHT, WIDTH, fits

if TYPE_CHECKING:
    from textual.app import App

_SENTENCE = f"Make the window larger: at least {WIDTH} by {HEIGHT}. Nothing is lost."


class TooSmallScreen(ModalScreen[None]):
    """Says how much room is needed; goes by itself once there is room. It takes no keys."""

    DEFAULT_CSS = """
    TooSmallScreen { background: $background; & > Static { height: 1fr; } }
    """

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(Content(_SENTENCE), markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Go, if there is room now."""
        self._go_if_room(event.size)

    def on_screen_resume(self) -> None:
        """Go, if there came to be room while something else lay over this."""
        self._go_if_room(self.app.size)

    def _go_if_room(self, size: Size) -> None:
        if fits(size) and self.is_current:
            self.dismiss()


def cover(app: "App[None]") -> None:
    """Lie over whatever screen is open."""
    if not any(isinstance(screen, TooSmallScreen) for screen in app.screen_stack):
        app.push_screen(TooSmallScreen())
