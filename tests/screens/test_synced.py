"""On the screen, a tracker in a synced folder says so, and what is saved is published."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import small_tracker
from driver import Person, open_at
from two_copies import DAY, LAPTOP, OFFICE, Copy

from store import synced
from store.tracker import open_tracker
from tui.publishing import Publishing

NOW = datetime(2022, 6, 9, tzinfo=UTC)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    small_tracker.make(folder / "case.matters").tracker.close()
    return folder / "case.matters"


@asynccontextmanager
async def at_work(
    published: Path, folder: Path, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Person, Publishing]]:
    """A person with the working copy open, and what publishes beside them."""
    working = synced.open_working(published, folder, NOW)
    working.close()
    async with open_at(working.path, size, DAY) as person:
        desk = person.app.desk
        desk.tracker = desk.tracker._replace(published=published)
        person.main.reload()
        yield person, Publishing(person.app)


async def ended(person: Person, publishing: Publishing) -> None:
    for _ in range(500):
        await person.pilot.pause(0.01)
        if publishing.is_idle:
            break
    await person.settled()


def texts(path: Path) -> list[str]:
    copy = Copy(open_tracker(path, read_only=True), OFFICE)
    try:
        return copy.texts()
    finally:
        copy.tracker.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_line_at_the_top_says_so(
    published: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_work(published, tmp_path / "own", size) as (person, _):
        assert "synced folder" in person.text()[0]
        assert "case.matters" in person.text()[0]


async def test_what_is_saved_is_published(published: Path, tmp_path: Path) -> None:
    async with at_work(published, tmp_path / "own") as (person, publishing):
        await person.note("Typed on the screen")
        assert "Typed on the screen" not in texts(published)
        publishing.tick()
        await ended(person, publishing)
        assert "Typed on the screen" in texts(published)
        before = published.stat().st_mtime_ns
        publishing.tick()
        await ended(person, publishing)
        assert published.stat().st_mtime_ns == before


async def test_a_fork_is_said_and_nothing_is_put_over_it(published: Path, tmp_path: Path) -> None:
    async with at_work(published, tmp_path / "own") as (person, publishing):
        await person.note("Typed on the screen")
        other = Copy(open_tracker(published), LAPTOP)
        other.note("R2", "Of the laptop")
        other.tracker.close()
        publishing.tick()
        await ended(person, publishing)
        assert "was changed by somebody else" in person.told()[-1]
        assert "Typed on the screen" not in texts(published)
        assert "Of the laptop" in texts(published)


async def test_copies_in_conflict_are_named_at_the_beginning(
    published: Path, tmp_path: Path
) -> None:
    beside = published.with_name("case (1).matters")
    beside.write_bytes(published.read_bytes())
    other = Copy(open_tracker(beside), LAPTOP)
    other.note("R2", "Of the laptop")
    other.tracker.close()
    async with at_work(published, tmp_path / "own") as (person, publishing):
        publishing.begin()
        for _ in range(500):
            await person.pilot.pause(0.01)
            if person.told():
                break
        assert person.told()[-1].startswith("case (1).matters in the synced folder holds changes")
