"""Lists on any day: what is left out, in what order, and counts that reconcile."""

from datetime import date
from itertools import product

import pytest
from little_case import KNOWN, Case

from store import (
    actions,
    deadlines,
    filters,
    inspections,
    owners,
    recommendations,
    standing,
    summary,
    working_days,
)
from store.clocks import Rule, RuleKind
from store.dates import When
from store.filters import Filter, Order
from store.models import Subject
from store.tracker import Tracker
from store.unit import unit
from store.vocabulary import Applies, OwnerKind, Progress, SubjectKind

DAYS = [
    date(2019, 1, 1),
    date(2020, 2, 26),
    date(2020, 2, 27),
    date(2020, 3, 1),
    date(2021, 7, 5),
    date(2021, 7, 6),
    date(2022, 2, 1),
    date(2022, 2, 15),
    date(2022, 6, 1),
    date(2022, 12, 9),
    date(2023, 1, 20),
    date(2030, 1, 1),
]
# On the example, by hand: all there is, of it open, ours and open, watched.
COUNTED = {
    date(2019, 1, 1): (0, 0),
    date(2020, 3, 1): (6, 6),
    date(2021, 7, 5): (6, 6),
    date(2021, 7, 6): (6, 5),
    date(2022, 2, 1): (17, 16),
    date(2022, 6, 1): (17, 16),
    date(2023, 1, 20): (20, 19),
}
every_day = pytest.mark.parametrize("today", DAYS, ids=str)
every_order = pytest.mark.parametrize("order", Order)


def shown(
    tracker: Tracker, today: date, order: Order = Order.NEAREST, **wanted: object
) -> list[int]:
    found = filters.recommendations(tracker.db, Filter(**wanted), order, today)  # type: ignore[arg-type]
    return list(found)


class TestCounts:
    @pytest.mark.parametrize(("today", "counted"), COUNTED.items(), ids=str)
    def test_are_those_of_the_case(
        self, example: Tracker, today: date, counted: tuple[int, int]
    ) -> None:
        all_of_them, open_ones = counted
        assert filters.total(example.db, today) == all_of_them
        assert len(shown(example, today)) == all_of_them
        assert len(shown(example, today, open_only=True)) == open_ones

    @every_day
    def test_open_and_closed_are_all_there_is(self, example: Tracker, today: date) -> None:
        everything = shown(example, today)
        open_ones = set(shown(example, today, open_only=True))
        closed = {
            key
            for key in everything
            if not standing.of_recommendation(example.db, key, today).is_open  # type: ignore[union-attr]
        }
        assert len(everything) == len(set(everything)) == filters.total(example.db, today)
        assert open_ones | closed == set(everything)
        assert len(open_ones) + len(closed) == len(everything)

    @every_day
    def test_of_each_inspection_are_the_lengths_of_its_lists(
        self, example: Tracker, today: date
    ) -> None:
        counted = inspections.counted(example.db, today)
        for one in counted:
            key = one.inspection.id
            assert one.recommendations == len(shown(example, today, inspection=key))
            assert one.open_ours == len(
                shown(example, today, inspection=key, open_only=True, applies=Applies.OURS)
            )
            assert one.watched == len(
                shown(example, today, inspection=key, applies=Applies.WATCHED)
            )
        assert sum(one.recommendations for one in counted) == filters.total(example.db, today)
        assert sum(one.open_ours for one in counted) == len(
            shown(example, today, open_only=True, applies=Applies.OURS)
        )

    @every_day
    def test_of_whose_they_are_add_up(self, example: Tracker, today: date) -> None:
        parts = [
            len(shown(example, today, applies=applies))
            for applies in (Applies.OURS, Applies.WATCHED, Applies.LAPSED)
        ]
        assert sum(parts) == filters.total(example.db, today)

    @every_day
    def test_of_themes_add_up(self, example: Tracker, today: date) -> None:
        kept = recommendations.many(example.db, shown(example, today)).values()
        without = sum(not finding.theme for finding in kept)
        with_one = sum(
            len(shown(example, today, theme=theme)) for theme in filters.themes(example.db)
        )
        assert with_one + without == filters.total(example.db, today)

    @every_day
    def test_of_what_is_late_are_those_of_the_summary(self, example: Tracker, today: date) -> None:
        late = shown(example, today, overdue=True, applies=Applies.OURS)
        assert summary.outlook(example.db, today).late_findings == len(late)

    @every_day
    def test_of_actions_open_and_not_are_all_there_is(self, example: Tracker, today: date) -> None:
        everything = list(filters.actions(example.db, Filter(), Order.NEAREST, today))
        open_ones = set(filters.actions(example.db, Filter(open_only=True), Order.REF, today))
        known = actions.many(example.db, range(1, 200), today)
        assert sorted(everything) == sorted(known)
        assert open_ones == {key for key, action in known.items() if action.is_open}
        assert len(known) == (71 if today >= date(2022, 12, 9) else len(known))

    @every_day
    def test_every_list_agrees_with_the_records_one_by_one(
        self, example: Tracker, today: date
    ) -> None:
        """Read slowly, record by record, without any of the indexes."""
        wanted = []
        for key in range(1, 21):
            found = standing.of_recommendation(example.db, key, today)
            if found and found.is_open and found.plan and found.plan < today:
                wanted.append((found.plan, key))
        assert shown(example, today, overdue=True) == [key for _, key in sorted(wanted)]


class TestOrder:
    @every_day
    @every_order
    def test_changes_the_order_and_nothing_else(
        self, example: Tracker, today: date, order: Order
    ) -> None:
        for wanted in (Filter(), Filter(open_only=True), Filter(applies=Applies.OURS)):
            found = filters.recommendations(example.db, wanted, order, today)
            first = filters.recommendations(example.db, wanted, Order.REF, today)
            assert sorted(found) == list(first)
            kinds = filters.actions(example.db, wanted, order, today)
            assert sorted(kinds) == list(filters.actions(example.db, wanted, Order.REF, today))

    @every_day
    def test_nearest_has_no_date_last_and_the_rest_by_day(
        self, example: Tracker, today: date
    ) -> None:
        plans = []
        for key in shown(example, today):
            held = standing.of_recommendation(example.db, key, today)
            assert held is not None
            plans.append((held.plan or date.max, key))
        assert plans == sorted(plans)

    @pytest.mark.parametrize("today", [date(2022, 2, 1), date(2022, 6, 1), date(2023, 1, 20)])
    def test_nearest_has_what_is_due_at_once_first(self, example: Tracker, today: date) -> None:
        refs = [
            recommendations.get(example.db, key).ref
            for key in shown(example, today, open_only=True)
        ]
        assert refs[:3] == ["R2", "R6", "R8"]
        assert refs[3:11] == ["R1", "R3", "R4", "R5", "R7", "R9", "R10", "R11"]

    def test_what_is_due_at_once_is_never_last(self, case: Case, empty: Tracker) -> None:
        """Not even where nobody knows from which day it is due, and others have no day."""
        calendar = working_days.calendar(case.db)
        with unit(case.db, "Four more", case.author) as change:
            kinds = (RuleKind.NONE, RuleKind.IMMEDIATE, RuleKind.FIXED)
            starts = (When("in due course"), When("at once"), When.on(date(2022, 1, 20)))
            for kind, start in zip(kinds, starts, strict=True):
                key = recommendations.add(
                    change, inspection=case.inspection, title="T", text="T", since=KNOWN
                )
                deadlines.add(
                    change,
                    Subject(SubjectKind.RECOMMENDATION, key),
                    what="Due",
                    rule=Rule(kind),
                    start=start,
                    since=KNOWN,
                    calendar=calendar,
                )
        assert shown(empty, date(2022, 6, 1)) == [3, 4, 1, 2]

    def test_by_title_takes_no_notice_of_capitals(self, case: Case, empty: Tracker) -> None:
        with unit(case.db, "Titles", case.author) as change:
            for title in ("zebra", "Apple", "apricot", "Zoo"):
                recommendations.add(
                    change, inspection=case.inspection, title=title, text="T", since=KNOWN
                )
        titles = [
            recommendations.get(case.db, key).title for key in shown(empty, KNOWN, Order.TITLE)
        ]
        assert titles == ["Apple", "apricot", "Record each review", "zebra", "Zoo"]

    def test_by_reference_puts_ten_after_nine(self, example: Tracker) -> None:
        assert shown(example, date(2023, 1, 20), Order.REF) == list(range(1, 21))

    def test_by_owner_has_those_without_one_last(self, case: Case, empty: Tracker) -> None:
        with unit(case.db, "Owners", case.author) as change:
            for name in ("Zoe", "ann"):
                owner = owners.add(change, name, OwnerKind.PERSON)
                recommendations.add(
                    change,
                    inspection=case.inspection,
                    title=name,
                    text="T",
                    since=KNOWN,
                    owner=owner,
                )
        assert shown(empty, KNOWN, Order.OWNER) == [3, 2, 1]


class TestFilters:
    def test_that_are_empty_leave_nothing_out(self) -> None:
        assert Filter().is_empty()
        assert Filter().words() == ""
        assert not Filter(text="x").is_empty()

    @pytest.mark.parametrize(
        ("wanted", "words"),
        [
            (Filter(open_only=True), "open"),
            (Filter(open_only=True, applies=Applies.OURS), "open, ours"),
            (Filter(owners=(3, 4), owner_words="Custody Lead"), "owner Custody Lead"),
            (Filter(inspection=1, inspection_words="I1"), "I1"),
            (Filter(theme="Custody", overdue=True), "overdue, theme Custody"),
            (Filter(text="  body-w "), "“body-w”"),
        ],
    )
    def test_say_what_they_show(self, wanted: Filter, words: str) -> None:
        assert wanted.words() == words
        assert not wanted.is_empty()

    @pytest.mark.parametrize(
        ("before", "count"),
        [
            (date(2021, 12, 22), 0),
            (date(2021, 12, 23), 3),
            (date(2022, 6, 22), 3),
            (date(2022, 6, 23), 11),
            (date(9999, 12, 31), 11),
        ],
    )
    def test_before_a_day_leave_out_that_day_and_what_has_none(
        self, example: Tracker, before: date, count: int
    ) -> None:
        assert len(shown(example, date(2022, 6, 1), before=before)) == count

    def test_by_owner_find_what_is_theirs_and_what_serves_it(
        self, case: Case, empty: Tracker
    ) -> None:
        with unit(case.db, "Owners", case.author) as change:
            forum = owners.add(change, "Board", OwnerKind.FORUM)
            other = owners.add(change, "Other", OwnerKind.PERSON)
            actions.edit(change, actions.get(case.db, case.action), forum=forum)
        assert shown(empty, KNOWN, owners=(forum,)) == [case.finding]
        assert shown(empty, KNOWN, owners=(other, forum)) == [case.finding]
        assert shown(empty, KNOWN, owners=(other,)) == []
        by_forum = filters.actions(case.db, Filter(owners=(forum,)), Order.NEAREST, KNOWN)
        assert list(by_forum) == [case.action]

    @every_day
    def test_together_leave_what_each_leaves(self, example: Tracker, today: date) -> None:
        singles: list[dict[str, object]] = [
            {"open_only": True},
            {"applies": Applies.OURS},
            {"inspection": 1},
            {"text": "child"},
            {"before": date(2022, 6, 23)},
        ]
        for one, other in product(singles, singles):
            both = set(shown(example, today, **(one | other)))
            assert both == set(shown(example, today, **one)) & set(shown(example, today, **other))

    def test_of_actions_by_inspection_find_them_by_what_they_serve(self, case: Case) -> None:
        with unit(case.db, "Elsewhere", case.author) as change:
            other = inspections.add(change, title="Another", since=KNOWN)
        found = [
            list(filters.actions(case.db, Filter(inspection=key), Order.NEAREST, KNOWN))
            for key in (case.inspection, other)
        ]
        assert found == [[case.action], []]

    def test_of_finished_work_hold_on_the_days_before_it_was_finished(
        self, example: Tracker
    ) -> None:
        today = date(2022, 6, 1)
        done = [
            key
            for key, action in actions.many(example.db, range(1, 72), today).items()
            if action.progress == Progress.DONE
        ]
        assert done
        listed = set(filters.actions(example.db, Filter(open_only=True), Order.NEAREST, today))
        assert not listed & set(done)
