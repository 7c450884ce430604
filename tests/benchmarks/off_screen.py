"""What is measured without a terminal: saving, the command line, checking."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from programs import Bench
from ratios import Line, at_most, in_turn

from store import notes
from store.checking import check_file
from store.models import Subject
from store.tracker import Tracker, open_tracker
from store.unit import Author, unit
from store.vocabulary import SubjectKind

AUTHOR = Author("Jo Lead", lambda: datetime(2026, 6, 1, 9, tzinfo=UTC))
PAGE = b"x" * 4096
USUAL_SYNCS = 4
"""Of one save with a rollback journal and EXTRA: journal twice, file, folder."""


def saving(bench: Bench) -> Iterator[Line]:
    """One note, with its history, search and chain, against as many synced writes."""
    path = bench.folder / "saving.matters"
    shutil.copy(bench.tracker("plain-1000"), path)
    syncs = _syncs(path)
    grown = os.O_CREAT | os.O_WRONLY | os.O_TRUNC | os.O_APPEND
    tracker, raw = open_tracker(path), os.open(bench.folder / "raw", grown)

    def write() -> float:
        began = time.perf_counter()
        for _ in range(syncs):
            os.write(raw, PAGE)
            os.fsync(raw)
        return (time.perf_counter() - began) * 1000

    pairs = in_turn(lambda: _note(tracker), write, 5 * bench.rounds)
    os.close(raw)
    tracker.close()
    yield at_most(f"one saved note against {syncs} raw synced writes", 2, pairs)


def _note(tracker: Tracker) -> float:
    began = time.perf_counter()
    with unit(tracker.db, "Note on R7", AUTHOR) as change:
        notes.add(
            change,
            Subject(SubjectKind.RECOMMENDATION, 7),
            "Asked for the evidence of the custody audit.",
            on=date(2026, 6, 1),
        )
    return (time.perf_counter() - began) * 1000


def _syncs(path: Path) -> int:
    """How many times one note waits for the disk; counted where strace is there."""
    if shutil.which("strace") is None:
        return USUAL_SYNCS
    counts = []
    for notes_written in (1, 3):
        with tempfile.NamedTemporaryFile("r") as found:
            traced = ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", found.name]
            command = [*traced, sys.executable, __file__, str(path), str(notes_written)]
            subprocess.run(command, check=True, capture_output=True)
            counts.append(found.read().count("sync("))
    return (counts[1] - counts[0]) // 2 or USUAL_SYNCS


def command_line(bench: Bench) -> Iterator[Line]:
    """`matters list --open --json` as a whole process."""
    file = ["--file", str(bench.tracker("plain-200"))]
    ours = [sys.executable, "-m", "tui", "list", "--open", "--json", *file]
    bare = [sys.executable, "-c", "import sqlite3"]
    pairs = in_turn(lambda: _run(ours), lambda: _run(bare), 2 * bench.rounds)
    yield at_most("list --open --json at 200 against “import sqlite3”", 8, pairs)
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", *ours[1:]], capture_output=True, text=True, check=True
    ).stderr
    yield Line(
        "   Textual in it", "no", "yes" if "textual" in loaded else "no", "textual" not in loaded
    )


def _run(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def checking(bench: Bench) -> Iterator[Line]:
    """The whole check of a file of about 20 MB against SQLite's own of its pages."""
    path = bench.tracker("plain-1000")
    megabytes = path.stat().st_size / 1e6
    pairs = in_turn(lambda: _checked(path), lambda: _integrity(path), bench.rounds)
    yield at_most(f"check of {megabytes:.0f} MB against PRAGMA integrity_check", 2, pairs)


def _checked(path: Path) -> float:
    began = time.perf_counter()
    check_file(path)
    return (time.perf_counter() - began) * 1000


def _integrity(path: Path) -> float:
    db = sqlite3.connect(path)
    began = time.perf_counter()
    db.execute("PRAGMA integrity_check").fetchall()
    took = time.perf_counter() - began
    db.close()
    return took * 1000


if __name__ == "__main__":
    opened = open_tracker(Path(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        _note(opened)
    opened.close()
