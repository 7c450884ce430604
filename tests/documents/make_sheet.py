"""Trackers made for the tests, as offices keep them."""

from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

APRIL, MAY = datetime.fromisoformat("2024-04-03"), datetime.fromisoformat("2024-05-01")
HEADERS = (
    "Rec. No", "Inspection", "Recommendation", "Lead officer", "RAG\nstatus", "Due date",
    "Update March", "Update April", "Closed by",
)  # fmt: skip


def tracker(path: Path) -> Path:
    """A tracker with a title over the headings, merged and hidden rows, and days of all kinds."""
    book = Workbook()
    cover = book.active
    cover.title = "Read me"
    cover["A1"] = "How to use this tracker"
    lists = book.create_sheet("Lists")
    lists.sheet_state = "hidden"
    lists["A1"] = "Green"
    sheet = book.create_sheet("Tracker 2024")
    sheet["A1"] = "Inspection tracker - OFFICIAL"
    sheet.merge_cells("A1:I1")
    rows: list[tuple[object, ...]] = [
        HEADERS,
        ("R1", "Custody 2023", "Record each visit.", "ACC Hill", "Green", APRIL,
         "Started", "Done", "AB"),
        ("R2", None, "Train the staff.", "Supt Low", "Amber", 45291, None, "Half done"),
        ("R3", None, "Count again.\nThen publish.", None, "Red", "Dec 2023"),
        ("R4", "PEEL", "Review the rota.", None, None, "ASAP"),
        ("R5", "PEEL", "Review the policy.", None, None, "31/06/2024"),
        ("R6", "PEEL", "Review the plan.", None, None, MAY),
        ("R7", "PEEL", None, "ACC Hill"),
        ("R6", "PEEL", "Review the plan.", None, None, MAY),
        HEADERS,
        ("Thematic work",),
        (None, None, None, None, None, None),
        ("Total", None, 7),
    ]  # fmt: skip
    for position, row in enumerate(rows, 3):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(position, column, value)
    sheet.merge_cells("B4:B6")
    sheet["F9"].number_format = "mmm-yy"
    sheet["F11"].number_format = "mmm-yy"
    sheet.row_dimensions[5].hidden = True
    book.save(path)
    return path


def long_tracker(path: Path, rows: int) -> Path:
    """A tracker of so many rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Log")
    sheet.append(["Ref", "Recommendation", "Owner", "Status", "Due"])
    for number in range(rows):
        day = date(2024, 1 + number % 12, 1 + number % 28)
        sheet.append([f"R{number}", f"Act on matter {number} in full.", "ACC Hill", "Open", day])
    book.save(path)
    return path
