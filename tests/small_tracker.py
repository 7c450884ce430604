"""A small tracker with one record of every kind, for tests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from store import (
    actions,
    boards,
    deadlines,
    documents,
    inspections,
    notes,
    owners,
    queries,
    recommendations,
    responses,
)
from store.clocks import Rule, RuleKind
from store.dates import When
from store.holidays import ENGLAND_AND_WALES
from store.models import Subject
from store.responses import Answer
from store.tracker import Tracker, create
from store.unit import Author, Unit, unit
from store.vocabulary import ActionKind, Applies, Extent, LinkKind, OwnerKind, SubjectKind

PUBLISHED = date(2021, 12, 22)
ANSWERED = date(2022, 2, 15)
REVIEWED = date(2022, 12, 9)
DAY = date(2022, 6, 1)
AUTHOR = Author("Ann Tester", lambda: datetime(2022, 6, 1, 9, 41, tzinfo=UTC))


@dataclass
class Small:
    """The tracker and the keys of what is in it."""

    tracker: Tracker
    report: int = 0
    letter: int = 0
    inspection: int = 0
    review: int = 0


def make(path: Path) -> Small:
    """Two inspections, three findings (R1 six months, R2 at once, R3 later and watched)."""
    small = Small(create(path, AUTHOR, title="Small"))
    with unit(small.tracker.db, "Small tracker", AUTHOR) as change:
        _documents(change, small)
        _findings(change, small)
        _work(change, small)
        boards.add(
            change,
            name="Board",
            day=date(2022, 6, 9),
            since=PUBLISHED,
            calendar=ENGLAND_AND_WALES,
        )
    return small


def subject(key: int) -> Subject:
    """A recommendation as a subject."""
    return Subject(SubjectKind.RECOMMENDATION, key)


def _documents(change: Unit, small: Small) -> None:
    small.inspection = inspections.add(
        change, title="Inspection of custody", since=PUBLISHED, stated_recommendations=2
    )
    small.review = inspections.add(change, title="Review of custody", since=REVIEWED)
    small.report = documents.add(
        change,
        kind="report",
        title="Custody report",
        since=PUBLISHED,
        inspection=small.inspection,
        published=When.on(PUBLISHED),
    )
    small.letter = documents.add(
        change, kind="letter", title="The answer", since=ANSWERED, inspection=small.inspection
    )


def _findings(change: Unit, small: Small) -> None:
    parts = (("a", "check every cell"), ("b", "write it down"))
    for number, (title, rule, timescale) in enumerate(
        (
            ("Cell checks", Rule(RuleKind.MONTHS, 6), "within six months"),
            ("Keys", Rule(RuleKind.IMMEDIATE), "immediately"),
        ),
        1,
    ):
        key = recommendations.add(
            change,
            inspection=small.inspection,
            document=small.report,
            title=title,
            text=f"The force should see to {title.lower()} [/x] “now”.",
            since=PUBLISHED,
            timescale=timescale,
            addressee="The force",
            position=number,
            parts=parts if number == 1 else (),
        )
        deadlines.add(
            change,
            subject(key),
            what="Recommendation carried out",
            rule=rule,
            start=When.on(PUBLISHED),
            since=PUBLISHED,
            calendar=ENGLAND_AND_WALES,
            inspection=small.inspection,
            words=timescale,
            owed_by="The force",
            owed_to="HMICFRS",
            start_document=small.report,
        )
        recommendations.add_number(change, key, small.letter, str(9 - number))
    third = recommendations.add(
        change,
        inspection=small.review,
        title="Still cold cells",
        text="Chief constables should keep cells warm.",
        since=REVIEWED,
        applies=Applies.WATCHED,
    )
    recommendations.link(change, third, 1, LinkKind.CONTINUES, since=REVIEWED)
    queries.ask(change, subject(1), "Does the clock start on publication?", since=PUBLISHED)
    queries.ask(change, subject(1), "Asked only at the review", since=REVIEWED)


def _work(change: Unit, small: Small) -> None:
    forum = owners.add(change, "Custody Forum", OwnerKind.FORUM, expansion="Forum on custody")
    answers = (
        Answer(1, Extent.ANSWERED, 1, "done"),
        Answer(1, Extent.NOT_ANSWERED, 2),
        Answer(2, Extent.ANSWERED),
    )
    response = responses.add(
        change,
        document=small.letter,
        respondent="The force",
        text="We have begun.",
        since=ANSWERED,
        answers=answers,
    )
    action = actions.add(
        change,
        title="Walk round hourly",
        since=ANSWERED,
        document=small.letter,
        forum=forum,
        recommendations=((1, response), (2, response)),
    )
    deadlines.add(
        change,
        Subject(SubjectKind.ACTION, action),
        what="Action done",
        rule=Rule(RuleKind.FIXED),
        start=When.on(date(2022, 6, 30)),
        since=ANSWERED,
        calendar=ENGLAND_AND_WALES,
    )
    actions.add(
        change,
        title="Cells cleaned",
        since=ANSWERED,
        kind=ActionKind.ROUTINE,
        recurs="weekly",
        inspection=small.inspection,
    )
    notes.add(change, subject(1), "Asked the custody sergeant.", on=ANSWERED)
    deadlines.add(
        change,
        Subject(SubjectKind.INSPECTION, small.inspection),
        what="Comments published",
        rule=Rule(RuleKind.S55_56),
        start=When.on(PUBLISHED),
        since=PUBLISHED,
        calendar=ENGLAND_AND_WALES,
        owed_by="The commissioner",
        met=When.on(ANSWERED),
    )
