"""What the readers cannot find surely is said: listed as not taken, or a sentence in problems."""

import pytest

from seed.documents.from_text import read_text
from seed.draft import Answer, Draft, FindingKind
from seed.drafts import draft
from seed.responses.grouped import numbers_of

REPORT = """PEEL 2023–2025

An inspection of Exford Police

Published 1 May 2025

Recommendations

Recommendation 1

By 31 May 2026, the force should train its custody staff.

Recommendation 2

By 31 August 2026, Exford Police should buy vans.

Recommendation 3

By 31 October 2026, Exford Police should:
• count its cats; and
• feed them.
"""
LETTER = """1 June 2025

Dear Home Secretary

PEEL inspection of Exford Police

{answers}

Yours sincerely

Jo Lake
Police and Crime Commissioner
"""


def report(body: str) -> Draft:
    """A report on Exford Police with this body."""
    head = REPORT.partition("Recommendations")[0]
    return draft([read_text(f"{head}{body}\n", "report.txt")])[0]


def letter(answers: str) -> Draft:
    """A commissioner's letter with these answers, read beside the report."""
    words = LETTER.format(answers=answers)
    return draft([read_text(REPORT, "report.txt"), read_text(words, "letter.txt")])[1]


def pairs(one: Draft) -> list[tuple[int, str]]:
    return [(found.answers.order if found.answers else 0, found.text) for found in one.answers]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("3 and 4", ["3", "4"]),
        ("3, 4 and 6", ["3", "4", "6"]),
        ("3, 4, and 6", ["3", "4", "6"]),
        ("5 to 7", ["5", "6", "7"]),
        ("5–7 and 9", ["5", "6", "7", "9"]),
        ("1a and 1b", ["1a", "1b"]),
        ("2 and 2", ["2"]),
        ("7 to 5", ["7", "5"]),
        ("1 to 900", ["1", "900"]),
    ],
)
def test_the_numbers_of_a_group_are_read(words: str, numbers: list[str]) -> None:
    assert numbers_of(words) == numbers


def test_an_answer_to_several_stands_under_each_and_its_actions_under_the_first() -> None:
    one = letter("Recommendations 1 and 2\n\nThe force will do both by 1 May 2026.")
    words = "The force will do both by 1 May 2026."
    assert pairs(one) == [(1, words), (2, words)]
    assert [bool(found.actions) for found in one.answers] == [True, False]
    assert sum("are answered together" in each.sentence for each in one.problems) == 1
    assert not any("the same text" in each.sentence for each in one.problems)


def test_several_restated_above_one_answer_are_each_paired_by_their_words() -> None:
    one = letter(
        "Recommendations 1 and 2\n\n"
        "By 31 May 2026, the force should train its custody staff.\n\n"
        "By 31 August 2026, Exford Police should buy vans.\n\n"
        "Force response\n\nBoth are under way."
    )
    assert pairs(one) == [(1, "Both are under way."), (2, "Both are under way.")]
    assert all(found.answers and not found.answers.by_number for found in one.answers)


def test_the_words_below_a_bare_name_are_its_answer() -> None:
    one = letter("Recommendation 2\n\nVans were bought in May.")
    assert pairs(one) == [(2, "Vans were bought in May.")]


def test_the_bullets_of_a_restated_stem_are_no_answer() -> None:
    one = letter(
        "Recommendation 3\n\nBy 31 October 2026, Exford Police should:\n• count its cats; and\n"
        "• feed them.\n\nThe force counts and feeds its cats."
    )
    assert pairs(one) == [(3, "The force counts and feeds its cats.")]


def test_numbered_restatements_without_a_name_are_read() -> None:
    one = letter(
        "1. By 31 May 2026, the force should train its custody staff.\n\nStaff were trained.\n\n"
        "2. By 31 August 2026, Exford Police should buy vans.\n\nVans are coming."
    )
    assert pairs(one) == [(1, "Staff were trained."), (2, "Vans are coming.")]


def test_numbers_that_only_the_prose_speaks_of_are_named() -> None:
    one = letter("On recommendations 1 and 2 staff were trained. Recommendation 3 is accepted.")
    sentences = " ".join(each.sentence for each in one.problems)
    assert one.answers == tuple[Answer, ...]()
    assert "No answer to a finding was read" in sentences
    assert "“recommendations 1 and 2”" in sentences
    assert "“Recommendation 3”" in sentences


def test_a_line_below_a_finding_gives_its_timescale_and_addressee() -> None:
    one = report(
        "Recommendation 1\n\nThe force should mend its roof.\n\nDeadline: 30 June 2026\n\n"
        "Recommendation 2\n\nA review of rosters should be held.\n\nFor whom: Chief constables"
    )
    first, second = one.findings
    assert (first.timescale, str(first.due.latest) if first.due else "") == (
        "30 June 2026",
        "2026-06-30",
    )
    assert (second.addressee.words, second.text) == (
        "Chief constables",
        "A review of rosters should be held.",
    )


@pytest.mark.parametrize("became", ["Met", "Partly met", "Status: not met", "Closed"])
def test_a_finding_restated_with_what_became_of_it_is_listed_and_can_be_taken(became: str) -> None:
    asked = "Within six months, the force should mend its roof."
    one = report(
        f"Recommendation 1\n\n{asked}\n\n{became}\n\nWe saw the roof.\n\n"
        "New recommendation\n\nBy 31 May 2026, the force should buy vans."
    )
    assert [found.text for found in one.findings] == ["By 31 May 2026, the force should buy vans."]
    (listed,) = [each for each in one.not_taken if each.text == asked]
    assert listed.finding is not None
    still_open = "met" in became.lower() and became != "Met"
    assert any("was not taken as a new" in each.sentence for each in one.problems) is still_open


def test_a_heading_that_may_be_one_more_area_is_listed_as_one() -> None:
    one = report(
        "Areas for improvement\n\nThe force should answer its calls sooner\n\n"
        "It lost 28 percent.\n\nSupervisors don't review investigations often enough\n\n"
        "We saw 12 files."
    )
    (listed,) = [each for each in one.not_taken if each.text.startswith("Supervisors")]
    assert listed.finding is not None
    assert listed.finding.kind is FindingKind.AREA_FOR_IMPROVEMENT


@pytest.mark.parametrize(
    "sentence",
    [
        "The chief constable is invited to review its rosters.",
        "We expect the force to publish what it finds.",
        "It is essential that the force trains its custody staff.",
        "The force could do more to keep its records.",
    ],
)
def test_softer_ways_to_ask_are_listed(sentence: str) -> None:
    one = report(f"Recommendations\n\nWithin two years, the force should buy vans.\n\n{sentence}")
    told = [found.text for found in one.findings] + [listed.text for listed in one.not_taken]
    assert any(sentence in each for each in told)


def test_a_second_finding_run_into_the_first_is_named() -> None:
    one = report(
        "Recommendations\n\nBy 31 May 2026, the force should train its staff. By 31 August 2026, "
        "Exford Police should buy vans."
    )
    assert any("opens like another finding" in each.sentence for each in one.problems)


def test_a_dated_step_does_not_hide_the_sentences_beside_it() -> None:
    one = report(
        "Recommendation 1\n\nWithin two years, the force should buy vans.\n\nNext steps\n\n"
        "The council is the principal authority and should prepare a statement. It should be "
        "sent by 13 June 2025."
    )
    assert any("principal authority" in each.text for each in one.not_taken)


def test_a_restated_finding_without_an_answer_is_named() -> None:
    one = letter("Recommendation 2\n\nBy 31 August 2026, Exford Police should buy vans.")
    assert pairs(one) == [(2, "")]
    assert any("no words of an answer were found" in each.sentence for each in one.problems)


def test_a_response_below_nothing_that_restates_a_finding_is_named() -> None:
    one = letter(
        "Recommendation 1\n\nBy 31 May 2026, the force should train its custody staff.\n\n"
        "Force response\n\nThey were trained.\n\nVans\n\nForce response\n\nVans are coming."
    )
    assert len(one.answers) == 1
    told = [each.sentence for each in one.problems if "below nothing that names" in each.sentence]
    assert len(told) == 1
