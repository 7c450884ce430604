"""What holds for every import: what was typed, the tracker to save in, and the user's yes."""

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from seed.documents.limits import STANDARD
from seed.documents.open_file import read_original
from seed.saving_document import imported
from store import originals
from store.errors import NotATracker
from tui.command_line import finding, output
from tui.command_line.asked import Asked

if TYPE_CHECKING:
    from store.tracker import Tracker


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed besides the files; text is "" where nothing was given.

    `columns` holds COLUMN=FIELD as typed; `closed` says who closed what a spreadsheet calls closed.
    """

    inspection: str = ""
    published: str = ""
    sheet: str = ""
    header: int | None = None
    columns: Sequence[str] = ()
    closed: str = ""
    keep_file: bool = False
    dry_run: bool = False
    yes: bool = False
    as_json: bool = False


@contextmanager
def tracker_for(asked: Asked, wanted: Wanted) -> "Iterator[Tracker | None]":
    """The tracker to save in; a dry run looks into one only if there is one."""
    if not wanted.dry_run:
        with asked.opened_to_write() as tracker:
            yield tracker
    elif asked.file or wanted.inspection or _is_there(asked):
        with asked.opened(read_only=True) as tracker:
            yield tracker
    else:
        yield None


def _is_there(asked: Asked) -> bool:
    try:
        return asked.path().exists()
    except NotATracker:
        return False


def inspection_named(db: sqlite3.Connection | None, ref: str) -> int | None:
    """The inspection that --inspection names; BadInput where it is no inspection."""
    if db is None or not ref:
        return None
    return finding.inspection(db, ref, "saved")


def keep_files(db: sqlite3.Connection, paths: Sequence[Path], wanted: Wanted) -> None:
    """Keep the bytes of the files that are documents of the tracker now, if that was asked for."""
    if not wanted.keep_file or wanted.dry_run:
        return
    for path in paths:
        content = read_original(path, STANDARD)
        document = imported(db, sha256(content).hexdigest())
        if document is not None:
            originals.keep(db, content, path.name)
            tell([f"The file itself is kept: “matters original {document.ref} PATH”."], wanted)


def agreed(wanted: Wanted, advice: str = "") -> bool:
    """Whether to save: --yes, or a yes typed at the terminal. What is good to know comes first."""
    if wanted.yes:
        return True
    if advice:
        output.complain(advice)
    if not sys.stdin.isatty():
        output.complain("Nothing was saved: look at this first, then save it with --yes.")
        return False
    sys.stderr.write("Save this? y/N ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() in {"y", "yes"}:
        return True
    output.complain("Nothing was saved.")
    return False


def tell(told: Sequence[str], wanted: Wanted) -> None:
    """Say what was saved, beside the JSON where that was asked for."""
    if not wanted.as_json:
        output.tell(told)
        return
    for line in told:
        output.complain(line)
