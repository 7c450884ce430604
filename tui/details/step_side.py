"""What a step shows of one recommendation: all that is needed to say something about it."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from store import actions, boards, inspections, notes, recommendations, responses
from store.dates import say_day
from store.models import Part, Recommendation, Subject
from store.vocabulary import Extent, SubjectKind
from tui.desk import Desk
from tui.details.recommendations import due_lines, standing_lines
from tui.details.records import blank, paragraph, queries_of
from tui.safe import line_content
from tui.widgets.page import Paragraph
from tui.wording import ago, counted, line, told


def side(desk: Desk, record: Recommendation) -> Sequence[Paragraph]:
    """The recommendation, how it stands, its parts, actions, last note and last board."""
    return list(_lines(desk, record))


def _lines(desk: Desk, record: Recommendation) -> Iterator[Paragraph]:
    subject = Subject(SubjectKind.RECOMMENDATION, record.id)
    yield Paragraph(line_content(f"{record.ref}  {record.title}", "bold"))
    yield Paragraph(_origin(desk, record))
    yield blank()
    yield from due_lines(desk, record)
    yield from standing_lines(desk, record)
    yield blank()
    yield Paragraph(told(record.text))
    for part in recommendations.parts(desk.db, record.id, desk.today):
        yield Paragraph(_part(part), 4, line((part.label, "strong")))
    yield from _queries(desk, subject)
    yield blank()
    yield paragraph("Actions", _actions(desk, record))
    yield paragraph("Answered", _answered(desk, record))
    yield paragraph("Last note", _last_note(desk, subject))
    yield paragraph("Told to board", _told_last_board(desk, subject))


def _origin(desk: Desk, record: Recommendation) -> Content:
    inspection = inspections.get(desk.db, record.inspection)
    pieces = [inspection.short, record.section]
    for number in recommendations.numbers(desk.db, record.id, desk.today):
        if number.number:
            pieces.append(f"no. {number.number} in {number.document_ref}")
    return line((" · ".join(piece for piece in pieces if piece), "quiet"))


def _part(part: Part) -> Content:
    extent = part.extent or Extent.NOT_ANSWERED
    tone = "quiet" if extent is Extent.ANSWERED else "query"
    remark = f": {part.remark}" if part.remark else ""
    return told(part.text) + line((f"  {extent}{remark}", tone))


def _queries(desk: Desk, subject: Subject) -> Iterator[Paragraph]:
    found = list(queries_of(desk, subject))
    if found:
        yield blank()
        yield from found


def _actions(desk: Desk, record: Recommendation) -> str:
    keys = actions.for_recommendation(desk.db, record.id, desk.today)
    found = actions.many(desk.db, keys, desk.today).values()
    is_open = [action for action in found if action.is_open]
    dated = [action for action in is_open if action.plan]
    late = [action for action in dated if action.plan and action.plan < desk.today]
    told_late = f", {len(late)} late" if late else ""
    return f"{len(is_open)} open of {len(found)}, {len(dated)} with a date{told_late}"


def _answered(desk: Desk, record: Recommendation) -> str:
    found = responses.to_recommendation(desk.db, record.id, desk.today)
    if not found:
        return "no answer yet"
    last = found[-1]
    numbered = f", number {last.number}" if last.number else ""
    return f"by {last.respondent} in {last.document_ref}{numbered}, {ago(last.since, desk.today)}"


def _last_note(desk: Desk, subject: Subject) -> str:
    found = notes.of(desk.db, subject, desk.today)
    if not found:
        return "none"
    last = found[0]
    more = f" ({counted(len(found), 'note')})" if len(found) > 1 else ""
    return f"{say_day(last.noted_on)}, {last.by}: {last.text}{more}"


def _told_last_board(desk: Desk, subject: Subject) -> str:
    told_boards = [note for note in notes.of(desk.db, subject, desk.today) if note.board]
    if not told_boards:
        return "nothing recorded"
    last = told_boards[0]
    board = boards.get(desk.db, last.board or 0)
    return f"{board.name}, {say_day(board.day)}: {last.text}"
