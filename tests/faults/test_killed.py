"""R1: whatever moment the program is killed at, what it acknowledged is there, and whole."""

import random
import shutil
from pathlib import Path

import pytest
from at_work import keep_saving
from children import Child
from small_tracker import DAY, make, subject

from store import checking, notes
from store.tracker import open_tracker

LONGEST_WAIT = 0.03  # seconds; a save takes about two thousandths


def texts(path: Path) -> set[int]:
    """The numbers of all notes that are there; the file must be whole."""
    tracker = open_tracker(path)
    try:
        assert checking.check(tracker.db) == []
        kept = notes.of(tracker.db, subject(1), DAY)
        return {int(note.text.split()[1]) for note in kept if note.text.startswith("Kept")}
    finally:
        tracker.close()


def lost(told: list[tuple[str, int]], kept: set[int]) -> set[int]:
    """What was acknowledged and is not there; the newest may be undone without its word yet."""
    undone = {number for word, number in told if word == "undone"}
    saved = {number for word, number in told if word == "saved"} - undone
    newest = max(saved | undone)
    about_to_be_undone = {newest} if newest % 5 == 4 else set()
    assert not undone & kept
    return saved - kept - about_to_be_undone


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "whole.matters"
    make(path).tracker.close()
    return path


def test_r1_kill_at_any_moment_loses_nothing_acknowledged(figure, points, tmp_path, whole):
    moments, chance = points(1000, 30), random.Random(1)
    acknowledged = gone = hot = 0
    for moment in range(moments):
        path = tmp_path / f"{moment}.matters"
        shutil.copy(whole, path)
        child = Child(keep_saving, path)
        child.wait_for_a_word()
        child.kill(after=chance.uniform(0, LONGEST_WAIT))
        hot += Path(f"{path}-journal").exists()
        gone += len(lost(child.told, texts(path)))
        acknowledged += len(child.told)
        path.unlink()
    figure(
        "R1",
        "kill -9 at 1,000 points: 0 acknowledged lost, 0 corrupt, 0 without history",
        f"{moments:,} points, {acknowledged:,} acknowledged, {gone} lost, 0 corrupt, 0 without "
        f"history; {hot} killed in the midst of a save",
    )
    assert gone == 0
    assert hot > 0
