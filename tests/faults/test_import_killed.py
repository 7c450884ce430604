"""S10: an import that is killed is there whole or not at all."""

import random
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest
from at_work import import_rows
from children import Child
from small_tracker import AUTHOR

from store import soundness
from store.tracker import create, open_tracker

HEADINGS = "No,Inspection,Recommendation,Lead,Status,Target date\n"
ROWS = 1000


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with an empty tracker and a spreadsheet of many rows."""
    folder = tmp_path / "office"
    folder.mkdir()
    create(folder / "office.matters", AUTHOR).close()
    lines = (
        f"{number},Custody 2025,Record visit {number} of the day.,ACC Hill,Open,31/12/2026\n"
        for number in range(1, ROWS + 1)
    )
    (folder / "log.csv").write_text(HEADINGS + "".join(lines), encoding="utf-8")
    return folder


def rows_in(folder: Path) -> int:
    """How many recommendations are there; the file must be sound."""
    path = folder / "office.matters"
    tracker = open_tracker(path)
    try:
        assert soundness.verify(path) == ""
        return int(tracker.db.execute("SELECT count(*) FROM recommendations").fetchone()[0])
    finally:
        tracker.close()


def imported_in(folder: Path) -> float:
    """The seconds that an import takes which nobody disturbs."""
    child = Child(import_rows, folder)
    child.wait_for_a_word()
    began = time.perf_counter()
    assert child.end() == 0
    assert child.told == ["ready", 0], (folder / "said.txt").read_text(encoding="utf-8")
    assert rows_in(folder) == ROWS
    return time.perf_counter() - began


def test_s10_an_import_is_there_whole_or_not_at_all(figure, points, tmp_path, office):
    whole = shutil.copytree(office, tmp_path / "whole")
    longest, chance = imported_in(whole), random.Random(10)
    moments, found, hot = points(50, 2), Counter[int](), 0
    for moment in range(moments):
        folder = shutil.copytree(office, tmp_path / str(moment))
        child = Child(import_rows, folder)
        child.wait_for_a_word()
        child.kill(after=chance.uniform(0.2, 1.05) * longest)
        hot += (folder / "office.matters-journal").exists()
        found[rows_in(folder)] += 1
        shutil.rmtree(folder)
    figure(
        "S10",
        "kill at 50 points of a 1,000-row import: 0 or 1,000 rows",
        f"{moments} points: {found[0]} with 0 rows, {found[ROWS]} with 1,000, "
        f"{moments - found[0] - found[ROWS]} between; {hot} killed while it was written",
    )
    assert set(found) <= {0, ROWS}
