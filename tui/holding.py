"""One person writes at a time: this screen holds the tracker, or says who does."""

import os
import platform
import sqlite3
import uuid
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from store import presence
from store.errors import TrackerError
from store.presence import Holder, NoPresence, Watched
from store.unit import remark
from tui.dialogs.sentences import sentence_for

if TYPE_CHECKING:
    from tui.app import MattersApp
    from tui.dialogs.in_use import Answer, InUseDialog


class State(Enum):
    """What this screen is to the tracker."""

    APART = auto()
    """It takes no part: the file cannot be written by anybody here."""
    HOLDING = auto()
    ASKED = auto()
    """The dialog that asks what to do is open."""
    READING = auto()
    WAITING = auto()
    """It reads, and will write once the tracker is free."""


class Holding:
    """This screen's part in who may write; looked after once a second."""

    def __init__(self, app: "MattersApp") -> None:
        self._app = app
        self.state = State.APART
        self._path = app.desk.tracker.path
        self._mine = self._me()
        self._other: Watched | None = None
        self._reason = ""
        self._dialog: InUseDialog | None = None
        self._silence_told = False

    def _me(self) -> Holder:
        author = self._app.desk.author
        now = author.now()
        return Holder(author.name, platform.node(), os.getpid(), now, now, uuid.uuid4().hex)

    def begin(self) -> None:
        """Hold the tracker, or ask what to do about who holds it."""
        desk = self._app.desk
        self._path = desk.tracker.path
        if desk.tracker.read_only:
            return
        there = self._enter()
        if there is not None:
            self._other = Watched(there, self._now)
            self._read_only(_open_by(there))
            self._ask()

    def begin_again(self) -> None:
        """Hold another file: the copy that is gone on with."""
        self.end()
        self._mine = self._me()
        self.begin()

    def end(self) -> None:
        """Hold it no longer."""
        if self.state is State.HOLDING:
            presence.leave(self._path, self._mine)
        self.state = State.APART

    @property
    def is_read_only(self) -> bool:
        """Whether somebody else holds it, so that this screen reads."""
        return self.state in (State.READING, State.WAITING)

    def ask_again(self) -> bool:
        """Ask once more about who holds the tracker; False if nobody else does."""
        if not self.is_read_only or self._other is None:
            return False
        there = presence.holder_of(self._path)
        if there is None or presence.is_dead(there, self._mine.host):
            self._free()
        else:
            self._other = self._other.again(there, self._now)
            self._ask()
        return True

    def said(self) -> str:
        """Who has it open, where that is nobody else or not known."""
        tracker = self._app.desk.tracker
        if self.state is State.HOLDING:
            since = said_moment(self._mine.opened, self._now)
            return (
                f"You have {tracker.path.name} open since {since}, and you alone write on the "
                "screen. Others can read."
            )
        reason = tracker.read_only or "others cannot be told that you have it open"
        return f"Who else has {tracker.path.name} open is not known here: {reason}."

    def tick(self) -> None:
        """Give a sign of life, or look for one."""
        if self.state is State.HOLDING:
            self._stay()
        elif self.state in (State.ASKED, State.WAITING):
            self._look_at_other()

    @property
    def _now(self) -> datetime:
        return self._app.desk.author.now()

    def _enter(self) -> Holder | None:
        """Try to hold it; who does, if somebody else does. Without the file beside it, go on."""
        self._mine = replace(self._mine, heartbeat=self._now)
        try:
            there = presence.enter(self._path, self._mine)
        except NoPresence as error:
            self.state = State.APART
            self._app.notify(str(error), markup=False, severity="warning", timeout=8)
            return None
        if there is None:
            self.state = State.HOLDING
        return there

    def _stay(self) -> None:
        there = presence.holder_of(self._path)
        if there is not None and there.session != self._mine.session:
            self._taken_by(there)
        elif there is None or abs(self._now - self._mine.heartbeat) >= presence.BEAT:
            try:
                self._mine = presence.beat(self._path, self._mine, self._now)
            except NoPresence:
                return  # a drive that does not answer now; the next second tries again

    def _taken_by(self, there: Holder) -> None:
        """Somebody took it over: keep what is typed, read from now on, and wait for it."""
        from tui import leaving

        kept = leaving.keep_drafts(self._app)
        self.state, self._other = State.WAITING, Watched(there, self._now)
        self._read_only(f"{there.user} took it over")
        draft = "" if kept else " What you are typing could not be kept as a draft: copy it."
        self._say(
            f"{there.user} on {there.host} took over at {_clock(there.opened)}. Everything you "
            f"saved is safe, what you type is kept as a draft.{draft} You read from now on, and "
            "are told when it is free."
        )

    def _look_at_other(self) -> None:
        there = presence.holder_of(self._path)
        if there is None or presence.is_dead(there, self._mine.host):
            self._free()
            return
        other = self._other or Watched(there, self._now)
        self._other = other.again(there, self._now)
        silent = self._other.is_silent(self._now)
        if self._dialog is not None:
            self._dialog.show(there, silent=silent)
        elif silent and not self._silence_told and not self._is_asking:
            self._silence_told = True
            self._ask()

    def _free(self) -> None:
        """Nobody has it open any more: write from now on."""
        before = self._other.holder.user if self._other else "It"
        if self._enter() is not None:
            return
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.close()
        self._write_again()
        self._say(f"{before} has closed it: it is free, and you can write now.")

    def _ask(self) -> None:
        from tui.dialogs.in_use import InUseDialog

        if self._other is None:
            return
        self.state = State.ASKED
        silent = self._other.is_silent(self._now)
        name = self._path.name
        self._dialog = InUseDialog(name, self._other.holder, self._now, silent=silent)
        self._app.push_screen(self._dialog, self._answered)

    def _answered(self, answer: "Answer | None") -> None:
        from tui.dialogs.in_use import Answer

        if self._dialog is None:
            return  # it became free meanwhile
        self._dialog = None
        if answer is Answer.TAKE_OVER:
            self._take_over()
        elif answer is Answer.LEAVE:
            self._app.exit()
        else:
            self.state = State.WAITING if answer is Answer.NOTIFY else State.READING

    def _take_over(self) -> None:
        before = self._other.holder if self._other else self._mine
        self._mine = replace(self._mine, heartbeat=self._now)
        try:
            presence.take_over(self._path, self._mine)
        except NoPresence as error:
            self.state = State.READING
            self._say(str(error))
            return
        self.state = State.HOLDING
        self._write_again()
        self._say(f"You write now. {before.user}'s screen is read only as soon as it wakes.")
        self._log_taking_over(before)

    def _log_taking_over(self, before: Holder) -> None:
        last = f"{before.heartbeat.astimezone():%d/%m/%Y %H:%M}"
        title = f"Took over from {before.user} on {before.host}, no sign of life since {last}"
        try:
            remark(self._app.desk.db, title, self._app.desk.author)
        except (TrackerError, sqlite3.Error) as error:
            self._say(f"History could not be told of it: {sentence_for(error)}")

    def _read_only(self, reason: str) -> None:
        from tui.watching import refresh

        self._reason = reason
        self._app.desk.stop_writing(reason)
        refresh(self._app)

    def _write_again(self) -> None:
        from tui.watching import refresh

        self._silence_told = False
        self._app.desk.write_again(self._reason)
        refresh(self._app)

    @property
    def _is_asking(self) -> bool:
        return isinstance(self._app.screen, ModalScreen)

    def _say(self, sentence: str) -> None:
        self._app.notify(sentence, markup=False, severity="warning", timeout=12)


def _open_by(holder: Holder) -> str:
    return f"{holder.user} has it open"


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone():%H:%M}"


def said_moment(moment: datetime, now: datetime) -> str:
    """A moment on this machine's clock, with its day where that is not today."""
    here, today = moment.astimezone(), now.astimezone().date()
    return f"{here:%H:%M}" if here.date() == today else f"{here:%d/%m/%Y %H:%M}"
