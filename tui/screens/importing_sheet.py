"""The screen for an office's own spreadsheet: what its columns mean, what its rows become."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Static

from store.errors import TrackerError
from tui.commands import SHEET, Place, bindings, line_at
from tui.desk import Desk
from tui.screens import importing_sheet_asks as asks
from tui.screens import importing_sheet_rows as sheet_rows
from tui.screens.bars import keys_line
from tui.screens.importing_sheet_session import SheetSession
from tui.screens.panes import PanesScreen
from tui.widgets.lines import Lines
from tui.widgets.page import Page
from tui.wording import counted, joined, line

STYLE = """
SheetScreen {
    layout: vertical;

    .bar { height: 1; padding: 0 1; }
    #title { background: $panel; text-style: bold; }
    #tabs { display: none; color: $text-muted; }
    #keys { background: $panel; color: $foreground; }

    #body { layout: grid; grid-size: 2 2; grid-columns: 2fr 3fr; grid-rows: 3fr 2fr; height: 1fr; }
    #item { column-span: 2; }

    &.-one-pane {
        #tabs { display: block; }
        #body { layout: vertical; }
        .pane { display: none; height: 1fr; }
        .-current { display: block; }
    }
}
"""


class SheetScreen(PanesScreen):
    """Looks through a spreadsheet; gives the sentence about what was saved, None if nothing was."""

    AUTO_FOCUS = "#rows"
    BINDINGS = bindings(SHEET)
    DEFAULT_CSS = STYLE
    places: ClassVar[frozenset[Place]] = SHEET
    place = Place.SHEET

    def __init__(self, desk: Desk, session: SheetSession) -> None:
        super().__init__()
        self.desk = desk
        self.session = session
        self.columns = Lines(sheet_rows.COLUMNS, id="columns", classes="pane")
        self.rows = Lines(sheet_rows.ROWS, id="rows", classes="pane", empty="No row is taken.")
        self.item = Page(id="item", classes="pane")

    @property
    def panes(self) -> tuple[tuple[str, Widget], ...]:
        """The panes with their names, in the order Tab goes through them."""
        return (("Columns", self.columns), ("Rows", self.rows), ("In full", self.item))

    @property
    def home(self) -> Widget:
        """The rows."""
        return self.rows

    def compose(self) -> ComposeResult:
        """Columns and rows beside each other, the row in hand below."""
        yield Static(id="title", classes="bar", markup=False)
        yield Static(id="counts", classes="bar", markup=False)
        yield Static(id="tabs", classes="bar", markup=False)
        with Container(id="body"):
            yield self.columns
            yield self.rows
            yield self.item
        yield Static(id="keys", classes="bar", markup=False)

    def on_mount(self) -> None:
        """Show what the sheet holds."""
        self.rows.on_select = lambda _: self._show_item()
        self.columns.border_title = "What the columns mean"
        self.rows.border_title = "What the rows become"
        self.reload()

    def reload(self) -> None:
        """Show the sheet afresh; the cursors stay where they are."""
        self.columns.show(sheet_rows.column_rows(self.session))
        self.rows.show(sheet_rows.entry_rows(self.session))
        self._show_item()
        self.show_bars()

    def choose(self, change: Callable[[], None]) -> None:
        """Make a choice and show what follows; what cannot be done is said."""
        try:
            change()
        except TrackerError as error:
            self.notify(str(error), markup=False, severity="warning", timeout=8)
            return
        self.reload()

    def _show_item(self) -> None:
        self.item.show(sheet_rows.paragraphs(self.session, self.rows.key))

    def show_bars(self) -> None:
        """Draw the file's title, what becomes of its rows, the tabs and the keys."""
        if not self.is_mounted:
            return
        draft, plan = self.session.draft, self.session.plan
        sheet = f" · sheet {draft.sheet}" if draft.sheet else ""
        where = f"→ {self.session.inspection}" if self.session.inspection else ""
        title = line(("Import", "strong"), f" · {draft.file_name}{sheet} {where}")
        columns = "columns as last time" if draft.remembered else "columns proposed: please check"
        told_of = line(f"headings in row {draft.header_row}   {columns}")
        new, changed, same = (plan.count(word) for word in ("new", "changed", "same"))
        added = f"{counted(draft.rows.rows_in, 'row')} = {len(draft.rows.rows)} taken"
        counts = line(
            f"{added} + {len(draft.rows.not_taken)} not",
            f"   {new} new, {changed} changed, {same} as before",
            (f"   ? {len(plan.problems)} to look at" if plan.problems else "", "query"),
        )
        self.put("title", joined([title, told_of]))
        self.put("counts", counts)
        self.put_tabs()
        self.put("keys", keys_line(line_at(Place.SHEET), self.size.width))

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Enter on a column says what it means; on a row it shows the row in full."""
        if event.lines is self.columns:
            asks.meaning(self)
        else:
            self.go_to(self.item)

    def action_sheet_take(self) -> None:
        """Take the row under the cursor, or leave it out."""
        key = self.rows.key or 0
        if self.session.entry(key) is None:
            self.notify("Put the cursor on a row that can be saved.", markup=False)
            return
        self.session.left_out ^= {key - 1}
        self.reload()

    def action_sheet_column(self) -> None:
        """Say what the column under the cursor means."""
        asks.meaning(self)

    def action_sheet_choose(self) -> None:
        """Choose another sheet of the file."""
        asks.sheet(self)

    def action_sheet_header(self) -> None:
        """Say in which row the headings stand."""
        asks.header(self)

    def action_sheet_closed(self) -> None:
        """Say who closed what the sheet calls closed."""
        asks.closed(self)

    def action_import_inspection(self) -> None:
        """Choose the inspection of rows that name none."""
        asks.inspection(self)

    def action_import_save(self) -> None:
        """Show what would be saved, and save it."""
        asks.save(self)

    def action_import_leave(self) -> None:
        """Go back to the rows, then leave; nothing of the sheet is kept."""
        if not self.back_home():
            self.dismiss(None)
