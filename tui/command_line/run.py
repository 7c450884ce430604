"""One command line from beginning to end, with every way it can go wrong told in a sentence."""

import os
import sqlite3
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from store.errors import TrackerError
from tui.command_line import output
from tui.command_line.asked import Asked
from tui.command_line.plain_opening import plain_opening

REFUSED = 2
BROKEN_PIPE = 141
INTERRUPTED = 130
_NEVER_WRITTEN = (
    "The tracker holds a value that this program never writes. Nothing was changed: “matters "
    "check” says what is not whole; if it finds nothing, please report this as a fault."
)


def run(
    arguments: list[str],
    real_day: Callable[[], date],
    now: Callable[[], datetime],
    user_name: Callable[[], str],
) -> int:
    """Do what the arguments ask for; the exit code."""
    output.prepare()
    sys.excepthook = partial(tell_of_a_fault, now=now)
    try:
        asked = Asked(Path(), os.environ, real_day, now, user_name)
        return _perform(asked, arguments)
    except TrackerError as error:
        output.complain(str(error))
        return REFUSED
    except sqlite3.Error as error:
        from store.faults import explained

        output.complain(str(explained(error)))
        return REFUSED
    except ValueError:
        output.complain(_NEVER_WRITTEN)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # What is left to write has no reader; the interpreter would complain of that at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        output.complain(
            f"A file could not be read or written: {error.strerror}. What is in the tracker is "
            "whole: put that right, then do it again."
        )
        return REFUSED


def _perform(asked: Asked, arguments: list[str]) -> int:
    opening = plain_opening(arguments)
    if opening is not None:
        from tui.command_line.opening import open_screen

        return open_screen(asked._replace(file=opening.file, day=opening.today))
    from tui.command_line.grammar import parse

    typed = parse(arguments)
    asked = asked._replace(file=typed.file, day=typed.today, synced=typed.synced)
    return typed.perform(asked, typed) or 0


def tell_of_a_fault(
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    *,
    now: Callable[[], datetime],
) -> None:
    """Say that the program itself is at fault, and where, without a word of what is kept."""
    if issubclass(kind, KeyboardInterrupt):
        return
    from tui import mishaps

    log = mishaps.record(error, now())
    output.complain(
        f"Something went wrong inside the program ({mishaps.place(error)}). Nothing was half "
        "saved. Please report it with this line: it holds nothing of your records."
        + (f" More of where it happened, and nothing else, is in {log}" if log else "")
    )
