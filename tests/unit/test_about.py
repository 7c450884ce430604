"""What the log says about one record: found by index, and the same as when all of it is read."""

import json
import sqlite3
from collections.abc import Iterator

import pytest

from store import about, history
from store.models import Subject
from store.refs import table_of
from store.schema import RECORDS
from store.tracker import Tracker
from store.unit import Author
from store.vocabulary import SubjectKind


def read_through(db: sqlite3.Connection, subject: Subject) -> set[tuple[int, str, int]]:
    """Every change about a subject as (unit, table, record), without any index or shortcut."""
    whole = {
        (table, key)
        for table in ("deadlines", "queries")
        for (key,) in db.execute(
            f"SELECT id FROM {table} WHERE subject_kind = ? AND subject = ?",
            (subject.kind, subject.id),
        )
    }
    found = set()
    for unit, table, record, before, after in db.execute(
        "SELECT unit, record_table, record, before, after FROM changes"
    ):
        fields = json.loads(after or before)
        of_it = (fields.get("subject_kind"), fields.get("subject")) == (subject.kind, subject.id)
        own = (table, record) == (table_of(subject.kind), subject.id)
        if own or of_it or fields.get(subject.kind) == subject.id or (table, record) in whole:
            found.add((unit, table, record))
    return found


def found(db: sqlite3.Connection, subject: Subject) -> set[tuple[int, str, int]]:
    return {
        (unit.id, change.table, change.record)
        for unit in history.units_of(db, subject)
        for change in history.changes_about(db, unit.id, subject)
    }


def everything(db: sqlite3.Connection) -> Iterator[Subject]:
    for kind in SubjectKind:
        for (key,) in db.execute(f"SELECT id FROM {table_of(kind)}").fetchall():
            yield Subject(kind, key)


def test_is_what_reading_all_of_it_finds(example: Tracker) -> None:
    for subject in everything(example.db):
        assert found(example.db, subject) == read_through(example.db, subject), subject


def test_holds_what_was_taken_back_too(example: Tracker, author: Author) -> None:
    subjects = list(everything(example.db))
    for _ in range(3):
        history.undo(example.db, author)
    history.redo(example.db, author)
    for subject in subjects:
        assert found(example.db, subject) == read_through(example.db, subject), subject


@pytest.mark.parametrize("kind", SubjectKind)
def test_knows_every_table_that_names_a_kind(example: Tracker, kind: SubjectKind) -> None:
    naming = {
        table
        for table in RECORDS
        for _, name, *_ in example.db.execute(f"PRAGMA table_info({table})")
        if name == kind
    }
    assert set(about.BY_NAME[kind]) == naming


def test_knows_every_table_with_a_subject(example: Tracker) -> None:
    with_subject = {
        table
        for table in RECORDS
        for _, name, *_ in example.db.execute(f"PRAGMA table_info({table})")
        if name == "subject"
    }
    assert set(about.BY_SUBJECT) == with_subject
