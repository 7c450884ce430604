"""The command line as a script sees it: words in, lines or JSON out, and an exit code."""

import json
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from commanded import as_if_alone
from small_tracker import ANSWERED, DAY, make

from tui import __main__ as program
from tui.__main__ import main

ROOT = Path(__file__).parents[2]
ON = ("--today", DAY.isoformat())


@pytest.fixture(autouse=True)
def _as_in_a_process_of_its_own(monkeypatch, tmp_path):
    as_if_alone(monkeypatch)
    monkeypatch.delenv("MATTERS_FILE", raising=False)
    monkeypatch.delenv("MATTERS_NAME", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def path(tmp_path):
    small = make(tmp_path / "small.matters")
    small.tracker.close()
    return small.tracker.path


@pytest.fixture
def lines(run, path):
    def told(*arguments):
        code, out, complaint = run(*arguments)
        assert (code, complaint) == (0, "")
        return out.splitlines()

    return told


@pytest.fixture
def values(run, path):
    def told(*arguments):
        code, out, complaint = run(*arguments, "--json")
        assert (code, complaint) == (0, "")
        return json.loads(out)

    return told


def refs(values):
    return [value["ref"] for value in values]


def test_a_list_says_how_many_of_how_many_on_which_day(lines):
    first, *records = lines("list", *ON, "--overdue")
    assert first == "1 of 2 recommendations, overdue, as on Wed 1 Jun 2022"
    assert records[0].startswith("R2 · due now · Keys · I1 · delivery: awaiting allocation")


def test_a_record_is_one_line_with_its_countdown_first(lines):
    assert lines("list", *ON)[2].startswith(
        "R1 · 21 days left, Wed 22 Jun 2022 · Cell checks · I1 · "
    )
    assert lines("list", *ON)[2].endswith("2 parts, 1 not fully answered · 1 query")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--today", "2021-12-21"), []),
        (("--today", "2021-12-22"), ["R2", "R1"]),
        (("--today", "2022-12-09"), ["R2", "R1", "R3"]),
        ((*ON, "--open"), ["R2", "R1"]),
        ((*ON, "--overdue"), ["R2"]),
        (("--today", "2022-06-23", "--overdue"), ["R2", "R1"]),
        ((*ON, "--before", "22 June 2022"), ["R2"]),
        ((*ON, "--before", "23/06/2022"), ["R2", "R1"]),
        ((*ON, "--owner", "custody"), ["R2", "R1"]),
        (("--today", "2022-12-09", "--inspection", "i2"), ["R3"]),
        ((*ON, "--find", "sergeant"), ["R1"]),
        ((*ON, "--find", '"'), ["R2", "R1"]),
        (("recommendations", *ON), ["R2", "R1"]),
    ],
)
def test_a_list_holds_what_exists_on_the_day_less_what_is_left_out(values, arguments, expected):
    assert refs(values("list", *arguments)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (ON, ["A1", "A2"]),
        (("--today", "2022-02-14"), []),
        ((*ON, "--open"), ["A1"]),
        ((*ON, "--overdue"), []),
        (("--today", "2022-07-01", "--overdue"), ["A1"]),
        ((*ON, "--owner", "Custody Forum"), ["A1"]),
        ((*ON, "--inspection", "I1"), ["A1", "A2"]),
        ((*ON, "--inspection", "I2"), []),
    ],
)
def test_actions_are_listed_the_same_way(values, arguments, expected):
    assert refs(values("list", "actions", *arguments)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (ON, ["R2", "I1", "B1", "R1", "A1"]),
        ((*ON, "--open"), ["R2", "B1", "R1", "A1"]),
        ((*ON, "--overdue"), ["R2", "B1"]),
        ((*ON, "--before", "2022-06-22"), ["R2", "I1", "B1"]),
        ((*ON, "--owner", "COMMISSIONER"), ["I1"]),
        ((*ON, "--inspection", "I1"), ["R2", "I1", "R1", "A1"]),
        (("--today", "2022-02-14", "--open"), ["R2", "I1", "B1", "R1"]),
    ],
)
def test_deadlines_are_listed_the_nearest_first(values, arguments, expected):
    found = [value["subject"] for value in values("list", "deadlines", *arguments)]
    assert found == expected


def test_inspections_are_listed_with_their_counts(values, lines):
    (first,) = values("list", "inspections", *ON)
    assert (first["ref"], first["recommendations"], first["open_ours"]) == ("I1", 2, 2)
    assert lines("list", "inspections", *ON)[1] == (
        "I1 · Inspection of custody · 2 recommendations, 2 open and ours"
    )


def test_notes_are_listed_with_their_record(values, lines):
    (note,) = values("list", "notes", *ON)
    assert (note["subject"], note["noted_on"]) == ("R1", ANSWERED.isoformat())
    assert lines("list", "notes", *ON)[1] == (
        "R1 · Tue 15 Feb 2022 · Ann Tester · Asked the custody sergeant."
    )
    assert values("list", "notes", *ON, "--inspection", "I1") == [note]


@pytest.mark.parametrize(
    ("kind", "option"),
    [
        ("notes", "--open"),
        ("inspections", "--overdue"),
        ("deadlines", "--find=x"),
        ("notes", "--owner=x"),
    ],
)
def test_an_option_that_means_nothing_for_a_kind_is_refused(run, path, kind, option):
    code, out, complaint = run("list", kind, option)
    assert (code, out) == (2, "")
    assert complaint.startswith(option.split("=")[0])


def test_a_recommendation_in_json_has_everything(values):
    found = {value["ref"]: value for value in values("list", *ON)}
    one = found["R1"]
    assert one["inspection"] == "I1"
    assert one["parts"] == [
        {
            "label": "a",
            "text": "check every cell",
            "answered": True,
            "extent": "answered",
            "remark": "done",
        },
        {
            "label": "b",
            "text": "write it down",
            "answered": False,
            "extent": "not answered",
            "remark": "",
        },
    ]
    assert one["ours"] is True
    assert one["numbers"] == {"D2": "8"}
    assert one["due"]["earliest"] == one["due"]["latest"] == "2022-06-22"
    assert (one["due"]["words"], one["due"]["rule"]) == ("within six months", "MONTHS_6")
    assert "Wed 22 Dec 2021" in one["due"]["explanation"]
    assert one["days_left"] == {"earliest": 21, "latest": 21}
    assert one["status"] == {
        "delivery": "awaiting allocation",
        "inspectorate": "open",
        "assurance": "not yet considered",
    }
    assert refs(one["actions"]) == ["A1"]
    assert [note["text"] for note in one["notes"]] == ["Asked the custody sergeant."]
    assert [query["text"] for query in one["queries"]] == ["Does the clock start on publication?"]
    assert found["R2"]["days_left"] == {"earliest": None, "latest": None}
    assert found["R2"]["countdown"] == "due now"


def test_a_part_without_any_response_is_neither_answered_nor_not(values):
    one = values("show", "R1", "--today", "2022-02-14")
    assert [part["answered"] for part in one["parts"]] == [None, None]


def test_without_a_deadline_there_is_no_date_and_the_json_keeps_its_shape(values):
    one = values("show", "r3", "--today", "2022-12-09")
    assert one["ours"] is False
    assert one["due"]["rule"] == "NONE"
    assert one["due"]["latest"] is None
    assert one["links"] == [{"kind": "continues", "ref": "R1", "later": False}]


def test_a_deadline_in_json(values):
    one = next(value for value in values("list", "deadlines", *ON) if value["subject"] == "I1")
    assert one["what"] == "Comments published"
    assert one["owed_by"] == "The commissioner"
    assert one["rule"] == "S55_56"
    assert one["start"]["earliest"] == "2021-12-22"
    assert one["latest"] == one["met_on"] == "2022-02-15"
    assert one["days_left"] == {"earliest": None, "latest": None}
    assert one["countdown"] == "met day 56 of 56"


def test_what_became_known_later_is_not_told_earlier(values):
    earlier = values("list", "deadlines", "--today", "2022-02-01", "--owner", "commissioner")
    assert [(one["met_on"], one["days_left"]["latest"]) for one in earlier] == [(None, 14)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--today", "2022-06-01", "list", "--json"),
        ("list", "--today", "2022-06-01", "--json"),
        ("--today", "2020-01-01", "list", "--today", "2022-06-01", "--json"),
    ],
)
def test_the_day_may_stand_before_or_after_the_command(run, path, arguments):
    code, out, _ = run(*arguments)
    assert code == 0
    assert refs(json.loads(out)) == ["R2", "R1"]


def test_without_a_day_it_is_the_real_one(run, path, monkeypatch):
    monkeypatch.setattr(program, "real_day", lambda: date(2022, 1, 2))
    assert run("list")[1].splitlines()[0].endswith("as on Sun 2 Jan 2022")


def test_the_file_may_stand_before_or_after_the_command_or_in_the_environment(
    run, path, tmp_path, monkeypatch
):
    (tmp_path / "other.matters").write_bytes(path.read_bytes())
    assert run("list")[0] == 2
    assert run("--file", str(path), "list")[0] == 0
    assert run("list", "--file", str(path))[0] == 0
    monkeypatch.setenv("MATTERS_FILE", str(path))
    assert run("list")[0] == 0
    assert "nowhere" in run("list", "--file", "nowhere")[2]


@pytest.mark.parametrize("arguments", [("list", "frogs"), ("lisst",), ("show",), ("list", "--opn")])
def test_what_cannot_be_understood_is_refused_in_one_sentence(run, path, arguments):
    code, out, complaint = run(*arguments)
    assert (code, out) == (2, "")
    assert complaint.count("\n") == 1
    assert "--help" in complaint


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    for command in ("example", "new", "list", "show", "note", "decide", "history", "undo", "check"):
        assert command in told


READING = (
    ("list", "--open", "--json"),
    ("list", "deadlines"),
    ("show", "R1", "--json"),
    ("history",),
    ("check",),
)


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_loads_no_screen_and_no_document_library(path, arguments):
    forbidden = [
        "textual",
        "rich",
        "docx",
        "openpyxl",
        "pypdf",
        "rapidfuzz",
        "sqlite_utils",
        "click",
        "dateutil.parser",
        "seed",
    ]
    script = (
        "import sys; from tui.__main__ import main; code = main(sys.argv[1:]); "
        f"loaded = [name for name in {forbidden!r} if name in sys.modules]; "
        "print(loaded, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments, "--file", str(path), *ON],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_changes_nothing_in_the_folder(run, path, arguments):
    before = path.read_bytes()
    assert run(*arguments, *ON)[0] == 0
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_any_console_takes_any_text(path):
    script = "import sys; from tui.__main__ import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", script, "show", "R1", "--file", str(path), *ON],
        cwd=ROOT,
        capture_output=True,
        env={"PYTHONIOENCODING": "cp1252", "LC_ALL": "C", "PATH": ""},
        check=False,
    )
    assert done.returncode == 0
    assert "·" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_fault(path):
    script = "import sys; from tui.__main__ import main; sys.exit(main(sys.argv[1:]))"
    with subprocess.Popen(
        [sys.executable, "-c", script, "list", "--json", "--file", str(path), *ON],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        complaint = process.stderr.read()
    assert (process.returncode, complaint) == (141, b"")


def test_the_version_is_said_without_a_tracker(run):
    code, out, complaint = run("--version")
    assert (code, complaint) == (0, "")
    assert out.startswith(f"matters-arising {version('matters-arising')}, textual ")
    assert out.count("\n") == 1
