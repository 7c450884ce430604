"""Break each guard on purpose and see that a test turns red.

    .venv/bin/python tests/faults/breaks.py [WORDS OF A GUARD …]

Works on a copy of the repository. Prints guard, test and what became of it; fails if a break stays
unnoticed, if a guard is no longer where it was, or if its test is red before anything is broken.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from guards import BREAKS, Break

ROOT = Path(__file__).parents[2]
COPIED = ("store", "seed", "tui", "tests", "pyproject.toml", "README.md")
AT_ONCE = 2
PASSED, FAILED = 0, 1  # what pytest ends with; anything else is no verdict
SECONDS = 300


@contextmanager
def copy_of_the_repository() -> Iterator[Path]:
    """All that tests need, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                without = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, Path(folder, name), ignore=without)
            else:
                shutil.copy(source, folder)
        yield Path(folder)


def ended(copy: Path, test: str) -> int:
    """What pytest ends with for a test of the copy."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *test.split()]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, timeout=SECONDS, check=False
    )
    return done.returncode


def noticed(one: Break) -> str:
    """What became of one break: red as it must be, or why that is no proof."""
    with copy_of_the_repository() as copy:
        file = copy / one.file
        text = file.read_text(encoding="utf-8")
        if one.whole not in text:
            return "GUARD NOT FOUND"
        try:
            if ended(copy, one.test) != PASSED:
                return "NOT GREEN BEFORE"
            file.write_text(text.replace(one.whole, one.broken), encoding="utf-8")
            verdict = ended(copy, one.test)
        except subprocess.TimeoutExpired:
            return "NO END"
    return {PASSED: "STAYS GREEN", FAILED: "red"}.get(verdict, f"NO VERDICT ({verdict})")


def main() -> int:
    """Break every guard, or those named; the exit code: 0 where every break was noticed."""
    words = " ".join(sys.argv[1:])
    chosen = [one for one in BREAKS if words in one.guard]
    print("| guard | test | broken |\n| --- | --- | --- |")
    unnoticed = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for one, verdict in zip(chosen, pool.map(noticed, chosen), strict=True):
            print(f"| {one.guard} | {one.test} | {verdict} |", flush=True)
            unnoticed += verdict != "red"
    print(f"\n{len(chosen) - unnoticed} of {len(chosen)} breaks turn a test red.")
    return 1 if unnoticed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
