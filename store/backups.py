"""Backups of a tracker: whole copies in a folder beside it, each proved by reading it again.

A backup is written under another name, put on the disk and only then given its own, so that
whatever carries a backup's name is whole. Its name says when (UTC) and why it was made.
"""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from store import soundness
from store.connection import connect
from store.errors import TrackerError
from store.faults import explained
from store.telling import Tell, Told, untold
from store.whole_files import UNFINISHED, settle, unfinished

KEPT = 10
"""How many backups are kept; older ones go when a new one was proved sound."""

EVERY = timedelta(hours=24)
"""How old the newest backup may be before another is made by itself."""

_PAGES_AT_ONCE = 4_096
_NAME = re.compile(
    r"(?P<stem>.*) (?P<day>\d{4}-\d\d-\d\d) (?P<time>\d\d\.\d\d\.\d\d) UTC "
    r"(?P<why>[a-z ]+?)(?: \d+)?\.matters"
)


class Why(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    ASKED = "asked for"
    BEFORE_UPDATE = "before update"
    BEFORE_IMPORT = "before import"
    BEFORE_MERGE = "before merge"
    BEFORE_RESTORE = "before restore"


class BackupFailed(TrackerError):
    """No backup was made; the tracker and every earlier backup are as they were."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it is, when and why it was made, its size in bytes.

    `written` is the file's own time, in billionths of a second.
    """

    path: Path
    made_at: datetime
    why: Why
    size: int
    written: int


def folder_of(path: Path) -> Path:
    """Where the backups of a tracker are kept unless another folder is named: beside it."""
    real = path.resolve()
    return real.with_name(f"{real.stem} backups")


def listed(path: Path, folder: Path | None = None) -> list[Backup]:
    """Every backup of a tracker, the newest first."""
    found = (_backup(one, path.stem) for one in _entries(folder or folder_of(path)))
    return sorted((one for one in found if one), key=_age, reverse=True)


def _age(backup: Backup) -> tuple[datetime, int]:
    """When it was made; of those made in one second, when it was written."""
    return backup.made_at, backup.written


def is_due(path: Path, moment: datetime, folder: Path | None = None) -> bool:
    """Whether the newest backup is more than a day old or missing, and something changed since.

    Those dated later than now do not count: the clock was wrong when they were made, or is now.
    """
    past = [one for one in listed(path, folder) if one.made_at <= moment]
    if not past:
        return True
    return moment - past[0].made_at > EVERY and head_of(past[0].path) != head_of(path)


def head_of(path: Path) -> tuple[int, str] | None:
    """The number and the hash of a file's newest unit; None if it has none or cannot be read."""
    try:
        db = connect(path, "ro")
    except TrackerError:
        return None
    try:
        found = db.execute("SELECT id, hash FROM units ORDER BY id DESC LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        return None
    finally:
        db.close()
    return (int(found[0]), str(found[1])) if found else None


def make(
    path: Path, why: Why, moment: datetime, folder: Path | None = None, tell: Tell = untold
) -> Backup:
    """Back up a tracker, prove the copy sound and keep the newest ten; from any thread.

    BackupFailed, with every earlier backup as it was, where that cannot be done.
    """
    kept_in = folder or folder_of(path)
    with _told(kept_in), _opened(path) as db:
        _make_folder(kept_in, moment)
        final = _free_name(kept_in, f"{path.stem} {_stamp(moment)} {why}")
        with unfinished(final) as copy:
            _copy(db, copy, tell)
            _prove(db, copy, tell)
            settle(copy, final)
        if why is not Why.BEFORE_RESTORE:  # the one being restored may be the oldest
            forget_oldest(path, kept_in)
    return _described(final, moment.astimezone(UTC).replace(microsecond=0), why)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of our own: one that is writing cannot be copied from."""
    db = connect(path, "ro")
    try:
        yield db
    finally:
        db.close()


def keep_as_it_is(path: Path, why: Why, moment: datetime, folder: Path | None = None) -> Backup:
    """Keep a file that is not sound byte for byte, with its journal; no backup goes for it."""
    kept_in = folder or folder_of(path)
    with _told(kept_in):
        _make_folder(kept_in, moment)
        final = _free_name(kept_in, f"{path.stem} {_stamp(moment)} {why}")
        with unfinished(final) as copy:
            shutil.copyfile(path, copy)
            settle(copy, final)
        if Path(f"{path}-journal").exists():
            with unfinished(Path(f"{final}-journal")) as copy:
                shutil.copyfile(f"{path}-journal", copy)
                settle(copy, Path(f"{final}-journal"))
    return _described(final, moment.astimezone(UTC).replace(microsecond=0), why)


def of_file(path: Path) -> Backup:
    """Any file as a backup; when and why are told by its name, else by its date on the disk."""
    named = _NAME.fullmatch(path.name)
    found = _backup(path, named["stem"]) if named else None
    if found:
        return found
    return _described(path, datetime.fromtimestamp(path.stat().st_mtime, UTC), Why.ASKED)


def newest_sound(path: Path, folder: Path | None = None, tell: Tell = untold) -> Backup | None:
    """The newest backup that is sound, or None."""
    for backup in listed(path, folder):
        if not soundness.cannot_be_used(backup.path, tell):
            return backup
    return None


def forget_oldest(path: Path, folder: Path) -> None:
    """Keep the newest ten. Only called when the newest was just proved sound."""
    for old in listed(path, folder)[KEPT:]:
        with suppress(OSError):  # the next backup tries again
            old.path.unlink(missing_ok=True)
            Path(f"{old.path}-journal").unlink(missing_ok=True)


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H.%M.%S} UTC"


def _free_name(folder: Path, name: str) -> Path:
    """A name that no backup has yet: two made in one second are numbered."""
    final, number = folder / f"{name}.matters", 2
    while final.exists():
        final, number = folder / f"{name} {number}.matters", number + 1
    return final


def _make_folder(folder: Path, moment: datetime) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"*{UNFINISHED}"):
        # Of a backup that was cut off; a young one may be in the making by somebody else.
        if left.stat().st_mtime < (moment - EVERY).timestamp():
            left.unlink(missing_ok=True)


def _copy(db: sqlite3.Connection, copy: Path, tell: Tell) -> None:
    target = connect(copy, "rw")
    try:
        # It is put on the disk as a whole afterwards; nobody else can see it until then.
        target.execute("PRAGMA synchronous = OFF")
        db.backup(
            target,
            pages=_PAGES_AT_ONCE,
            progress=lambda _, left, of: tell(Told("Copying", of - left, of)),
        )
    finally:
        target.close()


def _prove(db: sqlite3.Connection, copy: Path, tell: Tell) -> None:
    wrong = soundness.verify(copy, tell)
    if wrong or not _is_of(db, copy):
        raise BackupFailed(
            f"The backup was read again and is not whole. {wrong} It was not kept, and the earlier "
            "ones are as they were: run “matters check”."
        )


def _is_of(db: sqlite3.Connection, copy: Path) -> bool:
    """Whether the copy's newest unit is one that the tracker's log holds too."""
    newest = "SELECT id, uid, hash FROM units ORDER BY id DESC LIMIT 1"
    other = connect(copy, "ro")
    try:
        head = other.execute(newest).fetchone()
    finally:
        other.close()
    here = db.execute("SELECT id, uid, hash FROM units WHERE id = ?", (head[0] if head else 0,))
    return head is not None and here.fetchone() == head


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Every way that making a backup can fail, as one sentence."""
    try:
        yield
    except OSError as error:
        raise BackupFailed(
            f"No backup was made in {folder}: {error.strerror}. The tracker and the earlier "
            "backups are as they were: free some space there or make the folder writable."
        ) from error
    except sqlite3.Error as error:
        raise BackupFailed(
            f"No backup was made in {folder}: {explained(error)} The earlier backups are as they "
            "were."
        ) from error


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _backup(path: Path, stem: str) -> Backup | None:
    """A file of the folder as a backup of the tracker; None if it is something else."""
    named = _NAME.fullmatch(path.name)
    if named is None or named["stem"] != stem or named["why"] not in list(Why):
        return None
    try:
        made_at = datetime.fromisoformat(f"{named['day']} {named['time'].replace('.', ':')}+00:00")
        return _described(path, made_at, Why(named["why"]))
    except (ValueError, OSError):
        return None


def _described(path: Path, made_at: datetime, why: Why) -> Backup:
    held = path.stat()
    return Backup(path, made_at, why, held.st_size, held.st_mtime_ns)
