"""All tests of faults and attacks in full, and their table: figure asked, figure reached.

    .venv/bin/python tests/faults/table.py [--write] [FOLDER OR FILE OF TESTS …]

`--write` puts the table into docs/faults.md too, with what it was made on.
A test that was not run, was skipped, or ended without a figure stands in the table as just that.
"""

import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asked import ASKED, NOTHING_TO_TRY

ROOT = Path(__file__).parents[2]
WRITTEN = ROOT / "docs" / "faults.md"
AT_ONCE = 3  # on two processors: most tests wait for a screen more than they reckon
_NOTHING = "nothing to try"
_HEAD = ("test", "what it is", "asked", "reached", "")


@dataclass(frozen=True, slots=True)
class Ended:
    """How one test function ended, and the figures it wrote down."""

    test: str
    outcome: str
    claims: tuple[str, ...]
    figures: tuple[tuple[str, str, str], ...]
    reason: str

    @property
    def verdict(self) -> str:
        """Met where it passed: the function itself compares the figure with what is asked."""
        return {"passed": "met", "failed": "SHORT"}.get(self.outcome, "not run")


def run_in_full(where: list[str]) -> list[Ended]:
    """Run all that reaches figures; what each test function ended with.

    What tells how long a person waits runs first, with nothing beside it.
    """
    return [*_run(where, "alone", 0), *_run(where, "not alone", AT_ONCE)]


def _run(where: list[str], marked: str, at_once: int) -> list[Ended]:
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "figures.json"
        options = ["-n", str(at_once), "-m", marked, "--full", "--figures", str(written)]
        command = [sys.executable, "-m", "pytest", *options, *where]
        subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr)
        if not written.exists():
            sys.exit("The tests did not run to their end: there is no table.")
        return [_ended(entry) for entry in json.loads(written.read_text(encoding="utf-8"))]


def _ended(entry: dict[str, object]) -> Ended:
    return Ended(
        str(entry["test"]),
        str(entry["outcome"]),
        tuple(entry["claims"]),
        tuple((test, asked, reached) for test, asked, reached in entry["figures"]),
        str(entry["reason"]).removeprefix("Skipped: "),
    )


def rows(all_ended: list[Ended]) -> Iterator[tuple[str, str, str, str, str]]:
    """The table's rows in the order of the list; several figures of one test stand below it."""
    reached: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for ended in all_ended:
        for test, asked, figure in ended.figures:
            reached[test].append((asked, figure, ended.verdict))
        for test in set(ended.claims) - {figure[0] for figure in ended.figures}:
            reached[test].append(("", f"no figure: {ended.reason or ended.test}", ended.verdict))
    for test, what in ASKED.items():
        found = reached.pop(test, [("", *_why_not(test))])
        for asked, figure, verdict in dict.fromkeys(found):
            yield test, what, asked, figure, verdict
    for test, found in reached.items():
        raise SystemExit(f"{test} is not in the list of what is asked: {found}")


def _why_not(test: str) -> tuple[str, str]:
    """What stands in the table for a test that reached nothing."""
    if test in NOTHING_TO_TRY:
        return NOTHING_TO_TRY[test], _NOTHING
    return "not run", "not run"


def printed(table: list[tuple[str, str, str, str, str]]) -> str:
    """The rows as a table in Markdown."""
    lines = [_line(_HEAD), _line(("---",) * len(_HEAD)), *(_line(row) for row in table)]
    return "\n".join(lines)


def _heading() -> str:
    machine = f"{platform.system()} {platform.release()}, {os.cpu_count()} processors"
    made = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"# Faults and attacks\n\nMade by `tests/faults/table.py --write` on {machine}, {made}."


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "¦").replace("\n", " ") for cell in cells) + " |"


def main() -> int:
    """Print the table; the exit code: 0 where everything asked is met."""
    where = [argument for argument in sys.argv[1:] if argument != "--write"]
    all_ended = run_in_full(where)
    table = list(rows(all_ended))
    failed = [ended.test for ended in all_ended if ended.outcome == "failed"]
    told = "\n".join(
        (printed(table), "", f"{len(all_ended)} tests run, {len(failed)} failed.", *failed)
    )
    print(told)
    if "--write" in sys.argv:
        WRITTEN.write_text(f"{_heading()}\n\n{told}\n", encoding="utf-8")
    return 1 if failed or any(row[-1] not in ("met", _NOTHING) for row in table) else 0


if __name__ == "__main__":
    sys.exit(main())
