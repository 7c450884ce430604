"""What was answered: by whom, in which document, to which recommendation and which of its parts."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from store.models import Response
from store.rows import Row, rows
from store.unit import Unit
from store.vocabulary import Extent


class Answer(NamedTuple):
    """How far a response answers a recommendation, or one part of it."""

    recommendation: int
    extent: Extent
    part: int | None = None
    remark: str = ""


def from_row(row: Row) -> Response:
    """A response as kept, with the document it stands in."""
    return Response(
        row["id"],
        row["uid"],
        row["document"],
        row["document_ref"],
        row["document_title"],
        row["respondent"],
        row["number"],
        row["text"],
        bool(row["of_record"]),
        date.fromisoformat(row["since"]),
    )


def to_recommendation(db: sqlite3.Connection, recommendation: int, today: date) -> list[Response]:
    """The responses to a recommendation there are on a day, oldest first."""
    return [
        from_row(row)
        for row in rows(
            db,
            """SELECT DISTINCT r.*, d.ref AS document_ref, d.title AS document_title
               FROM responses r
               JOIN documents d ON d.id = r.document
               JOIN answers a ON a.response = r.id
               WHERE a.recommendation = ? AND r.since <= ? ORDER BY r.since, r.id""",
            (recommendation, today.isoformat()),
        )
    ]


def add(
    change: Unit,
    *,
    document: int,
    respondent: str,
    text: str,
    since: date,
    answers: Iterable[Answer],
    number: str = "",
    of_record: bool = False,
) -> int:
    """Add a response and what it answers."""
    response = change.add(
        "responses",
        document=document,
        respondent=respondent,
        number=number,
        text=text,
        of_record=of_record,
        since=since,
    )
    for answer in answers:
        change.add(
            "answers",
            response=response,
            recommendation=answer.recommendation,
            part=answer.part,
            extent=answer.extent,
            remark=answer.remark,
        )
    return response
