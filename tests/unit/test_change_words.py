"""What happened to a record, in words: names instead of keys, days instead of columns."""

from datetime import date

import pytest
from small_tracker import AUTHOR, DAY, make, subject

from store import (
    actions,
    change_words,
    deadlines,
    documents,
    history,
    inspections,
    notes,
    owners,
    recommendations,
)
from store.dates import When
from store.holidays import ENGLAND_AND_WALES
from store.schema import RECORDS
from store.unit import unit
from store.vocabulary import OwnerKind


@pytest.fixture
def db(tmp_path):
    tracker = make(tmp_path / "small.matters").tracker
    yield tracker.db
    tracker.close()


def told(db, number=None):
    """The newest change, line by line."""
    number = history.newest(db) if number is None else number
    found = (change_words.lines(db, change) for change in history.changes_of(db, number))
    return [f"{one.sign}{one.what}: {one.words}" for lines in found for one in lines]


def test_an_owner_goes_from_name_to_name(db):
    with unit(db, "Owners", AUTHOR) as change:
        first = owners.add(change, "ACC Hill", OwnerKind.PERSON)
        second = owners.add(change, "Insp Low", OwnerKind.PERSON)
        recommendations.edit(change, recommendations.get(db, 1), owner=first)
    with unit(db, "Another", AUTHOR) as change:
        recommendations.edit(change, recommendations.get(db, 1), owner=second)
    assert told(db) == ["owner: ACC Hill → Insp Low"]
    with unit(db, "Nobody", AUTHOR) as change:
        recommendations.edit(change, recommendations.get(db, 1), owner=None)
    assert told(db) == ["owner: Insp Low → nothing"]


def test_a_publication_day_is_one_day_and_its_source(db):
    with unit(db, "Correct", AUTHOR) as change:
        day = When.on(date(2021, 12, 20), "20/12/2021", "the web page")
        documents.correct_published(change, documents.get(db, 1), day, ENGLAND_AND_WALES)
    lines = told(db)
    assert lines[:2] == [
        "published: Wed 22 Dec 2021 → Mon 20 Dec 2021",
        "published source: nothing → the web page",
    ]
    assert "due: Wed 22 Jun 2022 → Mon 20 Jun 2022" in lines
    assert "start: Wed 22 Dec 2021 → Mon 20 Dec 2021" in lines
    assert not [line for line in lines if "earliest" in line or "latest" in line]


def test_words_of_a_day_alone_are_told_as_words(db):
    kept = documents.get(db, 1)
    with unit(db, "Words", AUTHOR) as change:
        change.change("documents", 1, kept.rev, published=kept.published._replace(words="Dec 22"))
    assert told(db) == ["published words: Wed 22 Dec 2021 → Dec 22"]


def test_a_day_narrowed_at_one_end_is_told_by_that_end(db):
    month = When("June 2022", date(2022, 6, 1), date(2022, 6, 30))
    with unit(db, "Met", AUTHOR) as change:
        deadlines.meet(change, deadlines.get(db, 1), month)
    assert told(db)[0] == "met: not known → June 2022 (month only)"
    with unit(db, "Met", AUTHOR) as change:
        deadlines.meet(change, deadlines.get(db, 1), When.on(date(2022, 6, 1)))
    assert "met latest: Thu 30 Jun 2022 → Wed 1 Jun 2022" in told(db)


def test_yes_and_no_are_words(db):
    record = recommendations.get(db, 1)
    with unit(db, "Of record", AUTHOR) as change:
        recommendations.edit(change, record, of_record=not record.of_record)
    assert told(db) == ["of record: no → yes"]


def test_what_ties_records_together_names_them(db):
    with unit(db, "Serve", AUTHOR) as change:
        key = actions.add(change, title="Print the forms", since=DAY, recommendations=[(1, None)])
    ref = actions.get(db, key).ref
    assert told(db) == [
        "+action added: Print the forms · action",
        f"+action for it added: {ref} Print the forms · R1 Cell checks",
    ]


def test_what_was_taken_back_is_told_though_its_owner_is_gone(db):
    with unit(db, "A review", AUTHOR) as change:
        inspection = inspections.add(change, title="Night visits", since=DAY)
        recommendations.edit(change, recommendations.get(db, 1), inspection=inspection)
    number = history.newest(db)
    history.undo(db, AUTHOR)
    moved = [line for line in told(db, number) if line.startswith("inspection: ")]
    assert moved == ["inspection: I1 Inspection of custody → a record that is gone"]
    assert "−inspection removed: Night visits" in told(db)


def test_long_words_are_cut_and_stay_in_one_line(db):
    with unit(db, "Note", AUTHOR) as change:
        notes.add(change, subject(1), "One\ntwo " * 60, on=DAY)
    (line,) = told(db)
    assert line.startswith("+note added: One two One two")
    assert "\n" not in line
    assert len(line) < 200


def test_a_change_knows_whose_it_is(db):
    with unit(db, "Several", AUTHOR) as change:
        notes.add(change, subject(1), "Rung up.", on=DAY)
        recommendations.edit(change, recommendations.get(db, 2), theme="Custody")
        owners.add(change, "ACC Hill", OwnerKind.PERSON)
    changes = history.changes_of(db, history.newest(db))
    assert [change_words.about(db, one) for one in changes] == ["R1", "R2", ""]


def test_a_reference_made_of_figures_is_no_day(db):
    with unit(db, "Reference", AUTHOR) as change:
        recommendations.edit(change, recommendations.get(db, 1), portal_reference="20231122")
    assert told(db) == ["portal reference: nothing → 20231122"]


def test_a_log_that_names_no_table_of_ours_is_never_a_query(db):
    asked = []
    db.set_trace_callback(asked.append)
    table = "(SELECT 1 AS id, 'R9' AS ref)"
    change = history.Change(table, 1, "", {"title": "One"}, {"title": "Two"})
    assert change_words.about(db, change) == ""
    assert [one.words for one in change_words.lines(db, change)] == ["One → Two"]
    assert not [statement for statement in asked if f"FROM {table}" in statement]


def test_every_kind_of_record_has_a_name_that_is_a_word():
    named = {table: change_words.kind_of(table) for table in RECORDS}
    assert named["aliases"] == "other name"
    assert named["extra_holidays"] == "extra day off"
    assert named["case_audits"] == "case audit"
    assert not [name for name in named.values() if "_" in name or name.endswith("ie")]
