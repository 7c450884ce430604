"""The same panes as a Textual app usually has them: standard widgets, sqlite-utils, fifty rows.

python table_app.py TRACKER
"""

import sys
from typing import ClassVar

from sqlite_utils import Database
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import DataTable, Footer, Header, OptionList, Static

ROWS = 50


class Table(App[None]):
    """Inspections, clocks, recommendations, actions and detail."""

    CSS = """
    #left { width: 40; }
    OptionList { height: 1fr; }
    DataTable { height: 2fr; }
    #actions { height: 1fr; }
    #detail { height: 1fr; }
    """
    BINDINGS: ClassVar = [("q", "quit", "Leave")]

    def __init__(self, path: str) -> None:
        super().__init__()
        self.tracker = Database(path)

    def compose(self) -> ComposeResult:
        yield Header()
        with Horizontal():
            with Vertical(id="left"):
                yield OptionList(*self.titles("inspections"), id="inspections")
                yield OptionList(*self.titles("deadlines", "what"), id="clocks")
            with Vertical():
                yield DataTable(cursor_type="row", id="recommendations")
                yield OptionList(*self.titles("actions"), id="actions")
        yield Static(id="detail")
        yield Footer()

    def titles(self, table: str, column: str = "title") -> list[str]:
        return [row[column] for row in self.tracker[table].rows_where(limit=20)]

    def on_mount(self) -> None:
        self.title = "Recommendations"
        table = self.query_one(DataTable)
        table.add_columns("Due", "Ref", "Recommendation")
        for row in self.tracker["recommendations"].rows_where(limit=ROWS):
            table.add_row(row["timescale"], row["ref"], row["title"], key=str(row["id"]))
        table.focus()

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        if event.row_key.value is not None:
            row = self.tracker["recommendations"].get(int(event.row_key.value))
            self.query_one("#detail", Static).update(row["text"])


if __name__ == "__main__":
    Table(sys.argv[1]).run()
