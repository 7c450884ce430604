"""Two copies of one tracker that went their own ways, for tests."""

import shutil
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from store import (
    actions,
    deadlines,
    decisions,
    documents,
    inspections,
    notes,
    recommendations,
)
from store.dates import When
from store.holidays import ENGLAND_AND_WALES
from store.merging import applying, plan
from store.merging.asked import Answers, Side
from store.models import Subject
from store.tracker import Tracker, open_tracker
from store.unit import Author, unit
from store.vocabulary import Axis, SubjectKind

DAY = date(2022, 6, 9)
OFFICE = Author("Olive Office", lambda: datetime(2022, 6, 9, 10, 0, tzinfo=UTC))
LAPTOP = Author("Leo Laptop", lambda: datetime(2022, 6, 9, 14, 2, tzinfo=UTC))


@dataclass
class Copy:
    """One copy and who works on it."""

    tracker: Tracker
    author: Author

    @property
    def db(self) -> sqlite3.Connection:
        return self.tracker.db

    def fork(self, path: Path, author: Author) -> "Copy":
        """Copy the file as it is."""
        shutil.copy(self.tracker.path, path)
        return Copy(open_tracker(path), author)

    def finding(self, ref: str) -> recommendations.Recommendation:
        (key,) = self.db.execute("SELECT id FROM recommendations WHERE ref = ?", (ref,)).fetchone()
        return recommendations.get(self.db, key)

    def about(self, ref: str) -> Subject:
        return Subject(SubjectKind.RECOMMENDATION, self.finding(ref).id)

    def edit(self, ref: str, **values: object) -> None:
        with unit(self.db, f"Edit {ref}", self.author) as change:
            recommendations.edit(change, self.finding(ref), **values)  # type: ignore[arg-type]

    def note(self, ref: str, text: str) -> None:
        with unit(self.db, f"Note on {ref}", self.author) as change:
            notes.add(change, self.about(ref), text, on=DAY)

    def decide(self, ref: str, axis: Axis, status: object, on: date = DAY, by: str = "") -> None:
        with unit(self.db, f"Decide {ref}", self.author) as change:
            decisions.decide(
                change,
                self.about(ref),
                axis,
                status,  # type: ignore[arg-type]
                on=on,
                by=by or self.author.name,
                evidence="Minutes",
            )

    def new_date(self, ref: str, day: date, on: date = DAY) -> None:
        with unit(self.db, f"New date for {ref}", self.author) as change:
            deadlines.revise(change, self.about(ref), day, "Agreed", on, ENGLAND_AND_WALES)

    def add(self, title: str, text: str = "Do it.") -> str:
        with unit(self.db, f"Add {title}", self.author) as change:
            key = recommendations.add(change, inspection=1, title=title, text=text, since=DAY)
        return recommendations.get(self.db, key).ref

    def act(self, title: str, *refs: str) -> int:
        with unit(self.db, f"Add {title}", self.author) as change:
            serves = [(self.finding(ref).id, None) for ref in refs]
            return actions.add(change, title=title, since=DAY, recommendations=serves)

    def inspect(self, title: str) -> int:
        with unit(self.db, f"Add {title}", self.author) as change:
            return inspections.add(change, title=title, since=DAY)

    def published(self, document: int, day: date) -> None:
        with unit(self.db, "Correct publication", self.author) as change:
            found = documents.get(self.db, document)
            documents.correct_published(change, found, When.on(day), ENGLAND_AND_WALES)

    def plan(self, other: "Copy") -> plan.Plan:
        return plan.make(self.tracker, other.tracker.path)

    def bring_in(
        self, other: "Copy", answers: Answers | None = None, side: Side | None = None
    ) -> applying.Brought:
        """Bring another copy in; with `side`, every question is answered so."""
        made = self.plan(other)
        if side:
            answers = {question.key: side for question in made.questions()}
        return applying.bring_in(self.db, made, answers or {}, self.author, DAY)

    def titles(self) -> dict[str, str]:
        return dict(self.db.execute("SELECT ref, title FROM recommendations ORDER BY id"))

    def texts(self) -> list[str]:
        """Every note's text."""
        return sorted(text for (text,) in self.db.execute("SELECT text FROM notes"))

    def reopened(self) -> "Copy":
        return replace(self, tracker=open_tracker(self.tracker.path))
