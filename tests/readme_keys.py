"""README's table of keys, made from the commands: `.venv/bin/python tests/readme_keys.py`."""

import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tui.commands import ANYWHERE, COMMANDS, MAIN, Place

HEADING = "| Key | What it does | Where |\n| --- | --- | --- |"


def where(places: Iterable[Place]) -> str:
    """The places of a command in words."""
    found = frozenset(places)
    if found >= ANYWHERE:
        return "everywhere"
    if found >= MAIN:
        return ", ".join(["main screen", *(place.value for place in sorted(found - MAIN))])
    return ", ".join(place.value for place in Place if place in found)


def table() -> str:
    """The whole table."""
    rows = [
        f"| {' '.join(f'`{key}`' for key in command.keys_shown.split())} "
        f"| {command.help} | {where(command.places)} |"
        for command in COMMANDS
    ]
    return "\n".join([HEADING, *rows])


if __name__ == "__main__":
    print(table())
