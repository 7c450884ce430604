"""Other programs that a user could pick, where they are installed."""

import csv
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from programs import NEXT, Bench
from ratios import Line, p95
from terminal import Program

STILL = 0.3
"""Seconds without a byte after which a program of others is taken to be usable."""

TWICE = ("harlequin", "posting", "dooit")


def peers(bench: Bench) -> Iterator[Line]:
    """Starting against three, the next row against VisiData, searching against fzf."""
    for name in TWICE:
        yield _start(bench, name)
    yield _next_row(bench)
    yield _search(bench)


def _start(bench: Bench, name: str) -> Line:
    what = f"to usable, against {name}"
    if shutil.which(name) is None:
        return Line(what, "≥ 2 × faster", "not installed")
    starts = [_still([name], bench.folder) for _ in range(3)]
    if None in starts:
        return Line(what, "≥ 2 × faster", "does not start here")
    theirs = median(took for took in starts if took is not None)
    ours = median(bench.start("open-10000") for _ in range(3))
    told = f"{theirs / ours:.1f} × ({ours:.0f} to {theirs:.0f} ms)"
    return Line(what, "≥ 2 × faster", told, theirs / ours >= 2)


def _still(command: list[str], folder: Path) -> float | None:
    """Milliseconds until nothing more is drawn; None for a program that ends at once."""
    program = Program(command, folder)
    try:
        took = program.press(b"", quiet=STILL).milliseconds
        program.watch(1)
        return None if program.ended() else took
    finally:
        program.stop()


def _next_row(bench: Bench) -> Line:
    what = "next row, against VisiData"
    if shutil.which("vd") is None:
        return Line(what, "≥ 2 × faster", "not installed")
    program = Program(["vd", str(_rows(bench))], bench.folder)
    program.watch(2)
    theirs = median(program.press(b"j").milliseconds for _ in range(30))
    program.stop()
    with bench.running("open-10000") as own:
        ours = median(own.press(NEXT).milliseconds for _ in range(30))
    told = f"{theirs / ours:.1f} × ({ours:.1f} to {theirs:.1f} ms)"
    return Line(what, "≥ 2 × faster", told, theirs / ours >= 2)


def _search(bench: Bench) -> Line:
    what = "search key, p95, 10,000, against fzf on as many lines"
    if shutil.which("fzf") is None:
        return Line(what, "≤ 1", "not installed")
    command = ["sh", "-c", f"fzf < '{_rows(bench)}'"]
    program = Program(command, bench.folder)
    program.watch(1)
    theirs = p95([program.press(bytes((letter,))).milliseconds for letter in b"custody"])
    program.stop()
    with bench.running("open-10000") as own:
        own.press(b"/")
        ours = p95([own.press(bytes((letter,))).milliseconds for letter in b"custody"])
        own.press(b"\x1b", quiet=0.4)
    told = f"{ours / theirs:.2f} ({ours:.1f} to {theirs:.1f} ms)"
    return Line(what, "≤ 1", told, ours <= theirs)


def _rows(bench: Bench) -> Path:
    """What our list shows, and the texts that are searched, as another program reads them."""
    path = bench.folder / "rows.csv"
    db = sqlite3.connect(bench.tracker("open-10000"))
    listed = db.execute(
        """SELECT s.sort_day, r.ref, r.title, r.timescale, i.title, r.text
           FROM recommendation_standing s JOIN recommendations r ON r.id = s.recommendation
           JOIN inspections i ON i.id = r.inspection
           WHERE s.until IS NULL ORDER BY s.sort_day, r.id"""
    )
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("due", "ref", "title", "timescale", "inspection", "text"))
        rows.writerows([str(cell).replace("\n", " ") for cell in row] for row in listed)
    db.close()
    return path
