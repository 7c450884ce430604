"""Starting and stopping the commissioner's 56 days on the screen, by the palette."""

from datetime import date
from pathlib import Path

import pytest
from bringing_in import waited
from driver import MOMENT, Person, open_at

from store import deadlines, duties
from store.dates import When
from store.tracker import open_tracker
from store.unit import Author, unit


async def by_the_palette(person: Person) -> None:
    await person.press("ctrl+p")
    await person.type("56 days")
    await waited(person, lambda: person.sees("Start or stop the commissioner's 56 days"))
    await person.press("enter")
    await person.settled()


def runs(person: Person, inspection: int) -> bool:
    return duties.running(person.tracker.db, inspection, person.app.desk.today) is not None


async def test_they_are_stopped_and_started_with_a_reason(case_file: Path) -> None:
    async with open_at(case_file) as person:
        person.main.inspections.select(1)
        person.main.inspections.focus()
        assert runs(person, 1)
        await by_the_palette(person)
        assert person.sees("Stop the 56 days of I1")
        await person.press("ctrl+s")
        assert person.sees("Reason is needed")
        await person.type("Answered with the force report")
        await person.press("ctrl+s")
        assert person.told()[-1] == "I1: the commissioner’s 56 days are stopped."
        assert not runs(person, 1)
        await by_the_palette(person)
        assert person.sees("Start the 56 days of I1")
        assert person.sees("They do not run.")
        await person.type("The letter asks for it")
        await person.press("ctrl+s")
        assert person.told()[-1] == "I1: the commissioner’s 56 days are started."
        assert runs(person, 1)
        await person.press("u", "u")
        assert runs(person, 1)


@pytest.mark.parametrize("pane", ["clocks", "recommendations", "actions"])
async def test_from_another_pane_it_is_the_inspection_of_what_is_there(
    case_file: Path, pane: str
) -> None:
    async with open_at(case_file) as person:
        person.main.inspections.select(1)
        getattr(person.main, pane).focus()
        await by_the_palette(person)
        assert person.sees("the 56 days of I1")


async def test_of_all_inspections_none_is_started(case_file: Path) -> None:
    async with open_at(case_file) as person:
        person.main.inspections.focus()
        await by_the_palette(person)
        assert person.main.is_active
        assert person.told()[-1] == "There is no record here to change."


async def test_what_somebody_else_recorded_meanwhile_is_said_before_it_is_stopped(
    case_file: Path,
) -> None:
    async with open_at(case_file) as person:
        person.main.inspections.select(1)
        person.main.inspections.focus()
        await by_the_palette(person)
        assert not person.sees("..")
        await person.type("Answered with the force report")
        clock = duties.running(person.tracker.db, 1, person.app.desk.today)
        assert clock is not None
        other = open_tracker(case_file)
        with unit(other.db, "Met", Author("Bea Clerk", lambda: MOMENT)) as change:
            deadlines.meet(change, clock, When.on(date(2022, 2, 10)))
        other.close()
        await person.press("ctrl+s")
        assert person.sees("They were met on Thu 10 Feb 2022")
        assert runs(person, 1)
        await person.press("ctrl+s")
        assert not runs(person, 1)
