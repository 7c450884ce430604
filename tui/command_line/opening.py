"""Opening the screen, and making new files."""

import os
import sys
from datetime import date
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import BadInput, TrackerError
from tui.command_line import output
from tui.command_line.asked import Asked

if TYPE_CHECKING:
    from store.tracker import Tracker

_SUFFIX = ".matters"
_OWN_HASHES = ("_sha256", "_sha2")  # Python's own, up to 3.11 and from 3.12
_HOW_IT_LOOKS = frozenset(
    {
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_DIM_FACTOR",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FILTERS",
        "TEXTUAL_FPS",
        "TEXTUAL_SMOOTH_SCROLL",
    }
)


class NoScreen(TrackerError):
    """There is no terminal to draw on."""


def open_screen(asked: Asked) -> int:
    """Open the tracker on the screen; the exit code."""
    _without_openssl()
    day = asked.given_day()
    with asked.opened_up_to_date() as tracker:
        _check_terminal(asked)
        return _run(asked, tracker, day)


def _run(asked: Asked, tracker: "Tracker", day: date | None) -> int:
    """Open on the day asked for; else on the tracker's own (the worked example's), or today."""
    from tui.desk import Desk
    from tui.looking_ahead import LookingAhead

    real_today = asked.real_day()
    desk = Desk(tracker, day or tracker.opens_on or real_today, real_today, asked.author())
    ahead = LookingAhead(tracker, desk.today)
    _forget_strangers_wishes()
    from tui.app import run

    return run(desk, asked.real_day, ahead.result)


def _without_openssl() -> None:
    """Bar what loads OpenSSL: no connection is ever made, and Python has the hashes itself.

    Loading it would cost a start 8 ms and 4 MB.
    """
    barred = ["ssl"]
    if any(name in sys.builtin_module_names or PathFinder.find_spec(name) for name in _OWN_HASHES):
        barred.append("_hashlib")
    for name in barred:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None bars an import


def _forget_strangers_wishes() -> None:
    """Take out of the environment what would make Textual run code, press keys or write files."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        if name not in _HOW_IT_LOOKS:
            del os.environ[name]


def make(asked: Asked, path: str, title: str) -> None:
    """Make a new, empty tracker and say how to go on."""
    from store.tracker import create

    tracker = create(_named(path), asked.author(), title=title)
    tracker.close()
    output.tell([f"Made {tracker.path}. Open it with: matters --file {_quoted(tracker.path)}"])


def write_example(asked: Asked, path: str, *, no_open: bool) -> int:
    """Write the worked example and open it, unless it is only to be written; the exit code."""
    _without_openssl()
    from seed.example import write

    day = asked.given_day()
    if not no_open:
        _check_terminal(asked, "Nothing was written: --no-open only writes the example.")
    tracker = write(_named(path), asked.author())
    if no_open:
        tracker.close()
        output.tell(
            [
                f"Wrote the worked example to {tracker.path}. "
                f"Open it with: matters --file {_quoted(tracker.path)}"
            ]
        )
        return 0
    return _run(asked, tracker, day)


def _named(path: str) -> Path:
    """The path as typed, ending in .matters where no ending was typed."""
    if not path.strip():
        raise BadInput("The new file has no name. Nothing was made.")
    typed = Path(path)
    return typed if typed.suffix else typed.with_name(typed.name + _SUFFIX)


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)


def _check_terminal(asked: Asked, advice: str = "") -> None:
    """Refuse, with what can be done instead, where nothing can be drawn."""
    advice = advice or "Nothing was changed: “matters list” and “matters show” work here too."
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoScreen(f"The screen needs a terminal, and this is not one. {advice}")
    if asked.environment.get("TERM") == "dumb":
        raise NoScreen(f"This terminal (TERM=dumb) cannot show a screen. {advice}")
