"""Starting and stopping the commissioner's 56 days on the screen, by the palette."""

from pathlib import Path

import pytest
from driver import Person, open_at

from store import duties


async def by_the_palette(person: Person) -> None:
    await person.press("ctrl+p")
    await person.type("56 days")
    await person.pilot.pause(0.3)
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
        assert person.told()[-1] == "Stop the 56 days of I1."
        assert not runs(person, 1)
        await by_the_palette(person)
        assert person.sees("Start the 56 days of I1")
        assert person.sees("They do not run.")
        await person.type("The letter asks for it")
        await person.press("ctrl+s")
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
