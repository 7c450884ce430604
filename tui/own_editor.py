"""Writing a long text in the editor that the user knows, outside the program."""

import asyncio
import os
import shlex
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from store.errors import BadInput
from store.notes import LONGEST
from tui.state_folder import state_folder

if TYPE_CHECKING:
    from textual.app import App

FOLDER = "writing"
GROUP = "own editor"
"""The group of the worker that waits for the editor."""
LOOK_EVERY = 0.5
"""Seconds between two looks at what the editor has saved; each becomes part of the draft."""
_STALE = 24 * 3600  # seconds, where it cannot be asked whether the writer still runs
_KEPT = "What you had typed is still here."


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """The user's editor with its arguments; BadInput, saying what to do, if none is named."""
    named = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if not named:
        raise BadInput(
            "No editor is named: set VISUAL or EDITOR, for example EDITOR=nano, and start the "
            f"program again. {_KEPT}"
        )
    try:
        return shlex.split(named, posix=os.name == "posix")
    except ValueError:
        raise BadInput(f"VISUAL or EDITOR has an open quote: {named}. {_KEPT}") from None


async def write_in_editor(app: "App[None]", text: str, take: Callable[[str], None]) -> str:
    """Open a text in the user's editor and `take` what is saved there, each time it is.

    What stood against it as a sentence, empty if nothing did.
    """
    try:
        command = editor_command(os.environ)
        sheet = Sheet(text)
    except BadInput as error:
        return str(error)
    except OSError as error:
        return f"No file for the editor could be made: {error.strerror}. {_KEPT}"
    try:
        failed = await _run(app, [*command, str(sheet.path)], lambda: sheet.look(take))
        return sheet.refused or failed
    finally:
        sheet.remove()


async def _run(app: "App[None]", command: list[str], look: Callable[[], None]) -> str:
    """Give the terminal to the editor until it ends; what went wrong, or nothing."""
    try:
        # Nothing is drawn meanwhile, but drafts are kept and signals answered.
        with app.batch_update(), app.suspend():
            return await _ended(command, look)
    except SuspendNotSupported:
        return f"An editor cannot be opened in this terminal. {_KEPT}"


async def _ended(command: list[str], look: Callable[[], None]) -> str:
    try:
        process = await asyncio.create_subprocess_exec(*command)
    except (OSError, ValueError):
        return f"The editor “{command[0]}” could not be started. {_KEPT}"
    try:
        while process.returncode is None:
            try:
                await asyncio.wait_for(process.wait(), LOOK_EVERY)
            except TimeoutError:
                look()
    finally:
        look()
        if process.returncode is None:
            process.terminate()
    if process.returncode:
        return (
            f"The editor ended with an error ({process.returncode}). What it had saved was taken, "
            "and nothing else was changed."
        )
    return ""


class Sheet:
    """A text in a file for the editor: the user's alone, in the program's own folder."""

    def __init__(self, text: str) -> None:
        folder = state_folder() / FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        descriptor, path = mkstemp(".txt", f"{os.getpid()}-", folder)
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        self.path = Path(path)
        self.refused = ""
        self._seen = text
        self._ended_without_line = not text.endswith("\n")

    def look(self, take: Callable[[str], None]) -> None:
        """Take what was saved since the last look; a text that is too long is refused."""
        try:
            saved = self.path.read_bytes().decode("utf-8", errors="replace")
        except OSError:
            return
        if self._ended_without_line:
            saved = saved.removesuffix("\n").removesuffix("\r")
        if saved == self._seen:
            return
        self._seen, self.refused = saved, ""
        if len(saved) > LONGEST:
            self.refused = (
                f"The text from the editor has {len(saved):,} characters; the longest that can be "
                f"kept is {LONGEST:,}. It was not taken; it lies in {self.path.parent / 'too-long'}"
                f"-{self.path.name} until you remove it."
            )
        else:
            take(saved)

    def remove(self) -> None:
        """Take the file away; words that could not be taken are set aside, never lost."""
        if self.refused:
            self.path.replace(self.path.with_name(f"too-long-{self.path.name}"))
        else:
            self.path.unlink(missing_ok=True)


def sweep(at: datetime) -> None:
    """Remove the files of programs that were killed while an editor was open.

    What was saved in them is in the draft.
    """
    try:
        for path in (state_folder() / FOLDER).glob("*-*.txt"):
            writer = path.name.partition("-")[0]
            if writer.isdecimal() and not _still_written(path, int(writer), at):
                path.unlink(missing_ok=True)
    except OSError:
        return


def _still_written(path: Path, writer: int, at: datetime) -> bool:
    if os.name != "posix":  # elsewhere asking for a process can end it
        return at.timestamp() - path.stat().st_mtime < _STALE
    try:
        os.kill(writer, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
