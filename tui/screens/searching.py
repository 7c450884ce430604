"""Finding as you type in a tracker of any size: at once what can be, the rest beside the screen.

Where more texts hold the words than can be read in the time of a key, the recommendations whose own
texts hold them are shown first. What hangs on recommendations is read on another thread, over a
connection of its own, and shown as soon as it is known, if the same is still asked for.
"""

import sqlite3
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store import search

if TYPE_CHECKING:
    from store.telling import Tell
    from tui.background import Outcome
    from tui.screens.main import MainScreen

MOST_AT_ONCE = 4_000
"""Texts of one kind that can be read within the time of a key."""

PAUSE = 0.25
"""Seconds without another letter after which the rest is read."""

_STEPS = 20_000  # of SQLite's machine, a millisecond or less


class Asked(NamedTuple):
    """What is looked for, and what is known of it yet."""

    text: str
    today: date
    keys: set[int]


def found(screen: "MainScreen", text: str) -> set[int] | None:
    """What the words are found in, as far as it is known; the screen is told of the rest later."""
    desk = screen.desk
    forget(screen)
    quick = search.quickly(desk.db, text, desk.today, MOST_AT_ONCE)
    if quick is None or quick.whole:
        return quick.keys if quick else None
    asked = Asked(text, desk.today, quick.keys)
    screen.still_searching = asked
    screen.set_timer(PAUSE, lambda: _read_the_rest(screen, asked))
    return quick.keys


def forget(screen: "MainScreen") -> None:
    """Look no further for what was asked before."""
    screen.still_searching = None
    if screen.rest_of_search is not None:
        screen.rest_of_search.stop()
        screen.rest_of_search = None


def _read_the_rest(screen: "MainScreen", asked: Asked) -> None:
    if screen.still_searching is not asked:
        return
    from tui import background

    path = Path(screen.desk.db.execute("PRAGMA database_list").fetchone()[2])

    def ended(outcome: "Outcome[set[int] | None]") -> None:
        if screen.still_searching is asked:
            forget(screen)
            screen.show_found(outcome.result or asked.keys)

    screen.rest_of_search = background.begin(
        screen.app, lambda tell: _all(path, asked, tell), ended
    )


def _all(path: Path, asked: Asked, tell: "Tell") -> set[int] | None:
    """Everything, read over a connection of its own; `Stopped` once nobody asks for it any more."""
    from store.connection import connect
    from store.telling import Stopped, Told

    unwanted: list[Stopped] = []

    def step() -> int:
        try:
            tell(Told("Looking in actions and notes"))
        except Stopped as given_up:
            unwanted.append(given_up)
        return len(unwanted)

    db = connect(path, "ro")
    db.set_progress_handler(step, _STEPS)
    try:
        return search.recommendations(db, asked.text, asked.today)
    except sqlite3.OperationalError:
        if unwanted:
            raise unwanted[0] from None
        return None  # somebody is saving: what was found first stays
    finally:
        db.close()
