"""The command line that only opens the screen, read without argparse: that costs 7 ms a start."""

from collections.abc import Sequence
from typing import NamedTuple


class Opening(NamedTuple):
    """Which tracker to open on the screen, and as on which day; empty where nothing was typed."""

    file: str = ""
    today: str = ""


def plain_opening(arguments: Sequence[str]) -> Opening | None:
    """What was typed, if it is --file PATH and --today DATE and nothing else; None otherwise."""
    names, values = arguments[::2], arguments[1::2]
    if len(names) != len(values) or any(value.startswith("-") for value in values):
        return None
    typed = dict(zip(names, values, strict=True))
    if not typed.keys() <= {"--file", "--today"}:
        return None
    return Opening(typed.get("--file", ""), typed.get("--today", ""))
