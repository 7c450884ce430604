"""Marking several and changing them at once, as one change."""

from datetime import date
from pathlib import Path

from driver import open_at

from store import decisions, history, notes
from store.vocabulary import Axis

TODAY = date(2022, 6, 1)


async def test_one_decision_on_several_and_one_undo(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("space", "down", "space", "down", "down", "space")
        assert person.sees("● 3 marked")
        marked = ["R2", "R6", "R1"]
        await person.choose("d", "embedding")
        await person.press("ctrl+s")
        db = person.tracker.db

        def standing() -> list[str]:
            found = [
                decisions.standing(db, person.subject(ref), Axis.DELIVERY, TODAY) for ref in marked
            ]
            return [decision.status if decision else "" for decision in found]

        assert standing() == ["implemented, embedding"] * 3
        (newest, *_) = history.units(db, newest=1)
        assert "3 recommendations" in newest.title
        await person.press("u")
        assert standing() == ["in progress"] * 3
        await person.press("U")
        assert standing() == ["implemented, embedding"] * 3


async def test_star_marks_all_that_is_shown_and_esc_takes_marks_away(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("asterisk")
        assert person.sees("● 13 marked")
        await person.press("escape")
        assert not person.sees("marked")
        await person.press("asterisk", "asterisk")
        assert not person.main.recommendations.marked


async def test_a_note_goes_on_each_marked_one_and_no_other(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("slash")
        await person.type("custody")
        await person.press("enter", "asterisk")
        marked = list(person.refs)
        await person.note("For the custody lead")
        assert f"{len(marked)} notes attached." in person.told()
        await person.press("escape", "escape", "escape")
        with_note = [
            ref for ref in person.refs if notes.of(person.tracker.db, person.subject(ref), TODAY)
        ]
        assert sorted(with_note) == sorted(marked)


async def test_marks_belong_to_records_through_sorting(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("space")
        marked = set(person.main.recommendations.marked)
        await person.choose("s", "title")
        assert person.main.recommendations.marked == marked
        (line,) = [line for line in person.text() if "●" in line and "marked" not in line]
        assert "R2" in line
