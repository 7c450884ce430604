"""The tracker as on another day, and a publication day put right."""

from datetime import date
from pathlib import Path

import pytest
from driver import WHO, open_at

from store import documents, history


async def test_in_january_2023_the_review_is_there(case_file: Path) -> None:
    async with open_at(case_file) as person:
        assert not {"R18", "R19", "R20"} & set(person.refs)
        await person.set_clock(date(2023, 1, 20))
        assert "As on Fri 20 Jan 2023." in person.told()
        assert {"R18", "R19", "R20"} <= set(person.refs)
        assert person.sees("Fri 20 Jan 2023 (clock set)")
        assert person.sees("A 13 days left Comments (s.55)")
        assert person.sees("Post-inspection review")


async def test_what_came_later_is_not_there_on_an_earlier_day(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.note("Written in June")
        await person.press("4")
        assert person.sees("Written in June")
        await person.set_clock(date(2022, 2, 1))
        assert person.ref == "R2"
        assert not person.sees("Written in June")
        assert person.sees("No note yet")
        await person.set_clock(date(2022, 6, 1))
        assert person.sees("Written in June")


async def test_a_day_before_everything_is_empty_and_says_what_to_press(case_file: Path) -> None:
    async with open_at(case_file, day=date(2019, 1, 1)) as person:
        assert person.refs == []
        assert person.sees("Press a to add")
        for key in ("n", "d", "t", "o", "e"):
            await person.press(key)
            assert person.main.is_active
        assert set(person.told()) == {"There is no record here to change."}


async def test_an_empty_day_is_today(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("c", "home", "shift+end", "delete", "ctrl+s")
        assert person.sees("as on Sat 21 Nov 2026")
        assert not person.sees("(clock set)")


async def test_a_day_that_is_none_is_refused_in_the_dialog(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("c")
        await person.write("31 feb 2022")
        await person.press("ctrl+s")
        assert not person.main.is_active
        await person.press("escape", "escape")
        assert person.sees("as on Wed 1 Jun 2022")


async def test_a_corrected_publication_is_in_the_history_of_what_it_moved(case_file: Path) -> None:
    async with open_at(case_file, (120, 60)) as person:
        person.main.recommendations.select(person.subject("R1").id)
        await person.press("5")
        before = person.text()
        await person.press("p")
        await person.write("20/12/2021")
        await person.press("tab")
        await person.write("The inspectorate's web page")
        await person.press("ctrl+s")
        assert any(said.startswith("Publication of D1 corrected; ") for said in person.told())
        assert person.ref == "R1"
        assert person.sees(f"Correct publication of D1 to 20/12/2021 {WHO}")
        assert person.sees("Wed 22 Jun 2022 → Mon 20 Jun 2022")
        assert person.sees("A 19 days left 8 findings")
        await person.press("u")
        assert any(said.startswith("Undone: Correct publication of D1") for said in person.told())
        assert person.sees("A 21 days left 8 findings")
        assert person.sees("Mon 20 Jun 2022 → Wed 22 Jun 2022")
        await person.press("1")
        assert person.sees("last day Wed 22 Jun 2022")
        assert before != person.text()


async def test_another_publication_day_asks_where_it_stands(case_file: Path) -> None:
    async with open_at(case_file) as person:
        kept = documents.get(person.tracker.db, 1).published
        assert kept.source
        await person.press("p")
        await person.write("20/12/2021")
        await person.press("ctrl+s")
        assert person.sees("say where the new day stands")
        assert documents.get(person.tracker.db, 1).published == kept
        await person.press("tab")
        await person.write("The inspectorate's web page")
        await person.press("ctrl+s")
        found = documents.get(person.tracker.db, 1).published
        assert (found.exact, found.source) == (date(2021, 12, 20), "The inspectorate's web page")


@pytest.mark.parametrize("typed", ["22/12/2021", "22 December 2021", None])
async def test_the_same_publication_day_again_is_no_change(
    case_file: Path, typed: str | None
) -> None:
    async with open_at(case_file) as person:
        before = history.newest(person.tracker.db)
        kept = documents.get(person.tracker.db, 1).published
        await person.press("p")
        if typed:
            await person.write(typed)
        await person.press("ctrl+s")
        assert person.main.is_active
        said = "Nothing to change: D1 was published Wed 22 Dec 2021 already."
        assert person.told()[-1] == said
        assert documents.get(person.tracker.db, 1).published == kept
        assert history.newest(person.tracker.db) == before


async def test_the_same_day_of_a_better_source_is_a_change_of_the_source(case_file: Path) -> None:
    async with open_at(case_file) as person:
        kept = documents.get(person.tracker.db, 1).published
        await person.press("p", "tab")
        await person.write("The cover")
        await person.press("ctrl+s")
        found = documents.get(person.tracker.db, 1).published
        assert found == kept._replace(source="The cover")


@pytest.mark.parametrize(
    ("key", "verb"), [("c", "show"), ("f", "show"), ("M", "compare"), ("H", "write the copy")]
)
async def test_a_form_that_saves_nothing_does_not_call_it_saving(
    case_file: Path, key: str, verb: str
) -> None:
    async with open_at(case_file) as person:
        await person.press(key)
        assert person.sees(f"{verb.capitalize()} Leave")
        assert person.sees(f"ctrl+s {verb}")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("1 June 2022", "Delivery of R2: in progress."),
        (
            "2 June 2022",
            "Delivery of R2: in progress. It holds from Thu 2 Jun 2022: as on Wed 1 Jun 2022 it is "
            "not shown yet.",
        ),
    ],
)
async def test_a_decision_of_a_later_day_says_that_it_is_not_shown_yet(
    case_file: Path, day: str, told: str
) -> None:
    async with open_at(case_file) as person:
        await person.choose("d", "delivery: in progress")
        await person.write(day)
        await person.press("ctrl+s")
        assert told in person.told()
