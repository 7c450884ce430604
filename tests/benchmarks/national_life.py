"""What becomes of findings: their clocks and dates, the work on them, notes and decisions."""

import random
from datetime import date, timedelta

from national_words import Words

from store import actions, boards, deadlines, decisions, notes, queries
from store.clocks import Rule, RuleKind
from store.dates import When
from store.holidays import ENGLAND_AND_WALES
from store.models import Subject
from store.unit import Unit
from store.vocabulary import Axis, Delivery, Progress, SubjectKind, Verdict

# Share of the recommendations that get a new date, a query, and of the actions that have a date.
MOVED, QUERIED, DATED, FINISHED = 0.2, 0.1, 0.5, 0.7


class Lives:
    """Writes, for findings as they are made, what happens to them until `today`."""

    def __init__(self, chance: random.Random, words: Words, today: date, open_share: float) -> None:
        self.chance, self.words, self.today, self.open_share = chance, words, today, open_share

    def boards(self, change: Unit, bodies: int) -> None:
        """The last and the next board of each body."""
        for body in range(bodies):
            for days in (-30 - body, 10 + body):
                boards.add(
                    change,
                    name=f"Board of force {body + 1}",
                    day=self.today + timedelta(days=days),
                    since=self.today - timedelta(days=300),
                    calendar=ENGLAND_AND_WALES,
                )

    def clocks(self, change: Unit, inspection: int, report: int, published: date) -> None:
        """The two clocks of every report: comments (s.55 Police Act 1996) and the update."""
        for rule, what, days in (
            (Rule(RuleKind.S55_56), "Comments published", 40),
            (Rule(RuleKind.WEEKS, 6), "Update to the inspectorate", 45),
        ):
            met = published + timedelta(days=days)
            deadlines.add(
                change,
                Subject(SubjectKind.INSPECTION, inspection),
                what=what,
                rule=rule,
                start=When.on(published),
                since=published,
                calendar=ENGLAND_AND_WALES,
                inspection=inspection,
                owed_by="The commissioner",
                owed_to="The Home Secretary",
                start_document=report,
                met=When.on(met) if met < self.today and self.chance.random() < 0.9 else When(),
            )

    def first_dates(
        self, change: Unit, keys: list[int], inspection: int, report: int, published: date
    ) -> None:
        """The date that the report itself gives each finding."""
        for key in keys:
            deadlines.add(
                change,
                Subject(SubjectKind.RECOMMENDATION, key),
                what="Recommendation carried out",
                rule=Rule(RuleKind.MONTHS, self.chance.choice((3, 6, 12))),
                start=When.on(published),
                since=published,
                calendar=ENGLAND_AND_WALES,
                inspection=inspection,
                words="within six months",
                owed_by="The force",
                owed_to="HMICFRS",
                start_document=report,
            )

    def action(
        self,
        change: Unit,
        letter: int,
        inspection: int,
        day: date,
        owners: list[int],
        served: list[tuple[int, int | None]],
    ) -> None:
        """One action for some findings; half have a date, most are done by now."""
        key = actions.add(
            change,
            title=self.words.title(),
            text=self.words.text(20),
            since=day,
            document=letter,
            inspection=inspection,
            accountable=self.chance.choice(owners),
            team=self.chance.choice(owners),
            recommendations=served,
        )
        subject = Subject(SubjectKind.ACTION, key)
        if self.chance.random() < DATED:
            self._date(change, subject, day, "Action done")
        if self.chance.random() < FINISHED:
            done = min(day + timedelta(days=self.chance.randint(30, 400)), self.today)
            decisions.decide(
                change, subject, Axis.PROGRESS, Progress.DONE, on=done, by=self.words.name()
            )

    def _date(self, change: Unit, subject: Subject, day: date, what: str) -> None:
        deadlines.add(
            change,
            subject,
            what=what,
            rule=Rule(RuleKind.FIXED),
            start=When.on(day + timedelta(days=self.chance.randint(30, 700))),
            since=day,
            calendar=ENGLAND_AND_WALES,
        )

    def month(self, change: Unit, key: int, day: date, number: int, *, last: int) -> None:
        """What one board of a finding brings: a note, and sometimes more."""
        subject = Subject(SubjectKind.RECOMMENDATION, key)
        notes.add(change, subject, self.words.text(self.chance.randint(15, 40)), on=day)
        if number == 0:
            self._decide(change, subject, Axis.DELIVERY, Delivery.IN_PROGRESS, day)
            if self.chance.random() < QUERIED:
                queries.ask(change, subject, self.words.text(12), since=day)
        if number == 1 and self.chance.random() < MOVED:
            new = day + timedelta(days=self.chance.randint(60, 900))
            deadlines.revise(change, subject, new, "Not ready", day, ENGLAND_AND_WALES)
        if number == last and self.chance.random() >= self.open_share:
            self._decide(change, subject, Axis.INSPECTORATE, Verdict.CLOSED, day)

    def _decide(
        self, change: Unit, subject: Subject, axis: Axis, status: Delivery | Verdict, day: date
    ) -> None:
        evidence = self.words.title()
        decisions.decide(
            change, subject, axis, status, on=day, by=self.words.name(), evidence=evidence
        )
