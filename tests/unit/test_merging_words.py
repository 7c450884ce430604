"""Every kind of disagreement in words: what it is about, both versions, who and when."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import small_tracker
from two_copies import LAPTOP, OFFICE, Copy

from store import history, owners, recommendations
from store.merging import words
from store.merging.words import Disagreement
from store.unit import unit
from store.vocabulary import Assurance, Axis, Delivery, OwnerKind


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Copy]:
    copy = Copy(small_tracker.make(tmp_path / "office.matters").tracker, OFFICE)
    yield copy
    copy.tracker.close()


def fork(office: Copy) -> Copy:
    return office.fork(office.tracker.path.with_name("laptop.matters"), LAPTOP)


def only(office: Copy, laptop: Copy) -> Disagreement:
    """The one question there is, in words."""
    made = office.plan(laptop)
    (question,) = made.questions()
    told = words.told(made, question)
    laptop.tracker.close()
    return told


def test_a_text(office: Copy) -> None:
    laptop = fork(office)
    office.edit("R1", theme="Ours")
    laptop.edit("R1", theme="")
    laptop.edit("R1", theme="Theirs")
    told = only(office, laptop)
    assert told.head == "R1 Cell checks: theme"
    assert (told.mine.text, told.theirs.text) == ("Ours", "Theirs")
    assert (told.mine.by, told.theirs.by) == ("Olive Office", "Leo Laptop")
    assert (told.mine.at, told.theirs.at) == (OFFICE.now(), LAPTOP.now())


def test_another_record_and_nothing(office: Copy) -> None:
    with unit(office.db, "Owner", OFFICE) as change:
        owner = owners.add(change, "Custody team", OwnerKind.TEAM)
        other = owners.add(change, "Estates", OwnerKind.TEAM)
        recommendations.edit(change, office.finding("R1"), owner=owner)
    laptop = fork(office)
    office.edit("R1", owner=other)
    laptop.edit("R1", owner=None)
    told = only(office, laptop)
    assert (told.mine.text, told.theirs.text) == ("owner “Estates”", "nothing")


def test_a_day(office: Copy) -> None:
    laptop = fork(office)
    office.published(1, date(2021, 12, 20))
    laptop.published(1, date(2021, 12, 23))
    told = only(office, laptop)
    assert told.head == "D1 Custody report: published"
    assert told.mine.text == "Mon 20 Dec 2021"
    assert told.theirs.text == "Thu 23 Dec 2021"


def test_what_was_taken_back_there(office: Copy) -> None:
    office.add("Doubtful")
    laptop = fork(office)
    history.undo(laptop.db, LAPTOP)
    office.note("R4", "Needed")
    told = only(office, laptop)
    assert told.head == "R4 Doubtful: taken back in the copy, used here since"
    assert told.mine.text == "keep it, with all that hangs on it (2 records)"
    assert told.theirs.text == "take it away"
    assert (told.mine.by, told.theirs.by) == ("Olive Office", "Leo Laptop")


def test_what_was_taken_back_here(office: Copy) -> None:
    office.add("Doubtful")
    laptop = fork(office)
    history.undo(office.db, OFFICE)
    laptop.note("R4", "Needed")
    told = only(office, laptop)
    assert told.head == "R4 Doubtful: taken back here, used in the copy since"
    assert told.mine.text == "leave it away"
    assert told.theirs.text == "bring it back, with all that hangs on it (2 records)"


def test_two_decisions_of_one_day(office: Copy) -> None:
    laptop = fork(office)
    office.decide("R1", Axis.ASSURANCE, Assurance.ASSURED)
    laptop.decide("R1", Axis.ASSURANCE, Assurance.NOT_ASSURED)
    told = only(office, laptop)
    assert told.head == "R1 Cell checks: two decisions on one day, which one stands?"
    assert told.mine.text == "assured (Thu 9 Jun 2022, Olive Office)"
    assert told.theirs.text == "not assured (Thu 9 Jun 2022, Leo Laptop)"


def test_a_sign_off(office: Copy) -> None:
    office.decide("R1", Axis.DELIVERY, Delivery.SUBMITTED, by="Ann")
    laptop = fork(office)
    laptop.decide("R1", Axis.DELIVERY, Delivery.SIGNED_OFF, on=date(2022, 6, 20), by="Bob")
    office.decide("R1", Axis.DELIVERY, Delivery.IN_PROGRESS, on=date(2022, 6, 15), by="Ann")
    told = only(office, laptop)
    assert told.head.startswith("R1 Cell checks: together with the copy, no second person")
    assert told.mine.text == "in progress (Wed 15 Jun 2022, Ann)"
    assert told.theirs.text == "signed off by force (Mon 20 Jun 2022, Bob)"


def test_two_new_dates(office: Copy) -> None:
    laptop = fork(office)
    office.new_date("R1", date(2022, 9, 1))
    laptop.new_date("R1", date(2022, 10, 3))
    told = only(office, laptop)
    assert told.head == "R1 Cell checks: two new due dates, which one holds?"
    assert told.mine.text == "Thu 1 Sep 2022: Agreed"
    assert told.theirs.text == "Mon 3 Oct 2022: Agreed"


def test_a_long_text_is_shortened(office: Copy) -> None:
    laptop = fork(office)
    office.edit("R1", text="ours " * 1000)
    laptop.edit("R1", text="theirs " * 1000)
    told = only(office, laptop)
    assert len(told.mine.text) == len(told.theirs.text) == 2_000
    assert told.mine.text.endswith("…")
