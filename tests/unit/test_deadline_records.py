"""New dates keep every earlier one; a corrected publication moves all that hangs on it."""

from datetime import date

import pytest
from little_case import KNOWN, Case, everything, records

from store import (
    actions,
    deadlines,
    documents,
    gathering,
    history,
    recommendations,
    refs,
    standing,
    summary,
    working_days,
)
from store.clocks import Rule, RuleKind
from store.dates import When
from store.errors import BadInput, Conflict
from store.tracker import Tracker
from store.unit import Author, unit

LATER = date(2022, 3, 1)


def revise(case: Case, day: date, reason: str = "Agreed by letter", today: date = LATER) -> int:
    with unit(case.db, "A new date", case.author) as change:
        return deadlines.revise(
            change, case.about_finding, day, reason, today, working_days.calendar(case.db)
        )


class TestANewDate:
    def start(self, case: Case) -> int:
        with unit(case.db, "The clock", case.author) as change:
            return deadlines.add(
                change,
                case.about_finding,
                what="Recommendation",
                rule=Rule(RuleKind.MONTHS, 6),
                start=When.on(KNOWN),
                since=KNOWN,
                calendar=working_days.calendar(case.db),
                words="within six months",
                owed_by="The force",
                owed_to="The inspectorate",
                start_document=case.report,
            )

    def test_keeps_every_earlier_date(self, case: Case) -> None:
        first = self.start(case)
        second = revise(case, date(2022, 9, 1))
        third = revise(case, date(2022, 12, 1), today=date(2022, 8, 1))
        held = deadlines.of_subject(case.db, case.about_finding, date(2022, 8, 1))
        assert [deadline.id for deadline in held] == [third, second, first]
        assert [deadline.due.latest for deadline in held] == [
            date(2022, 12, 1),
            date(2022, 9, 1),
            date(2022, 7, 10),
        ]
        assert [deadline.replaces for deadline in held] == [second, first, None]
        assert [d.id for d in deadlines.of_subject(case.db, case.about_finding, LATER)] == [
            second,
            first,
        ]

    def test_is_owed_by_and_to_the_same_and_says_why(self, case: Case) -> None:
        self.start(case)
        kept = deadlines.get(case.db, revise(case, date(2022, 9, 1)))
        assert (kept.what, kept.owed_by, kept.owed_to, kept.reason, kept.since) == (
            "Recommendation",
            "The force",
            "The inspectorate",
            "Agreed by letter",
            LATER,
        )
        assert kept.due.rule.kind is RuleKind.USER
        assert "Ann Example" in kept.start_event

    def test_can_be_the_first(self, case: Case) -> None:
        kept = deadlines.get(case.db, revise(case, date(2022, 9, 1)))
        assert (kept.replaces, kept.due.latest) == (None, date(2022, 9, 1))

    def test_stands_in_the_old_one_s_place(self, case: Case) -> None:
        first = self.start(case)
        second = revise(case, date(2022, 9, 1))
        before = [deadline.id for deadline in deadlines.standing_on(case.db, KNOWN)]
        after = [deadline.id for deadline in deadlines.standing_on(case.db, LATER)]
        assert (before, after) == ([first], [second])

    @pytest.mark.parametrize("reason", ["", "  ", "\n"])
    def test_needs_a_reason(self, case: Case, reason: str) -> None:
        self.start(case)
        before = everything(case.db)
        with pytest.raises(BadInput, match="needs a reason"):
            revise(case, date(2022, 9, 1), reason)
        assert everything(case.db) == before

    def test_undone_leaves_the_one_before_to_hold(self, case: Case) -> None:
        self.start(case)
        before = records(case.db)
        revise(case, date(2022, 9, 1))
        history.undo(case.db, case.author)
        assert records(case.db) == before

    def test_is_not_moved_by_a_new_start(self, case: Case) -> None:
        """A clock counts again from a corrected start; a day that was set stays set."""
        self.start(case)
        second = revise(case, date(2022, 9, 1))
        with unit(case.db, "Published earlier", case.author) as change:
            deadlines.restart(
                change, case.report, When.on(date(2022, 1, 3)), working_days.calendar(case.db)
            )
        held = deadlines.of_subject(case.db, case.about_finding, LATER)
        assert (held[0].id, held[0].due.latest) == (second, date(2022, 9, 1))
        assert held[1].due.latest == date(2022, 7, 3)

    def test_of_a_clock_of_the_inspection_is_late_once(self, case: Case) -> None:
        """A clock that was replaced is neither late nor coming; only its successor is."""
        calendar = working_days.calendar(case.db)
        with unit(case.db, "Clocks", case.author) as change:
            first = deadlines.add(
                change,
                case.about_inspection,
                what="Plan",
                rule=Rule(RuleKind.WEEKS, 2),
                start=When.on(KNOWN),
                since=KNOWN,
                calendar=calendar,
            )
            deadlines.add(
                change,
                case.about_inspection,
                what="Plan",
                rule=Rule(RuleKind.WEEKS, 10),
                start=When.on(KNOWN),
                since=LATER,
                calendar=calendar,
                replaces=first,
            )
        before, after = date(2022, 2, 1), date(2022, 3, 10)
        assert summary.outlook(case.db, before).late_clocks == 1
        assert summary.outlook(case.db, after).late_clocks == 0
        assert [coming.due.plan for coming in summary.outlook(case.db, after).coming] == [
            date(2022, 3, 21)
        ]
        assert len(deadlines.clocks_of_inspection(case.db, case.inspection, after)) == 1


class TestACorrectedPublication:
    @pytest.fixture
    def clocks(self, case: Case) -> dict[str, int]:
        """The deadlines that hang on the report's publication, and two that do not."""
        calendar = working_days.calendar(case.db)
        asked = {
            "comments": (case.about_inspection, Rule(RuleKind.S55_56), case.report),
            "finding": (case.about_finding, Rule(RuleKind.MONTHS, 6), case.report),
            "at once": (case.about_action, Rule(RuleKind.IMMEDIATE), case.report),
            "set": (case.about_inspection, Rule(RuleKind.FIXED), case.report),
            "other": (case.about_inspection, Rule(RuleKind.WEEKS, 6), None),
        }
        with unit(case.db, "Clocks", case.author) as change:
            return {
                name: deadlines.add(
                    change,
                    about,
                    what=name,
                    rule=counted,
                    start=When.on(KNOWN),
                    since=KNOWN,
                    calendar=calendar,
                    start_document=document,
                )
                for name, (about, counted, document) in asked.items()
            }

    def correct(self, case: Case, published: When) -> int:
        with unit(case.db, "Correct the publication", case.author) as change:
            report = documents.get(case.db, case.report)
            return documents.correct_published(
                change, report, published, working_days.calendar(case.db)
            )

    def latest(self, case: Case, clocks: dict[str, int]) -> dict[str, date | None]:
        return {name: deadlines.get(case.db, key).due.latest for name, key in clocks.items()}

    def test_counts_again_every_clock_that_hangs_on_it(
        self, case: Case, clocks: dict[str, int]
    ) -> None:
        assert self.latest(case, clocks) == {
            "comments": date(2022, 3, 6),
            "finding": date(2022, 7, 10),
            "at once": None,
            "set": KNOWN,
            "other": date(2022, 2, 21),
        }
        assert self.correct(case, When.on(date(2022, 1, 12))) == 2
        assert self.latest(case, clocks) == {
            "comments": date(2022, 3, 8),
            "finding": date(2022, 7, 12),
            "at once": None,
            "set": KNOWN,
            "other": date(2022, 2, 21),
        }
        assert deadlines.get(case.db, clocks["at once"]).due.plan == date(2022, 1, 12)

    def test_moves_the_first_day_of_what_came_with_it(
        self, case: Case, clocks: dict[str, int]
    ) -> None:
        day = date(2022, 1, 12)
        self.correct(case, When.on(day))
        assert documents.get(case.db, case.report).since == day
        assert recommendations.get(case.db, case.finding).since == day
        assert actions.get(case.db, case.action).since == day
        since = {name: deadlines.get(case.db, key).since for name, key in clocks.items()}
        assert since == dict.fromkeys(("comments", "finding", "at once", "set"), day) | {
            "other": KNOWN
        }
        assert standing.of_recommendation(case.db, case.finding, KNOWN) is None
        assert standing.disagreements(case.db) == []

    def test_leaves_what_came_on_another_day(self, case: Case) -> None:
        with unit(case.db, "Later", case.author) as change:
            later = actions.add(change, title="Later", since=LATER, document=case.report)
        self.correct(case, When.on(date(2022, 1, 12)))
        assert actions.get(case.db, later).since == LATER

    def test_is_one_unit_and_one_undo(self, case: Case, clocks: dict[str, int]) -> None:
        before, made = records(case.db), len(history.units(case.db))
        self.correct(case, When.on(date(2022, 1, 12)))
        newest, *_ = units = history.units(case.db)
        assert (len(units), newest.title) == (made + 1, "Correct the publication")
        touched = {change.table for change in history.changes_of(case.db, newest.id)}
        assert touched == {"documents", "recommendations", "actions", "deadlines"}
        after = records(case.db)
        history.undo(case.db, case.author)
        assert records(case.db) == before
        assert standing.disagreements(case.db) == []
        history.redo(case.db, case.author)
        assert records(case.db) == after

    def test_to_a_month_gives_ranges(self, case: Case, clocks: dict[str, int]) -> None:
        self.correct(case, When("January 2022", date(2022, 1, 1), date(2022, 1, 31)))
        due = deadlines.get(case.db, clocks["comments"]).due
        assert (due.earliest, due.latest) == (date(2022, 2, 25), date(2022, 3, 27))
        assert documents.get(case.db, case.report).since == date(2022, 1, 1)

    def test_to_no_day_at_all_keeps_what_is_due_at_once_first(
        self, case: Case, clocks: dict[str, int]
    ) -> None:
        self.correct(case, When("shortly"))
        assert self.latest(case, clocks)["comments"] is None
        standing_action = actions.many(case.db, [case.action], LATER)[case.action]
        assert standing_action.plan == KNOWN
        assert documents.get(case.db, case.report).since == KNOWN

    def test_that_corrects_nothing_writes_nothing(self, case: Case, clocks: dict[str, int]) -> None:
        before = everything(case.db)
        assert self.correct(case, When.on(KNOWN)) == 0
        assert everything(case.db) == before

    def test_by_two_people_is_a_conflict(self, case: Case) -> None:
        seen = documents.get(case.db, case.report)
        self.correct(case, When.on(date(2022, 1, 12)))
        before = everything(case.db)
        with pytest.raises(Conflict), unit(case.db, "Once more", case.author) as change:
            documents.correct_published(
                change, seen, When.on(LATER), working_days.calendar(case.db)
            )
        assert everything(case.db) == before

    def test_in_the_example_moves_what_the_report_of_2021_started(
        self, example: Tracker, author: Author
    ) -> None:
        before = records(example.db)
        report = documents.get(example.db, refs.find(example.db, "D1").id)
        with unit(example.db, "A day later", author) as change:
            moved = documents.correct_published(
                change,
                report,
                When.on(date(2021, 12, 23)),
                working_days.calendar(example.db),
            )
        assert moved == 12  # comments, update, plan and revisit; eight findings within six months
        assert len(gathering.standings(example.db, range(1, 12), date(2021, 12, 22))) == 0
        assert standing.disagreements(example.db) == []
        history.undo(example.db, author)
        assert records(example.db) == before
