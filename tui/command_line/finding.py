"""From what was typed to the record that is meant."""

import sqlite3
from datetime import date

from store import owners, refs
from store.dates import say_day
from store.errors import BadInput, NotFound
from store.models import Subject
from store.rows import by_id
from store.vocabulary import SubjectKind


def record(db: sqlite3.Connection, ref: str, today: date) -> Subject:
    """The record with a reference, ours or its document's own; NotFound if none on that day."""
    subject = _called(db, ref, today) or refs.find(db, ref)
    since = date.fromisoformat(by_id(db, f"{subject.kind}s", subject.id)["since"])
    if since > today:
        raise NotFound(
            f"{refs.ref_of(db, subject)} is not there yet on {say_day(today)}: it begins on "
            f"{say_day(since)}. Give a later day with --today. Nothing was changed."
        )
    return subject


def _called(db: sqlite3.Connection, ref: str, today: date) -> Subject | None:
    """The recommendation that a document or spreadsheet calls so, such as OIS-3."""
    from store import own_references

    found = own_references.recommendation(db, ref, today)
    return None if found is None else Subject(SubjectKind.RECOMMENDATION, found)


def inspection(db: sqlite3.Connection, ref: str, undone: str = "listed") -> int:
    """The key of an inspection; BadInput, with what was not done, if it is something else."""
    subject = refs.find(db, ref)
    if subject.kind is not SubjectKind.INSPECTION:
        raise BadInput(
            f"“{ref[:40]}” is a {subject.kind}, not an inspection. Nothing was {undone}: name an "
            "inspection, such as I1."
        )
    return subject.id


def owners_named(db: sqlite3.Connection, text: str) -> tuple[int, ...]:
    """The keys of the owners a name can mean; NotFound if nobody is called that."""
    found = tuple(owner.id for owner in owners.named(db, text)) if text.strip() else ()
    if not found:
        raise NotFound(
            f"No person, role, team, forum or project here is called “{text[:60]}”. Nothing was "
            "listed: try a part of the name."
        )
    return found
