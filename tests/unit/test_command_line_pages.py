"""What `show` and `history` print, in reading order and with labels."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from commanded import at_a_small_tracker
from small_tracker import AUTHOR, DAY

from store import deadlines
from store.holidays import ENGLAND_AND_WALES
from store.models import Subject
from store.tracker import open_tracker
from store.unit import unit
from store.vocabulary import SubjectKind
from tui.__main__ import main

ON = ("--today", DAY.isoformat())


@pytest.fixture(autouse=True)
def _tracker(monkeypatch, tmp_path):
    at_a_small_tracker(monkeypatch, tmp_path).tracker.close()


@pytest.fixture
def page(capsys):
    def told(*arguments):
        assert main(arguments) == 0
        return capsys.readouterr().out.splitlines()

    return told


def in_order(page, *wanted):
    places = [page.index(line) for line in wanted]
    return places == sorted(places)


def test_a_recommendation_is_told_from_the_most_urgent_down(page):
    told = page("show", "r1", *ON)
    assert told[0] == "R1 Cell checks"
    assert in_order(
        told,
        "Inspection: I1 Inspection of custody",
        "Called: 8 in D2 The answer",
        "Due: 21 days left, Wed 22 Jun 2022",
        "Delivery: awaiting allocation",
        "In our own words: The force should see to cell checks [/x] “now”.",
        "Parts (2):",
        "- a · check every cell · answered · done",
        "- b · write it down · not answered",
        "Open queries (1):",
        "- Does the clock start on publication?",
        "Responses (1):",
        "- The force · D2 The answer",
        "  We have begun.",
        "Actions (1):",
        "- A1 · 29 days left, Thu 30 Jun 2022 · Walk round hourly · planned · for R1, R2 · "
        "Custody Forum",
        "Notes (1):",
        "  Asked the custody sergeant.",
    )


def test_a_date_that_held_before_is_told_with_its_day(page):
    r1, moved = Subject(SubjectKind.RECOMMENDATION, 1), date(2022, 6, 30)
    with (
        closing(open_tracker(Path("small.matters"))) as tracker,
        unit(tracker.db, "New date for R1", AUTHOR) as change,
    ):
        deadlines.revise(change, r1, moved, "agreed by telephone", DAY, ENGLAND_AND_WALES)
    told = page("show", "R1", *ON)
    assert "Due: 29 days left, Thu 30 Jun 2022" in told
    (earlier,) = [line for line in told if "known from" in line]
    assert "Wed 22 Jun 2022" in earlier


def test_what_has_no_words_leaves_no_label(page):
    told = page("show", "R2", "--today", "2022-01-01")
    assert not [line for line in told if line.startswith(("Responses", "Notes", "Section"))]


@pytest.mark.parametrize(
    ("ref", "wanted"),
    [
        ("A1", ("A1 Walk round hourly", "For: R1, R2", "Progress: planned", "Deadlines (1):")),
        ("A2", ("A2 Cells cleaned", "Kind: routine", "Recurs: weekly", "Due: no date")),
        ("I1", ("I1 Inspection of custody", "Recommendations stated: 2", "Documents (2):")),
        ("D1", ("D1 Custody report", "Kind: report", "Published: Wed 22 Dec 2021")),
        ("B1", ("B1 Board, Thu 9 Jun 2022", "Deadlines (1):")),
    ],
)
def test_every_kind_of_record_has_a_page(page, ref, wanted):
    assert in_order(page("show", ref, *ON), *wanted)


@pytest.mark.parametrize("ref", ["R1", "A1", "A2", "I1", "D1", "B1"])
def test_every_kind_of_record_is_one_json_value(page, ref):
    value = json.loads("\n".join(page("show", ref, *ON, "--json")))
    assert value["ref"] == ref
    assert isinstance(value["notes"], list)


def test_an_inspection_lists_its_recommendations_in_the_order_of_its_report(page):
    told = page("show", "I1", *ON)
    after = told[told.index("Recommendations (2):") + 1 :]
    assert [line[:4] for line in after] == ["- R1", "- R2"]


def test_a_record_of_a_later_day_is_not_there_yet(capsys):
    assert main(["show", "R3", *ON]) == 2
    complaint = capsys.readouterr().err
    assert complaint.startswith(
        "R3 is not there yet on Wed 1 Jun 2022: it begins on Fri 9 Dec 2022"
    )


@pytest.mark.parametrize("ref", ["R99", "X1", "R", "", "R1; DROP TABLE notes", "\x1b[2J"])
def test_a_reference_that_is_none_is_refused(capsys, ref):
    assert main(["show", ref]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "\x1b" not in captured.err


def test_the_history_is_told_newest_first_with_who_and_when(page):
    assert page("history") == [
        "2 · 2022-06-01 09:41 UTC · Ann Tester · Small tracker",
        "1 · 2022-06-01 09:41 UTC · Ann Tester · New tracker",
    ]


def test_the_history_of_a_record_leaves_out_what_is_not_about_it(page):
    page("note", "R2", "Only here.", *ON)
    assert page("history", "R2", *ON)[0].endswith("Note on R2")
    assert not [line for line in page("history", "R1", *ON) if line.endswith("Note on R2")]
    (newest, *_) = json.loads("\n".join(page("history", "R2", *ON, "--json")))
    assert (newest["number"], newest["title"]) == (3, "Note on R2")
    assert newest["changes"] == ["note added: Only here."]


def test_the_history_of_a_record_says_what_was_changed(page):
    page("decide", "R2", "implemented", "--axis", "delivery", "--evidence", "Audit", *ON)
    title, changed, *_ = page("history", "R2", *ON)
    assert "Decide R2: delivery implemented" in title
    assert changed == "  decision added: delivery · implemented, embedding"
    page("undo")
    assert page("history", "R2", *ON)[1].startswith("  decision removed: delivery · implemented")


def test_stored_text_can_forge_no_line_and_send_no_escape(page, capsys):
    page("note", "R1", "One\nOpen: no\x1b]52;c;eA==\x07\u202e", *ON)
    told = page("show", "R1", *ON)
    assert "  Open: no\ufffd]52;c;eA==\ufffd\ufffd" in told
    (line,) = [line for line in page("list", "notes", *ON) if "One" in line]
    assert "One Open: no\ufffd" in line


@pytest.mark.parametrize(
    ("typed", "undone"),
    [
        (("list", "--inspection", "R1"), "listed"),
        (("duty", "R1", "stop", "no longer"), "changed"),
        (("import", "report.txt", "--inspection", "R1"), "saved"),
    ],
)
def test_what_is_no_inspection_is_named_as_what_it_is(run, typed, undone):
    Path("report.txt").write_text("We recommend that the force repaints cells.", encoding="utf-8")
    assert run(*typed, *ON) == (
        2,
        "",
        f"“R1” is a recommendation, not an inspection. Nothing was {undone}: name an inspection, "
        "such as I1.\n",
    )
