"""What went wrong with a save, as a sentence for the person whose words are still on the screen."""

import sqlite3

from store.errors import TrackerError

_BY_CODE = {
    sqlite3.SQLITE_BUSY: "Somebody else is writing to the tracker just now. Try again in a moment.",
    sqlite3.SQLITE_LOCKED: "The tracker is busy just now. Try again in a moment.",
    sqlite3.SQLITE_FULL: "The disk is full. Free some space, then save again.",
    sqlite3.SQLITE_READONLY: "The tracker cannot be written: the file, its folder or this session "
    "is read only.",
    sqlite3.SQLITE_IOERR: "The disk did not take it. Check the drive, then save again.",
    sqlite3.SQLITE_CORRUPT: "The tracker file is damaged. Copy what you typed, then restore the "
    "newest backup.",
}
_PRIMARY_CODE = 0xFF  # SQLite keeps the finer reason in the higher bits


def sentence_for(error: TrackerError | sqlite3.Error) -> str:
    """The error's own sentence, or one for what SQLite reports."""
    if isinstance(error, TrackerError):
        return str(error)
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
    known = _BY_CODE.get(code)
    return known or f"The tracker file could not be written ({error}). Nothing was changed."
