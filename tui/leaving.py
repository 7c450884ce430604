"""Leaving the program: asked by a key, told by a signal, or forced by a fault."""

import asyncio
import os
import signal
import sqlite3
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.text import Text
from textual.css.query import QueryError
from textual.worker import WorkerCancelled, WorkerFailed

from store.errors import TrackerError
from tui import mishaps, own_editor
from tui.safe import safe_text

if TYPE_CHECKING:
    from textual.app import App

    from tui.app import MattersApp
    from tui.dialogs.writing import WritingDialog

PATIENCE = 3.0
"""Seconds a terminal that has gone may hold up leaving, before the program ends without it."""
_BY_SIGNAL = 128  # what a shell adds to a signal's number
_TOLD = "Matters Arising was told to stop, and did. Everything saved is in the tracker{draft}."
_SORRY = (
    "Something went wrong inside the program ({place}). Every change that was confirmed is saved "
    "and nothing is half-saved{draft}. Open it again; if it happens again, run: matters check"
)
_DRAFT = "; what you were typing is kept as a draft and will be offered again"
_LOGGED = "\nWhere it happened, without a word of your records, is written in:\n{path}"


def watch(app: "MattersApp") -> None:
    """From now on leave in order on a signal, and log what would be printed over the screen."""
    own_editor.sweep(app.desk.author.now())
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: _log(app, context.get("exception")))
    threading.excepthook = lambda told: _log(app, told.exc_value)
    if sys.platform == "win32":
        return
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _told_to_leave, app, number)


def _log(app: "MattersApp", error: BaseException | None) -> None:
    """Note what a task or thread failed with; a terminal that has gone is no mishap."""
    if error is not None and not isinstance(error, OSError):
        mishaps.record(error, app.desk.author.now())


def _told_to_leave(app: "MattersApp", number: int) -> None:
    """Keep what is being typed and end; a terminal that no longer answers is not waited for."""
    code = _BY_SIGNAL + number
    forced = threading.Timer(PATIENCE, os._exit, (code,))
    forced.daemon = True
    draft = _DRAFT if being_written(app) and keep_drafts(app) else ""
    forced.start()
    leaving = asyncio.ensure_future(_leave(app, code, _TOLD.format(draft=draft)))
    leaving.add_done_callback(lambda _: None)  # held until it is done


async def _leave(app: "MattersApp", code: int, told: str) -> None:
    """Take the terminal back from an editor, then end."""
    for worker in [worker for worker in app.workers if worker.group == own_editor.GROUP]:
        worker.cancel()
        with suppress(WorkerCancelled, WorkerFailed):
            await worker.wait()
    app.exit(return_code=code, message=Text(told))


def exit_code(app: "App[None]") -> int:
    """The code to end with, once the app has; that of a closed terminal where it is gone."""
    if app.is_headless or not terminal_is_gone():
        return app.return_code or 0
    # What is left to write goes nowhere, or the interpreter would end with a code of its own.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    return _BY_SIGNAL + 1  # SIGHUP, also where no signal of that name came


def terminal_is_gone() -> bool:
    """Whether the window the program ran in was closed under it."""
    return sys.platform != "win32" and not os.isatty(sys.stdout.fileno())


def being_written(app: "App[None]") -> "list[WritingDialog]":
    """The open dialogs that hold something unsaved, the topmost last."""
    from tui.dialogs.writing import WritingDialog

    return [
        screen
        for screen in app.screen_stack
        if isinstance(screen, WritingDialog) and screen.unsaved
    ]


def keep_drafts(app: "App[None]") -> bool:
    """Keep what is being typed in every open dialog; whether all of it is kept."""
    kept = [dialog.keep_draft() for dialog in being_written(app)]
    return all(kept)


def ask(app: "App[None]") -> None:
    """Leave at once if nothing is unsaved; else ask what is to become of it."""
    from tui.dialogs.leave import Leave, LeaveDialog

    if isinstance(app.screen, LeaveDialog):
        return
    writing = being_written(app)
    if not writing:
        app.exit()
        return
    kept = keep_drafts(app)

    def then(answer: Leave | None) -> None:
        if answer is Leave.DISCARD:
            for dialog in writing:
                dialog.discard()
        if answer in (Leave.KEEP, Leave.DISCARD):
            app.exit()

    app.push_screen(LeaveDialog(writing[-1].called, kept=kept), then)


def sorry(app: "MattersApp", error: BaseException | None) -> Text:
    """Log a fault and say it in a sentence or two that hold nothing of what is kept."""
    from tui.upkeep import refusal_if_damaged

    draft, path = "", None
    # The fault may lie in the very dialog that is asked: then the draft of 0.4 seconds ago stands.
    with suppress(QueryError, TrackerError, sqlite3.Error, LookupError, AttributeError, ValueError):
        if being_written(app) and keep_drafts(app):
            draft = _DRAFT
    damage = refusal_if_damaged(app.desk.tracker.path)
    if damage:
        return Text(safe_text(damage))
    if isinstance(error, WorkerFailed):
        error = error.error
    if error is not None:
        path = mishaps.record(error, app.desk.author.now())
    where = mishaps.place(error) if error is not None else "reading the keyboard"
    logged = _LOGGED.format(path=safe_text(str(path))) if path else ""
    return Text(_SORRY.format(place=where, draft=draft) + logged)
