"""Backups: made, proved, listed, kept to ten, and never at the cost of the ones that are there."""

import os
import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from little_case import Case, edit_finding, everything

from store import backups, soundness
from store.backups import KEPT, Backup, BackupFailed, Why
from store.tracker import Tracker, open_tracker

NOW = datetime(2026, 11, 21, 9, 30, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)


def records(path: Path) -> dict[str, object]:
    tracker = open_tracker(path, read_only=True)
    try:
        return everything(tracker.db)
    finally:
        tracker.close()


def names(path: Path) -> list[str]:
    folder = backups.folder_of(path)
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


def damage(path: Path) -> None:
    whole = path.read_bytes()
    at = whole.index(b"Custody")
    path.write_bytes(whole[:at] + b"Kustody" + whole[at + 7 :])


class TestMaking:
    def test_keeps_every_row_and_the_log(self, empty: Tracker, case: Case) -> None:
        made = backups.make(empty.path, Why.ASKED, NOW)
        assert records(made.path) == everything(empty.db)
        assert soundness.verify(made.path) == ""

    def test_names_day_time_and_why(self, empty: Tracker) -> None:
        made = backups.make(empty.path, Why.BEFORE_IMPORT, NOW)
        assert made.path.name == "empty 2026-11-21 09.30.05 UTC before import.matters"
        assert made.path.parent.name == "empty backups"
        assert backups.listed(empty.path) == [made]

    def test_two_of_one_second_are_both_kept(self, empty: Tracker) -> None:
        made = [backups.make(empty.path, Why.ASKED, NOW) for _ in range(2)]
        assert len({one.path for one in made}) == 2
        assert len(backups.listed(empty.path)) == 2

    @pytest.mark.skipif(os.name != "posix", reason="file rights are POSIX")
    def test_is_for_its_owner_alone(self, empty: Tracker) -> None:
        made = backups.make(empty.path, Why.ASKED, NOW)
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700

    def test_goes_to_the_folder_that_is_named(self, empty: Tracker, tmp_path: Path) -> None:
        folder = tmp_path / "elsewhere" / "kept"
        made = backups.make(empty.path, Why.ASKED, NOW, folder)
        assert made.path.parent == folder
        assert names(empty.path) == []
        assert backups.listed(empty.path, folder) == [made]

    def test_lies_beside_the_file_and_not_beside_a_link_to_it(
        self, empty: Tracker, tmp_path: Path
    ) -> None:
        (tmp_path / "desk").mkdir()
        link = tmp_path / "desk" / "empty.matters"
        link.symlink_to(empty.path)
        made = backups.make(link, Why.ASKED, NOW)
        assert made.path.parent == backups.folder_of(empty.path)

    def test_writes_nothing_into_the_tracker(self, empty: Tracker) -> None:
        before = empty.path.read_bytes()
        backups.make(empty.path, Why.ASKED, NOW)
        assert empty.path.read_bytes() == before

    def test_while_somebody_is_saving_holds_the_last_whole_state(
        self, empty: Tracker, case: Case
    ) -> None:
        before = everything(case.db)
        empty.db.execute("BEGIN IMMEDIATE")
        empty.db.execute("INSERT INTO places VALUES ('half', 'saved')")
        made = backups.make(empty.path, Why.ASKED, NOW)
        empty.db.execute("ROLLBACK")
        assert records(made.path) == before


class TestOfADamagedFile:
    def test_none_is_made_and_the_sound_ones_stay(self, empty: Tracker, case: Case) -> None:
        kept = backups.make(empty.path, Why.ASKED, NOW)
        empty.close()
        damage(empty.path)
        with pytest.raises(BackupFailed, match="not whole"):
            backups.make(empty.path, Why.DAILY, NOW + HOUR)
        assert names(empty.path) == [kept.path.name]
        assert backups.newest_sound(empty.path) == kept

    def test_it_can_be_kept_byte_for_byte(self, empty: Tracker, case: Case) -> None:
        empty.close()
        damage(empty.path)
        Path(f"{empty.path}-journal").write_bytes(b"the journal")
        kept = backups.keep_as_it_is(empty.path, Why.BEFORE_RESTORE, NOW)
        assert kept.path.read_bytes() == empty.path.read_bytes()
        assert Path(f"{kept.path}-journal").read_bytes() == b"the journal"
        assert backups.listed(empty.path) == [kept]

    def test_the_newest_sound_one_is_found_behind_damaged_ones(
        self, empty: Tracker, case: Case
    ) -> None:
        made = [backups.make(empty.path, Why.DAILY, NOW + n * HOUR) for n in range(3)]
        for newer in made[1:]:
            damage(newer.path)
        assert backups.newest_sound(empty.path) == made[0]

    def test_there_may_be_none(self, empty: Tracker) -> None:
        assert backups.newest_sound(empty.path) is None


class TestKeepingTen:
    def test_the_oldest_goes_when_a_new_one_was_proved(self, empty: Tracker) -> None:
        made = [backups.make(empty.path, Why.DAILY, NOW + n * HOUR) for n in range(KEPT + 2)]
        assert backups.listed(empty.path) == made[:1:-1]

    def test_one_that_fails_costs_none(
        self, empty: Tracker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = [backups.make(empty.path, Why.DAILY, NOW + n * HOUR) for n in range(KEPT)]

        def no_room(descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", no_room)
        with pytest.raises(BackupFailed, match=r"No space left on device.*are as they were"):
            backups.make(empty.path, Why.DAILY, NOW + KEPT * HOUR)
        monkeypatch.undo()
        assert backups.listed(empty.path) == made[::-1]
        assert len(names(empty.path)) == KEPT

    def test_files_that_are_not_backups_of_it_are_left_alone(self, empty: Tracker) -> None:
        folder = backups.folder_of(empty.path)
        folder.mkdir()
        others = (
            "notes.txt",
            "other 2020-01-01 00.00.00 UTC daily.matters",
            "empty 2020-01-01 00.00.00 UTC for fun.matters",
            "empty 2020-13-01 00.00.00 UTC daily.matters",
            "empty.matters",
        )
        for other in others:
            (folder / other).write_text("mine")
        for n in range(KEPT + 2):
            backups.make(empty.path, Why.DAILY, NOW + n * HOUR)
        assert len(backups.listed(empty.path)) == KEPT
        assert set(others) <= set(names(empty.path))

    def test_what_a_cut_off_backup_left_goes_after_a_day(self, empty: Tracker) -> None:
        folder = backups.folder_of(empty.path)
        folder.mkdir()
        young, old = folder / "young.part", folder / "old.part"
        for left, age in ((young, HOUR), (old, 25 * HOUR)):
            left.write_bytes(b"half")
            moment = (NOW - age).timestamp()
            os.utime(left, (moment, moment))
        backups.make(empty.path, Why.DAILY, NOW)
        assert (young.exists(), old.exists()) == (True, False)


class TestWhetherOneIsDue:
    def made(self, tracker: Tracker, moment: datetime) -> Backup:
        return backups.make(tracker.path, Why.DAILY, moment)

    def test_where_there_is_none(self, empty: Tracker) -> None:
        assert backups.is_due(empty.path, NOW)

    @pytest.mark.parametrize(
        ("age", "due"),
        [(0 * HOUR, False), (24 * HOUR, False), (24 * HOUR + timedelta(seconds=1), True)],
    )
    def test_after_a_day(self, empty: Tracker, case: Case, age: timedelta, due: bool) -> None:
        self.made(empty, NOW)
        edit_finding(case, title="Changed since")
        assert backups.is_due(empty.path, NOW + age) is due

    def test_not_while_nothing_changed(self, empty: Tracker) -> None:
        self.made(empty, NOW)
        assert not backups.is_due(empty.path, NOW + 100 * HOUR)

    def test_when_the_clock_was_set_back(self, empty: Tracker, case: Case) -> None:
        self.made(empty, NOW)
        edit_finding(case, title="Changed since")
        assert backups.is_due(empty.path, NOW - 24 * 365 * HOUR)


class TestWhereItCannotBeMade:
    def test_a_file_in_the_folder_s_place(self, empty: Tracker) -> None:
        backups.folder_of(empty.path).write_text("in the way")
        with pytest.raises(BackupFailed, match="No backup was made in"):
            backups.make(empty.path, Why.ASKED, NOW)
        assert backups.listed(empty.path) == []
        assert backups.folder_of(empty.path).read_text() == "in the way"

    def test_a_full_disk_leaves_no_part(
        self, empty: Tracker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_room(db: sqlite3.Connection, copy: Path, tell: object) -> None:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

        monkeypatch.setattr(backups, "_copy", no_room)
        with pytest.raises(BackupFailed, match="disk is full"):
            backups.make(empty.path, Why.ASKED, NOW)
        assert names(empty.path) == []

    def test_a_copy_that_is_not_what_was_copied_is_not_kept(
        self, empty: Tracker, case: Case, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy = backups._copy

        def badly(db: sqlite3.Connection, path: Path, tell: backups.Tell) -> None:
            copy(db, path, tell)
            damage(path)

        monkeypatch.setattr(backups, "_copy", badly)
        with pytest.raises(BackupFailed, match="not whole"):
            backups.make(empty.path, Why.ASKED, NOW)
        assert names(empty.path) == []
