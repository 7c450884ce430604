"""R11: four people save to one file at once; every edit is there and nobody waits long."""

from pathlib import Path

import pytest
from at_work import count_on, keep_reading
from children import Child
from small_tracker import AUTHOR, DAY, make, subject

from store import checking, notes, recommendations
from store.tracker import open_tracker
from store.unit import unit

WRITERS = 4
MOST_WAITED, MOST_READ = 2.0, 1.0  # seconds


@pytest.mark.alone
def test_r11_no_edit_is_lost_and_nobody_waits_long(figure, points, tmp_path):
    edits = points(300, 20)
    path = tmp_path / "shared.matters"
    tracker = make(path).tracker
    with unit(tracker.db, "Start at nought", AUTHOR) as change:
        recommendations.edit(change, recommendations.get(tracker.db, 2), title="0")
    reader = Child(keep_reading, path)
    reader.wait_for_a_word()
    writers = [Child(count_on, path, edits) for _ in range(WRITERS)]
    codes = [writer.end() for writer in writers]
    reader.kill()
    waited = [seconds for writer in writers for seconds in writer.told]
    figure(
        "R11",
        "4 processes × 300 edits: 1,200 saved, 0 lost; longest wait < 2 s, longest read < 1 s",
        f"{len(waited):,} of {WRITERS * edits:,} saved, title counts {title(path)}; longest wait "
        f"{max(waited):.2f} s, longest read {max(reader.told):.2f} s",
    )
    assert codes == [0] * WRITERS
    assert title(path) == str(len(waited)) == str(WRITERS * edits)
    assert len(notes.of(tracker.db, subject(2), DAY)) == WRITERS * edits
    assert checking.check(tracker.db) == []
    tracker.close()
    # In the ordinary run other tests share the processor, so that a wait would tell nothing.
    in_full = edits == 300
    assert not in_full or (max(waited) < MOST_WAITED and max(reader.told) < MOST_READ)


def title(path: Path) -> str:
    """The title counted in, read afresh."""
    tracker = open_tracker(path, read_only=True)
    try:
        return recommendations.get(tracker.db, 2).title
    finally:
        tracker.close()
