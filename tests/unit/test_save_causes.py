"""Causes of concern and the recommendations under them, kept once and tied together."""

from datetime import date

from little_case import records

from seed.documents.from_text import read_text
from seed.drafts import draft
from seed.save import known_findings, save
from store import history, recommendations
from store.checking import check

TODAY = date(2025, 6, 2)
REPORT = """PEEL 2025: An inspection of Hallamdale Constabulary

Published: 9 May 2025

Protecting people

Cause of concern

The constabulary does not keep adults at risk safe, because nobody assesses the notices that
officers send in.

Recommendations

By 31 August 2025, Hallamdale Constabulary should assess every notice within 24 hours.

By 30 November 2025, Hallamdale Constabulary should clear the notices that wait.

Area for improvement

The constabulary should answer calls more quickly.

Leadership

Cause of concern

The constabulary does not understand its demand.

Recommendations

Within nine months, Hallamdale Constabulary should publish a workforce plan.
"""


def put(db, author, text, name="peel.txt"):
    (one,) = draft([read_text(text, name)], known_findings(db))
    return save(db, [one], author, TODAY)[0]


def ties(db):
    return db.execute("SELECT later, earlier, kind FROM links ORDER BY later, earlier").fetchall()


def test_recommendations_come_under_their_cause_of_concern(empty, author):
    told = put(empty.db, author, REPORT)
    assert told.findings == 6
    kinds = [recommendations.get(empty.db, key).kind for key in range(1, 7)]
    assert kinds[0] == kinds[4] == "cause of concern"
    assert ties(empty.db) == [
        (2, 1, "comes under"), (3, 1, "comes under"), (6, 5, "comes under")
    ]  # fmt: skip
    (above,) = recommendations.links(empty.db, 2, TODAY)
    assert (above.kind, above.other_ref, above.other_is_later) == ("comes under", "R1", False)
    below = recommendations.links(empty.db, 1, TODAY)
    assert [(one.other_ref, one.other_is_later) for one in below] == [("R2", True), ("R3", True)]
    assert below[0].source.startswith("peel.txt, line ")
    assert recommendations.links(empty.db, 4, TODAY) == []
    assert check(empty.db) == []


def test_a_newer_version_doubles_no_cause_and_no_tie(empty, author):
    put(empty.db, author, REPORT)
    before, stood = ties(empty.db), records(empty.db)
    newer = REPORT.replace("officers send in", "officers send to it")
    told = put(empty.db, author, newer, "newer.txt")
    assert (told.findings, ties(empty.db)) == (0, before)
    assert "send to it" in recommendations.get(empty.db, 1).text
    assert check(empty.db) == []
    history.undo(empty.db, author)
    assert records(empty.db) == stood


def test_a_new_recommendation_of_a_known_cause_comes_under_it(empty, author):
    put(empty.db, author, REPORT)
    more = REPORT.replace(
        "\nArea for improvement",
        "\nBy 31 December 2025, Hallamdale Constabulary should train its call takers.\n\n"
        "Area for improvement",
    )
    put(empty.db, author, more, "newer.txt")
    assert (7, 1, "comes under") in ties(empty.db)
