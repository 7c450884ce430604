"""`matters import` from the command line: what it shows, asks, saves and refuses."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from commanded import as_if_alone

ROOT = Path(__file__).parents[2]
REPORT = """Inspection of custody at Northmere Police

Published on: 4 March 2024

1. Custody

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are visited.

We recommend that, by 31 March 2025, Northmere Police repaints the cells.
"""
LETTER = """15 April 2024

Dear Home Secretary

Response to the report: Inspection of custody at Northmere Police

I am writing under section 55 of the Police Act 1996.

Jo Field
Police and Crime Commissioner for Northmere

Appendix 1

Recommendation 1: We recommend that, by 31 March 2025, Northmere Police repaints the cells.

Response: The paint has been ordered.

Recommendation 2: We recommend that, within three months, Northmere Police reviews how often cells
are visited.

Response: The Custody Group will review visits to cells by 31 May 2024.
"""
PAPER = """Business Board

Agenda item 4

Purpose: to tell the Board of the coming inspection of custody.

The Board is recommended to note the report.
"""


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    as_if_alone(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MATTERS_FILE", raising=False)
    monkeypatch.setenv("MATTERS_NAME", "Bea Clerk")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def tracker(run, folder):
    assert run("new", "ours")[0] == 0
    return folder / "ours.matters"


class Terminal(io.StringIO):
    """Standard input at which a person sits."""

    def isatty(self):
        return True


def recommendations(run):
    return json.loads(run("list", "--json", "--today", "2024-06-03")[1])


def test_a_dry_run_needs_no_tracker_and_leaves_nothing(run, folder):
    before = sorted(path.name for path in folder.iterdir())
    code, out, err = run("import", "report.txt", "--dry-run")
    assert (code, err) == (0, "")
    assert "2 recommendations" in out
    assert "published Mon 4 Mar 2024" in out
    assert sorted(path.name for path in folder.iterdir()) == before


def test_one_file_gives_one_object_and_several_a_list_in_their_order(run):
    one = json.loads(run("import", "report.txt", "--dry-run", "--json")[1])
    assert one["document"]["file"] == "report.txt"
    assert [item["due"]["latest"] for item in one["recommendations"]] == [
        "2024-06-04",
        "2025-03-31",
    ]
    both = json.loads(run("import", "letter.txt", "report.txt", "--dry-run", "--json")[1])
    assert [each["document"]["file"] for each in both] == ["letter.txt", "report.txt"]
    assert [each["answers"]["ref"] for each in both[0]["responses"]] == ["2", "1"]


def test_a_dry_run_in_a_tracker_pairs_with_what_is_in_it_and_writes_nothing(run, tracker):
    run("import", "report.txt", "--yes")
    before = tracker.read_bytes()
    told = json.loads(run("import", "letter.txt", "--dry-run", "--json")[1])
    assert [each["answers"]["ref"] for each in told["responses"]] == ["R2", "R1"]
    assert tracker.read_bytes() == before


def test_saving_says_what_was_saved_and_one_undo_takes_it_back(run, tracker):
    code, out, err = run("import", "report.txt", "letter.txt", "--yes", "--today", "2024-06-03")
    assert (code, err) == (0, "")
    assert "Saved report.txt as D1 of I1 with 2 new findings" in out
    assert "Saved letter.txt as D2 of I1 with 2 responses" in out
    assert [one["ref"] for one in recommendations(run)] == ["R1", "R2"]
    assert run("undo")[1].startswith("Taken back: Import letter.txt.")
    assert run("undo")[1].startswith("Taken back: Import report.txt.")
    assert recommendations(run) == []
    assert run("check")[0] == 0


@pytest.mark.parametrize(
    ("typed", "saved"), [("y\n", 2), ("YES\n", 2), ("n\n", 0), ("\n", 0), ("", 0)]
)
def test_at_a_terminal_it_asks_first(run, tracker, monkeypatch, typed, saved):
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    code, out, err = run("import", "report.txt", "--today", "2024-06-03")
    assert code == 0
    assert "2 recommendations" in out
    assert "Save this? y/N" in err
    assert ("Nothing was saved." in err) is not bool(saved)
    assert len(recommendations(run)) == saved


def test_without_a_terminal_nothing_is_saved_unless_yes_is_given(run, tracker, monkeypatch):
    before = tracker.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    code, out, err = run("import", "report.txt")
    assert code == 0
    assert "2 recommendations" in out
    assert err == "Nothing was saved: look at this first, then save it with --yes.\n"
    assert tracker.read_bytes() == before


def test_json_stays_json_while_saving(run, tracker):
    code, out, err = run("import", "report.txt", "--yes", "--json")
    assert code == 0
    assert json.loads(out)["document"]["kind"] == "inspection report"
    assert err.startswith("Saved report.txt as D1")


def test_the_same_bytes_change_nothing_and_it_says_so(run, tracker, folder):
    run("import", "report.txt", "--yes")
    before = tracker.read_bytes()
    (folder / "copy.txt").write_bytes((folder / "report.txt").read_bytes())
    code, _, err = run("import", "report.txt", "copy.txt", "--yes")
    assert code == 0
    assert err == (
        "report.txt was imported before, as D1: nothing was changed.\n"
        "copy.txt was imported before, as D1: nothing was changed.\n"
    )
    assert tracker.read_bytes() == before


def test_a_letter_given_with_a_report_that_is_known_pairs_with_the_tracker(run, tracker):
    run("import", "report.txt", "--yes", "--today", "2024-06-03")
    out = run("import", "report.txt", "letter.txt", "--yes", "--today", "2024-06-03")[1]
    assert "Saved letter.txt as D2 of I1 with 2 responses" in out
    assert len(recommendations(run)) == 2


def test_the_inspection_and_the_day_of_publication_can_be_given(run, tracker, folder):
    run("import", "report.txt", "--yes", "--published", "11/03/2024")
    assert recommendations(run)[0]["due"]["latest"] == "2024-06-11"
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    out = run("import", "paper.txt", "--yes", "--inspection", "i1")[1]
    assert "Saved paper.txt as D2 of I1" in out


def test_what_is_not_taken_and_what_is_odd_is_told(run, folder):
    text = REPORT.replace(
        "1. Custody\n",
        "1. Custody\n\nWe saw cold cells. The force should do more to warm its cells.\n",
    ).replace("4 March 2024", "March 2024")
    (folder / "odd.txt").write_text(text, encoding="utf-8")
    out = run("import", "odd.txt", "--dry-run")[1]
    assert "To look at (1):" in out
    assert "Not taken (1):" in out
    assert "warm its cells" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere.txt",), "nowhere.txt"),
        (("empty.txt",), "empty.txt"),
        (("report.pdf",), "report.pdf"),
        (("report.txt", "empty.txt"), "empty.txt"),
        (("report.txt", "--inspection", "R1"), "There is no recommendation R1"),
        (("report.txt", "--inspection", "I9"), "There is no inspection I9"),
        (("report.txt", "--published", "31 February 2024"), "February"),
        (("report.txt", "--published", "soon"), "date"),
        (("letter.txt", "--published", "4 March 2024"), "--published"),
        (("report.txt", "other/report.txt"), "both called report.txt"),
        ((), "--help"),
    ],
)
def test_bad_input_is_refused_in_one_sentence_and_nothing_is_saved(
    run, tracker, folder, arguments, told
):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "report.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "other").mkdir()
    (folder / "other" / "report.txt").write_text(REPORT + "\nMore.\n", encoding="utf-8")
    before = tracker.read_bytes()
    code, out, err = run("import", *arguments, "--yes")
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert tracker.read_bytes() == before


def test_a_tracker_is_needed_to_save(run, folder):
    code, out, err = run("import", "report.txt", "--yes")
    assert (code, out) == (2, "")
    assert "no tracker in this folder" in err


def test_hostile_words_are_shown_and_never_obeyed(run, tracker, folder):
    hostile = REPORT.replace("repaints the cells", "repaints \x1b]52;c;x\x07 [/x] =1+1 the cells")
    (folder / "report.txt").write_text(hostile, encoding="utf-8")
    out = run("import", "report.txt", "--yes", "--today", "2024-06-03")[1]
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "[/x] =1+1" in recommendations(run)[1]["text"]


def test_importing_loads_no_screen(folder):
    script = (
        "import sys; from tui.__main__ import main; code = main(sys.argv[1:]); "
        "print([n for n in ('textual', 'rich', 'pypdf', 'openpyxl') if n in sys.modules], "
        "file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "import", str(folder / "report.txt"), "--dry-run"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


NEWER = (
    REPORT.replace("how often cells are visited.", "how often each cell is visited at night.")
    .replace("by 31 March 2025, Northmere Police repaints the cells.", "")
    .replace(
        "We recommend that, \n",
        "We recommend that, within six weeks, Northmere Police counts its keys and locks.\n",
    )
)


def test_a_newer_version_shows_what_changed_and_changes_nothing_unasked(run, tracker, folder):
    run("import", "report.txt", "--yes")
    before = tracker.read_bytes()
    (folder / "newer.txt").write_text(NEWER, encoding="utf-8")
    out = run("import", "newer.txt", "--dry-run", "--inspection", "I1")[1]
    assert "newer.txt against the tracker: 1 changed, 1 new, 1 no longer there\n" in out
    assert "  R1 changed\n" in out
    assert "    was: … Police reviews how often cells are visited.\n" in out
    assert "    now: … Police reviews how often each cell is visited at night.\n" in out
    assert "  no longer there: R2 We recommend that, by 31 March 2025" in out
    assert tracker.read_bytes() == before
    told = json.loads(run("import", "newer.txt", "--dry-run", "--json", "--inspection", "I1")[1])
    standings = [one["standing"] for one in told["differences"]["findings"]]
    assert (standings, [one["ref"] for one in told["differences"]["gone"]]) == (
        ["changed", "new"],
        ["R2"],
    )


def test_a_newer_version_that_is_agreed_doubles_nothing(run, tracker, folder):
    run("import", "report.txt", "--yes")
    (folder / "newer.txt").write_text(NEWER, encoding="utf-8")
    run("import", "newer.txt", "--yes", "--inspection", "I1")
    texts = [one["text"] for one in recommendations(run)]
    assert len(texts) == 3
    assert sum("how often" in text for text in texts) == 1
    assert "asks whether" not in texts
    assert "ask whether it was withdrawn" in run("show", "D2")[1]
    run("undo")
    assert len(recommendations(run)) == 2


def test_agreeing_to_a_newer_version_is_told_to_be_all_or_nothing(run, tracker, folder):
    run("import", "report.txt", "--yes")
    before = tracker.read_bytes()
    (folder / "newer.txt").write_text(NEWER, encoding="utf-8")
    err = run("import", "newer.txt", "--inspection", "I1")[2]
    assert err.startswith("Yes takes all of it: 1 changed, 1 new, as listed above; ")
    assert "open the tracker on the screen (“matters”) and press i." in err
    assert "Nothing was saved: look at this first, then save it with --yes." in err
    assert tracker.read_bytes() == before
    (folder / "blank.txt").write_text(REPORT + "\n\n", encoding="utf-8")
    assert "Yes takes all" not in run("import", "blank.txt")[2]


def test_the_same_report_in_another_file_shows_nothing_changed(run, tracker, folder):
    run("import", "report.txt", "--yes")
    (folder / "blank.txt").write_text(REPORT + "\n\n", encoding="utf-8")
    out = run("import", "blank.txt", "--dry-run")[1]
    assert "blank.txt against the tracker: 2 as before\n" in out


def piped(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))


def test_a_text_can_be_piped_in_and_no_copy_of_it_stays(run, tracker, folder, monkeypatch):
    monkeypatch.setenv("MATTERS_STATE", str(folder / "state"))
    piped(monkeypatch, REPORT.encode())
    code, out, err = run("import", "-", "--yes")
    assert (code, err) == (0, "")
    assert "Pasted text" in out
    assert len(recommendations(run)) == 2
    assert list((folder / "state").rglob("*.txt")) == []


@pytest.mark.parametrize("text", [b"", b" \n"])
def test_a_text_without_words_is_refused(run, tracker, folder, monkeypatch, text):
    monkeypatch.setenv("MATTERS_STATE", str(folder / "state"))
    piped(monkeypatch, text)
    code, _, err = run("import", "-", "--yes")
    assert code == 2
    assert err == "There are no words in the text. Nothing was read.\n"
