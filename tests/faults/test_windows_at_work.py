"""T1: the screens of an import, a merge and a conflict, pulled to any size."""

import random
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import small_tracker
from bringing_in import REPORT, read, waited
from driver import MOMENT, Person, open_at
from two_copies import LAPTOP, OFFICE, Copy
from windows import pull_about

from store import recommendations
from store.tracker import create
from store.unit import Author, unit
from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.files import FilesDialog
from tui.screens.importing_sheet import SheetScreen
from tui.screens.merge import MergeScreen

Opener = Callable[[Path], Path]
Walk = Callable[[Person], Awaitable[None]]


def empty_beside(folder: Path) -> Path:
    """A tracker without a record, in the folder where the documents lie."""
    path = folder / "ours.matters"
    create(path, Author("Ann Example", lambda: MOMENT)).close()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "list.csv").write_text(
        "Ref,Recommendation,Target date\nC1,Repaint the cells.,30/06/2024\n", encoding="utf-8"
    )
    return path


def forked(folder: Path) -> Path:
    """The office's file beside the laptop's, of which one change is also one of the office."""
    office = Copy(small_tracker.make(folder / "office.matters").tracker, OFFICE)
    laptop = office.fork(folder / "laptop.matters", LAPTOP)
    office.edit("R1", title="Cells each hour")
    laptop.edit("R1", title="Cells hourly")
    for copy in (office, laptop):
        copy.tracker.close()
    return folder / "office.matters"


async def a_report(person: Person) -> None:
    await read(person, "report.txt")


async def what_would_be_saved(person: Person) -> None:
    await read(person, "report.txt")
    await person.press("s")


async def a_spreadsheet(person: Person) -> None:
    await person.press("i")
    await waited(person, lambda: isinstance(person.app.screen, FilesDialog))
    await person.type("list.csv")
    await person.press("enter")
    await waited(person, lambda: isinstance(person.app.screen, SheetScreen))


async def two_copies(person: Person) -> None:
    await person.press("M")
    await person.write("laptop.matters")
    await person.press("ctrl+s")
    await waited(person, lambda: isinstance(person.app.screen, MergeScreen))


async def a_conflict(person: Person) -> None:
    key = person.main.recommendations.key
    assert key is not None
    await person.press("e")
    await person.write("Ann's title")
    with unit(person.tracker.db, "Elsewhere", OFFICE) as change:
        seen = recommendations.get(person.tracker.db, key)
        recommendations.edit(change, seen, title="Olive's title")
    await person.press("ctrl+s")
    await waited(person, lambda: isinstance(person.app.screen, ConflictDialog))


WORK: dict[str, tuple[Opener, Walk]] = {
    "a report": (empty_beside, a_report),
    "what would be saved of it": (empty_beside, what_would_be_saved),
    "a spreadsheet": (empty_beside, a_spreadsheet),
    "two copies": (forked, two_copies),
    "a conflict": (forked, a_conflict),
}


@pytest.mark.parametrize("work", WORK)
async def test_a_window_pulled_about_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: str, points, figure
) -> None:
    opener, walk = WORK[work]
    monkeypatch.chdir(tmp_path)
    times = points(200, 2)
    async with open_at(opener(tmp_path)) as person:
        await walk(person)
        await pull_about(person, random.Random(work), times)
    figure("T1", f"{work}: 1×1 to 300×100, 200 resizes, 0 crashes", f"{times} resizes, 0 crashes")
