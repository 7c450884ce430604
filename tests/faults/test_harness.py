"""The harness itself: no figure is made up, and none is lost."""

import re

import pytest
from asked import ASKED, NOTHING_TO_TRY
from table import ROOT, Ended, printed, rows


def ended(outcome, *figures, claims=(), reason=""):
    return Ended("test_it", outcome, claims, figures, reason)


def row_of(test, *all_ended):
    (found,) = [row for row in rows(list(all_ended)) if row[0] == test]
    return found[2:]


@pytest.mark.parametrize(
    ("outcome", "verdict"), [("passed", "met"), ("failed", "SHORT"), ("skipped", "not run")]
)
def test_a_figure_stands_beside_what_was_asked_and_how_it_ended(outcome, verdict):
    told = ended(outcome, ("R1", "0 lost", "0 of 9"))
    assert row_of("R1", told) == ("0 lost", "0 of 9", verdict)


def test_what_was_not_run_appears_as_such():
    assert [row[0] for row in rows([])] == list(ASKED)
    told = {row[0]: row[2:] for row in rows([])}
    for test in ASKED:
        why = NOTHING_TO_TRY.get(test, "not run")
        assert told[test] == ("", why, "nothing to try" if test in NOTHING_TO_TRY else "not run")


def test_what_has_nothing_to_try_has_nothing():
    """Whoever adds an export finds here which tests it needs."""
    writes = re.compile(r"csv\.(writer|DictWriter)|Workbook\(\)|Document\(\)|icalendar|docxtpl")
    modules = [
        path for folder in ("store", "seed", "tui") for path in (ROOT / folder).rglob("*.py")
    ]
    assert len(modules) > 100
    assert [path for path in modules if writes.search(path.read_text(encoding="utf-8"))] == []
    assert set(NOTHING_TO_TRY) == {"S6", "S7"}


def test_a_test_that_ended_without_its_figure_appears_as_such():
    failed = ended("failed", claims=("R1", "R2"))
    assert row_of("R1", failed) == ("", "no figure: test_it", "SHORT")
    skipped = ended("skipped", claims=("R1",), reason="there is no strace")
    assert row_of("R1", skipped) == ("", "no figure: there is no strace", "not run")


def test_a_figure_for_what_nobody_asked_is_no_row_of_the_table():
    with pytest.raises(SystemExit, match="R99 is not in the list"):
        list(rows([ended("passed", ("R99", "", ""))]))


def test_a_cell_cannot_break_the_table():
    lines = printed(list(rows([ended("passed", ("R1", "a|b", "c\nd"))]))).splitlines()
    assert {line.count("|") for line in lines} == {6}


def test_the_short_number_of_points_is_the_ordinary_one(request, points):
    asked_in_full = request.config.option.full or "long" in request.config.option.markexpr
    assert points(1000, 10) == (1000 if asked_in_full else 10)
