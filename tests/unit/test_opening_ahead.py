"""Opening a tracker ahead of the screen: it gives what opening it there and then would give."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from small_tracker import DAY, make

from store.errors import NotATracker
from store.first_look import FirstLook, first_look
from store.tracker import Tracker, open_tracker
from tui import opening_ahead
from tui.opening_ahead import OpeningAhead


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = make(tmp_path / "small.matters").tracker
    made.close()
    return made.path


def begun(path: Path) -> OpeningAhead:
    def opened() -> tuple[Tracker, date]:
        return open_tracker(path, any_thread=True), DAY

    return OpeningAhead(opened)


def test_the_tracker_is_open_and_was_looked_at(path: Path) -> None:
    ahead = begun(path)
    tracker, today = ahead.result()
    assert (tracker.path, today) == (path, DAY)
    assert ahead.look() == first_look(tracker.db, DAY)
    tracker.close()


def test_what_somebody_saved_meanwhile_is_seen(path: Path) -> None:
    ahead = begun(path)
    tracker, _ = ahead.result()
    before = ahead.look()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM recommendation_standing")
    assert ahead.look() == first_look(tracker.db, DAY) != before
    tracker.close()


def test_nobody_is_given_the_tracker_while_it_is_being_looked_at(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []

    def long_look(db: sqlite3.Connection, today: date) -> FirstLook:
        db.execute(
            """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
               SELECT count(*) FROM n"""
        ).fetchone()
        looked.append(today)
        return first_look(db, today)

    monkeypatch.setattr(opening_ahead, "first_look", long_look)
    tracker, today = begun(path).result()
    assert looked == [today]
    tracker.close()


def test_why_it_cannot_be_opened_is_told_to_who_waits(tmp_path: Path) -> None:
    (tmp_path / "foreign.matters").write_text("Dear Sir", encoding="utf-8")
    with pytest.raises(NotATracker, match=r"foreign\.matters"):
        begun(tmp_path / "foreign.matters").result()


def test_a_look_that_failed_is_tried_again_where_it_can_be_told(path: Path) -> None:
    damaged = sqlite3.connect(path)
    damaged.execute("DROP TABLE recommendation_standing")
    damaged.close()
    ahead = begun(path)
    tracker, _ = ahead.result()
    with pytest.raises(sqlite3.OperationalError, match="recommendation_standing"):
        ahead.look()
    tracker.close()
