"""Finding as you type in a tracker of any size: at once what can be, the rest beside the screen.

Where more texts hold the words than can be read in the time of a key, the recommendations whose own
texts hold them are shown first. What hangs on recommendations is read on another thread, over a
connection of its own, and shown as soon as it is known, if the same is still asked for.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store import search

if TYPE_CHECKING:
    from tui.background import Outcome
    from tui.screens.main import MainScreen

MOST_AT_ONCE = 4_000
"""Texts of one kind that can be read within the time of a key."""


class Asked(NamedTuple):
    """What is looked for, and what is known of it yet."""

    text: str
    today: date
    keys: set[int]


def found(screen: "MainScreen", text: str) -> set[int] | None:
    """What the words are found in, as far as it is known; the screen is told of the rest later."""
    desk = screen.desk
    quick = search.quickly(desk.db, text, desk.today, MOST_AT_ONCE)
    screen.still_searching = None
    if quick is None or quick.whole:
        return quick.keys if quick else None
    screen.still_searching = Asked(text, desk.today, quick.keys)
    _read_the_rest(screen, screen.still_searching)
    return quick.keys


def _read_the_rest(screen: "MainScreen", asked: Asked) -> None:
    from tui import background

    path = Path(screen.desk.db.execute("PRAGMA database_list").fetchone()[2])

    def ended(outcome: "Outcome[set[int] | None]") -> None:
        if screen.still_searching is asked:
            screen.still_searching = None
            screen.show_found(outcome.result or asked.keys)

    background.begin(screen.app, lambda _: _all(path, asked), ended)


def _all(path: Path, asked: Asked) -> set[int] | None:
    from store.connection import connect

    db = connect(path, "ro")
    try:
        return search.recommendations(db, asked.text, asked.today)
    finally:
        db.close()
