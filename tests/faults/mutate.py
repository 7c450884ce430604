"""T4: change the core in small ways, one at a time, and count how many of the changes tests notice.

    .venv/bin/python tests/faults/mutate.py [WORDS OF A MODULE …]

Prints the score of each module and every change that nobody noticed. A change that makes a test
run without end counts as noticed.
"""

import importlib.abc
import importlib.util
import math
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import hypothesis  # noqa: F401 - loaded once, before the first child
import pytest
import sqlite_utils  # noqa: F401 - as above
from mutants import mutants

ROOT = Path(__file__).parents[2]
ENDLESS = 8  # times as long as the unchanged tests take: it runs without end
AT_ONCE = 2
ASKED = 0.9
_SLOW = "not d1 and not later_start and not never_disagree and not ten_thousand"
_CLOCKS = ("test_clocks.py", "test_holidays.py", "test_countdown.py", "test_deadline_records.py")
CORE: dict[str, tuple[str, ...]] = {
    "store/reckoning.py": _CLOCKS,
    "store/rules.py": ("test_rules.py", *_CLOCKS),
    "store/periods.py": ("test_periods.py", "test_dates.py", "test_timescales.py", *_CLOCKS),
    "store/holidays.py": _CLOCKS,
    "store/countdown.py": _CLOCKS,
    "store/decisions.py": ("test_decisions.py",),
    "store/standing.py": ("test_standing.py", "test_filters.py"),
    "store/chain.py": ("test_chain.py",),
    "store/sealed.py": ("test_sealed.py",),
    "store/history.py": ("test_reading_history.py", "test_history.py", "test_chain.py"),
    "store/unit.py": ("test_lock.py", "test_unit.py", "test_texts.py", "test_chain.py"),
    "store/text.py": ("test_text.py", "test_texts.py"),
    "tui/safe.py": ("test_safe.py",),
}


class Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module another source, whoever imports it."""

    def __init__(self, name: str, source: str, path: Path) -> None:
        self.name, self.source, self.path = name, source, path

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """This module alone is found here."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the other source."""
        exec(compile(self.source, str(self.path), "exec"), module.__dict__)


def start(file: str, source: str, most_seconds: int = 0) -> int:
    """Run the module's tests in a child that has another source of it; the child's number."""
    child = os.fork()
    if child:
        return child
    signal.alarm(most_seconds)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    name = file.removesuffix(".py").replace("/", ".")
    sys.meta_path.insert(0, Mutated(name, source, ROOT / file))
    tests = [str(ROOT / "tests/unit" / test) for test in CORE[file]]
    found = [test for test in tests if Path(test).exists()]
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    os._exit(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-k", _SLOW, *found]))


def survivors(
    file: str, sources: list[tuple[int, str, str]], most_seconds: int
) -> Iterator[tuple[int, str]]:
    """Every change of a module that its tests do not notice: line and new words."""
    running: dict[int, tuple[int, str]] = {}
    waiting = list(reversed(sources))
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            line, words, source = waiting.pop()
            running[start(file, source, most_seconds)] = (line, words)
        child, status = os.wait()
        change = running.pop(child)
        if status == 0:
            yield change


def scored(file: str) -> tuple[int, int]:
    """Print one module's score and survivors; how many changes were noticed, of how many."""
    source = (ROOT / file).read_text(encoding="utf-8")
    began = time.monotonic()
    _, status = os.waitpid(start(file, source), 0)
    most_seconds = 20 + ENDLESS * math.ceil(time.monotonic() - began)
    if status:
        sys.exit(f"{file}: its tests are red before anything is changed.")
    changes = list(mutants(source))
    left = sorted(survivors(file, changes, most_seconds))
    noticed = len(changes) - len(left)
    print(f"| {file} | {noticed} of {len(changes)} | {noticed / len(changes):.0%} |", flush=True)
    for line, words in left:
        print(f"    unnoticed, line {line}: {words}", flush=True)
    return noticed, len(changes)


def main() -> int:
    """Score the modules that are named, or all; the exit code: 0 from nine in ten on."""
    os.chdir(ROOT)
    chosen = [file for file in CORE if not sys.argv[1:] or any(w in file for w in sys.argv[1:])]
    print("| module | changes noticed | score |\n| --- | --- | --- |")
    scores = [scored(file) for file in chosen]
    noticed, made = (sum(numbers) for numbers in zip(*scores, strict=True))
    print(f"| all | {noticed} of {made} | {noticed / made:.0%} |")
    return 0 if noticed / made >= ASKED else 1


if __name__ == "__main__":
    sys.exit(main())
