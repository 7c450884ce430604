"""Backups from the command line: listed, made, brought back, and each refusal in a sentence."""

import json
import os
import sys
from datetime import UTC, datetime

import pytest
from commanded import at_a_small_tracker
from small_tracker import DAY

from store import backups, presence
from store.presence import Holder

ON = ("--today", DAY.isoformat())


@pytest.fixture(autouse=True)
def path(monkeypatch, tmp_path):
    at_a_small_tracker(monkeypatch, tmp_path).tracker.close()
    return tmp_path / "small.matters"


@pytest.fixture
def answered(monkeypatch):
    """Somebody at the terminal who types this answer."""

    def answer(line):
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr(sys.stdin, "readline", lambda: line)

    return answer


def notes(run):
    return [note["text"] for note in json.loads(run("list", "notes", "--json", *ON)[1])]


def damage(path):
    whole = path.read_bytes()
    at = whole.index(b"Cell checks")
    path.write_bytes(whole[:at] + b"Kell checks" + whole[at + 11 :])


def test_a_backup_made_now_is_listed_with_what_it_holds(run):
    code, out, _ = run("backups", "--now")
    assert code == 0
    head, line = out.splitlines()
    assert head.startswith("1 backup of small.matters in ")
    for words in ("1. ", "asked for", "3 recommendations", "the same as the present file"):
        assert words in line


def test_without_backups_the_list_says_so_and_nothing_is_made(run, path):
    code, out, _ = run("backups")
    assert (code, out.startswith("0 backups of small.matters in ")) == (0, True)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_json_tells_how_far_behind_each_is(run):
    run("backups", "--now")
    run("note", "R1", "Since then", *ON)
    (found,) = json.loads(run("backups", "--json")[1])
    assert (found["sound"], found["behind"], found["ahead"]) == (True, 1, 0)
    assert found["records"]["recommendations"] == 3


def test_restoring_brings_back_what_was_there_and_says_what_is_kept(run):
    run("backups", "--now")
    before = notes(run)
    run("note", "R1", "Since then", *ON)
    code, out, _ = run("restore", "--yes")
    assert code == 0
    assert "Restored small.matters from the backup of" in out
    assert "What was there before is kept as" in out
    assert notes(run) == before
    newest = run("history")[1].splitlines()[0]
    assert "Brought back from the backup of" in newest
    assert newest.endswith("(asked for)")
    assert run("check")[0] == 0
    assert run("restore", "1", "--yes")[0] == 0
    assert "Since then" in notes(run)


def test_a_damaged_file_is_brought_back(run, path):
    run("backups", "--now")
    damage(path)
    code, _, err = run("note", "R1", "Never written", *ON)
    assert code == 2
    assert "damaged or was altered" in err
    assert "matters restore" in err
    assert run("restore", "--yes")[0] == 0
    assert run("note", "R1", "Written", *ON)[0] == 0


def test_a_missing_file_is_brought_back(run, path):
    run("backups", "--now")
    path.unlink()
    code, out, _ = run("restore", "--yes")
    assert code == 0
    assert "kept as" not in out
    assert run("check")[0] == 0


@pytest.mark.parametrize(("answer", "restored"), [("y\n", True), ("n\n", False), ("", False)])
def test_asks_first_and_names_what_would_go(run, answered, answer, restored):
    run("backups", "--now")
    run("note", "R1", "Since then", *ON)
    answered(answer)
    code, out, _ = run("restore")
    assert code == 0
    assert "These changes would no longer be in the file:" in out
    assert "- Note on R1, by Bea Clerk" in out
    assert ("Restored" in out, "Nothing was restored." in out) == (restored, not restored)
    assert ("Since then" in notes(run)) is not restored


def test_where_nobody_can_be_asked_nothing_is_restored(run, path):
    run("backups", "--now")
    before = path.read_bytes()
    code, _, err = run("restore")
    assert (code, "--yes" in err) == (2, True)
    assert path.read_bytes() == before


@pytest.mark.parametrize("which", ["7", "0", "nowhere.matters", "\x1b[2J"])
def test_a_backup_that_is_not_there(run, path, which):
    run("backups", "--now")
    before = path.read_bytes()
    code, _, err = run("restore", which, "--yes")
    assert (code, "There is no backup" in err) == (2, True)
    assert "\x1b" not in err
    assert path.read_bytes() == before


def test_a_backup_that_is_not_sound_is_refused_and_the_one_behind_it_taken(run, path):
    run("backups", "--now")
    run("note", "R1", "Since then", *ON)
    run("backups", "--now")
    damage(backups.listed(path)[0].path)
    assert "not sound" in run("backups")[1]
    assert "not a sound backup" in run("restore", "1", "--yes")[2]
    assert run("restore", "--yes")[0] == 0
    assert "Since then" not in notes(run)


def test_a_file_may_be_named_instead(run, path, tmp_path):
    copy = tmp_path / "from the memory stick.matters"
    copy.write_bytes(path.read_bytes())
    run("note", "R1", "Since then", *ON)
    assert run("restore", str(copy), "--yes")[0] == 0
    assert "Since then" not in notes(run)


@pytest.mark.parametrize(
    ("process", "code"), [(1, 2), (os.getpid(), 0)], ids=["somebody else", "this program"]
)
def test_while_somebody_has_it_open_nothing_is_restored(run, path, monkeypatch, process, code):
    run("backups", "--now")
    now = datetime.now(UTC)
    monkeypatch.setattr("platform.node", lambda: "office")
    monkeypatch.setattr(presence, "is_dead", lambda holder, host: False)
    presence.enter(path, Holder("Cal Open", "office", process, now, now, "session"))
    before = path.read_bytes()
    got, _, err = run("restore", "--yes")
    assert got == code
    if code:
        assert "Cal Open has small.matters open on office" in err
        assert path.read_bytes() == before
