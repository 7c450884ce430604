"""Any size of window: nothing breaks, and the line of keys always shows help."""

import random
from datetime import date
from pathlib import Path

import pytest
from driver import SIZES, Person, open_at

KEYS_THROUGH_EVERYTHING = (
    *["tab"] * 5, "shift+tab", "x", "x", "asterisk", "escape", "]", "[", "end", "home", "pagedown",
    "1", "2", "3", "4", "5", "v", "v", "1",
)  # fmt: skip


def whole(person: Person, size: tuple[int, int]) -> None:
    lines = person.text()
    assert len(lines) == size[1]
    assert "? help" in lines[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_of_keys_shows_help_in_every_pane(
    case_file: Path, size: tuple[int, int]
) -> None:
    async with open_at(case_file, size) as person:
        whole(person, size)
        for key in KEYS_THROUGH_EVERYTHING:
            await person.press(key)
            whole(person, size)


@pytest.mark.parametrize("size", SIZES)
async def test_every_dialog_and_screen_opens_and_closes(
    case_file: Path, size: tuple[int, int]
) -> None:
    async with open_at(case_file, size) as person:
        for key in ("n", "d", "t", "f", "s", "o", "e", "a", "p", "c", "T", "L", "?", "b"):
            await person.press(key)
            assert not person.main.is_active, key
            assert len(person.text()) == size[1]
            await person.press("escape")
            assert person.main.is_active, key
        whole(person, size)


@pytest.mark.parametrize("size", SIZES)
async def test_stepping_through_shows_the_record_and_its_keys(
    case_file: Path, size: tuple[int, int]
) -> None:
    async with open_at(case_file, size) as person:
        await person.choose("b", "nearest")
        assert person.sees("1 of 13")
        assert person.sees("R2 Diary appointments")
        whole(person, size)


@pytest.mark.parametrize("size", SIZES)
async def test_the_day_shown_is_never_cut_off(case_file: Path, size: tuple[int, int]) -> None:
    async with open_at(case_file, size, date(2022, 2, 1)) as person:
        assert "Tue 1 Feb 2022 (clock set)" in person.text()[0]


async def test_windows_pulled_about_lose_nothing(case_file: Path) -> None:
    chance = random.Random(55)
    async with open_at(case_file) as person:
        await person.press("down", "down", "space")
        ref = person.ref
        for _ in range(25):
            size = (chance.randint(20, 220), chance.randint(6, 60))
            await person.pilot.resize_terminal(*size)
            for _ in range(20):  # the cover of a window too small goes a moment later
                await person.settled()
                if len(person.text()) == size[1]:
                    break
            assert len(person.text()) == size[1]
            assert person.ref == ref
        await person.pilot.resize_terminal(120, 40)
        await person.settled()
        whole(person, (120, 40))
        assert person.sees("● 1 marked")


async def test_a_dialog_survives_a_window_pulled_about(case_file: Path) -> None:
    chance = random.Random(56)
    async with open_at(case_file) as person:
        await person.press("n")
        await person.type("Kept")
        for _ in range(10):
            await person.pilot.resize_terminal(chance.randint(20, 220), chance.randint(6, 60))
            await person.settled()
        await person.pilot.resize_terminal(80, 24)
        await person.settled()
        assert person.sees("Kept")
        await person.press("ctrl+s")
        assert person.main.is_active
