"""Two people change one record: both versions are shown, and nothing is saved over unseen."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from driver import Person, open_at

from store import deadlines, decisions, documents, history, recommendations
from store.dates import When
from store.tracker import open_tracker
from store.unit import Author, unit
from store.vocabulary import Axis, Delivery
from tui.acts import duties

JANE = Author("Jane Smith", lambda: datetime(2022, 6, 1, 9, 2, tzinfo=UTC))
TODAY = date(2022, 6, 1)


class Jane:
    """Somebody else, with the same file open elsewhere."""

    def __init__(self, path: Path) -> None:
        self.db = open_tracker(path).db

    def edits(self, key: int, **values: str) -> None:
        with unit(self.db, "Edit from elsewhere", JANE) as change:
            recommendations.edit(change, recommendations.get(self.db, key), **values)


@pytest.fixture
def jane(case_file: Path) -> Jane:
    return Jane(case_file)


async def begin_edit(person: Person) -> int:
    """Open the fields of the record under the cursor; its key."""
    key = person.main.recommendations.key
    assert key is not None
    await person.press("e")
    return key


async def test_both_versions_are_shown_and_what_is_chosen_is_saved_as_one_change(
    case_file: Path, jane: Jane
) -> None:
    async with open_at(case_file) as person:
        key = await begin_edit(person)
        await person.write("Title of Ann")
        jane.edits(key, title="Title of Jane", theme="Theme of Jane")
        await person.press("ctrl+s")
        assert person.sees("Jane Smith saved “Edit from elsewhere” on 01/06/2022 at")
        for words in ("Title · changed by both", "Title of Ann", "Title of Jane", "Before:"):
            assert person.sees(words)
        assert person.sees("Theme · changed by Jane Smith")
        await person.press("ctrl+s")
        assert person.sees("Choose a side (left or right) for: Title.")
        await person.press("left", "ctrl+s")
        assert person.main.is_active
        found = recommendations.get(person.tracker.db, key)
        assert (found.title, found.theme) == ("Title of Ann", "Theme of Jane")
        assert [unit.title for unit in history.units(person.tracker.db, newest=2)] == [
            f"Edit {found.ref}",
            "Edit from elsewhere",
        ]


async def test_theirs_can_be_taken_without_a_trace_of_ours(case_file: Path, jane: Jane) -> None:
    async with open_at(case_file) as person:
        key = await begin_edit(person)
        await person.write("Title of Ann")
        jane.edits(key, title="Title of Jane")
        before = history.newest(jane.db)
        await person.press("ctrl+s", "right", "ctrl+s")
        assert person.main.is_active
        assert recommendations.get(person.tracker.db, key).title == "Title of Jane"
        assert history.newest(person.tracker.db) == before


async def test_going_on_editing_loses_nothing_and_asks_again(case_file: Path, jane: Jane) -> None:
    async with open_at(case_file) as person:
        key = await begin_edit(person)
        await person.write("Title of Ann")
        jane.edits(key, title="Title of Jane")
        await person.press("ctrl+s", "left", "escape")
        assert person.sees("Title of Ann")
        await person.press("ctrl+s")
        assert person.sees("Title · changed by both")
        assert recommendations.get(person.tracker.db, key).title == "Title of Jane"


async def test_a_third_version_while_choosing_is_shown_too(case_file: Path, jane: Jane) -> None:
    async with open_at(case_file) as person:
        key = await begin_edit(person)
        await person.write("Title of Ann")
        jane.edits(key, title="Title of Jane")
        await person.press("ctrl+s", "left")
        jane.edits(key, title="Second thoughts of Jane")
        await person.press("ctrl+s")
        assert person.sees("Second thoughts of Jane")
        assert recommendations.get(person.tracker.db, key).title == "Second thoughts of Jane"
        await person.press("left", "ctrl+s")
        assert recommendations.get(person.tracker.db, key).title == "Title of Ann"


async def test_a_record_taken_back_meanwhile_is_said(case_file: Path, jane: Jane) -> None:
    async with open_at(case_file) as person:
        with unit(jane.db, "Added", JANE) as change:
            key = recommendations.add(
                change, inspection=1, title="New", text="New finding", since=TODAY
            )
        person.main.reload()
        person.main.recommendations.select(key)
        await person.press("e")
        await person.write("Changed")
        history.undo(jane.db, JANE)
        await person.press("ctrl+s")
        assert person.sees("Changed")
        assert not person.main.is_active


@pytest.mark.parametrize("size", [(80, 24), (60, 15)])
async def test_both_versions_fit_a_small_window(
    case_file: Path, jane: Jane, size: tuple[int, int]
) -> None:
    async with open_at(case_file, size) as person:
        key = await begin_edit(person)
        await person.write("Title of Ann")
        jane.edits(key, title="Title of Jane")
        await person.press("ctrl+s")
        assert person.sees("Title of Ann")
        assert person.sees("Title of Jane")
        assert person.sees("right theirs")


async def test_a_publication_day_corrected_by_two_is_asked_about(
    case_file: Path, jane: Jane
) -> None:
    async with open_at(case_file) as person:
        await person.press("p")
        await person.write("23/12/2021")
        ref = person.app.screen.called.removeprefix("Publication of ")
        (key,) = jane.db.execute("SELECT id FROM documents WHERE ref = ?", (ref,)).fetchone()
        with unit(jane.db, "Correct publication", JANE) as change:
            documents.correct_published(
                change,
                documents.get(jane.db, key),
                When.on(date(2021, 12, 20)),
                person.app.desk.calendar(),
            )
        await person.press("ctrl+s")
        assert person.sees("Published · changed by both")
        assert person.sees("Mon 20 Dec 2021")
        assert documents.get(jane.db, key).published.earliest == date(2021, 12, 20)


async def test_a_date_given_meanwhile_is_told_before_ours_goes_after_it(
    case_file: Path, jane: Jane
) -> None:
    async with open_at(case_file) as person:
        (record,) = person.main.in_hand()
        await person.press("t")
        await person.type("30/09/2022")
        await person.press("tab")
        await person.type("Agreed")
        with unit(jane.db, "New date", JANE) as change:
            deadlines.revise(
                change, record, date(2022, 8, 1), "Jane's", TODAY, person.app.desk.calendar()
            )
        await person.press("ctrl+s")
        assert person.sees("Due Mon 1 Aug 2022 so far")
        assert deadlines.of_subject(jane.db, record, TODAY)[0].due.earliest == date(2022, 8, 1)
        await person.press("ctrl+s")
        assert deadlines.of_subject(jane.db, record, TODAY)[0].due.earliest == date(2022, 9, 30)


async def test_a_decision_taken_meanwhile_is_told_before_ours_goes_after_it(
    case_file: Path, jane: Jane
) -> None:
    async with open_at(case_file) as person:
        (record,) = person.main.in_hand()
        await person.choose("d", "submitted")
        with unit(jane.db, "Decided", JANE) as change:
            decisions.decide(
                change, record, Axis.DELIVERY, Delivery.EMBEDDING, on=TODAY, by="Jane", evidence=""
            )
        await person.press("ctrl+s")
        assert person.sees("implemented, embedding, by Jane")
        standing = decisions.standing(jane.db, record, Axis.DELIVERY, TODAY)
        assert standing is not None
        assert standing.status == Delivery.EMBEDDING


async def test_an_owner_chosen_over_another_change_is_refused_in_words(
    case_file: Path, jane: Jane
) -> None:
    async with open_at(case_file, notices=True) as person:
        key = person.main.recommendations.key
        assert key is not None
        await person.press("o")
        jane.edits(key, theme="Theme of Jane")
        before = history.newest(jane.db)
        await person.type("nobody")
        await person.press("enter")
        assert any(said.startswith("Somebody else changed") for said in person.told())
        assert history.newest(person.tracker.db) == before


async def test_a_draft_does_not_bring_back_what_others_changed(case_file: Path, jane: Jane) -> None:
    async with open_at(case_file, notices=True) as person:
        key = await begin_edit(person)
        await person.write("Title of Ann")
        await person.press("escape", "escape")
        jane.edits(key, title="Title of Jane", section="Section of Jane")
        await person.reopen()
        person.main.recommendations.select(key)
        await person.press("e")
        assert person.sees("Restored what you were typing")
        assert person.sees("Title is “Title of Jane”")
        await person.press("ctrl+s")
        found = recommendations.get(person.tracker.db, key)
        assert (found.title, found.section) == ("Title of Ann", "Section of Jane")


async def test_drafts_of_two_people_are_kept_apart(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("n")
        await person.type("Words of Ann")
        await person.press("escape", "escape")
        person.app.desk.author = JANE
        await person.press("n")
        assert not person.sees("Words of Ann")
        await person.type("Words of Jane")
        await person.press("escape", "escape")
        person.app.desk.author = Author("Ann Example", JANE.now)
        await person.press("n")
        assert person.sees("Words of Ann")


async def test_a_clock_met_by_two_is_asked_about(case_file: Path, jane: Jane) -> None:
    async with open_at(case_file) as person:
        person.main.clocks.focus()
        await person.press("enter")
        key = person.main.clocks.key
        assert key is not None
        await person.press("tab")
        await person.type("Letter of Ann")
        with unit(jane.db, "Met", JANE) as change:
            met = When.on(date(2022, 5, 30), source="E-mail of Jane")
            deadlines.meet(change, deadlines.get(jane.db, key), met)
        await person.press("ctrl+s")
        for words in ("Done on · changed by Jane Smith", "Evidence · changed by both"):
            assert person.sees(words)
        await person.press("left", "ctrl+s")
        found = deadlines.get(person.tracker.db, key).met
        assert (found.earliest, found.source) == (date(2022, 5, 30), "Letter of Ann")


async def test_a_step_of_the_duty_done_by_two_is_asked_about(case_file: Path, jane: Jane) -> None:
    (duty,) = jane.db.execute("SELECT min(deadline) FROM steps").fetchone()
    async with open_at(case_file) as person:
        duties.record(person.main, duty)
        await person.settled()
        await person.press("enter", "tab")
        await person.write("By hand")
        step = deadlines.steps(jane.db, duty)[0]
        with unit(jane.db, "Step", JANE) as change:
            done = When.on(date(2022, 5, 30))
            deadlines.do_step(change, step, detail="By post", done=done)
        await person.press("ctrl+s")
        assert person.sees("Where or how · changed by both")
        await person.press("right", "ctrl+s")
        assert deadlines.steps(person.tracker.db, duty)[0].detail == "By post"
