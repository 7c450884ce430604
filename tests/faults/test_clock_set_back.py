"""D2: a clock that was set back changes neither the order of history nor a due date."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import driver
import pytest
from driver import Person, open_at
from small_tracker import DAY, make, subject

from store import checking, deadlines, history, notes, recommendations
from store.tracker import Tracker
from store.unit import Author, unit
from tui import upkeep

RIGHT = datetime(2022, 6, 1, 10, tzinfo=UTC)


def save(tracker: Tracker, text: str, moment: datetime) -> None:
    with unit(tracker.db, text, Author("Ann Example", lambda: moment)) as change:
        notes.add(change, subject(1), text, on=DAY)
        finding = recommendations.get(tracker.db, 1)
        recommendations.edit(change, finding, title=text)


def due_days(tracker: Tracker) -> list[tuple[date | None, date | None]]:
    found = (deadlines.get(tracker.db, key) for key in (1, 2, 3, 4))
    return [(one.due.earliest, one.due.latest) for one in found]


async def warnings(person: Person) -> list[str]:
    """What is said of the clock once the first screen is painted."""
    person.app.upkeep = upkeep.begin(person.app)
    await person.settled()
    return [said for said in person.told() if "clock" in said]


@pytest.mark.parametrize("back", [timedelta(days=1), timedelta(days=365)], ids=["day", "year"])
async def test_d2_a_clock_set_back_changes_nothing_kept(figure, tmp_path, monkeypatch, back):
    monkeypatch.setenv("MATTERS_CONFIG", str(tmp_path / "settings"))
    path: Path = tmp_path / "small.matters"
    tracker = make(path).tracker
    due = due_days(tracker)
    for text, moment in (("First", RIGHT), ("Second", RIGHT - back), ("Third", RIGHT)):
        save(tracker, text, moment)
    order = [one.title for one in history.units(tracker.db, newest=3)]
    taken_back = [
        history.undo(tracker.db, Author("Ann", lambda: RIGHT - back)).title for _ in range(2)
    ]
    assert checking.check(tracker.db) == []
    same_days = due_days(tracker) == due
    save(tracker, "Fourth", RIGHT)
    tracker.close()
    monkeypatch.setattr(driver, "MOMENT", RIGHT - back)
    async with open_at(path, day=DAY, notices=True) as person:
        warned = await warnings(person)
    figure(
        "D2",
        f"clock set back {back.days} days: order of history unchanged, warning, due days the same",
        f"order {'kept' if order == ['Third', 'Second', 'First'] else 'LOST'}, "
        f"{len(warned)} warning, due days {'the same' if same_days else 'CHANGED'}",
    )
    assert order == ["Third", "Second", "First"]
    assert taken_back == ["Third", "Second"]
    assert same_days
    assert len(warned) == 1
    assert "check the clock" in warned[0]


async def test_d2_a_right_clock_is_not_warned_of(tmp_path, monkeypatch):
    monkeypatch.setenv("MATTERS_CONFIG", str(tmp_path / "settings"))
    path = tmp_path / "small.matters"
    make(path).tracker.close()
    async with open_at(path, day=DAY, notices=True) as person:
        assert await warnings(person) == []
