"""Measure every figure of speed against references of the same run, and write the table.

    .venv/bin/python tests/benchmarks/table.py FOLDER [--quick] [--drop-indexes] [--write]

FOLDER keeps the trackers that are measured; they are made the first time (the largest takes 2 GB
and minutes). `--quick` leaves out what is larger than 10,000 and measures less often.
`--drop-indexes` measures the screen's questions with each index dropped in turn, `--without-index
NAME` with one. `--write` puts the table into docs/benchmarks.md. Nothing else should run meanwhile:
the ratios are of pairs measured in turn, and still move by five in a hundred.
"""

import argparse
import compileall
import os
import platform
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import off_screen
import on_screen
from peers import peers
from programs import Bench
from ratios import Line
from without import Dropped, drop_each

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = ROOT / "docs" / "benchmarks.md"
ROUNDS, QUICK_ROUNDS = 10, 3

SECTIONS: dict[str, Callable[[Bench], Iterator[Line]]] = {
    "starting": on_screen.starting,
    "keys": on_screen.keys,
    "flat": on_screen.flat,
    "searching": on_screen.searching,
    "narrowing": on_screen.narrowing,
    "held": on_screen.held,
    "memory": on_screen.memory,
    "idle": on_screen.idle,
    "leaving": on_screen.leaving,
    "saving": off_screen.saving,
    "command line": off_screen.command_line,
    "checking": off_screen.checking,
    "peers": peers,
}


def machine() -> str:
    """What was measured on, in a sentence."""
    load = f"; load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.release()}, {_processor()}, {os.cpu_count()} cores; Python "
        f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}, Textual "
        f"{version('textual')}; 120 × 40{load}; {datetime.now(UTC):%d %B %Y %H:%M} UTC"
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
    return names[0].split(":")[1].strip() if names else platform.processor()


def measured(bench: Bench, wanted: list[str]) -> Iterator[Line]:
    """Every line, said as soon as it is known."""
    for name, section in SECTIONS.items():
        if wanted and name not in wanted:
            continue
        for line in section(bench):
            print(f"{said(line):7} {line.what:62} {line.asked:14} {line.reached}", flush=True)
            yield line


def said(line: Line) -> str:
    """Whether a line holds, in a word."""
    return {None: "–", True: "holds", False: "NOT MET"}[line.holds]


REASONS = "## What is not met"
"""Where what people wrote below the table begins; it is kept."""

HEAD = """# How fast it is

Made by `tests/benchmarks/table.py`: medians, paired in one run. “Bare” is an empty Textual app of
three panes, “hello” is one line of text. The trackers are made by `tests/benchmarks/national.py`;
in their texts each word is in nearly half of all, the worst case for a search.
"""


def written(lines: list[Line], dropped: list[Dropped], told: str, took: float) -> str:
    """The table as a document."""
    cells = ((one.what.strip(), one.asked, one.reached, said(one)) for one in lines)
    text = [
        HEAD,
        f"{told}. It took {took / 60:.0f} minutes.",
        "",
        *("| what | asked | reached | |", "| --- | --- | --- | --- |"),
        *(f"| {' | '.join(row)} |" for row in cells),
        "",
    ]
    if dropped:
        text += ["## Without an index", "", *without_words(dropped), ""]
    return "\n".join(text)


def without_words(dropped: list[Dropped]) -> list[str]:
    """For each index, what is slower without it."""
    rows = ["| without | slower: milliseconds with and without it |", "| --- | --- |"]
    for one in dropped:
        told = "; ".join(f"{name} {was:.1f} → {now:.1f}" for name, was, now in one.slower[:4])
        rows.append(f"| {one.index} | {told or 'nothing that is asked on the screen'} |")
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure every figure of speed.")
    parser.add_argument("folder", type=Path, help="where the trackers that are measured are kept")
    parser.add_argument("--quick", action="store_true", help="up to 10,000, less often")
    parser.add_argument("--only", action="append", default=[], choices=list(SECTIONS))
    parser.add_argument("--drop-indexes", action="store_true", help="each index dropped in turn")
    parser.add_argument("--without-index", action="append", default=[], metavar="NAME")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for layer in ("tui", "store", "seed", "tests/benchmarks"):
        compileall.compile_dir(ROOT / layer, quiet=1)
    bench = Bench(asked.folder.resolve(), QUICK_ROUNDS if asked.quick else ROUNDS, asked.quick)
    told, began = machine(), time.perf_counter()
    dropping = asked.drop_indexes or asked.without_index
    lines = [] if dropping and not asked.write else list(measured(bench, asked.only))
    dropped = []
    if dropping:
        name = "plain-1000" if asked.quick else "open-10000"
        for one in drop_each(bench.tracker(name), asked.without_index):
            dropped.append(one)
            print(*without_words([one])[2:], flush=True)
    if asked.write:
        _, reasons, why = WRITTEN.read_text("utf-8").partition(REASONS)
        table = written(lines, dropped, told, time.perf_counter() - began)
        WRITTEN.write_text(f"{table}\n{reasons}{why}" if why else table, "utf-8")
    sys.exit(any(line.holds is False for line in lines))


if __name__ == "__main__":
    main()
