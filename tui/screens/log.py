"""The log of the whole tracker: every change by name, the newest first."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from store import history
from store.history import LoggedUnit
from tui.desk import Desk
from tui.details import records
from tui.safe import line_content
from tui.widgets.lines import Cell, Column, FixedRows, Lines, Row
from tui.widgets.page import Page
from tui.wording import line

_NEWEST = 2_000
_COLUMNS = (
    Column("number", "No.", 6, align="right"),
    Column("at", "When", 17),
    Column("title", "What", None, 20),
    Column("by", "Who", 20, drop=1),
)


class LogScreen(Screen[None]):
    """Units on the left of the eye, what each changed below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,L", "dismiss", "Back", show=False, id="log.back")
    ]
    DEFAULT_CSS = """
    LogScreen { layout: vertical; .bar { height: 1; padding: 0 1; background: $panel; } }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.units = Lines(_COLUMNS, header=True, empty="Nothing has been changed yet.")
        self.page = Page()

    def compose(self) -> ComposeResult:
        """The list, the change, the keys."""
        yield self.units
        yield self.page
        keys = line(("esc", "strong"), " back  ", ("tab", "strong"), " to the change and back")
        yield Static(keys, classes="bar", markup=False)

    def on_mount(self) -> None:
        """Fill the list, the newest change first."""
        found = history.units(self.desk.db, newest=_NEWEST)
        self.units.on_select = self._selected
        self.units.show(FixedRows([unit.id for unit in found], {u.id: _row(u) for u in found}))
        self.units.border_title = line_content(f"Every change · {len(found)}")
        self.units.focus()

    def _selected(self, key: int | None) -> None:
        if key is None:
            return
        self.page.border_title = line_content(f"Change {key}")
        changes = history.changes_of(self.desk.db, key)
        db = self.desk.db
        told = (records.change_lines(db, change, named=True) for change in changes)
        self.page.show([text for lines in told for text in lines])


def _row(unit: LoggedUnit) -> Row:
    at = f"{unit.at.astimezone():%d/%m/%Y %H:%M}"
    return Row((Cell(str(unit.id), "quiet"), Cell(at, "quiet"), Cell(unit.title), Cell(unit.by)))
