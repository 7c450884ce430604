"""Other programs that a user could pick, where they are installed."""

import csv
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from programs import NEXT, Bench
from ratios import Line, Pairs, in_turn, p50, p95
from terminal import Program

STILL = 0.3
"""Seconds without a byte after which a program of others is taken to be usable."""

TWICE = {"harlequin": "", "posting": "Collection", "dooit": ""}
"""Programs, and the sign that their first screen is there; without one, that they are still.

Posting is still for half a second before it draws anything.
"""


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
    command = [name, "--collection", str(_requests(bench.folder))] if name == "posting" else [name]
    sign = TWICE[name]
    if _usable(command, sign, bench.folder) is None:
        return Line(what, "≥ 2 × faster", "does not start here")
    pairs = in_turn(
        lambda: _usable(command, sign, bench.folder) or 0,
        lambda: bench.start("open-10000"),
        max(3, bench.rounds // 2),
    )
    return _times_faster(what, pairs)


def _times_faster(what: str, pairs: Pairs) -> Line:
    """A line for pairs of another program's time and ours."""
    ours, theirs = p50(pairs.theirs), p50(pairs.ours)
    told = f"{pairs.ratio:.1f} × ({ours:.1f} to {theirs:.1f} ms)"
    return Line(what, "≥ 2 × faster", told, pairs.ratio >= 2)


def _requests(folder: Path, count: int = 300) -> Path:
    """A collection that Posting opens: a program with nothing in it starts sooner than in use."""
    collection = folder / "requests"
    collection.mkdir(exist_ok=True)
    for number in range(count):
        request = f"name: Request {number}\nmethod: GET\nurl: https://example.org/{number}\n"
        (collection / f"request-{number}.posting.yaml").write_text(request, "utf-8")
    return collection


def _usable(command: list[str], sign: str, folder: Path) -> float | None:
    """Milliseconds until a sign, or nothing more, is drawn; None where it ends at once."""
    program = Program(command, folder)
    try:
        took = program.usable(sign) if sign else program.press(b"", quiet=STILL).milliseconds
        program.watch(1)
        return None if program.ended() else took
    finally:
        program.stop()


def _next_row(bench: Bench) -> Line:
    what = "next row, against VisiData"
    if shutil.which("vd") is None:
        return Line(what, "≥ 2 × faster", "not installed")
    program = Program(["vd", str(_rows(bench))], bench.folder)
    try:
        program.watch(2)
        with bench.running("open-10000") as own:
            pairs = in_turn(
                lambda: program.press(b"j").milliseconds,
                lambda: own.press(NEXT).milliseconds,
                3 * bench.rounds,
            )
    finally:
        program.stop()
    return _times_faster(what, pairs)


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
