"""R17 and R19: backups that make themselves and can be trusted; a log that shows alterations."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from children import Child, Tell
from older_tracker import make_older
from small_tracker import AUTHOR, DAY, make, subject

from store import backups, checking, notes, restoring, sealed, soundness
from store.backups import KEPT, BackupFailed, Why
from store.telling import untold
from store.tracker import Tracker, open_tracker
from store.unit import Author, unit
from tui.__main__ import main
from tui.upkeep import Cared, care

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DAYS = 12
LONGEST_WAIT = 0.04  # seconds; a backup of the example takes about that
A_SECOND = 1.0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    small = make(tmp_path / "small.matters")
    small.tracker.close()
    return small.tracker.path


def dump(path: Path) -> list[str]:
    """Every row of every table, the log and its hashes among them."""
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return list(db.iterdump())
    finally:
        db.close()


def add_note(path: Path, text: str) -> None:
    tracker = open_tracker(path)
    with unit(tracker.db, "A note", AUTHOR) as change:
        notes.add(change, subject(1), text, on=DAY)
    tracker.close()


def opened_on(path: Path, moment: datetime) -> Cared:
    """What the screen does for the file once its first screen is painted."""
    tracker = open_tracker(path)
    try:
        return care(tracker, Author("Ann", lambda: moment), untold)
    finally:
        tracker.close()


def test_r17_by_themselves_and_restored_to_the_last_row(figure, file):
    """Twelve days of opening twice a day with a change each time; then every backup comes back."""
    held: dict[Path, list[str]] = {}
    for half_day in range(2 * DAYS):
        add_note(file, f"Half day {half_day}")
        made = opened_on(file, NOW + half_day * timedelta(hours=12, minutes=1)).made
        if made:
            held[made.path] = dump(file)
    kept = backups.listed(file)
    restored = 0
    for backup in kept:
        restoring.restore(backup.path, file, NOW + timedelta(days=100))
        restored += dump(file) == held[backup.path] and soundness.verify(file) == ""
    figure(
        "R17",
        "made by itself after 24 h; 10 kept; every restore 100 % rows and chain equal",
        f"{len(held)} made in {DAYS} days of two openings, {len(kept)} kept, {restored} of "
        f"{len(kept)} restored row by row with an equal chain",
    )
    assert len(held) == DAYS
    assert len(kept) == restored == KEPT
    assert [one.path for one in kept] == list(held)[: -KEPT - 1 : -1]


def test_r17_before_an_update_and_an_import(figure, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("gc.disable", lambda: None)
    path = make_older(tmp_path / "older.matters", AUTHOR)
    before = dump(path)
    open_tracker(path, moment=NOW).close()
    (update,) = backups.listed(path)
    report = tmp_path / "report.txt"
    report.write_text(
        "Custody inspection\n\nRecommendations\n\n"
        "Within three months, the force should record each review of detention.\n"
    )
    undated = dump(path)
    assert main(["--file", str(path), "import", str(report), "--yes"]) == 0, capsys.readouterr()
    found = {one.why: one for one in backups.listed(path)}
    equal = [dump(update.path) == before, dump(found[Why.BEFORE_IMPORT].path) == undated]
    figure(
        "R17",
        "before a migration and before an import",
        f"{sum(equal)} of 2 hold exactly what was there before",
    )
    assert equal == [True, True]


def keep_backing_up(tell: Tell, path: Path) -> None:
    """Backup after backup, with a change before each."""
    for number in range(1_000_000):
        add_note(path, f"Number {number}")
        tell(number)
        backups.make(path, Why.DAILY, NOW + number * timedelta(minutes=1))


def test_r17_killed_at_any_moment_leaves_only_whole_backups(figure, points, file):
    chance, kills = random.Random(17), points(200, 4)
    looked_into: dict[tuple[str, int], str] = {}
    for _ in range(kills):
        child = Child(keep_backing_up, file)
        child.wait_for_a_word()
        child.kill(after=chance.random() * 3 * LONGEST_WAIT)
        for backup in backups.listed(file):
            looked_into[(backup.path.name, backup.size)] = soundness.verify(backup.path)
        # A journal that was cut off is taken back by the next to open the file for writing.
        add_note(file, "After the kill")
        assert soundness.verify(file) == ""
    wrong = [name for name, trouble in looked_into.items() if trouble]
    figure(
        "R17",
        "killed while backing up: every file with a backup's name is whole",
        f"{kills} kills, {len(looked_into)} backups, {len(wrong)} not whole",
    )
    assert looked_into
    assert wrong == []


def restore_at_once(tell: Tell, backup: Path, path: Path) -> None:
    tell("begun")
    restoring.restore(backup, path, NOW)


def test_r17_killed_while_restoring_leaves_the_one_or_the_other(figure, points, file):
    chance, kills = random.Random(18), points(200, 5)
    backup = backups.make(file, Why.ASKED, NOW).path
    add_note(file, "Only in the present file")
    present, other = file.read_bytes(), dump(backup)
    found = Counter[str]()
    before = dump(file)
    for _ in range(kills):
        file.write_bytes(present)
        child = Child(restore_at_once, backup, file)
        child.wait_for_a_word()
        child.kill(after=chance.random() * 2 * LONGEST_WAIT)
        now = dump(file)
        found["old" if now == before else "restored" if now == other else "NEITHER"] += 1
        if now != before:
            assert any(dump(one.path) == before for one in backups.listed(file))
        for left in backups.listed(file):
            if left.path != backup:
                left.path.unlink()
    figure(
        "R17",
        "killed while restoring: the old file or the restored one, and the old one is kept",
        f"{kills} kills: {found['old']} old, {found['restored']} restored, {found['NEITHER']} else",
    )
    assert found["NEITHER"] == 0


BACK_UP_WITHOUT_ROOM = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from store import backups

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    backups.make(Path(sys.argv[1]), backups.Why.DAILY, datetime(2026, 11, 22, tzinfo=UTC))
except backups.BackupFailed as failed:
    print(failed)
"""


def without_room(file: Path, most: int) -> str:
    """What a backup says where no file may grow beyond so many bytes."""
    child = subprocess.run(
        [sys.executable, "-c", BACK_UP_WITHOUT_ROOM, str(file), str(most)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert child.stderr == ""
    return child.stdout


def on_a_full_disk(tmp_path: Path, file: Path) -> str:
    """What a backup says whose folder is on a disk that is full; where root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "matters-test", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        return ""
    try:
        (folder / "kept").mkdir()
        backups.make(file, Why.DAILY, NOW, folder / "kept")
    except BackupFailed as failed:
        assert list((folder / "kept").iterdir()) == []
        return str(failed)
    finally:
        subprocess.run(["umount", str(folder)], check=True)
    raise AssertionError("there was room")


@pytest.mark.skipif(sys.platform == "win32", reason="limits on files are POSIX")
def test_r17_without_room_is_told_and_costs_nothing(figure, file, tmp_path):
    for number in range(KEPT):
        backups.make(file, Why.DAILY, NOW + number * timedelta(minutes=1))
    folder = backups.folder_of(file)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    size = file.stat().st_size
    told = [without_room(file, size * part // 8) for part in range(8)]
    full = on_a_full_disk(tmp_path, file) if shutil.which("mount") else ""
    after = {one.name: one.read_bytes() for one in folder.iterdir()}
    figure(
        "R17",
        "a full disk is reported and the earlier ones are kept",
        f"{sum('No backup was made' in one for one in told)} of 8 limits on a file's size told"
        + (", a full disk told" if "disk is full" in full else "")
        + f"; {len(before.items() & after.items())} of {KEPT} earlier ones as they were",
    )
    assert all("No backup was made" in one for one in told)
    assert full == "" or "disk is full" in full
    assert after == before


def long_log(path: Path, rows: int) -> Tracker:
    """A tracker whose log has so many changes, in units of a hundred."""
    tracker = make(path).tracker
    tracker.db.execute("PRAGMA synchronous = OFF")  # made to be read
    (there,) = tracker.db.execute("SELECT count(*) FROM changes").fetchone()
    while there < rows:
        with unit(tracker.db, "Notes", AUTHOR) as change:
            for number in range(min(100, rows - there)):
                notes.add(change, subject(1), f"Note {there + number}", on=DAY)
        there += 100
    return tracker


def test_r19_an_altered_row_is_found_and_its_unit_named(figure, points, tmp_path):
    rows = points(100_000, 2_000)
    path = tmp_path / "long.matters"
    tracker = long_log(path, rows)
    (count, units) = tracker.db.execute(
        "SELECT (SELECT count(*) FROM changes), (SELECT count(*) FROM units)"
    ).fetchone()
    begun = time.perf_counter()
    assert sealed.trouble(tracker.db) == ""
    took = time.perf_counter() - begun
    tracker.close()
    altered = units // 2
    told = alter(path, altered)
    figure(
        "R19",
        "100,000 rows < 1 s; an altered row names the first bad change",
        f"{count:,} rows in {took:.2f} s; altered in change {altered}, told: {told[:60]}…",
    )
    assert f"change {altered} (“Notes”, by Ann Tester, 2022-06-01 09:41 UTC)" in told
    assert count >= rows
    assert took < A_SECOND


def alter(path: Path, changed: int) -> str:
    """Change one word of one unit past every trigger; what verifying says."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    db.execute(
        "UPDATE changes SET after = replace(after, 'Note', 'Nota') "
        "WHERE id = (SELECT max(id) FROM changes WHERE unit = ?)",
        (changed,),
    )
    for _, sql in triggers:
        db.execute(sql)
    db.close()
    return soundness.verify(path)


def test_r19_a_log_cut_at_its_end_is_seen(figure, file):
    for number in range(3):
        add_note(file, f"Number {number}")
    seen = 0
    for gone in range(1, 4):
        copy = Path(shutil.copy(file, file.with_name(f"cut {gone}.matters")))
        cut_off_end(copy, gone)
        seen += "The log goes on to change" in soundness.verify(copy)
        tracker = open_tracker(copy)
        assert checking.check(tracker.db) != []
        tracker.close()
    figure("R19", "units taken from the end of the log are missed", f"{seen} of 3 cuts seen")
    assert seen == 3


def cut_off_end(path: Path, units: int) -> None:
    """Take the newest units away with all that they did, as somebody who knows the file might."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    newest = "(SELECT id FROM units ORDER BY id DESC LIMIT ?)"
    db.execute(
        "DELETE FROM notes WHERE id IN (SELECT record FROM changes WHERE record_table = 'notes' "
        f"AND unit IN {newest})",
        (units,),
    )
    db.execute(f"DELETE FROM changes WHERE unit IN {newest}", (units,))
    db.execute(f"DELETE FROM units WHERE id IN {newest}", (units,))
    for _, sql in triggers:
        db.execute(sql)
    db.close()
