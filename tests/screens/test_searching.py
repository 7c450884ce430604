"""Finding in a tracker with more texts than can be read within a key's time."""

from datetime import date
from pathlib import Path

import pytest
from driver import Person, open_at

from store import filters, search
from store.telling import Stopped, Told, untold
from tui.screens import searching

DAY = date(2022, 6, 1)
WORDS = "child"
ORDER = filters.Order.NEAREST


@pytest.fixture(autouse=True)
def hardly_any_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_AT_ONCE", 0)


async def found(person: Person) -> None:
    for _ in range(200):
        await person.pilot.pause(0.01)
        if person.main.still_searching is None:
            return
    raise AssertionError("the search never ended")


async def test_shows_in_the_end_what_reading_everything_finds(case_file: Path) -> None:
    async with open_at(case_file, day=DAY) as person:
        await person.press("x", "/")
        await person.type(WORDS)
        await found(person)
        shown = list(person.main.recommendations.source.ids)
        wanted = filters.Filter(text=WORDS)
        assert shown == list(filters.recommendations(person.tracker.db, wanted, ORDER, DAY))
        assert f"{len(shown)} of 17" in person.seen()


async def test_shows_first_what_the_recommendations_themselves_say(case_file: Path) -> None:
    async with open_at(case_file, day=DAY) as person:
        own = search.quickly(person.tracker.db, WORDS, DAY, 0)
        assert own is not None
        assert not own.whole
        assert own.keys < (search.recommendations(person.tracker.db, WORDS, DAY) or set())
        assert searching.found(person.main, WORDS) == own.keys
        assert person.main.still_searching == (WORDS, DAY, own.keys)
        await found(person)


async def test_forgets_what_is_no_longer_asked_for(case_file: Path) -> None:
    async with open_at(case_file, day=DAY) as person:
        await person.press("x", "/")
        await person.type("polit")
        await found(person)
        shown = list(person.main.recommendations.source.ids)
        searching.found(person.main, "child")
        searching.found(person.main, "")
        await person.pilot.pause(0.2)
        assert person.main.still_searching is None
        assert list(person.main.recommendations.source.ids) == shown


def test_what_nobody_asks_for_any_more_is_given_up(
    written_example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwanted(told: Told) -> None:
        raise Stopped(f"Given up: {told}")

    asked = searching.Asked(WORDS, DAY, set())
    assert searching._all(written_example, asked, untold)
    monkeypatch.setattr(searching, "_STEPS", 1)
    with pytest.raises(Stopped):
        searching._all(written_example, asked, unwanted)
