"""`matters duty`: start or stop the commissioner's 56 days for an inspection, with the reason."""

from store import duties, refs, working_days
from store.models import Subject
from store.unit import unit
from store.vocabulary import SubjectKind
from tui.command_line import finding, output
from tui.command_line.asked import Asked

START, STOP = "start", "stop"


def set_duty(asked: Asked, ref: str, what: str, reason: str, by: str) -> None:
    """Start or stop the clock of section 55 and say so."""
    with asked.opened_to_write() as tracker:
        db, today = tracker.db, asked.today()
        inspection = finding.inspection(db, ref, "changed")
        called = refs.ref_of(db, Subject(SubjectKind.INSPECTION, inspection))
        calendar = working_days.calendar(db)
        with unit(db, f"{what.capitalize()} the 56 days of {called}", asked.author(by)) as change:
            perform = duties.start if what == START else duties.stop
            perform(change, inspection, reason, today, calendar)
        done = "started" if what == START else "stopped"
        output.tell(
            [f"{called}: the commissioner’s 56 days are {done}. “matters undo” takes it back."]
        )
