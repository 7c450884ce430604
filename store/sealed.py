"""Whether the log is what was written, to its end: the chain, and the seal on how far it goes.

The chain alone cannot see that units are gone from its end; the seal names the newest.
"""

import sqlite3

from store import chain


def trouble(db: sqlite3.Connection) -> str:
    """What is wrong with the log, naming the first change that is not as written, or nothing."""
    broken = chain.first_break(db)
    if broken is not None:
        return (
            f"From {_called(db, broken)} on, the log is not what was written: it was altered, or "
            "part of it is gone."
        )
    return cut_off(db)


def _called(db: sqlite3.Connection, unit: int) -> str:
    """A change by its number and, if the log still has it, its name, author and time (UTC)."""
    found = db.execute("SELECT title, by, at FROM units WHERE id = ?", (unit,)).fetchone()
    if found is None:
        return f"change {unit}"
    # Where the file is damaged they may be anything, or nothing.
    title, by, at = map(str, found)
    return f"change {unit} (“{title}”, by {by}, {at[:16].replace('T', ' ')} UTC)"


def cut_off(db: sqlite3.Connection) -> str:
    """Whether units are gone from the end of the log, as a sentence, or nothing."""
    if not _has_seal(db):
        return ""
    seal = db.execute("SELECT units, changes, head FROM seal").fetchone()
    (units, changes) = db.execute(
        "SELECT (SELECT count(*) FROM units), (SELECT count(*) FROM changes)"
    ).fetchone()
    if seal == (units, changes, chain.head(db)):
        return ""
    if seal is not None and seal[0] > units:
        return f"The log goes on to change {seal[0]}, but the file holds only {units} of them."
    return "The end of the log is not the one it was sealed with."


def _has_seal(db: sqlite3.Connection) -> bool:
    """Files that no version with a seal has written to yet have none."""
    found = db.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'seal'")
    return found.fetchone() is not None
