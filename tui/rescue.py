"""When the file of the open tracker was taken away or replaced: say so, and save a copy elsewhere.

Everything read so far and everything typed stays on the screen meanwhile.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen

from store import rescuing
from store.errors import TrackerError
from store.tracker import Tracker, open_tracker
from tui import leaving
from tui.place_on_disk import Place
from tui.watching import refresh

if TYPE_CHECKING:
    from textual.app import App

    from tui.app import MattersApp


def tell(app: "MattersApp", found: Place) -> None:
    """Ask at once what to do, unless something else is being asked or typed: then say it."""
    if not isinstance(app.screen, ModalScreen):
        ask(app, found)
        return
    app.notify(
        f"This tracker cannot be saved to: {found.value}. Go on typing: nothing is lost, and "
        "saving (ctrl+s) offers a copy elsewhere.",
        markup=False,
        severity="warning",
        timeout=12,
    )


def tell_of_return(app: "MattersApp") -> None:
    """Say that the same file is back in its place."""
    app.notify("The file is back in its place: you can save again.", markup=False, timeout=8)


def offer(app: "App[Any]", error: Exception) -> str:
    """After a save that failed: offer a copy if that was because the file is not there.

    Gives a sentence where it failed because nothing may be written here, else nothing.
    """
    from tui.app import MattersApp

    if not isinstance(app, MattersApp) or app.watching is None:
        return ""
    if not isinstance(error, sqlite3.Error):
        return ""
    place = app.watching.place
    place.look(tell=False)
    if place.found is not Place.SAME:
        ask(app, place.found)
    reason = app.desk.tracker.read_only
    return f"Nothing was saved: {reason}. What you typed stays here." if reason else ""


def ask(app: "MattersApp", found: Place) -> None:
    """Ask whether to save a copy, to open what is there now, or to go on reading."""
    from tui.dialogs.gone import Answer, GoneDialog

    may_open = found is Place.REPLACED and not isinstance(app.screen, ModalScreen)
    dialog = GoneDialog(app.desk.tracker.path, found, may_open=may_open)

    def then(answer: Answer | None) -> None:
        if answer is Answer.COPY:
            _ask_where(app)
        elif answer is Answer.OPEN:
            _open_what_is_there(app)

    if not isinstance(app.screen, GoneDialog):
        app.push_screen(dialog, then)


def _ask_where(app: "MattersApp") -> None:
    from tui.dialogs.form import Field, FormDialog

    saved: list[Path] = []

    def save(values: Mapping[str, str]) -> None:
        typed = Path(values["path"].strip()).expanduser()
        saved.append(rescuing.save_copy(app.desk.db, typed))

    def then(done: bool | None) -> None:
        if done:
            go_on_in(app, open_tracker(saved[-1]))
            app.notify(f"Saved to {saved[-1]}. You go on in it.", markup=False, timeout=12)

    dialog = FormDialog(
        "Save a copy",
        [Field("path", "File", value=str(_proposed(app)), required=True)],
        save,
        today=app.desk.today,
        intro="A whole copy with all its history. You go on in it, and what you are typing can be "
        "saved there.",
    )
    app.push_screen(dialog, then)


def _proposed(app: "MattersApp") -> Path:
    """A free name in the user's own folder."""
    path, moment = app.desk.tracker.path, app.desk.author.now().astimezone()
    return Path.home() / f"{path.stem} saved {moment:%Y-%m-%d %H.%M.%S}.matters"


def _open_what_is_there(app: "MattersApp") -> None:
    """Go on with the file that was put there, if it is this tracker."""
    try:
        there = open_tracker(app.desk.tracker.path)
    except TrackerError as error:
        app.notify(str(error), markup=False, severity="warning", timeout=12)
        return
    if there.file_uuid != app.desk.tracker.file_uuid:
        there.close()
        app.notify(
            "What is there now is another tracker. It has not been touched: leave and start again "
            "to open it.",
            markup=False,
            severity="warning",
            timeout=12,
        )
        return
    go_on_in(app, there)
    app.notify("This is the file that was put there.", markup=False, timeout=8)


def go_on_in(app: "MattersApp", tracker: Tracker) -> None:
    """Work in another file from now on; open dialogs save there."""
    before, app.desk.tracker = app.desk.tracker, tracker
    before.close()
    refresh(app)
    if app.watching is not None:
        app.watching.tick()
    for dialog in leaving.being_written(app):
        if dialog.keep_draft():
            dialog.tell("")
