"""Files that are written whole or not at all: under another name, on the disk, then their own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".part"
"""What the name of a file ends in that is being written."""


@contextmanager
def unfinished(final: Path) -> Iterator[Path]:
    """A new, empty file for its owner alone, beside the final one; gone again if not finished."""
    copy = final.with_name(f"{final.name}.{os.getpid()}{UNFINISHED}")
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def settle(copy: Path, final: Path) -> None:
    """Put the copy on the disk and give it its name, in one step that is done or not done."""
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(copy, final)
    _sync_folder(final.parent)


def _sync_folder(folder: Path) -> None:
    """Put a folder's names on the disk, where the system can."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
