"""Files that cannot or must not be written: read only, saying why, and not a byte changed."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from little_case import everything

from store import recommendations, tracker
from store.tracker import open_tracker
from store.unit import Author, unit

ROOT = Path(__file__).parents[2]


def fingerprint(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def beside(path: Path) -> set[str]:
    return {entry.name for entry in path.parent.iterdir()}


@pytest.fixture
def copied(tmp_path: Path, written_example: Path) -> Path:
    return Path(shutil.copy(written_example, tmp_path / "copied.matters"))


def _run_as_nobody(code: str, *arguments: Path) -> str:
    """What a child prints that has the rights of nobody in particular."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can take on the rights of nobody")
    child = subprocess.run(
        [sys.executable, "-c", AS_NOBODY + code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert child.stderr == ""
    return child.stdout.strip()


AS_NOBODY = """
import os, sqlite3, sys
from datetime import UTC, date, datetime
from pathlib import Path
import sqlite_utils
from store import notes
from store.errors import TrackerError
from store.models import Subject
from store.vocabulary import SubjectKind
from store.tracker import create, open_tracker
from store.unit import Author, unit

os.setgid(65534)
os.setuid(65534)
author = Author("Nobody", lambda: datetime.now(UTC))
path = Path(sys.argv[1])
"""
OPEN_AND_WRITE = """
tracker = open_tracker(path)
print(tracker.read_only)
print(tracker.db.execute("SELECT count(*) FROM recommendations").fetchone()[0])
try:
    with unit(tracker.db, "A note", author) as change:
        notes.add(change, Subject(SubjectKind.RECOMMENDATION, 1), "Words", on=date(2022, 6, 1))
except sqlite3.OperationalError as error:
    print(error)
"""


@pytest.fixture
def public(tmp_path: Path, copied: Path) -> Path:
    """The example where anybody can read it."""
    for folder in (tmp_path, *tmp_path.parents):
        if stat.S_IMODE(folder.stat().st_mode) == 0o700 and folder.owner() == tmp_path.owner():
            folder.chmod(0o711)
    copied.chmod(0o644)
    return copied


class TestRights:
    def test_a_write_protected_file_opens_for_reading_and_says_so(self, public: Path) -> None:
        public.parent.chmod(0o777)
        before = fingerprint(public)
        reason, count, refusal = _run_as_nobody(OPEN_AND_WRITE, public).splitlines()
        assert (reason, count) == ("the file is write-protected", "20")
        assert "readonly" in refusal
        assert fingerprint(public) == before

    def test_a_write_protected_folder_as_well(self, public: Path) -> None:
        public.chmod(0o666)
        before = fingerprint(public)
        reason, count, refusal = _run_as_nobody(OPEN_AND_WRITE, public).splitlines()
        assert (reason, count) == ("its folder is write-protected", "20")
        assert "readonly" in refusal
        assert fingerprint(public) == before

    def test_an_unreadable_file_gets_one_sentence(self, public: Path) -> None:
        public.chmod(0o600)
        code = "try:\n    open_tracker(path)\nexcept TrackerError as error:\n    print(error)"
        said = _run_as_nobody(code, public)
        assert said == (f"{public} could not be read: Permission denied. It has not been touched.")

    def test_a_file_cannot_be_made_in_a_protected_folder(self, public: Path) -> None:
        code = "try:\n    create(path, author)\nexcept TrackerError as error:\n    print(error)"
        said = _run_as_nobody(code, public.parent / "new.matters")
        assert "could not be made: Permission denied. Nothing was changed" in said
        assert beside(public) == {"copied.matters"}


class TestReadOnly:
    def test_on_request_reads_and_never_writes(self, copied: Path, author: Author) -> None:
        before = fingerprint(copied)
        opened = open_tracker(copied, read_only=True)
        assert opened.read_only == "opened for reading only"
        assert len(recommendations.many(opened.db, range(30))) == 20
        with (
            pytest.raises(sqlite3.OperationalError, match="readonly"),
            unit(opened.db, "No", author),
        ):
            pass
        opened.close()
        assert fingerprint(copied) == before

    def test_when_made_by_a_newer_version(self, copied: Path, author: Author) -> None:
        newer = sqlite3.connect(copied)
        newer.execute(f"PRAGMA user_version = {tracker.SCHEMA_NUMBER + 1}")
        newer.close()
        before = fingerprint(copied)
        opened = open_tracker(copied)
        assert "newer version" in opened.read_only
        assert len(recommendations.many(opened.db, range(30))) == 20
        with (
            pytest.raises(sqlite3.OperationalError, match="readonly"),
            unit(opened.db, "No", author),
        ):
            pass
        opened.close()
        assert fingerprint(copied) == before

    @pytest.mark.parametrize(
        "statement",
        [
            "CREATE TRIGGER more AFTER INSERT ON notes BEGIN DELETE FROM drafts; END",
            "DROP TRIGGER notes_added",
            "CREATE VIEW seen AS SELECT * FROM notes",
            "DROP TRIGGER units_refuse_update",
        ],
    )
    def test_when_the_triggers_are_not_exactly_ours(
        self, copied: Path, author: Author, statement: str
    ) -> None:
        other = sqlite3.connect(copied)
        other.execute(statement)
        other.commit()
        other.close()
        before = fingerprint(copied)
        opened = open_tracker(copied)
        assert opened.read_only == "its inner structure was altered by another program"
        with (
            pytest.raises(sqlite3.OperationalError, match="readonly"),
            unit(opened.db, "No", author),
        ):
            pass
        assert opened.db.execute("PRAGMA trusted_schema").fetchone() == (0,)
        opened.close()
        assert fingerprint(copied) == before

    def test_opening_and_closing_alone_changes_no_byte(self, copied: Path) -> None:
        before = fingerprint(copied)
        opened = open_tracker(copied)
        assert opened.read_only == ""
        everything(opened.db)
        opened.close()
        assert fingerprint(copied) == before
        assert beside(copied) == {"copied.matters"}
