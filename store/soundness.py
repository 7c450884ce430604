"""Whether a file holds what was written to it: its pages, its log, its records, what follows.

What SQLite's own check cannot see, a changed word in a whole page, the chain of the log shows.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store import replay, sealed, standing
from store.connection import LARGE, connect, fingerprint
from store.errors import NotATracker, TrackerError
from store.faults import explained
from store.schema import SCHEMA_NUMBER, TABLES_SHA256
from store.telling import Stopped, Tell, Told, untold

PAGES = "Pages of it are damaged."
UNREADABLE = "Parts of it cannot be read."
OTHER_TABLES = "What its tables may hold was altered."
LOOKING = Told("Looking whether the file is sound")
_STEPS = 20_000  # of SQLite's machine, a millisecond or less
_COULD_NOT_LOOK = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR),
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT),
        sqlite3.SQLITE_READONLY,  # the journal of a change that was cut off lies beside it
    }
)


def verify(path: Path, tell: Tell = untold) -> str:
    """What is wrong with a tracker file, as a sentence, or nothing; never writes.

    Opens the file itself, so it can be called from any thread. `Stopped` where `tell` raises it;
    another TrackerError where the file could not be looked at, because somebody is saving or the
    disk does not answer.
    """
    try:
        db = connect(path, "ro")
    except NotATracker:
        return UNREADABLE
    try:
        with stoppable(db, lambda: tell(LOOKING)):
            return wrong_with(db)
    finally:
        db.close()


def cannot_be_used(path: Path, tell: Tell = untold) -> str:
    """Why a file cannot be restored from, or nothing: not sound, or not to be looked at now."""
    try:
        return verify(path, tell)
    except Stopped:
        raise
    except TrackerError as error:
        return str(error)


@contextmanager
def stoppable(db: sqlite3.Connection, still_wanted: Callable[[], None]) -> Iterator[None]:
    """Let long statements on this connection be given up once `still_wanted` raises `Stopped`."""
    stopped: list[Stopped] = []

    def step() -> int:
        try:
            still_wanted()
        except Stopped as given_up:
            stopped.append(given_up)
        return len(stopped)

    db.set_progress_handler(step, _STEPS)
    try:
        yield
    except TrackerError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        db.set_progress_handler(None, _STEPS)
    if stopped:
        raise stopped[0]


def wrong_with(db: sqlite3.Connection) -> str:
    """What is wrong with an open tracker, as a sentence, or nothing; one state throughout."""
    try:
        db.execute("SAVEPOINT looking")
        try:
            return _first_trouble(db)
        finally:
            db.execute("RELEASE looking")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _COULD_NOT_LOOK:
            raise explained(error) from error
        return UNREADABLE
    except (ValueError, TypeError):
        return UNREADABLE


def wrong_before_writing(path: Path, db: sqlite3.Connection) -> str:
    """What a command finds before it writes; in a large file only whether the log is cut off."""
    try:
        return wrong_with(db) if path.stat().st_size <= LARGE else sealed.cut_off(db)
    except (sqlite3.DatabaseError, ValueError, TypeError):
        return UNREADABLE


def refusal(path: Path, wrong: str) -> NotATracker:
    """Say that a file that is not sound was not used, what is safe and what to do."""
    return NotATracker(
        f"{path} is damaged or was altered. {wrong} It has not been touched: “matters check” says "
        "more, and “matters restore” brings the newest sound backup back."
    )


def tables_are_ours(db: sqlite3.Connection) -> bool:
    """Whether the file holds our tables and indexes to the letter, and no others.

    SQLite's own check overlooks an altered rule of a table in a file that it may only read. What
    SQLite and sqlite-utils make for themselves is theirs; of a newer version's nothing is known.
    """
    (schema,) = db.execute("PRAGMA user_version").fetchone()
    if schema > SCHEMA_NUMBER:
        return True
    found = db.execute(
        """SELECT name, sql FROM sqlite_schema
           WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT GLOB '*_search_*'
             AND name NOT GLOB '*_sqlite_migrations*' AND name NOT GLOB 'sqlite_*' ORDER BY name"""
    )
    return fingerprint(found) == TABLES_SHA256.get(schema)


def _first_trouble(db: sqlite3.Connection) -> str:
    # quick_check would not see that an index lost a row, which lists would then lack.
    (verdict,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        return PAGES
    if not tables_are_ours(db):
        return OTHER_TABLES
    return (
        sealed.trouble(db)
        or next(replay.differences(db), "")
        or next(iter(standing.disagreements(db)), "")
    )
