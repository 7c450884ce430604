"""Draw README's pictures: `.venv/bin/python tests/pictures.py`, from any folder.

The worked example is written by a named author at a fixed moment and shown as on its own day, so
that the same code draws the same pictures again. No font is fetched: whoever looks at a picture
sees it in a monospaced font of their own.
"""

import asyncio
import os
import re
import sys
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from rich.cells import cell_len
from textual.pilot import Pilot
from time_machine import travel

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
DAY = date(2022, 6, 1)
MOMENT = datetime(2022, 6, 1, 9, 43, 5, tzinfo=ZoneInfo("Europe/London"))
AUTHOR = "Jo Lead"
FONTS = "Menlo, DejaVu Sans Mono, Consolas, monospace"
CELL = 12.2  # pixels across one character of the picture
FITTING = "20.26px"  # the size at which the first two fonts are that wide
SPACE = "&#160;"
TEXT = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[^"]*)" (?P<y>y="[^"]*") textLength="[^"]*"'
    r"(?P<rest>[^>]*)>(?P<words>[^<]*)</text>"
)
REMARK = (
    "Asked the online investigation team which intelligence systems they search, "
    "and how often: part a has no answer yet."
)


@dataclass(frozen=True)
class Picture:
    """One picture: its file, the size of the window, and the keys pressed before it is drawn."""

    name: str
    width: int
    height: int
    keys: tuple[str, ...] = ()
    typed: str = ""


PICTURES = (
    Picture("main", 120, 40, ("down",)),
    Picture("step-through", 120, 40, ("b", "enter", "enter")),
    Picture("one-pane", 80, 24),
    Picture("note", 120, 40, ("down", "n"), REMARK),
)
IMPORT = Picture("import", 120, 40, ("g", "down"))
REPORT = ROOT / "tests" / "documents" / "fixtures" / "shaped" / "peel.txt"


def draw_all(folder: Path) -> list[Path]:
    """Draw every picture into a folder; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for picture in PICTURES:
        path = folder / f"{picture.name}.svg"
        with travel(MOMENT, tick=True):
            path.write_text(asyncio.run(draw(picture)), encoding="utf-8")
        drawn.append(path)
    path = folder / f"{IMPORT.name}.svg"
    path.write_text(asyncio.run(draw_import(IMPORT)), encoding="utf-8")
    return [*drawn, path]


async def draw_import(picture: Picture) -> str:
    """A report being brought into a new tracker, as SVG."""
    from bringing_in import read
    from driver import open_at

    from store.tracker import create
    from store.unit import Author

    with TemporaryDirectory() as folder:
        file = Path(folder) / "tracker.matters"
        create(file, Author(AUTHOR, lambda: MOMENT)).close()
        async with open_at(file, (picture.width, picture.height), DAY) as person:
            await read(person, str(REPORT))
            await person.press(*picture.keys)
            return plain(await settled(person.pilot))


async def draw(picture: Picture) -> str:
    """One picture, as SVG."""
    from seed import example
    from store.unit import Author
    from tui.app import MattersApp
    from tui.desk import Desk

    author = Author(AUTHOR, lambda: MOMENT)
    with TemporaryDirectory() as folder:
        tracker = example.write(Path(folder) / "example.matters", author)
        app = MattersApp(Desk(tracker, DAY, DAY, author))
        async with app.run_test(size=(picture.width, picture.height)) as pilot:
            await pilot.pause()
            for key in (*picture.keys, *picture.typed):
                await pilot.press(key)
            drawn = await settled(pilot)
        tracker.close()
    return plain(drawn)


async def settled(pilot: Pilot[None]) -> str:
    """The screen once it no longer changes."""
    seen, drawn = "", pilot.app.export_screenshot(title=pilot.app.title)
    while drawn != seen:
        await pilot.pause(0.6)  # longer than typing waits before its draft is kept
        seen, drawn = drawn, pilot.app.export_screenshot(title=pilot.app.title)
    return drawn


def plain(svg: str) -> str:
    """The picture without fonts fetched from elsewhere, its spaces kept by any reader."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    svg = svg.replace("font-size: 20px", f"font-size: {FITTING}")
    svg = TEXT.sub(placed, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def placed(text: re.Match[str]) -> str:
    """A text that begins at its first letter: some readers drop the spaces before it."""
    words = text["words"].replace(SPACE, " ")
    kept = words.strip()
    if not kept:
        return ""
    x = float(text["x"]) + CELL * (len(words) - len(words.lstrip()))
    length = CELL * cell_len(unescape(kept))
    return (
        f'<text class="{text["style"]}" x="{x:.1f}" {text["y"]} textLength="{length:.1f}" '
        f'lengthAdjust="spacingAndGlyphs"{text["rest"]}>{kept.replace(" ", SPACE)}</text>'
    )


def main() -> None:
    """Draw the pictures and name them."""
    sys.path.insert(0, str(ROOT))
    with TemporaryDirectory() as settings:
        os.environ["MATTERS_CONFIG"] = settings
        for path in draw_all(FOLDER):
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
