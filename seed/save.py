"""From Drafts to records: one unit for each document or for all, so that an undo takes it back."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from seed.draft import Draft
from seed.reports.reading import LETTERS
from seed.saving_actions import write_undertakings
from seed.saving_deadlines import write_next_steps
from seed.saving_document import imported, write_document
from seed.saving_duties import write_steps
from seed.saving_findings import write_findings
from seed.saving_frame import FindingsSaved, Saving, first_day
from seed.saving_inspection import answered_inspection, inspection_of
from seed.saving_known import known_findings
from seed.saving_letters import write_answers, write_links
from seed.saving_queries import write_queries
from seed.saving_typed import typed_document, without_typed
from store import documents, history, inspections, notes, working_days
from store.history import Change, Fields
from store.holidays import Calendar
from store.models import Document, Subject
from store.unit import Author, Unit, unit
from store.vocabulary import SubjectKind

__all__ = ["Saved", "imported", "known_findings", "rehearse", "save", "save_together"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one document: its references, and how many records of each kind are new.

    `already` says that the same bytes were imported before and nothing was changed; `reworded` is
    how many known findings were given their wording of record, `answers_reworded` how many
    responses that had been typed in. `kinds` are the new findings by kind, in their order; `clocks`
    are new deadlines of an inspection, and `due_days` those of what it found.
    """

    file_name: str
    document: str
    inspection: str
    findings: int = 0
    reworded: int = 0
    answers_reworded: int = 0
    responses: int = 0
    actions: int = 0
    clocks: int = 0
    due_days: int = 0
    queries: int = 0
    already: bool = False
    kinds: tuple[tuple[str, int], ...] = ()


def save(
    db: sqlite3.Connection,
    drafts: Sequence[Draft],
    author: Author,
    today: date,
    inspection: int | None = None,
) -> list[Saved]:
    """Save documents that were read together, reports before the letters that answer them.

    Each is one unit; `inspection` says to which they belong, else that is found out. Returns what
    was saved, in the order given.
    """
    shelf = _shelf(db, today, inspection)

    def alone(draft: Draft) -> Saved:
        with unit(db, f"Import {draft.document.file_name}", author) as change:
            return _save_one(change, draft, shelf)

    return _each_new(db, drafts, alone)


def save_together(
    db: sqlite3.Connection,
    drafts: Sequence[Draft],
    author: Author,
    today: date,
    inspection: int | None = None,
) -> list[Saved]:
    """Save new documents in one unit: all of them or none, and one undo takes all of it back."""
    names = ", ".join(draft.document.file_name for draft in drafts)
    with unit(db, f"Import {names}", author) as change:
        return _save_all(change, drafts, today, inspection)


def rehearse(
    db: sqlite3.Connection,
    drafts: Sequence[Draft],
    author: Author,
    today: date,
    inspection: int | None = None,
) -> list[Saved]:
    """What `save_together` would do: it is done, and taken back before anything is kept."""
    saved: list[Saved] = []
    with suppress(_OnlyRehearsed), unit(db, "Rehearse an import", author) as change:
        saved = _save_all(change, drafts, today, inspection)
        raise _OnlyRehearsed
    return saved


class _OnlyRehearsed(Exception):
    """Takes back what was written."""


def _save_all(
    change: Unit, drafts: Sequence[Draft], today: date, inspection: int | None
) -> list[Saved]:
    db = change.db.conn
    shelf = _shelf(db, today, inspection)
    return _each_new(db, drafts, lambda draft: _save_one(change, draft, shelf))


def _each_new(
    db: sqlite3.Connection, drafts: Sequence[Draft], save_one: Callable[[Draft], Saved]
) -> list[Saved]:
    """What became of each draft, in the order given; those imported before are left alone."""
    saved = {}
    for at in _in_turn(drafts):
        known = imported(db, drafts[at].document.sha256)
        saved[at] = _already(db, drafts[at], known) if known else save_one(drafts[at])
    return [saved[at] for at in range(len(drafts))]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What documents that are saved one after the other have in common."""

    findings: FindingsSaved
    calendar: Calendar
    today: date
    inspection: int | None


def _shelf(db: sqlite3.Connection, today: date, inspection: int | None) -> _Shelf:
    return _Shelf({}, working_days.calendar(db), today, inspection)


def _in_turn(drafts: Sequence[Draft]) -> list[int]:
    """The places of the drafts in the order in which they are saved."""
    return sorted(range(len(drafts)), key=lambda at: (*_turn(drafts[at]), at))


def _turn(draft: Draft) -> tuple[bool, bool]:
    """Reports first, then reviews of them, then letters."""
    return draft.document.kind in LETTERS, bool(draft.links)


def _save_one(change: Unit, draft: Draft, shelf: _Shelf) -> Saved:
    db = change.db.conn
    before = len(history.changes_of(db, change.id))
    since = first_day(draft.document, shelf.today)
    saving = Saving(change, draft, shelf.findings, shelf.calendar, since, shelf.inspection)
    saving = _recognised(saving)
    if saving.inspection is None:
        saving = replace(saving, inspection=inspection_of(saving))
    document = write_document(saving)
    published = documents.get(db, document).published
    saving = replace(saving, document=document, published=published)
    _write(saving)
    if draft.remarks:
        subject = Subject(SubjectKind.DOCUMENT, document)
        notes.add(change, subject, "\n".join(draft.remarks), on=shelf.today)
    return _told(db, saving, before)


def _recognised(saving: Saving) -> Saving:
    """The saving with the document that was typed in before its file came, if there is one."""
    db, draft = saving.change.db.conn, saving.draft
    letter = draft.document.kind in LETTERS
    about = saving.inspection or (answered_inspection(saving) if letter else None)
    typed = typed_document(db, draft, about)
    if typed is None:
        return saving
    return replace(
        saving,
        typed=typed,
        draft=without_typed(draft, typed),
        inspection=saving.inspection or typed.document.inspection,
    )


def _write(saving: Saving) -> None:
    """All that hangs on the document."""
    write_findings(saving)
    write_links(saving)
    if saving.inspection is not None:
        write_next_steps(saving)
    write_answers(saving)
    write_undertakings(saving)
    write_steps(saving)
    write_queries(saving)


def _already(db: sqlite3.Connection, draft: Draft, known: Document) -> Saved:
    name = draft.document.file_name
    return Saved(name, known.ref, _inspection_ref(db, known.inspection), already=True)


def _told(db: sqlite3.Connection, saving: Saving, before: int) -> Saved:
    """What was saved, counted from the log, less the changes that were there before."""
    changes = history.changes_of(db, saving.change.id)[before:]
    new = Counter(change.table for change in changes if change.before is None)
    changed = {(change.table, change.record) for change in changes if change.before is not None}
    reworded = Counter(table for table, _ in changed)
    clocks = sum(
        one["subject_kind"] == SubjectKind.INSPECTION for one in _added(changes, "deadlines")
    )
    kinds = Counter(str(one["kind"]) for one in _added(changes, "recommendations"))
    return Saved(
        saving.file_name,
        documents.get(db, saving.document).ref,
        _inspection_ref(db, saving.inspection),
        findings=new["recommendations"],
        reworded=reworded["recommendations"],
        answers_reworded=reworded["responses"],
        responses=new["responses"],
        actions=new["actions"],
        clocks=clocks,
        due_days=new["deadlines"] - clocks,
        queries=new["queries"],
        kinds=tuple(kinds.items()),
    )


def _added(changes: Sequence[Change], table: str) -> Iterator[Fields]:
    """The fields of the records that were added to a table."""
    for change in changes:
        if change.table == table and change.before is None and change.after is not None:
            yield change.after


def _inspection_ref(db: sqlite3.Connection, key: int | None) -> str:
    return "" if key is None else inspections.get(db, key).ref
