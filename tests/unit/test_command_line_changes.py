"""Writing from the command line: notes, decisions, undo, redo, new files."""

import io
import json
import sqlite3
import stat
import sys

import pytest
from commanded import at_a_small_tracker
from small_tracker import DAY

from store.notes import LONGEST

ON = ("--today", DAY.isoformat())


@pytest.fixture(autouse=True)
def path(monkeypatch, tmp_path):
    at_a_small_tracker(monkeypatch, tmp_path).tracker.close()
    return tmp_path / "small.matters"


@pytest.fixture
def shown(run):
    def value(ref, *arguments):
        code, out, _ = run("show", ref, "--json", *(arguments or ON))
        assert code == 0
        return json.loads(out)

    return value


def give(monkeypatch, piped):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))


def test_a_note_is_kept_to_the_letter_with_its_day_and_name(run, shown):
    words = "See [/x] and [1] “quoted” – £5 Ŵ"
    assert run("note", "r1", words, *ON) == (
        0,
        "Noted on R1, Wed 1 Jun 2022, by Bea Clerk.\n",
        "",
    )
    newest = shown("R1")["notes"][0]
    assert (newest["text"], newest["noted_on"], newest["by"]) == (words, "2022-06-01", "Bea Clerk")


def test_by_comes_before_the_environment(run, shown):
    run("note", "I1", "Rung up.", "--by", "Cy", *ON)
    assert shown("I1")["notes"][0]["by"] == "Cy"


@pytest.mark.parametrize(
    ("piped", "kept"),
    [
        (b"Two\r\nlines\r\n", "Two\nlines"),
        (b"a\x00b\x1b[2J", "a\ufffdb\ufffd[2J"),
        (b"caf\xe9", "caf\ufffd"),
        ("é".encode() * (LONGEST // 2), "é" * (LONGEST // 2)),
    ],
    ids=["lines", "controls", "not UTF-8", "half a million"],
)
def test_a_note_can_be_piped_in(run, shown, monkeypatch, piped, kept):
    give(monkeypatch, piped)
    assert run("note", "R1", "-", *ON)[0] == 0
    assert shown("R1")["notes"][0]["text"] == kept


@pytest.mark.parametrize("piped", [b"", b" \n\n", b"x" * (LONGEST + 1), b"x" * 5 * LONGEST])
def test_a_note_with_no_words_or_too_many_is_refused(run, path, monkeypatch, piped):
    before = path.read_bytes()
    give(monkeypatch, piped)
    code, out, complaint = run("note", "R1", "-", *ON)
    assert (code, out) == (2, "")
    assert "othing was saved" in complaint
    assert path.read_bytes() == before


def test_a_decision_is_dated_named_and_evidenced(run, shown):
    code, out, _ = run(
        "decide", "R1", "in prog", "--axis", "delivery", "--on", "15 Feb 2022",
        "--by", "Chief", "--evidence", "Letter", *ON,
    )  # fmt: skip
    assert (code, out) == (
        0,
        "Decided on R1: delivery is “in progress” from Tue 15 Feb 2022, by Chief.\n",
    )
    value = shown("R1")
    assert value["status"]["delivery"] == "in progress"
    assert value["decisions"] == [
        {
            "axis": "delivery",
            "status": "in progress",
            "decided_on": "2022-02-15",
            "by": "Chief",
            "evidence": "Letter",
            "said": "",
        }
    ]
    assert shown("R1", "--today", "2022-02-14")["status"]["delivery"] == "awaiting allocation"


def test_an_action_needs_no_axis(run, shown):
    assert run("decide", "A1", "done", *ON)[0] == 0
    value = shown("A1")
    assert (value["status"]["progress"], value["open"]) == ("done", False)


def test_a_later_decision_says_that_it_holds_later(run):
    out = run("decide", "A1", "done", "--on", "2 June 2022", *ON)[1]
    assert out.endswith("It holds from that day.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("R1", "in progress"), "--axis"),
        (("R1", "finished", "--axis", "delivery"), "is not one status"),
        (("R1", "signed off", "--axis", "delivery", "--evidence", "x"), "second person"),
        (("R1", "closed", "--axis", "inspectorate"), "evidence"),
        (("R1", "done", "--axis", "progress"), "not for recommendations"),
        (("A1", "assured", "--axis", "assurance"), "not for actions"),
        (("R3", "open", "--axis", "inspectorate"), "not there yet"),
        (("R1", "assured", "--axis", "assurance", "--on", "31 February 2022"), "February"),
        (("R1", "assured", "--axis", "assurance", "--on", "04/13/2026"), "month"),
        (("R1", "assured", "--axis", "assurance", "--on", "12"), "not a full date"),
        (("R1", "x", "--axis", "mood"), "choice"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_and_nothing_is_saved(run, path, arguments, told):
    before = path.read_bytes()
    code, out, complaint = run("decide", *arguments, *ON)
    assert (code, out) == (2, "")
    assert told in complaint
    assert path.read_bytes() == before


def test_undo_and_redo_say_what_they_did(run, shown):
    run("note", "R1", "Wrong record.", *ON)
    assert run("undo")[1] == "Taken back: Note on R1. “matters redo” does it again.\n"
    assert len(shown("R1")["notes"]) == 1
    assert run("redo")[1] == "Done again: Note on R1. “matters undo” takes it back.\n"
    assert len(shown("R1")["notes"]) == 2
    assert run("check")[0] == 0


def test_undo_stops_before_the_making_of_the_file(run):
    assert run("undo")[0] == 0
    code, out, complaint = run("undo")
    assert (code, out, complaint) == (2, "", "There is nothing to undo.\n")


def test_a_new_tracker_is_made_for_its_owner_alone(run, tmp_path):
    code, out, _ = run("new", "our force", "--title", "Our force")
    made = tmp_path / "our force.matters"
    assert code == 0
    assert out == 'Made our force.matters. Open it with: matters --file "our force.matters"\n'
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert run("list", "--file", str(made))[1].startswith("0 of 0 recommendations")
    assert run("check", "--file", str(made))[0] == 0


def test_a_new_tracker_never_replaces_a_file(run, path):
    before = path.read_bytes()
    code, _, complaint = run("new", "small.matters")
    assert code == 2
    assert "already a file" in complaint
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["", " ", "nowhere/x.matters"])
def test_a_place_where_no_file_can_be_is_refused(run, tmp_path, name):
    before = sorted(tmp_path.iterdir())
    assert run("new", name)[0] == 2
    assert sorted(tmp_path.iterdir()) == before


def test_the_example_can_be_written_without_a_terminal(run, tmp_path):
    assert run("example", "told", "--no-open")[0] == 0
    listed = run("list", "--file", str(tmp_path / "told.matters"), "--today", "2023-01-20")[1]
    assert listed.startswith("20 of 20 recommendations")


def test_the_example_is_not_written_where_it_could_not_be_opened(run, tmp_path):
    code, _, complaint = run("example", "told")
    assert code == 2
    assert "--no-open" in complaint
    assert not (tmp_path / "told.matters").exists()


def test_a_locked_file_is_told_of_and_unharmed(run, path, monkeypatch):
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, **{**k, "timeout": 0}))
    other = real(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    code, _, complaint = run("note", "R1", "Too soon.", *ON)
    other.execute("ROLLBACK")
    other.close()
    assert code == 2
    assert complaint.startswith("Somebody else is saving to this file.")
    assert run("note", "R1", "Now.", *ON)[0] == 0
