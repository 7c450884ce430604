"""The program on the screen: one tracker, one desk, one window."""

import gc
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.app import App
from textual.command import Provider

from store.tracker import Tracker
from store.unit import Author
from tui import themes
from tui.desk import Desk
from tui.screens.main import MainScreen
from tui.screens.main_style import STYLE

SORRY = (
    "Something went wrong inside the program ({kind}). Every change that was confirmed is saved "
    "and nothing is half-saved. Open it again; if it happens again, run: matters check"
)


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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.remembered()

    def get_default_screen(self) -> MainScreen:
        """Open on the main screen, with no empty one made before it."""
        return MainScreen(self.desk)

    def on_mount(self) -> None:
        """Tidy up once the first screen is painted."""
        self.call_after_refresh(_settle_memory)

    def _handle_exception(self, error: Exception) -> None:
        """End with one sentence: no traceback, no field value, nothing half-saved."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.panic(Text(SORRY.format(kind=type(error).__name__)))

    async def action_quit(self) -> None:
        """Leave; what is being typed is kept as a draft first."""
        from tui.dialogs.writing import WritingDialog

        if isinstance(self.screen, WritingDialog) and self.screen.unsaved:
            self.screen.keep_draft()
        self.exit()


def _settle_memory() -> None:
    """Leave what start-up made out of every later collection: those cost a key 15 ms."""
    gc.freeze()
    gc.enable()


def run(tracker: Tracker, day: date | None, real_today: date, author: Author) -> int:
    """Show a tracker until the user leaves; the exit code.

    `day` is the day asked for; without one the tracker opens on its own day (the worked example
    has one) or on the real day.
    """
    today = day or tracker.opens_on or real_today
    app = MattersApp(Desk(tracker, today, real_today, author))
    app.run()
    tracker.close()
    return app.return_code or 0
