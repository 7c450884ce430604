"""R4 and R5: a disk that is full, or a limit on the size of files, loses nothing and says so."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from driver import open_at
from small_tracker import AUTHOR, DAY, make, subject

from store import checking, notes
from store.faults import explained
from store.tracker import Tracker, open_tracker
from store.unit import unit

ROOT = Path(__file__).parents[2]
KILOBYTE = 1024
BALLAST = "ballast"
# A longer text than what is left, so that a save always meets the end of the disk.
LONG = "word " * 40_000


@dataclass(frozen=True)
class Disk:
    """A folder on a disk that can be filled to the last byte, and freed again."""

    folder: Path
    fill: Callable[[], None]
    free: Callable[[], None]

    def leave_room(self, kilobytes: int = 200) -> None:
        """Give some of the room back, where it was a file that took it."""
        ballast = self.folder / BALLAST
        if ballast.exists():
            os.truncate(ballast, ballast.stat().st_size - kilobytes * KILOBYTE)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of three megabytes of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "matters-test", str(folder)]
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can make a disk of its own to fill")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a disk be mounted")
    ballast = folder / BALLAST

    def fill() -> None:
        with ballast.open("ab", buffering=0) as file:
            try:
                while file.write(bytes(KILOBYTE)):
                    pass
            except OSError:
                return

    yield Disk(folder, fill, lambda: ballast.unlink(missing_ok=True))
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def small_files(tmp_path: Path) -> Iterator[Disk]:
    """A disk on which no file may grow beyond 800 kB, until that is lifted."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def set_limit(limit: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))

    yield Disk(tmp_path, lambda: set_limit(800 * KILOBYTE), lambda: set_limit(before[0]))
    set_limit(before[0])


def kept(tracker: Tracker) -> set[str]:
    return {text for (text,) in tracker.db.execute("SELECT text FROM notes")}


def save(tracker: Tracker, text: str) -> None:
    with unit(tracker.db, "A note", AUTHOR) as change:
        notes.add(change, subject(1), text, on=DAY)


def save_until_refused(tracker: Tracker) -> tuple[set[str], str]:
    """Save longer and longer notes; those acknowledged, and the sentence of the refusal."""
    acknowledged: set[str] = set()
    for number in range(10_000):
        text = f"Kept {number} {'word ' * number * 20}"
        try:
            save(tracker, text)
        except sqlite3.OperationalError as error:
            return acknowledged, str(explained(error))
        acknowledged.add(text)
    raise AssertionError("the disk was never full")


def lost_on(disk: Disk) -> tuple[int, int, str]:
    """How many acknowledged saves a full disk lost, of how many, and what was said."""
    tracker = make(disk.folder / "small.matters").tracker
    disk.fill()
    disk.leave_room()
    acknowledged, said = save_until_refused(tracker)
    assert not tracker.db.in_transaction
    assert checking.check(tracker.db) == []
    lost = len(acknowledged - kept(tracker))
    disk.free()
    save(tracker, LONG)
    tracker.close()
    again = open_tracker(disk.folder / "small.matters")
    assert kept(again) >= acknowledged | {LONG}
    assert checking.check(again.db) == []
    again.close()
    return lost, len(acknowledged), said


async def typed_again_after(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> str:
    """Type a note that the disk does not take, free some space, save it; what was said."""
    monkeypatch.setenv("MATTERS_CONFIG", str(disk.folder / "settings"))
    path = disk.folder / "small.matters"
    make(path).tracker.close()
    async with open_at(path, day=DAY) as person:
        await person.press("n")
        await person.type("Typed while the disk was full.")
        person.app.screen.query_one("TextArea").insert(LONG)
        disk.fill()
        await person.press("ctrl+s")
        said = person.seen()
        assert person.app.screen.query_one("TextArea").text.startswith("Typed while the disk")
        assert not any(text.startswith("Typed") for text in kept(person.tracker))
        disk.free()
        await person.press("ctrl+s")
        assert any(text.startswith("Typed while the disk") for text in kept(person.tracker))
        assert checking.check(person.tracker.db) == []
    return said


async def undo_on(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> str:
    """Undo on the full disk, and again when there is room; what was said the first time."""
    monkeypatch.setenv("MATTERS_CONFIG", str(disk.folder / "settings"))
    path = disk.folder / "undone.matters"
    tracker = make(path).tracker
    save(tracker, LONG)
    tracker.close()
    async with open_at(path, day=DAY, notices=True) as person:
        disk.fill()
        await person.press("u")
        said = " ".join(person.told())
        assert LONG in kept(person.tracker)
        disk.free()
        await person.press("u")
        assert LONG not in kept(person.tracker)
    return said


def test_r4_a_full_disk_loses_nothing_acknowledged(figure, small_disk):
    lost, acknowledged, said = lost_on(small_disk)
    figure(
        "R4",
        "0 acknowledged lost, the message names the disk, it goes on after freeing",
        f"{lost} of {acknowledged} lost; “{said.split('.')[0]}”; went on",
    )
    assert lost == 0 < acknowledged
    assert "disk is full" in said


async def test_r4_what_was_typed_stays_in_the_form(figure, small_disk, monkeypatch):
    said = await typed_again_after(small_disk, monkeypatch)
    undone = await undo_on(small_disk, monkeypatch)
    figure("R4", "the edit is still in the form", "still there; saved after freeing; undo too")
    assert "disk is full" in said
    assert "disk is full" in undone


@pytest.mark.parametrize(
    ("command", "room"), [("new", 0), ("new", 300), ("example", 0), ("example", 900)]
)
def test_r4_no_part_of_a_new_file_is_left_on_a_full_disk(figure, small_disk, command, room):
    small_disk.fill()
    small_disk.leave_room(room)
    only = ["--no-open"] if command == "example" else []
    done = subprocess.run(
        [sys.executable, "-m", "tui", command, str(small_disk.folder / "new"), *only],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    left = sorted(path.name for path in small_disk.folder.iterdir())
    figure(
        "R4",
        f"“matters {command}” on a full disk leaves no part of a file",
        f"left: {len(left) - 1}",
    )
    assert left == [BALLAST]
    assert (done.returncode, done.stdout) == (2, "")
    assert "disk is full" in done.stderr
    assert done.stderr.count("\n") == 1


def test_r5_a_limit_on_file_size_loses_nothing_acknowledged(figure, small_files):
    lost, acknowledged, said = lost_on(small_files)
    figure(
        "R5",
        "0 acknowledged lost, the message names the disk, it goes on after the limit is lifted",
        f"{lost} of {acknowledged} lost; “{said.split('.')[0]}”; went on",
    )
    assert lost == 0 < acknowledged
    assert "disk" in said


async def test_r5_what_was_typed_stays_in_the_form(figure, small_files, monkeypatch):
    said = await typed_again_after(small_files, monkeypatch)
    figure("R5", "the edit is still in the form", "still there; saved afterwards")
    assert "disk" in said
