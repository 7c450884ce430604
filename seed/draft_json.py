"""A Draft as plain values for JSON: what `matters read --json` prints and other programs take."""

from datetime import date
from typing import Any

from seed.draft import (
    Answer,
    Cause,
    DateMention,
    Draft,
    DraftDocument,
    Finding,
    FindingKind,
    NotTaken,
    Part,
    Place,
    ProposedAction,
    ProposedDeadline,
)
from store.clocks import Due
from store.dates import When

Json = dict[str, Any]


def as_json(draft: Draft) -> Json:
    """The whole Draft; days as ISO text or None, every item with its page and line."""
    return {
        "document": _document(draft.document),
        "stated_recommendations": _stated(draft),
        "stated": [
            {"kind": one.kind.value, "number": one.number, "words": one.words, **_at(one.place)}
            for one in draft.stated
        ],
        "recommendations": [_finding(one) for one in draft.findings],
        "causes": [_cause(one) for one in draft.causes],
        "deadlines": [_deadline(one) for one in draft.deadlines],
        "responses": [_answer(one) for one in draft.answers],
        "unanswered": [{"ref": one.ref, "text": one.text} for one in draft.unanswered],
        "undertakings": [
            {
                "text": one.text,
                "progress": one.progress.value,
                "when": _when(one.when),
                **_at(one.place),
            }
            for one in draft.undertakings
        ],
        "copies": [{"to": one.to, "duty": one.duty, **_at(one.place)} for one in draft.copies],
        "links": [
            {"area": one.order, "ref": one.ref, "text": one.text, "score": one.score}
            for one in draft.links
        ],
        "not_taken": [_not_taken(one) for one in draft.not_taken],
        "problems": [
            {"sentence": one.sentence, "page": one.page, "line": one.line} for one in draft.problems
        ],
    }


def _document(document: DraftDocument) -> Json:
    return {
        "kind": document.kind.value,
        "title": document.title,
        "force": document.force,
        "fieldwork": _when(document.fieldwork),
        "published": _when(document.published),
        "dated": _when(document.dated),
        "sent_by": document.sent_by,
        "sent_to": document.sent_to,
        "joint": document.joint,
        "file": document.file_name,
        "sha256": document.sha256,
    }


def _stated(draft: Draft) -> int | None:
    """The first count of recommendations that the document states."""
    counts = (one.number for one in draft.stated if one.kind is FindingKind.RECOMMENDATION)
    return next(counts, None)


def _at(place: Place) -> Json:
    return {"page": place.page, "line": place.line}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _when(when: When) -> Json:
    return {"earliest": _day(when.earliest), "latest": _day(when.latest), "words": when.words}


def _due(due: Due | None) -> Json | None:
    if due is None:
        return None
    return {"earliest": _day(due.earliest), "latest": _day(due.latest), "rule": str(due.rule)}


def _part(part: Part) -> Json:
    return {"label": part.label, "text": part.text, "timescale": part.timescale, **_at(part.place)}


def _finding(finding: Finding) -> Json:
    return {
        "order": finding.order,
        "kind": finding.kind.value,
        "number": finding.number,
        "text": finding.text,
        "parts": [_part(one) for one in finding.parts],
        "section": finding.section,
        "addressee": finding.addressee.words,
        "applies": finding.addressee.applies.value,
        "timescale": finding.timescale,
        "due": _due(finding.due),
        "cause": finding.cause,
        **_at(finding.place),
    }


def _cause(cause: Cause) -> Json:
    return {
        "order": cause.order,
        "number": cause.number,
        "text": cause.text,
        "section": cause.section,
        "recommendations": list(cause.recommendations),
        **_at(cause.place),
    }


def _deadline(deadline: ProposedDeadline) -> Json:
    return {
        "what": deadline.what,
        "owner": deadline.owner,
        "words": deadline.words,
        "condition": deadline.condition,
        "due": _due(deadline.due),
        **_at(deadline.place),
    }


def _answer(answer: Answer) -> Json:
    match = answer.answers
    return {
        "number": answer.number,
        "label": answer.label,
        "restated": answer.restated,
        "text": answer.text,
        "comments": list(answer.comments),
        "answers": None
        if match is None
        else {
            "ref": match.ref,
            "text": match.text,
            "score": match.score,
            "second_score": match.second_score,
            "by_number": match.by_number,
            "document": match.document,
        },
        "parts_unanswered": [_part(one) for one in answer.parts_unanswered],
        "dates": [_mention(one) for one in answer.dates],
        "actions": [_action(one) for one in answer.actions],
        **_at(answer.place),
    }


def _mention(mention: DateMention) -> Json:
    return {**_when(mention.when), "words": mention.words, "sentence": mention.sentence}


def _action(action: ProposedAction) -> Json:
    return {
        "text": action.text,
        "kind": action.kind.value,
        "progress": action.progress.value,
        "owner": action.owner,
        "forum": action.forum,
        "project": action.project,
        "cadence": action.cadence,
        "when": _when(action.when),
        **_at(action.place),
    }


def _not_taken(one: NotTaken) -> Json:
    return {"text": one.text, "why": one.why, **_at(one.place)}
