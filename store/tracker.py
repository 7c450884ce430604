"""Open or create a tracker file: one SQLite database that is ours, ours alone and whole."""

import os
import sqlite3
import uuid
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from store.connection import connect, damaged, triggers_are_ours, trouble, trust_triggers
from store.errors import BadInput, TrackerError
from store.header import schema_of
from store.schema import APPLICATION_ID, SCHEMA_NUMBER
from store.unit import Author, transaction, unit

__all__ = ["Tracker", "create", "open_tracker", "triggers_are_ours"]


class Tracker(NamedTuple):
    """An open tracker file. `read_only` says why it cannot be written, or is empty.

    `backups` is the folder its backups are kept in, or None for the one beside it. `published` is
    the file in a synced folder that this one is the working copy of, if it is one.
    """

    db: sqlite3.Connection
    path: Path
    read_only: str
    file_uuid: str
    title: str
    marking: str
    opens_on: date | None
    backups: Path | None = None
    published: Path | None = None

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
    db = connect(path, "rw")
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
    trust_triggers(db)
    with unit(db, "New tracker", author) as change:
        change.add(
            "tracker",
            file_uuid=uuid.uuid4().hex,
            title=title or path.stem,
            marking="OFFICIAL",
            opens_on=opens_on,
        )


def _build(db: sqlite3.Connection) -> None:
    from store.migrations import take_steps

    with transaction(db) as wrapped:
        take_steps(wrapped)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def open_tracker(
    path: Path,
    *,
    read_only: bool = False,
    moment: datetime | None = None,
    backups: Path | None = None,
    any_thread: bool = False,
) -> Tracker:
    """Open an existing tracker file; for reading only where it cannot be written.

    With `moment`, a file of an earlier version is backed up (in the folder `backups`, or in its
    own) and brought up to date. Without, and where that cannot be done, it is brought up to date
    in memory only, and `read_only` says so. Whether the file is sound, `soundness.verify` says.
    `any_thread` is as in `connect`.
    """
    schema = schema_of(path)
    reason = _why_read_only(path, schema, read_only)
    if schema >= SCHEMA_NUMBER:
        return _open(path, reason, backups, any_thread)
    from store import upgrading

    if moment is not None and not reason:
        reason = upgrading.bring_up_to_date(path, moment, backups)
        if not reason:
            return _open(path, "", backups, any_thread)
    return _open_in_memory(path, reason, backups, any_thread)


def _open(path: Path, reason: str, backups: Path | None, any_thread: bool) -> Tracker:
    db = connect(path, "ro" if reason else "rw", any_thread=any_thread)
    try:
        return _opened(db, path, reason or trust_triggers(db), backups)
    except (sqlite3.DatabaseError, ValueError) as error:
        db.close()
        raise trouble(path, error) from error
    except TrackerError:
        db.close()
        raise


def _open_in_memory(path: Path, reason: str, backups: Path | None, any_thread: bool) -> Tracker:
    from store import upgrading

    try:
        db = upgrading.in_memory(path, any_thread=any_thread)
        return _opened(db, path, reason or upgrading.ONLY_LOOKED_AT, backups)
    except (sqlite3.DatabaseError, ValueError) as error:
        raise trouble(path, error) from error


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


def _opened(
    db: sqlite3.Connection, path: Path, reason: str, backups: Path | None = None
) -> Tracker:
    row = db.execute("SELECT file_uuid, title, marking, opens_on FROM tracker").fetchone()
    if row is None:
        raise damaged(path)
    file_uuid, title, marking, opens_on = row
    day = date.fromisoformat(opens_on) if opens_on else None
    return Tracker(db, path, reason, file_uuid, title, marking, day, backups)
