"""The files that documents were imported from, byte for byte, where somebody wants them kept.

They are no records: undoing an import leaves them, so that doing it again finds them. What each
must be to the letter is the SHA-256 of its document, and that is in the history.
"""

import sqlite3
from hashlib import sha256

from store.errors import BadInput, NotFound, TrackerError
from store.models import Document
from store.unit import transaction

LARGEST = 25 * 1024 * 1024  # bytes


def keep(db: sqlite3.Connection, content: bytes, name: str) -> str:
    """Keep a file's bytes and return their SHA-256; BadInput where they are more than 25 MB."""
    if len(content) > LARGEST:
        raise BadInput(
            f"{name} has {len(content) / 1024 / 1024:.0f} MB; the largest file that is kept in a "
            f"tracker has {LARGEST // 1024 // 1024} MB. Its fingerprint is kept: keep the file "
            "itself where you keep such files."
        )
    digest = sha256(content).hexdigest()
    if not is_kept(db, digest):
        with transaction(db) as writing:
            writing.execute(
                "INSERT INTO originals (sha256, name, bytes) VALUES (?, ?, ?)",
                (digest, name, content),
            )
    return digest


def is_kept(db: sqlite3.Connection, digest: str) -> bool:
    """Whether the file with this SHA-256 is here."""
    return db.execute("SELECT 1 FROM originals WHERE sha256 = ?", (digest,)).fetchone() is not None


def of(db: sqlite3.Connection, document: Document) -> bytes:
    """The bytes a document was imported from.

    NotFound where they were not kept; TrackerError where they are no longer what they were.
    """
    row = db.execute("SELECT bytes FROM originals WHERE sha256 = ?", (document.sha256,)).fetchone()
    if row is None:
        raise NotFound(
            f"The file of {document.ref} is not kept in this tracker. Nothing was written: it was "
            f"called {document.file_name or 'nothing that is known'}; import it again with "
            "--keep-file to keep it."
        )
    content = bytes(row[0])
    if sha256(content).hexdigest() != document.sha256:
        raise TrackerError(
            f"The file kept for {document.ref} is not what was imported: it was altered or "
            "damaged. Nothing was written: look for it in a backup, or ask the sender again."
        )
    return content
