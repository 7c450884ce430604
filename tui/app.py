"""The program on the screen: one tracker, one desk, one window."""

import gc
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.await_remove import AwaitRemove
from textual.command import CommandPalette, Provider
from textual.dom import DOMNode
from textual.notifications import SeverityLevel
from textual.reactive import Reactive
from textual.theme import Theme
from textual.widget import Widget

from store.first_look import FirstLook
from store.text import clean
from tui import terminal_input, themes
from tui.desk import Desk
from tui.safe import safe_line, safe_text
from tui.screens.main import MainScreen
from tui.screens.main_style import STYLE
from tui.typed_ahead import TypedAhead
from tui.window_size import fits

if TYPE_CHECKING:
    from tui.background import Work
    from tui.upkeep import Cared
    from tui.watching import Watch


_OWN_THEMES = {theme.name: theme for theme in themes.THEMES}
_ON_THE_TERMINAL = 0.05
"""Seconds after which the first screen has surely left for the terminal."""


def palette() -> type[Provider]:
    """Where the command palette finds its commands; made when it is first opened."""
    from tui.palette import Commands

    return Commands


class MattersApp(App[None]):
    """Matters Arising."""

    TITLE = "Matters Arising"
    CSS = STYLE
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = {palette}
    # The stylesheet is read in the first theme: another one set later has it read once more.
    theme: Reactive[str] = Reactive(themes.DARK)

    def __init__(
        self,
        desk: Desk,
        real_day: Callable[[], date] | None = None,
        look: Callable[[], FirstLook] | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self._look_ahead = look
        self._typed_ahead = TypedAhead(self)
        self._disable_tooltips = True  # there are none; the widget for them costs every screen
        self.real_day = real_day or (lambda: desk.real_today)
        self.watching: Watch | None = None
        self.upkeep: Work[Cared] | None = None
        remembered = themes.remembered()
        if remembered != themes.DARK:
            self.theme = remembered

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our own themes and no others, by name."""
        return _OWN_THEMES  # asked for with every line that is drawn

    def get_default_screen(self) -> MainScreen:
        """Open on the main screen, with no empty one made before it."""
        return MainScreen(self.desk, self._look_ahead)

    def on_mount(self) -> None:
        """Tidy up once the first screen is painted."""
        self.call_after_refresh(_settle_memory)
        self.set_timer(_ON_THE_TERMINAL, self._after_first_paint)

    def _after_first_paint(self) -> None:
        """Begin what the first screen need not wait for; a test without a terminal has its own."""
        if not self.is_headless:
            from tui import leaving, upkeep

            leaving.watch(self)
            self.begin_watch()
            self.upkeep = upkeep.begin(self)
            if self.desk.tracker.published:
                from tui.publishing import Publishing

                Publishing(self).begin()

    def begin_watch(self) -> None:
        """Say who has the tracker open here, and follow what others do with it."""
        from tui.watching import Watch

        self.watching = Watch(self, self.real_day)
        self.watching.begin()

    def on_unmount(self) -> None:
        """Let nothing go on that would hold up leaving, and tell others that this is over."""
        if self.watching is not None:
            self.watching.end()
        if self.upkeep is not None:
            self.upkeep.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Cover what a window has no room for, whichever screen is open."""
        if not fits(event.size):
            from tui.screens import too_small

            self.call_next(too_small.cover, self)

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted before any line to type in sees it; send on what was typed ahead."""
        if isinstance(event, events.Paste):
            event.text = clean(event.text)
        if isinstance(event, events.Key) and self._typed_ahead.takes(event):
            return
        await super().on_event(event)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something at the edge of the screen, to the letter."""
        said = safe_text(message)
        super().notify(
            said, title=safe_line(title), severity=severity, timeout=timeout, markup=False
        )

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        """Take widgets away; a whole screen without laying out and painting the one below again.

        That one was painted when it came to the front: two more frames would say the same.
        """
        return super()._prune(*nodes, parent=None if parent is self else parent)

    def _handle_exception(self, error: Exception) -> None:
        """End with one sentence: no traceback, no field value, nothing half-saved."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.panic()

    def panic(self, *renderables: RenderableType) -> None:
        """End with one sentence of our own, whatever the fault would have printed."""
        from tui import leaving

        self._return_code = self._return_code or 1
        super().panic(*([] if self._exit_renderables else [leaving.sorry(self, self._exception)]))

    def _print_error_renderables(self) -> None:
        """Say at the end what there is to say, where there still is a window to say it in."""
        from tui import leaving

        if self.is_headless or not leaving.terminal_is_gone():
            super()._print_error_renderables()

    def action_command_palette(self) -> None:
        """Open the palette, unless it lies open under something else already."""
        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            super().action_command_palette()

    async def action_quit(self) -> None:
        """Leave, or ask first what is to become of unsaved words."""
        from tui import leaving

        leaving.ask(self)


def _settle_memory() -> None:
    """Leave what start-up made out of every later collection: those cost a key 15 ms."""
    gc.freeze()
    gc.enable()


def run(desk: Desk, real_day: Callable[[], date], look: Callable[[], FirstLook] | None) -> int:
    """Show a tracker until the user leaves; the exit code.

    `real_day` is asked again while it is open; `look` gives what was seen of the tracker already.
    """
    app = MattersApp(desk, real_day, look)
    terminal_input.guard()
    app.run()
    app.desk.tracker.close()
    from tui import leaving

    return leaving.exit_code(app)
