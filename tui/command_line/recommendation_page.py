"""One recommendation as a page, from what is most urgent down to its earlier dates."""

from collections.abc import Mapping

from store import explanations
from store.dates import When, say_day, say_when
from store.deadlines import Deadline
from store.dossier import RecommendationDossier
from store.models import Decision, Link, Note, Number, Part, Query, Response
from tui.command_line import as_lines
from tui.command_line.as_json import Reader
from tui.command_line.page import Page


def lines(dossier: RecommendationDossier, due: Mapping[int, Deadline], reader: Reader) -> list[str]:
    """The page; `due` holds the deadlines of its actions."""
    record = dossier.record
    page = Page(f"{record.ref} {record.title}")
    _say_where(page, dossier)
    _say_due(page, dossier, reader)
    _say_standing(page, dossier)
    page.say("Wording of record" if record.of_record else "In our own words", record.text)
    page.section("Parts", (part(one) for one in dossier.parts))
    page.section("Open queries", (query(one) for one in dossier.queries))
    page.section("Responses", (response(one) for one in dossier.responses))
    page.section(
        "Actions",
        (as_lines.action(one, due.get(one.deadline or 0), reader) for one in dossier.actions),
    )
    page.section("Decisions", (decision(one) for one in dossier.decisions))
    page.section("Notes", (note(one) for one in dossier.notes))
    page.section("Earlier dates", (earlier(one) for one in dossier.earlier_deadlines))
    return page.lines


def _say_where(page: Page, dossier: RecommendationDossier) -> None:
    record = dossier.record
    page.say("Inspection", f"{dossier.inspection.ref} {dossier.inspection.title}")
    page.say("Kind", record.kind)
    page.say(
        "Document", f"{dossier.document.ref} {dossier.document.title}" if dossier.document else ""
    )
    page.say("Section", record.section)
    page.say("Page", str(record.page) if record.page else "")
    page.say("Theme", record.theme)
    page.say("Called", "; ".join(number(one) for one in dossier.numbers))
    page.say("Addressed to", record.addressee)
    page.say("Owner", dossier.owner.name if dossier.owner else "")
    page.say("Team", dossier.team.name if dossier.team else "")
    page.say("Links", "; ".join(link(one) for one in dossier.links))


def _say_due(page: Page, dossier: RecommendationDossier, reader: Reader) -> None:
    page.say("Due", as_lines.due(dossier.deadline, dossier.standing.is_open, reader))
    page.say("Timescale as printed", dossier.record.timescale)
    kept = dossier.deadline
    if kept is not None:
        page.say("How that follows", explanations.explain(kept.due, reader.today, reader.calendar))
        page.say("Counted from", kept.start_event)
        page.say("Owed by", kept.owed_by)
        page.say("Owed to", kept.owed_to)


def _say_standing(page: Page, dossier: RecommendationDossier) -> None:
    standing, record = dossier.standing, dossier.record
    because = f", because {record.applies_because}" if record.applies_because else ""
    page.say("Applies to us", f"{standing.applies}{because}")
    page.say("Delivery", standing.delivery)
    page.say("Inspectorate", standing.inspectorate)
    page.say("Assurance", standing.assurance)
    page.say("Open", "yes" if standing.is_open else "no")


def part(one: Part) -> str:
    """One part and how far it is answered."""
    return as_lines.joined((one.label, one.text, one.extent or "no answer yet", one.remark))


def number(one: Number) -> str:
    """What a document calls it."""
    return f"{one.number} in {one.document_ref} {one.document_title}"


def link(one: Link) -> str:
    """How another finding stands to it."""
    told = f"{one.other_ref} {one.other_title}"
    return f"{told} {one.kind} it" if one.other_is_later else f"it {one.kind} {told}"


def query(one: Query) -> str:
    """An open query and where it arises."""
    return f"{one.text} ({one.source})" if one.source else one.text


def response(one: Response) -> str:
    """A response, by whom and where, and its text below."""
    called = f"no. {one.number}" if one.number else ""
    head = as_lines.joined((one.respondent, f"{one.document_ref} {one.document_title}", called))
    return f"{head}\n{one.text}"


def decision(one: Decision) -> str:
    """A dated judgement."""
    return as_lines.joined(
        (
            say_day(one.decided_on),
            f"{one.axis}: {one.status}",
            f"by {one.by}",
            f"put as “{one.said}”" if one.said else "",
            f"evidence: {one.evidence}" if one.evidence else "",
        )
    )


def note(one: Note) -> str:
    """A note with its whole text."""
    corrected = "corrected by a later note" if one.corrected_by is not None else ""
    head = as_lines.joined((say_day(one.noted_on), one.by, corrected))
    return f"{head}\n{one.text}"


def earlier(one: Deadline) -> str:
    """A date that held before, and why it moved."""
    held = When(one.due.words, one.due.earliest, one.due.latest)
    return as_lines.joined(
        (one.what, say_when(held), f"known from {say_day(one.since)}", one.reason)
    )
