"""What the screen of a spreadsheet asks: a column's meaning, the sheet, its headings, to save."""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING

from seed.saving_sheets import SheetSaved, save_sheet
from seed.sheet_fields import Field as SheetField
from store import inspections
from store.errors import BadInput
from store.telling import Tell
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.form import Field, FormDialog
from tui.dialogs.message import ConfirmDialog
from tui.saving_beside import save_beside
from tui.screens import importing_sheet_rows as sheet_rows
from tui.screens.importing_backup import back_up_first
from tui.screens.importing_originals import keep_original

if TYPE_CHECKING:
    from tui.screens.importing_sheet import SheetScreen

_NOTE = "none"
_ROWS_SHOWN = 12


def meaning(screen: "SheetScreen") -> None:
    """What the column under the cursor means."""
    key = screen.columns.key
    if key is None:
        return
    session, desk = screen.session, screen.desk
    header = session.draft.headers[key]
    now = next((one.field for one in session.draft.columns.columns if one.header == header), None)
    options = [Option(one.value, one.value, "as now" if one is now else "") for one in SheetField]
    options.append(Option(_NOTE, "none of these", "its cells are kept in a note"))

    def then(chosen: str | None) -> None:
        if chosen is not None:
            screen.choose(lambda: session.choose(desk.db, desk.today, meaning={header: chosen}))

    screen.app.push_screen(ChooseDialog(f"What does “{header}” mean?", options), then)


def sheet(screen: "SheetScreen") -> None:
    """Which sheet of the file."""
    session, desk = screen.session, screen.desk
    if len(session.draft.sheets) < 2:
        screen.notify("The file has only this sheet.", markup=False)
        return
    options = [
        Option(one.name, one.name, f"{one.rows:,} rows{', hidden' if one.hidden else ''}")
        for one in session.draft.sheets
    ]

    def then(chosen: str | None) -> None:
        if chosen is not None:
            screen.choose(lambda: session.choose(desk.db, desk.today, sheet=chosen))

    screen.app.push_screen(ChooseDialog("Which sheet?", options), then)


def header(screen: "SheetScreen") -> None:
    """In which row the headings stand: one of the first rows, or a number typed."""
    session, desk = screen.session, screen.desk

    def save(values: Mapping[str, str]) -> None:
        typed = values["row"].strip()
        if not typed.isdecimal() or not typed.isascii():
            raise BadInput("Type the number of a row, such as 3.")
        session.choose(desk.db, desk.today, header_row=int(typed))

    first = [
        f"{number}: {' | '.join(str(cell) for cell in row if cell is not None)[:70]}"
        for number, row in session.draft.table.rows[:_ROWS_SHOWN]
    ]
    dialog = FormDialog(
        "The row of headings",
        [Field("row", "Row", value=str(session.draft.header_row), required=True)],
        save,
        today=desk.today,
        intro="\n".join(first),
    )
    screen.app.push_screen(dialog, lambda saved: screen.reload() if saved else None)


def closed(screen: "SheetScreen") -> None:
    """Who closed what the sheet calls closed."""
    session, desk = screen.session, screen.desk
    options = [
        Option("", "The sheet does not say", "such rows are submitted for sign-off"),
        Option("inspectorate", "The inspectorate", "such rows are closed by the inspectorate"),
    ]

    def change(chosen: str) -> None:
        session.closed_by_inspectorate = bool(chosen)
        session.plan_again(desk.db, desk.today)

    def then(chosen: str | None) -> None:
        if chosen is not None:
            screen.choose(lambda: change(chosen))

    screen.app.push_screen(ChooseDialog("Who closed what is “closed” here?", options), then)


def inspection(screen: "SheetScreen") -> None:
    """The inspection of rows that name none."""
    session, desk = screen.session, screen.desk
    found = inspections.listed(desk.db, desk.today)
    options = [Option("", "As the sheet says")]
    options += [Option(one.ref, f"{one.ref}  {one.title}", one.force) for one in found]

    def change(ref: str) -> None:
        session.inspection = ref
        session.plan_again(desk.db, desk.today)

    def then(ref: str | None) -> None:
        if ref is not None:
            screen.choose(lambda: change(ref))

    title = "To which inspection do rows belong that name none?"
    screen.app.push_screen(ChooseDialog(title, options), then)


def save(screen: "SheetScreen") -> None:
    """Say what would be saved, and save it beside the screen once that is agreed."""
    if not screen.session.accepted().changes_something:
        screen.notify("Nothing in it is new. There is nothing to save.", markup=False)
        return

    def then(agreed: bool | None) -> None:
        if agreed:
            back_up_first(screen, screen.desk, lambda: _write(screen))

    sentences = sheet_rows.summary(screen.session)
    dialog = ConfirmDialog("Save this?", sentences, yes="Save", no="Back to the rows")
    screen.app.push_screen(dialog, then)


def _write(screen: "SheetScreen") -> None:
    session, author, today = screen.session, screen.desk.author, screen.desk.today

    def save(db: sqlite3.Connection, tell: Tell) -> SheetSaved:
        if session.keep_file:
            keep_original(db, session.read.path, session.read.sha256)
        return save_sheet(db, session.accepted(), author, today, tell)

    save_beside(screen, screen.desk, save, lambda saved: screen.dismiss(_told(saved)))


def _told(saved: SheetSaved) -> str:
    return (
        f"Saved {saved.file_name} as {saved.document}: {sheet_rows.counts(saved)}. u takes it back."
    )
