"""Reading documents and comparing them with the tracker, on a thread of its own."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from seed import save
from seed.child import Progress, read_safely, read_tables_safely
from seed.documents.blocks import Reading
from seed.documents.limits import STANDARD
from seed.documents.open_file import read_original
from seed.files import distinct
from seed.sheet_memory import remembered
from store.connection import connect
from store.errors import BadInput, TrackerError
from store.telling import Tell, Told
from tui.dialogs.sentences import sentence_for
from tui.screens.importing_session import Session, begun, read_of
from tui.screens.importing_sheet_session import SheetRead, SheetSession, opened_sheet


@dataclass(frozen=True, slots=True)
class Tracker:
    """The tracker to compare with: its file, and the day it is shown as on."""

    path: Path
    today: date


def document_work(paths: Sequence[Path], tracker: Tracker) -> Callable[[Tell], Session]:
    """What reads documents together and compares them with what the tracker has."""

    def going(tell: Tell) -> Session:
        readings = distinct(_read(paths, tell))
        tell(Told("Looking for what it asks, answers and promises"))
        with _looking_into(tracker.path) as db:
            read = read_of(paths, readings, save.known_findings(db), _imported(db))
            tell(Told("Comparing it with the tracker"))
            return begun(db, read)

    return going


def sheet_work(
    paths: Sequence[Path], tracker: Tracker, inspection: str
) -> Callable[[Tell], SheetSession]:
    """What reads a spreadsheet and plans what it would change; BadInput where there are more."""
    if len(paths) > 1:
        raise BadInput(
            "A spreadsheet is imported by itself. Nothing was read: name it alone, and the other "
            "documents another time."
        )

    def going(tell: Tell) -> SheetSession:
        told = Told(f"Reading {paths[0].name}")

        def cancelled() -> bool:
            tell(told)
            return False

        content = read_original(paths[0], STANDARD)
        tables = read_tables_safely(paths[0], cancelled=cancelled)
        read = SheetRead(paths[0], tuple(tables), sha256(content).hexdigest())
        tell(Told("Comparing it with the tracker"))
        with _looking_into(tracker.path) as db:
            return opened_sheet(db, tracker.today, read, remembered(db), inspection)

    return going


def _read(paths: Sequence[Path], tell: Tell) -> list[Reading]:
    """The readings; how far they are is told, and the reading ends where nobody wants it."""
    told = [Told("Beginning")]

    def on_progress(progress: Progress) -> None:
        told[0] = _told(progress)

    def cancelled() -> bool:
        tell(told[0])
        return False

    return read_safely(paths, on_progress=on_progress, cancelled=cancelled)


def _told(progress: Progress) -> Told:
    name = progress.file_name
    if progress.files > 1:
        name = f"{name} ({progress.file} of {progress.files})"
    return Told(f"Reading {name}", progress.page, progress.pages)


@contextmanager
def _looking_into(path: Path) -> Iterator[sqlite3.Connection]:
    """The tracker, open to be read on this thread; what SQLite reports becomes a sentence."""
    db = connect(path, "ro")
    try:
        yield db
    except sqlite3.Error as error:
        raise TrackerError(sentence_for(error)) from error
    finally:
        db.close()


def _imported(db: sqlite3.Connection) -> frozenset[str]:
    """The fingerprints of all files that the tracker has."""
    found = db.execute("SELECT sha256 FROM documents WHERE sha256 <> ''")
    return frozenset(row[0] for row in found)
