"""What inspection reports of every year hold between and around their findings."""

import pytest

from seed.documents.from_text import read_text
from seed.draft import Draft
from seed.drafts import draft

HEAD = """PEEL 2025–27

An inspection of Exford Police

Published on: 5 March 2026
"""


def report(body: str, head: str = HEAD) -> Draft:
    """A report with this body."""
    return draft([read_text(f"{head}\n{body}\n", "report.txt")])[0]


def test_a_sentence_that_only_counts_the_causes_is_none_of_them() -> None:
    one = report(
        "Causes of concern and areas for improvement\n\n"
        "We have identified one cause of concern and two areas for improvement.\n\n"
        "Cause of concern\n\nExford Police doesn't count its cats\n"
    )
    assert [cause.text for cause in one.causes] == ["Exford Police doesn't count its cats"]
    assert [count.number for count in one.stated] == [1, 2]


@pytest.mark.parametrize("heading", ["Main findings", "Our findings", "What we found"])
def test_a_heading_inside_a_chapter_is_not_the_chapter(heading: str) -> None:
    one = report(
        f"Responding to the public\n\n{heading}\n\nThe force answers well.\n\n"
        "Area for improvement\n\nThe force should answer sooner."
    )
    assert [finding.section for finding in one.findings] == ["Responding to the public"]


def test_main_findings_below_an_introduction_are_a_chapter() -> None:
    one = report(
        "Introduction\n\nWe inspected the force.\n\nMain findings\n\nIt answers well.\n\n"
        "Area for improvement\n\nThe force should answer sooner."
    )
    assert [finding.section for finding in one.findings] == ["Main findings"]


@pytest.mark.parametrize(
    ("asked", "addressee"),
    [
        (
            "the Home Office should, with the College of Policing, publish a plan",
            "Home Office (with the College of Policing)",
        ),
        ("the Home Office should, with great care, publish a plan", "Home Office"),
        ("the Home Office should publish, with the College of Policing, a plan", "Home Office"),
    ],
)
def test_a_body_beside_the_verb_is_an_addressee_too(asked: str, addressee: str) -> None:
    one = report(f"Recommendation\n\nBy 1 May 2027, {asked}.")
    assert [finding.addressee.words for finding in one.findings] == [addressee]


def test_a_restated_stem_that_is_not_taken_keeps_its_bullets() -> None:
    one = report(
        "Recommendations from the 2024 inspection report\n\n"
        "- We recommend that, within six months, Exford Police:\n"
        "  - counts its cats; and\n  - feeds them.\n\n"
        "What we found\n\nThe cats are counted.\n"
    )
    finding = one.not_taken[0].finding
    assert finding is not None
    assert [part.text for part in finding.parts] == ["counts its cats; and", "feeds them."]


def test_a_count_of_the_first_inspection_is_not_set_against_what_a_review_finds() -> None:
    head = "Post-Inspection Review\n\nExford Police\n\nPublished on: 5 March 2026\n"
    body = (
        "Introduction\n\nIn May 2024 we inspected the force. We published our report in August "
        "and made six recommendations.\n\nRecommendation\n\n"
        "We recommend that, within three months, Exford Police feeds its cats."
    )
    one = report(body, head)
    assert len(one.findings) == 1
    assert [problem.sentence for problem in one.problems if "says" in problem.sentence] == []


def test_findings_listed_in_front_keep_their_order_where_one_is_printed_again() -> None:
    first = "Recommendation 1\n\nBy 1 May 2027, chief constables should count their cats."
    second = "Recommendation 2\n\nBy 1 June 2027, chief constables should feed their cats."
    one = report(f"Recommendations\n\n{first}\n\n{second}\n\nHow forces count\n\n{first}")
    assert [finding.number for finding in one.findings] == ["1", "2"]


def test_an_area_that_tells_what_is_not_done_is_for_the_force() -> None:
    one = report("Area for improvement\n\nThe force doesn't always record what its cats say")
    assert [finding.addressee.words for finding in one.findings] == ["Exford Police"]


def test_a_cause_summed_up_in_front_is_taken_once_with_its_recommendations() -> None:
    asked = "By 1 May 2026, Exford Police should count its cats."
    one = report(
        "Overall summary\n\nCauses of concern\n\nWe have serious concerns about the cats. "
        f"We made the following recommendations:\n\n- {asked}\n\n"
        "Protecting animals\n\nCause of concern\n\nExford Police doesn't look after its cats\n\n"
        f"Recommendations\n\n{asked}"
    )
    assert [(cause.text, cause.recommendations) for cause in one.causes] == [
        ("Exford Police doesn't look after its cats", (1,))
    ]
    assert any("sums up the cause" in each.why for each in one.not_taken)


def test_a_restated_recommendation_is_known_by_what_is_found_below_it() -> None:
    head = "Reinspection of Exford Police: cats\n\nPublished on: 5 March 2026\n"
    one = report(
        "Recommendation 1 (2023)\n\nThe force should count its cats.\n\nOur findings\n\n"
        "Nine are counted. This recommendation has been met.\n\n"
        "New recommendation\n\nBy 30 June 2026, the force should feed them.",
        head,
    )
    assert one.document.force == "Exford Police"
    assert [finding.text for finding in one.findings] == [
        "By 30 June 2026, the force should feed them."
    ]


@pytest.mark.parametrize("name", ["City of London Police", "Isle of Wight Constabulary"])
def test_a_force_with_of_in_its_name_keeps_it(name: str) -> None:
    one = report(
        "Area for improvement\n\nThe force should count.", f"PEEL\n\nInspection of {name}\n"
    )
    assert one.document.force == name


def test_areas_still_requiring_improvement_may_be_sorted_by_topics() -> None:
    head = (
        "Exford Police – National Cat Protection Inspection: post-inspection review of all\n\n"
        "June 2026\n"
    )
    one = report(
        "Introduction\n\nWe carried out an inspection in May 2025. Our report made nine "
        "recommendations.\n\nAreas still requiring improvement\n\nMissing cats\n\n"
        "The force still doesn't look for missing cats.\n\nDetention\n\n"
        "The force keeps too many cats after charge.\n\n"
        "Conclusion\n\nThe force still needs to do more.",
        head,
    )
    assert [finding.text for finding in one.findings] == [
        "The force still doesn't look for missing cats.",
        "The force keeps too many cats after charge.",
    ]
    assert one.document.published.words == "June 2026"
    assert [problem for problem in one.problems if "says" in problem.sentence] == []


def test_bullets_sorted_by_short_headings_below_areas_for_improvement_are_areas() -> None:
    one = report(
        "Areas for improvement\n\nStrategic\n\n- The oversight of repeat incidents.\n\n"
        "Practice\n\n- Whether health visitors are told.\n\n"
        "Main findings\n\n- Leaders work well together.\n"
    )
    assert [finding.text for finding in one.findings] == [
        "The oversight of repeat incidents.",
        "Whether health visitors are told.",
    ]
