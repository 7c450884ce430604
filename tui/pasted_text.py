"""Text given instead of a file: a file of the program's own while it is being imported."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from store.errors import BadInput
from tui.state_folder import state_folder

FOLDER = "pasted"
MOST = 25_000_000
"""Bytes of a text that are taken."""
_KEPT = timedelta(days=7)
"""An import that was left open reads its documents again."""


def keep(text: bytes, moment: datetime) -> Path:
    """Write a text down as a file that its owner alone can read; BadInput if that can't be done."""
    if not text.strip():
        raise BadInput("There are no words in the text. Nothing was read.")
    if len(text) > MOST:
        raise BadInput("The text is longer than 25 MB. Nothing was read: import it in parts.")
    name = f"Pasted text {moment.astimezone():%Y-%m-%d %H%M%S}.txt"
    try:
        folder = state_folder() / FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        clear(folder, moment - _KEPT)
        path = folder / name
        file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(file, "wb") as opened:
            opened.write(text)
    except OSError as error:
        raise BadInput(
            f"The text could not be kept for reading: {error.strerror}. Save it as a file and "
            "import that."
        ) from None
    return path


def clear(folder: Path, before: datetime) -> None:
    """Remove the texts that were pasted before a moment."""
    for path in folder.glob("Pasted text *.txt"):
        if path.stat().st_mtime < before.timestamp():
            path.unlink()
