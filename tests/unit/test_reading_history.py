"""The log read back: which units there are, of what, and whose changes they brought."""

import sqlite3
from datetime import UTC, datetime

import pytest
from little_case import KNOWN, Case, edit_finding

from store import history, notes
from store.errors import NotFound
from store.models import Subject
from store.unit import unit


def note(case: Case, called: str, about: Subject) -> None:
    with unit(case.db, called, case.author) as change:
        notes.add(change, about, "Seen.", on=KNOWN)


@pytest.fixture
def told(case: Case) -> Case:
    """The case, two notes on its finding, one on its action, and a new title, in this order."""
    note(case, "First", case.about_finding)
    note(case, "Of the action", case.about_action)
    note(case, "Second", case.about_finding)
    edit_finding(case, "Retitled", title="Reviews")
    return case


def titles(units: list[history.LoggedUnit]) -> list[str]:
    return [one.title for one in units]


def test_units_come_newest_first_all_or_so_many(told: Case) -> None:
    every = titles(history.units(told.db))
    assert every[:5] == ["Retitled", "Second", "Of the action", "First", "The case"]
    assert len(every) == history.newest(told.db)
    assert titles(history.units(told.db, newest=2)) == every[:2]
    assert history.units(told.db, newest=0) == []


def test_units_after_a_number_come_newest_first_so_many_at_most(told: Case) -> None:
    last = history.newest(told.db)
    assert titles(history.units_since(told.db, last - 3, 10)) == [
        *("Retitled", "Second", "Of the action")
    ]
    assert titles(history.units_since(told.db, last - 3, 2)) == ["Retitled", "Second"]
    assert history.units_since(told.db, last, 10) == []


def test_one_unit_is_read_by_its_number(told: Case) -> None:
    last = history.newest(told.db)
    assert history.get(told.db, last) == history.LoggedUnit(
        last, "Retitled", "Ann Example", datetime(2022, 6, 1, 8, 43, 5, 250_000, UTC), None, None
    )
    with pytest.raises(NotFound, match=f"There is no change {last + 1} in the log"):
        history.get(told.db, last + 1)


def test_a_log_without_a_unit_is_nought_long() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE units (id INTEGER PRIMARY KEY)")
    assert history.newest(db) == 0
    db.close()


def test_the_units_of_a_record_are_those_about_it(told: Case) -> None:
    of_finding = titles(history.units_of(told.db, told.about_finding))
    assert of_finding == ["Retitled", "Second", "First", "The case"]
    assert titles(history.units_of(told.db, told.about_action)) == ["Of the action", "The case"]


def test_the_changes_about_a_record_leave_out_those_of_others(told: Case) -> None:
    making = history.units_of(told.db, told.about_action)[-1]
    tables = [one.table for one in history.changes_about(told.db, making.id, told.about_action)]
    assert tables == ["actions", "action_recommendations"]
    (retitled,) = history.changes_about(told.db, history.newest(told.db), told.about_finding)
    (uid,) = told.db.execute("SELECT uid FROM recommendations").fetchone()
    assert (retitled.record, retitled.uid) == (told.finding, uid)
    assert (retitled.before, retitled.after) == (
        {"title": "Record each review"},
        {"title": "Reviews"},
    )
    assert history.changes_about(told.db, history.newest(told.db), told.about_action) == []


def brought(case: Case, about: Subject, *texts: str) -> int:
    """Say that a merge brought changes of others to a record; the unit's number."""
    with unit(case.db, "Merge", case.author) as change:
        merge = change.add("merges", copy="laptop", head="0" * 64, units=3)
        for text in texts:
            change.add(
                "brought_in",
                merge=merge,
                subject_kind=about.kind,
                subject=about.id,
                unit_uid="",
                text=text,
            )
        return change.id


def test_whose_changes_were_brought_is_told_of_one_record_or_of_all(case: Case) -> None:
    assert history.brought_by(case.db) == {}
    first = brought(case, case.about_finding, "by Leo", "by Olive")
    second = brought(case, case.about_action, "by Ann")
    assert history.brought_by(case.db) == {first: ["by Leo", "by Olive"], second: ["by Ann"]}
    assert history.brought_by(case.db, case.about_action) == {second: ["by Ann"]}
    assert history.brought_by(case.db, case.about_inspection) == {}
