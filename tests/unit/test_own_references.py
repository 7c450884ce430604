"""A recommendation named as its own document or spreadsheet names it."""

import json

import pytest
from commanded import at_a_small_tracker
from small_tracker import ANSWERED, AUTHOR, DAY

from store import recommendations
from store.unit import unit

ON = ("--today", DAY.isoformat())


@pytest.fixture(autouse=True)
def _tracker(monkeypatch, tmp_path):
    small = at_a_small_tracker(monkeypatch, tmp_path)
    with unit(small.tracker.db, "The office's own references", AUTHOR) as change:
        for key, number in (
            (1, "OIS-1"),
            (2, "OIS-2"),
            (1, "C-7"),
            (2, "C-7"),
            (2, "R1"),
            (1, "C4"),
        ):
            recommendations.add_number(change, key, small.letter, number)
        recommendations.edit(
            change, recommendations.get(small.tracker.db, 2), portal_reference="HMI/6955"
        )
    small.tracker.close()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("OIS-2", "R2"),
        (" ois-2 ", "R2"),
        ("OIS-1", "R1"),
        ("c4", "R1"),
        ("HMI/6955", "R2"),
        ("R1", "R1"),
    ],
)
def test_it_is_shown(run, typed, shown):
    code, out, _ = run("show", typed, "--json", *ON)
    assert (code, json.loads(out)["ref"]) == (0, shown)


def test_notes_decisions_and_history_take_it(run):
    assert run("note", "OIS-2", "Rung up.", *ON)[1].startswith("Noted on R2")
    decided = run("decide", "OIS-2", "implemented", "--axis", "delivery", *ON)
    assert decided[1].startswith("Decided on R2")
    newest = run("history", "OIS-2", *ON)[1].splitlines()[0]
    assert "Decide R2: delivery implemented" in newest


def test_one_that_several_are_called_by_names_them_and_writes_nothing(run):
    before = run("history")[1]
    assert run("note", "c-7", "Rung up.", *ON) == (
        2,
        "",
        "“c-7” is what documents call R1 and R2. Nothing was changed: give the one you mean by "
        "its reference.\n",
    )
    assert run("history")[1] == before


@pytest.mark.parametrize("typed", ["OIS-3", "OIS-22", "OIS", "8", "R41"])
def test_anything_else_is_refused_as_before(run, typed):
    code, _, complaint = run("show", typed, *ON)
    assert code == 2
    assert "reference" in complaint or "There is no recommendation R41" in complaint


def test_it_is_not_there_before_its_document(run):
    day_before = ANSWERED.replace(day=ANSWERED.day - 1).isoformat()
    assert run("show", "OIS-2", "--today", day_before)[0] == 2
