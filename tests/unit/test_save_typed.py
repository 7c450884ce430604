"""Files of documents that were typed in before: completed to the letter, and nothing doubled."""

import gc
import json
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from little_case import records

from seed.documents import read
from seed.documents.from_text import read_text
from seed.draft import Answer as Answered
from seed.drafts import draft
from seed.editing import leave_out, opened
from seed.editing_accepted import accepted
from seed.save import known_findings, save
from store import actions, documents, history, inspections, notes, recommendations, responses
from store.checking import check
from store.dates import When
from store.models import Subject
from store.responses import Answer
from store.unit import unit
from store.vocabulary import ActionKind, Extent, SubjectKind
from tui.__main__ import main

SHARED = Path(__file__).parents[3] / "shared"
TODAY = date(2024, 6, 3)
LETTER = """15 April 2024

Dear Home Secretary

Response to the report: Inspection of custody at Northmere Police

I am writing under section 55 of the Police Act 1996.

Jo Field
Police and Crime Commissioner for Northmere

cc HMICFRS

Appendix 1

Recommendation 1: We recommend that, within six months, Northmere Police improves its custody
records.

Response: Every record now holds the reason why. The Custody Records Group will review this by 30
September 2024.

Recommendation 2: We recommend that, within three months, Northmere Police reviews how often cells
are visited at night.

Response: The Custody Records Group will review visits to cells by 31 May 2024.
"""


def put(db, author, reading, inspection=None):
    (one,) = draft([reading], known_findings(db))
    return save(db, [one], author, TODAY, inspection)[0]


def typed(db, author, *, day="2024-04-15", numbers=("1", "2"), with_action=True, kind="letter"):
    """The letter as a person types it: short titles, own words, the letter's numbers."""
    with unit(db, "Typed", author) as change:
        inspection = inspections.add(change, title="Custody", since=TODAY)
        letter = documents.add(
            change, kind=kind, title="Our letter", inspection=inspection, since=TODAY,
            dated=When.on(date.fromisoformat(day)) if day else When(),
        )  # fmt: skip
        for number, title in zip(numbers, ("Records", "Visits", "More"), strict=False):
            key = recommendations.add(
                change, inspection=inspection, title=title, text=f"{title}, in our words.",
                since=TODAY,
            )  # fmt: skip
            recommendations.add_number(change, key, letter, number)
            response = responses.add(
                change, document=letter, respondent="Northmere Police", number=number,
                text=f"Answer on {title}.", since=TODAY, answers=[Answer(key, Extent.PARTLY)],
            )  # fmt: skip
            if with_action:
                actions.add(
                    change, title="Review", since=TODAY, document=letter,
                    recommendations=[(key, response)],
                )  # fmt: skip
        documents.add_copy(change, letter, sent_to="the inspectors of constabulary")


def counts(db):
    return {table: len(rows) for table, rows in records(db).items()}


def test_the_file_of_a_typed_letter_gives_the_wording_of_record(empty, author):
    db = empty.db
    typed(db, author)
    before, stood = counts(db), records(db)
    told = put(db, author, read_text(LETTER, "letter.txt"))
    assert (told.document, told.answers_reworded, told.findings, told.responses) == ("D1", 2, 0, 0)
    more = Counter(counts(db)) - Counter(before)
    assert more == {"copies": 1}  # to the Home Secretary, which was not typed in
    (answer,) = responses.to_recommendation(db, 1, TODAY)
    assert answer.of_record
    assert answer.text.startswith("Every record now holds the reason")
    assert recommendations.get(db, 1).text == "Records, in our words."
    (number,) = recommendations.numbers(db, 1, TODAY)
    assert number.restated.startswith("We recommend that, within six months")
    letter = documents.get(db, 1)
    assert (letter.title, letter.file_name) == ("Our letter", "letter.txt")
    assert check(db) == []
    assert put(db, author, read_text(LETTER, "again.txt")).already
    history.undo(db, author)
    assert records(db) == stood


@pytest.mark.parametrize("numbers", [("1", "2"), ("", "")])
def test_a_typed_letter_is_known_though_an_answer_is_left_out_on_import(empty, author, numbers):
    typed(empty.db, author, numbers=numbers)
    before = counts(empty.db)
    read = opened(draft([read_text(LETTER, "letter.txt")]))
    second = [entry.key for entry in read.entries if isinstance(entry.item, Answered)][1]
    told = save(empty.db, accepted(leave_out(read, second)), author, TODAY)[0]
    assert (told.document, told.answers_reworded) == ("D1", 1)
    assert counts(empty.db)["responses"] == before["responses"]


def test_the_command_says_that_it_was_typed_in_before_it_asks(
    empty, author, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    typed(empty.db, author)
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert main(["--file", str(empty.path), "import", str(letter), "--yes"]) == 0
    out, err = capsys.readouterr()
    assert err == (
        "letter.txt is D1, which was typed in before: it gets its wording of record, and nothing "
        "of it is doubled.\n"
    )
    assert "2 known responses put into the letter’s own words" in out


def test_actions_of_a_typed_answer_without_any_are_taken_from_the_file(empty, author):
    typed(empty.db, author, with_action=False)
    told = put(empty.db, author, read_text(LETTER, "letter.txt"))
    assert told.answers_reworded == 2
    assert told.actions > 0
    served = empty.db.execute("SELECT DISTINCT recommendation FROM action_recommendations")
    assert {key for (key,) in served} <= {1, 2}


def test_how_far_an_answer_goes_stays_as_somebody_judged_it(empty, author):
    typed(empty.db, author)
    put(empty.db, author, read_text(LETTER, "letter.txt"))
    assert {row[0] for row in empty.db.execute("SELECT extent FROM answers")} == {Extent.PARTLY}


def test_typed_undertakings_are_not_doubled(empty, author):
    promise = LETTER.replace("\nJo Field", "\nI will publish a review by 1 July 2024.\n\nJo Field")
    typed(empty.db, author)
    with unit(empty.db, "Undertaking", author) as change:
        actions.add(change, title="A review", kind=ActionKind.UNDERTAKING, document=1, since=TODAY)
    before = counts(empty.db)["actions"]
    put(empty.db, author, read_text(promise, "letter.txt"))
    assert counts(empty.db)["actions"] == before


@pytest.mark.parametrize(
    "how",
    [
        {"day": "2024-04-16"},
        {"day": ""},
        {"numbers": ("1", "3")},
        {"numbers": ("1", "2", "3")},
        {"numbers": ("1",)},
        {"kind": "board paper"},
    ],
    ids=str,
)
def test_another_document_is_not_taken_for_it(empty, author, how):
    typed(empty.db, author, **how)
    told = put(empty.db, author, read_text(LETTER, "letter.txt"))
    assert told.document == "D2"
    assert told.answers_reworded == 0


@pytest.mark.parametrize("numbers", [("1", "2"), ("", "")], ids=["numbered", "not numbered"])
def test_the_others_keep_their_places_where_an_answer_is_left_out(empty, author, numbers):
    letter = LETTER
    if not numbers[0]:
        letter = letter.replace("Recommendation 1:", "Recommendation").replace(
            "Recommendation 2:", "Recommendation"
        )
    typed(empty.db, author, numbers=numbers)
    (one,) = draft([read_text(letter, "letter.txt")], known_findings(empty.db))
    assert [answer.number for answer in one.answers] == list(numbers)
    one = replace(one, answers=one.answers[1:], left_out=one.answers[:1])
    (told,) = save(empty.db, [one], author, TODAY)
    assert (told.document, told.answers_reworded) == ("D1", 1)
    (first,) = responses.to_recommendation(empty.db, 1, TODAY)
    (second,) = responses.to_recommendation(empty.db, 2, TODAY)
    assert (first.of_record, second.of_record) == (False, True)
    assert "visits to cells" in second.text


def test_of_two_that_it_may_be_it_is_neither(empty, author):
    typed(empty.db, author)
    typed(empty.db, author)
    assert put(empty.db, author, read_text(LETTER, "letter.txt")).document == "D3"


def test_an_inspection_that_is_named_must_be_the_letters(empty, author):
    typed(empty.db, author)
    with unit(empty.db, "Other", author) as change:
        other = inspections.add(change, title="Other", since=TODAY)
    assert put(empty.db, author, read_text(LETTER, "letter.txt"), other).document == "D2"


# -- the five documents into the worked example -------------------------------------------------


def shared(number):
    found = sorted((SHARED / "documents").glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the five documents are not beside this repository")
    return read(found[0])


ORDERS = [("003", "004", "000", "001", "002"), ("001", "002", "000", "004", "003")]


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_the_five_documents_double_nothing_in_the_example(example, author, order):
    db = example.db
    before, stood = counts(db), records(db)
    told = {number: put(db, author, shared(number)) for number in order}
    assert {number: one.document for number, one in told.items()} == {
        "000": "D5", "001": "D7", "002": "D2", "003": "D1", "004": "D3",
    }  # fmt: skip
    more = Counter(counts(db)) - Counter(before)
    assert set(more) <= {"notes"}
    assert told["003"].reworded == 11
    assert [told[number].answers_reworded for number in ("000", "001", "004")] == [6, 3, 11]
    assert check(db) == []
    assert all(put(db, author, shared(number)).already for number in order)
    for _ in order:
        history.undo(db, author)
    assert records(db) == stood


def test_each_answer_of_the_example_gets_its_own_wording(example, author):
    reference = SHARED / "reference" / "entities.json"
    for number in ("004", "000", "001"):
        put(example.db, author, shared(number))
    first = {"C21": 0, "T19": 11, "P22": 17}
    for told in json.loads(reference.read_text(encoding="utf-8"))["responses"]:
        series, number = told["answers"].split("-")
        key = first[series] + int(number)
        own = responses.to_recommendation(example.db, key, TODAY)
        assert len(own) == 1
        assert own[0].of_record
        assert "".join(told["text"].split())[:80] == "".join(own[0].text.split())[:80]


def test_what_is_odd_in_a_typed_documents_file_is_a_note_on_it(example, author):
    put(example.db, author, shared("004"))
    document = Subject(SubjectKind.DOCUMENT, 3)
    (note,) = [one for one in notes.of(example.db, document, date.max) if "004_" in one.text]
    assert "restate" in note.text or "part" in note.text
