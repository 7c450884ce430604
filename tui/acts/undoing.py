"""Taking changes back and doing them again, each as a change of its own."""

from typing import TYPE_CHECKING

from store import history
from tui.acts.writing import may_write, told_if_wrong

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen


def undo(screen: "RecordScreen") -> None:
    """Take back the newest change that stands."""
    if may_write(screen):
        with told_if_wrong(screen):
            taken_back = history.undo(screen.desk.db, screen.desk.author)
            screen.changed(f"Undone: {taken_back.title}. U does it again.")


def redo(screen: "RecordScreen") -> None:
    """Do again what was taken back last."""
    if may_write(screen):
        with told_if_wrong(screen):
            done = history.redo(screen.desk.db, screen.desk.author)
            screen.changed(f"Done again: {done.title}.")
