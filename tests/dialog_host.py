"""A screen with nothing on it, to open dialogs over, and what a person sees of it."""

from datetime import UTC, date, datetime
from typing import Any

from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.dialogs.drafts import Drafts

TODAY = date(2022, 6, 1)
MORNING = datetime(2022, 6, 1, 9, 43, tzinfo=UTC)

HOSTILE = (
    "[/x]",
    "[@click=app.boom]x[/]",
    "[b]bold[/i]",
    "[redacted] and [1]",
    "a\x1b]52;c;Ym9v\x07b",
    "c\x9b2Jd",
    "e\u202ef",
    "=1+1",
)


class Host(App[None]):
    """Opens one dialog and remembers its answer."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, dialog: ModalScreen[Any]) -> None:
        super().__init__()
        self.dialog = dialog
        self.answers: list[Any] = []
        self.boomed = False

    def compose(self) -> ComposeResult:
        yield Static(Content("below"), markup=False)

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.answers.append)

    def action_boom(self) -> None:
        self.boomed = True

    @property
    def lines(self) -> list[str]:
        """Every line of the screen as drawn."""
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def seen(self) -> str:
        """The whole screen with its blanks folded."""
        return " ".join(" ".join(self.lines).replace("┃", " ").replace("│", " ").split())


class Shelf:
    """Drafts held in memory; `fails` is raised by every keeping."""

    def __init__(self, text: str | None = None, fails: Exception | None = None) -> None:
        self.text = text
        self.fails = fails
        self.times_kept = 0

    def drafts(self) -> Drafts:
        return Drafts("form:R6", lambda: self.text, self.keep, self.drop, lambda: MORNING)

    def keep(self, text: str) -> None:
        if self.fails:
            raise self.fails
        self.times_kept += 1
        self.text = text

    def drop(self) -> None:
        self.text = None


async def settled(pilot: Pilot[None]) -> None:
    """Everything the last key caused has been drawn."""
    await pilot.pause()
    await pilot.pause()


async def until(pilot: Pilot[None], true: Any) -> None:
    """Wait for something a timer does, at most a hundred turns of the loop."""
    for _ in range(100):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never happened")
