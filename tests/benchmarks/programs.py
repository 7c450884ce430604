"""The programs that are compared, and the trackers they are opened on."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from national import Size, make
from terminal import PATIENCE, Program

HERE = Path(__file__).resolve().parent
SIGNS = {"hello": "Ready", "bare": "Ready", "table": "Ref"}
OUR_SIGN = "Recommendations"
LEAVE = b"q"
NEXT, PAGE, HOME, END = b"\x1b[B", b"\x1b[6~", b"\x1b[H", b"\x1b[F"
CALM, LONGEST_CARE = 0.02, 240.0
"""Share of a core under which a program is at rest; seconds it is waited for."""


def light(count: int) -> Size:
    """So many recommendations, all open, with little on each."""
    return Size(count, actions_each=1, notes_each=1, open_share=1)


TRACKERS = {
    "open-100": light(100),
    "open-1000": light(1_000),
    "open-10000": light(10_000),
    "open-100000": light(100_000),
    "plain-200": Size(200),
    "plain-1000": Size(1_000),
    "national": Size(100_000),
}


class Bench(NamedTuple):
    """Where the files lie, how often each thing is measured, whether large files are left out."""

    folder: Path
    rounds: int
    quick: bool

    def tracker(self, name: str) -> Path:
        """The tracker of a name, made if it is not there."""
        path = self.folder / f"{name}.matters"
        if not path.exists():
            began = time.perf_counter()
            make(path, TRACKERS[name])
            print(f"made {path.name} in {time.perf_counter() - began:.0f} s", flush=True)
        return path

    @property
    def large(self) -> str:
        """The largest list that is measured."""
        return "open-10000" if self.quick else "open-100000"

    @property
    def many(self) -> str:
        """How many recommendations it holds, in words."""
        return f"{TRACKERS[self.large].recommendations:,}"

    def command(self, name: str) -> tuple[list[str], str]:
        """How a program is started, and the sign that its first screen is there."""
        if name in SIGNS:
            shown = [str(self.tracker("open-10000"))] if name == "table" else []
            return [sys.executable, str(HERE / f"{name}_app.py"), *shown], SIGNS[name]
        return [sys.executable, "-m", "tui", "--file", str(self.tracker(name))], OUR_SIGN

    @contextmanager
    def running(self, name: str, *, at_rest: bool = True) -> Iterator[Program]:
        """A program that shows its first screen, and has finished what it began after that."""
        command, sign = self.command(name)
        program = Program(command, self.folder)
        try:
            program.usable(sign)
            if at_rest:
                rest(program)
            yield program
            if not program.gone:
                program.leave(LEAVE)
        finally:
            program.stop()

    def start(self, name: str) -> float:
        """Milliseconds to the first screen."""
        command, sign = self.command(name)
        program = Program(command, self.folder)
        try:
            took = program.usable(sign)
            program.watch(0.2)
            program.leave(LEAVE)
        finally:
            program.stop()
        return took


def rest(program: Program) -> None:
    """Wait until a program does nothing more by itself."""
    end = time.perf_counter() + min(LONGEST_CARE, 4 * PATIENCE)
    while time.perf_counter() < end:
        before = program.processor()
        program.watch(1)
        if program.processor() - before <= CALM:
            return
