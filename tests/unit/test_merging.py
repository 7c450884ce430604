"""Two copies brought together: what merges by itself, what is asked, and that nothing is lost."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import small_tracker
from little_case import everything, records
from older_tracker import make_older
from two_copies import DAY, LAPTOP, OFFICE, Copy

from store import (
    boards,
    chain,
    checking,
    deadlines,
    history,
    notes,
    owners,
    queries,
    recommendations,
    standing,
)
from store.clocks import Rule, RuleKind
from store.dates import When
from store.errors import BadInput, Conflict, TrackerError
from store.holidays import ENGLAND_AND_WALES
from store.merging import applying, plan, states
from store.merging.asked import About, Side
from store.tracker import create, open_tracker
from store.unit import Author, unit
from store.vocabulary import Assurance, Axis, Delivery, OwnerKind

LATER = date(2022, 6, 20)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Copy]:
    copy = Copy(small_tracker.make(tmp_path / "office.matters").tracker, OFFICE)
    yield copy
    assert checking.check(copy.db) == []
    copy.tracker.close()


@pytest.fixture
def laptop(office: Copy, tmp_path: Path) -> Iterator[Copy]:
    copy = office.fork(tmp_path / "laptop.matters", LAPTOP)
    yield copy
    assert checking.check(copy.db) == []
    copy.tracker.close()


def asked(office: Copy, laptop: Copy) -> list[tuple[About, str]]:
    return [(question.about, question.field) for question in office.plan(laptop).questions()]


def told(copy: Copy) -> dict[str, object]:
    """All records by uid, references by uid, as both copies would tell them."""
    return {
        ref.uid: (ref.table, record.values)
        for ref, record in states.now(copy.db).items()
        if ref.table not in ("merges", "brought_in")
    }


class TestWhatOneSideTouched:
    def test_comes_in_by_itself(self, office: Copy, laptop: Copy) -> None:
        office.edit("R1", title="Cells hourly")
        laptop.edit("R2", title="Keys kept")
        laptop.note("R1", "Told the board.")
        assert asked(office, laptop) == []
        office.bring_in(laptop)
        assert office.titles()["R1"] == "Cells hourly"
        assert office.titles()["R2"] == "Keys kept"
        assert "Told the board." in office.texts()

    def test_is_merged_field_by_field(self, office: Copy, laptop: Copy) -> None:
        office.edit("R1", title="Cells hourly")
        laptop.edit("R1", theme="Custody")
        office.bring_in(laptop)
        assert office.finding("R1").title == "Cells hourly"
        assert office.finding("R1").theme == "Custody"

    def test_said_alike_by_both_is_not_asked(self, office: Copy, laptop: Copy) -> None:
        office.edit("R1", title="The same")
        laptop.edit("R1", title="The same")
        assert asked(office, laptop) == []

    def test_added_by_both_under_one_reference_gets_the_next_free_one(
        self, office: Copy, laptop: Copy
    ) -> None:
        assert office.add("Of the office") == laptop.add("Of the laptop") == "R4"
        laptop.act("Serve it", "R4")
        uid = laptop.finding("R4").uid
        office.bring_in(laptop)
        assert office.titles()["R4"] == "Of the office"
        assert office.titles()["R5"] == "Of the laptop"
        assert office.finding("R5").uid == uid
        serves = office.db.execute(
            "SELECT recommendation FROM action_recommendations ORDER BY id DESC"
        ).fetchone()
        assert serves == (office.finding("R5").id,)

    def test_keeps_its_own_reference_where_that_is_free(self, office: Copy, laptop: Copy) -> None:
        laptop.add("One")
        laptop.add("Two")
        office.add("Ours")
        office.bring_in(laptop)
        assert office.titles()["R5"] == "Two"
        assert office.titles()["R6"] == "One"
        assert office.add("Next") == "R7"

    def test_taken_back_is_taken_back_here_too(self, office: Copy, tmp_path: Path) -> None:
        office.add("A mistake")
        laptop = office.fork(tmp_path / "other.matters", LAPTOP)
        history.undo(laptop.db, LAPTOP)
        office.note("R1", "Something else")
        office.bring_in(laptop)
        assert "R4" not in office.titles()
        laptop.tracker.close()

    def test_of_every_kind_points_to_the_right_records(self, office: Copy, laptop: Copy) -> None:
        for copy in (office, laptop):
            inspection = copy.inspect(f"Inspection by {copy.author.name}")
            with unit(copy.db, "More", copy.author) as change:
                owner = owners.add(change, f"Team {copy.author.name}", OwnerKind.TEAM)
                finding = recommendations.add(
                    change,
                    inspection=inspection,
                    title=f"Finding by {copy.author.name}",
                    text="Do it.",
                    since=DAY,
                    owner=owner,
                    parts=[("a", "first"), ("b", "second")],
                )
                notes.add(change, small_tracker.subject(finding), copy.author.name, on=DAY)
                boards.add(
                    change,
                    name=f"Board {copy.author.name}",
                    day=LATER,
                    since=DAY,
                    calendar=ENGLAND_AND_WALES,
                )
        before = {**told(office), **told(laptop)}
        office.bring_in(laptop)
        after = told(office)
        for uid, (table, values) in before.items():  # type: ignore[misc]
            assert after[uid][0] == table  # type: ignore[index]
            kept = {name: value for name, value in after[uid][1].items() if name != "ref"}  # type: ignore[index]
            assert kept == {name: value for name, value in values.items() if name != "ref"}


class TestWhatBothTouched:
    @pytest.mark.parametrize(("side", "title"), [(Side.MINE, "Ours"), (Side.THEIRS, "Theirs")])
    def test_is_asked_and_the_answer_holds(
        self, office: Copy, laptop: Copy, side: Side, title: str
    ) -> None:
        office.edit("R1", title="Ours")
        laptop.edit("R1", title="Theirs")
        assert asked(office, laptop) == [(About.FIELD, "title")]
        office.bring_in(laptop, side=side)
        assert office.titles()["R1"] == title

    def test_is_refused_without_an_answer(self, office: Copy, laptop: Copy) -> None:
        office.edit("R1", title="Ours")
        laptop.edit("R1", title="Theirs")
        before = everything(office.db)
        with pytest.raises(BadInput, match="1 of 1 questions"):
            office.bring_in(laptop)
        assert everything(office.db) == before

    def test_a_chosen_answer_is_not_asked_again_on_the_way_back(
        self, office: Copy, laptop: Copy
    ) -> None:
        office.edit("R1", title="Ours")
        laptop.edit("R1", title="Theirs")
        office.bring_in(laptop, side=Side.MINE)
        assert asked(laptop, office) == []
        laptop.bring_in(office)
        assert laptop.titles()["R1"] == "Ours"
        assert told(laptop) == told(office)

    @pytest.mark.parametrize("side", Side)
    def test_something_taken_back_there_and_used_here(
        self, office: Copy, tmp_path: Path, side: Side
    ) -> None:
        office.add("Doubtful")
        laptop = office.fork(tmp_path / "other.matters", LAPTOP)
        history.undo(laptop.db, LAPTOP)
        office.note("R4", "We need it.")
        assert asked(office, laptop) == [(About.REMOVED_THERE, "")]
        office.bring_in(laptop, side=side)
        assert ("R4" in office.titles()) is (side is Side.MINE)
        assert ("We need it." in office.texts()) is (side is Side.MINE)
        laptop.tracker.close()

    @pytest.mark.parametrize("side", Side)
    def test_something_taken_back_here_and_used_there(
        self, office: Copy, tmp_path: Path, side: Side
    ) -> None:
        office.add("Doubtful")
        laptop = office.fork(tmp_path / "other.matters", LAPTOP)
        history.undo(office.db, OFFICE)
        laptop.edit("R4", title="Needed")
        laptop.note("R4", "We need it.")
        assert asked(office, laptop) == [(About.REMOVED_HERE, "")]
        office.bring_in(laptop, side=side)
        assert (office.titles().get("R4") == "Needed") is (side is Side.THEIRS)
        laptop.tracker.close()

    @pytest.mark.parametrize("side", Side)
    def test_two_decisions_of_one_day_are_both_kept(
        self, office: Copy, laptop: Copy, side: Side
    ) -> None:
        office.decide("R1", Axis.ASSURANCE, Assurance.ASSURED)
        laptop.decide("R1", Axis.ASSURANCE, Assurance.NOT_ASSURED)
        assert asked(office, laptop) == [(About.SAME_DAY, "status")]
        office.bring_in(laptop, side=side)
        decided = office.db.execute(
            "SELECT status FROM decisions WHERE axis = 'assurance' ORDER BY decided_on, id"
        ).fetchall()
        wanted = Assurance.ASSURED if side is Side.MINE else Assurance.NOT_ASSURED
        assert len(decided) == 2
        assert decided[-1] == (wanted,)

    @pytest.mark.parametrize("side", Side)
    def test_which_decision_stands_is_the_same_in_both_copies_afterwards(
        self, office: Copy, laptop: Copy, side: Side
    ) -> None:
        office.decide("R1", Axis.ASSURANCE, Assurance.ASSURED)
        laptop.decide("R1", Axis.ASSURANCE, Assurance.NOT_ASSURED)
        office.new_date("R1", date(2022, 9, 1))
        laptop.new_date("R1", date(2022, 10, 1))
        office.bring_in(laptop, side=side)
        laptop.bring_in(office)
        here, there = (
            standing.of_recommendation(copy.db, copy.about("R1").id, LATER)
            for copy in (office, laptop)
        )
        assert here is not None
        assert there is not None
        assert (here.assurance, here.plan) == (there.assurance, there.plan)

    def test_several_decisions_of_one_day_keep_their_order(
        self, office: Copy, laptop: Copy
    ) -> None:
        for status in (*Assurance, *Assurance):
            laptop.decide("R1", Axis.ASSURANCE, status)
        office.note("R2", "Something else")
        office.bring_in(laptop)
        decided = [row[0] for row in office.db.execute("SELECT status FROM decisions ORDER BY id")]
        assert decided[-2 * len(Assurance) :] == [*Assurance, *Assurance]

    def test_decisions_of_different_days_are_not_asked(self, office: Copy, laptop: Copy) -> None:
        office.decide("R1", Axis.ASSURANCE, Assurance.ASSURED)
        laptop.decide("R1", Axis.ASSURANCE, Assurance.NOT_ASSURED, on=LATER)
        assert asked(office, laptop) == []

    @pytest.mark.parametrize("side", Side)
    def test_a_sign_off_that_no_second_person_would_have_made(
        self, office: Copy, tmp_path: Path, side: Side
    ) -> None:
        office.decide("R1", Axis.DELIVERY, Delivery.SUBMITTED, by="Ann")
        laptop = office.fork(tmp_path / "other.matters", LAPTOP)
        laptop.decide("R1", Axis.DELIVERY, Delivery.SIGNED_OFF, on=LATER, by="Bob")
        office.decide("R1", Axis.DELIVERY, Delivery.IN_PROGRESS, on=date(2022, 6, 15), by="Ann")
        assert asked(office, laptop) == [(About.SIGN_OFF, "delivery")]
        office.bring_in(laptop, side=side)
        kept = [row[0] for row in office.db.execute("SELECT status FROM decisions")]
        assert (Delivery.SIGNED_OFF in kept) is (side is Side.THEIRS)
        laptop.tracker.close()

    def test_a_sign_off_of_a_second_person_is_not_asked(self, office: Copy, tmp_path: Path) -> None:
        office.decide("R1", Axis.DELIVERY, Delivery.SUBMITTED, by="Ann")
        laptop = office.fork(tmp_path / "other.matters", LAPTOP)
        laptop.decide("R1", Axis.DELIVERY, Delivery.SIGNED_OFF, on=LATER, by="Bob")
        office.decide("R2", Axis.DELIVERY, Delivery.IN_PROGRESS, by="Ann")
        assert asked(office, laptop) == []
        laptop.tracker.close()

    @pytest.mark.parametrize("side", Side)
    @pytest.mark.parametrize("days", [(DAY, DAY), (DAY, LATER), (LATER, DAY)])
    def test_two_new_dates_are_both_kept_and_one_holds(
        self, office: Copy, laptop: Copy, side: Side, days: tuple[date, date]
    ) -> None:
        office.new_date("R1", date(2022, 9, 1), days[0])
        laptop.new_date("R1", date(2022, 10, 1), days[1])
        assert asked(office, laptop) == [(About.NEW_DATE, "due date")]
        office.bring_in(laptop, side=side)
        held = deadlines.of_subject(office.db, office.about("R1"), date(2023, 1, 1))
        wanted = date(2022, 9, 1) if side is Side.MINE else date(2022, 10, 1)
        assert held[0].due.plan == wanted
        assert {date(2022, 9, 1), date(2022, 10, 1)} <= {one.due.plan for one in held}
        counted = [
            one
            for one in deadlines.standing_on(office.db, date(2023, 1, 1))
            if one.subject == office.about("R1")
        ]
        assert [one.due.plan for one in counted] == [wanted]

    def test_the_same_new_date_twice_is_not_asked_and_counts_once(
        self, office: Copy, laptop: Copy
    ) -> None:
        office.new_date("R1", date(2022, 9, 1))
        laptop.new_date("R1", date(2022, 9, 1))
        assert asked(office, laptop) == []
        office.bring_in(laptop)
        counted = [
            one
            for one in deadlines.standing_on(office.db, LATER)
            if one.subject == office.about("R1")
        ]
        assert [one.due.plan for one in counted] == [date(2022, 9, 1)]

    def test_two_corrections_of_one_publication_are_one_question(
        self, office: Copy, laptop: Copy
    ) -> None:
        office.published(1, date(2021, 12, 20))
        laptop.published(1, date(2021, 12, 23))
        assert asked(office, laptop) == [(About.FIELD, "published")]
        office.bring_in(laptop, side=Side.THEIRS)
        starts = office.db.execute(
            "SELECT DISTINCT start_earliest, since FROM deadlines WHERE start_document = 1"
        ).fetchall()
        assert starts == [("2021-12-23", "2021-12-23")]

    def test_a_correction_counts_again_what_the_other_copy_started(
        self, office: Copy, laptop: Copy
    ) -> None:
        office.published(1, date(2021, 12, 20))
        with unit(laptop.db, "Start a clock", LAPTOP) as change:
            deadlines.add(
                change,
                laptop.about("R2"),
                what="Update",
                rule=Rule(RuleKind.WEEKS, 6),
                start=When.on(date(2021, 12, 22)),
                since=DAY,
                calendar=ENGLAND_AND_WALES,
                start_document=1,
            )
        office.bring_in(laptop)
        (start,) = office.db.execute(
            "SELECT start_earliest FROM deadlines WHERE what = 'Update'"
        ).fetchone()
        assert start == "2021-12-20"


class TestBringingIn:
    def test_is_one_unit_that_one_undo_takes_back(self, office: Copy, laptop: Copy) -> None:
        laptop.edit("R2", title="Keys kept")
        laptop.note("R1", "Told the board.")
        office.add("Ours")
        laptop.add("Theirs")
        before, units = records(office.db), len(history.units(office.db))
        office.bring_in(laptop)
        assert len(history.units(office.db)) == units + 1
        after = records(office.db)
        assert history.undo(office.db, OFFICE).title == "Bring in copy laptop.matters"
        assert records(office.db) == before
        history.redo(office.db, OFFICE)
        assert records(office.db) == after

    def test_twice_changes_nothing_the_second_time(self, office: Copy, laptop: Copy) -> None:
        laptop.edit("R2", title="Keys kept")
        office.bring_in(laptop)
        before = everything(office.db)
        assert office.plan(laptop).nothing_new
        assert office.bring_in(laptop) == applying.Brought()
        assert everything(office.db) == before

    def test_can_be_done_again_once_it_was_undone(self, office: Copy, laptop: Copy) -> None:
        laptop.edit("R2", title="Keys kept")
        office.bring_in(laptop)
        history.undo(office.db, OFFICE)
        office.bring_in(laptop)
        assert office.titles()["R2"] == "Keys kept"

    def test_goes_on_from_the_last_time(self, office: Copy, laptop: Copy) -> None:
        office.edit("R1", title="Ours")
        laptop.edit("R1", title="Theirs")
        office.bring_in(laptop, side=Side.MINE)
        laptop.edit("R1", theme="Custody")
        laptop.note("R2", "Later")
        assert asked(office, laptop) == []
        office.bring_in(laptop)
        assert office.titles()["R1"] == "Ours"
        assert office.finding("R1").theme == "Custody"

    def test_both_ways_makes_both_the_same_and_then_ends(self, office: Copy, laptop: Copy) -> None:
        office.add("Of the office")
        laptop.add("Of the laptop")
        laptop.act("Serve it", "R4")
        office.bring_in(laptop)
        laptop.bring_in(office)
        assert told(laptop) == told(office)
        assert office.plan(laptop).nothing_new
        assert laptop.plan(office).nothing_new

    def test_works_round_three_copies(self, office: Copy, laptop: Copy, tmp_path: Path) -> None:
        tablet = office.fork(tmp_path / "tablet.matters", Author("Tess Tablet", LAPTOP.now))
        for copy in (office, laptop, tablet):
            copy.add(f"Of {copy.author.name}")
            copy.note("R1", copy.author.name)
        laptop.bring_in(tablet)
        office.bring_in(laptop)
        assert office.plan(tablet).nothing_new
        tablet.bring_in(office)
        laptop.bring_in(office)
        assert told(laptop) == told(office) == told(tablet)
        tablet.tracker.close()

    def test_where_each_took_in_the_other_asks_only_what_is_open(
        self, office: Copy, laptop: Copy, tmp_path: Path
    ) -> None:
        office.edit("R1", title="Ours")
        laptop.note("R1", "Theirs")
        earlier = office.fork(tmp_path / "earlier.matters", OFFICE)
        office.bring_in(laptop)
        laptop.bring_in(earlier)
        laptop.edit("R1", title="Cell checks")
        assert asked(office, laptop) == [(About.FIELD, "title")]
        office.bring_in(laptop, side=Side.THEIRS)
        assert office.titles()["R1"] == "Cell checks"
        earlier.tracker.close()

    def test_tells_whose_each_change_was(self, office: Copy, laptop: Copy) -> None:
        laptop.note("R1", "Told the board.")
        office.bring_in(laptop)
        newest = history.units_of(office.db, office.about("R1"))[0]
        assert newest.title == "Bring in copy laptop.matters"
        assert newest.by == OFFICE.name
        words = [
            str(change.after["text"])
            for change in history.changes_about(office.db, newest.id, office.about("R1"))
            if change.table == "brought_in" and change.after
        ]
        assert words == ["“Note on R1”, by Leo Laptop, 9 June 2022 14:02 UTC"]

    def test_says_what_a_renumbered_record_was_called(self, office: Copy, laptop: Copy) -> None:
        office.add("Ours")
        laptop.add("Theirs")
        office.bring_in(laptop)
        texts = [text for (text,) in office.db.execute("SELECT text FROM brought_in")]
        assert "it was R4 in laptop.matters; here R4 is another record" in texts

    def test_asks_about_what_looks_the_same_and_keeps_both(
        self, office: Copy, laptop: Copy
    ) -> None:
        office.add("Check every cell each hour")
        laptop.add("Check every cell, each hour")
        office.bring_in(laptop)
        assert {"R4", "R5"} <= set(office.titles())
        found = queries.of(office.db, office.about("R5"), DAY)
        assert [query.text for query in found] == [
            "It came with laptop.matters and looks like R4. Both are kept: is it the same?"
        ]

    def test_is_refused_if_the_tracker_moved_on_meanwhile(self, office: Copy, laptop: Copy) -> None:
        laptop.note("R1", "Told the board.")
        made = office.plan(laptop)
        office.note("R2", "Meanwhile")
        before = everything(office.db)
        with pytest.raises(Conflict):
            applying.bring_in(office.db, made, {}, OFFICE, DAY)
        assert everything(office.db) == before

    def test_never_writes_to_the_other_copy(self, office: Copy, laptop: Copy) -> None:
        laptop.note("R1", "Told the board.")
        before = laptop.tracker.path.read_bytes()
        office.bring_in(laptop)
        assert laptop.tracker.path.read_bytes() == before

    def test_brings_the_bytes_of_imported_files(self, office: Copy, laptop: Copy) -> None:
        laptop.note("R1", "Imported.")
        laptop.db.execute("INSERT INTO originals VALUES ('aa', 'report.pdf', x'0102')")
        office.bring_in(laptop)
        assert office.db.execute("SELECT name, bytes FROM originals").fetchall() == [
            ("report.pdf", b"\x01\x02")
        ]


class TestWhatIsRefused:
    def refusal(self, office: Copy, path: Path) -> str:
        before = everything(office.db)
        with pytest.raises(TrackerError) as refused:
            plan.make(office.tracker, path)
        assert everything(office.db) == before
        return str(refused.value)

    def test_the_tracker_itself(self, office: Copy) -> None:
        assert "is the tracker itself" in self.refusal(office, office.tracker.path)

    def test_another_tracker(self, office: Copy, tmp_path: Path) -> None:
        create(tmp_path / "other.matters", LAPTOP).close()
        assert "is another tracker" in self.refusal(office, tmp_path / "other.matters")

    def test_a_missing_and_a_foreign_file(self, office: Copy, tmp_path: Path) -> None:
        assert "There is no file" in self.refusal(office, tmp_path / "none.matters")
        (tmp_path / "text.matters").write_text("x" * 200)
        assert "not a tracker" in self.refusal(office, tmp_path / "text.matters")

    def test_an_altered_copy(self, office: Copy, laptop: Copy, tmp_path: Path) -> None:
        laptop.note("R1", "Told the board.")
        path = Path(shutil.copy(laptop.tracker.path, tmp_path / "altered.matters"))
        content = path.read_bytes()
        path.write_bytes(content.replace(b"Told the board", b"Sold the board"))
        assert "damaged or was altered" in self.refusal(office, path)

    def test_a_copy_of_a_newer_version(self, office: Copy, laptop: Copy) -> None:
        newer = sqlite3.connect(laptop.tracker.path)
        (schema,) = newer.execute("PRAGMA user_version").fetchone()
        newer.execute(f"PRAGMA user_version = {schema + 1}")
        newer.close()
        assert "newer version" in self.refusal(office, laptop.tracker.path)
        newer = sqlite3.connect(laptop.tracker.path)
        newer.execute(f"PRAGMA user_version = {schema}")
        newer.close()

    def test_a_copy_with_a_word_that_no_screen_could_show(self, office: Copy, laptop: Copy) -> None:
        with unit(laptop.db, "A strange word", LAPTOP) as change:
            change.change("recommendations", 2, laptop.finding("R2").rev, applies="maybe")
        assert "does not know" in self.refusal(office, laptop.tracker.path)
        history.undo(laptop.db, LAPTOP)

    def test_nothing_when_the_copy_is_only_older(self, office: Copy, laptop: Copy) -> None:
        office.note("R1", "Since then")
        assert office.plan(laptop).nothing_new
        assert chain.first_break(office.db) is None


def test_a_copy_of_an_earlier_version_is_only_read(tmp_path: Path) -> None:
    older = make_older(tmp_path / "older.matters", OFFICE)
    newer = Path(shutil.copy(older, tmp_path / "newer.matters"))
    tracker = open_tracker(newer, moment=OFFICE.now())
    assert tracker.read_only == ""
    before = older.read_bytes()
    assert plan.make(tracker, older).nothing_new
    assert older.read_bytes() == before
    tracker.close()
