"""A whole session on a file that may not be written: python read_only_session.py FILE.

Prints as JSON what the screen showed and what each key said.
"""

import asyncio
import json
import sys
from pathlib import Path

from driver import Person, open_at
from small_tracker import DAY

from tui.commands import COMMANDS

WRITING = {
    "note": "recommendations",
    "decide": "recommendations",
    "date": "recommendations",
    "owner": "recommendations",
    "edit": "recommendations",
    "add": "recommendations",
    "published": "recommendations",
    "undo": "recommendations",
    "redo": "recommendations",
    "record": "clocks",
}


async def session(path: Path) -> dict[str, str]:
    """Press every key that writes; what each said, and what the screen showed before."""
    keys = {command.id: command.key.split(",")[0] for command in COMMANDS}
    said = {}
    async with open_at(path, day=DAY, read_only=False) as person:
        said["screen"] = person.seen()
        for command, pane in WRITING.items():
            said[command] = await _pressed(person, keys[command], pane)
        await person.press("b", "enter")
        said["screen while stepping through"] = person.seen()
        for command in ("note", "decide", "date", "undo"):
            said[f"{command} while stepping through"] = await _pressed(person, keys[command])
    return said


async def _pressed(person: Person, key: str, pane: str = "") -> str:
    """What is said at a key in a pane, and whether anything was opened by it."""
    if pane:
        person.main.query_one(f"#{pane}").focus()
    person.app.clear_notifications()
    before = len(person.app.screen_stack)
    await person.press(key)
    opened = len(person.app.screen_stack) - before
    return " ".join([*person.told(), *["and something opened"] * opened])


if __name__ == "__main__":
    print(json.dumps(asyncio.run(session(Path(sys.argv[1])))))
