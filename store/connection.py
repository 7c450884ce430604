"""The one way to a tracker file's tables: opened with care, its triggers known to the letter."""

import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from store.errors import NotATracker, TrackerError
from store.schema import EARLIER_TRIGGERS_SHA256, SCHEMA_NUMBER, TRIGGERS_SHA256

PATIENCE = 10
"""Seconds to wait for somebody else's saving."""

LARGE = 32 * 1024 * 1024
"""Bytes from which a command does not look at the whole file first; the screen and “check” do."""

_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
)


def connect(path: Path, mode: str, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open a file that is there, "ro" to read it or "rw" to write it; never makes one.

    With `any_thread` it may be handed from one thread to another, never used by two at a time.
    """
    try:
        db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=not any_thread,
        )
    except sqlite3.OperationalError as error:
        raise NotATracker(f"{path} could not be opened. It has not been touched.") from error
    for pragma in _PRAGMAS if mode == "rw" else _PRAGMAS[2:]:
        try:
            db.execute(f"PRAGMA {pragma}")
        except (sqlite3.DatabaseError, ValueError) as error:
            db.close()
            raise trouble(path, error) from error
    return db


def trust_triggers(db: sqlite3.Connection) -> str:
    """Let the triggers work, if they are exactly ours; otherwise say why nothing may be written.

    SQLite's JSON functions count as unsafe inside a schema it does not trust, and the triggers
    that write history need them.
    """
    if not triggers_are_ours(db):
        db.execute("PRAGMA query_only = ON")
        return "its inner structure was altered by another program"
    db.execute("PRAGMA trusted_schema = ON")
    return ""


def triggers_are_ours(db: sqlite3.Connection) -> bool:
    """Whether the file holds our triggers of its schema to the letter, and no others."""
    (schema,) = db.execute("PRAGMA user_version").fetchone()
    ours = {**EARLIER_TRIGGERS_SHA256, SCHEMA_NUMBER: TRIGGERS_SHA256}
    found = db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name"
    )
    return fingerprint(found) == ours.get(schema)


def fingerprint(definitions: Iterable[tuple[str, str]]) -> str:
    """The SHA-256 of what `sqlite_schema` holds, name and SQL, to the letter."""
    text = "\n".join(f"{name}\t{sql}" for name, sql in definitions)
    return sha256(text.encode()).hexdigest()


def pages_are_whole(db: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page in order."""
    (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
    return bool(verdict == "ok")


def trouble(path: Path, error: Exception) -> TrackerError:
    """Why a file that is ours could not be opened: another is saving to it, or it is damaged."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        return TrackerError(
            f"A change of {path} was cut off and its journal lies beside it. Nothing is lost: open "
            "it where it can be written to, which takes the unfinished change back."
        )
    if code == sqlite3.SQLITE_BUSY:
        return TrackerError(
            f"Somebody else is saving to {path}. It has not been touched: open it again in a "
            "moment."
        )
    return damaged(path)


def damaged(path: Path) -> NotATracker:
    """Say that a file is damaged, what is safe and what to do."""
    return NotATracker(
        f"{path} is damaged and was not opened. It has not been touched: “matters backups” lists "
        "what was kept of it, and “matters restore” brings the newest sound backup back."
    )
