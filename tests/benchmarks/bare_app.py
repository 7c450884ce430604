"""An empty three-pane Textual app: what any screen of this kind costs before it does anything."""

import gc

gc.disable()

from textual.app import App, ComposeResult  # noqa: E402
from textual.containers import Horizontal  # noqa: E402
from textual.widgets import Input, OptionList, Static  # noqa: E402


class Bare(App[None]):
    BINDINGS = [("q", "quit", "Leave")]  # noqa: RUF012
    CSS = "Horizontal { height: 1fr; } OptionList { width: 38; } Static { width: 1fr; }"

    def compose(self) -> ComposeResult:
        yield Static("Ready")
        with Horizontal():
            yield OptionList("one")
            yield Static("list")
            yield Static("detail")
        yield Input()


if __name__ == "__main__":
    Bare().run()
