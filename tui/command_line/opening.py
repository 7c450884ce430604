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
    from collections.abc import Callable

    from store.first_look import FirstLook
    from store.tracker import Tracker
    from tui.opening_ahead import TrackerAndDay

_SUFFIX = ".matters"
_DUMB = "dumb"
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
    _begin()
    day, real_today = asked.given_day(), asked.real_day()
    if asked.is_synced() or not _is_a_screen(asked):
        with asked.opened_up_to_date() as tracker:
            _check_terminal(asked)
            return _show(asked, tracker, _shown_day(tracker, day, real_today), real_today)
    from store.tracker import open_tracker
    from tui.opening_ahead import OpeningAhead

    def opened() -> "TrackerAndDay":
        tracker = open_tracker(path, moment=asked.now(), any_thread=True)
        return tracker, _shown_day(tracker, day, real_today)

    path = asked.path()
    ahead = OpeningAhead(opened)
    import tui.app  # noqa: F401 - meanwhile

    return _show(asked, *ahead.result(), real_today, ahead.look)


def _shown_day(tracker: "Tracker", day: date | None, real_today: date) -> date:
    """The day asked for; else the tracker's own (the worked example has one), or today."""
    return day or tracker.opens_on or real_today


def _show(
    asked: Asked,
    tracker: "Tracker",
    today: date,
    real_today: date,
    look: "Callable[[], FirstLook] | None" = None,
) -> int:
    from tui.app import run
    from tui.desk import Desk

    return run(Desk(tracker, today, real_today, asked.author()), asked.real_day, look)


def _begin() -> None:
    """Do what must be done before Textual is imported."""
    _forget_strangers_wishes()
    _without_openssl()


def _without_openssl() -> None:
    """Bar what loads OpenSSL: no connection is ever made, and Python has the hashes itself.

    Loading it would cost a start 7 ms and 5 MB.
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
    _begin()
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
    real_today = asked.real_day()
    return _show(asked, tracker, _shown_day(tracker, day, real_today), real_today)


def _named(path: str) -> Path:
    """The path as typed, ending in .matters where no ending was typed."""
    if not path.strip():
        raise BadInput("The new file has no name. Nothing was made.")
    typed = Path(path)
    return typed if typed.suffix else typed.with_name(typed.name + _SUFFIX)


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)


def _is_a_screen(asked: Asked) -> bool:
    return _is_a_terminal() and asked.environment.get("TERM") != _DUMB


def _is_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _check_terminal(asked: Asked, advice: str = "") -> None:
    """Refuse, with what can be done instead, where nothing can be drawn."""
    advice = advice or "Nothing was changed: “matters list” and “matters show” work here too."
    if not _is_a_terminal():
        raise NoScreen(f"The screen needs a terminal, and this is not one. {advice}")
    if asked.environment.get("TERM") == _DUMB:
        raise NoScreen(f"This terminal (TERM=dumb) cannot show a screen. {advice}")
