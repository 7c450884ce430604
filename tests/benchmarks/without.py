"""The questions of the screen with each index dropped in turn: which of them notice."""

import shutil
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from national import TODAY

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from questions import QUESTIONS

TIMES = 5
NOTICED = 1.5
"""How many times as long a question must take to have noticed, and at least LEAST ms longer."""

LEAST = 0.2


class Dropped(NamedTuple):
    """An index, and the questions that take longer without it: name, with it, without it (ms)."""

    index: str
    slower: list[tuple[str, float, float]]


def indexes(db: sqlite3.Connection) -> list[str]:
    """Every index that we made."""
    found = db.execute(
        """SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
           AND tbl_name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name"""
    )
    return [name for (name,) in found]


def drop_each(path: Path, names: Iterable[str] = ()) -> Iterator[Dropped]:
    """Drop each index of a copy in turn, ask everything, and make it again."""
    copy = path.with_name("without-index.matters")
    shutil.copy(path, copy)
    db = sqlite3.connect(copy, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    before = asked(db)
    for name in list(names) or indexes(db):
        (made,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
        db.execute(f"DROP INDEX {name}")
        yield Dropped(name, _slower(before, asked(db)))
        db.execute(made)
    db.close()
    copy.unlink()


def asked(db: sqlite3.Connection) -> dict[str, float]:
    """Milliseconds of processor time that each question takes."""
    return {name: median(_times(db, name)) for name in QUESTIONS}


def _times(db: sqlite3.Connection, name: str) -> Iterator[float]:
    for _ in range(TIMES):
        began = time.process_time()
        QUESTIONS[name](db, TODAY)
        yield (time.process_time() - began) * 1000


def _slower(before: dict[str, float], after: dict[str, float]) -> list[tuple[str, float, float]]:
    return sorted(
        (
            (name, before[name], after[name])
            for name in before
            if after[name] > NOTICED * before[name] and after[name] - before[name] > LEAST
        ),
        key=lambda found: found[1] / found[2],
    )
