"""R23: whatever file the program makes is its user's alone, whatever the machine's habit is."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pty_session import Terminal
from small_tracker import AUTHOR, DAY, make, subject

from store import backups, notes
from store.backups import Why
from store.tracker import open_tracker
from store.unit import unit
from tui import mishaps

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
OWNER_ALONE = {True: 0o700, False: 0o600}  # a folder, a file


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    """The habit of most machines: what is made can be read by everybody."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def rights(folder: Path) -> dict[str, int]:
    """Everything in a folder and below, with its mode."""
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode)
        for path in folder.rglob("*")
    }


def open_to_others(folder: Path) -> list[str]:
    """What in a folder is not its owner's alone."""
    found = rights(folder).items()
    return [name for name, mode in found if mode != OWNER_ALONE[(folder / name).is_dir()]]


def while_saving(folder: Path, path: Path) -> dict[str, int]:
    """What lies there in the midst of a save that is larger than SQLite keeps in memory."""
    tracker = open_tracker(path)
    tracker.db.execute("PRAGMA cache_size = 1")
    with unit(tracker.db, "Long notes", AUTHOR) as change:
        for _ in range(20):
            notes.add(change, subject(1), "word " * 4_000, on=DAY)
        found = rights(folder)
    tracker.close()
    return found


def on_the_screen(path: Path, home: Path) -> dict[str, int]:
    """What lies there in the midst of a session in which a note is being typed."""
    with Terminal("--file", str(path), "--today", DAY.isoformat(), home=home) as terminal:
        terminal.sees("Recommendations")
        terminal.send("n")
        terminal.sees("Save")
        terminal.send("Words that are not saved yet")
        terminal.sees("draft kept")
        found = rights(path.parent)
        terminal.send("\x13")
        terminal.until(lambda: "draft kept" not in terminal.seen(), "the note saved")
        terminal.send("q")
        terminal.exit_code()
    return found


def test_r23_every_file_is_its_users_alone(figure, tmp_path, monkeypatch):
    folder, home = tmp_path / "work", tmp_path / "home"
    folder.mkdir(0o700)
    home.mkdir(0o700)
    path = folder / "small.matters"
    make(path).tracker.close()
    during = {**while_saving(folder, path), **on_the_screen(path, home)}
    backups.make(path, Why.ASKED, NOW)
    for command in (["example", str(folder / "example.matters"), "--no-open"],
                    ["new", str(folder / "new.matters")]):  # fmt: skip
        subprocess.run([sys.executable, "-m", "tui", *command], cwd=ROOT, check=True,
                       capture_output=True)  # fmt: skip
    monkeypatch.setenv("MATTERS_STATE", str(home / "state"))
    mishaps.record(KeyError("a witness name"), NOW)
    left = open_to_others(folder) + open_to_others(home / "state")
    seen = {*rights(folder), *during}
    open_during = [
        name for name, mode in during.items() if mode != OWNER_ALONE[(folder / name).is_dir()]
    ]
    figure(
        "R23",
        "tracker, journal, backups, drafts, logs 0600, folders 0700, under umask 022",
        f"{len(seen) - len({*left, *open_during})} of {len(seen)} kinds of file and folder",
    )
    assert any(name.endswith("-journal") for name in during)
    assert any("backups" in name for name in seen)
    assert left == []
    assert open_during == []
