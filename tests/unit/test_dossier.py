from datetime import date

import pytest
from small_tracker import ANSWERED, AUTHOR, DAY, PUBLISHED, REVIEWED, make, subject

from store import (
    actions,
    deadlines,
    decisions,
    dossier,
    notes,
    queries,
    recommendations,
    responses,
    standing,
    working_days,
)
from store.errors import NotFound
from store.unit import unit
from store.vocabulary import Axis, Delivery, Extent


@pytest.fixture
def small(tmp_path):
    small = make(tmp_path / "small.matters")
    yield small
    small.tracker.close()


@pytest.fixture
def db(small):
    return small.tracker.db


def test_holds_what_hangs_on_a_recommendation(db):
    found = dossier.of(db, 1, DAY)
    assert found.record.ref == "R1"
    assert found.inspection.ref == "I1"
    assert found.document.ref == "D1"
    assert [part.extent for part in found.parts] == [Extent.ANSWERED, Extent.NOT_ANSWERED]
    assert [number.number for number in found.numbers] == ["8"]
    assert [response.text for response in found.responses] == ["We have begun."]
    assert [action.action.ref for action in found.actions] == ["A1"]
    assert found.deadline.due.latest == date(2022, 6, 22)
    assert [note.text for note in found.notes] == ["Asked the custody sergeant."]
    assert [query.text for query in found.queries] == ["Does the clock start on publication?"]


def test_a_day_before_the_answer_there_is_none(db):
    found = dossier.of(db, 1, date(2022, 2, 14))
    assert found.responses == found.actions == found.notes == found.numbers == ()
    assert [part.extent for part in found.parts] == [None, None]


def test_a_link_is_seen_from_both_sides_once_it_is_known(db):
    assert dossier.of(db, 1, DAY).links == ()
    (forward,) = dossier.of(db, 1, REVIEWED).links
    (backward,) = dossier.of(db, 3, REVIEWED).links
    assert (forward.other_ref, forward.other_is_later) == ("R3", True)
    assert (backward.other_ref, backward.other_is_later) == ("R1", False)


def test_a_new_date_comes_first_and_the_earlier_one_is_kept(db):
    with unit(db, "Later", AUTHOR) as change:
        deadlines.revise(
            change, subject(1), date(2022, 9, 1), "Asked for", DAY, working_days.calendar(db)
        )
    found = dossier.of(db, 1, DAY)
    assert found.deadline.due.latest == date(2022, 9, 1)
    assert [one.due.latest for one in found.earlier_deadlines] == [date(2022, 6, 22)]
    assert dossier.of(db, 1, date(2022, 5, 31)).deadline.due.latest == date(2022, 6, 22)


def test_what_is_not_there_yet_has_no_dossier(db):
    assert [found.record.ref for found in dossier.many(db, (3, 1, 2), DAY)] == ["R1", "R2"]
    with pytest.raises(NotFound):
        dossier.of(db, 3, DAY)
    with pytest.raises(NotFound):
        dossier.of(db, 99, DAY)


def test_keeps_the_order_asked_for(db):
    assert [one.record.id for one in dossier.many(db, (2, 3, 1), REVIEWED)] == [2, 3, 1]


@pytest.mark.parametrize("day", [PUBLISHED, ANSWERED, DAY, REVIEWED])
@pytest.mark.parametrize("key", [1, 2, 3])
def test_says_the_same_as_asking_for_each_thing_alone(db, key, day):
    with unit(db, "Decide", AUTHOR) as change:
        decisions.decide(
            change, subject(1), Axis.DELIVERY, Delivery.IN_PROGRESS, on=ANSWERED, by="Ann"
        )
        notes.add(change, subject(1), "Sergeant, not inspector.", on=DAY, corrects=1)
    for found in dossier.many(db, (key,), day):
        about = subject(key)
        work = actions.many(db, actions.for_recommendation(db, key, day), day)
        assert found.record == recommendations.get(db, key)
        assert found.standing == standing.of_recommendation(db, key, day)
        assert list(found.parts) == recommendations.parts(db, key, day)
        assert list(found.numbers) == recommendations.numbers(db, key, day)
        assert list(found.links) == recommendations.links(db, key, day)
        assert list(found.responses) == responses.to_recommendation(db, key, day)
        assert {one.action.id for one in found.actions} == set(work)
        assert [found.deadline, *found.earlier_deadlines][:1] == (
            deadlines.of_subject(db, about, day)[:1] or [None]
        )
        assert list(found.decisions) == decisions.of(db, about, day)
        assert list(found.notes) == notes.of(db, about, day)
        assert list(found.queries) == queries.of(db, about, day)


def test_the_number_of_queries_does_not_grow_with_the_number_of_recommendations(db):
    def asked(keys):
        statements = []
        db.set_trace_callback(statements.append)
        list(dossier.many(db, keys, REVIEWED))
        db.set_trace_callback(None)
        return len(statements)

    assert asked((1, 2)) == asked((1,)) <= 20
