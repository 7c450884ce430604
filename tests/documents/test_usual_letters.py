"""How a commissioner's letter sets out causes, areas and answers, and what it promises itself."""

import pytest

from seed.documents.from_text import read_text
from seed.draft import Draft
from seed.drafts import draft
from store.vocabulary import ActionKind, Progress

REPORT = """PEEL 2025–27

An inspection of Exford Police

Published on: 5 March 2026

Cause of concern

Exford Police doesn't look after its cats

Recommendations

Within three months, Exford Police should count its cats and say how many there are.

Within six months, Exford Police should feed every cat that it has counted.

Area for improvement

The force should buy baskets that are large enough for two.

Area for improvement

The force should train more officers in the grooming of cats.
"""
LETTER = """20 April 2026

Dear {whom}

PEEL inspection of Exford Police

{body}

Yours sincerely

Jo Lake
Police and Crime Commissioner
"""
CAUSE = """Cause of concern 1

Exford Police doesn't look after its cats.

Recommendations: Within three months, Exford Police should count its cats and say how many there are.

Within six months, Exford Police should feed every cat that it has counted.

Chief Constable's comments

All cats are counted and fed.
"""  # noqa: E501
AREAS = """Areas for improvement

1. The force should buy baskets that are large enough for two.

Chief Constable's comments

{said}

2. The force should train more officers in the grooming of cats.

Chief Constable's comments

Nine are trained.
"""


def letter(body: str, whom: str = "Home Secretary") -> Draft:
    """A letter with this body, read beside the report."""
    words = LETTER.format(body=body, whom=whom)
    return draft([read_text(REPORT, "report.txt"), read_text(words, "letter.txt")])[1]


def answered(one: Draft) -> list[int]:
    return [answer.answers.order if answer.answers else 0 for answer in one.answers]


def test_one_answer_below_all_recommendations_of_a_cause_stands_under_each() -> None:
    one = letter(CAUSE)
    assert answered(one) == [1, 2]
    assert [answer.text for answer in one.answers] == ["All cats are counted and fed."] * 2


def test_areas_keep_their_numbers_below_their_common_heading() -> None:
    one = letter(AREAS.format(said="Baskets have been bought."))
    assert [(answer.number, answer.label) for answer in one.answers] == [("1", "1"), ("2", "2")]
    assert answered(one) == [3, 4]


def test_what_opens_the_next_cause_is_no_comment_on_the_one_before() -> None:
    first = AREAS.format(said="Baskets have been bought.")
    first = first.replace("Chief Constable's", "Commissioner's")
    one = letter(f"{first}\n{CAUSE}")
    assert [line for answer in one.answers for line in answer.comments] == [
        "Baskets have been bought.",
        "Nine are trained.",
    ]


@pytest.mark.parametrize(
    ("said", "progress"),
    [
        ("The buying of baskets begins in June 2026.", Progress.PLANNED),
        ("The contract should be signed by 30 June 2026.", Progress.PLANNED),
        ("Two buyers joined the team on 2 April 2026.", Progress.DONE),
    ],
)
def test_a_dated_action_is_planned_or_done_by_its_verb(said: str, progress: Progress) -> None:
    one = letter(AREAS.format(said=said))
    assert [action.progress for action in one.answers[0].actions] == [progress]


def test_a_past_day_before_a_promise_is_not_put_as_still_to_come() -> None:
    one = letter(AREAS.format(said="We had 140 on 1 April 2026 and will have 200 by 30 June 2026."))
    assert [problem for problem in one.problems if "still to come" in problem.sentence] == []


def test_numbered_lines_below_a_stem_are_the_commissioners_undertakings() -> None:
    one = letter(
        "Through my office I have already:\n\n1) Paid for baskets.\n\n2) Set up a cats panel."
    )
    assert [(each.text, each.progress) for each in one.undertakings] == [
        ("Paid for baskets.", Progress.DONE),
        ("Set up a cats panel.", Progress.DONE),
    ]


@pytest.mark.parametrize(
    ("whom", "missing"), [("Commissioner", 0), ("PCC", 0), ("Chief Inspector", 2)]
)
def test_comments_sent_to_the_commissioner_owe_nobody_a_copy(whom: str, missing: int) -> None:
    one = letter(AREAS.format(said="Baskets have been bought."), whom)
    assert sum("s.55(6)" in problem.sentence for problem in one.problems) == missing


def test_what_the_commissioner_undertakes_below_an_answer_is_an_action_on_its_finding() -> None:
    said = "Baskets are bought.\n\nCommissioner's comments\n\nI have paid for ten. They look good."
    (action,) = (
        action
        for action in letter(AREAS.format(said=said)).answers[0].actions
        if action.kind is ActionKind.UNDERTAKING
    )
    assert action.text == "I have paid for ten. They look good."
    assert (action.owner, action.progress) == ("Police and Crime Commissioner", Progress.DONE)


def test_saying_that_nothing_will_be_done_proposes_no_action() -> None:
    one = letter(AREAS.format(said="No action is needed, but we will keep this under review."))
    assert one.answers[0].actions == ()


NUMBERED = REPORT.replace("Within three", "1. Within three").replace("Within six", "2. Within six")


def beside(report: str, body: str) -> Draft:
    """A letter with this body, read beside that report."""
    words = LETTER.format(body=body, whom="Home Secretary")
    return draft([read_text(report, "report.txt"), read_text(words, "letter.txt")])[1]


@pytest.mark.parametrize("name", ["Recommendation", "Rec", "Rec.", "Recommendation no."])
@pytest.mark.parametrize(
    "said",
    [
        "Accepted. All cats are counted, and the vet should see them next.",
        "Our cats were counted in May.",
        "The cats were all counted in May.",
    ],
)
def test_an_answer_right_behind_a_number_is_no_restated_finding(name: str, said: str) -> None:
    one = beside(NUMBERED, f"{name} 1: {said}\n\n{name} 2: Already in place.")
    assert answered(one) == [1, 2]
    assert [answer.text for answer in one.answers] == [said, "Already in place."]


def test_a_restated_statement_behind_a_number_is_not_taken_for_its_answer() -> None:
    one = letter(
        "Area for improvement 1: The baskets are not large enough.\n\nTen baskets are bought.\n\n"
        "Area for improvement 2: Too few officers are trained.\n\nNine are trained."
    )
    assert [answer.text for answer in one.answers] == [
        "Ten baskets are bought.",
        "Nine are trained.",
    ]


def test_findings_restated_without_any_mark_are_answered_by_what_stands_below_each() -> None:
    one = letter(
        "Within three months\n\nWithin three months, Exford Police should count its cats and say "
        "how many there are.\n\nThere are nine.\n\nWithin six months\n\n"
        "Within six months, Exford Police should feed every cat that it has counted.\n\nThey eat."
    )
    assert answered(one) == [1, 2]
    assert [answer.text for answer in one.answers] == ["There are nine.", "They eat."]


def test_a_finding_known_by_its_few_words_is_paired_and_named_for_checking() -> None:
    one = letter(
        "AFI 1 – Large baskets\n\nTen are bought.\n\nAFI 2 – Grooming\n\nNine are trained."
    )
    assert answered(one) == [3, 4]
    told = [each.sentence for each in one.problems if "some of its words" in each.sentence]
    assert len(told) == 2


def test_a_letter_that_fits_none_of_the_reports_beside_it_says_so() -> None:
    one = letter("AFI 1 – Horses\n\nTen are bought.\n\nAFI 2 – Dogs\n\nNine are trained.")
    assert any("fits none of the reports" in each.sentence for each in one.problems)


def test_what_the_chief_constable_has_responded_is_the_answer_to_what_stands_above() -> None:
    one = letter(
        "Response to the area for improvement on baskets\n\n"
        "The force should buy baskets that are large enough for two.\n\n"
        "The Chief Constable has responded as follows:\n\nTen are bought.\n\n"
        "My comments\n\nThat is good.\n\n"
        "Response to the area for improvement on grooming\n\n"
        "The force should train more officers in the grooming of cats.\n\n"
        "The Chief Constable has responded as follows:\n\nNine are trained."
    )
    assert answered(one) == [3, 4]
    assert [(answer.text, answer.comments) for answer in one.answers] == [
        ("Ten are bought.", ("That is good.",)),
        ("Nine are trained.", ()),
    ]
