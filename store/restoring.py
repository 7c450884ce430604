"""Bringing a backup back. Nothing is destroyed: the present file is first kept as a backup itself.

The restored file is put beside the present one, read again, put on the disk and only then given
its name, so that under that name there is always one whole file, the old or the restored one.
"""

import glob
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from store import backups, comparing, presence, soundness, whole_files
from store.backups import Backup, Why
from store.connection import connect, trust_triggers
from store.errors import BadInput, TrackerError
from store.faults import explained
from store.unit import Author, remark


class RestoreFailed(TrackerError):
    """Nothing was restored; the present file and every backup are as they were."""


def restore(
    backup: Path,
    path: Path,
    moment: datetime,
    folder: Path | None = None,
    by: Author | None = None,
) -> Backup | None:
    """Put a sound backup in the place of the tracker; what the present file was kept as, if any.

    With `by`, the log of the restored file says who brought it back from which backup. BadInput if
    the backup is not sound or of another tracker, RestoreFailed where it cannot be done; nothing is
    changed then. The file must not be open in this program.
    """
    target = path.resolve()
    kept_in = folder or backups.folder_of(path)
    _check(backup, target)
    with _told(path), _nobody_saving(target) as sound, whole_files.unfinished(target) as copy:
        _copy(backup, copy)
        if by is not None:
            _log(copy, backups.of_file(backup), by)
        kept = _keep(target, kept_in, moment, sound=sound) if target.exists() else None
        # The journal of a change that was cut off belongs to the file that goes.
        Path(f"{target}-journal").unlink(missing_ok=True)
        whole_files.settle(copy, target)
        _tidy(target)
    return kept


def restore_everywhere(
    backup: Path, path: Path, published: Path | None, moment: datetime, folder: Path, by: Author
) -> Backup | None:
    """Restore a tracker, and first the file in the synced folder that it is the copy of, if any.

    The copy gets the restored file itself, with the same line in its log: two lines would be two
    logs that went different ways. A failure in between leaves the newer work in the copy, and it
    is asked about when both are brought together.
    """
    if published is None:
        return restore(backup, path, moment, folder, by)
    kept = restore(backup, published, moment, folder, by)
    if not path.exists():  # it was never opened on this machine
        return kept
    return restore(published, path, moment, folder)


def check_not_open(path: Path, host: str, process: int, moment: datetime) -> None:
    """BadInput if somebody but this process has the tracker open on the screen."""
    there = presence.in_the_way(path, host, moment)
    if there is None or (there.host, there.pid) == (host, process):
        return
    raise BadInput(
        f"{there.user} has {path.name} open on {there.host or 'another machine'} since "
        f"{there.opened.astimezone():%d/%m/%Y %H:%M}. Nothing was restored: do it when they have "
        "left it."
    )


def _check(backup: Path, target: Path) -> None:
    wrong = soundness.cannot_be_used(backup)
    if wrong:
        raise BadInput(
            f"{backup.name} is not a sound backup. {wrong} Nothing was restored: choose another."
        )
    if target.exists() and comparing.compare(backup, target).is_of_another:
        raise BadInput(
            f"{backup.name} is a backup of another tracker. Nothing was restored: choose one of "
            f"{target.name}, or copy it to a name of its own."
        )


def _tidy(target: Path) -> None:
    """Take away what restores left that were cut off; whoever holds the file is the only one."""
    for left in target.parent.glob(f"{glob.escape(target.name)}.*{whole_files.UNFINISHED}*"):
        left.unlink(missing_ok=True)


def _copy(backup: Path, copy: Path) -> None:
    shutil.copyfile(backup, copy)
    if soundness.verify(copy):
        raise RestoreFailed(
            "What was copied from the backup is not what is in it. Nothing was restored: check the "
            "disk, or choose another backup."
        )


def _log(copy: Path, backup: Backup, by: Author) -> None:
    """Say in the log of a restored file from which backup it is; no record is changed by that."""
    db = connect(copy, "rw")
    try:
        if not trust_triggers(db):
            made = f"{backup.made_at.astimezone():%d/%m/%Y %H:%M}"
            remark(db, f"Brought back from the backup of {made} ({backup.why})", by)
    finally:
        db.close()


@contextmanager
def _nobody_saving(target: Path) -> Iterator[bool]:
    """Hold the file against everybody who would save meanwhile; whether it is sound.

    A file too damaged to be locked cannot be saved to either.
    """
    try:
        db = connect(target, "rw")
    except TrackerError:
        yield False
        return
    try:
        try:
            db.execute("BEGIN IMMEDIATE")
            sound = not soundness.wrong_with(db)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise
            sound = False
        yield sound
    finally:
        db.close()


def _keep(target: Path, folder: Path, moment: datetime, *, sound: bool) -> Backup:
    if sound:
        return backups.make(target, Why.BEFORE_RESTORE, moment, folder)
    return backups.keep_as_it_is(target, Why.BEFORE_RESTORE, moment, folder)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Every way that restoring can fail, as one sentence."""
    try:
        yield
    except OSError as error:
        raise RestoreFailed(
            f"Nothing was restored: {os.strerror(error.errno or 0)}. {path.name} and every backup "
            "are as they were: free some space or make the folder writable, then do it again."
        ) from error
    except sqlite3.Error as error:
        raise RestoreFailed(f"Nothing was restored. {explained(error)}") from error
