"""Keeping the files themselves that documents are imported from, where that was asked for."""

import sqlite3
from hashlib import sha256
from pathlib import Path

from seed.documents.limits import STANDARD
from seed.documents.open_file import read_original
from store import originals
from store.errors import BadInput
from tui.screens.importing_session import Session


def keep_originals(db: sqlite3.Connection, session: Session) -> None:
    """Keep the files of all documents that are about to be saved; BadInput keeps the rest out."""
    by_name = {path.name: path for path in session.read.paths}
    for reading, known in zip(session.read.readings, session.before, strict=True):
        if known is None:
            keep_original(db, by_name[reading.file_name], reading.sha256)


def keep_original(db: sqlite3.Connection, path: Path, digest: str) -> None:
    """Keep one file as it was read; BadInput where it is another by now."""
    content = read_original(path, STANDARD)
    if sha256(content).hexdigest() != digest:
        raise BadInput(
            f"{path.name} has changed since it was read. Nothing was saved: leave, and import it "
            "again."
        )
    originals.keep(db, content, path.name)
