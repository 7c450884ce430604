"""The tracker of a whole country, made small: plausible, whole, and the same every time."""

import sys
from pathlib import Path

import pytest

from store import filters, history
from store.checking import check
from store.filters import Filter, Order
from store.tracker import Tracker, open_tracker

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
national = pytest.importorskip("national")


def made(path: Path, seed: int = 1, **size: float) -> Tracker:
    national.make(path, national.Size(120, **size), seed)
    return open_tracker(path)


def test_is_a_tracker_like_any_other(tmp_path: Path) -> None:
    tracker = made(tmp_path / "small.matters")
    try:
        assert check(tracker.db) == []
        assert tracker.read_only == ""
        count = dict.fromkeys(("recommendations", "actions", "notes"), 0)
        for table in count:
            (count[table],) = tracker.db.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert count == {"recommendations": 120, "actions": 360, "notes": 360}
        assert history.next_undo(tracker.db) is not None
    finally:
        tracker.close()


def test_has_as_much_open_as_was_asked_for(tmp_path: Path) -> None:
    shown = Filter(open_only=True)
    for name, share, least, most in (("all", 1.0, 120, 120), ("some", 0.28, 10, 60)):
        tracker = made(tmp_path / f"{name}.matters", open_share=share)
        found = filters.recommendations(tracker.db, shown, Order.NEAREST, national.TODAY)
        tracker.close()
        assert least <= len(found) <= most


def test_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    titles = []
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        tracker = made(tmp_path / f"{name}.matters", seed)
        titles.append(tracker.db.execute("SELECT title, text FROM recommendations").fetchall())
        tracker.close()
    assert titles[0] == titles[1] != titles[2]
