"""R20, R21: whatever ends the program, no text older than a second is lost, and it is offered."""

import json
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from driver import open_at
from pty_session import Terminal

from store import drafts
from store.tracker import open_tracker
from tui.leaving import being_written

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs POSIX signals")

PACE = 0.04  # seconds between two letters: 25 a second
WAYS: dict[str, Callable[[Terminal], None]] = {
    "SIGKILL": lambda terminal: terminal.kill(signal.SIGKILL),
    "SIGHUP": lambda terminal: terminal.kill(signal.SIGHUP),
    "SIGTERM": lambda terminal: terminal.kill(signal.SIGTERM),
    "a closed terminal": Terminal.hang_up,
}
CODES = {"SIGKILL": -9, "SIGHUP": 129, "SIGTERM": 143, "a closed terminal": 129}


def type_for(terminal: Terminal, seconds: float) -> list[tuple[float, str]]:
    """Type words at the pace of a quick hand; each letter with the moment it was sent."""
    began, typed = time.monotonic(), []
    while time.monotonic() - began < seconds:
        letter = "abcdefg "[len(typed) % 8]
        terminal.send(letter)
        typed.append((time.monotonic(), letter))
        time.sleep(PACE)
    return typed


def kept(path: Path) -> str:
    """The text of the one draft that is in the file."""
    tracker = open_tracker(path)
    try:
        (draft,) = drafts.listed(tracker.db)
        return str(json.loads(draft.text)["typed"]["note"])
    finally:
        tracker.close()


def end_while_typing(path: Path, home: Path, way: str, seconds: float) -> float:
    """Type, be ended in this way, look what is kept; how old the oldest lost letter was."""
    with Terminal("--file", str(path), home=home) as terminal:
        terminal.sees("? help")
        terminal.send("n")
        terminal.sees("Note on R2")
        terminal.rest()
        terminal.send(b"\x12")  # start afresh, where an earlier turn left a draft
        terminal.rest()
        typed = type_for(terminal, seconds)
        ended = time.monotonic()
        WAYS[way](terminal)
        assert terminal.exit_code() == CODES[way]
        if way in ("SIGHUP", "SIGTERM"):
            assert terminal.left_on() == []
            assert terminal.modes_after == terminal.modes_before
    text = kept(path)
    everything = "".join(letter for _, letter in typed)
    assert text
    assert everything.startswith(text)
    lost = typed[len(text) :]
    return ended - lost[0][0] if lost else 0.0


@pytest.mark.parametrize("way", WAYS)
def test_no_text_older_than_a_second_is_lost(
    case_file: Path, tmp_path: Path, way: str, figure, points
) -> None:
    chance, times = random.Random(20), points(20, 1)
    oldest = [
        end_while_typing(case_file, tmp_path, way, chance.uniform(0.9, 1.6)) for _ in range(times)
    ]
    late = sum(age > 1 for age in oldest)
    figure(
        "R20",
        f"{way}: text older than 1 s lost 0 times",
        f"{late} of {times}; oldest lost {max(oldest):.2f} s",
    )
    assert late == 0
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("Kept what you were typing: note R2")
        terminal.send("n")
        terminal.sees("Restored what you were typing")
        terminal.sees("abcdefg abc")


def test_a_signal_with_nothing_typed_leaves_quietly(case_file: Path, tmp_path: Path) -> None:
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("? help")
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code() == 143
        assert b"draft" not in terminal.raw[terminal.raw.rfind(b"\x1b[?1049l") :]


@pytest.mark.parametrize(
    ("keys", "leaves", "draft"),
    [
        (("k",), True, True),
        (("enter",), True, True),
        (("g",), False, True),
        (("escape",), False, True),
        (("ctrl+q", "escape"), False, True),
        (("right", "enter"), False, True),
        (("d",), True, False),
        (("right", "right", "enter"), True, False),
    ],
)
async def test_leaving_with_something_unsaved_asks(
    case_file: Path, keys: tuple[str, ...], leaves: bool, draft: bool, figure
) -> None:
    async with open_at(case_file) as person:
        await person.press("n")
        await person.type("Half a thou")
        await person.press("ctrl+q")
        assert person.sees("What you typed in “Note on R2")
        await person.press(*keys)
        assert person.app.is_running is not leaves
        if not leaves:
            assert person.sees("Half a thou")
            await person.type("ght")
            assert [dialog.typed() for dialog in being_written(person.app)] == [
                {"note": "Half a thought"}
            ]
        there = [kept.key for kept in drafts.listed(person.tracker.db)]
        assert bool(there) is draft
        figure("R21", "ctrl+q with an unsaved draft asks", "asked; 8 ways to answer")


@pytest.mark.parametrize("size", [(80, 24), (60, 15)])
async def test_the_question_fits_a_small_window(case_file: Path, size: tuple[int, int]) -> None:
    async with open_at(case_file, size) as person:
        await person.press("n")
        await person.type("Half")
        await person.press("ctrl+q")
        for words in ("Keep as draft and leave", "Go on writing", "Discard"):
            assert person.sees(words)


async def test_what_cannot_be_kept_as_a_draft_is_said_and_not_offered(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("o", "enter")
        await person.type("Jo")
        await person.press("ctrl+q")
        assert person.sees("No draft of it can be kept, so leaving now loses it.")
        assert not person.sees("Keep as draft")
        await person.press("k", "g")
        assert person.sees("Jo")


async def test_leaving_with_nothing_unsaved_asks_nothing(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("n", "ctrl+q")
        assert not person.app.is_running


@pytest.mark.parametrize("opened", ["n", "e", "t", "c", "o"])
async def test_ctrl_c_loses_no_text(case_file: Path, opened: str, figure) -> None:
    async with open_at(case_file) as person:
        await person.press(opened)
        await person.type("Typed")
        before = person.text()
        await person.press("ctrl+c", "ctrl+c", "ctrl+c")
        assert person.app.is_running
        assert person.sees("Typed")
        assert [line for line in person.text() if "Typed" in line] == [
            line for line in before if "Typed" in line
        ]
    figure("R21", "ctrl+c never loses text", "kept in 5 dialogs")
