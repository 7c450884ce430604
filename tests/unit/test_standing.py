"""How records stand day by day: what follows from dated decisions and dates, and nothing else."""

from datetime import date
from enum import StrEnum
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from little_case import KNOWN, Case, edit_finding, records

from store import actions, deadlines, decisions, history, recommendations, standing, working_days
from store.clocks import Rule, RuleKind
from store.dates import When
from store.models import Standing, Subject
from store.unit import unit
from store.vocabulary import (
    STATUSES,
    ActionKind,
    Applies,
    Assurance,
    Axis,
    Delivery,
    Progress,
    SubjectKind,
    Verdict,
)

FEBRUARY = date(2022, 2, 1)
MARCH = date(2022, 3, 1)
APRIL = date(2022, 4, 1)
MAY = date(2022, 5, 1)
LAST_OF_FEBRUARY = date(2022, 2, 28)


def decide(
    case: Case, axis: Axis, status: StrEnum, on: date, by: str = "Ann", evidence: str = "Minutes"
) -> None:
    about = case.about_action if axis is Axis.PROGRESS else case.about_finding
    with unit(case.db, f"{axis}: {status}", case.author) as change:
        decisions.decide(change, about, axis, status, on=on, by=by, evidence=evidence)
    assert standing.disagreements(case.db) == []


def stands(case: Case, today: date) -> Standing:
    found = standing.of_recommendation(case.db, case.finding, today)
    assert found is not None
    return found


def give_date(case: Case, about: Subject, day: date, known: date) -> None:
    with unit(case.db, f"Due {day}", case.author) as change:
        deadlines.revise(change, about, day, "Agreed", known, working_days.calendar(case.db))
    assert standing.disagreements(case.db) == []


def action(case: Case, today: date) -> actions.ActionStanding:
    return actions.many(case.db, [case.action], today)[case.action]


class TestOpenOrFinished:
    @pytest.mark.parametrize(
        ("applies", "delivery", "verdict", "assurance", "is_open"),
        [
            ("ours", "awaiting allocation", "open", "not yet considered", True),
            ("ours", "in progress", "open", "assured", True),
            ("ours", "submitted for sign-off", "open", "assured", True),
            ("ours", "signed off by force", "open", "not yet considered", True),
            ("ours", "signed off by force", "open", "not assured", True),
            ("ours", "signed off by force", "open", "partly assured", True),
            ("ours", "signed off by force", "open", "assured", False),
            ("ours", "signed off by force", "awaiting verification", "assured", False),
            ("ours", "awaiting allocation", "awaiting verification", "not assured", True),
            ("ours", "awaiting allocation", "closed by inspectorate", "not assured", False),
            ("ours", "in progress", "no further action needed", "not yet considered", False),
            ("ours", "in progress", "superseded", "not yet considered", False),
            ("watched", "awaiting allocation", "open", "not yet considered", True),
            ("watched", "awaiting allocation", "closed by inspectorate", "not assured", False),
            ("conditional", "in progress", "open", "not yet considered", True),
            ("lapsed", "in progress", "open", "not yet considered", False),
            ("lapsed", "awaiting allocation", "awaiting verification", "not assured", False),
        ],
    )
    def test_by_the_three_axes_and_whose_it_is(
        self, applies: str, delivery: str, verdict: str, assurance: str, is_open: bool
    ) -> None:
        assert standing.is_open(applies, delivery, verdict, assurance) is is_open

    def test_is_said_of_every_combination(self) -> None:
        """Of the 400 combinations, exactly those are open that nothing has finished."""
        finished = {"closed by inspectorate", "no further action needed", "superseded"}
        open_ones = 0
        for applies, delivery, verdict, assurance in product(Applies, Delivery, Verdict, Assurance):
            both = (delivery.value, assurance.value) == ("signed off by force", "assured")
            wanted = applies.value != "lapsed" and verdict.value not in finished and not both
            assert standing.is_open(applies, delivery, verdict, assurance) is wanted
            open_ones += wanted
        assert open_ones == 3 * 2 * (5 * 4 - 1)


class TestAFinding:
    def test_is_not_there_before_it_is_known(self, case: Case) -> None:
        assert standing.of_recommendation(case.db, case.finding, date(2022, 1, 9)) is None

    def test_begins_open_with_nothing_decided(self, case: Case) -> None:
        assert stands(case, KNOWN) == Standing(
            True,
            Applies.OURS,
            "awaiting allocation",
            "open",
            "not yet considered",
            None,
            None,
        )

    def test_is_never_closed_by_time(self, case: Case) -> None:
        assert stands(case, date(9999, 12, 31)).is_open

    def test_holds_what_was_decided_from_that_day_on(self, case: Case) -> None:
        decide(case, Axis.DELIVERY, Delivery.IN_PROGRESS, FEBRUARY)
        assert stands(case, date(2022, 1, 31)).delivery == "awaiting allocation"
        assert stands(case, FEBRUARY).delivery == "in progress"
        assert stands(case, MAY).delivery == "in progress"

    def test_takes_decisions_by_their_day_and_not_by_when_they_were_typed(self, case: Case) -> None:
        decide(case, Axis.DELIVERY, Delivery.EMBEDDING, MARCH)
        decide(case, Axis.DELIVERY, Delivery.IN_PROGRESS, FEBRUARY)
        assert stands(case, FEBRUARY).delivery == "in progress"
        assert stands(case, MARCH).delivery == "implemented, embedding"

    def test_takes_the_later_typed_of_one_day(self, case: Case) -> None:
        decide(case, Axis.DELIVERY, Delivery.EMBEDDING, MARCH)
        decide(case, Axis.DELIVERY, Delivery.IN_PROGRESS, MARCH)
        assert stands(case, MARCH).delivery == "in progress"

    def test_takes_what_was_decided_before_it_was_known_from_its_first_day(
        self, case: Case
    ) -> None:
        decide(case, Axis.DELIVERY, Delivery.EMBEDDING, date(2021, 12, 2))
        decide(case, Axis.DELIVERY, Delivery.IN_PROGRESS, date(2021, 12, 1))
        assert stands(case, KNOWN).delivery == "implemented, embedding"
        assert standing.of_recommendation(case.db, case.finding, date(2021, 12, 5)) is None

    def test_keeps_the_axes_apart(self, case: Case) -> None:
        decide(case, Axis.DELIVERY, Delivery.IN_PROGRESS, FEBRUARY)
        decide(case, Axis.INSPECTORATE, Verdict.AWAITING, MARCH)
        decide(case, Axis.ASSURANCE, Assurance.PARTLY_ASSURED, APRIL)
        now = stands(case, MAY)
        assert (now.delivery, now.inspectorate, now.assurance, now.is_open) == (
            "in progress",
            "awaiting verification",
            "partly assured",
            True,
        )
        before = stands(case, MARCH)
        assert (before.inspectorate, before.assurance) == (
            "awaiting verification",
            "not yet considered",
        )

    def test_needs_the_force_and_the_commissioner_to_be_finished(self, case: Case) -> None:
        decide(case, Axis.DELIVERY, Delivery.SUBMITTED, FEBRUARY)
        decide(case, Axis.DELIVERY, Delivery.SIGNED_OFF, MARCH, by="Bob")
        assert stands(case, MARCH).is_open
        decide(case, Axis.ASSURANCE, Assurance.ASSURED, APRIL)
        assert [stands(case, day).is_open for day in (MARCH, date(2022, 3, 31), APRIL)] == [
            True,
            True,
            False,
        ]

    @pytest.mark.parametrize("verdict", [Verdict.CLOSED, Verdict.NO_FURTHER_ACTION])
    def test_can_be_reopened_and_closed_again(self, case: Case, verdict: Verdict) -> None:
        decide(case, Axis.INSPECTORATE, verdict, FEBRUARY)
        decide(case, Axis.INSPECTORATE, Verdict.OPEN, MARCH)
        decide(case, Axis.INSPECTORATE, Verdict.CLOSED, APRIL)
        assert [stands(case, day).is_open for day in (KNOWN, FEBRUARY, MARCH, APRIL)] == [
            True,
            False,
            True,
            False,
        ]

    def test_reopens_when_a_sign_off_is_withdrawn(self, case: Case) -> None:
        decide(case, Axis.DELIVERY, Delivery.SUBMITTED, FEBRUARY)
        decide(case, Axis.DELIVERY, Delivery.SIGNED_OFF, FEBRUARY, by="Bob")
        decide(case, Axis.ASSURANCE, Assurance.ASSURED, FEBRUARY)
        decide(case, Axis.DELIVERY, Delivery.IN_PROGRESS, MARCH)
        assert not stands(case, FEBRUARY).is_open
        assert stands(case, MARCH).is_open

    def test_is_open_again_when_its_closing_is_undone(self, case: Case) -> None:
        decide(case, Axis.INSPECTORATE, Verdict.CLOSED, FEBRUARY)
        history.undo(case.db, case.author)
        assert stands(case, MAY).is_open
        history.redo(case.db, case.author)
        assert not stands(case, MAY).is_open
        assert standing.disagreements(case.db) == []


class TestWhoseItIs:
    def test_a_condition_lapses_the_day_after_it_ends(self, case: Case) -> None:
        edit_finding(case, applies=Applies.CONDITIONAL, applies_until=LAST_OF_FEBRUARY)
        on_the_last, after = stands(case, LAST_OF_FEBRUARY), stands(case, MARCH)
        assert (on_the_last.applies, on_the_last.is_open) == (Applies.CONDITIONAL, True)
        assert (after.applies, after.is_open) == (Applies.LAPSED, False)
        assert standing.disagreements(case.db) == []

    def test_a_condition_that_ended_before_it_was_known_has_lapsed(self, case: Case) -> None:
        edit_finding(case, applies=Applies.CONDITIONAL, applies_until=date(2021, 12, 31))
        assert not stands(case, KNOWN).is_open

    def test_a_lapse_taken_away_opens_it_again(self, case: Case) -> None:
        edit_finding(case, applies=Applies.CONDITIONAL, applies_until=LAST_OF_FEBRUARY)
        edit_finding(case, applies_until=None)
        assert stands(case, MARCH).is_open
        history.undo(case.db, case.author)
        assert not stands(case, MARCH).is_open

    def test_a_lapsed_one_stays_closed_whatever_is_decided(self, case: Case) -> None:
        edit_finding(case, applies=Applies.CONDITIONAL, applies_until=LAST_OF_FEBRUARY)
        decide(case, Axis.INSPECTORATE, Verdict.OPEN, APRIL)
        assert not stands(case, APRIL).is_open


class TestDueDates:
    def test_hold_from_the_day_they_were_set(self, case: Case) -> None:
        give_date(case, case.about_finding, date(2022, 6, 30), FEBRUARY)
        give_date(case, case.about_finding, date(2022, 9, 30), APRIL)
        plans = [stands(case, day).plan for day in (KNOWN, FEBRUARY, MARCH, APRIL)]
        assert plans == [None, date(2022, 6, 30), date(2022, 6, 30), date(2022, 9, 30)]

    def test_the_record_names_the_deadline_it_goes_by(self, case: Case) -> None:
        give_date(case, case.about_finding, date(2022, 6, 30), FEBRUARY)
        give_date(case, case.about_finding, date(2022, 9, 30), APRIL)
        latest, first = deadlines.of_subject(case.db, case.about_finding, APRIL)
        assert stands(case, APRIL).deadline == latest.id
        assert stands(case, MARCH).deadline == first.id

    def test_undone_leave_the_one_before(self, case: Case) -> None:
        give_date(case, case.about_finding, date(2022, 6, 30), FEBRUARY)
        before = records(case.db)
        give_date(case, case.about_finding, date(2022, 9, 30), APRIL)
        history.undo(case.db, case.author)
        assert records(case.db) == before
        assert stands(case, MAY).plan == date(2022, 6, 30)
        history.undo(case.db, case.author)
        assert stands(case, MAY).plan is None

    def test_of_what_is_due_at_once_are_its_start(self, case: Case) -> None:
        with unit(case.db, "At once", case.author) as change:
            deadlines.add(
                change,
                case.about_finding,
                what="Due",
                rule=Rule(RuleKind.IMMEDIATE),
                start=When("at once"),
                since=KNOWN,
                calendar=working_days.calendar(case.db),
            )
        assert stands(case, KNOWN).plan == KNOWN


class TestAnAction:
    @pytest.mark.parametrize(
        ("progress", "is_open"),
        [
            (Progress.CONSIDERED, True),
            (Progress.PLANNED, True),
            (Progress.IN_PROGRESS, True),
            (Progress.DONE, False),
            (Progress.STOPPED, False),
        ],
    )
    def test_is_open_until_it_is_done_or_stopped(
        self, case: Case, progress: Progress, is_open: bool
    ) -> None:
        decide(case, Axis.PROGRESS, progress, MARCH)
        assert (action(case, FEBRUARY).is_open, action(case, FEBRUARY).progress) == (
            True,
            "planned",
        )
        assert (action(case, MARCH).is_open, action(case, MARCH).progress) == (is_open, progress)

    @pytest.mark.parametrize("kind", list(ActionKind))
    def test_is_only_open_if_it_can_be_late(self, case: Case, kind: ActionKind) -> None:
        with unit(case.db, "A kind", case.author) as change:
            actions.edit(change, actions.get(case.db, case.action), kind=kind)
        assert action(case, MARCH).is_open is (
            kind.value in ("action", "policy review", "commissioner's undertaking")
        )
        assert standing.disagreements(case.db) == []

    def test_is_not_there_before_it_was_promised(self, case: Case) -> None:
        assert actions.many(case.db, [case.action], date(2022, 1, 9)) == {}

    def test_takes_its_date_by_the_day_it_was_given(self, case: Case) -> None:
        give_date(case, case.about_action, date(2022, 6, 30), MARCH)
        assert (action(case, FEBRUARY).plan, action(case, MARCH).plan) == (None, date(2022, 6, 30))

    def test_done_closes_no_finding(self, case: Case) -> None:
        decide(case, Axis.PROGRESS, Progress.DONE, MARCH)
        assert stands(case, MAY).is_open


class TestAgreement:
    def test_a_standing_row_that_does_not_follow_is_named(self, case: Case) -> None:
        assert standing.disagreements(case.db) == []
        case.db.execute("UPDATE recommendation_standing SET is_open = 0")
        case.db.execute("DELETE FROM action_standing")
        assert [sentence[:35] for sentence in standing.disagreements(case.db)] == [
            "The standing kept for recommendatio",
            "The standing kept for action 1 does",
        ]

    def test_a_record_taken_back_leaves_no_standing(self, case: Case) -> None:
        while history.next_undo(case.db) is not None:
            history.undo(case.db, case.author)
        for kind in ("recommendation", "action"):
            assert case.db.execute(f"SELECT * FROM {kind}_standing").fetchall() == []
        assert standing.recommendation_rows(case.db, case.finding) == []
        assert standing.action_rows(case.db, case.action) == []

    def test_stretches_cover_every_day_once(self, case: Case) -> None:
        for month, status in ((3, Delivery.IN_PROGRESS), (2, Delivery.EMBEDDING)):
            decide(case, Axis.DELIVERY, status, date(2022, month, 1))
        give_date(case, case.about_finding, date(2022, 6, 30), MARCH)
        rows = case.db.execute(
            "SELECT since, until FROM recommendation_standing ORDER BY since"
        ).fetchall()
        assert rows == [
            ("2022-01-10", "2022-02-01"),
            ("2022-02-01", "2022-03-01"),
            ("2022-03-01", None),
        ]


@given(
    status=st.sampled_from([status for axis in Axis for status in STATUSES[axis]]),
    other=st.sampled_from(Applies),
)
def test_silence_never_closes(status: StrEnum, other: Applies) -> None:
    """One decision on one axis closes only as the inspectorate's last word."""
    first = ("awaiting allocation", "open", "not yet considered")
    for place in range(3):
        state = [*first]
        state[place] = status
        closed = not standing.is_open(other, *state)
        assert closed == (
            other is Applies.LAPSED or (place == 1 and status in standing.FINISHED_VERDICTS)
        )


def test_the_index_and_the_decisions_agree_on_every_day(case: Case) -> None:
    """What lists are drawn from, and the plain reading of what was decided."""
    statuses = (Delivery.IN_PROGRESS, Delivery.EMBEDDING, Delivery.SUBMITTED)
    for month, status in enumerate(statuses, start=2):
        decide(case, Axis.DELIVERY, status, date(2022, month, 15))
    subject = Subject(SubjectKind.RECOMMENDATION, case.finding)
    for ordinal in range(KNOWN.toordinal(), date(2022, 6, 1).toordinal()):
        today = date.fromordinal(ordinal)
        held = decisions.standing(case.db, subject, Axis.DELIVERY, today)
        assert stands(case, today).delivery == (held.status if held else "awaiting allocation")
    assert recommendations.get(case.db, case.finding).rev == 2
