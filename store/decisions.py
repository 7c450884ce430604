"""Dated judgements: by whom, when, on what evidence. None is ever overwritten."""

import sqlite3
from datetime import date
from enum import StrEnum

from store.errors import BadInput
from store.models import Decision, Subject
from store.rows import Row, must_exist, rows
from store.standing import FINISHED_VERDICTS
from store.text import clean
from store.unit import Unit
from store.vocabulary import FIRST_STATUS, STATUSES, Axis, Delivery, SubjectKind


def from_row(row: Row) -> Decision:
    """A decision as kept."""
    return Decision(
        row["id"],
        row["uid"],
        Subject(SubjectKind(row["subject_kind"]), row["subject"]),
        Axis(row["axis"]),
        row["status"],
        date.fromisoformat(row["decided_on"]),
        row["by"],
        row["evidence"],
        row["said"],
        row["document"],
        row["board"],
    )


def of(db: sqlite3.Connection, subject: Subject, today: date) -> list[Decision]:
    """Every decision on a record up to a day, oldest first."""
    return [
        from_row(row)
        for row in rows(
            db,
            """SELECT * FROM decisions WHERE subject_kind = ? AND subject = ? AND decided_on <= ?
               ORDER BY decided_on, id""",
            (subject.kind, subject.id, today.isoformat()),
        )
    ]


def standing(db: sqlite3.Connection, subject: Subject, axis: Axis, today: date) -> Decision | None:
    """The decision that holds on an axis on a day, or None where nobody has decided yet."""
    on_axis = [decision for decision in of(db, subject, today) if decision.axis == axis]
    return on_axis[-1] if on_axis else None


def read_status(axis: Axis, text: str) -> StrEnum:
    """The status a person means by its words or the beginning of them; BadInput otherwise."""
    wanted = " ".join(text.casefold().replace("-", " ").split())
    statuses = list(STATUSES[axis])
    plain = {status: status.value.replace("-", " ") for status in statuses}
    exact = [status for status in statuses if plain[status] == wanted]
    close = [status for status in statuses if wanted and plain[status].startswith(wanted)]
    if len(exact or close) == 1:
        return (exact or close)[0]
    choices = "; ".join(statuses)
    raise BadInput(
        f"“{text[:60]}” is not one status on the {axis} axis. Nothing was saved: use one of: "
        f"{choices}."
    )


def decide(
    change: Unit,
    subject: Subject,
    axis: Axis,
    status: StrEnum,
    *,
    on: date,
    by: str,
    evidence: str = "",
    said: str = "",
    document: int | None = None,
    board: int | None = None,
) -> int:
    """Record a decision; BadInput if it closes without evidence or without a second person."""
    _check_axis(subject, axis)
    _check_status(axis, status)
    must_exist(change.db.conn, subject)
    if not by.strip():
        raise BadInput("A decision needs the name of who took it. Nothing was saved.")
    if status in FINISHED_VERDICTS and not evidence.strip():
        raise BadInput(
            "Closing needs evidence: what shows it, and where that is kept. Nothing was saved."
        )
    if status == Delivery.SIGNED_OFF:
        _check_two_people(change.db.conn, subject, on, by, evidence)
    return change.add(
        "decisions",
        subject_kind=subject.kind,
        subject=subject.id,
        axis=axis,
        status=status,
        decided_on=on,
        by=by,
        evidence=evidence,
        said=said,
        document=document,
        board=board,
    )


def _check_axis(subject: Subject, axis: Axis) -> None:
    belongs = SubjectKind.ACTION if axis == Axis.PROGRESS else SubjectKind.RECOMMENDATION
    if subject.kind != belongs:
        raise BadInput(
            f"{axis.capitalize()} is decided for {belongs}s, not for {subject.kind}s. "
            "Nothing was saved."
        )


def _check_status(axis: Axis, status: StrEnum) -> None:
    if not isinstance(status, STATUSES[axis]):
        raise BadInput(
            f"“{status}” is not a status on the {axis} axis. Nothing was saved: use one of: "
            f"{'; '.join(STATUSES[axis])}."
        )


def same_person(name: str, other: str) -> bool:
    """Whether two names are one, whatever their capitals, spaces and unseen characters."""
    first, second = (
        " ".join(clean(written).replace("\ufffd", "").casefold().split())
        for written in (name, other)
    )
    return first == second


def _check_two_people(
    db: sqlite3.Connection, subject: Subject, on: date, by: str, evidence: str
) -> None:
    """Closing takes two people: one submits for sign-off, another signs off."""
    before = standing(db, subject, Axis.DELIVERY, on)
    if before is None or before.status != Delivery.SUBMITTED:
        stands = before.status if before else FIRST_STATUS[Axis.DELIVERY].value
        raise BadInput(
            f"It is “{stands}”. Somebody must first decide “{Delivery.SUBMITTED}”; then a second "
            "person signs it off. Nothing was saved."
        )
    if same_person(before.by, by):
        raise BadInput(
            f"{before.by} submitted it for sign-off, so somebody else must sign it off. Nothing "
            "was saved."
        )
    if not evidence.strip():
        raise BadInput(
            "Signing off needs evidence: what shows it, and where that is kept. Nothing was saved."
        )
