"""The same panes as the usual way of writing them has them: a standard table of fifty rows."""

import gc

gc.disable()

from textual.app import App, ComposeResult  # noqa: E402
from textual.containers import Horizontal  # noqa: E402
from textual.widgets import DataTable, Input, OptionList, Static  # noqa: E402

ROWS = 50


class Table(App[None]):
    CSS = "Horizontal { height: 1fr; } OptionList { width: 38; } Static { width: 1fr; }"
    BINDINGS = [("q", "quit", "Leave")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static("Ready")
        with Horizontal():
            yield OptionList("one")
            yield DataTable(cursor_type="row")
            yield Static("detail", id="detail")
        yield Input()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("", "Due in", "Ref", "Recommendation")
        for number in range(ROWS):
            table.add_row("R", f"{number} days late", f"R{number}", f"Recommendation {number}")
        table.focus()


if __name__ == "__main__":
    Table().run()
