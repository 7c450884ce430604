"""Another copy brought in on the screen: both versions side by side, one change, one undo."""

from pathlib import Path

import pytest
import small_tracker
from driver import Person, open_at
from little_case import everything
from two_copies import DAY, LAPTOP, OFFICE, Copy

from store import history
from store.merging.asked import Side
from store.tracker import open_tracker
from tui.screens.merge import _chosen


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """The office's and the laptop's file: one question, and a note that only the laptop has."""
    office = Copy(small_tracker.make(tmp_path / "office.matters").tracker, OFFICE)
    laptop = office.fork(tmp_path / "laptop.matters", LAPTOP)
    office.edit("R1", title="Cells each hour")
    laptop.edit("R1", title="Cells hourly")
    laptop.note("R2", "Told the board.")
    office.tracker.close()
    laptop.tracker.close()
    return tmp_path / "office.matters", tmp_path / "laptop.matters"


async def lay_beside(person: Person, other: Path) -> None:
    """Name the other copy and wait until both are laid side by side."""
    await person.press("M")
    await person.write(str(other))
    await person.press("ctrl+s")
    for _ in range(200):
        await person.pilot.pause(0.02)
        if type(person.app.screen).__name__ in ("MergeScreen", "MessageDialog"):
            break
    await person.settled()


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        ((), ""),
        ((Side.MINE,) * 3, " In all 3 questions you kept ours."),
        ((Side.THEIRS,) * 2, " In all 2 questions you took theirs."),
        (
            (Side.MINE, Side.THEIRS, Side.THEIRS),
            " Of 3 questions you kept ours in 1 and took theirs in 2.",
        ),
    ],
)
def test_what_was_chosen_is_said_in_words(sides: tuple[Side, ...], said: str) -> None:
    assert _chosen(sides) == said


def look(path: Path) -> Copy:
    return Copy(open_tracker(path, read_only=True), OFFICE)


async def test_both_versions_are_shown_with_who_and_when(copies: tuple[Path, Path]) -> None:
    async with open_at(copies[0], day=DAY) as person:
        await lay_beside(person, copies[1])
        assert person.sees("laptop.matters beside this tracker · 0 of 1 question answered")
        assert person.sees("1 change to come in without a question")
        assert person.sees("mine Cells each hour")
        assert person.sees("Olive Office, 09/06/2022")
        assert person.sees("theirs Cells hourly")
        assert person.sees("Leo Laptop, 09/06/2022")
        await person.press("up")
        assert person.sees("“Note on R2”, by Leo Laptop, 9 June 2022 14:02 UTC")


@pytest.mark.parametrize(
    ("key", "title", "said"),
    [
        ("m", "Cells each hour", "In the one question you kept ours."),
        ("t", "Cells hourly", "In the one question you took theirs."),
    ],
)
async def test_the_chosen_version_holds_and_one_undo_takes_it_back(
    copies: tuple[Path, Path], key: str, title: str, said: str
) -> None:
    async with open_at(copies[0], day=DAY) as person:
        await lay_beside(person, copies[1])
        await person.press(key, "s")
        assert person.sees("Bring in laptop.matters?")
        assert person.sees(said)
        await person.press("y")
        assert person.told()[-1].startswith("Brought in laptop.matters:")
        office = look(copies[0])
        assert office.titles()["R1"] == title
        assert "Told the board." in office.texts()
        assert history.units(office.db)[0].title == "Bring in copy laptop.matters"
        await person.press("u")
        assert office.titles()["R1"] == "Cells each hour"
        assert "Told the board." not in office.texts()
        office.tracker.close()


async def test_nothing_is_brought_in_while_a_question_is_open(copies: tuple[Path, Path]) -> None:
    async with open_at(copies[0], day=DAY) as person:
        before = everything(person.tracker.db)
        await lay_beside(person, copies[1])
        await person.press("s")
        assert "1 question left" in person.told()[-1]
        await person.press("escape")
        assert everything(person.tracker.db) == before


async def test_leaving_the_last_question_changes_nothing(copies: tuple[Path, Path]) -> None:
    async with open_at(copies[0], day=DAY) as person:
        before = everything(person.tracker.db)
        await lay_beside(person, copies[1])
        await person.press("t", "s", "n", "escape")
        assert everything(person.tracker.db) == before


async def test_what_cannot_be_brought_in_is_said(copies: tuple[Path, Path]) -> None:
    async with open_at(copies[0], day=DAY) as person:
        await lay_beside(person, copies[0])
        assert person.sees("It was not brought in")
        assert person.sees("is the tracker itself")


async def test_a_copy_without_anything_new_says_so(
    copies: tuple[Path, Path], tmp_path: Path
) -> None:
    same = tmp_path / "same.matters"
    same.write_bytes(copies[0].read_bytes())
    async with open_at(copies[0], day=DAY) as person:
        await lay_beside(person, same)
        assert person.sees("holds nothing that is not here already")


async def test_a_read_only_tracker_says_why_it_takes_nothing(copies: tuple[Path, Path]) -> None:
    async with open_at(copies[0], day=DAY, read_only=True) as person:
        await person.press("M")
        assert "read only" in person.told()[-1]


async def test_it_fits_a_small_window(copies: tuple[Path, Path]) -> None:
    async with open_at(copies[0], (80, 24), day=DAY) as person:
        await lay_beside(person, copies[1])
        for words in ("mine Cells each hour", "theirs Cells hourly", "s bring it in", "esc leave"):
            assert person.sees(words)
