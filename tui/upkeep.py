"""Looking after the open file, beside the screen: whether it is sound, and whether to back it up.

It begins once the first screen is painted, on a thread and a connection of its own.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from store import backups, history, soundness
from store.backups import Backup, BackupFailed, Why
from store.dates import say_day
from store.errors import TrackerError
from store.telling import Tell
from store.unit import Author
from tui import background
from tui.background import Outcome, Work

if TYPE_CHECKING:
    from pathlib import Path

    from store.tracker import Tracker
    from tui.app import MattersApp

_SKEW = timedelta(hours=12)  # more than two machines' clocks differ by
_SWITCHING = 0.0005  # seconds that a key waits at most for the thread that looks after the file
LARGE = 128 * 1024 * 1024
"""Bytes above which a file is looked into once a day; below, it takes a second or two."""
READ_ONLY = "it is damaged or was altered"


@dataclass(frozen=True, slots=True)
class Cared:
    """What was found and done: what is wrong with the file, or which backup was made, or why not.

    Each is empty where there is nothing to say. `sound` is the newest sound backup of a file that
    is not sound itself.
    """

    wrong: str = ""
    sound: Backup | None = None
    made: Backup | None = None
    failed: str = ""


def begin(app: "MattersApp") -> Work[Cared]:
    """Look after the file; what there is to say is said on the screen when it is known."""
    tracker, author = app.desk.tracker, app.desk.author
    switching = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCHING)

    def ended(outcome: Outcome[Cared]) -> None:
        sys.setswitchinterval(switching)
        _told(app, outcome)

    _warn_of_clock(app)
    return background.begin(app, lambda tell: care(tracker, author, tell), ended)


def _warn_of_clock(app: "MattersApp") -> None:
    """Say so if the newest change is dated later than now: this clock was set back, or is wrong."""
    newest = next(iter(history.units(app.desk.db, newest=1)), None)
    now = app.desk.author.now()
    if newest is None or newest.at - now < _SKEW:
        return
    app.notify(
        f"The newest change was saved on {say_day(newest.at.date())}, but this machine’s clock "
        f"says {say_day(now.date())}. What is kept is as it was, in the order it was saved in: "
        "check the clock, because new changes are dated by it.",
        markup=False,
        severity="warning",
        timeout=12,
    )


def care(tracker: "Tracker", author: Author, tell: Tell) -> Cared:
    """Find out whether the file is sound; if it is, and a backup is due, make one.

    Nobody can save while a file is looked into. A large one is therefore not looked into itself
    but in its daily backup, which holds exactly what it holds.
    """
    path, folder = tracker.path, tracker.backups
    large = path.stat().st_size > LARGE
    wrong = "" if large else soundness.verify(path, tell)
    if wrong:
        return Cared(wrong, backups.newest_sound(path, folder, tell))
    moment = author.now()
    if tracker.read_only or not backups.is_due(path, moment, folder):
        return Cared()
    try:
        return Cared(made=backups.make(path, Why.DAILY, moment, folder, tell))
    except BackupFailed as failed:
        wrong = soundness.verify(path, tell) if large else ""
        if wrong:
            return Cared(wrong, backups.newest_sound(path, folder, tell))
        return Cared(failed=str(failed))


def _told(app: "MattersApp", outcome: Outcome[Cared]) -> None:
    if outcome.result is None:
        return  # stopped, or somebody is saving: the next opening looks again
    cared = outcome.result
    if cared.wrong:
        stop_writing(app, cared)
    elif cared.failed:
        app.notify(cared.failed, markup=False, timeout=8)


def stop_writing(app: "MattersApp", cared: Cared) -> None:
    """Make the tracker read only at once and say what was found, what is safe, what to do."""
    from tui.dialogs.message import MessageDialog

    app.desk.stop_writing(READ_ONLY)
    for screen in app.screen_stack:
        reload: Callable[[], None] | None = getattr(screen, "reload", None)
        if reload is not None:
            reload()
    app.push_screen(MessageDialog("This file is damaged or was altered", sentences(cared)))


def sentences(cared: Cared) -> list[str]:
    """What was found, what is safe, what to do."""
    return [
        f"What was found: {cared.wrong}",
        "What is safe: nothing was changed by looking. The file is read only from now on, so that "
        f"nothing more is written into it. {_newest(cared.sound)}",
        "What to do: keep the file. “Backups” in the list of commands (ctrl+p) shows each backup, "
        "how it differs from this file, and brings one back. “matters check” on the command line "
        "lists everything that was found.",
    ]


def _newest(sound: Backup | None) -> str:
    if sound is None:
        return "There is no sound backup of it in its folder of backups."
    made = f"{sound.made_at.astimezone():%d/%m/%Y %H:%M}"
    return f"The newest sound backup is of {made} ({sound.why})."


def refusal_if_damaged(path: "Path") -> str:
    """A sentence if a file turns out not to be sound, to be said in place of another fault."""
    try:
        wrong = soundness.verify(path)
    except TrackerError:
        return ""
    return str(soundness.refusal(path, wrong)) if wrong else ""
