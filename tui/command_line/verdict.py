"""What checking a tracker file found, in words."""

import sqlite3

from store import chain, checking
from tui.command_line import output
from tui.command_line.as_lines import counted
from tui.command_line.asked import Asked

WHOLE, NOT_WHOLE = 0, 2


def print_verdict(asked: Asked, *, as_json: bool) -> int:
    """Check the tracker and say what was found; the exit code: 0 when it is whole, 2 when not."""
    with asked.opened(read_only=True, even_if_damaged=True) as tracker:
        found = checking.check_file(tracker.path)
        if as_json:
            output.tell_one_json(
                {
                    "whole": not found,
                    "findings": [{"aspect": one.aspect, "sentence": one.sentence} for one in found],
                    "seal": _seal(tracker.db),
                }
            )
        else:
            output.tell(_whole(tracker.db) if not found else _not_whole(found))
    return NOT_WHOLE if found else WHOLE


def _seal(db: sqlite3.Connection) -> str:
    """The newest hash of the log; empty where damage keeps it from being read."""
    try:
        return chain.head(db)
    except sqlite3.DatabaseError:
        return ""


def _whole(db: sqlite3.Connection) -> list[str]:
    counts = ", ".join(
        counted(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0], table[:-1])
        for table in ("inspections", "documents", "recommendations", "actions", "notes")
    )
    (changes,) = db.execute("SELECT count(*) FROM changes").fetchone()
    (units,) = db.execute("SELECT count(*) FROM units").fetchone()
    return [
        f"The file is whole: {counts}.",
        f"Every record is what its history says: {counted(changes, 'entry', 'entries')} in "
        f"{counted(units, 'change')}, sealed {chain.head(db)[:16]}.",
    ]


def _not_whole(found: list[checking.Finding]) -> list[str]:
    return [
        f"The file is not whole: {counted(len(found), 'finding')}. Nothing was changed by looking.",
        *(f"{one.aspect.capitalize()}: {one.sentence}" for one in found),
        "Keep this file as it is: “matters backups” lists its backups, and “matters restore” "
        "brings the newest sound one back.",
    ]
