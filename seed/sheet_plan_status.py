"""Statuses of a spreadsheet against the decisions of the tracker, which it never takes back."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from seed.sheet_matching import SPREADSHEET
from seed.sheet_statuses import Meaning
from store import decisions, documents
from store.models import Decision, Subject
from store.vocabulary import FIRST_STATUS, Axis


@dataclass(frozen=True, slots=True)
class PlannedStatus:
    """A decision to be recorded, with the sheet's own words for it."""

    axis: Axis
    status: StrEnum
    said: str
    ended: bool = False


def planned_status(
    db: sqlite3.Connection,
    subject: Subject | None,
    words: str,
    meaning: Meaning | None,
    today: date,
) -> tuple[PlannedStatus | None, tuple[str, ...]]:
    """The decision to record, and what is asked where somebody has decided otherwise here."""
    if meaning is None:
        return None, ()
    planned = PlannedStatus(meaning.axis, meaning.status, words, meaning.ended)
    standing = decisions.standing(db, subject, meaning.axis, today) if subject else None
    if standing is None:
        return (None if meaning.status == FIRST_STATUS[meaning.axis] else planned), ()
    if standing.status == meaning.status:
        return None, ()
    if _from_a_sheet(db, standing):
        return planned, ()
    asked = (
        f"The spreadsheet now says “{words}”; here it was decided “{standing.status}” by "
        f"{standing.by}. Nothing was changed."
    )
    return None, (asked,)


def _from_a_sheet(db: sqlite3.Connection, decision: Decision) -> bool:
    return (
        decision.document is not None and documents.get(db, decision.document).kind == SPREADSHEET
    )
