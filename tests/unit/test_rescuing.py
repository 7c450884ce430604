"""A whole copy of an open tracker, whatever became of its own file; and remarks in the log."""

from pathlib import Path

import pytest
from little_case import Case

from store import checking, history, rescuing, soundness
from store.errors import BadInput, TrackerError
from store.tracker import Tracker, open_tracker
from store.unit import Author, remark


def test_a_copy_holds_everything_though_the_file_is_gone(
    case: Case, empty: Tracker, tmp_path: Path
) -> None:
    empty.path.unlink()
    copy = rescuing.save_copy(empty.db, tmp_path / "copy.matters")
    other = open_tracker(copy)
    assert history.units(other.db) == history.units(empty.db)
    assert checking.check(other.db) == []
    assert copy.stat().st_mode & 0o777 == 0o600
    other.close()


def test_a_copy_is_refused_in_words_and_leaves_nothing(
    empty: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "taken.matters").write_text("not yours")
    with pytest.raises(BadInput, match="already a file"):
        rescuing.save_copy(empty.db, folder / "taken.matters")
    with pytest.raises(TrackerError, match="No such file or directory"):
        rescuing.save_copy(empty.db, folder / "missing" / "copy.matters")
    monkeypatch.setattr(soundness, "verify", lambda path: "something is wrong")
    with pytest.raises(TrackerError, match="No copy was made"):
        rescuing.save_copy(empty.db, folder / "copy.matters")
    assert [path.name for path in folder.iterdir()] == ["taken.matters"]


def test_a_remark_is_in_the_log_and_cannot_be_undone(
    case: Case, empty: Tracker, author: Author
) -> None:
    before = history.next_undo(empty.db)
    remark(empty.db, "Took over", author)
    (newest,) = history.units(empty.db, newest=1)
    assert newest.title == "Took over"
    assert history.next_undo(empty.db) == before
    assert checking.check(empty.db) == []


def test_a_remark_does_not_end_what_can_be_done_again(
    case: Case, empty: Tracker, author: Author
) -> None:
    undone = history.undo(empty.db, author)
    remark(empty.db, "Took over", author)
    assert history.next_redo(empty.db) == undone
