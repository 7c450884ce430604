"""The commissioner's 56 days, started and stopped by a person with a reason; nothing is lost."""

from datetime import date
from pathlib import Path

import pytest
from little_case import records

from seed.documents.from_text import read_text
from seed.drafts import draft
from seed.save import save
from store import deadlines, documents, duties, history, inspections
from store.checking import check
from store.clocks import RuleKind
from store.dates import When
from store.errors import BadInput
from store.unit import unit
from store.vocabulary import StepKind
from store.working_days import calendar

TODAY = date(2025, 1, 6)
FIXTURES = Path(__file__).parents[1] / "documents" / "fixtures"


def clocks(db):
    found = deadlines.clocks_of_inspection(db, 1, TODAY)
    return [one for one in found if one.source == duties.SOURCE]


@pytest.fixture
def joint(empty, author):
    """A tracker into which a joint inspection's letter was imported."""
    path = FIXTURES / "sixth_round" / "joint_2024.txt"
    (one,) = draft([read_text(path.read_text(encoding="utf-8"), path.name)])
    save(empty.db, [one], author, TODAY)
    return empty.db


def change(db, author, perform, reason="the office's own practice, note of 3 January"):
    with unit(db, "Duty", author) as made:
        return perform(made, 1, reason, TODAY, calendar(db))


def test_a_joint_inspection_starts_no_56_days_and_says_so(joint):
    assert clocks(joint) == []
    assert inspections.get(joint, 1).mode == "joint"
    assert inspections.get(joint, 1).title == "Joint targeted area inspection of Thornby"
    asked = [text for (text,) in joint.execute("SELECT text FROM queries")]
    assert any("that clock is not started" in text for text in asked)
    (statement,) = deadlines.clocks_of_inspection(joint, 1, TODAY)
    assert "written statement" in statement.source


def test_started_it_runs_from_publication_with_its_steps(joint, author):
    key = change(joint, author, duties.start)
    (clock,) = clocks(joint)
    assert (clock.id, clock.due.latest) == (key, date(2025, 1, 12))
    assert clock.reason == "the office's own practice, note of 3 January"
    assert [step.kind for step in deadlines.steps(joint, key)] == list(StepKind)
    report = documents.get(joint, 1)
    with unit(joint, "Published", author) as made:
        day = When.on(date(2024, 11, 20))
        documents.correct_published(made, report, day, calendar(joint))
    assert clocks(joint)[0].due.latest == date(2025, 1, 14)
    assert check(joint) == []


def test_stopped_it_says_why_and_keeps_what_ran(joint, author):
    started = change(joint, author, duties.start)
    before = records(joint)
    change(joint, author, duties.stop, "the council answers for all; letter of 5 January")
    (clock,) = clocks(joint)
    assert clock.due.rule.kind is RuleKind.NONE
    assert (clock.due.words, clock.replaces) == (duties.NOT_DUE, started)
    assert duties.running(joint, 1, TODAY) is None
    assert deadlines.get(joint, started).due.latest == date(2025, 1, 12)
    again = change(joint, author, duties.start, "advice has changed")
    assert clocks(joint)[0].id == again
    history.undo(joint, author)
    history.undo(joint, author)
    assert records(joint) == before


@pytest.mark.parametrize(
    ("before", "perform", "reason", "told"),
    [
        ((), duties.start, "  ", "Say why"),
        ((), duties.stop, "x", "do not run"),
        ((duties.start,), duties.start, "x", "run for this inspection already"),
        ((duties.start,), duties.stop, "", "Say why"),
    ],
)
def test_what_cannot_be_is_refused(joint, author, before, perform, reason, told):
    for each in before:
        change(joint, author, each)
    stood = records(joint)
    with pytest.raises(BadInput, match=told):
        change(joint, author, perform, reason)
    assert records(joint) == stood


def test_the_clock_of_an_ordinary_report_can_be_stopped_too(example, author):
    (clock,) = (one for one in deadlines.clocks_of_inspection(example.db, 1, TODAY)
                if one.due.rule.kind is RuleKind.S55_56)  # fmt: skip
    change(example.db, author, duties.stop)
    assert duties.running(example.db, 1, TODAY) is None
    assert deadlines.get(example.db, clock.id).due.latest == date(2022, 2, 15)


def test_from_the_command_line(joint, empty, author, capsys, monkeypatch):
    import gc
    import sys

    from tui.__main__ import main

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    file = ("--file", str(empty.path), "--today", "2025-01-06")
    assert main(["duty", "I1", "start", "our practice", *file]) == 0
    assert "I1: the commissioner’s 56 days are started." in capsys.readouterr().out
    assert duties.running(joint, 1, TODAY).reason == "our practice"
    assert main(["duty", "I1", "stop", "no longer", *file]) == 0
    assert main(["duty", "D1", "stop", "no longer", *file]) == 2
    assert "not an inspection" in capsys.readouterr().err
