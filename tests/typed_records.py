"""One text written through every text field of the store, and read back from each."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from little_case import KNOWN

from store import (
    actions,
    boards,
    deadlines,
    decisions,
    documents,
    inspections,
    notes,
    owners,
    queries,
    recommendations,
    responses,
    working_days,
)
from store.clocks import Rule, RuleKind
from store.dates import When
from store.models import Subject
from store.unit import Unit
from store.vocabulary import Axis, Delivery, Extent, OwnerKind, StepKind, SubjectKind

LATER = date(2022, 3, 1)


class Typed:
    """One text written through every text field there is, and read back from every one."""

    def __init__(self, change: Unit, text: str) -> None:
        self.text, self.needed = text, f"x{text}"
        calendar = working_days.calendar(change.db.conn)
        when = When(text, KNOWN, KNOWN, text)
        self.owner = owners.add(
            change,
            text,
            OwnerKind.TEAM,
            expansion=text,
            cadence=text,
            remark=text,
            aliases=[(text, text)],
        )
        self.inspection = inspections.add(
            change,
            title=text,
            since=KNOWN,
            short=self.needed,
            programme=text,
            body=text,
            force=text,
            mode=text,
            fieldwork=when,
            stated_source=text,
            remark=text,
        )
        inspections.add_audit(
            change,
            self.inspection,
            sample=text,
            assessor=text,
            graded=(1, 2, 3),
            since=KNOWN,
            area=text,
            source=text,
        )
        self.document = documents.add(
            change,
            kind=text,
            title=text,
            since=KNOWN,
            sent_by=text,
            sent_to=text,
            marking=text,
            url=text,
            file_name=text,
            sha256=text,
            dated=when,
            published=when,
            remark=text,
        )
        documents.add_copy(
            change, self.document, sent_to=text, duty=text, address=text, how=text, sent=when
        )
        self.finding = recommendations.add(
            change,
            inspection=self.inspection,
            title=text,
            text=self.needed,
            since=KNOWN,
            kind=text,
            section=text,
            theme=text,
            addressee=text,
            timescale=text,
            applies_because=text,
            parts=[(text, text)],
        )
        recommendations.add_number(change, self.finding, self.document, text, restated=text)
        about = Subject(SubjectKind.RECOMMENDATION, self.finding)
        self._about(change, about, when)
        self.action = actions.add(
            change,
            title=text,
            since=KNOWN,
            text=text,
            evidence=text,
            recurs=text,
            said=text,
            section=text,
        )
        self.board = boards.add(
            change,
            name=text,
            day=LATER,
            since=KNOWN,
            calendar=calendar,
            agenda_item=text,
            remark=text,
            owed_by=text,
        )
        self.deadline = deadlines.add(
            change,
            about,
            what=text,
            rule=Rule(RuleKind.WEEKS, 6),
            start=when,
            since=KNOWN,
            calendar=calendar,
            words=text,
            owed_by=text,
            owed_to=text,
            start_event=text,
            condition=text,
            source=text,
            reason=text,
            met=when,
        )
        deadlines.add_step(change, self.deadline, StepKind.INVITED, detail=text, done=when)

    def _about(self, change: Unit, about: Subject, when: When) -> None:
        part = recommendations.parts(change.db.conn, self.finding, KNOWN)[0].id
        responses.add(
            change,
            document=self.document,
            respondent=self.text,
            text=self.text,
            since=KNOWN,
            answers=[responses.Answer(self.finding, Extent.PARTLY, part, self.text)],
            number=self.text,
        )
        decisions.decide(
            change,
            about,
            Axis.DELIVERY,
            Delivery.IN_PROGRESS,
            on=KNOWN,
            by=self.needed,
            evidence=self.text,
            said=self.text,
        )
        notes.add(change, about, self.needed, on=KNOWN)
        queries.ask(change, about, self.needed, since=KNOWN, source=self.text)

    def read(self, db: sqlite3.Connection) -> Iterator[tuple[str, object]]:
        """Every field by its name, as the functions that read records give it."""
        about = Subject(SubjectKind.RECOMMENDATION, self.finding)
        found = {
            "owner": (owners.get(db, self.owner), "name expansion cadence remark"),
            "inspection": (
                inspections.get(db, self.inspection),
                "title short programme body force mode stated_source remark",
            ),
            "audit": (
                inspections.audits(db, self.inspection, KNOWN)[0],
                "sample assessor area source",
            ),
            "document": (
                documents.get(db, self.document),
                "kind title sent_by sent_to marking url file_name sha256 remark",
            ),
            "copy": (documents.copies(db, self.document)[0], "sent_to duty address how"),
            "finding": (
                recommendations.get(db, self.finding),
                "title text kind section theme addressee timescale applies_because",
            ),
            "part": (recommendations.parts(db, self.finding, KNOWN)[0], "label text remark"),
            "number": (
                recommendations.numbers(db, self.finding, KNOWN)[0],
                "number restated document_title",
            ),
            "response": (
                responses.to_recommendation(db, self.finding, KNOWN)[0],
                "respondent text number document_title",
            ),
            "decision": (decisions.of(db, about, KNOWN)[0], "by evidence said"),
            "note": (notes.of(db, about, KNOWN)[0], "text"),
            "query": (queries.of(db, about, KNOWN)[0], "text source"),
            "action": (
                actions.get(db, self.action),
                "title text evidence recurs said section",
            ),
            "board": (boards.get(db, self.board), "name agenda_item remark"),
            "deadline": (
                deadlines.get(db, self.deadline),
                "what owed_by owed_to start_event condition source reason",
            ),
            "step": (deadlines.steps(db, self.deadline)[0], "detail"),
        }
        for name, (record, fields) in found.items():
            for field in fields.split():
                yield f"{name} {field}", getattr(record, field)
        yield "owner aliases", found["owner"][0].aliases[0]
        yield "deadline words", deadlines.get(db, self.deadline).due.words
        document, deadline = found["document"][0], deadlines.get(db, self.deadline)
        yield from _whens("document dated", document.dated)
        yield from _whens("document published", document.published)
        yield from _whens("inspection fieldwork", found["inspection"][0].fieldwork)
        yield from _whens("copy sent", found["copy"][0].sent)
        yield from _whens("step done", found["step"][0].done)
        yield from _whens("deadline met", deadline.met)
        yield from _whens("deadline start", deadline.due.start)


def _whens(name: str, when: When) -> Iterator[tuple[str, object]]:
    assert (when.earliest, when.latest) == (KNOWN, KNOWN)
    yield f"{name} words", when.words
    yield f"{name} source", when.source


NEEDED = {"inspection short", "finding text", "decision by", "note text", "query text"}
