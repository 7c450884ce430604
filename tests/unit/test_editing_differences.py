"""A document beside what the tracker has of its inspection: same, changed, worded, new, gone."""

import sqlite3
from datetime import date

import pytest

from seed.documents.from_text import read_text
from seed.draft import Draft
from seed.drafts import draft
from seed.editing_differences import Differences, Standing, compared, differences, inspection_known
from seed.save import save
from store import recommendations
from store.tracker import Tracker
from store.unit import Author, unit

TODAY = date(2024, 6, 3)
REPORT = """Inspection of custody at Northmere Police

Published: 4 March 2024

1. Custody

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are visited at
night, by whom, and what is written down of each visit.

We recommend that, by 31 March 2025, Northmere Police repaints the cells, and that it:

a) chooses a colour with those who clean them;

b) asks the doctor.

We recommend that Northmere Police immediately buys new blankets.
"""


def read(text: str, name: str = "report.txt") -> Draft:
    (found,) = draft([read_text(text, name)])
    return found


def standing(db: sqlite3.Connection, text: str) -> Differences:
    newer = read(text, "newer.txt")
    return differences(db, newer, inspection_known(db, newer))


def said(found: Differences) -> list[str]:
    return [f"{one.standing} {one.ref}".strip() for _, one in sorted(found.of.items())]


@pytest.fixture
def db(empty: Tracker, author: Author) -> sqlite3.Connection:
    save(empty.db, [read(REPORT)], author, TODAY)
    return empty.db


def test_nothing_is_known_of_an_inspection_that_is_not_there(empty: Tracker) -> None:
    assert standing(empty.db, REPORT) == Differences({})


def test_the_same_wording_is_the_same_whatever_its_blanks(db: sqlite3.Connection) -> None:
    found = standing(db, REPORT.replace("how often cells", "how  often\ncells"))
    assert said(found) == ["same R1", "same R2", "same R3"]
    assert found.gone == ()


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("three months", "four months"), ("by whom,", "by whom, with which key, and when alone,")],
)
def test_other_words_are_a_change_of_the_same_record(
    db: sqlite3.Connection, was: str, becomes: str
) -> None:
    found = standing(db, REPORT.replace(was, becomes))
    assert said(found) == ["changed R1", "same R2", "same R3"]
    assert was in found.of[1].before


def test_what_came_is_new_and_what_went_is_asked_about(
    db: sqlite3.Connection,
) -> None:
    text = REPORT.replace("immediately buys new blankets", "tells the panel how it uses its powers")
    found = standing(db, text)
    assert said(found)[-1] == "new"
    assert [record.ref for record in found.gone] == ["R3"]
    asked = compared(read(text), found).problems[-1].sentence
    assert asked.startswith("R3 ")
    assert "withdrawn" in asked


def test_another_number_of_parts_is_asked_about(db: sqlite3.Connection) -> None:
    found = standing(db, REPORT.replace("b) asks the doctor.", "b) asks the doctor;\n\nc) waits."))
    assert said(found)[1] == "changed R2"
    assert found.unlike_parts == ("R2",)
    assert "another number of parts" in compared(read(REPORT), found).problems[-1].sentence


def test_a_record_in_our_own_words_gets_its_wording(db: sqlite3.Connection, author: Author) -> None:
    with unit(db, "Ours", author) as change:
        record = recommendations.get(db, 1)
        recommendations.edit(change, record, text="Look in on people at night", of_record=False)
    found = standing(db, REPORT)
    assert said(found) == ["gets its wording R1", "same R2", "same R3"]
    assert found.of[1].before == "Look in on people at night"


def test_only_a_change_is_tied_to_its_record(db: sqlite3.Connection) -> None:
    text = REPORT.replace("three months", "four months")
    tied = compared(read(text), standing(db, text)).findings
    uids = [row[0] for row in db.execute("SELECT uid FROM recommendations ORDER BY id")]
    assert [one.record for one in tied] == [uids[0], "", ""]


def test_a_newer_version_that_is_saved_doubles_nothing(
    db: sqlite3.Connection, author: Author
) -> None:
    text = REPORT.replace("by whom,", "by whom, with which key, and when alone,")
    newer = read(text, "newer.txt")
    known = differences(db, newer, inspection_known(db, newer))
    save(db, [compared(newer, known)], author, TODAY)
    wordings = [row[0] for row in db.execute("SELECT text FROM recommendations ORDER BY id")]
    assert len(wordings) == 3
    assert "when alone" in wordings[0]
    assert standing(db, text).of[1].standing is Standing.SAME
