"""The detail pane: which record is in hand, and its five sides."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from store.models import Subject
from store.vocabulary import SubjectKind
from tui.commands import Place
from tui.desk import Desk
from tui.details import records
from tui.widgets.page import Paragraph
from tui.wording import line

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

TABS = ("wording", "answer", "decisions", "notes", "history")


Sides = Callable[[Desk, int, int], Sequence[Paragraph]]


def show(screen: "MainScreen", *, keep_place: bool = False) -> None:
    """Draw the record of the pane in focus, or the recommendation while its detail is read."""
    subject = _subject(screen)
    page = screen.detail
    if subject is None:
        page.entitle(Content("Nothing chosen"), Content(""))
        page.show(())
        return
    page.entitle(records.heading(screen.desk.db, subject), tabs_line(screen.tab))
    page.show(side(screen.desk, subject, screen.tab), keep_place=keep_place)


def side(desk: Desk, subject: Subject, tab: int) -> Sequence[Paragraph]:
    """One side of a record: its own wording, answers or decisions; notes and history are common."""
    if TABS[tab] == "notes":
        return records.notes_of(desk, subject)
    if TABS[tab] == "history":
        return records.history_of(desk, subject)
    return _own_sides(subject.kind)(desk, subject.id, tab)


def _own_sides(kind: SubjectKind) -> Sides:
    """What draws records of a kind; imported when the first of them is shown."""
    if kind is SubjectKind.RECOMMENDATION:
        from tui.details.recommendations import side
    elif kind is SubjectKind.ACTION:
        from tui.details.actions import side
    elif kind is SubjectKind.INSPECTION:
        from tui.details.inspections import side
    else:
        from tui.details.clocks import side
    return side


def tabs_line(tab: int) -> Content:
    """Name the sides with their keys, the one shown in bold."""
    pieces: list[tuple[str, str]] = []
    for number, words in enumerate(TABS):
        shown = number == tab
        pieces.append((f"{number + 1} {words}", "strong" if shown else "quiet"))
        pieces.append((" │ ", "quiet"))
    return line(*pieces[:-1])


def _subject(screen: "MainScreen") -> Subject | None:
    place = screen.place
    if place is Place.DETAIL:
        place = screen.read_from
    kinds = {
        Place.INSPECTIONS: (screen.inspections, SubjectKind.INSPECTION),
        Place.CLOCKS: (screen.clocks, SubjectKind.DEADLINE),
        Place.ACTIONS: (screen.actions, SubjectKind.ACTION),
    }
    lines, kind = kinds.get(place, (screen.recommendations, SubjectKind.RECOMMENDATION))
    if not lines.key and screen.recommendations.key:
        return Subject(SubjectKind.RECOMMENDATION, screen.recommendations.key)
    return Subject(kind, lines.key) if lines.key else None
