"""Actions, inspections, documents and boards, each as a page of labelled lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from store import explanations
from store.actions import ActionStanding
from store.dates import When, say_day, say_when
from store.deadlines import Deadline
from store.dossier import RecommendationDossier
from store.inspections import InspectionCount
from store.models import Board, CaseAudit, Copy, Decision, Document, Note, Query
from tui.command_line import as_lines, recommendation_page
from tui.command_line.as_json import Reader
from tui.command_line.page import Page


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What can hang on a record of any kind."""

    notes: tuple[Note, ...]
    queries: tuple[Query, ...]
    decisions: tuple[Decision, ...]
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """What belongs to an inspection."""

    documents: tuple[Document, ...]
    audits: tuple[CaseAudit, ...]
    recommendations: tuple[RecommendationDossier, ...]


def action(standing: ActionStanding, around: Surroundings, reader: Reader) -> list[str]:
    """An action: what, for which recommendations, whose, and how far."""
    record = standing.action
    page = Page(f"{record.ref} {record.title}")
    page.say("Kind", record.kind)
    page.say("For", ", ".join(standing.recommendations) or "no recommendation")
    page.say("Progress", standing.progress)
    page.say("Put as", record.said)
    page.say("Recurs", record.recurs)
    for label, owner in (
        ("Accountable", record.accountable),
        ("Team", record.team),
        ("Forum", record.forum),
        ("Project", record.project),
    ):
        page.say(label, reader.owner(owner))
    page.say("Section", record.section)
    page.say("Text", record.text)
    page.say("Evidence", record.evidence)
    if not around.deadlines:
        page.say("Due", "no date")
    _say_around(page, around, reader)
    return page.lines


def inspection(
    count: InspectionCount, inside: Inside, around: Surroundings, reader: Reader
) -> list[str]:
    """An inspection: what it states about itself, its clocks, documents and findings."""
    record = count.inspection
    page = Page(f"{record.ref} {record.title}")
    page.say("Programme", record.programme)
    page.say("By", record.body)
    page.say("Of", record.force)
    page.say("Mode", record.mode)
    page.say("Fieldwork", _when(record.fieldwork))
    page.say("Standing here", "only mentioned in other documents" if record.mentioned_only else "")
    page.say("Recommendations stated", _stated(count))
    page.say("Recommendations counted", str(count.recommendations))
    page.say("Open and ours", str(count.open_ours))
    page.say("Watched", str(count.watched))
    page.say("Remark", record.remark)
    _say_around(page, around, reader)
    page.section("Documents", (_document_line(one) for one in inside.documents))
    page.section("Case audits", (_audit_line(one) for one in inside.audits))
    page.section(
        "Recommendations", (as_lines.recommendation(one, reader) for one in inside.recommendations)
    )
    return page.lines


def _stated(count: InspectionCount) -> str:
    record = count.inspection
    if record.stated_recommendations is None:
        return ""
    source = f" ({record.stated_source})" if record.stated_source else ""
    return f"{record.stated_recommendations}{source}"


def document(record: Document, copies: Iterable[Copy], around: Surroundings) -> list[str]:
    """A document: who sent it to whom, when, and to whom copies went."""
    page = Page(f"{record.ref} {record.title}")
    page.say("Kind", record.kind)
    page.say("Sent by", record.sent_by)
    page.say("Sent to", record.sent_to)
    page.say("Marking", record.marking)
    page.say("Dated", _when(record.dated))
    page.say("Published", _when(record.published))
    page.say("Source of that day", record.published.source)
    page.say("In hand", "yes" if record.in_hand else "no, only known from other documents")
    page.say("Address on the web", record.url)
    page.say("Remark", record.remark)
    page.section("Copies", (_copy_line(one) for one in copies))
    _say_remarks(page, around)
    return page.lines


def board(record: Board, around: Surroundings, reader: Reader) -> list[str]:
    """A board meeting: its day and when its papers are due."""
    page = Page(f"{record.ref} {record.name}, {say_day(record.day)}")
    page.say(
        "Illustrative", "yes: made up to show how a board works" if record.illustrative else ""
    )
    page.say("Agenda item", record.agenda_item)
    page.say("Remark", record.remark)
    _say_around(page, around, reader)
    return page.lines


def _say_around(page: Page, around: Surroundings, reader: Reader) -> None:
    page.section("Deadlines", (_deadline_line(one, reader) for one in around.deadlines))
    _say_remarks(page, around)


def _say_remarks(page: Page, around: Surroundings) -> None:
    page.section("Open queries", (recommendation_page.query(one) for one in around.queries))
    page.section("Decisions", (recommendation_page.decision(one) for one in around.decisions))
    page.section("Notes", (recommendation_page.note(one) for one in around.notes))


def _deadline_line(one: Deadline, reader: Reader) -> str:
    explained = explanations.explain(one.due, reader.today, reader.calendar)
    return f"{as_lines.deadline(one, '', reader)}\n{explained}"


def _document_line(one: Document) -> str:
    return as_lines.joined((one.ref, one.kind, one.title, _when(one.published) or _when(one.dated)))


def _audit_line(one: CaseAudit) -> str:
    graded = (
        f"{one.total} files: {one.good} good, {one.requires_improvement} requires improvement, "
        f"{one.inadequate} inadequate"
    )
    return as_lines.joined((one.sample, one.area, f"graded by {one.assessor}", graded))


def _copy_line(one: Copy) -> str:
    return as_lines.joined((one.sent_to, one.duty, one.how, one.address, _when(one.sent)))


def _when(value: When) -> str:
    return say_when(value) if value != When() else ""
