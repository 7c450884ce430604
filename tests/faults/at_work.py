"""What children do to a tracker until they are done or killed; each tells as it goes."""

import time
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

from children import Tell
from small_tracker import AUTHOR, DAY, subject

from store import history, notes, recommendations
from store.tracker import open_tracker
from store.unit import unit

PAUSE = 0.01
"""Seconds between two reads; a screen looks once a second."""

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def keep_saving(tell: Tell, path: Path) -> None:
    """Note after note, each with a new title beside it, and now and then an undo."""
    db = open_tracker(path).db
    for number in range(1_000_000):
        text = f"Kept {number} " + "word " * (number % 7 * 400)
        with unit(db, "Note and title", AUTHOR) as change:
            notes.add(change, subject(1), text, on=DAY)
            finding = recommendations.get(db, 1)
            recommendations.edit(change, finding, title=f"Title {number}")
        tell(("saved", number))
        if number % 5 == 4:
            history.undo(db, AUTHOR)
            tell(("undone", number))


def count_on(tell: Tell, path: Path, edits: int) -> None:
    """Read the number in a title and write the next one, so often; tell how long each took."""
    db = open_tracker(path).db
    for _ in range(edits):
        begun = time.perf_counter()
        with unit(db, "Count on", AUTHOR) as change:
            finding = recommendations.get(db, 2)
            recommendations.edit(change, finding, title=str(int(finding.title) + 1))
            notes.add(change, subject(2), f"Made it {int(finding.title) + 1}", on=DAY)
        tell(time.perf_counter() - begun)


def keep_reading(tell: Tell, path: Path) -> None:
    """Read the record and its notes over and over; tell whenever it took longer than before."""
    db, longest = open_tracker(path, read_only=True).db, 0.0
    while True:
        begun = time.perf_counter()
        recommendations.get(db, 2)
        notes.of(db, subject(2), DAY)
        if time.perf_counter() - begun > longest:
            longest = time.perf_counter() - begun
            tell(longest)
        time.sleep(PAUSE)


def bring_up_to_date(tell: Tell, path: Path) -> None:
    """Open a file of an earlier version as the program does."""
    tell("ready")
    tracker = open_tracker(path, moment=NOW)
    tell(tracker.read_only or "up to date")
    tracker.close()


def import_rows(tell: Tell, folder: Path) -> None:
    """Import the spreadsheet of a folder into its tracker by the command line."""
    from tui.__main__ import main

    tell("ready")
    arguments = ("--file", str(folder / "office.matters"), "import", str(folder / "log.csv"))
    with (folder / "said.txt").open("w", encoding="utf-8") as said, redirect_stdout(said):
        code = main([*arguments, "--yes"])
    tell(code)
