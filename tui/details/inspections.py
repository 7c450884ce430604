"""One inspection in full."""

from collections.abc import Iterator, Sequence

from store import deadlines, documents, inspections
from store.clocks import explain
from store.countdown import countdown, rag
from store.dates import say_when
from store.models import CaseAudit, Document, Inspection, Subject
from store.vocabulary import SubjectKind
from tui.desk import Desk
from tui.details.records import blank, paragraph, queries_of
from tui.widgets.page import Paragraph
from tui.wording import TONES, line, told


def side(desk: Desk, key: int, tab: int) -> Sequence[Paragraph]:
    """What it is and was found, its documents, or its clocks."""
    inspection = inspections.get(desk.db, key)
    return list((_about, _documents, _clocks)[tab](desk, inspection))


def _about(desk: Desk, inspection: Inspection) -> Iterator[Paragraph]:
    yield from queries_of(desk, Subject(SubjectKind.INSPECTION, inspection.id))
    for label, words in (
        ("Title", inspection.title),
        ("Programme", inspection.programme),
        ("Inspected", inspection.force),
        ("By", inspection.body),
        ("Fieldwork", say_when(inspection.fieldwork) if inspection.fieldwork.words else ""),
        ("Manner", inspection.mode),
        ("Remark", inspection.remark),
    ):
        if words:
            yield paragraph(label, words)
    if inspection.parent is not None:
        yield paragraph("Follows", inspections.get(desk.db, inspection.parent).title)
    if inspection.stated_recommendations is not None:
        source = f" ({inspection.stated_source})" if inspection.stated_source else ""
        yield paragraph("It states", f"{inspection.stated_recommendations} recommendations{source}")
    yield from _audits(inspections.audits(desk.db, inspection.id, desk.today))


def _audits(audits: Sequence[CaseAudit]) -> Iterator[Paragraph]:
    if not audits:
        return
    yield blank()
    yield Paragraph(line(("Case audits: good / requires improvement / inadequate", "strong")))
    for audit in audits:
        figures = f"{audit.good:>3} /{audit.requires_improvement:>3} /{audit.inadequate:>3}"
        what = f"{audit.area or audit.sample} · {audit.assessor} · {audit.total} files"
        yield Paragraph(line(figures, (f"   {what}", "quiet")), 2)


def _documents(desk: Desk, inspection: Inspection) -> Iterator[Paragraph]:
    found = documents.of_inspection(desk.db, inspection.id, desk.today)
    if not found:
        yield Paragraph(told("No document yet.", "quiet"))
    for document in found:
        yield from _document(desk, document)
        yield blank()


def _document(desk: Desk, document: Document) -> Iterator[Paragraph]:
    yield Paragraph(line((f"{document.ref} {document.title}", "strong"), f" · {document.kind}"))
    yield from queries_of(desk, Subject(SubjectKind.DOCUMENT, document.id))
    for label, words in (
        ("From", document.sent_by),
        ("To", document.sent_to),
        ("Dated", say_when(document.dated) if document.dated.words else ""),
        ("Published", say_when(document.published) if document.published.words else ""),
        ("Source", document.published.source),
        ("Remark", document.remark),
    ):
        if words:
            yield paragraph(label, words)
    for copy in documents.copies(desk.db, document.id):
        sent = f", {say_when(copy.sent)}" if copy.sent.words else ", day not known"
        address = f" ({copy.address})" if copy.address else ""
        yield paragraph("Copy to", f"{copy.sent_to}{address}{sent}")


def _clocks(desk: Desk, inspection: Inspection) -> Iterator[Paragraph]:
    for held in deadlines.clocks_of_inspection(desk.db, inspection.id, desk.today):
        met = held.met_on(desk.today)
        letter = rag(held.due, desk.today, done=met is not None)
        left = countdown(held.due, desk.today, met)
        yield Paragraph(line((f"{letter.value} {left}", TONES[letter]), f"   {held.what}"))
        yield Paragraph(told(f"{held.owed_by} → {held.owed_to}"), 2)
        yield Paragraph(told(explain(held.due, desk.today, desk.calendar()), "quiet"), 2)
