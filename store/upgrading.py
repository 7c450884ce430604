"""A file of an earlier version brought up to date: after a backup and under the write lock."""

import sqlite3
from datetime import datetime
from pathlib import Path

from store.connection import connect, damaged, triggers_are_ours, trust_triggers
from store.errors import TrackerError
from store.schema import EARLIER_TRIGGERS_SHA256, SCHEMA_NUMBER
from store.unit import transaction

ONLY_LOOKED_AT = "made by an earlier version of this program, and only looked at"


def bring_up_to_date(path: Path, moment: datetime, backups: Path | None) -> str:
    """Back a file up and take it to the present schema, all of it or nothing of it.

    Says why that could not be done, or nothing. Whoever comes second finds it done.
    """
    from store.backups import Why, make
    from store.migrations import take_steps

    db = connect(path, "rw")
    try:
        # Steps that add columns to tables with triggers need those triggers to be trusted.
        if trust_triggers(db):
            return "its inner structure was altered by another program"
        with transaction(db) as wrapped:
            (schema,) = db.execute("PRAGMA user_version").fetchone()
            if schema < SCHEMA_NUMBER:
                make(path, Why.BEFORE_UPDATE, moment, backups)
                take_steps(wrapped)
    except TrackerError as error:
        return f"made by an earlier version, and not brought up to date: {error}"
    finally:
        db.close()
    return ""


def _not_ours(path: Path, db: sqlite3.Connection) -> TrackerError:
    (schema,) = db.execute("PRAGMA user_version").fetchone()
    if schema not in EARLIER_TRIGGERS_SHA256:
        return damaged(path)
    return TrackerError(
        f"{path} was made by an earlier version, and its inner structure was altered by another "
        "program. It has not been touched: “matters restore” brings the newest sound backup back."
    )


def in_memory(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """A file of an earlier version as it would be at the present schema; the file is not touched.

    The copy in memory cannot be written to. `any_thread` is as in `connect`.
    """
    from store.migrations import take_steps

    source = connect(path, "ro")
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=not any_thread)
    try:
        source.backup(copy)
        if not triggers_are_ours(copy):
            raise _not_ours(path, copy)
        with transaction(copy) as wrapped:
            take_steps(wrapped)
    except BaseException:
        copy.close()
        raise
    finally:
        source.close()
    copy.execute("PRAGMA query_only = ON")
    return copy
