"""R8 on the screen: damage is told in a dialog once it is painted, or in a sentence at the end."""

import random
from collections import Counter
from pathlib import Path

import pytest
from pty_session import Terminal

DIALOG = "What is safe:"


def without_a_page(whole: bytes, number: int) -> bytes:
    size = int.from_bytes(whole[16:18], "big")
    return whole[: number * size] + bytes(size) + whole[(number + 1) * size :]


def shown(path: Path, home: Path) -> str:
    """How the screen tells of the damage: by a dialog, at its end, or not at all."""
    with Terminal("--file", str(path), home=home) as terminal:
        terminal.until(
            lambda: DIALOG in terminal.seen() or terminal._has_ended(), "the dialog or the end"
        )
        if DIALOG in terminal.seen() and not terminal._has_ended():
            assert "READ ONLY" in terminal.seen()
            terminal.send("\x1b")
            terminal.rest()
            terminal.send("q")
            assert terminal.exit_code() == 0
            return "dialog"
        assert terminal.exit_code() != 0
        told = bytes(terminal.raw).decode(errors="replace")
        assert "Traceback" not in told
        return "sentence" if "damaged" in told else "SILENT"


@pytest.mark.parametrize("part", range(2))
def test_r8_a_zeroed_page_is_told_on_the_screen(figure, points, case_file, tmp_path, part):
    whole, found = case_file.read_bytes(), Counter[str]()
    size = int.from_bytes(whole[16:18], "big")
    full = [
        number
        for number in range(1, len(whole) // size)
        if whole[number * size : (number + 1) * size].strip(b"\0")
    ]
    pages = random.Random(part).sample(full, points(40, 3))
    for number in pages:
        case_file.write_bytes(without_a_page(whole, number))
        found[shown(case_file, tmp_path / f"home {number}")] += 1
    figure(
        "R8",
        "a damaged page is told on the screen, never by a traceback",
        f"{len(pages)} files: {found['dialog']} by a dialog, {found['sentence']} by a sentence at "
        f"the end, {found['SILENT']} by neither",
    )
    assert found["SILENT"] == 0
