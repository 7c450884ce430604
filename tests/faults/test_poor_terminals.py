"""T2: terminals that can do little, or are none: plain words and an exit code, at once."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pty_session import ROOT, Terminal

COLOURED = re.compile(rb"\x1b\[(?:3[1-6]|4[1-6]|9[1-6]|10[1-6])m")
HUE = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)")


def run(arguments: list[str], stdin: object, **environment: str) -> tuple[int, bytes, float]:
    """Run the program without any terminal; code, what it wrote, seconds."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=ROOT, stdin=stdin, capture_output=True, timeout=60, check=False,
        env={"PATH": os.environ["PATH"], "MATTERS_NAME": "Ann", **environment},
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr, time.monotonic() - began


@pytest.mark.alone
def test_no_terminal_is_refused_at_once(case_file: Path, points, figure) -> None:
    code, wrote, seconds = run(["--file", str(case_file)], subprocess.DEVNULL)
    figure("T2", "no terminal: exit 2 within 1 s", f"exit {code}, {seconds:.2f} s")
    assert code == 2
    assert b"\x1b" not in wrote
    assert "The screen needs a terminal, and this is not one." in wrote.decode()
    assert "matters list" in wrote.decode()
    if points(1, 0):
        assert seconds < 1


@pytest.mark.alone
def test_a_dumb_terminal_is_refused_at_once(
    case_file: Path, tmp_path: Path, points, figure
) -> None:
    began = time.monotonic()
    with Terminal(
        "--file", str(case_file), home=tmp_path, environment={"TERM": "dumb"}
    ) as terminal:
        code = terminal.exit_code()
        seconds = time.monotonic() - began
        figure("T2", "TERM=dumb: exit 2 within 1 s", f"exit {code}, {seconds:.2f} s")
        assert code == 2
        assert b"\x1b" not in terminal.raw
        assert b"TERM=dumb" in terminal.raw
    if points(1, 0):
        assert seconds < 1


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C", "LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "cp1252"},
     {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}],
    ids=str,
)  # fmt: skip
def test_any_code_page_shows_every_letter(
    case_file: Path, tmp_path: Path, environment: dict[str, str], figure
) -> None:
    where = {"home": tmp_path, "environment": environment}
    with Terminal("--file", str(case_file), **where) as terminal:
        terminal.sees("Children’s views obtained")
        terminal.send("q")
        assert terminal.exit_code() == 0
    with Terminal("--file", str(case_file), "list", **where) as terminal:
        assert terminal.exit_code() == 0
        assert "Children’s views obtained".encode() in terminal.raw
    code, wrote, _ = run(["--file", str(case_file), "list"], subprocess.DEVNULL, **environment)
    assert code == 0
    assert "Children’s views obtained" in wrote.decode()
    figure("T2", f"{environment}: every letter shown", "shown")


def test_without_colour_every_letter_still_says_it(case_file: Path, tmp_path: Path, figure) -> None:
    environment = {"NO_COLOR": "1"}
    with Terminal("--file", str(case_file), home=tmp_path, environment=environment) as terminal:
        for words in ("R due now", "A 21 days left", "B done", "? help"):
            terminal.sees(words)
        terminal.send("q")
        terminal.exit_code()
        raw = bytes(terminal.raw)
    coloured = [hue for hue in HUE.findall(raw) if len(set(hue)) > 1]
    figure("T2", "NO_COLOR: no colour, letters say the state", f"{len(coloured)} colours sent")
    assert not COLOURED.search(raw)
    assert coloured == []
