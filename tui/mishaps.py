"""What went wrong inside the program, written down for its makers without a word of what is kept.

An entry holds the moment, versions, the kinds of the exceptions and where in the code they arose.
Messages and values are left out: either could hold what somebody typed.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import walk_tb

from tui.state_folder import state_folder

NAME = "mishaps.log"
LARGEST = 64 * 1024
"""Bytes after which a log is set aside as the older one, in place of the last such."""
_MOST_FRAMES, _MOST_CAUSES = 30, 5


def record(error: BaseException, at: datetime) -> Path | None:
    """Add an error to the log; where the log lies, None if it cannot be written."""
    try:
        path = state_folder() / NAME
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".older.log"))
        descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        with open(descriptor, "a", encoding="utf-8") as log:
            log.write("\n".join([f"{at:%Y-%m-%d %H:%M:%S} UTC", versions(), *_told(error)]))
            log.write("\n\n")
    except OSError:
        return None
    return path


def place(error: BaseException) -> str:
    """Where an error arose: "KeyError in tui/screens/main.py, line 120"."""
    *_, (file, line, _) = [("unknown", 0, ""), *_frames(error)]
    return f"{type(error).__name__} in {file}, line {line}"


def versions() -> str:
    """The program and what it runs on, each with its version."""
    from importlib.metadata import PackageNotFoundError, version

    found = []
    for name in ("matters-arising", "textual", "sqlite-utils"):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} unknown")
    python = ".".join(map(str, sys.version_info[:3]))
    return ", ".join([*found, f"Python {python}", f"SQLite {sqlite3.sqlite_version}", sys.platform])


def _told(error: BaseException) -> Iterator[str]:
    """The error's kind and frames, then those of what it arose from."""
    current: BaseException | None = error
    for turn in range(_MOST_CAUSES):
        if current is None:
            return
        yield f"{'arose from ' if turn else ''}{type(current).__name__}"
        for file, line, function in list(_frames(current))[-_MOST_FRAMES:]:
            yield f"  {file}:{line} {function}"
        current = current.__cause__ or current.__context__


def _frames(error: BaseException) -> Iterator[tuple[str, int, str]]:
    for frame, line in walk_tb(error.__traceback__):
        yield _without_folders(frame.f_code.co_filename), line, frame.f_code.co_name


def _without_folders(file: str) -> str:
    """A source file below its package; the folders above may name a person."""
    parts = Path(file).parts
    for top in ("site-packages", f"python{sys.version_info[0]}.{sys.version_info[1]}"):
        if top in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(top) :])
    root = Path(__file__).parents[1]
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
