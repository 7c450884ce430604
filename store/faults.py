"""What SQLite reports, as the sentence a person can act on."""

import sqlite3

from store.errors import NotATracker, ReadOnly, TrackerError

_FAMILY = 0xFF  # an extended code keeps the kind of trouble in its lowest byte

_SENTENCES: dict[int, tuple[type[TrackerError], str]] = {
    sqlite3.SQLITE_FULL: (
        TrackerError,
        "The disk is full. Nothing of this change was saved and what was there before is whole: "
        "free some space, then do it again.",
    ),
    sqlite3.SQLITE_BUSY: (
        TrackerError,
        "Somebody else is saving to this file. Nothing of this change was saved: try again in a "
        "moment.",
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnly,
        "The file or its folder cannot be written to. Nothing was changed: make it writable, or "
        "work on a copy.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        NotATracker,
        "The file is damaged. It has not been changed: keep it; “matters check” says more, and "
        "“matters restore” brings the newest sound backup back.",
    ),
    sqlite3.SQLITE_IOERR: (
        TrackerError,
        "The disk or the network drive stopped answering. Nothing of this change was saved: check "
        "that it is there, then do it again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        TrackerError,
        "The file, or the journal beside it, could not be opened. Nothing was changed: check that "
        "its folder is there and can be written to.",
    ),
    sqlite3.SQLITE_TOOBIG: (
        TrackerError,
        "That text is longer than the file can keep. Nothing was saved: split it.",
    ),
}
_SAME_AS = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_NOTADB: sqlite3.SQLITE_CORRUPT,
}
_OTHERWISE = (
    TrackerError,
    "The tracker file refused this. Nothing of this change was saved: run “matters check” to see "
    "whether the file is whole.",
)


def explained(error: sqlite3.Error) -> TrackerError:
    """The trouble SQLite reports, as an error with a sentence and no value from the file."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _FAMILY
    kind, sentence = _SENTENCES.get(_SAME_AS.get(code, code), _OTHERWISE)
    return kind(sentence)
