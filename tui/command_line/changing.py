"""Commands that write: notes, decisions, undo and redo."""

import sys
from dataclasses import dataclass
from datetime import date

from store import decisions, history, notes, refs
from store.dates import read_day, say_day
from store.errors import BadInput
from store.models import Subject
from store.unit import unit
from store.vocabulary import Axis, SubjectKind
from tui.command_line import finding, output
from tui.command_line.asked import Asked


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was typed about a decision besides its status."""

    axis: str
    on: str
    by: str
    evidence: str


def note(asked: Asked, ref: str, text: str, by: str) -> None:
    """Attach a note and say so."""
    today, author = asked.today(), asked.author(by)
    words = _from_standard_input() if text == "-" else text
    with asked.opened_to_write() as tracker:
        db = tracker.db
        subject = finding.record(db, ref, today)
        called = refs.ref_of(db, subject)
        with unit(db, f"Note on {called}", author) as change:
            notes.add(change, subject, words, on=today)
    output.tell([f"Noted on {called}, {say_day(today)}, by {author.name}."])


def _from_standard_input() -> str:
    """All that is piped in; never more than is needed to see that it is too long."""
    most = 4 * (notes.LONGEST + 1)  # a character is at most four bytes
    return sys.stdin.buffer.read(most).decode("utf-8", errors="replace").rstrip("\r\n")


def decide(asked: Asked, ref: str, status: str, judgement: Judgement) -> None:
    """Record a decision and say so."""
    today, author = asked.today(), asked.author()
    on = read_day(judgement.on) if judgement.on else today
    by = judgement.by.strip() or author.name
    with asked.opened_to_write() as tracker:
        db = tracker.db
        subject = finding.record(db, ref, max(on, today))
        called = refs.ref_of(db, subject)
        axis = _axis(subject, called, judgement.axis)
        decided = decisions.read_status(axis, status)
        with unit(db, f"Decide {called}: {axis} {decided}", author) as change:
            decisions.decide(
                change, subject, axis, decided, on=on, by=by, evidence=judgement.evidence
            )
    output.tell([_decided(called, f"{axis} is “{decided}”", on, today, by)])


def _decided(called: str, what: str, on: date, today: date, by: str) -> str:
    later = " It holds from that day." if on > today else ""
    return f"Decided on {called}: {what} from {say_day(on)}, by {by}.{later}"


def _axis(subject: Subject, called: str, typed: str) -> Axis:
    if typed:
        return Axis(typed)
    if subject.kind is SubjectKind.ACTION:
        return Axis.PROGRESS
    raise BadInput(
        f"Say whose judgement of {called} this is: --axis delivery (the force’s), inspectorate or "
        "assurance (the commissioner’s). Nothing was saved."
    )


def undo(asked: Asked, by: str) -> None:
    """Take back the newest change and say which."""
    with asked.opened_to_write() as tracker:
        taken_back = history.undo(tracker.db, asked.author(by))
    output.tell([f"Taken back: {taken_back.title}. “matters redo” does it again."])


def redo(asked: Asked, by: str) -> None:
    """Do again what was taken back last and say which."""
    with asked.opened_to_write() as tracker:
        done_again = history.redo(tracker.db, asked.author(by))
    output.tell([f"Done again: {done_again.title}. “matters undo” takes it back."])
