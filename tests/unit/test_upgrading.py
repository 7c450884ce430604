"""Files of earlier versions: brought up to date after a backup, or looked at without a change."""

import os
import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from older_tracker import make_older

from store import backups, checking, migrations, soundness, upgrading
from store.backups import Why
from store.errors import TrackerError
from store.schema import SCHEMA_NUMBER
from store.tracker import open_tracker
from store.unit import Author, unit

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture
def older(tmp_path: Path, author: Author) -> Path:
    return make_older(tmp_path / "older.matters", author)


def schema(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def dump(path: Path) -> list[str]:
    """All that a file holds, as the statements that would make it again."""
    db = sqlite3.connect(path)
    try:
        return list(db.iterdump())
    finally:
        db.close()


def notes(db: sqlite3.Connection) -> list[str]:
    return [text for (text,) in db.execute("SELECT text FROM notes ORDER BY id")]


def test_the_fixture_is_of_the_first_version(older: Path) -> None:
    assert schema(older) == 1
    assert soundness.verify(older) == ""


class TestBringingUpToDate:
    def test_keeps_every_record_and_the_log(self, older: Path) -> None:
        with sqlite3.connect(older) as before:
            units = before.execute("SELECT * FROM units").fetchall()
        before.close()
        tracker = open_tracker(older, moment=NOW)
        assert tracker.read_only == ""
        assert schema(older) == SCHEMA_NUMBER
        assert notes(tracker.db) == ["First", "Second"]
        assert tracker.db.execute("SELECT * FROM units").fetchall() == units
        assert checking.check(tracker.db) == []
        tracker.close()

    def test_makes_a_backup_first(self, older: Path) -> None:
        before = dump(older)
        open_tracker(older, moment=NOW).close()
        (kept,) = backups.listed(older)
        assert (kept.why, kept.made_at) == (Why.BEFORE_UPDATE, NOW)
        assert dump(kept.path) == before

    def test_goes_on_to_write(self, older: Path, author: Author) -> None:
        tracker = open_tracker(older, moment=NOW)
        with unit(tracker.db, "Renamed", author) as change:
            change.change("inspections", 1, 2, title="Custody, again")
        assert checking.check(tracker.db) == []
        tracker.close()

    def test_is_done_once(self, older: Path) -> None:
        for _ in range(2):
            open_tracker(older, moment=NOW).close()
        assert len(backups.listed(older)) == 1

    def test_by_several_at_once_is_done_once(self, older: Path) -> None:
        told: list[str] = []

        def open_it() -> None:
            tracker = open_tracker(older, moment=NOW)
            told.append(tracker.read_only)
            tracker.close()

        openers = [threading.Thread(target=open_it) for _ in range(3)]
        for opener in openers:
            opener.start()
        for opener in openers:
            opener.join()
        assert told == ["", "", ""]
        assert len(backups.listed(older)) == 1
        assert soundness.verify(older) == ""

    def test_that_fails_half_way_changes_nothing(
        self, older: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = older.read_bytes()
        steps = migrations.take_steps

        def fail(db: object) -> None:
            steps(db)
            raise TrackerError("No room.")

        monkeypatch.setattr(migrations, "take_steps", fail)
        assert "No room" in upgrading.bring_up_to_date(older, NOW, None)
        assert older.read_bytes() == before


class TestWithoutChangingTheFile:
    def test_it_is_shown_as_the_present_version_would(self, older: Path) -> None:
        before = older.read_bytes()
        tracker = open_tracker(older)
        assert "earlier version" in tracker.read_only
        assert notes(tracker.db) == ["First", "Second"]
        assert checking.check(tracker.db) == []
        tracker.close()
        assert older.read_bytes() == before
        assert [one.name for one in older.parent.iterdir()] == [older.name]

    def test_nothing_can_be_written(self, older: Path, author: Author) -> None:
        tracker = open_tracker(older)
        with (
            pytest.raises(sqlite3.OperationalError, match="readonly"),
            unit(tracker.db, "A change", author) as change,
        ):
            change.change("inspections", 1, 2, title="Other")
        tracker.close()

    def test_asked_for_reading_says_so(self, older: Path) -> None:
        tracker = open_tracker(older, read_only=True, moment=NOW)
        assert tracker.read_only == "opened for reading only"
        assert schema(older) == 1
        tracker.close()

    @pytest.mark.skipif(os.name != "posix", reason="a file in the folder's place is POSIX here")
    def test_where_no_backup_can_be_made_it_stays_as_it_is(self, older: Path) -> None:
        backups.folder_of(older).write_text("in the way")
        before = older.read_bytes()
        tracker = open_tracker(older, moment=NOW)
        assert "No backup was made" in tracker.read_only
        assert notes(tracker.db) == ["First", "Second"]
        tracker.close()
        assert older.read_bytes() == before

    def test_a_damaged_one_is_not_brought_up_to_date(self, older: Path) -> None:
        whole = older.read_bytes()
        at = whole.rindex(b"First")
        older.write_bytes(whole[:at] + b"Fxrst" + whole[at + 5 :])
        tracker = open_tracker(older, moment=NOW)
        assert "not whole" in tracker.read_only
        tracker.close()
        assert schema(older) == 1
        assert backups.listed(older) == []

    def test_an_altered_one_is_refused_and_not_touched(self, older: Path) -> None:
        with sqlite3.connect(older) as db:
            db.execute("DROP TRIGGER notes_added")
        db.close()
        before = older.read_bytes()
        with pytest.raises(TrackerError, match="altered by another program"):
            open_tracker(older, moment=NOW)
        assert older.read_bytes() == before
