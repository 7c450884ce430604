"""Whatever anybody does in whatever order: every earlier state comes back, and the log holds."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from little_case import Rows, log, records, tell

from store import (
    actions,
    boards,
    chain,
    checking,
    deadlines,
    decisions,
    documents,
    history,
    inspections,
    notes,
    owners,
    queries,
    recommendations,
    responses,
    standing,
    working_days,
)
from store.clocks import Rule, RuleKind
from store.dates import When
from store.errors import BadInput
from store.models import Subject
from store.tracker import create, open_tracker
from store.unit import Author, Unit, unit
from store.vocabulary import (
    STATUSES,
    Applies,
    Axis,
    Extent,
    LinkKind,
    OwnerKind,
    StepKind,
    SubjectKind,
)

AUTHOR = Author("Ann Example", lambda: datetime(2022, 6, 1, 9, tzinfo=UTC))
FIRST = date(2021, 12, 1)
T = TypeVar("T")

days = st.integers(0, 400).map(lambda number: FIRST + timedelta(days=number))
whens = st.one_of(
    st.builds(When.on, days),
    st.builds(lambda day: When("that month", day, day + timedelta(days=30), "D1"), days),
    st.just(When("in due course")),
)
words = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
which = st.integers(0, 10_000)
rules = st.sampled_from(
    [
        Rule(RuleKind.IMMEDIATE),
        Rule(RuleKind.MONTHS, 6),
        Rule(RuleKind.WEEKS, 6),
        Rule(RuleKind.WORKDAYS, 20),
        Rule(RuleKind.S55_56),
        Rule(RuleKind.FIXED),
        Rule(RuleKind.NONE),
    ]
)


@cache
def _little_case() -> bytes:
    """A file with the little case in it, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.matters"
        tracker = create(path, AUTHOR)
        tell(tracker.db, AUTHOR)
        tracker.close()
        return path.read_bytes()


def pick(items: Sequence[T], number: int) -> T:
    return items[number % len(items)]


class Tracking(RuleBasedStateMachine):
    """People at work on one file; `past` is what undo must bring back, `ahead` what redo must."""

    begun = 0

    def __init__(self) -> None:
        super().__init__()
        Tracking.begun += 1
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "case.matters"
        path.write_bytes(_little_case())
        self.db = open_tracker(path).db
        self.db.execute("PRAGMA synchronous = OFF")
        self.past = [records(self.db)]
        self.ahead: list[dict[str, Rows]] = []
        self.units, self.changes = log(self.db)
        self.calendar = working_days.calendar(self.db)

    def do(self, work: Callable[[Unit], object]) -> None:
        """Do some work in a unit; where it is refused, nothing may be left of it."""
        before = log(self.db)
        try:
            with unit(self.db, "Something", AUTHOR) as change:
                work(change)
        except BadInput:
            assert (records(self.db), log(self.db)) == (self.past[-1], before)
            return
        if log(self.db) != before:
            self.past.append(records(self.db))
            self.ahead.clear()
        assert records(self.db) == self.past[-1]

    def keys(self, table: str) -> list[int]:
        return [key for (key,) in self.db.execute(f"SELECT id FROM {table} ORDER BY id")]

    def subjects(self, *kinds: SubjectKind) -> list[Subject]:
        return [Subject(kind, key) for kind in kinds for key in self.keys(f"{kind}s")]

    def finding(self, number: int) -> recommendations.Recommendation:
        return recommendations.get(self.db, pick(self.keys("recommendations"), number))

    @rule(since=days, title=words, text=words, applies=st.sampled_from(Applies), until=days)
    def add_finding(
        self, since: date, title: str, text: str, applies: Applies, until: date
    ) -> None:
        self.do(
            lambda change: recommendations.add(
                change,
                inspection=1,
                document=1,
                title=title,
                text=text,
                since=since,
                applies=applies,
                applies_until=until if applies is Applies.CONDITIONAL else None,
                parts=[("a)", text), ("b)", title)],
            )
        )

    @rule(number=which, title=words, applies=st.sampled_from(Applies), since=days)
    def edit_finding(self, number: int, title: str, applies: Applies, since: date) -> None:
        finding = self.finding(number)
        self.do(
            lambda change: recommendations.edit(
                change, finding, title=title, applies=applies, since=since
            )
        )

    @rule(number=which)
    def edit_nothing(self, number: int) -> None:
        finding = self.finding(number)
        self.do(lambda change: recommendations.edit(change, finding, title=finding.title))

    @rule(since=days, title=words, number=which)
    def add_action(self, since: date, title: str, number: int) -> None:
        serves = [(self.finding(number).id, None), (self.finding(number + 1).id, None)]
        self.do(
            lambda change: actions.add(
                change, title=title, since=since, document=1, recommendations=serves
            )
        )

    @rule(number=which, evidence=words)
    def edit_action(self, number: int, evidence: str) -> None:
        action = actions.get(self.db, pick(self.keys("actions"), number))
        self.do(lambda change: actions.edit(change, action, evidence=evidence))

    @rule(number=which, counted=rules, since=days, start=whens, of_report=st.booleans())
    def start_clock(
        self, number: int, counted: Rule, since: date, start: When, of_report: bool
    ) -> None:
        kinds = (SubjectKind.RECOMMENDATION, SubjectKind.ACTION, SubjectKind.INSPECTION)
        self.do(
            lambda change: deadlines.add(
                change,
                pick(self.subjects(*kinds), number),
                what="Due",
                rule=counted,
                start=start,
                since=since,
                calendar=self.calendar,
                start_document=1 if of_report else None,
            )
        )

    @rule(number=which, new_day=days, reason=st.sampled_from(["", "Agreed"]), today=days)
    def new_date(self, number: int, new_day: date, reason: str, today: date) -> None:
        about = pick(self.subjects(SubjectKind.RECOMMENDATION, SubjectKind.ACTION), number)
        self.do(
            lambda change: deadlines.revise(change, about, new_day, reason, today, self.calendar)
        )

    @rule(number=which, met=whens)
    def meet(self, number: int, met: When) -> None:
        if kept := self.keys("deadlines"):
            deadline = deadlines.get(self.db, pick(kept, number))
            self.do(lambda change: deadlines.meet(change, deadline, met))

    @rule(number=which, kind=st.sampled_from(StepKind), done=whens)
    def step(self, number: int, kind: StepKind, done: When) -> None:
        if kept := self.keys("deadlines"):
            self.do(lambda change: deadlines.add_step(change, pick(kept, number), kind, done=done))

    @rule(published=whens)
    def correct_published(self, published: When) -> None:
        report = documents.get(self.db, 1)
        self.do(
            lambda change: documents.correct_published(change, report, published, self.calendar)
        )

    @rule(
        number=which,
        axis=st.sampled_from(Axis),
        status=which,
        on=days,
        by=st.sampled_from(["Ann", "Bob"]),
        evidence=st.sampled_from(["", "Minutes of the board"]),
    )
    def decide(
        self, number: int, axis: Axis, status: int, on: date, by: str, evidence: str
    ) -> None:
        about = pick(self.subjects(SubjectKind.RECOMMENDATION, SubjectKind.ACTION), number)
        chosen = pick(list(STATUSES[axis]), status)
        self.do(
            lambda change: decisions.decide(
                change, about, axis, chosen, on=on, by=by, evidence=evidence
            )
        )

    @rule(number=which, text=words, on=days, corrects=st.booleans())
    def note(self, number: int, text: str, on: date, corrects: bool) -> None:
        about = pick(self.subjects(*SubjectKind), number)
        earlier = notes.of(self.db, about, on)
        corrected = earlier[0].id if corrects and earlier else None
        self.do(lambda change: notes.add(change, about, text, on=on, corrects=corrected))

    @rule(number=which, text=words, on=days)
    def ask(self, number: int, text: str, on: date) -> None:
        about = pick(self.subjects(*SubjectKind), number)
        self.do(lambda change: queries.ask(change, about, text, since=on))

    @rule(number=which, how=st.sampled_from(["", "By letter"]), on=days)
    def settle(self, number: int, how: str, on: date) -> None:
        if kept := queries.listed(self.db, date.max):
            self.do(lambda change: queries.settle(change, pick(kept, number), on=on, how=how))

    @rule(name=words, kind=st.sampled_from(OwnerKind), number=which)
    def own(self, name: str, kind: OwnerKind, number: int) -> None:
        def work(change: Unit) -> None:
            owner = owners.add(change, name, kind, aliases=[(name, "D1")])
            recommendations.edit(change, self.finding(number), owner=owner)

        self.do(work)

    @rule(number=which, text=words, since=days, extent=st.sampled_from(Extent))
    def answer(self, number: int, text: str, since: date, extent: Extent) -> None:
        given = [responses.Answer(self.finding(number).id, extent)]
        self.do(
            lambda change: responses.add(
                change, document=1, respondent="The force", text=text, since=since, answers=given
            )
        )

    @rule(one=which, other=which, kind=st.sampled_from(LinkKind), since=days)
    def link(self, one: int, other: int, kind: LinkKind, since: date) -> None:
        later, earlier = self.finding(one).id, self.finding(other).id
        self.do(lambda change: recommendations.link(change, later, earlier, kind, since=since))

    @rule(day=days, since=days, lead=st.integers(0, 7))
    def meeting(self, day: date, since: date, lead: int) -> None:
        self.do(
            lambda change: boards.add(
                change,
                name="The board",
                day=day,
                since=since,
                calendar=self.calendar,
                lead_days=lead,
            )
        )

    @rule(title=words, since=days, fieldwork=whens)
    def inspect(self, title: str, since: date, fieldwork: When) -> None:
        self.do(
            lambda change: inspections.add(change, title=title, since=since, fieldwork=fieldwork)
        )

    @rule()
    def undo(self) -> None:
        if len(self.past) > 1:
            self.ahead.append(self.past.pop())
            history.undo(self.db, AUTHOR)
            assert records(self.db) == self.past[-1]

    @rule()
    def redo(self) -> None:
        if self.ahead:
            self.past.append(self.ahead.pop())
            history.redo(self.db, AUTHOR)
            assert records(self.db) == self.past[-1]
        else:
            assert history.next_redo(self.db) is None

    @invariant()
    def what_follows_from_the_records_is_true(self) -> None:
        assert standing.disagreements(self.db) == []

    @invariant()
    def the_log_only_grows_and_its_chain_holds(self) -> None:
        units, changes = log(self.db)
        assert units[: len(self.units)] == self.units
        assert changes[: len(self.changes)] == self.changes
        self.units, self.changes = units, changes
        assert chain.first_break(self.db) is None

    def teardown(self) -> None:
        """Undo all there is, do it all again, and look at the whole file."""
        try:
            self._back_and_forth()
            assert checking.check(self.db) == []
        finally:
            self.db.close()
            self.folder.cleanup()

    def _back_and_forth(self) -> None:
        steps = len(self.past) - 1
        for _ in range(steps):
            self.undo()
        for _ in range(steps):
            self.redo()
        self.the_log_only_grows_and_its_chain_holds()
        self.what_follows_from_the_records_is_true()


def _sequences(number: int) -> settings:
    return settings(
        max_examples=number,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


class TestAnySequenceOfWork(Tracking.TestCase):  # type: ignore[name-defined,misc]
    settings = _sequences(60)


@pytest.mark.long
def test_r18_a_thousand_sequences_of_work_undone(figure):
    before = Tracking.begun
    run_state_machine_as_test(Tracking, settings=_sequences(1000))
    done = Tracking.begun - before
    figure(
        "R18",
        "1,000 random edit sequences, then undo all: equal to the start but for the log",
        f"{done:,} sequences of up to 25 edits undone and done again; every state equal on the way",
    )
    assert done >= 1000
