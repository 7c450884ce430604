"""A round of stepping through: left and gone on with, backwards, skipped, and by other orders."""

from pathlib import Path

import pytest
from driver import open_at


async def test_a_round_goes_on_where_it_stopped(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        await person.note("First")
        await person.press("enter", "s")
        assert person.sees("3 of 13 ● 1 noted ○ 1 skipped")
        await person.press("escape", "q")

        await person.reopen()
        await person.press("b")
        assert person.sees("Go on where you stopped: R8 nearest first")
        await person.press("enter")
        assert person.sees("3 of 13 ● 1 noted ○ 1 skipped")
        assert person.sees("R8 Offender information")


async def test_a_crash_in_a_round_loses_neither_place_nor_words(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        await person.press("enter", "n")
        await person.type("Ask for the resourcing paper")
        await person.pilot.pause(0.6)
        await person.reopen()
        await person.choose("b", "Go on")
        assert person.sees("2 of 13")
        await person.press("n")
        assert person.sees("Ask for the resourcing paper")
        await person.press("ctrl+s")
        assert person.sees("2 of 13 ● 1 noted")


async def test_a_finished_round_is_not_offered_again(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        await person.press(*["enter"] * 13)
        assert person.main.is_active
        await person.press("b")
        assert not person.sees("Go on where you stopped")


@pytest.mark.parametrize("back", ["left_square_bracket", "backspace"])
async def test_back_goes_to_the_item_before_and_stops_at_the_first(
    case_file: Path, back: str
) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        await person.press("]", "]", back)
        assert person.sees("2 of 13")
        await person.press(back, back, back)
        assert person.sees("1 of 13")


async def test_board_order_is_inspection_by_inspection(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "board")
        seen = []
        for _ in range(13):
            seen.append(person.ref_of(person.app.screen.round.key))
            await person.press("enter")
        assert seen == [f"R{n}" for n in (*range(1, 12), 14, 16)]


async def test_only_what_is_shown_and_open_is_gone_through(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("slash")
        await person.type("online")
        await person.press("enter")
        shown = len(person.refs)
        await person.choose("b", "nearest")
        assert 0 < shown < 13
        assert person.sees(f"1 of {shown}")


async def test_an_undo_in_a_round_stays_on_the_item(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        await person.press("enter")
        await person.note("Wrong item")
        await person.press("4")
        assert person.sees("Wrong item")
        await person.press("u")
        assert person.sees("2 of 13")
        assert person.sees("No note yet. Press n to write one.")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_side_names_its_record(case_file: Path, size: tuple[int, int]) -> None:
    async with open_at(case_file, size) as person:
        await person.choose("b", "nearest")
        for key in "12345":
            await person.press(key)
            assert person.sees("R2 · Diary appointments in domestic abuse"), key
            assert person.sees("1 wording 2 answer 3 decisions 4 notes 5 history")


async def test_every_side_is_a_key_away_and_the_same_key_goes_back(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        overview = person.text()
        for key in "12345":
            await person.press(key)
            assert person.text() != overview
            await person.press(key)
            assert person.text() == overview
