"""The least a Textual app can do for a key: one line that counts."""

import gc

gc.disable()

from textual.app import App, ComposeResult  # noqa: E402
from textual.content import Content  # noqa: E402
from textual.widgets import Static  # noqa: E402


class Hello(App[None]):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("q", "quit", "Leave"), ("down", "count", "Count")]  # noqa: RUF012
    pressed = 1

    def compose(self) -> ComposeResult:
        yield Static("Ready 1", markup=False)

    def action_count(self) -> None:
        self.pressed += 1
        self.query_one(Static).update(Content(f"Ready {self.pressed}"), layout=False)


if __name__ == "__main__":
    Hello().run()
