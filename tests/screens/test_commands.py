"""Every command has its key, its action, its place in help; no key that terminals swallow."""

from pathlib import Path

import pytest
from driver import Person, open_at

from tui.commands import COMMANDS, IMPORT, MAIN, SHEET, Command, Place, bindings, line_at
from tui.screens.help import HelpScreen
from tui.screens.importing import ImportScreen
from tui.screens.importing_sheet import SheetScreen
from tui.screens.main import MainScreen
from tui.screens.step import StepScreen
from tui.widgets.page import Page

SCREENS = (
    (MainScreen, MAIN),
    (StepScreen, frozenset({Place.STEP})),
    (ImportScreen, IMPORT),
    (SheetScreen, SHEET),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_an_action_on_each_of_its_screens(command: Command) -> None:
    held = [screen for screen, places in SCREENS if command.places & places]
    assert held
    for screen in held:
        name = command.action.partition("(")[0]
        assert callable(getattr(screen, f"action_{name}", None)), (screen, name)


@pytest.mark.parametrize(("screen", "places"), SCREENS)
def test_every_action_of_a_screen_is_a_command(
    screen: type[MainScreen], places: frozenset[Place]
) -> None:
    written = {
        name.removeprefix("action_")
        for kind in screen.__mro__
        if kind.__module__.startswith("tui.")
        for name in vars(kind)
        if name.startswith("action_")
    }
    declared = {c.action.partition("(")[0] for c in COMMANDS if c.places & places}
    assert written == declared


@pytest.mark.parametrize("place", Place)
def test_the_line_of_keys_has_at_most_eight_and_ends_with_help(place: Place) -> None:
    line = line_at(place)
    assert 1 < len(line) <= 8
    assert line[-1].id == "help"
    assert len({command.key for command in line}) == len(line)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_no_key_that_terminals_or_screen_readers_take(command: Command) -> None:
    for key in command.key.split(","):
        assert "alt+" not in key
        assert "ctrl+shift" not in key
        assert key not in ("ctrl+c", "ctrl+z", "ctrl+s", "ctrl+q", "ctrl+i", "ctrl+m", "ctrl+h")


@pytest.mark.parametrize("place", Place)
def test_a_key_means_one_thing_at_a_place(place: Place) -> None:
    keys = [
        key for command in COMMANDS if place in command.places for key in command.key.split(",")
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("screen", "places"), SCREENS)
def test_a_screen_binds_a_key_once(screen: type[MainScreen], places: frozenset[Place]) -> None:
    keys = [key for binding in bindings(places) for key in binding.key.split(",")]
    twice = {key for key in keys if keys.count(key) > 1}
    assert not twice
    assert [b.id for b in screen.BINDINGS] == [b.id for b in bindings(places)]


async def test_help_lists_every_command_with_its_keys(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("question_mark")
        assert isinstance(person.app.screen, HelpScreen)
        page = person.app.screen.query_one(Page)
        listed = {
            (paragraph.sign.plain if paragraph.sign else "", paragraph.text.plain)
            for paragraph in page.paragraphs
        }
        for command in COMMANDS:
            assert (command.keys_shown, command.help) in listed, command.id
        await person.press("escape")
        assert person.main.is_active


async def test_help_begins_with_what_holds_only_while_stepping_through(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        await person.press("question_mark")
        assert heading(person) == "While stepping through"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, "Moving"),
        (Place.RECOMMENDATIONS, "Moving"),
        (Place.IMPORT, "While importing documents"),
        (Place.SHEET, "While importing a spreadsheet"),
    ],
)
async def test_help_begins_with_what_holds_only_here_and_leaves_nothing_out(
    case_file: Path, place: Place | None, words: str
) -> None:
    async with open_at(case_file) as person:
        person.app.push_screen(HelpScreen(place))
        await person.settled()
        assert heading(person) == words
        told = [each.text.plain for each in person.app.screen.query_one(Page).paragraphs]
        for command in COMMANDS:
            assert command.help in told, command.id


def heading(person: Person) -> str:
    return person.app.screen.query_one(Page).paragraphs[0].text.plain


async def test_the_palette_runs_a_command_by_its_words(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("ctrl+p")
        await person.type("show all")
        await person.pilot.pause(0.3)
        await person.press("enter")
        await person.settled()
        assert person.sees("Recommendations · 17 of 17")


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5"])
async def test_the_sides_of_a_record_are_numbered_as_their_keys(case_file: Path, key: str) -> None:
    async with open_at(case_file) as person:
        await person.press(key)
        assert person.main.tab == int(key) - 1
