"""Bringing documents in as a person does: what is read, pressed and seen on the import screen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from driver import Person, open_at

from tui.dialogs.files import FilesDialog
from tui.dialogs.message import ConfirmDialog
from tui.screens.importing import ImportScreen
from tui.screens.importing_session import Session

REPORT = """Inspection of custody at Northmere Police

Published: March 2024

1. Custody

The force should think about its cells.

We have made three recommendations.

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are visited. It
should write down every visit.

We recommend that, by 31 March 2025, Northmere Police repaints the cells.

We recommend that Northmere Police immediately buys new blankets.
"""
LETTER = """15 April 2024

Dear Home Secretary

Response to the report: Inspection of custody at Northmere Police

I am writing under section 55 of the Police Act 1996.

Jo Field
Police and Crime Commissioner for Northmere

Appendix 1

Recommendation 1: We recommend that, by 31 March 2025, Northmere Police repaints the cells.

Response: The paint has been ordered.

Recommendation 2: We recommend that, within three months, Northmere Police reviews how often cells
are visited. It should write down every visit.

Response: The Custody Group will review visits to cells by 31 May 2024.
"""
REVIEW = """Northmere Police: post-inspection review

Published on: 9 December 2024

1. Introduction

In March 2024 we reported on custody.

Areas still requiring improvement

The force still does not write down every visit to the cells, nor review how often cells are
visited.
"""
TODAY = date(2024, 6, 3)
NEWER = REPORT.replace("three months", "four months").replace(
    "We recommend that Northmere Police immediately buys new blankets.",
    "We recommend that Northmere Police tells the panel every June how it has used its powers.",
)


@asynccontextmanager
async def at_work(file: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Person]:
    """A person at their tracker, on the day these tests are about."""
    async with open_at(file, size, TODAY) as person:
        yield person


async def read(person: Person, *names: str) -> None:
    """Bring documents in, up to the screen on which they are looked through."""
    await person.press("i")
    await waited(person, lambda: isinstance(person.app.screen, FilesDialog))
    await person.type(" ".join(names))
    await person.press("enter")
    await waited(person, lambda: shown(person) is not None)


async def waited(person: Person, true: Callable[[], object]) -> None:
    """Wait for a reading process or a backup, at most half a minute."""
    for _ in range(600):
        if true():
            await person.settled()
            return
        await person.pilot.pause(0.05)
    raise AssertionError(f"it never happened; seen: {person.seen()}")


async def save(person: Person) -> None:
    """Save what is taken."""
    await person.press("s")
    await waited(person, lambda: isinstance(person.app.screen, ConfirmDialog))
    await person.press("y")
    await waited(person, lambda: person.app.screen is person.main)


def shown(person: Person) -> ImportScreen | None:
    """The import screen, if it is open."""
    screen = person.app.screen
    return screen if isinstance(screen, ImportScreen) else None


def session(person: Person) -> Session:
    """The import under way."""
    screen = shown(person)
    assert screen is not None
    return screen.session


def cursor(person: Person) -> str:
    """The row under the cursor, as it is drawn."""
    (row,) = [text for text in person.text() if "▌" in text[:3]]
    return " ".join(row.partition("▌")[2].partition("┃")[0].split())


async def to(person: Person, words: str) -> None:
    """Move down to the row that has these words."""
    screen = shown(person)
    assert screen is not None
    source = screen.found.source
    drawn = source.rows(source.ids)
    says = [" ".join(cell.text for cell in drawn[key].cells) for key in source.ids]
    (at, *_) = [index for index, text in enumerate(says) if words in text]
    await person.press("g", *["j"] * at)


def titles(person: Person) -> list[str]:
    """The wording of every recommendation, the oldest first."""
    db = person.tracker.db
    return [row[0] for row in db.execute("SELECT text FROM recommendations ORDER BY id")]
