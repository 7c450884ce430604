"""`matters duty`: start or stop the commissioner's 56 days for an inspection, with the reason."""

from store import duties, refs, working_days
from store.errors import BadInput
from store.models import SubjectKind
from store.unit import unit
from tui.command_line import output
from tui.command_line.asked import Asked

START, STOP = "start", "stop"


def set_duty(asked: Asked, ref: str, what: str, reason: str, by: str) -> None:
    """Start or stop the clock of section 55 and say so."""
    with asked.opened_to_write() as tracker:
        db, today = tracker.db, asked.today()
        subject = refs.find(db, ref)
        if subject.kind is not SubjectKind.INSPECTION:
            raise BadInput(
                f"“{ref[:40]}” is a {subject.kind}, not an inspection. Nothing was changed: name "
                "an inspection, such as I1."
            )
        called = refs.ref_of(db, subject)
        calendar = working_days.calendar(db)
        with unit(db, f"{what.capitalize()} the 56 days of {called}", asked.author(by)) as change:
            perform = duties.start if what == START else duties.stop
            perform(change, subject.id, reason, today, calendar)
        done = "started" if what == START else "stopped"
        output.tell(
            [f"{called}: the commissioner’s 56 days are {done}. “matters undo” takes it back."]
        )
