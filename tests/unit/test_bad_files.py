"""Files that are no whole tracker of ours: one sentence, exit code 2, and not a byte changed."""

import gc
import os
import random
import shutil
import sqlite3
import struct
import sys
import zipfile

import pytest
from small_tracker import make

from store.schema import SCHEMA_NUMBER
from tui.__main__ import main, now

COMMANDS = (
    ("list",),
    ("list", "deadlines", "--json"),
    ("show", "R1"),
    ("history",),
    ("check",),
    ("note", "R1", "Words."),
    ("decide", "A1", "done"),
    ("undo",),
    ("redo",),
    (),
)
WRITING = COMMANDS[5:9]
DAMAGES = 100


@pytest.fixture(autouse=True)
def _apart(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.delenv("MATTERS_FILE", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "whole.matters"
    make(path).tracker.close()
    return path.read_bytes()


@pytest.fixture
def refused(capsys):
    """Check that a command line is refused with one sentence; that sentence."""

    def told(*arguments):
        code = main(arguments)
        captured = capsys.readouterr()
        assert (code, captured.out) == (2, "")
        assert captured.err.count("\n") == 1
        assert captured.err.isprintable() or captured.err[:-1].isprintable()
        assert "Traceback" not in captured.err
        return captured.err

    return told


def zipped(path, whole):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def another_database(path, whole):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recommendations (id)")


def of_another_program(path, whole):
    path.write_bytes(whole[:68] + struct.pack(">I", 7) + whole[72:])


def zeroed_page(path, whole):
    path.write_bytes(whole[: 4096 * 2] + b"\0" * 4096 + whole[4096 * 3 :])


def zeroed_schema(path, whole):
    path.write_bytes(whole[:100] + b"\0" * 3996 + whole[4096:])


BAD = {
    "empty": (lambda path, whole: path.write_bytes(b""), "is empty"),
    "text": (lambda path, whole: path.write_text("Dear Home Secretary"), "not a tracker"),
    "a workbook": (zipped, "not a tracker"),
    "another database": (another_database, "not a tracker"),
    "of another program": (of_another_program, "not a tracker"),
    "only a beginning": (lambda path, whole: path.write_bytes(whole[:60]), "not a tracker"),
    "only a header": (lambda path, whole: path.write_bytes(whole[:100]), "damaged"),
    "half": (lambda path, whole: path.write_bytes(whole[: len(whole) // 2]), "damaged"),
    "a zeroed page": (zeroed_page, "damaged"),
    "a zeroed schema": (zeroed_schema, "damaged"),
    "a folder": (lambda path, whole: path.mkdir(), "is a folder"),
    "missing": (lambda path, whole: None, "no file"),
}

SEEN_BY_LOOKING_AT_ALL_PAGES = ("a zeroed page",)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_tracker_is_refused_and_left_as_it_is(refused, tmp_path, whole, kind, command):
    if command == ("check",) and kind in SEEN_BY_LOOKING_AT_ALL_PAGES:
        pytest.skip("the check opens it and says what is damaged: see below")
    make_bad, told = BAD[kind]
    path = tmp_path / "bad.matters"
    make_bad(path, whole)
    before = path.read_bytes() if path.is_file() else None
    sentence = refused("--file", str(path), *command)
    if command or kind not in SEEN_BY_LOOKING_AT_ALL_PAGES:  # the screen does, once it is painted
        assert told in sentence
        assert str(path) in sentence
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [one.name for one in tmp_path.iterdir()] == ([path.name] if path.exists() else [])


def test_the_check_says_what_is_damaged(capsys, tmp_path, whole):
    path = tmp_path / "bad.matters"
    zeroed_page(path, whole)
    before = path.read_bytes()
    assert main(["--file", str(path), "check"]) == 2
    told = capsys.readouterr().out
    assert "The file is not whole" in told
    assert "Structure of the file:" in told
    assert "matters restore" in told
    assert main(["--file", str(path), "check", "--json"]) == 2
    assert path.read_bytes() == before


def test_r7_every_wrong_file_gets_its_sentence(figure, refused, tmp_path, whole):
    told, same = [], 0
    for kind, (make_bad, expected) in BAD.items():
        path = tmp_path / kind / "bad.matters"
        path.parent.mkdir()
        make_bad(path, whole)
        before = path.read_bytes() if path.is_file() else None
        sentence = refused("--file", str(path), "list")
        told += [kind] * (expected in sentence)
        same += (path.read_bytes() if path.is_file() else None) == before
    figure(
        "R7",
        "12 wrong files: 12 plain sentences, exit 2, original byte-identical",
        f"{len(told)} of {len(BAD)} told in one sentence with exit 2, {same} identical",
    )
    assert told == list(BAD)
    assert same == len(BAD) >= 12


def newer(path, whole):
    path.write_bytes(whole[:60] + struct.pack(">I", SCHEMA_NUMBER + 1) + whole[64:])


def altered_inside(path, whole):
    path.write_bytes(whole)
    with sqlite3.connect(path) as db:
        db.execute("CREATE TRIGGER mine AFTER INSERT ON notes BEGIN DELETE FROM notes; END")
    db.close()


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
@pytest.mark.parametrize(
    ("make_bad", "told"), [(newer, "newer version"), (altered_inside, "altered by another")]
)
def test_what_may_not_be_written_can_be_read(
    refused, capsys, tmp_path, whole, make_bad, told, command
):
    path = tmp_path / "odd.matters"
    make_bad(path, whole)
    before = path.read_bytes()
    assert told in refused("--file", str(path), *command)
    assert main(["--file", str(path), "list", "--today", "2022-06-01"]) == 0
    assert capsys.readouterr().out.startswith("2 of 2 recommendations")
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_a_write_protected_file_is_not_written(
    refused, capsys, monkeypatch, tmp_path, whole, command
):
    path = tmp_path / "protected.matters"
    path.write_bytes(whole)
    path.chmod(0o444)
    # Whoever runs the tests as root may write to anything: say what the system says to others.
    real = os.access
    monkeypatch.setattr(os, "access", lambda asked, mode: mode != os.W_OK and real(asked, mode))
    assert "write-protected" in refused("--file", str(path), *command)
    assert main(["--file", str(path), "check"]) == 0
    assert path.read_bytes() == whole


def test_a_change_that_was_cut_off_is_not_called_damage(refused, capsys, tmp_path, whole):
    source, path = tmp_path / "source.matters", tmp_path / "cut off.matters"
    source.write_bytes(whole)
    db = sqlite3.connect(source, isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO places VALUES (?, ?)", ((str(n), "x" * 999) for n in range(99)))
    for ending in ("", "-journal"):
        shutil.copy(f"{source}{ending}", f"{path}{ending}")
    db.execute("ROLLBACK")
    db.close()
    before = path.read_bytes()
    assert "cut off" in refused("check", "--file", str(path))
    assert path.read_bytes() == before
    assert main(["list", "--file", str(path)]) == 0
    assert main(["check", "--file", str(path)]) == 0
    assert not (tmp_path / "cut off.matters-journal").exists()


def test_random_damage_is_refused_or_found_or_changes_nothing(capsys, tmp_path, whole):
    path = tmp_path / "damaged.matters"

    def told(*command):
        code = main(["--file", str(path), *command, "--today", "2022-12-09"])
        return code, capsys.readouterr().out

    path.write_bytes(whole)
    reading = (("list", "--json"), ("list", "actions", "--json"), ("show", "I1"))
    expected = [told(*command) for command in reading]
    chance = random.Random(20211222)
    found = 0
    for _ in range(DAMAGES):
        damaged = bytearray(whole)
        start = chance.randrange(100, len(damaged))
        for place in range(start, min(start + chance.randint(1, 64), len(damaged))):
            damaged[place] = chance.randrange(256)
        path.write_bytes(damaged)
        verdict, _ = told("check")
        read = [told(*command) for command in reading]
        assert {verdict, *(code for code, _ in read)} <= {0, 2}
        assert verdict == 2 or read == expected
        assert path.read_bytes() == damaged
        found += verdict == 2
    assert 0 < found < DAMAGES


def test_without_a_file_the_sentence_says_how_to_name_one(refused, tmp_path, whole):
    assert "--file PATH" in refused("list")
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.matters").write_bytes(whole)
    assert "a.matters, b.matters, c.matters" in refused("list")


def test_the_screen_needs_a_terminal(refused, tmp_path, whole, monkeypatch):
    (tmp_path / "a.matters").write_bytes(whole)
    assert "needs a terminal" in refused()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    assert "TERM=dumb" in refused()


@pytest.mark.parametrize(
    "day", ["04/13/2026", "12", "31 February 2022", "", "\x1b[2J", "99999999999"]
)
def test_a_day_that_is_none_is_refused(refused, tmp_path, whole, day):
    path = tmp_path / "a.matters"
    path.write_bytes(whole)
    refused("list", "--before", day or " ")
    refused("--today", day or " ", "list")
    assert path.read_bytes() == whole


def test_a_fault_in_the_program_tells_its_place_and_nothing_kept(capsys, tmp_path, monkeypatch):
    from tui.command_line.run import tell_of_a_fault

    monkeypatch.setenv("MATTERS_STATE", str(tmp_path / "state"))

    try:
        raise KeyError("a witness name")
    except KeyError as error:
        tell_of_a_fault(KeyError, error, error.__traceback__, now=now)
    told = capsys.readouterr().err
    (log,) = (tmp_path / "state").iterdir()
    assert "KeyError in tests/unit/test_bad_files.py" in told
    assert str(log) in told
    assert "tests/unit/test_bad_files.py" in log.read_text()
    assert "witness" not in told + log.read_text()
