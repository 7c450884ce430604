"""Everything about one record, as a page of text or as a JSON value."""

import sqlite3

from store import actions, boards, deadlines, decisions, documents, dossier, inspections
from store import notes as kept_notes
from store import queries as kept_queries
from store.deadlines import Deadline
from store.errors import NotFound
from store.inspections import InspectionCount
from store.models import Board, Subject
from store.vocabulary import SubjectKind
from tui.command_line import as_json, pages, recommendation_page
from tui.command_line.as_json import Json, Reader


def page(db: sqlite3.Connection, subject: Subject, reader: Reader) -> list[str]:
    """The record as labelled lines."""
    if subject.kind is SubjectKind.RECOMMENDATION:
        found = dossier.of(db, subject.id, reader.today)
        due = _action_deadlines(db, found.actions)
        return recommendation_page.lines(found, due, reader)
    surroundings = pages.Surroundings(
        tuple(kept_notes.of(db, subject, reader.today)),
        tuple(kept_queries.of(db, subject, reader.today)),
        tuple(decisions.of(db, subject, reader.today)),
        tuple(_deadlines(db, subject, reader)),
    )
    if subject.kind is SubjectKind.ACTION:
        return pages.action(_action(db, subject.id, reader), surroundings, reader)
    if subject.kind is SubjectKind.INSPECTION:
        inside = pages.Inside(
            tuple(documents.of_inspection(db, subject.id, reader.today)),
            tuple(inspections.audits(db, subject.id, reader.today)),
            tuple(_recommendations(db, subject.id, reader)),
        )
        return pages.inspection(_inspection(db, subject.id, reader), inside, surroundings, reader)
    if subject.kind is SubjectKind.DOCUMENT:
        copies = documents.copies(db, subject.id)
        return pages.document(documents.get(db, subject.id), copies, surroundings)
    return pages.board(boards.get(db, subject.id), surroundings, reader)


def as_json_value(db: sqlite3.Connection, subject: Subject, reader: Reader) -> Json:
    """The record as one JSON value."""
    if subject.kind is SubjectKind.RECOMMENDATION:
        found = dossier.of(db, subject.id, reader.today)
        earlier = [
            as_json.deadline(one, found.record.ref, reader) for one in found.earlier_deadlines
        ]
        return {**as_json.recommendation(found, reader), "earlier_due": earlier}
    value = _value(db, subject, reader)
    called = str(value["ref"])
    return {
        **value,
        "deadlines": [
            as_json.deadline(one, called, reader) for one in _deadlines(db, subject, reader)
        ],
        "decisions": [as_json.decision(one) for one in decisions.of(db, subject, reader.today)],
        "notes": [as_json.note(one) for one in kept_notes.of(db, subject, reader.today)],
        "queries": [as_json.query(one) for one in kept_queries.of(db, subject, reader.today)],
    }


def _value(db: sqlite3.Connection, subject: Subject, reader: Reader) -> Json:
    if subject.kind is SubjectKind.ACTION:
        standing = _action(db, subject.id, reader)
        due = _action_deadlines(db, (standing,)).get(standing.deadline or 0)
        return as_json.action(standing, due, reader)
    if subject.kind is SubjectKind.INSPECTION:
        within = documents.of_inspection(db, subject.id, reader.today)
        return {
            **as_json.inspection(_inspection(db, subject.id, reader)),
            "documents": [as_json.document(one) for one in within],
        }
    if subject.kind is SubjectKind.DOCUMENT:
        return as_json.document(documents.get(db, subject.id))
    return _board(boards.get(db, subject.id))


def _board(board: Board) -> Json:
    return {
        "ref": board.ref,
        "uid": board.uid,
        "name": board.name,
        "day": as_json.day(board.day),
        "lead_days": board.lead_days,
        "agenda_item": board.agenda_item,
        "remark": board.remark,
        "illustrative": board.illustrative,
    }


def _action(db: sqlite3.Connection, key: int, reader: Reader) -> actions.ActionStanding:
    found = actions.many(db, (key,), reader.today)
    if key not in found:
        raise NotFound("That action is not in the tracker on this day. Nothing was changed.")
    return found[key]


def _action_deadlines(
    db: sqlite3.Connection, standings: tuple[actions.ActionStanding, ...]
) -> dict[int, Deadline]:
    keys = {one.deadline for one in standings if one.deadline is not None}
    return deadlines.many(db, keys)


def _deadlines(db: sqlite3.Connection, subject: Subject, reader: Reader) -> list[Deadline]:
    if subject.kind is SubjectKind.INSPECTION:
        return deadlines.clocks_of_inspection(db, subject.id, reader.today)
    return deadlines.of_subject(db, subject, reader.today)


def _inspection(db: sqlite3.Connection, key: int, reader: Reader) -> InspectionCount:
    for counted in inspections.counted(db, reader.today):
        if counted.inspection.id == key:
            return counted
    raise NotFound("That inspection is not in the tracker on this day. Nothing was changed.")


def _recommendations(
    db: sqlite3.Connection, inspection: int, reader: Reader
) -> list[dossier.RecommendationDossier]:
    from store import filters

    wanted = filters.Filter(inspection=inspection)
    keys = filters.recommendations(db, wanted, filters.Order.REPORT, reader.today)
    return list(dossier.many(db, keys, reader.today))
