"""What every record has: a heading, queries, notes and a history."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from store import notes, queries
from store.dates import say_day
from store.models import Decision, Subject
from tui.desk import Desk
from tui.naming import title_of
from tui.safe import line_content
from tui.widgets.page import Paragraph
from tui.wording import ago, line, told

if TYPE_CHECKING:
    from store.history import Change, LoggedUnit

_SIGN_TONES = {"+": "on-track", "−": "late"}
_MARGIN = 18  # cells


def heading(db: sqlite3.Connection, subject: Subject) -> Content:
    """Reference and title."""
    return line_content(title_of(db, subject), "bold")


def paragraph(label: str, text: str, tone: str = "") -> Paragraph:
    """A labelled line: the label in the margin, the text beside it."""
    return Paragraph(told(text, tone), 15, line((label, "quiet")))


def blank() -> Paragraph:
    """An empty line."""
    return Paragraph(Content(""))


def queries_of(desk: Desk, subject: Subject) -> Iterator[Paragraph]:
    """What is open or wrong about the record, each with where it stands."""
    for query in queries.of(desk.db, subject, desk.today):
        yield Paragraph(told(query.text, "query"), 2, line(("?", "query")))
        if query.source:
            yield Paragraph(told(query.source, "quiet"), 2)


def decision_lines(decision: Decision, head: str) -> Iterator[Paragraph]:
    """One decision: what, when, by whom, on what evidence, and as it was put."""
    when = f"   {say_day(decision.decided_on)}, {decision.by}"
    yield Paragraph(line((head, "strong"), (when, "quiet")))
    for words in (decision.evidence, f"“{decision.said}”" if decision.said else ""):
        if words:
            yield Paragraph(told(words), 2)


def notes_of(desk: Desk, subject: Subject) -> Sequence[Paragraph]:
    """Every note, newest first, to the letter."""
    found = notes.of(desk.db, subject, desk.today)
    if not found:
        return [Paragraph(told("No note yet. Press n to write one.", "quiet"))]
    shown: list[Paragraph] = []
    for note in found:
        when = f"{say_day(note.noted_on)}, {ago(note.noted_on, desk.today)}"
        corrected = " · corrected by a later note" if note.corrected_by else ""
        board = " · told to a board" if note.board else ""
        shown.append(Paragraph(line((when, "strong"), f" · {note.by}{board}{corrected}")))
        shown.append(Paragraph(told(note.text), 2))
        shown.append(blank())
    return shown


def history_of(desk: Desk, subject: Subject) -> Sequence[Paragraph]:
    """Every change of the record: what, who, when, from what to what."""
    from store import history

    shown: list[Paragraph] = []
    for logged in history.units_of(desk.db, subject):
        shown.append(Paragraph(unit_line(logged)))
        for change in history.changes_about(desk.db, logged.id, subject):
            shown.extend(change_lines(desk.db, change))
    return shown


def unit_line(logged: "LoggedUnit") -> Content:
    """One change by name: when, what, who."""
    at = f"{logged.at.astimezone():%d/%m/%Y %H:%M}"
    return line((at, "quiet"), "  ", (logged.title, "strong"), (f"  {logged.by}", "quiet"))


def change_lines(
    db: sqlite3.Connection, change: "Change", *, named: bool = False
) -> Iterator[Paragraph]:
    """One record's fields, old and new; in a list of several records, `named` by its reference."""
    from store import change_words

    ref = change_words.about(db, change) if named else ""
    for found in change_words.lines(db, change):
        words = f": {found.words}" if found.words else ""
        sign = line((found.sign, _SIGN_TONES[found.sign])) if found.sign else None
        own = f"{ref} " if ref else ""
        yield Paragraph(line((own, "strong"), (found.what, "quiet"), words), _MARGIN, sign)
