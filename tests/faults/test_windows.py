"""T1: any size of window on any screen; what is too small says so and nothing is lost."""

import random
from pathlib import Path

import pytest
from driver import open_at
from pty_session import Terminal
from windows import pull, pull_about

SCREENS = {
    "main": (), "note": ("n",), "decide": ("d",), "new date": ("t",), "owner": ("o",),
    "edit": ("e",), "filter": ("f",), "sort": ("s",), "published": ("p",), "add": ("a",),
    "clock": ("c",), "colours": ("T",), "log": ("L",), "help": ("?",), "find": ("slash",),
    "palette": ("ctrl+p",), "step through": ("b", "enter"), "backups": ("B",), "hand over": ("H",),
    "import": ("i",), "leaving": ("n", "x", "ctrl+q"),
}  # fmt: skip

IN_AN_ORDINARY_RUN = ("main", "note", "palette", "leaving")
TRIED = [
    screen if screen in IN_AN_ORDINARY_RUN else pytest.param(screen, marks=pytest.mark.long)
    for screen in SCREENS
]


@pytest.mark.parametrize("screen", TRIED)
async def test_a_window_pulled_about(case_file: Path, screen: str, points, figure) -> None:
    chance, times = random.Random(screen), points(200, 2)
    async with open_at(case_file) as person:
        for key in SCREENS[screen]:
            await person.press(key)
        await pull_about(person, chance, times)
    figure("T1", f"{screen}: 1×1 to 300×100, 200 resizes, 0 crashes", f"{times} resizes, 0 crashes")


async def test_what_is_too_small_says_so_on_every_screen_and_keeps_what_was_typed(
    case_file: Path,
) -> None:
    async with open_at(case_file) as person:
        await person.press("n")
        await person.type("Kept")
        await pull(person, (59, 20))
        assert person.sees("Make the window larger: at least 60 by 15. Nothing is lost.")
        await person.press("a", "escape")
        await pull(person, (60, 15))
        assert person.sees("Kept")
        await person.type(" too")
        assert person.sees("Kept too")


async def test_the_palette_opens_once_however_often_it_is_asked_for(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("ctrl+p")
        await pull(person, (59, 20))
        await person.press("ctrl+p")
        await pull(person, (120, 40))
        await person.press("escape")
        assert person.main.is_active


async def test_the_palette_outlives_the_narrowest_windows(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("ctrl+p")
        for width in range(1, 10):
            await pull(person, (width, 24))
        await pull(person, (120, 40))
        await person.type("backups")
        assert person.sees("Backups")


def test_a_real_window_opened_too_small(case_file: Path, tmp_path: Path) -> None:
    with Terminal("--file", str(case_file), home=tmp_path, size=(40, 10)) as terminal:
        terminal.sees("Make the window larger")
        for size in ((1, 1), (2, 50), (300, 100), (20, 5), (80, 24)):
            terminal.resize(*size)
            terminal.rest()
        terminal.sees("? help")
        terminal.send("q")
        assert terminal.exit_code() == 0
        assert terminal.left_on() == []
