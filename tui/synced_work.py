"""A tracker in a synced folder: opened as a working copy, published whole, told in sentences.

Nothing of it was tried with OneDrive or another such program; see `store/synced.py`.
"""

import platform
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from store import synced
from store.errors import TrackerError
from store.synced import Published
from tui.state_folder import state_folder

if TYPE_CHECKING:
    from store.tracker import Tracker
    from store.unit import Author


def folder() -> Path:
    """Where working copies are kept on this machine; TrackerError if it cannot be made."""
    try:
        return state_folder() / "working copies"
    except OSError as error:
        raise TrackerError(
            f"The folder for working copies could not be made: {error.strerror}. Nothing was "
            "opened: copy the tracker to a folder that is not synced, and open it there."
        ) from error


def host() -> str:
    """This machine's name, as part of a file's name."""
    return re.sub(r"[^A-Za-z0-9_]+", "_", platform.node().split(".")[0])[:40] or "this_machine"


@contextmanager
def opened(path: Path, author: "Author", today: date, told: list[str]) -> Iterator["Tracker"]:
    """The working copy of a tracker, published again at the end; `told` takes what is to be said.

    What was not published before, after a crash perhaps, is published first.
    """
    tracker = synced.open_working(path, folder(), author.now())
    try:
        told += _begun(tracker, author, today)
        yield tracker
    finally:
        tracker.close()
        told += published(tracker)


def published(tracker: "Tracker") -> list[str]:
    """Publish what is new; a sentence only if that did not go as it should."""
    try:
        done = synced.publish(tracker, host(), time.sleep)
    except TrackerError as refused:
        return [str(refused)]
    return [saved_beside(done)] if done and done.beside else []


def _begun(tracker: "Tracker", author: "Author", today: date) -> Iterator[str]:
    if tracker.read_only:
        return
    for sentence in (
        synced.unpublished(tracker),
        synced.bring_together(tracker, author, today),
    ):
        if sentence:
            yield sentence
    for copy in synced.copies_beside(tracker):
        yield (
            f"{copy.name} beside it holds changes that are not here: “matters merge "
            f'"{copy}"” brings them in.'
        )


def saved_beside(done: Published) -> str:
    """Say that a file could not be replaced, and what its work was saved as."""
    return (
        f"The file in the synced folder was held by another program. Your work is saved beside it "
        f"as {done.path.name}, whole; it is brought in at the next opening when you say so."
    )
