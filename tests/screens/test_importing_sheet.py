"""Bringing in an office's own spreadsheet by keys: columns, sheets, rows, and what is left out."""

from datetime import date
from pathlib import Path

import pytest
from driver import MOMENT, Person, open_at
from openpyxl import Workbook

from store.tracker import create
from store.unit import Author
from tui.dialogs.files import FilesDialog
from tui.dialogs.message import ConfirmDialog
from tui.screens.importing_sheet import SheetScreen

TODAY = date(2024, 6, 3)
HEADINGS = ["Ref", "Report", "Recommendation", "Lead", "Target date", "Status", "Nudge"]
ROWS = [
    ["C1", "Custody 2024", "Review how often cells are visited.", "Insp Field", "30/06/2024",
     "In progress", "first"],
    ["C2", "Custody 2024", "Repaint the cells.", "", "Dec 2024", "Complete", ""],
    ["Totals", 2],
    ["C3", "Custody 2024", "=cmd|' /C calc'!A0", "Supt Hall", "ASAP", "", ""],
]  # fmt: skip


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new tracker, closed, beside a spreadsheet of two sheets."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ours.matters"
    create(path, Author("Ann Example", lambda: MOMENT)).close()
    write(ROWS)
    return path


def write(rows: list[list[object]]) -> None:
    book = Workbook()
    log = book.active
    assert log is not None
    log.title = "Log"
    log.append(["Tracker of the force"])
    log.append(HEADINGS)
    for row in rows:
        log.append([f"'{cell}" if str(cell).startswith("=") else cell for cell in row])
    other = book.create_sheet("Old")
    other.append(["Ref", "Recommendation"])
    other.append(["O1", "Count the keys."])
    book.save("tracker.xlsx")


async def waited(person: Person, screen: type) -> None:
    """Wait until this screen is open, at most half a minute."""
    for _ in range(600):
        if isinstance(person.app.screen, screen):
            await person.settled()
            return
        await person.pilot.pause(0.05)
    raise AssertionError("it never opened")


async def read(person: Person, name: str = "tracker.xlsx") -> SheetScreen:
    await person.press("i")
    await waited(person, FilesDialog)
    await person.type(name)
    await person.press("enter")
    await waited(person, SheetScreen)
    screen = person.app.screen
    assert isinstance(screen, SheetScreen)
    return screen


async def save(person: Person) -> None:
    await person.press("s")
    await waited(person, ConfirmDialog)
    await person.press("y")
    await waited(person, type(person.main))


async def to(person: Person, screen: SheetScreen, words: str) -> None:
    """Move down to the row that has these words."""
    lines = screen.columns if screen.columns.has_focus else screen.rows
    drawn = lines.source.rows(lines.source.ids)
    says = [" ".join(cell.text for cell in drawn[key].cells) for key in lines.source.ids]
    (at, *_) = [index for index, text in enumerate(says) if words in text]
    await person.press("g", *["j"] * at)


def texts(person: Person) -> list[str]:
    found = person.tracker.db.execute("SELECT text FROM recommendations ORDER BY id")
    return [row[0] for row in found]


async def test_a_spreadsheet_is_looked_through_saved_and_taken_back(file: Path) -> None:
    async with open_at(file, day=TODAY) as person:
        await read(person)
        assert person.sees("sheet Log headings in row 2 columns proposed: please check")
        assert person.sees("4 rows = 3 taken + 1 not 3 new, 0 changed, 0 as before")
        assert person.sees("it is a total: Totals | 2")
        await save(person)
        assert len(texts(person)) == 3
        assert "u takes it back." in person.told()[-1]
        await person.press("u")
        assert texts(person) == []


async def test_next_months_file_changes_only_what_changed(file: Path) -> None:
    async with open_at(file, day=TODAY) as person:
        await read(person)
        await save(person)
        write([[*ROWS[0][:5], "In progress", "second"], *ROWS[1:]])
        screen = await read(person)
        assert person.sees("columns as last time")
        assert person.sees("0 new, 1 changed, 2 as before")
        await to(person, screen, "Review how often")
        assert person.sees("Nudge: second")
        await save(person)
        assert len(texts(person)) == 3
        await read(person)
        await person.press("s")
        assert "There is nothing to save." in person.told()[-1]


async def test_a_column_is_given_another_meaning(file: Path) -> None:
    async with open_at(file, day=TODAY) as person:
        screen = await read(person)
        await person.press("shift+tab")
        await to(person, screen, "Nudge")
        assert person.sees("Nudge → kept in a note")
        await person.choose("enter", "update")
        assert person.sees("Nudge → update")
        await to(person, screen, "Recommendation")
        await person.choose("e", "none of these")
        assert any("No column is chosen" in said for said in person.told())
        assert person.sees("Recommendation → text")


async def test_esc_goes_back_to_the_rows_before_it_leaves(file: Path) -> None:
    async with open_at(file, day=TODAY) as person:
        screen = await read(person)
        await person.press("enter")
        assert screen.item.has_focus
        await person.press("escape")
        assert screen.rows.has_focus
        await person.press("escape")
        assert person.main.is_active


async def test_a_row_left_out_is_listed_with_the_reason(file: Path) -> None:
    async with open_at(file, day=TODAY) as person:
        screen = await read(person)
        await to(person, screen, "Repaint")
        await person.press("space", "s")
        assert person.sees("4 rows in the sheet = 2 taken + 2 listed with the reason")
        counts = ": 2 new, 0 changed, 0 as before, 2 rows listed in a note on it."
        assert person.sees(counts)
        await person.press("y")
        await waited(person, type(person.main))
        assert counts in person.told()[-1]
        assert len(texts(person)) == 2
        (note,) = person.tracker.db.execute("SELECT text FROM notes WHERE text LIKE 'Row%'")
        assert "Row 4 was not taken: it was left out when the sheet was looked through" in note[0]


async def test_another_sheet_and_another_row_of_headings_are_chosen(file: Path) -> None:
    async with open_at(file, day=TODAY) as person:
        await read(person)
        await person.choose("w", "Old")
        assert person.sees("sheet Old headings in row 1")
        assert person.sees("1 row = 1 taken")
        await person.choose("w", "Log")
        await person.press("H")
        await person.write("seven")
        await person.press("ctrl+s")
        assert person.sees("Type the number of a row")
        await person.write("2")
        await person.press("ctrl+s")
        assert person.sees("4 rows = 3 taken")


async def test_who_closed_and_where_rows_belong_are_asked(file: Path) -> None:
    async with open_at(file, day=TODAY) as person:
        screen = await read(person)
        await to(person, screen, "Repaint")
        assert person.sees("delivery: submitted for sign-off (the sheet says “Complete”)")
        await person.choose("v", "inspectorate")
        assert person.sees("inspectorate: closed by inspectorate")
        await person.choose("i", "as the sheet says")
        await person.press("escape")
        assert person.app.screen is person.main
        assert texts(person) == []


async def test_a_spreadsheet_is_brought_in_by_itself(file: Path) -> None:
    (Path.cwd() / "report.txt").write_text("We recommend.", encoding="utf-8")
    async with open_at(file, day=TODAY) as person:
        await person.press("i")
        await person.type("tracker.xlsx report.txt")
        await person.press("enter")
        assert isinstance(person.app.screen, FilesDialog)
        assert person.sees("A spreadsheet is imported by itself. Nothing was read")


async def test_a_sheet_without_headings_says_so(file: Path) -> None:
    (Path.cwd() / "numbers.csv").write_text("1,2\n3,4\n", encoding="utf-8")
    async with open_at(file, day=TODAY) as person:
        await person.press("i")
        await person.type("numbers.csv")
        await person.press("enter")
        for _ in range(600):
            if person.sees("looks like headings"):
                break
            await person.pilot.pause(0.05)
        assert person.sees("No row of numbers.csv looks like headings.")
        assert isinstance(person.app.screen, FilesDialog)


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 50)])
async def test_at_every_size_each_pane_can_be_reached(file: Path, size: tuple[int, int]) -> None:
    async with open_at(file, size, TODAY) as person:
        screen = await read(person)
        for _ in screen.panes:
            (pane,) = [pane for _, pane in screen.panes if pane.has_focus]
            assert pane.region.height > 3
            await person.press("tab")
        assert screen.rows.has_focus
        assert person.sees("? help")
