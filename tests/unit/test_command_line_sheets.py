"""`matters import` of spreadsheets: what it shows, asks, saves and refuses."""

import io
import json
import sys
from zipfile import ZipFile

import pytest
from commanded import as_if_alone
from documents import make_sheet

LOG = (
    "No;Inspection;Recommendation;Lead;Status;Target date;Latest\n"
    "1;Custody 2025;Record every visit, day and night.;ACC Hill;Open;31/12/2026;Begun – café\n"
    "2;Custody 2025;Train the staff.;;Closed;;\n"
    ";;;;;;\n"
    "Total;;2;;;;\n"
)


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    as_if_alone(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MATTERS_FILE", raising=False)
    monkeypatch.setenv("MATTERS_NAME", "Bea Clerk")
    (tmp_path / "log.csv").write_text(LOG, encoding="cp1252")
    return tmp_path


@pytest.fixture
def tracker(run, folder):
    run("new", "office.matters")
    return folder / "office.matters"


def recommendations(run):
    return json.loads(run("list", "--json")[1])


def test_a_dry_run_needs_no_tracker_and_shows_columns_rows_and_reasons(run, folder):
    code, out, err = run("import", "log.csv", "--dry-run")
    assert (code, err) == (0, "")
    assert "log.csv: 3 rows below the headings in row 1, 2 taken" in out
    assert "    Target date → due\n" in out
    assert "    row 2: Record every visit, day and night." in out
    assert "    row 5: it is a total: “Total | 2”" in out
    assert sorted(path.name for path in folder.iterdir()) == ["log.csv"]


def test_saving_says_what_came_of_every_row_and_one_undo_takes_it_back(run, tracker):
    code, out, err = run("import", "log.csv", "--yes")
    assert (code, err) == (0, "")
    assert (
        "Saved log.csv as D1: 2 new, 0 changed, 0 as before, from 2 rows; 1 not taken, listed in "
        "a note on it." in out
    )
    assert [one["ref"] for one in recommendations(run)] == ["R1", "R2"]
    assert "Begun – café" in run("show", "R1")[1]
    assert run("undo")[1].startswith("Taken back: Import rows of log.csv.")
    assert recommendations(run) == []
    assert run("check")[0] == 0


def test_the_same_file_again_changes_nothing_and_it_says_so(run, tracker):
    run("import", "log.csv", "--yes")
    before = tracker.read_bytes()
    code, out, err = run("import", "log.csv", "--yes")
    assert (code, err) == (0, "Nothing in log.csv is new: nothing was changed.\n")
    assert "2 recommendations: 0 new, 0 changed, 2 as before" in out
    assert tracker.read_bytes() == before


def test_next_months_file_shows_what_changed_before_it_is_saved(run, tracker, folder):
    run("import", "log.csv", "--yes")
    before = tracker.read_bytes()
    november = LOG.replace("ACC Hill;Open;31/12/2026", "DCC West;In progress;31/03/2027")
    (folder / "november.csv").write_text(november, encoding="utf-16")
    out = run("import", "november.csv", "--dry-run")[1]
    assert "  The columns mean what they meant last time:\n" in out
    assert (
        "    row 2 · R1 · Record every visit, day and night. · owner: DCC West, due: 31/03/2027, "
        "delivery: in progress, Status: In progress\n" in out
    )
    assert tracker.read_bytes() == before


def test_json_holds_every_row_once(run, tracker):
    told = json.loads(run("import", "log.csv", "--dry-run", "--json")[1])
    rows = [number for one in told["recommendations"] for number in one["rows"]]
    assert sorted(rows + [one["row"] for one in told["not_taken"]]) == [2, 3, 5]
    assert told["rows_in"] == 3
    assert [one["becomes"] for one in told["recommendations"]] == ["new", "new"]
    assert told["columns"][5]["field"] == "due"
    assert told["rows"][0]["due"]["earliest"] == "2026-12-31"


def test_several_spreadsheets_are_a_list(run, tracker, folder):
    (folder / "more.csv").write_text(LOG, encoding="utf-8")
    out = run("import", "log.csv", "more.csv", "--yes", "--json")[1]
    told = json.loads(out)
    assert [one["file"] for one in told] == ["log.csv", "more.csv"]
    assert [one["becomes"] for one in told[1]["recommendations"]] == ["same", "same"]


def test_columns_sheet_headings_and_closing_can_be_chosen(run, tracker, folder):
    make_sheet.tracker(folder / "book.xlsx")
    chosen = ("--sheet", "tracker 2024", "--header", "3", "--map", "closed by=owner")
    out = run("import", "book.xlsx", *chosen, "--yes")[1]
    assert "    Closed by → owner\n    Lead officer" not in out
    assert "    Closed by → owner\n" in out
    assert [one["owner"] for one in recommendations(run) if one["ref"] == "R1"] == ["AB"]
    run("import", "log.csv", "--closed", "inspectorate", "--yes")
    closed = [one for one in recommendations(run) if one["text"] == "Train the staff."]
    shown = run("show", closed[-1]["ref"])[1]
    assert "Inspectorate: closed by inspectorate" in shown


def test_at_a_terminal_it_asks_first(run, tracker, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    err = run("import", "log.csv")[2]
    assert "Save this? y/N" in err
    assert "Nothing was saved." in err
    assert recommendations(run) == []


def test_a_formula_is_its_last_value_and_is_never_worked_out(run, tracker, folder):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (("Ref", "Recommendation"), ("1", '=A2&" act"'), ("2", '=WEBSERVICE("x")')):
        sheet.append(row)
    book.save(folder / "plain.xlsx")
    with ZipFile(folder / "plain.xlsx") as before, ZipFile(folder / "f.xlsx", "w") as after:
        for name in before.namelist():
            part = before.read(name).decode()
            if name.endswith("sheet1.xml"):
                part = part.replace('"B2"><f', '"B2" t="str"><f').replace(
                    "<v></v>", "<v>1 act</v>", 1
                )
            after.writestr(name, part)
    run("import", "f.xlsx", "--yes")
    assert [one["text"] for one in recommendations(run)] == ["1 act"]
    told = json.loads(run("import", "f.xlsx", "--dry-run", "--json")[1])
    assert [one["row"] for one in told["not_taken"]] == [3]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("log.csv", "--sheet", "Nope"), "no sheet called “Nope”"),
        (("log.csv", "--map", "Lead"), "is not COLUMN=FIELD"),
        (("log.csv", "--map", "Colour=rag"), "no column headed “Colour”"),
        (("log.csv", "--map", "Lead=hat"), "“hat” is not a field"),
        (("log.csv", "--header", "4"), "No column is chosen"),
        (("log.csv", "--header", "x"), "--header"),
        (("log.csv", "--published", "1 May 2025"), "not of a spreadsheet"),
        (("log.csv", "text.txt"), "imported by themselves"),
        (("text.txt", "--closed", "force"), "are for spreadsheets"),
        (("cows.csv",), "looks like headings"),
        (("empty.csv",), "empty.csv"),
        (("nowhere.xlsx",), "nowhere.xlsx"),
        (("text.xlsx",), "text.xlsx"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(run, tracker, folder, arguments, told):
    (folder / "empty.csv").write_bytes(b"")
    (folder / "cows.csv").write_text("Cows,Goats\n1,2\n", encoding="utf-8")
    (folder / "text.txt").write_text("We recommend that the force acts.", encoding="utf-8")
    (folder / "text.xlsx").write_bytes(b"PK\x03\x04 nothing")
    before = tracker.read_bytes()
    code, out, err = run("import", *arguments, "--yes")
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert tracker.read_bytes() == before
