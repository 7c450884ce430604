"""L1 and L2: a text of a megabyte, a paste of ten, and many lines into a line."""

import time
from pathlib import Path

import pytest
from driver import REAL_DAY, open_at
from pty_session import Terminal

from store import notes, search
from tui.safe import LONGEST_SHOWN

MEGABYTE = ("Every record was read and reviewed. " * 28_000)[: notes.LONGEST - 20] + " needleword"


def timed(began: float) -> float:
    return time.monotonic() - began


@pytest.mark.alone
async def test_a_note_of_a_megabyte(case_file: Path, points, figure) -> None:
    async with open_at(case_file) as person:
        await person.press("n")
        person.app.screen.query_one("LongText").typed = MEGABYTE
        await person.settled()
        began = time.monotonic()
        await person.press("ctrl+s")
        saved, began = timed(began), time.monotonic()
        await person.press("4")
        opened, began = timed(began), time.monotonic()
        found = search.recommendations(person.tracker.db, "needleword", REAL_DAY)
        searched = timed(began)
        subject = person.subject("R2")
        (note,) = notes.of(person.tracker.db, subject, person.app.desk.today)
        drawn = max(len(line) for line in person.text())
        assert person.sees("Every record was read")
    figure(
        "L1",
        "a note of 1 MB: saved, opened, found < 2 s each; a row shows ≤ 2,000 characters",
        f"{saved:.2f} s, {opened:.2f} s, {searched:.3f} s; {drawn} in a row",
    )
    assert note.text == MEGABYTE
    assert found == {subject.id}
    assert drawn <= LONGEST_SHOWN
    if points(1, 0):
        assert max(saved, opened, searched) < 2


@pytest.mark.alone
@pytest.mark.parametrize("megabytes", [2, pytest.param(10, marks=pytest.mark.long)])
def test_a_paste_that_is_too_long_is_refused_and_the_screen_answers(
    case_file: Path, tmp_path: Path, megabytes: int, points, figure
) -> None:
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("? help")
        terminal.answer("n")
        terminal.send("Before")
        terminal.sees("Before")
        began = time.monotonic()
        terminal.paste(b"word and more\n" * (megabytes * 1_000_000 // 14))
        terminal.sees("Nothing was pasted")
        refused, began = timed(began), time.monotonic()
        terminal.send(" after")
        terminal.sees("Before after")
        answered = timed(began)
    figure(
        "L2",
        f"a paste of {megabytes} MB: refused with a sentence, the next key answered within 1 s",
        f"refused {refused:.1f} s after its first byte, next key in {answered:.2f} s",
    )
    if points(1, 0):
        assert answered < 1


def test_many_lines_into_one_line_are_said_and_can_be_taken_out(
    case_file: Path, tmp_path: Path, figure
) -> None:
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("? help")
        terminal.answer("e")
        terminal.paste("\x05first\r\nsecond\nthird")
        terminal.sees("The 3 lines you pasted were joined into one")
        terminal.sees("first second third")
        terminal.send(b"\x1a")
        terminal.until(lambda: "first second third" not in terminal.seen(), "taking them out")
    figure("L2", "many lines into one line: said, and offered to be taken out", "said, ctrl+z")
