"""What is a finding, to whom it speaks, when it is due: rule by rule."""

from pathlib import Path

import pytest

from seed.documents.blocks import Block, BlockKind, Reading, Remark
from seed.documents.from_text import read_text
from seed.draft import DocumentKind, Draft, FindingKind
from seed.passages.headings import Role, read_heading
from seed.reports import read_report
from seed.reports.addressees import addressee
from seed.reports.openings import is_timed, opens_strongly, recommends
from seed.reports.parts import inline_parts
from store.vocabulary import Applies


def report(*lines: str) -> Draft:
    """A report of these paragraphs."""
    return read_report(read_text("\n\n".join(lines), "report.txt"))


TOP = ("An inspection of Exmoor Police", "3–7 May 2021", "Published on: 1 July 2021")


@pytest.mark.parametrize(
    "text",
    [
        "We recommend that Exmoor Police trains its staff.",
        "We therefore recommend that, within six months, the force trains its staff.",
        "HMICFRS recommends that chief constables act.",
        "Her Majesty’s Inspectorate of Constabulary recommends that the force acts.",
        "It is recommended that the force trains its staff.",
        "Inspectors recommend that all forces train their staff.",
        "Accordingly, we recommend that the Home Office reviews the code.",
        "We recommend to the Home Office that it reviews the code.",
        "We recommend the Home Office should review the code.",
    ],
)
def test_recommending_in_the_present_opens_a_finding(text: str) -> None:
    assert recommends(text)


@pytest.mark.parametrize(
    "text",
    [
        "We recommended that the force should train its staff.",
        "We made a recommendation that the force trains its staff.",
        "The recommendation that the force trains its staff was accepted.",
        "Residents recommend that the shop should close.",
        "We recognise that the force trains its staff.",
        "The Board is recommended to note the report.",
    ],
)
def test_telling_of_recommendations_opens_none(text: str) -> None:
    assert not opens_strongly(text)


@pytest.mark.parametrize(
    "text",
    [
        "Within six months, the constabulary should train its staff.",
        "Within 6 weeks the force must train its staff.",
        "With immediate effect, forces should stop.",
        "Not later than 31 March 2015, the force should publish a plan.",
        "No later than 1 May 2024, chief constables should publish a plan.",
        "By the end of December, the College of Policing should amend its guidance.",
        "By 31 October 2023, chief constables of all forces should make sure they know.",
        "Immediately, forces need to record every crime.",
        "As soon as practicable, the council and the force should meet.",
    ],
)
def test_a_timescale_and_should_open_a_finding(text: str) -> None:
    assert is_timed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Within six months of the change, complaints fell.",
        "By law, a custody officer reviews detention after six hours.",
        "Within the force, there is concern.",
        "During the inspection, staff said they should be told more.",
    ],
)
def test_narrative_with_a_time_opens_none(text: str) -> None:
    assert not is_timed(text)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("recommendations", Role.RECOMMENDATION),
        ("our recommendations", Role.RECOMMENDATION),
        ("recommendation 12", Role.RECOMMENDATION),
        ("cause of concern", Role.CAUSE),
        ("causes of concern and recommendations", Role.CAUSE),
        ("accelerated cause of concern", Role.CAUSE),
        ("areas for improvement", Role.AREA),
        ("what needs to improve?", Role.AREA),
        ("areas still requiring improvement", Role.STILL),
        ("area for priority action", Role.PRIORITY),
        ("next steps", Role.NEXT_STEPS),
        ("responding to this report", Role.NEXT_STEPS),
        ("responding to the public", Role.NARRATIVE),
        ("promising practice", Role.PRACTICE),
        ("progress on recommendations from the last report", Role.EARLIER),
        ("recommendation from the 2016 inspection report", Role.EARLIER),
        ("annex a: methodology", Role.BACK),
        ("the force should improve its training", Role.NARRATIVE),
        ("investigating crime", Role.NARRATIVE),
    ],
)
def test_a_heading_announces(heading: str, role: Role) -> None:
    assert read_heading(heading)[0] is role


@pytest.mark.parametrize(
    ("text", "words", "applies"),
    [
        ("The force should train its staff.", "Exmoor Police", Applies.OURS),
        ("Within six months, the constabulary should train.", "Exmoor Police", Applies.OURS),
        ("We recommend that, by 1 May 2024, Exmoor Police trains.", "Exmoor Police", Applies.OURS),
        ("Chief constables should, within 6 months, check.", "Chief constables", Applies.OURS),
        (
            "By June 2023, the College of Policing should act.",
            "College of Policing",
            Applies.WATCHED,
        ),
        (
            "We recommend that the Home Office and the Ministry of Justice consider the law.",
            "Home Office; Ministry of Justice",
            Applies.WATCHED,
        ),
        (
            "We recommend that the Home Office, with the College of Policing, reviews the code.",
            "Home Office (with the College of Policing)",
            Applies.WATCHED,
        ),
        (
            "We recommend that the Department of Health and Social Care reviews its guidance.",
            "Department of Health and Social Care",
            Applies.WATCHED,
        ),
        (
            "Forces without a plan should write one.",
            "Forces without a plan",
            Applies.CONDITIONAL,
        ),
        (
            "We recommend that chief constables of forces that use live recognition review it.",
            "chief constables of forces that use live recognition",
            Applies.CONDITIONAL,
        ),
        (
            "The director of children's services should write a plan.",
            "director of children's services",
            Applies.WATCHED,
        ),
        (
            "Police and crime commissioners should fund it.",
            "Police and crime commissioners",
            Applies.OURS,
        ),
    ],
)
def test_to_whom_a_finding_speaks(text: str, words: str, applies: Applies) -> None:
    found = addressee(text, force="Exmoor Police")
    assert (found.words, found.applies) == (words, applies)


def test_the_heading_says_to_whom_when_the_sentence_does_not() -> None:
    one = report(
        "A thematic report on how forces record crime",
        "Recommendations",
        "To the College of Policing",
        "Guidance should be rewritten within three months.",
    )
    assert [finding.addressee.words for finding in one.findings] == ["College of Policing"]


@pytest.mark.parametrize(
    ("text", "stem", "parts"),
    [
        (
            "This should cover a) the plan; b) the staff; and c) the cost.",
            "This should cover",
            [("a)", "the plan;"), ("b)", "the staff; and"), ("c)", "the cost.")],
        ),
        (
            "Attend to (i) calls; and (ii) visits.",
            "Attend to",
            [("(i)", "calls; and"), ("(ii)", "visits.")],
        ),
        ("Use form a) only.", "Use form a) only.", []),
        ("No parts here.", "No parts here.", []),
    ],
)
def test_parts_inside_a_sentence(text: str, stem: str, parts: list[tuple[str, str]]) -> None:
    assert inline_parts(text) == (stem, parts)


def test_bullets_inherit_the_timescale_of_their_stem_unless_they_have_their_own() -> None:
    one = report(
        *TOP,
        "Recommendations",
        "Within three months, the force should:",
        "• train its staff;\n• publish a plan by 30 November 2021; and\n• review its policy.",
    )
    (finding,) = one.findings
    assert [part.timescale for part in finding.parts] == [
        "Within three months",
        "by 30 November 2021",
        "Within three months",
    ]
    assert str(finding.due.latest if finding.due else None) == "2021-10-01"


def test_a_cause_of_concern_owns_the_recommendations_below_it() -> None:
    one = report(
        *TOP,
        "Cause of concern",
        "The force does not know its demand.",
        "Recommendations",
        "Within six months, the force should count its calls.",
        "With immediate effect, the force should answer them.",
        "Area for improvement",
        "The force should keep better records.",
    )
    (cause,) = one.causes
    assert cause.recommendations == (1, 2)
    assert [finding.cause for finding in one.findings] == [1, 1, None]
    assert one.findings[2].kind is FindingKind.AREA_FOR_IMPROVEMENT


def test_a_recommendation_printed_twice_is_taken_once_from_its_chapter() -> None:
    text = "By 1 May 2022, chief constables should review their policies."
    one = report(
        "A thematic report on stalking",
        "Summary",
        "Recommendation 1",
        text,
        "1. Policies",
        "Recommendation 1",
        text,
    )
    (finding,) = one.findings
    assert finding.section == "1. Policies"
    (twin,) = one.not_taken
    assert f"line {finding.place.line}" in twin.why


def test_a_stated_count_that_differs_is_told_with_its_likely_cause() -> None:
    one = report(
        *TOP,
        "We have made one recommendation.",
        "Recommendations",
        "We recommend that the force trains its staff.",
        "Within six months, the force should publish a plan.",
    )
    told = [problem.sentence for problem in one.problems]
    assert any("“have made one recommendation”; 2 found. Exactly 1 of the 2" in one for one in told)


def test_what_is_not_taken_can_still_be_taken() -> None:
    one = report(
        *TOP,
        "Recommendations",
        "Within six months, the force should publish a plan.",
        "1. Training",
        "The force should train its staff by 1 May 2022. Many were untrained.",
    )
    (left,) = one.not_taken
    assert left.finding is not None
    assert left.finding.text == "The force should train its staff by 1 May 2022."
    assert left.finding.addressee.words == "Exmoor Police"
    assert left.finding.timescale == "by 1 May 2022"


def test_a_finding_knows_where_it_stands() -> None:
    text = "\n\n".join(
        (*TOP, "Recommendations", "Within six months, the force should:", "• plan; and\n• train.")
    )
    reading = read_text(text, "report.txt")
    (finding,) = read_report(reading).findings
    stood = " ".join(reading.blocks[block].text for block in finding.place.blocks)
    assert stood == "Within six months, the force should: plan; and train."
    assert text.splitlines()[finding.place.line - 1] == finding.text


def test_words_are_kept_as_printed() -> None:
    text = "We recommend that the force recieves “training” – at it's own cost."
    (finding,) = report(*TOP, "Recommendation", text).findings
    assert finding.text == text


def test_next_steps_are_deadlines_and_no_findings() -> None:
    one = report(
        *TOP,
        "Recommendations",
        "Within six months, the force should train its staff.",
        "Next steps",
        "Within six weeks of the publication of this report, the force should send us its plan.",
        "If it does, we will return no later than 1 March 2022.",
    )
    assert len(one.findings) == 1
    steps = [(step.owner, str(step.due.latest), step.condition) for step in one.deadlines]
    assert steps[:2] == [
        ("Exmoor Police", "2021-08-12", ""),
        ("the inspectorate", "2022-03-01", "If it does"),
    ]


def rows(*cells: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(
        Block(BlockKind.ROW, " ".join(row), 1, line, cells=row) for line, row in enumerate(cells, 1)
    )


def test_a_table_of_recommendations_is_read_row_by_row() -> None:
    blocks = rows(
        ("No.", "Recommendation", "Owner"),
        ("1", "By 1 May 2024, chief constables should check.", "ACC"),
        ("2", "We recommend that the Home Office reviews the code.", "–"),
    )
    one = read_report(Reading("table.docx", "", "docx", blocks))
    assert [(finding.number, finding.addressee.words) for finding in one.findings] == [
        ("1", "chief constables"),
        ("2", "Home Office"),
    ]


def test_a_table_of_figures_is_no_recommendation() -> None:
    blocks = rows(("Council", "Judgment"), ("Exmoor Council", "The council should do more"))
    assert read_report(Reading("table.docx", "", "docx", blocks)).findings == ()


def test_near_twins_in_two_chapters_are_two_findings() -> None:
    text = "We recommend that the force reviews its plan for the care of {} in its custody suites."
    one = report(
        *TOP,
        "1. Boys",
        "Recommendation",
        text.format("boys"),
        "2. Girls",
        "Recommendation",
        text.format("girls"),
    )
    assert len(one.findings) == 2


def test_parts_are_kept_together_where_a_reader_gives_all_items_one_level() -> None:
    words = (
        "We recommend that the force trains its staff.",
        "Within six months, the force should improve:",
        "the logs; and",
        "the rationale.",
    )
    blocks = (
        Block(BlockKind.HEADING, "Recommendations", None, 1),
        *(
            Block(BlockKind.ITEM, text, None, line, label="•", level=1)
            for line, text in enumerate(words, 2)
        ),
    )
    one = read_report(Reading("report.docx", "", "docx", blocks))
    assert [len(finding.parts) for finding in one.findings] == [0, 2]


def test_what_the_reader_remarked_is_told() -> None:
    scan = Reading("scan.pdf", "", "pdf", (), 3, (Remark("This looks like a scan."),))
    told = [problem.sentence for problem in read_report(scan).problems]
    assert told[0] == "This looks like a scan."
    assert "Nothing in this document announces findings" in told[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Since March 2023 the force has had a new plan.", "tells of “Since March 2023” as past"),
        ("A new plan will start on 1 May 2022.", "“on 1 May 2022” is put as still to come"),
    ],
)
def test_a_day_that_contradicts_the_day_of_publication_is_told(words: str, told: str) -> None:
    text = (
        "National Child Protection Inspection\n\nPost-inspection review\n\nNorthmere Police\n\n"
        f"Published on: 9 December 2022\n\nSummary\n\n{words}\n\nAreas still requiring "
        "improvement\n\n1. The force still loses records of custody.\n"
    )
    one = read_report(read_text(text, "review.txt"))
    assert one.document.kind is DocumentKind.REVIEW
    assert any(told in problem.sentence for problem in one.problems)


def test_a_heading_that_speaks_of_findings_is_never_passed_over_in_silence() -> None:
    text = (
        "PEEL 2025: Northmere Police\n\nPublished: 1 May 2025\n\nRecommendation\n\nThe force "
        "should count its keys.\n\nWhy we came to a cause of concern about custody\n\nCells were "
        "cold and nobody noticed it for weeks.\n\nBuildings\n\nThe cells were built long ago.\n"
    )
    one = read_report(read_text(text, "peel.txt"))
    assert len(one.findings) == 1
    told = [
        problem.sentence for problem in one.problems if "speaks of findings" in problem.sentence
    ]
    assert len(told) == 1
    assert "Why we came to a cause of concern" in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "To address this cause of concern, within three months the force should act.",
        "To remedy these concerns, we recommend that, by May 2026, the force acts.",
    ],
)
def test_a_purpose_may_stand_first(text: str) -> None:
    assert opens_strongly(text)
    found = addressee(text, force="Northmere Police")
    assert found.words == "Northmere Police"


def test_what_asks_a_body_below_a_finding_is_listed_with_the_reason() -> None:
    text = (
        "Inspection of Northmere Police\n\nPublished: 1 May 2025\n\nArea for improvement\n\n"
        "The force should count its keys.\n\nKeys are lost every week. Northmere Council should "
        "give the force a better cupboard. The force should have known.\n"
    )
    one = read_report(read_text(text, "peel.txt"))
    assert [finding.text for finding in one.findings] == ["The force should count its keys."]
    told = {left.text: left.why for left in one.not_taken}
    assert told == {
        "Northmere Council should give the force a better cupboard.": (
            "it stands below a finding and was read as what explains it"
        ),
        "The force should have known.": (
            "it is narrative: no heading, name or opening marks it as a finding"
        ),
    }


def test_a_joint_finding_that_names_no_police_is_for_all_partners() -> None:
    path = Path(__file__).parent / "fixtures" / "sixth_round" / "joint_2024.txt"
    one = read_report(read_text(path.read_text(encoding="utf-8"), path.name))
    assert one.document.joint
    assert [finding.addressee.words for finding in one.findings] == [
        "the partnership",
        "Weldshire Police",
        "the partnership",
    ]
