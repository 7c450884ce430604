"""R2 and R3: after a power cut at any moment every acknowledged save is there and all is whole.

The product saves for real, under strace; what it wrote and synced is then played back on a disk
that loses its power after each call, three times: what was not synced is kept, lost, or torn.
"""

import random
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from disk import CALLS, Disk, Unsynced
from small_tracker import DAY, make, subject
from traced import Call, trace

from store import checking, notes
from store.errors import TrackerError
from store.tracker import open_tracker

SAVING = Path(__file__).with_name("saving.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small tracker in it, and a copy of both as they were."""
    folder = tmp_path / "disk"
    folder.mkdir()
    make(folder / "small.matters").tracker.close()
    shutil.copytree(folder, tmp_path / "before")
    return folder


def saved(folder: Path, how_many: int, synchronous: str = "") -> list[Call]:
    """What the product asked of the system while it saved so many notes."""
    arguments = (str(folder / "small.matters"), str(how_many), synchronous)
    return trace(CALLS, SAVING, *arguments, log=folder.with_name("trace.txt"))


def after_power_cuts(
    folder: Path, calls: list[Call], most: int, chance: random.Random
) -> Counter[str]:
    """How many cuts left the tracker right, without an acknowledged save, or corrupt."""
    before = folder.with_name("before")
    moments = sum(1 for _ in _disk(folder, before).moves(calls))
    wanted = sorted(chance.sample(range(moments), min(moments, -(-most // len(Unsynced)))))
    found: Counter[str] = Counter()
    disk = _disk(folder, before)
    for moment, _ in enumerate(disk.moves(calls)):
        if moment in wanted:
            for unsynced in Unsynced:
                left = disk.after_cut(unsynced, chance)
                found[verdict(folder.with_name("left"), left, disk.said)] += 1
    return found


def _disk(folder: Path, before: Path) -> Disk:
    disk = Disk(before)
    disk.folder = str(folder)
    return disk


def verdict(folder: Path, left: dict[str, bytes], acknowledged: int) -> str:
    """Open what is left with the product: right, lost or corrupt."""
    folder.mkdir(exist_ok=True)
    for name in ("small.matters", "small.matters-journal"):
        (folder / name).unlink(missing_ok=True)
    for name, content in left.items():
        (folder / name).write_bytes(content)
    try:
        tracker = open_tracker(folder / "small.matters")
    except TrackerError:
        return "corrupt"
    try:
        if checking.check(tracker.db):
            return "corrupt"
        texts = {note.text for note in notes.of(tracker.db, subject(1), DAY)}
    except (sqlite3.DatabaseError, ValueError):
        return "corrupt"
    finally:
        tracker.close()
    wanted = {f"Kept {number}" for number in range(1, acknowledged + 1)}
    return "right" if wanted <= texts else "lost"


def test_r2_a_power_cut_loses_nothing_acknowledged(figure, points, folder):
    cuts = points(3600, 90)
    found = after_power_cuts(folder, saved(folder, 30), cuts, random.Random(2))
    figure(
        "R2",
        "≥ 3,000 power cuts: 0 corrupt, 0 acknowledged lost",
        f"{found.total():,} cuts: {found['corrupt']} corrupt, {found['lost']} lost",
    )
    assert found["right"] == found.total() >= cuts


def test_r2_the_same_cuts_find_a_file_that_is_not_synced(figure, points, folder):
    calls = saved(folder, 30, "OFF")
    found = after_power_cuts(folder, calls, points(600, 30), random.Random(3))
    figure(
        "R2",
        "the same harness must fail with synchronous=OFF",
        f"{found['corrupt']:,} of {found.total():,} cuts corrupt, {found['lost']:,} lost",
    )
    assert found["corrupt"] + found["lost"] > found.total() // 10


def test_r2_the_same_cuts_find_a_removed_journal_that_is_not_synced(figure, points, folder):
    calls = saved(folder, 30, "FULL")
    found = after_power_cuts(folder, calls, points(900, 60), random.Random(4))
    figure(
        "R2",
        "the same harness must fail with synchronous=FULL (SQLite's own default)",
        f"{found['corrupt']:,} corrupt, {found['lost']:,} lost of {found.total():,} cuts",
    )
    assert found["lost"] > 0
    assert found["corrupt"] == 0


def test_r3_a_save_is_synced_five_times_and_last_of_all_its_removed_journal(figure, folder):
    calls = saved(folder, 1)
    start = next(i for i, call in enumerate(calls) if b"-journal" in b"".join(call.texts))
    names = [call.name for call in calls[start:] if call.name in ("fdatasync", "fsync", "unlink")]
    synced = len(names) - names.count("unlink")
    figure(
        "R3",
        "one save: ≥ 5 fdatasync, the last after unlink",
        f"{synced} fdatasync, {len(names) - 1 - names.index('unlink')} after unlink",
    )
    assert synced >= 5
    assert names[-2:] == ["unlink", "fdatasync"]
