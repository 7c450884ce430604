"""How reports set out what they ask: by body, by topic, by number, below a title, told again."""

import pytest

from seed.documents import from_html
from seed.documents.blocks import Block, BlockKind, Reading
from seed.documents.from_text import read_text
from seed.documents.limits import STANDARD
from seed.draft import DocumentKind, Draft, FindingKind
from seed.drafts import draft

HEAD = "PEEL 2023–2025\n\nAn inspection of Exford Police\n\nPublished 1 May 2025\n\n"


def report(body: str, head: str = HEAD) -> Draft:
    """A report with this body, read by itself."""
    return draft([read_text(f"{head}{body}\n", "report.txt")])[0]


def asked(one: Draft) -> list[tuple[str, str]]:
    return [(finding.addressee.words, finding.text) for finding in one.findings]


def test_numbers_that_run_on_from_stem_to_stem_are_a_finding_each() -> None:
    one = report(
        "Recommendations\n\nThe Home Office should:\n1. publish a plan\n2. pay for it.\n\n"
        "Chief constables should:\n3. follow the plan by May 2026."
    )
    assert asked(one) == [
        ("Home Office", "The Home Office should: publish a plan"),
        ("Home Office", "The Home Office should: pay for it."),
        ("Chief constables", "Chief constables should: follow the plan by May 2026."),
    ]
    assert [finding.number for finding in one.findings] == ["1", "2", "3"]
    assert [finding.timescale for finding in one.findings] == ["", "", "by May 2026"]


def test_numbers_that_start_again_are_parts() -> None:
    one = report(
        "Recommendations\n\nThe Home Office should:\n1. publish a plan\n2. pay for it.\n\n"
        "Chief constables should:\n1. follow the plan\n2. count its cost."
    )
    assert [len(finding.parts) for finding in one.findings] == [2, 2]


def test_the_next_number_below_lettered_parts_is_the_next_finding() -> None:
    one = report(
        "Recommendations to chief constables\n\n1. Within six months, agree a protocol on:\n"
        "(a) cats; and\n(b) dogs.\n\n2. Review, by 1 May 2026, a sample of it."
    )
    assert [len(finding.parts) for finding in one.findings] == [2, 0]
    assert [finding.addressee.words for finding in one.findings] == ["chief constables"] * 2


def test_headings_that_only_sort_areas_by_topic_end_none_of_them() -> None:
    one = report(
        "Areas for improvement\n\nLegal rights\n\nThe force should tell detainees their rights.\n\n"
        "Health care\n\nThe force should call a nurse sooner.\n\nMain findings\n\nNurses are kind."
    )
    assert [finding.text for finding in one.findings] == [
        "The force should tell detainees their rights.",
        "The force should call a nurse sooner.",
    ]


@pytest.mark.parametrize(
    "became",
    [
        "This recommendation has been completed.",
        "This recommendation remains open.",
        "Closed.",
        "We have replaced this recommendation with the following.",
    ],
)
def test_a_sentence_further_down_says_what_became_of_an_earlier_finding(became: str) -> None:
    one = report(
        "Recommendation 1\n\nWithin six months, Exford Police should buy vans.\n\n"
        f"We counted the vans. There are nine. {became}\n\n"
        "New recommendation\n\nBy 1 May 2026, Exford Police should sell its vans."
    )
    assert [finding.text for finding in one.findings] == [
        "By 1 May 2026, Exford Police should sell its vans."
    ]
    told = [each for each in one.not_taken if "buy vans" in each.text]
    assert len(told) == 1
    assert told[0].why.startswith("it restates an earlier finding")


def test_a_finding_without_such_a_sentence_is_taken() -> None:
    one = report(
        "Recommendation 1\n\nWithin six months, Exford Police should buy vans.\n\n"
        "The last vans were sold. This should be put right."
    )
    assert len(one.findings) == 1


def test_a_second_cause_of_concern_is_one_of_its_own() -> None:
    one = report(
        "First cause of concern\n\nThe force loses vans.\n\n"
        "Within a month, the force should look.\n\n"
        "Second cause of concern\n\nThe force loses cats.\n\n"
        "Within six months, the force should find them."
    )
    assert [cause.text for cause in one.causes] == [
        "The force loses vans.",
        "The force loses cats.",
    ]
    assert [finding.cause for finding in one.findings] == [1, 2]


def test_a_recommendation_among_earlier_ones_is_listed_whoever_it_speaks_to() -> None:
    one = report(
        "Progress on recommendations since the last report\n\n"
        "Recommendation: Sergeants should keep keys.\n\nAchieved\n\n"
        "Recommendation: Nurses should keep watches.\n\nNot achieved"
    )
    assert one.findings == ()
    told = " ".join(each.text for each in one.not_taken)
    assert "Sergeants should keep keys." in told
    assert "Nurses should keep watches." in told


def test_a_title_that_a_pdf_glued_to_its_heading_stands_below_it() -> None:
    blocks = (
        Block(BlockKind.HEADING, "An inspection of Exford Police", 1, 1),
        Block(BlockKind.HEADING, "Cause of concern Exford Police loses too many vans", 1, 2),
        Block(BlockKind.PARAGRAPH, "It lost nine.", 1, 3),
        Block(BlockKind.HEADING, "Recommendation", 1, 4),
        Block(BlockKind.PARAGRAPH, "Within a year, Exford Police should find them.", 1, 5),
    )
    one = draft([Reading("report.pdf", "", "pdf", blocks)])[0]
    assert [cause.text for cause in one.causes] == ["Exford Police loses too many vans"]
    assert [finding.cause for finding in one.findings] == [1]


def test_a_pages_own_contents_name_its_chapters() -> None:
    page = (
        "<h1>PEEL: An inspection of Exford Police</h1><p>Published on: 1 May 2025</p>"
        "<h2>Contents</h2><ul><li><a>Responding to the public</a></li></ul>"
        "<h2>Responding to the public</h2><h3>What we saw</h3><p>Calls wait.</p>"
        "<h3>Area for improvement</h3><p>The force should answer its calls sooner.</p>"
    )
    reading = from_html.read_bytes(f"<main>{page}</main>".encode(), "page.html", STANDARD)
    one = draft([reading])[0]
    assert [finding.section for finding in one.findings] == ["Responding to the public"]


def test_numbered_recommendations_alone_make_a_report() -> None:
    asks = (
        "Recommendation 1: Forces should count cats.\n\nRecommendation 2: Forces should feed them."
    )
    one = report(asks, head="How forces keep cats\n\nJuly 2013\n\n")
    assert one.document.kind is DocumentKind.THEMATIC
    assert [finding.number for finding in one.findings] == ["1", "2"]


def test_answers_printed_in_a_report_are_named() -> None:
    one = report(
        "Recommendation 1\n\nThe IOPC recommends that Exford Police counts its vans.\n\n"
        "Accepted action: They were counted."
    )
    assert [finding.kind for finding in one.findings] == [FindingKind.RECOMMENDATION]
    assert any("Accepted action: They were counted." in each.sentence for each in one.problems)


def test_a_day_to_act_by_is_not_told_as_past() -> None:
    one = report(
        "Recommendation 1\n\nBy 1 May 2026, the force should review the cases that were closed."
    )
    assert not any("as past" in each.sentence for each in one.problems)


@pytest.mark.parametrize("body", ["IOPC", "Internal audit", "Regulation 28 report of the coroner"])
def test_a_report_of_another_body_starts_no_56_days_and_says_so(body: str) -> None:
    words = "Recommendation 1: The force must bank cash.\n\nRecommendation 2: The force must count."
    one = report(words, head=f"{body}\n\nExford Police\n\n3 June 2024\n\n")
    assert not any("Publish comments" in step.what for step in one.deadlines)
    assert any("56 days are not started" in each.sentence for each in one.problems)


def test_a_report_of_the_inspectors_and_others_starts_them() -> None:
    one = report("Recommendation 1\n\nBy 1 May 2026, the force should do more.\n\nHMICFRS and IOPC")
    assert any("Publish comments" in step.what for step in one.deadlines)


def test_what_a_letter_closes_and_asks_for_is_listed() -> None:
    one = draft(
        [
            read_text(
                "8 November 2024\n\nDear Noor\n\nI have decided to close the cause of concern "
                "about calls. The other recommendations remain open.\n\n"
                "I would ask you to write to me by 31 January 2025.\n\nYours sincerely\n",
                "letter.txt",
            )
        ]
    )[0]
    told = [each.text for each in one.not_taken]
    assert [text.split()[0] for text in told] == ["I", "The", "I"]


def test_a_row_that_begins_with_its_number_keeps_it_out_of_the_wording() -> None:
    rows = (("Recommendation", "Timescale"), ("3. By May 2026, the force should bank cash.", ""))
    blocks = tuple(Block(BlockKind.ROW, " ".join(row), 1, 1, cells=row) for row in rows)
    (finding,) = draft([Reading("table.docx", "", "docx", blocks)])[0].findings
    assert (finding.number, finding.text) == ("3", "By May 2026, the force should bank cash.")


def test_two_headings_glued_by_a_pdf_are_parted_at_the_chapters_name() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Contents", 1, 1),
        Block(BlockKind.PARAGRAPH, "Effectiveness ........ 2", 1, 2),
        Block(BlockKind.HEADING, "Effectiveness Investigating crime", 2, 1),
        Block(BlockKind.HEADING, "Area for improvement", 2, 2),
        Block(BlockKind.PARAGRAPH, "Exford Police should plan.", 2, 3),
    )
    (finding,) = draft([Reading("report.pdf", "", "pdf", blocks)])[0].findings
    assert finding.section == "Effectiveness"


def test_a_heading_without_a_stop_that_asks_in_its_middle_is_listed() -> None:
    one = report("Background\n\nThe thematic recommends that chief constables should count cats")
    assert any("chief constables should count" in each.text for each in one.not_taken)


def test_a_recommendation_that_names_its_body_behind_itself_is_one_wherever_it_stands() -> None:
    one = report("National issues\n\n2.16 Adults should be provided by law. (To the Home Office)")
    assert asked(one) == [
        ("Home Office", "Adults should be provided by law. (To the Home Office)"),
    ]


def test_a_section_below_such_a_line_begins_a_line_of_its_own() -> None:
    one = report(
        "Section 1. Law\n\n1.1 Adults should be provided by law. (To the Home Office)\n\n"
        "Section 2. Cells\n\nRecommendation\n\n2.1 The force should clean its cells."
    )
    assert [finding.section for finding in one.findings] == ["Section 1. Law", "Section 2. Cells"]


def test_a_numbered_sentence_that_asks_nobody_is_listed() -> None:
    one = report("Housekeeping points\n\n4.22 Blankets should be laundered after each use.")
    assert [each.text for each in one.not_taken] == ["Blankets should be laundered after each use."]


def test_a_revisits_table_says_what_became_of_each_row() -> None:
    rows = (
        ("Recommendation", "Our view of progress", "Status"),
        ("By 31 March 2022, Exford Police should count vans.", "They are counted.", "Met"),
        ("By 30 June 2022, Exford Police should sell vans.", "None is sold.", "Not met"),
    )
    top = "Exford Police: progress against the recommendations of our 2021 inspection"
    blocks = (
        Block(BlockKind.HEADING, top, 1, 1),
        *(Block(BlockKind.ROW, " ".join(row), 1, 2, cells=row) for row in rows),
    )
    one = draft([Reading("revisit.docx", "", "docx", blocks)])[0]
    assert one.document.kind is DocumentKind.REVIEW
    assert one.findings == ()
    assert [each.why.split("“")[-1] for each in one.not_taken] == ["Met”", "Not met”"]
    assert sum("was not taken as a new finding" in each.sentence for each in one.problems) == 1


def test_a_heading_that_speaks_of_findings_above_what_is_not_taken_is_named() -> None:
    one = report(
        "Why we have a cause of concern about vans\n\nThe force loses vans.\n\n"
        "Within six months, the force should find them."
    )
    assert len(one.findings) == 1
    assert any("“Why we have a cause of concern" in each.sentence for each in one.problems)


def test_parts_without_any_mark_are_parts() -> None:
    one = report(
        "Recommendations\n\nBy 1 May 2026, Exford Police should make sure that:\n\n"
        "its officers count vans;\n\nit sells those it does not need; and\n\nvictims are told.\n\n"
        "Vans are dear."
    )
    assert [[part.text for part in finding.parts] for finding in one.findings] == [
        ["its officers count vans;", "it sells those it does not need; and", "victims are told."]
    ]


def test_a_finding_whose_own_paragraph_says_it_is_met_is_restated() -> None:
    one = report(
        "Recommendation 11: By 1 May 2026, chief constables should check. "
        "Your force has met this recommendation.\n\n"
        "Recommendation 12: By 1 May 2026, chief constables should count."
    )
    assert [finding.number for finding in one.findings] == ["12"]


def test_what_an_inspector_asks_the_reader_to_send_is_a_step_of_the_force() -> None:
    one = report(
        "Recommendation 1\n\nBy 1 May 2026, the force should count.\n\nConclusion\n\n"
        "I should be grateful if you would send me, by 30 June 2025, a note of what you will do."
    )
    owed = [(step.owner, step.words) for step in one.deadlines if "a note" in step.what]
    assert owed == [("Exford Police", "by 30 June 2025")]


def test_numbers_without_a_dot_that_follow_one_another_are_labels() -> None:
    one = report(
        "Recommendations\n\n1 The force should count vans.\n\n2 The force should learn about:\n"
        "- vans; and\n- cats.\n\n3 The force should sell both."
    )
    assert [(finding.number, len(finding.parts)) for finding in one.findings] == [
        ("1", 0),
        ("2", 2),
        ("3", 0),
    ]


def test_a_number_that_nothing_follows_is_a_number() -> None:
    one = report("Recommendation\n\nThe force should sell vans.\n\n12 Forces should do so in May.")
    assert [finding.text for finding in one.findings] == ["The force should sell vans."]


@pytest.mark.parametrize("lead", ["How ", "Why ", "How Does "])
def test_a_forces_name_does_not_begin_with_a_question_word(lead: str) -> None:
    one = draft([read_text(f"{lead}Exford Police deals with cats\n\nMarch 2014", "report.txt")])[0]
    assert one.document.force == "Exford Police"
