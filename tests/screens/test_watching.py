"""The file changes under the open screen: it follows quietly, or says what became of the file."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from driver import MOMENT, REAL_DAY, Person, open_at

from store import checking, drafts, history, notes, presence, recommendations
from store.models import Subject
from store.presence import Holder
from store.tracker import open_tracker
from store.unit import Author, unit
from store.vocabulary import SubjectKind
from tui.holding import State
from tui.watching import Watch

JANE = Author("Jane Smith", lambda: datetime(2022, 6, 1, 13, 2, tzinfo=UTC))
TODAY = date(2022, 6, 1)
JANES = Holder("Jane Smith", "PC-7", 4321, MOMENT, MOMENT, "b" * 32)


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()


class Elsewhere:
    """Jane, who saves to the same file from elsewhere."""

    def __init__(self, path: Path) -> None:
        self.tracker = open_tracker(path)
        self.db = self.tracker.db

    def notes(self, key: int, words: str = "From elsewhere") -> None:
        with unit(self.db, f"Note on {recommendations.get(self.db, key).ref}", JANE) as change:
            notes.add(change, Subject(SubjectKind.RECOMMENDATION, key), words, on=TODAY)


@pytest.fixture
def jane(case_file: Path) -> Iterator[Elsewhere]:
    found = Elsewhere(case_file)
    yield found
    found.tracker.close()


def watched(person: Person) -> Watch:
    """The watch of a person, begun now and looked after by hand as well."""
    person.app.begin_watch()
    assert person.app.watching is not None
    return person.app.watching


class TestWhenSomebodyElseSaves:
    async def test_the_screen_follows_and_says_who_what_and_when(
        self, case_file: Path, jane: Elsewhere
    ) -> None:
        async with open_at(case_file, notices=True) as person:
            watch = watched(person)
            key = person.main.recommendations.key
            assert key is not None
            await person.press("4")
            jane.notes(key)
            watch.tick()
            await person.settled()
            at = f"{JANE.now().astimezone():%H:%M}"
            assert person.told() == [f"Changed by Jane Smith {at}: Note on {person.ref}"]
            assert person.sees("From elsewhere")

    async def test_several_changes_are_counted(self, case_file: Path, jane: Elsewhere) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            for key in (1, 2, 3):
                jane.notes(key)
            watch.tick()
            await person.settled()
            (told,) = person.told()
            assert told.endswith("Note on R3, and 2 changes before it")

    async def test_cursor_marks_and_the_place_read_stay(
        self, case_file: Path, jane: Elsewhere
    ) -> None:
        async with open_at(case_file, (80, 24)) as person:
            watch = watched(person)
            await person.press("down", "space", "down", "down", "space", "enter", "down", "down")
            cursor, marked = (
                person.main.recommendations.key,
                set(person.main.recommendations.marked),
            )
            top = person.main.detail.top
            assert len(marked) == 2
            assert top > 0
            jane.notes(1)
            watch.tick()
            await person.settled()
            assert person.main.recommendations.key == cursor
            assert person.main.recommendations.marked == marked
            assert person.main.detail.top == top

    async def test_a_mark_on_a_record_taken_back_goes_with_it(
        self, case_file: Path, jane: Elsewhere
    ) -> None:
        async with open_at(case_file) as person:
            with unit(jane.db, "Added", JANE) as change:
                key = recommendations.add(
                    change, inspection=1, title="New", text="New finding", since=TODAY
                )
            watch = watched(person)
            watch.tick()
            person.main.reload()
            person.main.recommendations.mark_only([key, 1])
            history.undo(jane.db, JANE)
            watch.tick()
            assert person.main.recommendations.marked == {1}

    async def test_what_is_being_typed_stays(self, case_file: Path, jane: Elsewhere) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.press("n")
            await person.type("Half a thought")
            jane.notes(1)
            watch.tick()
            await person.settled()
            assert person.sees("Half a thought")
            await person.press("ctrl+s")
            assert person.main.is_active

    async def test_own_changes_are_not_told_as_another_s(
        self, case_file: Path, jane: Elsewhere
    ) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.note("Mine")
            person.app.clear_notifications()
            watch.tick()
            await person.settled()
            assert person.told() == []
            jane.notes(1)
            watch.tick()
            await person.settled()
            (told,) = person.told()
            assert told.startswith("Changed by Jane Smith")
            assert "before it" not in told

    async def test_a_draft_of_another_is_no_change(self, case_file: Path, jane: Elsewhere) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            drafts.save(jane.db, "note:R1", "Half", JANE)
            watch.tick()
            await person.settled()
            assert person.told() == []

    async def test_a_record_taken_back_while_stepped_through_is_left(
        self, case_file: Path, jane: Elsewhere
    ) -> None:
        async with open_at(case_file) as person:
            with unit(jane.db, "Added", JANE) as change:
                key = recommendations.add(
                    change, inspection=1, title="New", text="New finding", since=TODAY
                )
            await person.choose("b", "nearest")
            person.app.screen.round.keys = [key]
            watch = watched(person)
            history.undo(jane.db, JANE)
            watch.tick()
            await person.settled()
            assert person.main.is_active
            assert "What was shown here was taken back by somebody else." in person.told()

    async def test_a_saving_that_goes_on_is_not_waited_for(
        self, case_file: Path, jane: Elsewhere
    ) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            jane.db.execute("BEGIN EXCLUSIVE")
            watch.tick()
            jane.db.rollback()
            (patience,) = person.tracker.db.execute("PRAGMA busy_timeout").fetchone()
            assert patience == 10_000

    async def test_what_could_not_be_read_is_read_the_next_time(
        self, case_file: Path, jane: Elsewhere, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            jane.notes(1)

            def busy() -> None:
                raise sqlite3.OperationalError("database is locked")

            with monkeypatch.context() as patch:
                patch.setattr(person.main, "reload", busy)
                watch.tick()
            await person.settled()
            assert person.told() == []
            watch.tick()
            await person.settled()
            assert len(person.told()) == 1


class TestTheDay:
    async def test_follows_the_calendar_at_midnight(self, case_file: Path) -> None:
        async with open_at(case_file, day=REAL_DAY) as person:
            watch = watched(person)
            watch._real_day = lambda: REAL_DAY + timedelta(days=1)
            watch.tick()
            await person.settled()
            assert person.sees("as on Sun 22 Nov 2026")
            assert not person.sees("clock set")

    async def test_stays_where_another_was_asked_for(self, case_file: Path) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            watch._real_day = lambda: REAL_DAY + timedelta(days=1)
            watch.tick()
            await person.settled()
            assert person.sees("as on Wed 1 Jun 2022 (clock set)")
            assert person.app.desk.real_today == REAL_DAY + timedelta(days=1)

    async def test_that_goes_back_is_warned_of(self, case_file: Path) -> None:
        async with open_at(case_file, day=REAL_DAY) as person:
            watch = watched(person)
            watch._real_day = lambda: REAL_DAY - timedelta(days=365)
            watch.tick()
            await person.settled()
            (told,) = person.told()
            assert told.startswith("This machine's clock went back from Sat 21 Nov 2026")


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_suffix(".new"))
    os.replace(path.with_suffix(".new"), path)


def folder_gone(path: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))


WAYS = {"replaced": replaced, "deleted": Path.unlink, "folder gone": folder_gone}


@pytest.fixture
def far_file(tmp_path: Path, case_file: Path) -> Path:
    """The case in a folder that can be taken away."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return Path(shutil.move(case_file, folder / case_file.name))


class TestWhenTheFileIsTakenAway:
    @pytest.mark.parametrize("way", WAYS)
    async def test_a_copy_takes_what_is_on_the_screen_and_what_is_typed(
        self, far_file: Path, tmp_path: Path, way: str
    ) -> None:
        async with open_at(far_file) as person:
            watched(person)
            await person.note("Saved before")
            ref = person.ref
            await person.press("n")
            await person.type("Typed before")
            WAYS[way](far_file)
            await person.press("ctrl+s")
            title = "Another file is in its place" if way == "replaced" else "The file is gone"
            assert person.sees(title)
            await person.press("s")
            copy = tmp_path / "home" / "rescued.matters"
            await person.write(str(copy))
            await person.press("ctrl+s")
            assert person.sees("Typed before")
            await person.press("ctrl+s")
            assert person.main.is_active
            assert person.app.desk.tracker.path == copy
            assert copy.stat().st_mode & 0o777 == 0o600
        other = open_tracker(copy)
        (subject,) = [
            Subject(SubjectKind.RECOMMENDATION, key)
            for (key,) in other.db.execute("SELECT id FROM recommendations WHERE ref = ?", (ref,))
        ]
        found = [note.text for note in notes.of(other.db, subject, TODAY)]
        assert found[:2] == ["Typed before", "Saved before"]
        assert checking.check(other.db) == []
        other.close()

    @pytest.mark.parametrize("way", WAYS)
    async def test_it_is_said_before_anybody_saves(self, far_file: Path, way: str) -> None:
        async with open_at(far_file) as person:
            watch = watched(person)
            WAYS[way](far_file)
            watch.tick()
            await person.settled()
            assert person.sees("Save a copy")
            await person.press("escape")
            assert person.sees("READ ONLY: ")
            await person.press("n")
            assert any(said.startswith("This tracker is read only") for said in person.told())
            assert person.main.is_active

    async def test_typing_is_not_interrupted(self, far_file: Path) -> None:
        async with open_at(far_file) as person:
            watch = watched(person)
            await person.press("n")
            await person.type("Half")
            far_file.unlink()
            watch.tick()
            await person.type(" a thought")
            assert person.sees("Half a thought")
            assert any("saving (ctrl+s) offers a copy" in said for said in person.told())

    async def test_a_file_that_comes_back_can_be_saved_to(self, far_file: Path) -> None:
        async with open_at(far_file) as person:
            watch = watched(person)
            far_file.rename(far_file.with_suffix(".away"))
            watch.tick()
            await person.settled()
            await person.press("escape")
            far_file.with_suffix(".away").rename(far_file)
            watch.tick()
            await person.settled()
            await person.note("Saved again")
            assert "The file is back in its place: you can save again." in person.told()
            assert not person.app.desk.tracker.read_only

    async def test_what_was_put_there_can_be_opened(self, far_file: Path) -> None:
        async with open_at(far_file) as person:
            watch = watched(person)
            replaced(far_file)
            there = Elsewhere(far_file)
            there.notes(1, "Only in the new file")
            watch.tick()
            await person.settled()
            await person.press("o")
            assert not person.app.desk.tracker.read_only
            assert history.newest(person.app.desk.db) == history.newest(there.db)
            there.tracker.close()

    async def test_another_tracker_put_there_is_not_opened(
        self, far_file: Path, tmp_path: Path
    ) -> None:
        from store.tracker import create

        create(tmp_path / "other.matters", JANE).close()
        async with open_at(far_file) as person:
            watch = watched(person)
            os.replace(tmp_path / "other.matters", far_file)
            watch.tick()
            await person.settled()
            await person.press("o")
            assert any(said.startswith("What is there now is another") for said in person.told())
            assert person.app.desk.tracker.read_only

    async def test_a_copy_never_goes_over_a_file(self, far_file: Path, tmp_path: Path) -> None:
        taken = tmp_path / "home" / "taken.matters"
        taken.write_text("not yours")
        async with open_at(far_file) as person:
            watch = watched(person)
            far_file.unlink()
            watch.tick()
            await person.settled()
            await person.press("s")
            await person.write(str(taken))
            await person.press("ctrl+s")
            assert person.sees("There is already a file at")
            assert taken.read_text() == "not yours"


class TestWhenSomebodyElseHasItOpen:
    async def test_the_choice_is_offered_and_nothing_can_be_changed(self, case_file: Path) -> None:
        presence.enter(case_file, JANES)
        async with open_at(case_file) as person:
            watched(person)
            await person.settled()
            for words in (
                "Jane Smith has cambridgeshire.matters open",
                "on PC-7 since",
                "Read only",
                "Notify me",
                "Take over",
                "Leave",
            ):
                assert person.sees(words)
            await person.press("t")
            assert person.sees("Take over is offered once there was no sign of life")
            await person.press("r")
            assert person.sees("READ ONLY: Jane Smith has it open")
            for key in ("n", "d", "t", "e", "o", "a", "p", "u", "U"):
                person.app.clear_notifications()
                await person.press(key)
                (told,) = person.told()
                assert told == (
                    "This tracker is read only: Jane Smith has it open. Nothing was changed. Press "
                    "W to see what you can do."
                )
        assert presence.holder_of(case_file) == JANES

    async def test_leaving_leaves_their_file_alone(self, case_file: Path) -> None:
        presence.enter(case_file, JANES)
        async with open_at(case_file) as person:
            watched(person)
            await person.settled()
            await person.press("l")
            assert not person.app.is_running
        assert presence.holder_of(case_file) == JANES

    async def test_notify_me_writes_once_it_is_free(self, case_file: Path) -> None:
        presence.enter(case_file, JANES)
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.settled()
            await person.press("n")
            watch.tick()
            assert watch.holding.state is State.WAITING
            presence.leave(case_file, JANES)
            watch.tick()
            await person.settled()
            assert any("it is free" in said for said in person.told())
            await person.note("Now mine")
            assert not person.sees("READ ONLY")
        assert presence.holder_of(case_file) is None

    async def test_a_question_that_answers_itself_goes_away(self, case_file: Path) -> None:
        presence.enter(case_file, JANES)
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.settled()
            presence.leave(case_file, JANES)
            watch.tick()
            await person.settled()
            assert person.main.is_active
            assert watch.holding.state is State.HOLDING

    async def test_read_only_stays_so_when_it_is_free(self, case_file: Path) -> None:
        presence.enter(case_file, JANES)
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.settled()
            await person.press("r")
            presence.leave(case_file, JANES)
            watch.tick()
            assert person.app.desk.tracker.read_only

    async def test_silence_for_two_minutes_can_be_taken_over_and_history_says_so(
        self, case_file: Path
    ) -> None:
        silent = replace(JANES, heartbeat=MOMENT - timedelta(minutes=3))
        presence.enter(case_file, silent)
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.settled()
            assert person.sees("No sign of life from Jane Smith for two minutes")
            await person.press("t")
            assert watch.holding.state is State.HOLDING
            last = f"{silent.heartbeat.astimezone():%d/%m/%Y %H:%M}"
            (newest,) = history.units(person.tracker.db, newest=1)
            assert newest.title == (
                f"Took over from Jane Smith on PC-7, no sign of life since {last}"
            )
            assert (newest.by, newest.at) == ("Ann Example", MOMENT)
            await person.note("Mine now")
            await person.press("u", "u")
            assert history.next_undo(person.tracker.db).title != newest.title
            assert checking.check(person.tracker.db) == []

    async def test_a_sign_of_life_takes_the_offer_back(self, case_file: Path) -> None:
        silent = replace(JANES, heartbeat=MOMENT - timedelta(minutes=3))
        presence.enter(case_file, silent)
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.settled()
            presence.beat(case_file, silent, MOMENT - timedelta(minutes=2, seconds=30))
            watch.tick()
            await person.settled()
            await person.press("t")
            assert watch.holding.state is State.ASKED
            assert person.sees("Jane Smith is there.")


class TestWhoHoldsIt:
    async def test_is_known_beside_the_file_until_the_end(self, case_file: Path) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            there = presence.holder_of(case_file)
            assert there is not None
            assert (there.user, there.pid) == ("Ann Example", os.getpid())
            presence.file_of(case_file).unlink()
            watch.tick()
            assert presence.holder_of(case_file) is not None
        assert presence.holder_of(case_file) is None

    async def test_gives_a_sign_of_life_twice_a_minute(self, case_file: Path) -> None:
        now = [MOMENT]
        async with open_at(case_file) as person:
            person.app.desk.author = Author("Ann Example", lambda: now[0])
            watch = watched(person)
            for passed, seen in ((29, 0), (30, 30), (59, 30), (60, 60)):
                now[0] = MOMENT + timedelta(seconds=passed)
                watch.tick()
                there = presence.holder_of(case_file)
                assert there is not None
                assert there.heartbeat == MOMENT + timedelta(seconds=seen)

    async def test_keeps_what_is_typed_when_taken_over(self, case_file: Path) -> None:
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.press("n")
            await person.type("Half a thought")
            presence.take_over(case_file, JANES)
            watch.tick()
            await person.settled()
            assert person.sees("Half a thought")
            (told,) = person.told()
            assert told.startswith("Jane Smith on PC-7 took over at")
            assert [draft.by for draft in drafts.listed(person.tracker.db)] == ["Ann Example"]
            await person.press("ctrl+s")
            assert person.sees("Half a thought")
            assert person.sees("Nothing was saved: Jane Smith took it over.")
            presence.leave(case_file, JANES)
            watch.tick()
            await person.settled()
            await person.press("ctrl+s")
            assert person.main.is_active

    async def test_takes_no_part_where_the_file_cannot_be_written(self, case_file: Path) -> None:
        async with open_at(case_file, read_only=True) as person:
            watch = watched(person)
            watch.tick()
            assert presence.holder_of(case_file) is None

    async def test_is_said_by_a_key(self, case_file: Path) -> None:
        async with open_at(case_file) as person:
            watched(person)
            await person.press("W")
            (told,) = person.told()
            assert told.startswith("You have cambridgeshire.matters open since")

    async def test_who_reads_can_be_asked_again_by_a_key(self, case_file: Path) -> None:
        presence.enter(case_file, JANES)
        async with open_at(case_file) as person:
            watch = watched(person)
            await person.settled()
            await person.press("r", "W")
            assert person.sees("Jane Smith has this tracker open")
            await person.press("r")
            presence.leave(case_file, JANES)
            await person.press("W")
            assert watch.holding.state is State.HOLDING
            assert not person.app.desk.tracker.read_only

    async def test_a_copy_can_be_asked_for_again_by_a_key(self, far_file: Path) -> None:
        async with open_at(far_file) as person:
            watch = watched(person)
            far_file.unlink()
            watch.tick()
            await person.settled()
            await person.press("escape", "W")
            assert person.sees("Save a copy")
