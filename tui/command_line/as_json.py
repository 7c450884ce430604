"""Records as JSON values: plain names, days in ISO form, null where nothing is known."""

from dataclasses import dataclass
from datetime import date

from store import countdown, explanations
from store.actions import ActionStanding
from store.clocks import Due, Rule, RuleKind
from store.dates import When
from store.deadlines import Deadline
from store.dossier import RecommendationDossier
from store.holidays import Calendar
from store.inspections import InspectionCount
from store.models import Decision, Document, Inspection, Link, Note, Number, Part, Query, Response
from store.vocabulary import Applies, Extent

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom values are put into words: the day, and this tracker's working days and owners."""

    today: date
    calendar: Calendar
    owners: dict[int, str]

    def owner(self, key: int | None) -> str | None:
        """The name of an owner."""
        return None if key is None else self.owners.get(key)


def day(value: date | None) -> str | None:
    """A day in ISO form."""
    return None if value is None else value.isoformat()


def when(value: When) -> Json:
    """The words and the days they can mean."""
    return {"earliest": day(value.earliest), "latest": day(value.latest), "words": value.words}


def due(deadline: Deadline | None, words: str, reader: Reader) -> Json:
    """When something is due and how that follows; without a deadline, the words alone."""
    counted = _counted(deadline, words)
    return {
        "earliest": day(counted.earliest),
        "latest": day(counted.latest),
        "words": counted.words or words,
        "rule": str(counted.rule),
        "explanation": explanations.explain(counted, reader.today, reader.calendar),
    }


def days_left(deadline: Deadline | None, reader: Reader) -> Json:
    """Days to the earliest and latest due day, negative when late; null once met or undated."""
    if deadline is None or deadline.met_on(reader.today):
        return {"earliest": None, "latest": None}
    earliest, latest = countdown.days_left(deadline.due, reader.today)
    return {"earliest": earliest, "latest": latest}


def told_countdown(deadline: Deadline | None, reader: Reader) -> str:
    """How long is left, in words."""
    if deadline is None:
        return "no date"
    return countdown.countdown(deadline.due, reader.today, deadline.met_on(reader.today))


def _counted(deadline: Deadline | None, words: str) -> Due:
    return deadline.due if deadline else Due(words, Rule(RuleKind.NONE), When())


def recommendation(dossier: RecommendationDossier, reader: Reader) -> Json:
    """One recommendation with all that hangs on it."""
    record, standing, deadline = dossier.record, dossier.standing, dossier.deadline
    return {
        "ref": record.ref,
        "uid": record.uid,
        "inspection": dossier.inspection.ref,
        "document": dossier.document.ref if dossier.document else None,
        "kind": record.kind,
        "title": record.title,
        "text": record.text,
        "of_record": record.of_record,
        "parts": [_part(part) for part in dossier.parts],
        "section": record.section,
        "theme": record.theme,
        "addressee": record.addressee,
        "ours": standing.applies in (Applies.OURS, Applies.CONDITIONAL),
        "applies": standing.applies,
        "timescale": record.timescale,
        "owner": dossier.owner.name if dossier.owner else None,
        "team": dossier.team.name if dossier.team else None,
        "numbers": _numbers(dossier.numbers),
        "due": due(deadline, record.timescale, reader),
        "days_left": days_left(deadline, reader),
        "countdown": told_countdown(deadline, reader),
        "open": standing.is_open,
        "status": {
            "delivery": standing.delivery,
            "inspectorate": standing.inspectorate,
            "assurance": standing.assurance,
        },
        "links": [_link(link) for link in dossier.links],
        "responses": [_response(response) for response in dossier.responses],
        "actions": [_served(action) for action in dossier.actions],
        "decisions": [decision(made) for made in dossier.decisions],
        "notes": [note(kept) for kept in dossier.notes],
        "queries": [query(asked) for asked in dossier.queries],
        "since": day(record.since),
    }


def _part(part: Part) -> Json:
    answered = None if part.extent is None else part.extent is Extent.ANSWERED
    return {
        "label": part.label,
        "text": part.text,
        "answered": answered,
        "extent": part.extent,
        "remark": part.remark,
    }


def _numbers(numbers: tuple[Number, ...]) -> dict[str, str]:
    """What each document calls it; two numbers in one document stand together."""
    called: dict[str, str] = {}
    for number in numbers:
        before = called.get(number.document_ref)
        called[number.document_ref] = f"{before}, {number.number}" if before else number.number
    return called


def _link(link: Link) -> Json:
    return {"kind": link.kind, "ref": link.other_ref, "later": link.other_is_later}


def _response(response: Response) -> Json:
    return {
        "uid": response.uid,
        "document": response.document_ref,
        "respondent": response.respondent,
        "number": response.number,
        "text": response.text,
        "of_record": response.of_record,
    }


def _served(standing: ActionStanding) -> Json:
    return {
        "ref": standing.action.ref,
        "title": standing.action.title,
        "kind": standing.action.kind,
        "progress": standing.progress,
        "open": standing.is_open,
        "plan": day(standing.plan),
    }


def decision(made: Decision) -> Json:
    """One dated judgement."""
    return {
        "axis": made.axis,
        "status": made.status,
        "decided_on": day(made.decided_on),
        "by": made.by,
        "evidence": made.evidence,
        "said": made.said,
    }


def note(kept: Note) -> Json:
    """One note; `corrected` says that a later one puts it right."""
    return {
        "uid": kept.uid,
        "text": kept.text,
        "noted_on": day(kept.noted_on),
        "by": kept.by,
        "corrected": kept.corrected_by is not None,
    }


def query(asked: Query) -> Json:
    """One open query."""
    return {"uid": asked.uid, "text": asked.text, "source": asked.source}


def action(standing: ActionStanding, deadline: Deadline | None, reader: Reader) -> Json:
    """One action with everyone it belongs to and when it is due."""
    record = standing.action
    return {
        "ref": record.ref,
        "uid": record.uid,
        "kind": record.kind,
        "title": record.title,
        "text": record.text,
        "evidence": record.evidence,
        "recurs": record.recurs,
        "said": record.said,
        "section": record.section,
        "recommendations": list(standing.recommendations),
        "accountable": reader.owner(record.accountable),
        "team": reader.owner(record.team),
        "forum": reader.owner(record.forum),
        "project": reader.owner(record.project),
        "due": due(deadline, "", reader),
        "days_left": days_left(deadline, reader),
        "countdown": told_countdown(deadline, reader),
        "open": standing.is_open,
        "status": {"progress": standing.progress},
        "since": day(record.since),
    }


def deadline(kept: Deadline, subject: str, reader: Reader) -> Json:
    """One date that somebody owes something on."""
    return {
        "subject": subject,
        "uid": kept.uid,
        "what": kept.what,
        "owed_by": kept.owed_by,
        "owed_to": kept.owed_to,
        "words": kept.due.words,
        "rule": str(kept.due.rule),
        "start": when(kept.due.start),
        "start_event": kept.start_event,
        "condition": kept.condition,
        "earliest": day(kept.due.earliest),
        "latest": day(kept.due.latest),
        "days_left": days_left(kept, reader),
        "countdown": told_countdown(kept, reader),
        "explanation": explanations.explain(kept.due, reader.today, reader.calendar),
        "met_on": day(kept.met_on(reader.today)),
        "reason": kept.reason,
        "source": kept.source,
    }


def inspection(counted: InspectionCount) -> Json:
    """One inspection and how its recommendations stand."""
    record: Inspection = counted.inspection
    return {
        "ref": record.ref,
        "uid": record.uid,
        "title": record.title,
        "programme": record.programme,
        "body": record.body,
        "force": record.force,
        "mode": record.mode,
        "fieldwork": when(record.fieldwork),
        "mentioned_only": record.mentioned_only,
        "recommendations": counted.recommendations,
        "open_ours": counted.open_ours,
        "watched": counted.watched,
        "stated_recommendations": record.stated_recommendations,
        "stated_source": record.stated_source,
        "remark": record.remark,
        "since": day(record.since),
    }


def document(record: Document) -> Json:
    """One document: who sent it to whom, and when."""
    return {
        "ref": record.ref,
        "uid": record.uid,
        "kind": record.kind,
        "title": record.title,
        "sent_by": record.sent_by,
        "sent_to": record.sent_to,
        "marking": record.marking,
        "url": record.url,
        "in_hand": record.in_hand,
        "dated": when(record.dated),
        "published": when(record.published),
        "remark": record.remark,
        "since": day(record.since),
    }
