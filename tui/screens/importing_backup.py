"""A backup beside the screen before an import is saved; without it nothing is."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from store import backups
from store.backups import Why
from store.telling import Tell, Told
from tui.background import Outcome
from tui.desk import Desk
from tui.dialogs.working import WorkingDialog


def back_up_first(screen: Screen[Any], desk: Desk, save: Callable[[], None]) -> None:
    """Make a backup, then save; where it cannot be made, say that nothing was saved."""
    path, folder, now = desk.tracker.path, desk.tracker.backups, desk.author.now()

    def work(tell: Tell) -> None:
        tell(Told("Making a backup first"))
        backups.make(path, Why.BEFORE_IMPORT, now, folder, tell)

    def then(outcome: Outcome[None] | None) -> None:
        if outcome is None or outcome.refused is not None:
            told = str(outcome.refused) if outcome else "It was stopped. Nothing was saved."
            screen.notify(told, markup=False, severity="warning", timeout=12)
        else:
            save()

    screen.app.push_screen(WorkingDialog("Saving", work), then)
