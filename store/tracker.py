"""Open or create a tracker file: one SQLite database that is ours, ours alone and whole."""

import os
import sqlite3
import struct
import uuid
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from store.errors import BadInput, NotATracker, TrackerError
from store.schema import APPLICATION_ID, SCHEMA_NUMBER, TRIGGERS_SHA256
from store.unit import Author, transaction, unit

_HEADER = struct.Struct(">16s44xI4xI28x")  # magic, user_version at 60, application_id at 68
_QUICK_CHECK_LIMIT = 32 * 1024 * 1024
_PATIENCE = 10  # seconds to wait for somebody else's saving
_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
)


@dataclass(frozen=True, slots=True)
class Tracker:
    """An open tracker file. `read_only` says why it cannot be written, or is empty."""

    db: sqlite3.Connection
    path: Path
    read_only: str
    file_uuid: str
    title: str
    marking: str
    opens_on: date | None

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()


def create(path: Path, author: Author, *, title: str = "", opens_on: date | None = None) -> Tracker:
    """Make a new, empty tracker file, readable by its owner alone; never over another file."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise BadInput(
            f"There is already a file at {path}. It has not been touched: choose another name, or "
            "open it instead."
        ) from None
    except OSError as error:
        raise BadInput(
            f"The file {path} could not be made: {error.strerror}. Nothing was changed: choose a "
            "folder you can write to."
        ) from None
    db = _connect(path, "rw")
    try:
        _fill(db, path, author, title, opens_on)
    except BaseException:
        db.close()
        path.unlink()
        raise
    return _opened(db, path, "")


def _fill(
    db: sqlite3.Connection, path: Path, author: Author, title: str, opens_on: date | None
) -> None:
    _build(db)
    _trust_triggers(db)
    with unit(db, "New tracker", author) as change:
        change.add(
            "tracker",
            file_uuid=uuid.uuid4().hex,
            title=title or path.stem,
            marking="OFFICIAL",
            opens_on=opens_on,
        )


def open_tracker(path: Path, *, read_only: bool = False) -> Tracker:
    """Open an existing tracker file; for reading only where it cannot be written."""
    schema = _own_schema(path)
    reason = _why_read_only(path, schema, read_only)
    db = _connect(path, "ro" if reason else "rw")
    try:
        reason = reason or _trust_triggers(db)
        if path.stat().st_size <= _QUICK_CHECK_LIMIT:
            _quick_check(db, path)
        return _opened(db, path, reason)
    except (sqlite3.DatabaseError, ValueError) as error:
        db.close()
        raise _trouble(path, error) from error
    except TrackerError:
        db.close()
        raise


def _own_schema(path: Path) -> int:
    """Read the schema number from the file's first bytes; NotATracker if it is not ours."""
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            raise NotATracker(f"{path} is a pipe or a device, not a file. It has not been touched.")
        with path.open("rb") as file:
            head = file.read(_HEADER.size)
    except FileNotFoundError:
        raise NotATracker(
            f"There is no file at {path}. Check the name, or make a new tracker with: "
            f"matters new {path.name}"
        ) from None
    except IsADirectoryError:
        raise NotATracker(f"{path} is a folder. Name the tracker file inside it.") from None
    except OSError as error:
        raise NotATracker(
            f"{path} could not be read: {error.strerror}. It has not been touched."
        ) from None
    if not head:
        raise NotATracker(
            f"{path} is empty. It has not been touched: restore a backup, or make a new tracker "
            "under another name."
        )
    magic, schema, application = _HEADER.unpack(head) if len(head) == _HEADER.size else (b"", 0, 0)
    if magic != b"SQLite format 3\x00" or application != APPLICATION_ID:
        raise NotATracker(
            f"{path} is not a tracker made by this program. It has not been touched: choose a "
            "file ending in .matters."
        )
    return int(schema)


def _why_read_only(path: Path, schema: int, asked: bool) -> str:
    if schema > SCHEMA_NUMBER:
        return "made by a newer version of this program: update it to make changes"
    if asked:
        return "opened for reading only"
    if not os.access(path, os.W_OK):
        return "the file is write-protected"
    if not os.access(path.resolve().parent, os.W_OK):
        return "its folder is write-protected"
    return ""


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    try:
        db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
        )
    except sqlite3.OperationalError as error:
        raise NotATracker(f"{path} could not be opened. It has not been touched.") from error
    for pragma in _PRAGMAS if mode == "rw" else _PRAGMAS[2:]:
        try:
            db.execute(f"PRAGMA {pragma}")
        except (sqlite3.DatabaseError, ValueError) as error:
            db.close()
            raise _trouble(path, error) from error
    return db


def _build(db: sqlite3.Connection) -> None:
    from store.migrations import migrations

    with transaction(db) as wrapped:
        migrations.apply(wrapped)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_NUMBER}")


def _trust_triggers(db: sqlite3.Connection) -> str:
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
    """Whether the file holds our triggers to the letter, and no others."""
    found = db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name"
    )
    text = "\n".join(f"{name}\t{sql}" for name, sql in found)
    return sha256(text.encode()).hexdigest() == TRIGGERS_SHA256


def _quick_check(db: sqlite3.Connection, path: Path) -> None:
    (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise _damaged(path)


def _opened(db: sqlite3.Connection, path: Path, reason: str) -> Tracker:
    row = db.execute("SELECT file_uuid, title, marking, opens_on FROM tracker").fetchone()
    if row is None:
        raise _damaged(path)
    file_uuid, title, marking, opens_on = row
    day = date.fromisoformat(opens_on) if opens_on else None
    return Tracker(db, path, reason, file_uuid, title, marking, day)


def _trouble(path: Path, error: Exception) -> TrackerError:
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
    return _damaged(path)


def _damaged(path: Path) -> NotATracker:
    return NotATracker(
        f"{path} is damaged and was not opened. It has not been touched: keep it, and restore the "
        "newest backup beside it."
    )
