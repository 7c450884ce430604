"""What is being typed is kept, found again by anybody who opens the file, and leaves no history."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import drafts
from store.text import clean
from store.tracker import create, open_tracker
from store.unit import Author

FIRST = datetime(2022, 6, 1, 8, 43, 5, 250_000, tzinfo=UTC)
LATER = datetime(2022, 6, 1, 8, 44, tzinfo=UTC)


def author(name: str = "Ann Example", at: datetime = FIRST) -> Author:
    return Author(name, lambda: at)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "drafts.matters"
    create(place, author()).close()
    return place


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    tracker = open_tracker(path)
    yield tracker.db
    tracker.close()


def test_a_draft_comes_back_with_its_author_and_moment(db: sqlite3.Connection) -> None:
    drafts.save(db, "note:R6", "Ask for the paper", author())

    assert drafts.get(db, "note:R6") == drafts.Draft(
        "note:R6", "Ask for the paper", "Ann Example", FIRST
    )


def test_there_is_no_draft_under_another_key(db: sqlite3.Connection) -> None:
    drafts.save(db, "note:R6", "Ask", author())

    assert drafts.get(db, "note:R60") is None


def test_a_later_draft_takes_the_place_of_the_earlier(db: sqlite3.Connection) -> None:
    drafts.save(db, "note:R6", "Ask", author())
    drafts.save(db, "note:R6", "Ask for it", author("Bob Example", LATER))

    assert drafts.listed(db) == [drafts.Draft("note:R6", "Ask for it", "Bob Example", LATER)]


def test_drafts_are_listed_latest_first(db: sqlite3.Connection) -> None:
    drafts.save(db, "a", "older", author())
    drafts.save(db, "b", "newer", author(at=LATER))

    assert [draft.key for draft in drafts.listed(db)] == ["b", "a"]


def test_dropping_forgets_one_draft_alone(db: sqlite3.Connection) -> None:
    drafts.save(db, "a", "one", author())
    drafts.save(db, "b", "two", author())

    drafts.drop(db, "a")
    drafts.drop(db, "a")

    assert [draft.key for draft in drafts.listed(db)] == ["b"]


def test_dropping_nothing_writes_nothing(path: Path) -> None:
    tracker = open_tracker(path, read_only=True)

    drafts.drop(tracker.db, "never kept")

    tracker.close()


def test_a_draft_is_on_disk_for_whoever_opens_the_file_next(
    db: sqlite3.Connection, path: Path
) -> None:
    drafts.save(db, "note:R6", "half a sent", author())

    other = open_tracker(path, read_only=True)

    found = drafts.get(other.db, "note:R6")
    other.close()
    assert found is not None
    assert found.text == "half a sent"


def test_drafts_leave_no_history(db: sqlite3.Connection) -> None:
    def log() -> list[tuple[int, int]]:
        return db.execute(
            "SELECT (SELECT count(*) FROM units), (SELECT count(*) FROM changes)"
        ).fetchall()

    before = log()

    drafts.save(db, "note:R6", "words", author())
    drafts.drop(db, "note:R6")

    assert log() == before


def test_a_file_that_cannot_be_written_says_so(path: Path) -> None:
    tracker = open_tracker(path, read_only=True)

    with pytest.raises(sqlite3.OperationalError):
        drafts.save(tracker.db, "note:R6", "words", author())

    assert drafts.get(tracker.db, "note:R6") is None
    assert not tracker.db.in_transaction
    tracker.close()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(), max_size=200))
def test_any_text_is_kept_cleaned(db: sqlite3.Connection, text: str) -> None:
    drafts.save(db, "any", text, author())

    found = drafts.get(db, "any")

    assert found is not None
    assert found.text == clean(text)
