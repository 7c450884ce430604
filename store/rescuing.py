"""A whole copy of an open tracker, elsewhere, when its own file was taken away under it."""

import sqlite3
from pathlib import Path

from store import soundness, whole_files
from store.connection import connect
from store.errors import BadInput, TrackerError
from store.faults import explained


def save_copy(db: sqlite3.Connection, target: Path) -> Path:
    """Write everything that the open tracker holds to a new file, and read it again.

    Never over another file. BadInput or TrackerError where it cannot be done; then there is no
    file, and the open tracker is as it was.
    """
    if target.exists():
        raise BadInput(f"There is already a file at {target}. It was not touched: choose another.")
    try:
        with whole_files.unfinished(target) as copy:
            _copy(db, copy)
            if soundness.verify(copy):
                raise TrackerError(
                    "What was written is not what was to be written. No copy was made: choose "
                    "another disk."
                )
            whole_files.settle(copy, target)
    except OSError as error:
        raise TrackerError(
            f"No copy could be written to {target}: {error.strerror}. Everything is still here on "
            "the screen: choose another place."
        ) from error
    except sqlite3.Error as error:
        raise TrackerError(f"No copy was made. {explained(error)}") from error
    return target


def _copy(db: sqlite3.Connection, copy: Path) -> None:
    other = connect(copy, "rw")
    try:
        db.backup(other)
    finally:
        other.close()
