"""Opening and making tracker files: ours, ours alone and whole, or one sentence and no touch."""

import os
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from little_case import KNOWN, Case, edit_finding, everything

from store import checking, connection, notes, owners, soundness, tracker
from store.errors import BadInput, NotATracker, TrackerError
from store.tracker import Tracker, create, open_tracker
from store.unit import Author, unit
from store.vocabulary import OwnerKind


def fingerprint(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def beside(path: Path) -> set[str]:
    return {entry.name for entry in path.parent.iterdir()}


def open_soundly(path: Path, *, read_only: bool = False) -> Tracker:
    """Open as everybody does who goes on to use the file: NotATracker where it is not sound."""
    opened = open_tracker(path, read_only=read_only)
    wrong = soundness.wrong_with(opened.db)
    if wrong:
        opened.close()
        raise soundness.refusal(path, wrong)
    return opened


@pytest.fixture
def copied(tmp_path: Path, written_example: Path) -> Path:
    return Path(shutil.copy(written_example, tmp_path / "copied.matters"))


class TestMaking:
    def test_keeps_what_it_is_told(self, tmp_path: Path, author: Author) -> None:
        made = create(tmp_path / "a.matters", author, title="Ours", opens_on=date(2022, 6, 1))
        made.close()
        again = open_tracker(tmp_path / "a.matters")
        assert (again.title, again.marking, again.opens_on, again.read_only) == (
            "Ours",
            "OFFICIAL",
            date(2022, 6, 1),
            "",
        )
        assert again.file_uuid == made.file_uuid
        assert checking.check(again.db) == []
        again.close()

    def test_is_called_as_its_file_unless_it_has_a_title(self, empty: Tracker) -> None:
        assert (empty.title, empty.opens_on) == ("empty", None)

    def test_gives_each_file_an_identity(self, tmp_path: Path, author: Author) -> None:
        made = [create(tmp_path / f"{name}.matters", author) for name in "ab"]
        assert made[0].file_uuid != made[1].file_uuid
        for one in made:
            one.close()

    @pytest.mark.skipif(os.name != "posix", reason="file rights are POSIX")
    def test_is_for_its_owner_alone(self, tmp_path: Path, author: Author) -> None:
        before = os.umask(0o022)
        try:
            made = create(tmp_path / "a.matters", author)
            assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
            with unit(made.db, "An owner", author) as change:
                owners.add(change, "Custody Lead", OwnerKind.ROLE)
                journal = tmp_path / "a.matters-journal"
                assert stat.S_IMODE(journal.stat().st_mode) == 0o600
            made.close()
        finally:
            os.umask(before)

    @pytest.mark.parametrize("held", [b"", b"my notes", b"SQLite format 3\x00"])
    def test_never_replaces_a_file(self, tmp_path: Path, author: Author, held: bytes) -> None:
        path = tmp_path / "mine.matters"
        path.write_bytes(held)
        with pytest.raises(BadInput, match="already a file"):
            create(path, author)
        assert path.read_bytes() == held
        assert beside(path) == {"mine.matters"}

    def test_never_follows_a_link_that_leads_nowhere(self, tmp_path: Path, author: Author) -> None:
        (tmp_path / "link.matters").symlink_to(tmp_path / "elsewhere.matters")
        with pytest.raises(BadInput):
            create(tmp_path / "link.matters", author)
        assert beside(tmp_path / "x") == {"link.matters"}

    @pytest.mark.parametrize("where", ["no such folder/a.matters", "."])
    def test_where_it_cannot_says_so(self, tmp_path: Path, author: Author, where: str) -> None:
        with pytest.raises(BadInput) as told:
            create(tmp_path / where, author)
        assert str(told.value).count("\n") == 0
        assert beside(tmp_path / "x") == set()

    def test_that_fails_half_way_leaves_no_file(
        self, tmp_path: Path, author: Author, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_room(db: sqlite3.Connection) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr(tracker, "_build", no_room)
        with pytest.raises(sqlite3.OperationalError):
            create(tmp_path / "a.matters", author)
        assert beside(tmp_path / "a.matters") == set()


class TestNames:
    @pytest.mark.parametrize(
        "name", ["a b.matters", "50%?mode=memory.matters", "a#b.matters", "ü-–.matters", "'\"; --"]
    )
    def test_of_any_kind_are_file_names_and_nothing_else(
        self, tmp_path: Path, author: Author, name: str
    ) -> None:
        create(tmp_path / name, author).close()
        again = open_tracker(tmp_path / name)
        assert again.read_only == ""
        again.close()
        assert beside(tmp_path / name) == {name}


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")


def _foreign(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE tracker (title TEXT)")
    other.commit()
    other.close()


def _only_our_mark(path: Path) -> None:
    _foreign(path)
    marked = sqlite3.connect(path)
    marked.execute(f"PRAGMA application_id = {tracker.APPLICATION_ID}")
    marked.close()


def _cut(share: float) -> Callable[[Path], None]:
    def cut(path: Path) -> None:
        whole = path.read_bytes()
        path.write_bytes(whole[: int(len(whole) * share)])

    return cut


def _zero_page(number: int) -> Callable[[Path], None]:
    def zero(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        size = int.from_bytes(whole[16:18], "big")
        whole[number * size : (number + 1) * size] = bytes(size)
        path.write_bytes(whole)

    return zero


def _another_application(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[68:72] = b"GPKG"
    path.write_bytes(whole)


def _day_that_is_none(path: Path) -> None:
    whole = path.read_bytes()
    at = whole.index(b"2022-06-01", whole.index(b"child protection inspections"))
    path.write_bytes(whole[:at] + b"2022-06-99" + whole[at + 10 :])


NOT_TRACKERS: dict[str, tuple[Callable[[Path], None], str]] = {
    "nothing": (lambda path: path.write_bytes(b""), "is empty"),
    "one byte": (lambda path: path.write_bytes(b"S"), "not a tracker"),
    "text": (lambda path: path.write_text("Recommendations\n" * 50), "not a tracker"),
    "a zip": (_zip, "not a tracker"),
    "a database of another program": (_another_application, "not a tracker"),
    "a database with our table and no mark": (_foreign, "not a tracker"),
    "a database with our mark alone": (_only_our_mark, "is damaged"),
    "the header alone": (lambda path: path.write_bytes(path.read_bytes()[:100]), "is damaged"),
    "a tenth of it": (_cut(0.1), "is damaged"),
    "half of it": (_cut(0.5), "is damaged"),
    "nine tenths of it": (_cut(0.9), "is damaged"),
    "its first page of tables zeroed": (_zero_page(1), "is damaged"),
    "a page in the middle zeroed": (_zero_page(20), "is damaged"),
}


class TestWhatIsNotATracker:
    @pytest.mark.parametrize(("make", "words"), NOT_TRACKERS.values(), ids=NOT_TRACKERS)
    @pytest.mark.parametrize("read_only", [False, True])
    def test_gets_one_sentence_and_is_not_touched(
        self, copied: Path, make: Callable[[Path], None], words: str, read_only: bool
    ) -> None:
        if make in (_zip, _foreign, _only_our_mark):
            copied.unlink()
        make(copied)
        before = fingerprint(copied)
        with pytest.raises(NotATracker, match=words) as told:
            open_soundly(copied, read_only=read_only)
        assert "not been touched" in str(told.value)
        assert str(copied) in str(told.value)
        assert fingerprint(copied) == before
        assert beside(copied) == {"copied.matters"}

    def test_with_a_day_that_does_not_exist_is_damaged(self, copied: Path) -> None:
        _day_that_is_none(copied)
        before = fingerprint(copied)
        with pytest.raises(NotATracker, match="is damaged"):
            open_tracker(copied)
        assert fingerprint(copied) == before

    def test_a_missing_file_is_not_made(self, tmp_path: Path) -> None:
        with pytest.raises(NotATracker, match=r"matters new typo\.matters"):
            open_tracker(tmp_path / "typo.matters")
        assert beside(tmp_path / "x") == set()

    def test_a_file_gone_in_between_is_not_made(self, copied: Path) -> None:
        copied.unlink()
        with pytest.raises(NotATracker, match="could not be opened"):
            connection.connect(copied, "rw")
        assert beside(copied) == set()

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes by name are POSIX")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.matters")
        with pytest.raises(NotATracker, match="is a pipe"):
            open_tracker(tmp_path / "pipe.matters")

    def test_a_link_to_a_tracker_is_that_tracker(self, copied: Path) -> None:
        link = copied.with_name("link.matters")
        link.symlink_to(copied)
        opened = open_tracker(link)
        assert opened.read_only == ""
        opened.close()

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(NotATracker, match="is a folder"):
            open_tracker(tmp_path)

    def test_any_page_zeroed_is_never_a_traceback_and_never_unseen(self, copied: Path) -> None:
        packed = sqlite3.connect(copied)
        packed.execute("VACUUM")  # no page is left over that holds nothing
        packed.close()
        whole = copied.read_bytes()
        size = int.from_bytes(whole[16:18], "big")
        unseen = []
        for number in range(len(whole) // size):
            copied.write_bytes(whole)
            _zero_page(number)(copied)
            try:
                opened = open_soundly(copied)
            except NotATracker:
                continue
            if opened.read_only == "" and not checking.check(opened.db):
                unseen.append(number)
            opened.close()
        assert unseen == []


class TestSomebodyElse:
    def test_saving_at_the_moment_is_not_called_damage(
        self, copied: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connection, "PATIENCE", 0.01)
        other = sqlite3.connect(copied, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TrackerError, match="Somebody else is saving") as told:
            open_tracker(copied)
        assert not isinstance(told.value, NotATracker)
        other.rollback()
        open_tracker(copied).close()
        other.close()

    def test_who_broke_off_while_saving_leaves_the_last_whole_state(
        self, empty: Tracker, case: Case, tmp_path: Path
    ) -> None:
        before = everything(case.db)
        case.db.execute("PRAGMA cache_size = 1")
        with unit(case.db, "A change", case.author) as change:
            for number in range(40):
                notes.add(change, case.about_finding, f"{number} " * 2_000, on=KNOWN)
            torn = tmp_path / "torn.matters"
            shutil.copy(empty.path, torn)
            shutil.copy(f"{empty.path}-journal", f"{torn}-journal")
        assert torn.stat().st_size > 0
        recovered = open_tracker(torn)
        assert everything(recovered.db) == before
        assert checking.check(recovered.db) == []
        recovered.close()

    def test_a_damaged_byte_is_opened_or_refused_but_never_a_traceback(
        self, empty: Tracker, case: Case
    ) -> None:
        edit_finding(case, title="One edit")
        empty.close()
        whole = empty.path.read_bytes()
        for at in range(0, len(whole), 4_999):
            damaged = bytearray(whole)
            damaged[at] ^= 0x55
            empty.path.write_bytes(damaged)
            try:
                opened = open_tracker(empty.path)
            except TrackerError:
                continue
            checking.check(opened.db)
            opened.close()
