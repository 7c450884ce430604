"""The program's own folder on this machine: what it notes for itself, never records."""

import os
from pathlib import Path


def state_folder() -> Path:
    """The folder, readable by its owner alone; made if it is not there. May raise OSError."""
    folder = _named()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _named() -> Path:
    if os.environ.get("MATTERS_STATE"):
        return Path(os.environ["MATTERS_STATE"])
    from platformdirs import user_state_path

    return user_state_path("matters", appauthor=False)
