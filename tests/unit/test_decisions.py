"""Decisions: who may take them, on what evidence, in which words; two people to sign off."""

from contextlib import suppress
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from little_case import KNOWN, Case, everything

from store import decisions, history, recommendations
from store.errors import BadInput, NotFound
from store.models import Subject
from store.unit import unit
from store.vocabulary import STATUSES, Assurance, Axis, Delivery, Progress, SubjectKind, Verdict

FEBRUARY = date(2022, 2, 1)
MARCH = date(2022, 3, 1)


def decide(
    case: Case,
    status: StrEnum,
    *,
    axis: Axis = Axis.DELIVERY,
    on: date = MARCH,
    by: str = "Ann Example",
    evidence: str = "Minutes of 1 March",
    about: Subject | None = None,
) -> int:
    with unit(case.db, f"{axis}: {status}", case.author) as change:
        return decisions.decide(
            change, about or case.about_finding, axis, status, on=on, by=by, evidence=evidence
        )


def refused(case: Case, words: str, status: StrEnum, **asked: object) -> None:
    """The decision gets a sentence with these words, and nothing is kept of it."""
    before = everything(case.db)
    with pytest.raises(BadInput, match=words) as told:
        decide(case, status, **asked)  # type: ignore[arg-type]
    assert "Nothing was saved" in str(told.value)
    assert everything(case.db) == before


class TestADecision:
    def test_is_kept_whole(self, case: Case) -> None:
        with unit(case.db, "Assured", case.author) as change:
            key = decisions.decide(
                change,
                case.about_finding,
                Axis.ASSURANCE,
                Assurance.PARTLY_ASSURED,
                on=MARCH,
                by="The board",
                evidence="Paper 7",
                said="partly content",
                document=case.report,
            )
        (kept,) = decisions.of(case.db, case.about_finding, MARCH)
        assert (kept.id, kept.subject, kept.axis, kept.status) == (
            key,
            case.about_finding,
            Axis.ASSURANCE,
            "partly assured",
        )
        assert (kept.decided_on, kept.by, kept.evidence, kept.said, kept.document) == (
            MARCH,
            "The board",
            "Paper 7",
            "partly content",
            case.report,
        )

    def test_never_overwrites_an_earlier_one(self, case: Case) -> None:
        for status in (Delivery.IN_PROGRESS, Delivery.EMBEDDING, Delivery.IN_PROGRESS):
            decide(case, status)
        kept = [decision.status for decision in decisions.of(case.db, case.about_finding, MARCH)]
        assert kept == ["in progress", "implemented, embedding", "in progress"]

    def test_dated_later_is_not_there_yet(self, case: Case) -> None:
        decide(case, Delivery.IN_PROGRESS, on=MARCH)
        assert decisions.of(case.db, case.about_finding, date(2022, 2, 28)) == []
        held = decisions.standing(case.db, case.about_finding, Axis.DELIVERY, MARCH)
        assert held is not None
        assert held.status == "in progress"

    def test_counts_by_its_day_and_then_by_when_it_was_typed(self, case: Case) -> None:
        decide(case, Delivery.EMBEDDING, on=MARCH)
        decide(case, Delivery.IN_PROGRESS, on=FEBRUARY)
        decide(case, Delivery.SUBMITTED, on=FEBRUARY)
        told = [decision.status for decision in decisions.of(case.db, case.about_finding, MARCH)]
        assert told == ["in progress", "submitted for sign-off", "implemented, embedding"]
        held = decisions.standing(case.db, case.about_finding, Axis.DELIVERY, MARCH)
        assert held is not None
        assert held.status == "implemented, embedding"

    def test_holds_on_its_own_axis_alone(self, case: Case) -> None:
        decide(case, Delivery.IN_PROGRESS)
        assert decisions.standing(case.db, case.about_finding, Axis.ASSURANCE, MARCH) is None

    @pytest.mark.parametrize("by", ["", "   ", "\n"])
    def test_needs_a_name(self, case: Case, by: str) -> None:
        refused(case, "name of who took it", Delivery.IN_PROGRESS, by=by)

    def test_about_a_record_that_is_gone_is_refused(self, case: Case) -> None:
        before = everything(case.db)
        with pytest.raises(NotFound):
            decide(case, Delivery.IN_PROGRESS, about=Subject(SubjectKind.RECOMMENDATION, 4711))
        assert everything(case.db) == before

    @pytest.mark.parametrize("kind", list(SubjectKind))
    @pytest.mark.parametrize("axis", list(Axis))
    def test_is_about_findings_and_progress_about_actions(
        self, case: Case, axis: Axis, kind: SubjectKind
    ) -> None:
        status = next(iter(STATUSES[axis]))
        belongs = "action" if axis is Axis.PROGRESS else "recommendation"
        if kind.value == belongs:
            decide(case, status, axis=axis, about=Subject(kind, 1))
        else:
            refused(case, "is decided for", status, axis=axis, about=Subject(kind, 1))

    @pytest.mark.parametrize(
        ("axis", "status"),
        [
            (Axis.DELIVERY, Verdict.CLOSED),
            (Axis.ASSURANCE, Delivery.SIGNED_OFF),
            (Axis.INSPECTORATE, Assurance.ASSURED),
            (Axis.DELIVERY, Progress.DONE),
            (Axis.DELIVERY, Progress.IN_PROGRESS),
        ],
    )
    def test_takes_a_status_of_its_own_axis_only(
        self, case: Case, axis: Axis, status: StrEnum
    ) -> None:
        refused(case, "not a status on the", status, axis=axis)


class TestClosing:
    @pytest.mark.parametrize(
        "verdict", [Verdict.CLOSED, Verdict.NO_FURTHER_ACTION, Verdict.SUPERSEDED]
    )
    @pytest.mark.parametrize("evidence", ["", "  ", "\t\n"])
    def test_needs_evidence(self, case: Case, verdict: Verdict, evidence: str) -> None:
        refused(case, "needs evidence", verdict, axis=Axis.INSPECTORATE, evidence=evidence)

    @pytest.mark.parametrize("verdict", [Verdict.OPEN, Verdict.AWAITING])
    def test_alone_needs_it(self, case: Case, verdict: Verdict) -> None:
        decide(case, verdict, axis=Axis.INSPECTORATE, evidence="")


class TestSigningOff:
    def submit(self, case: Case, by: str = "Ann Example", on: date = FEBRUARY) -> None:
        decide(case, Delivery.SUBMITTED, by=by, on=on)

    def test_takes_two_people(self, case: Case) -> None:
        self.submit(case)
        decide(case, Delivery.SIGNED_OFF, by="Bob Example")
        held = decisions.standing(case.db, case.about_finding, Axis.DELIVERY, MARCH)
        assert held is not None
        assert (held.status, held.by) == ("signed off by force", "Bob Example")

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Ann Example", "Ann Example"),
            ("Ann Example", "ann example"),
            ("Ann Example", "  Ann   Example "),
            ("Ann Example", "Ann\tExample"),
            ("Ann Example", "Ann\u00a0Example"),
            ("Ann Example", "Ann\u200b Example"),
            ("Ann\u202e Example", "Ann Example"),
            ("Zo\u00eb Example", "Zoe\u0308 Example"),
            ("Straße", "STRASSE"),
        ],
    )
    def test_one_name_in_two_dresses_is_one_person(
        self, case: Case, first: str, second: str
    ) -> None:
        self.submit(case, by=first)
        refused(case, "somebody else must sign it off", Delivery.SIGNED_OFF, by=second)

    @pytest.mark.parametrize("evidence", ["", " \n"])
    def test_needs_evidence(self, case: Case, evidence: str) -> None:
        self.submit(case)
        refused(case, "needs evidence", Delivery.SIGNED_OFF, by="Bob", evidence=evidence)

    def test_needs_it_submitted_first(self, case: Case) -> None:
        refused(case, "awaiting allocation", Delivery.SIGNED_OFF, by="Bob")
        decide(case, Delivery.IN_PROGRESS, on=FEBRUARY)
        refused(case, "in progress", Delivery.SIGNED_OFF, by="Bob")

    def test_needs_it_submitted_by_that_day(self, case: Case) -> None:
        self.submit(case, on=MARCH)
        refused(case, "must first decide", Delivery.SIGNED_OFF, by="Bob", on=FEBRUARY)

    def test_after_a_step_back_needs_another_submission(self, case: Case) -> None:
        self.submit(case)
        decide(case, Delivery.IN_PROGRESS, on=date(2022, 2, 15))
        refused(case, "must first decide", Delivery.SIGNED_OFF, by="Bob")

    def test_cannot_lean_on_a_submission_that_was_undone(self, case: Case) -> None:
        self.submit(case)
        history.undo(case.db, case.author)
        refused(case, "must first decide", Delivery.SIGNED_OFF, by="Bob")

    def test_of_one_finding_says_nothing_of_another(self, case: Case) -> None:
        self.submit(case)
        with unit(case.db, "Another", case.author) as change:
            other = recommendations.add(
                change, inspection=case.inspection, title="Other", text="Other", since=KNOWN
            )
        about = Subject(SubjectKind.RECOMMENDATION, other)
        refused(case, "must first decide", Delivery.SIGNED_OFF, by="Bob", about=about)


READ = [
    (Axis.DELIVERY, "awaiting allocation", Delivery.AWAITING_ALLOCATION),
    (Axis.DELIVERY, "a", Delivery.AWAITING_ALLOCATION),
    (Axis.DELIVERY, "In Progress", Delivery.IN_PROGRESS),
    (Axis.DELIVERY, "in-progress", Delivery.IN_PROGRESS),
    (Axis.DELIVERY, "  in   prog ", Delivery.IN_PROGRESS),
    (Axis.DELIVERY, "impl", Delivery.EMBEDDING),
    (Axis.DELIVERY, "submitted", Delivery.SUBMITTED),
    (Axis.DELIVERY, "submitted for sign off", Delivery.SUBMITTED),
    (Axis.DELIVERY, "SIGNED-OFF", Delivery.SIGNED_OFF),
    (Axis.INSPECTORATE, "open", Verdict.OPEN),
    (Axis.INSPECTORATE, "closed", Verdict.CLOSED),
    (Axis.INSPECTORATE, "no", Verdict.NO_FURTHER_ACTION),
    (Axis.ASSURANCE, "assured", Assurance.ASSURED),
    (Axis.ASSURANCE, "not a", Assurance.NOT_ASSURED),
    (Axis.ASSURANCE, "not y", Assurance.NOT_CONSIDERED),
    (Axis.PROGRESS, "done", Progress.DONE),
    (Axis.PROGRESS, "p", Progress.PLANNED),
]
UNREAD = [
    (Axis.DELIVERY, ""),
    (Axis.DELIVERY, "   "),
    (Axis.DELIVERY, "s"),
    (Axis.DELIVERY, "i"),
    (Axis.DELIVERY, "done"),
    (Axis.DELIVERY, "progress"),
    (Axis.DELIVERY, "in progress now"),
    (Axis.INSPECTORATE, "assured"),
    (Axis.ASSURANCE, "not"),
    (Axis.ASSURANCE, "%"),
    (Axis.PROGRESS, "[/x]"),
]


class TestStatusWords:
    @pytest.mark.parametrize(("axis", "text", "status"), READ)
    def test_are_read_by_their_beginning(self, axis: Axis, text: str, status: StrEnum) -> None:
        assert decisions.read_status(axis, text) is status

    @pytest.mark.parametrize(("axis", "text"), UNREAD)
    def test_that_are_none_or_several_get_all_choices(self, axis: Axis, text: str) -> None:
        with pytest.raises(BadInput) as told:
            decisions.read_status(axis, text)
        assert all(status in str(told.value) for status in STATUSES[axis])

    @pytest.mark.parametrize("axis", list(Axis))
    def test_in_full_are_always_read(self, axis: Axis) -> None:
        for status in STATUSES[axis]:
            assert decisions.read_status(axis, status.value.upper()) is status

    @given(text=st.text(), axis=st.sampled_from(Axis))
    def test_of_any_kind_are_read_or_refused(self, text: str, axis: Axis) -> None:
        with suppress(BadInput):
            assert decisions.read_status(axis, text) in STATUSES[axis]

    def test_that_are_endless_get_a_short_sentence(self) -> None:
        with pytest.raises(BadInput) as told:
            decisions.read_status(Axis.DELIVERY, "in progress " * 10_000)
        assert len(str(told.value)) < 400
