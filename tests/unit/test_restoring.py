"""Bringing a backup back: the whole of it, and never at the cost of the file that is there."""

import os
import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import little_case
import older_tracker
import pytest
from little_case import Case, edit_finding, everything

from store import (
    backups,
    comparing,
    connection,
    history,
    presence,
    restoring,
    soundness,
    synced,
)
from store.backups import KEPT, Backup, Why
from store.checking import check
from store.errors import BadInput, TrackerError
from store.presence import Holder
from store.restoring import RestoreFailed, check_not_open, restore, restore_everywhere
from store.tracker import Tracker, create, open_tracker
from store.unit import Author, unit

NOW = datetime(2026, 11, 21, 9, 30, 5, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def records(path: Path) -> dict[str, object]:
    tracker = open_tracker(path, read_only=True)
    try:
        return everything(tracker.db)
    finally:
        tracker.close()


def contents(path: Path) -> dict[str, object]:
    """The records, without the log and what follows from it."""
    tracker = open_tracker(path, read_only=True)
    try:
        return little_case.records(tracker.db)
    finally:
        tracker.close()


def titles(path: Path) -> list[str]:
    """Every change by name, newest first."""
    tracker = open_tracker(path, read_only=True)
    try:
        return [one.title for one in history.units(tracker.db)]
    finally:
        tracker.close()


@pytest.fixture
def backup(empty: Tracker, case: Case) -> Backup:
    """A backup of the case, which was changed twice since; the file is closed."""
    made = backups.make(empty.path, Why.ASKED, NOW)
    for title in ("Once more", "And again"):
        edit_finding(case, title=title)
    empty.close()
    return made


class TestRestoring:
    def test_brings_back_every_row_and_the_log(self, empty: Tracker, backup: Backup) -> None:
        restore(backup.path, empty.path, LATER)
        assert records(empty.path) == records(backup.path)
        assert soundness.verify(empty.path) == ""

    def test_keeps_the_present_file_first(self, empty: Tracker, backup: Backup) -> None:
        before = records(empty.path)
        kept = restore(backup.path, empty.path, LATER)
        assert kept is not None
        assert kept.why is Why.BEFORE_RESTORE
        assert records(kept.path) == before

    def test_can_be_taken_back_in_the_same_way(self, empty: Tracker, backup: Backup) -> None:
        before = records(empty.path)
        kept = restore(backup.path, empty.path, LATER)
        assert kept is not None
        restore(kept.path, empty.path, LATER)
        assert records(empty.path) == before

    def test_of_the_oldest_of_ten_keeps_it(self, empty: Tracker, backup: Backup) -> None:
        for n in range(1, KEPT):
            backups.make(empty.path, Why.DAILY, NOW + n * timedelta(minutes=1))
        restore(backup.path, empty.path, LATER)
        assert backup.path.exists()

    def test_where_the_file_is_gone(self, empty: Tracker, backup: Backup) -> None:
        empty.path.unlink()
        assert restore(backup.path, empty.path, LATER) is None
        assert records(empty.path) == records(backup.path)

    @pytest.mark.parametrize("left", [0, 10, 100, 5_000, 50_000])
    def test_where_the_file_is_cut_off(self, empty: Tracker, backup: Backup, left: int) -> None:
        cut = empty.path.read_bytes()[:left]
        empty.path.write_bytes(cut)
        kept = restore(backup.path, empty.path, LATER)
        assert kept is not None
        assert kept.path.read_bytes() == cut
        assert records(empty.path) == records(backup.path)

    def test_where_a_word_was_altered(self, empty: Tracker, backup: Backup) -> None:
        altered = empty.path.read_bytes().replace(b"Custody", b"Kustody")
        empty.path.write_bytes(altered)
        kept = restore(backup.path, empty.path, LATER)
        assert kept is not None
        assert kept.path.read_bytes() == altered
        assert records(empty.path) == records(backup.path)

    def test_leaves_no_journal_of_the_file_that_goes(self, empty: Tracker, backup: Backup) -> None:
        empty.path.write_bytes(b"no database")
        journal = Path(f"{empty.path}-journal")
        journal.write_bytes(b"cut off")
        restore(backup.path, empty.path, LATER)
        assert not journal.exists()
        assert records(empty.path) == records(backup.path)

    @pytest.mark.skipif(os.name != "posix", reason="file rights are POSIX")
    def test_is_for_its_owner_alone(self, empty: Tracker, backup: Backup) -> None:
        restore(backup.path, empty.path, LATER)
        assert stat.S_IMODE(empty.path.stat().st_mode) == 0o600

    def test_goes_where_a_link_leads(self, empty: Tracker, backup: Backup, tmp_path: Path) -> None:
        link = tmp_path / "link.matters"
        link.symlink_to(empty.path)
        restore(backup.path, link, LATER)
        assert link.is_symlink()
        assert records(empty.path) == records(backup.path)


class TestTheLog:
    def test_says_who_brought_back_which_backup(
        self, empty: Tracker, backup: Backup, author: Author
    ) -> None:
        kept = restore(backup.path, empty.path, LATER, by=author)
        made = f"{NOW.astimezone():%d/%m/%Y %H:%M}"
        assert titles(empty.path) == [
            f"Brought back from the backup of {made} (asked for)",
            *titles(backup.path),
        ]
        assert contents(empty.path) == contents(backup.path)
        assert soundness.verify(empty.path) == ""
        assert kept is not None
        assert "Brought back" not in titles(kept.path)[0]

    def test_leaves_undo_as_it_was(self, empty: Tracker, backup: Backup, author: Author) -> None:
        restore(backup.path, empty.path, LATER, by=author)
        tracker = open_tracker(empty.path)
        there = open_tracker(backup.path, read_only=True)
        assert history.next_undo(tracker.db) == history.next_undo(there.db)
        history.undo(tracker.db, author)
        assert check(tracker.db) == []
        tracker.close()
        there.close()

    def test_of_a_file_of_an_earlier_version_says_so_too(
        self, tmp_path: Path, author: Author
    ) -> None:
        old = older_tracker.make_older(tmp_path / "old.matters", author)
        made = backups.make(old, Why.DAILY, NOW)
        restore(made.path, old, LATER, by=author)
        assert titles(old)[0].startswith("Brought back from the backup of ")
        opened = open_tracker(old, moment=LATER)
        assert opened.read_only == ""
        assert check(opened.db) == []
        opened.close()


class TestInASyncedFolder:
    def test_the_published_file_and_the_copy_worked_on_are_both_brought_back(
        self, tmp_path: Path, empty: Tracker, backup: Backup, author: Author
    ) -> None:
        working = synced.open_working(empty.path, tmp_path / "working copies", NOW)
        with unit(working.db, "Not published yet", author) as change:
            change.change("inspections", 1, 2, title="Custody, again")
        working.close()
        assert working.backups is not None
        folder = working.backups
        restore_everywhere(backup.path, working.path, empty.path, LATER, folder, author)
        assert synced.state_of(working.path, empty.path) is synced.State.SAME
        assert records(working.path) == records(empty.path)
        assert contents(working.path) == contents(backup.path)
        assert titles(working.path)[0].startswith("Brought back from the backup of ")
        kept = backups.listed(working.path, working.backups)
        assert [one.why for one in kept] == [Why.BEFORE_RESTORE] * 2

    def test_a_copy_never_worked_on_is_not_made(
        self, tmp_path: Path, empty: Tracker, backup: Backup, author: Author
    ) -> None:
        working = synced.working_path(empty.path, tmp_path / "working copies")
        restore_everywhere(backup.path, working, empty.path, LATER, tmp_path / "kept", author)
        assert contents(empty.path) == contents(backup.path)
        assert titles(empty.path)[0].startswith("Brought back from the backup of ")
        assert not working.exists()


class TestSomebodyElse:
    OPENED = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)

    @pytest.fixture
    def there(self, empty: Tracker) -> Holder:
        holder = Holder("Cal Open", "office", 4321, self.OPENED, self.OPENED, "session")
        presence.enter(empty.path, holder)
        return holder

    def test_who_has_it_open_is_named(self, empty: Tracker, there: Holder) -> None:
        with pytest.raises(BadInput, match=r"Cal Open has empty\.matters open on office since"):
            check_not_open(empty.path, "laptop", 1, self.OPENED)

    @pytest.mark.parametrize(
        ("host", "process", "later"),
        [("office", 4321, timedelta()), ("laptop", 1, timedelta(minutes=3))],
        ids=["it is this program", "no sign of life for two minutes"],
    )
    def test_nobody_is_in_the_way(
        self, empty: Tracker, there: Holder, host: str, process: int, later: timedelta
    ) -> None:
        check_not_open(empty.path, host, process, self.OPENED + later)


class TestRefusing:
    def test_a_backup_that_is_not_sound(self, empty: Tracker, backup: Backup) -> None:
        before = empty.path.read_bytes()
        backup.path.write_bytes(backup.path.read_bytes().replace(b"Custody", b"Kustody"))
        with pytest.raises(BadInput, match="not a sound backup"):
            restore(backup.path, empty.path, LATER)
        assert empty.path.read_bytes() == before
        assert len(backups.listed(empty.path)) == 1

    def test_a_backup_of_another_tracker(
        self, empty: Tracker, backup: Backup, author: Author
    ) -> None:
        other = create(empty.path.with_name("other.matters"), author)
        other.close()
        before = empty.path.read_bytes()
        with pytest.raises(BadInput, match="of another tracker"):
            restore(other.path, empty.path, LATER)
        assert empty.path.read_bytes() == before

    def test_while_somebody_is_saving(
        self, empty: Tracker, backup: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connection, "PATIENCE", 0.01)
        other = sqlite3.connect(empty.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        before = empty.path.read_bytes()
        with pytest.raises(TrackerError, match="Somebody else is saving"):
            restore(backup.path, empty.path, LATER)
        other.close()
        assert empty.path.read_bytes() == before

    @pytest.mark.parametrize("step", ["_copy", "_keep"])
    def test_without_room_leaves_everything_as_it_was(
        self, empty: Tracker, backup: Backup, step: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_room(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        before, beside = empty.path.read_bytes(), sorted(empty.path.parent.rglob("*"))
        monkeypatch.setattr(restoring, step, no_room)
        with pytest.raises(RestoreFailed, match="Nothing was restored: No space left"):
            restore(backup.path, empty.path, LATER)
        assert empty.path.read_bytes() == before
        assert sorted(empty.path.parent.rglob("*")) == beside


class TestComparing:
    def test_names_the_changes_since(self, empty: Tracker, backup: Backup) -> None:
        compared = comparing.compare(backup.path, empty.path, 10)
        assert compared.words() == "2 changes behind the present file"
        assert compared.briefly() == "2 changes behind"
        assert (compared.behind, compared.ahead) == (2, 0)
        assert len(compared.only_here) == 2
        assert compared.only_there == ()

    def test_so_many_at_most(self, empty: Tracker, backup: Backup) -> None:
        compared = comparing.compare(backup.path, empty.path, 1)
        assert (compared.behind, len(compared.only_here)) == (2, 1)

    def test_the_same(self, empty: Tracker, case: Case) -> None:
        made = backups.make(empty.path, Why.ASKED, NOW)
        compared = comparing.compare(made.path, empty.path)
        assert compared.words() == "the same as the present file"
        assert compared.briefly() == "the same"

    def test_ahead_after_restoring(self, empty: Tracker, backup: Backup) -> None:
        kept = restore(backup.path, empty.path, LATER)
        assert kept is not None
        compared = comparing.compare(kept.path, empty.path, 5)
        assert compared.words() == "2 changes ahead of the present file"
        assert compared.briefly() == "2 changes ahead"
        assert len(compared.only_there) == 2

    def test_parted(self, empty: Tracker, backup: Backup, author: Author) -> None:
        kept = restore(backup.path, empty.path, LATER)
        assert kept is not None
        again = open_tracker(empty.path)
        with unit(again.db, "A remark", author):
            again.db.execute("UPDATE inspections SET remark = 'x', rev = 3")
        again.close()
        compared = comparing.compare(kept.path, empty.path, 5)
        assert compared.words() == "1 change behind the present file, with 2 of its own"
        assert compared.briefly() == "1 change behind, with 2 of its own"

    def test_beside_nothing(self, empty: Tracker, backup: Backup) -> None:
        empty.path.unlink()
        compared = comparing.compare(backup.path, empty.path)
        assert compared.present is None
        assert compared.briefly() == "that cannot be read"
        assert "cannot be read" in compared.words()

    def test_counts_records(self, empty: Tracker, backup: Backup) -> None:
        counts = comparing.compare(backup.path, empty.path).backup.counts
        assert (counts["inspections"], counts["recommendations"], counts["notes"]) == (1, 1, 0)
