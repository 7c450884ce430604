"""The other copy, opened only to be read; refused with a sentence if it cannot be brought in."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store import soundness
from store.errors import BadInput
from store.schema import SCHEMA_NUMBER
from store.tracker import Tracker, open_tracker
from store.vocabulary import (
    STATUSES,
    ActionKind,
    Applies,
    Axis,
    Extent,
    LinkKind,
    OwnerKind,
    StepKind,
    SubjectKind,
)

_STATUSES = [status for words in STATUSES.values() for status in words]
_FIXED_WORDS: dict[tuple[str, str], Iterable[str]] = {
    ("owners", "kind"): OwnerKind,
    ("recommendations", "applies"): Applies,
    ("links", "kind"): LinkKind,
    ("answers", "extent"): Extent,
    ("actions", "kind"): ActionKind,
    ("steps", "kind"): StepKind,
    ("decisions", "axis"): Axis,
    ("decisions", "status"): _STATUSES,
    ("decisions", "subject_kind"): SubjectKind,
    ("deadlines", "subject_kind"): SubjectKind,
    ("notes", "subject_kind"): SubjectKind,
    ("queries", "subject_kind"): SubjectKind,
}


@contextmanager
def opened(path: Path, tracker: Tracker) -> Iterator[sqlite3.Connection]:
    """A sound copy of the tracker, as it is at one moment; never written to."""
    if path.exists() and tracker.path.exists() and path.samefile(tracker.path):
        raise BadInput(
            f"{path} is the tracker itself. Nothing was changed: name the other copy of it."
        )
    other = open_tracker(path, read_only=True)
    try:
        _check(path, other, tracker)
        other.db.execute("SAVEPOINT reading")
        yield other.db
    finally:
        other.close()


def _check(path: Path, other: Tracker, tracker: Tracker) -> None:
    (schema,) = other.db.execute("PRAGMA user_version").fetchone()
    if schema > SCHEMA_NUMBER:
        raise BadInput(
            f"{path} was written by a newer version of this program. Nothing was changed: update "
            "the program here, then bring it in."
        )
    wrong = soundness.wrong_with(other.db)
    if wrong:
        raise soundness.refusal(path, wrong)
    if other.file_uuid != tracker.file_uuid or _first(other.db) != _first(tracker.db):
        raise BadInput(
            f"{path} is another tracker, not a copy of {tracker.path.name}. Nothing was changed: "
            "only copies of one tracker can be brought together."
        )
    _check_words(path, other.db)


def _check_words(path: Path, db: sqlite3.Connection) -> None:
    """Refuse a copy with a fixed word that this program never writes: no screen could show it."""
    for (table, column), words in _FIXED_WORDS.items():
        marks = ", ".join("?" for _ in words)
        found = db.execute(
            f"SELECT 1 FROM {table} WHERE {column} NOT IN ({marks}) LIMIT 1", [*words]
        ).fetchone()
        if found:
            raise BadInput(
                f"{path} holds a word that this program does not know, in {column} of {table}. "
                "Nothing was changed: bring in another copy."
            )


def _first(db: sqlite3.Connection) -> str:
    """The hash of the first unit, which every copy shares."""
    found = db.execute("SELECT hash FROM units WHERE id = 1").fetchone()
    return str(found[0]) if found else ""
