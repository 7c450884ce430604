"""Saving an import, leaving it, and keeping what was done in it until then."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.timer import Timer

from seed import save as saving
from seed.draft import Draft
from seed.save import Saved
from store import drafts, refs
from store.errors import BadInput, TrackerError
from store.unit import Author
from store.vocabulary import SubjectKind
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.message import ConfirmDialog
from tui.dialogs.sentences import sentence_for
from tui.screens import importing_summary as summary
from tui.screens.importing_backup import back_up_first
from tui.screens.importing_originals import keep_originals

if TYPE_CHECKING:
    from tui.screens.importing import ImportScreen

KEY = "import:documents"
"""Under which the edits of an import under way are kept in the tracker."""

DELAY = 0.4
"""Seconds from an edit until it is kept; a crash costs no more."""

Save = Callable[[sqlite3.Connection, Sequence[Draft], Author, date, int | None], list[Saved]]

_STAY, _KEEP, _FORGET = "stay", "keep", "forget"


class Kept:
    """Keeps the edits of a screen soon after they are made."""

    def __init__(self, screen: "ImportScreen") -> None:
        self._screen = screen
        self._waiting: Timer | None = None

    def soon(self) -> None:
        """Keep what was done within `DELAY`."""
        if self._waiting is None:
            self._waiting = self._screen.set_timer(DELAY, self.now)

    def now(self) -> bool:
        """Keep what was done; False, and a sentence, where that failed."""
        self._stop()
        desk = self._screen.desk
        try:
            drafts.save(desk.db, KEY, self._screen.session.as_text(), desk.author)
        except (TrackerError, sqlite3.Error) as error:
            told = f"What you did here is not kept yet: {sentence_for(error)}"
            self._screen.notify(told, markup=False, severity="warning", timeout=8)
            return False
        return True

    def at_once(self) -> None:
        """Keep what is still waiting to be kept."""
        if self._waiting is not None:
            self.now()

    def drop(self) -> None:
        """Forget what was kept."""
        self._stop()
        try:
            drafts.drop(self._screen.desk.db, KEY)
        except (TrackerError, sqlite3.Error) as error:
            told = f"What was kept of the import could not be cleared away: {sentence_for(error)}"
            self._screen.app.notify(told, markup=False, severity="warning", timeout=8)

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None


def leave(screen: "ImportScreen") -> None:
    """Leave at once where nothing was done; else ask what is to become of it."""
    if not screen.session.edits:
        screen.kept.drop()
        screen.dismiss(None)
        return
    options = [
        Option(_STAY, "Stay here"),
        Option(_KEEP, "Leave, and go on later", "what you did here is kept; press i to go on"),
        Option(_FORGET, "Leave, and forget what you did here", "the documents stay as they are"),
    ]

    def then(chosen: str | None) -> None:
        if chosen == _FORGET:
            screen.kept.drop()
            screen.dismiss(None)
        elif chosen == _KEEP and screen.kept.now():
            screen.dismiss(None)

    screen.app.push_screen(ChooseDialog("Nothing is saved yet", options), then)


def save(screen: "ImportScreen") -> None:
    """Say what would be saved, and save it once that is agreed."""
    session = screen.session
    if not session.accepted():
        names = ", ".join(f"{known.ref}" for known in session.before if known)
        screen.notify(
            f"All of this was imported before ({names}). There is nothing to save.",
            markup=False,
            timeout=8,
        )
        return

    def then(agreed: bool | None) -> None:
        if agreed:
            back_up_first(screen, screen.desk, lambda: _write(screen))

    rehearsed = _told_if_refused(screen, lambda: _saved_by(screen, saving.rehearse))
    if rehearsed is not None:
        sentences = summary.before(session, rehearsed)
        dialog = ConfirmDialog("Save this?", sentences, yes="Save", no="Back to the list")
        screen.app.push_screen(dialog, then)


def _write(screen: "ImportScreen") -> None:
    def work() -> list[Saved]:
        if screen.session.proposals.keep_files:
            keep_originals(screen.desk.db, screen.session)
        return _saved_by(screen, saving.save_together)

    saved = _told_if_refused(screen, work)
    if saved is not None:
        screen.kept.drop()
        screen.dismiss(_told(saved))


def _saved_by(screen: "ImportScreen", save: Save) -> list[Saved]:
    desk, drafts = screen.desk, screen.session.accepted()
    return save(desk.db, drafts, desk.author, desk.today, _inspection(screen))


def _told_if_refused(screen: "ImportScreen", work: Callable[[], list[Saved]]) -> list[Saved] | None:
    """What the work gives; None, and a sentence, where it could not be done."""
    try:
        return work()
    except (TrackerError, sqlite3.Error) as error:
        screen.notify(sentence_for(error), markup=False, severity="error", timeout=12)
        return None


def _inspection(screen: "ImportScreen") -> int | None:
    ref = screen.session.inspection()
    if not ref:
        return None
    subject = refs.find(screen.desk.db, ref)
    if subject.kind is not SubjectKind.INSPECTION:
        raise BadInput(f"{ref} is not an inspection. Nothing was saved: choose another with i.")
    return subject.id


def _told(saved: list[Saved]) -> str:
    return " ".join([*(summary.after(one) for one in saved), "u takes it back."])
