"""R8: whatever bytes of a file are damaged, it is refused, found out, or nothing has changed."""

import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from store import checking, soundness
from store.checking import Aspect
from store.errors import TrackerError
from store.tracker import open_tracker
from tui.__main__ import main

LONGEST = 5.0  # seconds to look at one file
DAY = "2022-06-01"
SHOWN = (
    ("list",),
    ("list", "inspections"),
    ("list", "actions"),
    ("list", "deadlines"),
    ("list", "notes"),
    ("list", "--overdue", "--open"),
    ("show", "I1"),
    ("show", "R6"),
    ("history",),
)
Told = list[tuple[int, str]]


@pytest.fixture
def shown(capsys, monkeypatch) -> Callable[[Path], Told]:
    """All that the program says of a file on one day, but for what is found in a search."""
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("sys.excepthook", print)

    def everything(path: Path) -> Told:
        told = []
        for command in SHOWN:
            code = main(["--file", str(path), "--today", DAY, *command])
            told.append((code, capsys.readouterr().out))
        return told

    return everything


def opened(path: Path) -> str:
    """What the opener says of a file: refused, found out, or nothing."""
    try:
        tracker = open_tracker(path)
    except TrackerError:
        return "refused"
    try:
        if tracker.read_only or soundness.verify(path):
            return "found out"
        return "search only" if _search_is_wrong(checking.check(tracker.db)) else ""
    finally:
        tracker.close()


def _search_is_wrong(found: list[checking.Finding]) -> bool:
    """The search index is derived from the records; “matters check” compares it with them."""
    return bool(found) and {one.aspect for one in found} <= {Aspect.SEARCH, Aspect.STANDING}


def damage(whole: bytes, where: list[int], chance: random.Random) -> bytes:
    """A copy with 1 to 64 bytes of it replaced by others, from one of these places on."""
    damaged = bytearray(whole)
    start = chance.choice(where)
    for place in range(start, min(start + chance.randint(1, 64), len(damaged))):
        damaged[place] = chance.randrange(256)
    return bytes(damaged)


def test_r8_no_damage_is_a_silent_change(figure, points, tmp_path, written_example, shown):
    path = Path(shutil.copy(written_example, tmp_path / "damaged.matters"))
    whole, expected = path.read_bytes(), shown(path)
    # Empty space can be damaged without harm, so that it would only flatter the figure.
    where = [place for place, byte in enumerate(whole) if byte]
    chance, found, longest = random.Random(8), Counter[str](), 0.0
    changed: Told = []
    for _ in range(points(2000, 40)):
        path.write_bytes(damaged := damage(whole, where, chance))
        begun = time.perf_counter()
        verdict = opened(path)
        longest = max(longest, time.perf_counter() - begun)
        if verdict in ("", "search only") and (told := shown(path)) != expected:
            verdict = "SILENT"
            changed.extend(set(told) - set(expected))
        found[verdict or "harmless"] += 1
        assert path.read_bytes() == damaged
    figure(
        "R8",
        "2,000 damaged files: 0 tracebacks, 0 silent changes, ≤ 5 s each",
        f"{found.total():,} files: {found['refused']} refused at once, {found['found out']} found "
        f"out, {found['search only']} only in the search index and found by “matters check”, "
        f"{found['harmless']} harmless, {found['SILENT']} silent; longest look {longest:.2f} s",
    )
    assert changed == []
    assert found["found out"] > 0
    assert longest < LONGEST
