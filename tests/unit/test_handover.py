"""An encrypted copy opens with its passphrase to the same records, and with nothing else."""

import builtins
import hashlib
import os
import stat
import sys
from pathlib import Path

import pytest
from commanded import as_if_alone
from little_case import Case, edit_finding, everything, tell
from quick_age import Quick

from store import handover
from store.errors import BadInput, TrackerError
from store.handover import HandoverFailed, hand_over, receive
from store.tracker import Tracker, open_tracker

WORDS = "correct horse battery"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Quick:
    library = Quick()
    monkeypatch.setattr(handover, "_library", lambda: library)
    return library


@pytest.fixture
def told(empty: Tracker, author) -> Case:
    """A tracker with a case in it, and words to look for."""
    case = tell(empty.db, author)
    edit_finding(case, title="Canary in clear words")
    return case


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_received_is_what_was_handed_over_by_the_real_library(
    told: Case, empty: Tracker
) -> None:
    pytest.importorskip("pyrage", reason="the handover extra is not installed")
    before = digest(empty.path)
    sealed = hand_over(empty.path, empty.path.with_name("away.matters"), WORDS)
    assert sealed.read_bytes().startswith(b"age-encryption.org/v1")
    with pytest.raises(BadInput, match="the passphrase is not the right one"):
        receive(sealed, empty.path.with_name("home.matters"), WORDS + ".")
    opened = receive(sealed, empty.path.with_name("home.matters"), WORDS)
    assert sealed.name == "away.matters.age"
    assert digest(empty.path) == before == digest(opened)
    tracker = open_tracker(opened)
    assert everything(tracker.db) == everything(empty.db)
    tracker.close()


def test_no_clear_word_is_on_the_disk_and_both_files_are_the_users_alone(
    told: Case, empty: Tracker, monkeypatch: pytest.MonkeyPatch, quick: Quick
) -> None:
    written: list[bytes] = []
    write_bytes = Path.write_bytes
    monkeypatch.setattr(
        Path, "write_bytes", lambda path, data: written.append(data) or write_bytes(path, data)
    )
    os.umask(0o022)
    sealed = hand_over(empty.path, empty.path.with_name("away.age"), WORDS)
    assert b"Canary in clear words" in empty.path.read_bytes()
    assert len(written) == 1
    assert not any(b"Canary" in data or b"SQLite" in data for data in written)
    opened = receive(sealed, empty.path.with_name("home.matters"), WORDS)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (sealed, opened)] == [0o600, 0o600]
    names = sorted(path.name for path in empty.path.parent.iterdir() if path.is_file())
    assert names == ["away.age", "empty.matters", "home.matters"]


@pytest.mark.parametrize("typed", ["", "wrong horse battery", WORDS + " ", WORDS.upper()])
def test_another_passphrase_opens_nothing(empty: Tracker, typed: str, quick: Quick) -> None:
    sealed = hand_over(empty.path, empty.path.with_name("away"), WORDS)
    with pytest.raises(BadInput, match="the passphrase is not the right one"):
        receive(sealed, empty.path.with_name("home.matters"), typed)
    assert not empty.path.with_name("home.matters").exists()


def test_a_letter_typed_in_another_form_is_the_same_letter(empty: Tracker, quick: Quick) -> None:
    sealed = hand_over(empty.path, empty.path.with_name("away"), "caf\u00e9 caf\u00e9 caf\u00e9")
    assert receive(sealed, empty.path.with_name("a.matters"), "cafe\u0301 cafe\u0301 cafe\u0301")


@pytest.mark.parametrize(
    ("passphrase", "again", "said"),
    [
        ("short", "short", "at least 12 characters"),
        ("x" * 11, "x" * 11, "at least 12 characters"),
        (WORDS, WORDS + ".", "not the same"),
    ],
)
def test_a_poor_passphrase_is_refused(passphrase: str, again: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        handover.check_passphrase(passphrase, again)
    handover.check_passphrase(WORDS, WORDS)


@pytest.mark.parametrize("damage", ["cut", "changed", "text", "empty"])
def test_a_damaged_copy_is_refused_and_nothing_written(
    empty: Tracker, damage: str, quick: Quick
) -> None:
    sealed = hand_over(empty.path, empty.path.with_name("away"), WORDS)
    whole = sealed.read_bytes()
    middle = len(whole) // 2
    sealed.write_bytes(
        {
            "cut": whole[:-100],
            "changed": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
            "text": b"Just a letter",
            "empty": b"",
        }[damage]
    )
    with pytest.raises(BadInput, match="Nothing was written"):
        receive(sealed, empty.path.with_name("home.matters"), WORDS)
    assert not list(empty.path.parent.glob("home*"))


@pytest.mark.parametrize("inside", [b"not a tracker", b"SQLite format 3\x00" + bytes(4080)])
def test_something_else_inside_is_refused(tmp_path: Path, inside: bytes, quick: Quick) -> None:
    sealed = tmp_path / "away.age"
    sealed.write_bytes(quick.encrypt(inside, WORDS))
    with pytest.raises(TrackerError, match="Nothing was written"):
        receive(sealed, tmp_path / "home.matters", WORDS)
    assert [path.name for path in tmp_path.iterdir()] == ["away.age"]


def test_an_altered_tracker_inside_is_refused(told: Case, empty: Tracker, quick: Quick) -> None:
    clear = empty.path.read_bytes().replace(b"Canary in clear", b"Altered by hand")
    sealed = empty.path.with_name("away.age")
    sealed.write_bytes(quick.encrypt(clear, WORDS))
    with pytest.raises(HandoverFailed, match="is not sound"):
        receive(sealed, empty.path.with_name("home.matters"), WORDS)
    assert not empty.path.with_name("home.matters").exists()


def test_no_file_is_ever_written_over(empty: Tracker, quick: Quick) -> None:
    there = empty.path.with_name("there.age")
    there.write_text("mine")
    with pytest.raises(BadInput, match="already a file"):
        hand_over(empty.path, there, WORDS)
    sealed = hand_over(empty.path, empty.path.with_name("away"), WORDS)
    with pytest.raises(BadInput, match="already a file"):
        receive(sealed, empty.path, WORDS)
    assert there.read_text() == "mine"


@pytest.mark.parametrize("name", ["no/such/folder/a", "x" * 300, ""])
def test_a_name_that_cannot_be_is_refused(empty: Tracker, name: str, quick: Quick) -> None:
    with pytest.raises(BadInput, match="Nothing was written"):
        hand_over(empty.path, empty.path.parent / name if name else Path(), WORDS)


def test_without_the_library_it_is_said_what_to_do(
    empty: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "pyrage":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(HandoverFailed, match="everything else works without it"):
        hand_over(empty.path, empty.path.with_name("away"), WORDS)


@pytest.mark.parametrize(
    ("sealed", "target", "told"),
    [
        ("nowhere.age", "", "There is no file at nowhere.age"),
        ("nowhere", "", "There is no file at nowhere"),
        ("away.age", "there.matters", "There is already a file at there.matters"),
        ("there.matters", "", "does not end in .age"),
        ("away.age", "no/such/home.matters", "There is no folder no/such"),
        ("away.age", "x" * 300, "cannot be the name of a file"),
    ],
)
def test_names_are_checked_before_the_passphrase_is_asked_for(
    tmp_path: Path, monkeypatch, run, quick: Quick, sealed: str, target: str, told: str
) -> None:
    def asked(prompt: str) -> str:
        raise AssertionError(f"asked for {prompt}")

    as_if_alone(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("tui.command_line.handover.getpass", asked)
    (tmp_path / "away.age").write_bytes(quick.encrypt(b"clear", WORDS))
    (tmp_path / "there.matters").write_text("mine")
    code, out, complaint = run("receive", sealed, *([target] if target else []))
    assert (code, out) == (2, "")
    assert told in complaint


def test_the_library_is_looked_for_before_the_passphrase_is_asked_for(
    tmp_path: Path, monkeypatch, run
) -> None:
    def missing() -> None:
        raise HandoverFailed("Encrypted copies need the library pyrage")

    as_if_alone(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(handover, "_library", missing)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    (tmp_path / "away.age").write_bytes(b"sealed")
    assert run("receive", "away.age")[2].startswith("Encrypted copies need the library")
