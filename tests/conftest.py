"""Trackers to try things on: an empty one, a little case, and a copy of the worked example."""

import gc
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from little_case import Case, tell

import seed.example
from store.tracker import Tracker, create, open_tracker
from store.unit import Author

pytest_plugins = ["figures"]

MOMENT = datetime(2022, 6, 1, 8, 43, 5, 250_000, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_stays_frozen() -> Iterator[None]:
    """Let what a start froze be collected: a test run starts the program a thousand times."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def author() -> Author:
    return Author("Ann Example", lambda: MOMENT)


@pytest.fixture
def empty(tmp_path: Path, author: Author) -> Iterator[Tracker]:
    """A new tracker without a record."""
    tracker = create(tmp_path / "empty.matters", author)
    yield tracker
    tracker.close()


@pytest.fixture
def case(empty: Tracker, author: Author) -> Case:
    """An inspection with its report, one finding and one action, all known from 10 January 2022."""
    return tell(empty.db, author)


@pytest.fixture(scope="session")
def written_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("written") / "example.matters"
    seed.example.write(path, Author("Ann Example", lambda: MOMENT)).close()
    return path


@pytest.fixture
def example(tmp_path: Path, written_example: Path) -> Iterator[Tracker]:
    """The worked example in a file of its own, to read and to change."""
    tracker = open_tracker(Path(shutil.copy(written_example, tmp_path / "example.matters")))
    yield tracker
    tracker.close()
