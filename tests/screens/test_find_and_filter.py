"""Finding as you type, filtering by what matters, and sorting by key and by mouse."""

from pathlib import Path

import pytest
from driver import Person, open_at

from tui.widgets.lines import Lines


async def filter_by(person: Person, *, tabs: int, words: str = "", right: int = 0) -> None:
    """Open the filter, go to a field, fill it, save."""
    await person.press("f", *["tab"] * tabs)
    if words:
        await person.type(words)
    await person.press(*["right"] * right, "ctrl+s")


def title(person: Person) -> str:
    return str(person.main.recommendations.border_title)


async def test_each_letter_narrows_and_esc_brings_everything_back(case_file: Path) -> None:
    async with open_at(case_file) as person:
        counts = [len(person.refs)]
        await person.press("slash")
        for letter in "custody":
            await person.type(letter)
            counts.append(len(person.refs))
            assert f"{len(person.refs)} of 17" in title(person)
        assert counts == sorted(counts, reverse=True)
        assert 0 < counts[-1] < 13
        assert "“custody”" in title(person)
        await person.press("escape")
        assert len(person.refs) == 13
        assert person.main.recommendations.has_focus
        assert "“" not in title(person)


async def test_a_reference_is_found(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("slash")
        await person.type("R11")
        await person.press("enter")
        assert "R11" in person.refs
        assert person.main.recommendations.has_focus
        await person.press("escape")
        assert len(person.refs) == 13


async def test_what_nothing_matches_says_how_to_leave(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("slash")
        await person.type("[/zzz] %_\"'")
        assert person.refs == []
        assert person.sees("Nothing matches “[/zzz] %_\"'”. Esc leaves the search.")
        assert "0 of 17" in title(person)
        await person.press("escape")
        assert len(person.refs) == 13


async def test_letters_typed_into_the_find_bar_are_not_commands(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("slash")
        await person.type("nduxqbf?")
        assert person.main.is_active
        find = person.main.find
        assert find is not None
        assert find.value == "nduxqbf?"


async def test_by_theme(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await filter_by(person, tabs=4, right=1)
        assert "theme children in custody" in title(person)
        assert f"{len(person.refs)} of 17" in title(person)
        themes = {
            person.tracker.db.execute(
                "SELECT theme FROM recommendations WHERE ref = ?", (ref,)
            ).fetchone()[0]
            for ref in person.refs
        }
        assert themes == {"children in custody"}


async def test_overdue(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await filter_by(person, tabs=0, right=1)
        assert "overdue" in title(person)
        assert f"{len(person.refs)} of 17" in title(person)
        assert set(person.refs) <= {"R2", "R6", "R8"}


async def test_by_owner_or_forum(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await filter_by(person, tabs=3, words="ARTEMIS")
        assert "owner ARTEMIS" in title(person)
        assert 0 < len(person.refs) < 13
        assert f"{len(person.refs)} of 17" in title(person)


async def test_an_owner_nobody_knows_is_said_in_the_dialog(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await filter_by(person, tabs=3, words="Nobody at all")
        assert person.sees("No owner is called “Nobody at all”.")
        await person.press("escape", "escape")
        assert len(person.refs) == 13


async def test_x_shows_everything_and_goes_back(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("x")
        assert title(person) == "Recommendations · 17 of 17"
        await person.press("x")
        assert title(person) == "Recommendations · open, ours · 13 of 17"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [("reference", "R1", "R16"), ("board", "R1", "R16"), ("nearest", "R2", "R16")],
)
async def test_s_chooses_the_order(case_file: Path, words: str, first: str, last: str) -> None:
    async with open_at(case_file) as person:
        await person.choose("s", words)
        assert (person.refs[0], person.refs[-1]) == (first, last)
        assert words in str(person.main.recommendations.border_subtitle)


async def test_a_click_on_a_title_sorts_by_it(case_file: Path) -> None:
    async with open_at(case_file) as person:
        nearest = person.refs
        for heading, order in (("Recommendation  ", "by title"), ("Ref ", "by reference")):
            y, x = next(
                (y, line.index(heading)) for y, line in enumerate(person.text()) if "Due in" in line
            )
            await person.pilot.click(offset=(x + 1, y))
            await person.settled()
            assert str(person.main.order) == order
        assert person.refs == sorted(nearest, key=lambda ref: int(ref[1:]))
        assert any("Ref ▲" in line for line in person.text())
        assert isinstance(person.app.focused, Lines)
