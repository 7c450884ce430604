"""A Draft as JSON: complete, plain and in one shape for every kind of document."""

import json

import pytest

from seed.documents.from_text import read_text
from seed.draft_json import as_json
from seed.drafts import draft

REPORT = """An inspection of Exmoor Police

3–7 May 2021

Published: July 2021

We have made two recommendations.

1. Calls

Recommendations

• We recommend that, within six months, the force answers calls sooner.

• By 31 January 2022, the Home Office should:
  a) amend the code; and
  b) publish it.
"""
LETTER = """2 September 2021

Dear Home Secretary

Under section 55 of the Police Act 1996 I set out my comments.

Recommendation 1: We recommend that, within 6 months, the force answers calls sooner.

Force response: Ten more staff will start in March 2022.
"""
KEYS = {
    "document", "stated_recommendations", "stated", "recommendations", "causes", "deadlines",
    "responses", "unanswered", "undertakings", "copies", "links", "not_taken", "problems",
}  # fmt: skip


@pytest.fixture(scope="module")
def both() -> list[dict]:  # type: ignore[type-arg]
    drafts = draft([read_text(LETTER, "letter.txt"), read_text(REPORT, "report.txt")])
    return [json.loads(json.dumps(as_json(one))) for one in drafts]


def test_every_document_has_the_same_keys_in_the_order_given(both: list) -> None:  # type: ignore[type-arg]
    assert [one["document"]["file"] for one in both] == ["letter.txt", "report.txt"]
    assert all(set(one) == KEYS for one in both)


def test_a_report_in_json(both: list) -> None:  # type: ignore[type-arg]
    report = both[1]
    assert report["document"]["published"] == {
        "earliest": "2021-07-01",
        "latest": "2021-07-31",
        "words": "July 2021",
    }
    assert report["stated_recommendations"] == 2
    first, second = report["recommendations"]
    assert first["due"] == {"earliest": "2022-01-01", "latest": "2022-01-31", "rule": "MONTHS_6"}
    assert (first["addressee"], first["section"]) == ("Exmoor Police", "1. Calls")
    assert second["addressee"] == "Home Office"
    assert second["applies"] == "watched"
    assert [part["text"] for part in second["parts"]] == ["amend the code; and", "publish it."]
    assert second["due"]["latest"] == "2022-01-31"


def test_a_letter_in_json(both: list) -> None:  # type: ignore[type-arg]
    letter = both[0]
    (answer,) = letter["responses"]
    assert answer["number"] == "1"
    assert answer["answers"]["ref"] == "1"
    assert answer["answers"]["document"] == "report.txt"
    assert answer["answers"]["score"] > answer["answers"]["second_score"]
    assert answer["dates"][0]["words"] == "March 2022"
    assert answer["actions"][0]["when"]["latest"] == "2022-03-31"
    assert [left["ref"] for left in letter["unanswered"]] == ["2"]
    assert letter["recommendations"] == []
