"""Saving much at once on a thread of its own, through a connection of its own."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

from store.telling import Tell
from tui.background import Outcome
from tui.dialogs.working import WorkingDialog

if TYPE_CHECKING:
    from tui.desk import Desk

Saved = TypeVar("Saved")


def save_beside(
    screen: Screen[Any],
    desk: "Desk",
    save: Callable[[sqlite3.Connection, Tell], Saved],
    then: Callable[[Saved], object],
) -> None:
    """Save while the screen goes on answering; Esc takes it back, and trouble is said."""
    path = desk.tracker.path

    def work(tell: Tell) -> Saved:
        from store.faults import explained
        from store.tracker import open_tracker

        tracker = open_tracker(path)
        try:
            return save(tracker.db, tell)
        except sqlite3.Error as error:
            raise explained(error) from error
        finally:
            tracker.close()

    def ended(outcome: Outcome[Saved] | None) -> None:
        _ours(screen, saving=False)
        if outcome is not None and outcome.result is not None:
            then(outcome.result)
            return
        told = outcome.refused if outcome and outcome.refused else "Nothing was saved."
        screen.notify(str(told), markup=False, severity="error", timeout=12)

    _ours(screen, saving=True)
    screen.app.push_screen(WorkingDialog("Saving", work), ended)


def _ours(screen: Screen[Any], *, saving: bool) -> None:
    """Tell who looks for changes of others that what is new now is our own."""
    from tui.app import MattersApp

    app = screen.app
    if isinstance(app, MattersApp) and app.watching is not None:
        app.watching.tick()
        app.watching.saving_beside = saving
