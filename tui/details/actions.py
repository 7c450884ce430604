"""One action in full."""

from collections.abc import Iterator, Sequence

from store import actions, deadlines, decisions, documents, owners, recommendations, refs
from store.clocks import explain
from store.countdown import countdown, rag
from store.models import Action, Subject
from store.vocabulary import SubjectKind
from tui.desk import Desk
from tui.details.records import blank, decision_lines, paragraph, queries_of
from tui.widgets.page import Paragraph
from tui.wording import TONES, line, told


def side(desk: Desk, key: int, tab: int) -> Sequence[Paragraph]:
    """What is promised, which answers promise it, or how far it has got."""
    action = actions.get(desk.db, key)
    return list((_wording, _serves, _progress)[tab](desk, action))


def _wording(desk: Desk, action: Action) -> Iterator[Paragraph]:
    yield from _due(desk, action)
    stands = actions.many(desk.db, [action.id], desk.today)[action.id]
    yield paragraph("Progress", f"{stands.progress} · {action.kind}")
    yield from queries_of(desk, _subject(action))
    yield blank()
    yield Paragraph(told(action.text or action.title))
    yield blank()
    for label, owner in (
        ("Accountable", action.accountable),
        ("Team", action.team),
        ("Forum", action.forum),
        ("Project", action.project),
    ):
        if owner is not None:
            known = owners.get(desk.db, owner)
            expansion = f": {known.expansion}" if known.expansion else ""
            yield paragraph(label, f"{known.name}{expansion}")
    yield from _origin(desk, action)
    yield from _serves(desk, action)


def _due(desk: Desk, action: Action) -> Iterator[Paragraph]:
    found = deadlines.of_subject(desk.db, _subject(action), desk.today)
    if not found:
        yield paragraph("Due", action.recurs or "no date given")
        return
    held = found[0].due
    stands = actions.many(desk.db, [action.id], desk.today)[action.id]
    letter = rag(held, desk.today, done=not stands.is_open)
    left = countdown(held, desk.today) if stands.is_open else stands.progress
    yield Paragraph(line((f"{letter.value} {left}", TONES[letter])), 15, line(("Due", "quiet")))
    yield Paragraph(told(explain(held, desk.today, desk.calendar()), "quiet"), 15)


def _origin(desk: Desk, action: Action) -> Iterator[Paragraph]:
    if action.said:
        yield paragraph("As it is put", f"“{action.said}”")
    if action.evidence:
        yield paragraph("Evidence", action.evidence)
    if action.document is not None:
        document = documents.get(desk.db, action.document)
        where = f", {action.section}" if action.section else ""
        yield paragraph("From", f"{document.ref} {document.title}{where}")


def _serves(desk: Desk, action: Action) -> Iterator[Paragraph]:
    stands = actions.many(desk.db, [action.id], desk.today)[action.id]
    if not stands.recommendations:
        yield paragraph("For", "no recommendation: it stands by itself")
    for ref in stands.recommendations:
        found = recommendations.get(desk.db, refs.find(desk.db, ref).id)
        yield paragraph("For", f"{ref} {found.title}")


def _progress(desk: Desk, action: Action) -> Iterator[Paragraph]:
    taken = decisions.of(desk.db, _subject(action), desk.today)
    if not taken:
        yield Paragraph(told("Nothing recorded yet. Press d to say how far it has got.", "quiet"))
    for decision in reversed(taken):
        yield from decision_lines(decision, decision.status)
    for held in deadlines.of_subject(desk.db, _subject(action), desk.today):
        yield Paragraph(told(explain(held.due, desk.today, desk.calendar()), "quiet"), 2)


def _subject(action: Action) -> Subject:
    return Subject(SubjectKind.ACTION, action.id)
