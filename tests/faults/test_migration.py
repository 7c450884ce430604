"""R9 and R10: files of other versions; the old or the new, never something between."""

import random
import shutil
import sqlite3
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from at_work import NOW, bring_up_to_date
from children import Child
from driver import open_at
from little_case import Rows, log
from older_tracker import make_older
from small_tracker import AUTHOR, DAY, make

from store import backups, checking, soundness
from store.schema import SCHEMA_NUMBER
from store.tracker import open_tracker
from tui.__main__ import main

LONGEST_WAIT = 0.12  # seconds; bringing the little file up to date takes less than half of it
OPENERS = 3


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A tracker of the first version."""
    return make_older(tmp_path / "older.matters", AUTHOR)


def structure(path: Path) -> tuple[int, Rows, tuple[Rows, Rows]]:
    """The schema's number and text, and the log; a cut off change is taken back first."""
    db = sqlite3.connect(path)
    try:
        (number,) = db.execute("PRAGMA user_version").fetchone()
        text = db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid").fetchall()
        return number, text, log(db)
    finally:
        db.close()


def after_a_kill(older: Path, path: Path, wait: float) -> str:
    """Kill somebody who brings a copy up to date; whether it is old, new, or between."""
    path.parent.mkdir()
    shutil.copy(older, path)
    before = structure(path)
    child = Child(bring_up_to_date, path)
    child.wait_for_a_word()
    child.kill(after=wait)
    found = structure(path)
    assert found[2] == before[2]
    if found == before:
        return "old"
    tracker = open_tracker(path)
    whole = checking.check(tracker.db) == [] and tracker.read_only == ""
    tracker.close()
    (kept,) = backups.listed(path)
    whole = whole and structure(kept.path) == before and soundness.verify(kept.path) == ""
    return "new" if whole and found[0] == SCHEMA_NUMBER else "BETWEEN"


def test_r10_a_kill_leaves_the_old_file_or_the_new(figure, points, tmp_path, older):
    moments, chance, found = points(100, 12), random.Random(10), Counter[str]()
    for moment in range(moments):
        path = tmp_path / str(moment) / "older.matters"
        found[after_a_kill(older, path, chance.uniform(0, LONGEST_WAIT))] += 1
        tracker = open_tracker(path, moment=NOW)
        assert (tracker.read_only, checking.check(tracker.db)) == ("", [])
        tracker.close()
    figure(
        "R10",
        "kill -9 at 100 points: old or new, never between; backup made first",
        f"{moments} points: {found['old']} old, {found['new']} new with a sound backup, "
        f"{found['BETWEEN']} between; all open afterwards",
    )
    assert found["BETWEEN"] == 0
    assert moments < 100 or min(found["old"], found["new"]) > 0


def test_r10_three_openers_at_once(figure, points, tmp_path, older):
    rounds, told = points(20, 2), Counter[str]()
    for number in range(rounds):
        path = tmp_path / str(number) / "older.matters"
        path.parent.mkdir()
        shutil.copy(older, path)
        children = [Child(bring_up_to_date, path) for _ in range(OPENERS)]
        codes = [child.end() for child in children]
        assert codes == [0] * OPENERS
        told.update(child.told[-1] for child in children)
        assert len(backups.listed(path)) == 1
        assert soundness.verify(path) == ""
    figure(
        "R10",
        "3 openers at once: 0 errors",
        f"{told['up to date']} of {rounds * OPENERS} open, {rounds} rounds",
    )
    assert told == {"up to date": rounds * OPENERS}


async def test_r9_a_file_of_a_newer_version_is_only_read(figure, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MATTERS_CONFIG", str(tmp_path / "settings"))
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("gc.disable", lambda: None)
    path = tmp_path / "kept" / "newer.matters"
    path.parent.mkdir()
    make(path).tracker.close()
    made_newer(path)
    before = sha256(path.read_bytes()).hexdigest()
    async with open_at(path, day=DAY, notices=True) as person:
        assert person.sees("READ ONLY: made by a newer version of this program")
        await person.press("n", "u")
        assert all("newer version" in said for said in person.told())
        assert len(person.told()) == 2
    assert main(["--file", str(path), "note", "R1", "Words."]) == 2
    assert "newer version" in capsys.readouterr().err
    assert main(["--file", str(path), "list", "--today", DAY.isoformat()]) == 0
    same = sha256(path.read_bytes()).hexdigest() == before
    figure(
        "R9",
        "opens read-only with “made by a newer version”, writes nothing",
        f"says so on the screen and the command line; the file is {'the same' if same else 'NOT'}",
    )
    assert same
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def made_newer(path: Path) -> None:
    """The file as a later version would leave it: its number, and a step of its own."""
    db = sqlite3.connect(path)
    (step,) = db.execute("SELECT name FROM sqlite_schema WHERE name = '_sqlite_migrations'")
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({step[0]})")]
    told = {"migration_set": "matters", "name": "9999_unknown", "applied_at": "2030-01-01"}
    named = [name for name in columns if name in told]
    marks = ", ".join("?" * len(named))
    db.execute(
        f"INSERT INTO {step[0]} ({', '.join(named)}) VALUES ({marks})",
        [told[name] for name in named],
    )
    db.execute("ALTER TABLE notes ADD COLUMN mood TEXT")
    db.execute(f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")
    db.commit()
    db.close()
