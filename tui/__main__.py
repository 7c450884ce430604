"""Where the program starts: `matters`, or `python -m tui`."""

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command line; the exit code: 0 done, 2 refused with a sentence, 1 a fault."""
    import gc

    # Nothing made during a start is ever garbage; the screen turns collecting on again.
    gc.disable()
    from tui.command_line.run import run

    code = run(list(sys.argv[1:] if arguments is None else arguments), real_day, now, user_name)
    # All goes at once now: searching it for garbage first would take longer than many a command.
    gc.freeze()
    return code


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def real_day() -> date:
    """The day it is in England and Wales, wherever the machine is."""
    from store.summer_time import civil_day

    return civil_day(now())


def user_name() -> str:
    """The name the machine knows its user by."""
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


if __name__ == "__main__":
    sys.exit(main())
