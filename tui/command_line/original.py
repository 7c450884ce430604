"""`matters original`: write the file a document was imported from back to the disk."""

import os
from pathlib import Path

from store import documents, originals, refs
from store.errors import BadInput
from store.vocabulary import SubjectKind
from tui.command_line import output
from tui.command_line.asked import Asked

_ENDINGS = frozenset({".pdf", ".docx", ".xlsx", ".xlsm", ".csv", ".txt", ".htm", ".html"})


def write_original(asked: Asked, ref: str, path: str) -> None:
    """Write the kept bytes to `path`, or under our own name into that folder; never over a file."""
    with asked.opened(read_only=True) as tracker:
        subject = refs.find(tracker.db, ref)
        if subject.kind is not SubjectKind.DOCUMENT:
            raise BadInput(
                f"“{ref[:40]}” is a {subject.kind}, not a document. Nothing was written: name a "
                "document, such as D1."
            )
        document = documents.get(tracker.db, subject.id)
        content = originals.of(tracker.db, document)
    target = Path(path)
    if target.is_dir():
        target /= f"{document.ref}{_ending(document.file_name)}"
    _write(target, content)
    output.tell([f"Wrote {target}: {len(content):,} bytes, as they were imported."])


def _ending(file_name: str) -> str:
    """The ending of the file's name, if it is one of those that are read."""
    ending = Path(file_name).suffix.lower()
    return ending if ending in _ENDINGS else ""


def _write(target: Path, content: bytes) -> None:
    """Make a file that its owner alone can read."""
    try:
        handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise BadInput(
            f"There is already a file at {target}. It has not been touched: choose another name."
        ) from None
    except OSError as error:
        raise BadInput(
            f"{target} could not be written: {error.strerror}. Nothing was changed: choose another "
            "folder."
        ) from None
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
