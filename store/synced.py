"""Working on a tracker that lies in a synced folder: on a copy of our own, published whole.

What copies such a folder to other machines must never see a file in the middle of a change. So the
program works on a copy in its own folder on this machine, and puts a whole, closed file in the
place of the one in the synced folder. Where that one holds work that ours does not know, nothing
is put over it: both are brought together first. This was tried with files and folders only, never
with OneDrive or another such program.
"""

import glob
import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from store import backups, soundness, whole_files
from store.backups import Why
from store.connection import connect
from store.errors import TrackerError
from store.faults import explained
from store.merging import applying, logs, plan
from store.merging.logs import Log
from store.synced_folders import look_like_copies
from store.tracker import Tracker, open_tracker
from store.unit import Author

PATIENCE = 5.0
"""Seconds for which putting the file in its place is tried again before it is saved beside it."""

_FIRST_WAIT = 0.05
Wait = Callable[[float], None]


class NotPublished(TrackerError):
    """The file in the synced folder is as it was; the work is safe in the copy on this machine."""


class State(StrEnum):
    """How the working copy and the published file stand to each other."""

    SAME = "both hold the same"
    BEHIND = "the published file has gone on"
    AHEAD = "there is work that is not published yet"
    FORKED = "both have gone on"


@dataclass(frozen=True, slots=True)
class Published:
    """What became of publishing: where the file is now, and whether it had to go beside."""

    path: Path
    beside: bool = False


def working_path(published: Path, folder: Path) -> Path:
    """Where the working copy of a published file lies: by its whole path, under its own name."""
    real = published.resolve()
    named = sha256(str(real).encode()).hexdigest()[:16]
    return folder / named / real.name


def backups_of(working: Path) -> Path:
    """The folder of a working copy's backups: on this machine, so that nothing copies them."""
    return working.parent / "backups"


def open_working(published: Path, folder: Path, moment: datetime) -> Tracker:
    """The working copy, made or brought up to the published file where that loses nothing.

    Where both have gone on it is opened as it is: `state_of` says so, and both must be brought
    together before anything can be published.
    """
    working = working_path(published, folder)
    working.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not working.exists() or state_of(working, published) is State.BEHIND:
        _take(published, working)
    _remember(working, published)
    tracker = open_tracker(working, moment=moment, backups=backups_of(working))
    return tracker._replace(published=published)


def state_of(working: Path, published: Path) -> State:
    """How the two stand; a published file that is gone or cannot be read has nothing of its own."""
    ours = _log(working)
    try:
        theirs = _log(published)
    except TrackerError:
        if published.exists():
            raise
        return State.AHEAD
    if ours.head == theirs.head:
        return State.SAME
    if theirs.head in ours.known:
        return State.AHEAD
    return State.BEHIND if ours.head in theirs.known else State.FORKED


def publish(tracker: Tracker, host: str, wait: Wait) -> Published | None:
    """Put the working copy in the place of the published file; None if that holds the same.

    NotPublished, with the published file untouched, if it holds work that ours does not know or
    cannot be replaced nor anything saved beside it.
    """
    published = tracker.published
    if published is None:
        return None
    if state_of(tracker.path, published) is State.SAME:
        return None
    _check_ahead(tracker.path, published)
    try:
        return _put(tracker.path, published, host, wait)
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) else explained(error)
        raise NotPublished(
            f"{published} could not be replaced: {why}. It was not touched, and your work is safe "
            "on this machine; it is published when that works again."
        ) from error


def _check_ahead(working: Path, published: Path) -> None:
    if state_of(working, published) is not State.AHEAD:
        raise NotPublished(
            f"{published} was changed by somebody else. It was not touched, and your work is safe "
            f"on this machine: “matters merge {published.name}” brings it in, then both are "
            "published together."
        )


def unpublished(tracker: Tracker) -> str:
    """A sentence if work from last time never reached the published file, after a crash perhaps."""
    if tracker.published is None or state_of(tracker.path, tracker.published) is not State.AHEAD:
        return ""
    return (
        f"Changes from last time had not reached {tracker.published.name} in the synced folder. "
        "None is lost: they are published now."
    )


def bring_together(tracker: Tracker, author: Author, today: date) -> str:
    """Bring in what the published file holds beyond ours, if nothing has to be asked.

    Says what was done, or how many questions somebody has to answer first; nothing if neither.
    """
    published = tracker.published
    if published is None or state_of(tracker.path, published) is not State.FORKED:
        return ""
    made = plan.make(tracker, published)
    asked = len(made.questions())
    if asked:
        return (
            f"{published.name} was changed here and elsewhere, and {asked} of the changes are of "
            f"the same. Your work is safe on this machine and not published yet: “matters merge "
            f"{published.name}”, or “Bring in another copy” on the screen, asks about each."
        )
    backups.make(tracker.path, Why.BEFORE_MERGE, author.now(), tracker.backups)
    applying.bring_in(tracker.db, made, {}, author, today)
    return (
        f"{published.name} was changed elsewhere too: that was brought in, one undo takes it back."
    )


def reading_path(published: Path, folder: Path) -> Path:
    """The file to read from: the working copy if it holds work that is not published yet."""
    working = working_path(published, folder)
    if not working.exists():
        return published
    try:
        unpublished = state_of(working, published) in (State.AHEAD, State.FORKED)
    except (TrackerError, sqlite3.DatabaseError):
        return published  # whoever reads it says what is wrong with it
    return working if unpublished else published


def copies_beside(tracker: Tracker) -> list[Path]:
    """Copies in conflict that lie beside the tracker and hold work of this tracker not yet here."""
    found = []
    for path in look_like_copies(tracker.published or tracker.path):
        try:
            made = plan.make(tracker, path)
        except TrackerError:
            continue  # something else under such a name
        if not made.nothing_new:
            found.append(path)
    return found


def _put(working: Path, published: Path, host: str, wait: Wait) -> Published:
    """Write a whole file beside the published one and give it its name, or one with our host's."""
    with whole_files.unfinished(published) as copy:
        _forget_cut_off(copy, published)
        _copy(working, copy)
        wrong = soundness.verify(copy)
        if wrong:
            raise NotPublished(
                f"What was to be published was read again and is not whole. {wrong} Nothing was "
                "published: run “matters check”."
            )
        # Another machine's file may have come down while ours was written.
        _check_ahead(working, published)
        if _replaced(copy, published, wait):
            return Published(published)
        beside = published.with_name(f"{published.stem}-{host}{published.suffix}")
        whole_files.settle(copy, beside)
    return Published(beside, beside=True)


def _forget_cut_off(copy: Path, published: Path) -> None:
    """Take away what is left of publishing that was cut off, a day and more before this one."""
    begun = copy.stat().st_mtime
    for left in published.parent.glob(f"{glob.escape(published.name)}.*{copy.suffix}"):
        if left.stat().st_mtime < begun - backups.EVERY.total_seconds():
            left.unlink(missing_ok=True)


def _replaced(copy: Path, published: Path, wait: Wait) -> bool:
    """Try to take the published file's place, with longer and longer pauses."""
    pause, waited = _FIRST_WAIT, 0.0
    while True:
        try:
            whole_files.settle(copy, published)
        except PermissionError:
            if waited >= PATIENCE:
                return False
            wait(pause)
            waited, pause = waited + pause, pause * 2
        else:
            return True


def _take(published: Path, working: Path) -> None:
    """Let the working copy be what is published."""
    with whole_files.unfinished(working) as copy:
        _copy(published, copy)
        wrong = soundness.verify(copy)
        if wrong:
            raise soundness.refusal(published, wrong)
        whole_files.settle(copy, working)


def _copy(source: Path, target: Path) -> None:
    one, other = connect(source, "ro"), connect(target, "rw")
    try:
        one.backup(other)
    finally:
        one.close()
        other.close()


def _log(path: Path) -> Log:
    with_reader = open_tracker(path, read_only=True)
    try:
        return logs.read(with_reader.db)
    finally:
        with_reader.close()


def _remember(working: Path, published: Path) -> None:
    """Keep, for a person who looks into the folder, which file this is the copy of."""
    note = working.parent / "published.json"
    if not note.exists():
        with os.fdopen(os.open(note, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
            json.dump({"published": str(published.resolve())}, file)
