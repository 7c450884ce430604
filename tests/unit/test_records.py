"""References, parts answered one by one, queries, boards, owners and holidays."""

import sqlite3
from datetime import date, timedelta

import pytest
from little_case import KNOWN, Case, everything

from store import (
    actions,
    boards,
    gathering,
    owners,
    queries,
    recommendations,
    refs,
    responses,
    working_days,
)
from store.errors import BadInput, NotFound
from store.models import Part, Subject
from store.unit import unit
from store.vocabulary import Extent, LinkKind, OwnerKind, SubjectKind

LATER = date(2022, 3, 1)


class TestReferences:
    @pytest.mark.parametrize("typed", ["R1", "r1", " R1 ", "R001"])
    def test_are_found_however_they_are_typed(self, case: Case, typed: str) -> None:
        assert refs.find(case.db, typed) == case.about_finding

    @pytest.mark.parametrize(
        "typed",
        ["", "R", "1", "R0", "R2", "Z1", "R1;", "R1 R2", "R²", "R１", "R" + "9" * 400, "R-1"],
    )
    def test_that_are_none_get_a_sentence(self, case: Case, typed: str) -> None:
        with pytest.raises(NotFound) as told:
            refs.find(case.db, typed)
        assert len(str(told.value)) < 250

    def test_go_up_by_one_and_past_nine(self, case: Case) -> None:
        with unit(case.db, "Many", case.author) as change:
            for _ in range(11):
                actions.add(change, title="Another", since=KNOWN)
        found = case.db.execute("SELECT ref FROM actions ORDER BY id").fetchall()
        assert [ref for (ref,) in found] == [f"A{number}" for number in range(1, 13)]

    def test_name_every_kind_that_has_one(self, case: Case) -> None:
        assert refs.ref_of(case.db, case.about_finding) == "R1"
        assert refs.ref_of(case.db, case.about_inspection) == "I1"
        assert refs.ref_of(case.db, Subject(SubjectKind.DEADLINE, 1)) == "deadline"


class TestParts:
    def answer(self, case: Case, part: int | None, extent: Extent, since: date) -> None:
        with unit(case.db, "An answer", case.author) as change:
            responses.add(
                change,
                document=case.report,
                respondent="The force",
                text="Answered",
                since=since,
                answers=[responses.Answer(case.finding, extent, part, f"{extent} {since}")],
            )

    def parts(self, case: Case, today: date) -> list[Part]:
        plain = recommendations.parts(case.db, case.finding, today)
        assert gathering.parts(case.db, [case.finding], today) == {case.finding: plain}
        return plain

    @pytest.fixture
    def lettered(self, case: Case) -> Case:
        with unit(case.db, "Parts", case.author) as change:
            for number, label in enumerate(("a)", "b)")):
                change.add(
                    "parts", recommendation=case.finding, label=label, text=label, position=number
                )
        return case

    def test_are_answered_one_by_one(self, lettered: Case) -> None:
        first, second = self.parts(lettered, LATER)
        assert (first.extent, second.extent) == (None, None)
        self.answer(lettered, second.id, Extent.PARTLY, LATER)
        assert [part.extent for part in self.parts(lettered, LATER)] == [None, Extent.PARTLY]
        assert [part.extent for part in self.parts(lettered, KNOWN)] == [None, None]

    def test_take_the_latest_answer(self, lettered: Case) -> None:
        first, _ = self.parts(lettered, LATER)
        self.answer(lettered, first.id, Extent.ANSWERED, date(2022, 4, 1))
        self.answer(lettered, first.id, Extent.NOT_ANSWERED, LATER)
        assert self.parts(lettered, LATER)[0].extent is Extent.NOT_ANSWERED
        assert self.parts(lettered, date(2022, 4, 1))[0].extent is Extent.ANSWERED

    def test_take_the_later_typed_of_one_day(self, lettered: Case) -> None:
        first, _ = self.parts(lettered, LATER)
        for extent in (Extent.NOT_ANSWERED, Extent.PARTLY, Extent.ANSWERED, Extent.PARTLY):
            self.answer(lettered, first.id, extent, LATER)
        assert self.parts(lettered, LATER)[0].extent is Extent.PARTLY

    def test_are_not_answered_by_an_answer_to_the_whole(self, lettered: Case) -> None:
        self.answer(lettered, None, Extent.ANSWERED, LATER)
        assert [part.extent for part in self.parts(lettered, LATER)] == [None, None]


class TestADayBeforeAFinding:
    """What is tied to a finding of a later day does not tell of it before that day."""

    @pytest.fixture
    def later(self, case: Case) -> int:
        with unit(case.db, "A later finding", case.author) as change:
            key = recommendations.add(
                change, inspection=case.inspection, title="Later", text="Later", since=LATER
            )
            actions.serve(change, case.action, key)
            recommendations.link(change, key, case.finding, LinkKind.CONTINUES, since=KNOWN)
        return key

    @pytest.mark.parametrize(("today", "told"), [(KNOWN, False), (LATER, True)])
    def test_neither_its_actions_nor_its_links_name_it(
        self, case: Case, later: int, today: date, told: bool
    ) -> None:
        served = actions.many(case.db, [case.action], today)[case.action].recommendations
        linked = recommendations.links(case.db, case.finding, today)
        assert ("R2" in served) is told
        assert [link.other for link in linked] == ([later] if told else [])
        assert gathering.links(case.db, [case.finding], today) == {case.finding: linked}


class TestOtherRecords:
    def test_a_finding_needs_its_text(self, case: Case) -> None:
        before = everything(case.db)
        with (
            pytest.raises(BadInput, match="needs its text"),
            unit(case.db, "Empty", case.author) as change,
        ):
            recommendations.add(
                change, inspection=case.inspection, title="T", text=" \n", since=KNOWN
            )
        assert everything(case.db) == before

    def test_a_finding_cannot_continue_itself(self, case: Case) -> None:
        with (
            pytest.raises(BadInput, match="continue itself"),
            unit(case.db, "Itself", case.author) as change,
        ):
            recommendations.link(
                change, case.finding, case.finding, LinkKind.CONTINUES, since=KNOWN
            )

    def test_of_an_inspection_that_is_not_there_are_refused_by_the_file(self, case: Case) -> None:
        before = everything(case.db)
        with (
            pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"),
            unit(case.db, "Nowhere", case.author) as change,
        ):
            recommendations.add(change, inspection=99, title="T", text="T", since=KNOWN)
        assert everything(case.db) == before

    def test_a_query_is_open_until_the_day_it_is_settled(self, case: Case) -> None:
        with unit(case.db, "Ask", case.author) as change:
            queries.ask(change, case.about_finding, "Which day?", since=KNOWN)
        (asked,) = queries.of(case.db, case.about_finding, KNOWN)
        with (
            pytest.raises(BadInput, match="how the query"),
            unit(case.db, "Settle", case.author) as change,
        ):
            queries.settle(change, asked, on=LATER, how=" ")
        with unit(case.db, "Settle", case.author) as change:
            queries.settle(change, asked, on=LATER, how="By letter")
        open_on = [
            len(queries.of(case.db, case.about_finding, LATER + timedelta(days=days)))
            for days in (-60, -1, 0, 1)
        ]
        assert open_on == [0, 1, 0, 0]
        assert queries.listed(case.db, KNOWN)[0].text == "Which day?"

    def test_boards_know_the_next_and_the_last(self, case: Case) -> None:
        calendar = working_days.calendar(case.db)
        with unit(case.db, "Boards", case.author) as change:
            for day in (date(2022, 6, 9), date(2022, 3, 10), date(2022, 9, 8)):
                boards.add(change, name="Board", day=day, since=KNOWN, calendar=calendar)
        today = date(2022, 6, 9)
        following, last = boards.next_board(case.db, today), boards.last_board(case.db, today)
        assert following is not None
        assert last is not None
        assert (following.day, last.day) == (today, date(2022, 3, 10))
        assert boards.next_board(case.db, date(2022, 1, 9)) is None
        assert boards.next_board(case.db, date(2022, 9, 9)) is None

    def test_two_names_are_one_owner_only_when_somebody_says_so(self, case: Case) -> None:
        with unit(case.db, "Owners", case.author) as change:
            owners.add(change, "FDMM", OwnerKind.FORUM)
            daily = owners.add(change, "DMM", OwnerKind.FORUM)
        assert [owner.name for owner in owners.named(case.db, "dmm")] == ["DMM", "FDMM"]
        with unit(case.db, "The same", case.author) as change:
            owners.add_alias(change, daily, "Daily meeting", "letter")
        assert [owner.id for owner in owners.named(case.db, " DAILY ")] == [daily]

    def test_an_extra_holiday_moves_working_days(self, case: Case) -> None:
        day = date(2022, 3, 2)
        with unit(case.db, "A day off", case.author) as change:
            working_days.add_holiday(change, day, "Local holiday")
        assert not working_days.calendar(case.db).is_working(day)
        with pytest.raises(sqlite3.IntegrityError), unit(case.db, "Again", case.author) as change:
            working_days.add_holiday(change, day, "Twice")
