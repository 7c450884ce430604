"""A document that somebody typed in before its file came: the file completes it."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from seed.draft import Answer, DocumentKind, Draft
from seed.reports.reading import LETTERS
from store import documents
from store.dates import When
from store.models import Document
from store.rows import rows


@dataclass(frozen=True, slots=True)
class TypedResponse:
    """A response as typed in: what it answers, and whether its actions were typed in too."""

    id: int
    rev: int
    number: str
    recommendation: int
    has_actions: bool


@dataclass(frozen=True, slots=True)
class TypedDocument:
    """The document as typed in, with its responses by the order of the answers in its file."""

    document: Document
    responses: dict[int, TypedResponse]

    def response_to(self, answer: Answer, recommendation: int | None) -> TypedResponse | None:
        """The typed response that an answer of the file is."""
        for one in self.responses.values():
            if recommendation is not None and one.recommendation == recommendation:
                return one
        return self.responses.get(answer.order) if recommendation is None else None


def typed_document(
    db: sqlite3.Connection, draft: Draft, inspection: int | None
) -> TypedDocument | None:
    """The one typed document that a file must be; None where there is none, or more than one.

    It is of the same kind and day and about the same inspection, as far as that is known, and
    where responses were typed in, they are as many and numbered as in the file.
    """
    found = [one for one in _candidates(db, draft, inspection) if one is not None]
    return found[0] if len(found) == 1 else None


def without_typed(draft: Draft, typed: TypedDocument | None) -> Draft:
    """The draft less the findings that only restate what a typed response answers."""
    if typed is None or draft.document.kind not in LETTERS:
        return draft
    own = tuple(one for one in draft.findings if one.order not in typed.responses)
    return replace(draft, findings=own)


def _candidates(
    db: sqlite3.Connection, draft: Draft, inspection: int | None
) -> Iterator[TypedDocument]:
    for row in rows(db, "SELECT id FROM documents WHERE sha256 = '' ORDER BY id"):
        document = documents.get(db, row["id"])
        if inspection not in (None, document.inspection) or not _same_kind(document, draft):
            continue
        responses = _responses(db, document.id)
        answers = sorted((*draft.answers, *draft.left_out), key=lambda answer: answer.order)
        by_order = _by_order(answers, responses)
        if by_order is None or not _same_day(document, draft, bool(responses)):
            continue
        yield TypedDocument(document, by_order)


def _same_kind(document: Document, draft: Draft) -> bool:
    """Whether both are letters, or both the same kind of report or paper."""
    if draft.document.kind in LETTERS - {DocumentKind.PLAN}:
        return "letter" in document.kind.casefold()
    return document.kind.casefold() == draft.document.kind.value


def _same_day(document: Document, draft: Draft, answered: bool) -> bool:
    """Whether both bear one day; neither need bear one where the answers tell them apart."""
    own = draft.document.published if draft.document.published.earliest else draft.document.dated
    typed = document.published if document.published.earliest else document.dated
    if own.earliest is None and typed.earliest is None:
        return answered
    return _overlap(own, typed)


def _overlap(one: When, other: When) -> bool:
    first, second = _span(one), _span(other)
    return (
        first is not None
        and second is not None
        and not (first[1] < second[0] or second[1] < first[0])
    )


def _span(when: When) -> tuple[date, date] | None:
    if when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def _responses(db: sqlite3.Connection, document: int) -> list[TypedResponse]:
    """The responses typed in for a document, in its order, each with its recommendation."""
    return [
        TypedResponse(
            row["id"], row["rev"], row["number"], row["recommendation"], bool(row["actions"])
        )
        for row in rows(
            db,
            """SELECT r.id, r.rev, r.number, min(a.recommendation) AS recommendation,
                   EXISTS (SELECT 1 FROM action_recommendations ar WHERE ar.response = r.id)
                   OR EXISTS (SELECT 1 FROM action_recommendations ar
                       JOIN actions x ON x.id = ar.action
                       WHERE x.document = r.document AND ar.recommendation = a.recommendation)
                     AS actions
               FROM responses r JOIN answers a ON a.response = r.id
               WHERE r.document = ? AND r.of_record = 0 GROUP BY r.id ORDER BY r.id""",
            (document,),
        )
    ]


def _by_order(
    answers: Sequence[Answer], typed: list[TypedResponse]
) -> dict[int, TypedResponse] | None:
    """The typed response of each answer, by its number or its place; None where they disagree."""
    if not typed:
        return {}
    if len(typed) != len(answers):
        return None
    numbers = {one.number: one for one in typed if one.number}
    if not numbers:
        in_order = sorted(answers, key=lambda answer: answer.order)
        return {answer.order: one for answer, one in zip(in_order, typed, strict=True)}
    if numbers.keys() != {answer.number for answer in answers} or len(numbers) != len(typed):
        return None
    return {answer.order: numbers[answer.number] for answer in answers}
