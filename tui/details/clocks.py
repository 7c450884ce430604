"""One deadline in full: who owes what to whom, how it was counted, and its steps."""

from collections.abc import Iterator, Sequence

from store import deadlines
from store.clocks import explain
from store.countdown import countdown, rag
from store.dates import say_when
from store.deadlines import Deadline
from store.models import Subject
from store.vocabulary import SubjectKind
from tui.desk import Desk
from tui.details.records import blank, paragraph, queries_of
from tui.widgets.page import Paragraph
from tui.wording import TONES, line, told


def side(desk: Desk, key: int, tab: int) -> Sequence[Paragraph]:
    """The deadline; each of its own three sides shows it whole."""
    return list(_about(desk, deadlines.get(desk.db, key)))


def _about(desk: Desk, deadline: Deadline) -> Iterator[Paragraph]:
    met = deadline.met_on(desk.today)
    letter = rag(deadline.due, desk.today, done=met is not None)
    left = countdown(deadline.due, desk.today, met)
    yield Paragraph(line((f"{letter.value} {left}", TONES[letter])))
    yield Paragraph(told(explain(deadline.due, desk.today, desk.calendar())))
    yield blank()
    yield paragraph("Owed by", deadline.owed_by)
    yield paragraph("Owed to", deadline.owed_to)
    if deadline.condition:
        yield paragraph("On condition", deadline.condition)
    if deadline.start_event:
        yield paragraph("Starts with", deadline.start_event)
    if deadline.source:
        yield paragraph("Source", deadline.source)
    if met is not None and deadline.met.source:
        yield paragraph("Met", f"{say_when(deadline.met)}: {deadline.met.source}")
    yield from queries_of(desk, Subject(SubjectKind.DEADLINE, deadline.id))
    yield from _steps(desk, deadline)


def _steps(desk: Desk, deadline: Deadline) -> Iterator[Paragraph]:
    steps = deadlines.steps(desk.db, deadline.id)
    if not steps:
        return
    yield blank()
    yield Paragraph(line(("The duty, step by step. Enter records one.", "strong")))
    for step in steps:
        done = step.done.earliest is not None and step.done.earliest <= desk.today
        sign = ("✓", "on-track") if done else ("·", "query")
        when = say_when(step.done) if done else "not recorded"
        detail = f" · {step.detail}" if step.detail else ""
        yield Paragraph(line(f"{step.kind.capitalize()}: {when}{detail}"), 2, line(sign))
