"""One recommendation in full."""

from collections.abc import Iterator, Sequence

from store import deadlines, decisions, documents, inspections, owners, recommendations
from store import standing as standings
from store.clocks import explain
from store.countdown import countdown, rag
from store.dates import say_day
from store.models import Recommendation, Subject
from store.vocabulary import Applies, Axis, Extent, SubjectKind
from tui.desk import Desk
from tui.details.records import blank, decision_lines, paragraph, queries_of
from tui.widgets.page import Paragraph
from tui.wording import AXIS_WORDS, TONES, ago, line, told

_MARGIN = 15


def side(desk: Desk, key: int, tab: int) -> Sequence[Paragraph]:
    """Its wording, its answer, or the decisions and dates."""
    record = recommendations.get(desk.db, key)
    sides = (_wording, _answer, _decisions)
    return list(sides[tab](desk, record))


def _wording(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    yield from due_lines(desk, record)
    yield from standing_lines(desk, record)
    yield from queries_of(desk, _subject(record))
    yield blank()
    yield Paragraph(told(record.text), _MARGIN, line((_whose_words(record), "quiet")))
    for part in recommendations.parts(desk.db, record.id, desk.today):
        answered = _extent(part.extent)
        yield Paragraph(
            told(part.text)
            + line(("  " + answered, "query" if part.extent != Extent.ANSWERED else "quiet")),
            _MARGIN + 3,
            line((" " * _MARGIN, ""), (part.label, "strong")),
        )
    yield blank()
    yield from _origin(desk, record)
    yield from _linked(desk, record)


def _whose_words(record: Recommendation) -> str:
    return "Wording" if record.of_record else "In our words"


def _extent(extent: Extent | None) -> str:
    return "no answer" if extent is None or extent is Extent.NOT_ANSWERED else extent.value


def due_lines(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    """The date that holds: how long, who owes it, how it was counted."""
    found = deadlines.of_subject(desk.db, _subject(record), desk.today)
    stands = standings.of_recommendation(desk.db, record.id, desk.today)
    if not found:
        yield paragraph("Due", "no timescale in the source: no date")
        return
    held = found[0]
    is_open = stands is not None and stands.is_open
    letter = rag(held.due, desk.today, done=not is_open)
    left = countdown(held.due, desk.today) if is_open else "closed"
    owed = f"   {held.owed_by} → {held.owed_to}" if held.owed_by else ""
    yield Paragraph(
        line((f"{letter.value} {left}", TONES[letter]), owed), _MARGIN, line(("Due", "quiet"))
    )
    yield Paragraph(told(explain(held.due, desk.today, desk.calendar()), "quiet"), _MARGIN)


def standing_lines(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    """How it stands on each of the three axes, since when and by whom."""
    stands = standings.of_recommendation(desk.db, record.id, desk.today)
    if stands is None:
        return
    if stands.applies is not Applies.OURS:
        because = f": {record.applies_because}" if record.applies_because else ""
        yield paragraph("Ours?", f"{stands.applies}{because}")
    for axis in (Axis.DELIVERY, Axis.INSPECTORATE, Axis.ASSURANCE):
        taken = decisions.standing(desk.db, _subject(record), axis, desk.today)
        status = getattr(stands, axis.value)
        since = f"   {say_day(taken.decided_on)}, {taken.by}" if taken else ""
        yield Paragraph(line(status, (since, "quiet")), _MARGIN, line((AXIS_WORDS[axis], "quiet")))


def _origin(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    inspection = inspections.get(desk.db, record.inspection)
    yield paragraph("From", f"{inspection.title} ({inspection.ref})")
    place = [record.kind, record.section, f"page {record.page}" if record.page else ""]
    yield paragraph("Found", " · ".join(piece for piece in place if piece))
    yield paragraph("Addressee", record.addressee or "not said")
    if record.timescale:
        yield paragraph("Timescale", f"“{record.timescale}”")
    for number in recommendations.numbers(desk.db, record.id, desk.today):
        called = number.number or "not numbered"
        yield paragraph("Number", f"{called} in {number.document_ref}, {number.document_title}")
    if record.theme:
        yield paragraph("Theme", record.theme)
    for label, key in (("Accountable", record.owner), ("Team", record.team)):
        if key is not None:
            yield paragraph(label, owners.get(desk.db, key).name)


def _linked(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    for link in recommendations.links(desk.db, record.id, desk.today):
        way = {True: f"{link.kind} it", False: f"{link.kind}"}[link.other_is_later]
        words = f"{link.other_ref} {way}" if link.other_is_later else f"{way} {link.other_ref}"
        yield paragraph("Linked", f"{words}: {link.other_title}")


def _answer(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    from store import responses

    found = responses.to_recommendation(desk.db, record.id, desk.today)
    if not found:
        yield Paragraph(told("No answer yet.", "quiet"))
    for response in found:
        document = documents.get(desk.db, response.document)
        numbered = f", number {response.number}" if response.number else ""
        dated = document.dated.earliest
        when = f" · {say_day(dated)}, {ago(dated, desk.today)}" if dated else " · undated"
        yield Paragraph(
            line(
                (response.respondent, "strong"),
                f" in {document.ref} {document.title}{numbered}{when}",
            )
        )
        yield Paragraph(told(response.text), 2)
        yield blank()
    for part in recommendations.parts(desk.db, record.id, desk.today):
        remark = f": {part.remark}" if part.remark else ""
        yield Paragraph(line(f"{_extent(part.extent)}{remark}"), 4, line((part.label, "strong")))


def _decisions(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    taken = decisions.of(desk.db, _subject(record), desk.today)
    if not taken:
        yield Paragraph(told("Nothing decided yet. Press d to record a decision.", "quiet"))
    for decision in reversed(taken):
        yield from decision_lines(decision, f"{AXIS_WORDS[decision.axis]}: {decision.status}")
    yield blank()
    yield from _dates(desk, record)


def _dates(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    found = deadlines.of_subject(desk.db, _subject(record), desk.today)
    for number, held in enumerate(found):
        due = held.due.earliest
        state = "holds" if number == 0 else "earlier date"
        yield Paragraph(
            line(
                (say_day(due) if due else held.due.words or "no day", "strong"),
                (f"   {state}", "quiet"),
            )
        )
        yield Paragraph(told(explain(held.due, desk.today, desk.calendar()), "quiet"), 2)
        if held.reason:
            yield Paragraph(told(f"Because: {held.reason}"), 2)


def _subject(record: Recommendation) -> Subject:
    return Subject(SubjectKind.RECOMMENDATION, record.id)
