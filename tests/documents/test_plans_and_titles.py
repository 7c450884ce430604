"""Answers that no “Recommendation 4” introduces: a plan's rows, titles, running text."""

import pytest

from seed.documents.blocks import Block, BlockKind, Reading
from seed.documents.from_text import read_text
from seed.draft import DocumentKind, Draft
from seed.drafts import draft

REPORT = """PEEL 2023–2025

An inspection of Exford Police

Published 1 May 2025

Areas for improvement

The force should make sure that its custody staff are trained in first aid.

The force should tell victims of burglary when it closes their case.

Recommendations

Within six months, Exford Police should clear its backlog of digital devices.
"""
HEADER = ("Ref", "Area for improvement", "Lead", "Progress", "RAG")
AID = ("AFI 1", "The force should make sure that its custody staff are trained in first aid.")
CASE = ("2025/17", "The force should tell victims of burglary when it closes their case.")


def paper(*rows: tuple[str, ...], top: str = "HMICFRS improvement plan", below: str = "") -> Draft:
    """A paper with this title and table, read beside the report it is about."""
    cells = (HEADER, *rows)
    blocks = (
        Block(BlockKind.HEADING, top, None, 1),
        *(Block(BlockKind.ROW, " ".join(row), None, 2, cells=row) for row in cells),
        *([Block(BlockKind.PARAGRAPH, below, None, 3)] if below else []),
    )
    plan = Reading("plan.docx", "", "docx", blocks)
    return draft([read_text(REPORT, "report.txt"), plan])[1]


def letter(body: str) -> Draft:
    """A commissioner's letter with this body, read beside the report."""
    words = f"1 June 2025\n\nDear Home Secretary\n\n{body}\n\nYours sincerely\n\nJo Lake\n"
    return draft([read_text(REPORT, "report.txt"), read_text(words, "letter.txt")])[1]


def pairs(one: Draft) -> list[tuple[str, int, str]]:
    return [
        (found.number, found.answers.order if found.answers else 0, found.text)
        for found in one.answers
    ]


def test_a_plans_rows_answer_the_findings_they_restate() -> None:
    one = paper((*AID, "Ch Insp Roe", "All were trained.", "Green"), (*CASE, "", "Not begun.", ""))
    assert one.document.kind is DocumentKind.PLAN
    assert one.findings == ()
    assert pairs(one) == [
        ("1", 1, "All were trained.\nLead: Ch Insp Roe\nRAG: Green"),
        ("2025/17", 2, "Not begun."),
    ]


def test_a_plan_is_not_asked_for_what_section_55_asks_of_a_letter() -> None:
    one = paper((*AID, "", "All were trained.", ""))
    assert not any("s.55" in each.sentence for each in one.problems)


def test_what_stands_below_a_plans_table_is_no_answer() -> None:
    one = paper((*AID, "", "All were trained.", ""), below="There are no financial implications.")
    assert pairs(one) == [("1", 1, "All were trained.")]


def test_a_row_that_restates_the_stem_alone_is_paired() -> None:
    parts = "\n\nThe force should improve how it looks after people who are detained:\n"
    parts += "• it should offer them a blanket and a hot meal at every meal time; and\n"
    parts += "• it should tell their families where they are if they wish it."
    stem = "The force should improve how it looks after people who are detained"
    blocks = tuple(
        Block(BlockKind.ROW, " ".join(row), None, 2, cells=row)
        for row in (HEADER, ("AFI 9", stem, "", "Under way.", ""))
    )
    top = Block(BlockKind.HEADING, "Improvement plan", None, 1)
    plan = Reading("plan.docx", "", "docx", (top, *blocks))
    report = read_text(REPORT.replace("\n\nRecommendations", f"{parts}\n\nRecommendations"), "r")
    one = draft([report, plan])[1]
    assert [found.answers.text.startswith(stem) for found in one.answers if found.answers] == [True]


@pytest.mark.parametrize("owner", ["Action owner", "Force lead", "Action status"])
def test_who_owns_an_action_is_no_answer(owner: str) -> None:
    rows = (("No.", "Recommendation", owner), ("1", "By 1 May 2026, the force should run.", "ACC"))
    blocks = tuple(Block(BlockKind.ROW, " ".join(row), 1, 1, cells=row) for row in rows)
    one = draft([Reading("table.docx", "", "docx", blocks)])[0]
    assert [finding.text for finding in one.findings] == ["By 1 May 2026, the force should run."]
    assert one.answers == ()


def test_running_text_is_paired_by_its_telling_words_and_that_is_said() -> None:
    one = letter(
        "Inspectors asked that we clear the backlog of digital devices within six months. "
        "It was cleared in May."
    )
    assert [(order, text.split(". ")[-1]) for _, order, text in pairs(one)] == [
        (3, "It was cleared in May.")
    ]
    assert sum("by some of its words alone" in each.sentence for each in one.problems) == 1
    assert [action.text for action in one.answers[0].actions] == ["It was cleared in May."]


def test_running_text_that_fits_no_finding_is_named_and_not_taken() -> None:
    one = letter("Inspectors recommended that we should all try very much harder from now on.")
    sentences = " ".join(each.sentence for each in one.problems)
    assert (one.answers, one.findings) == ((), ())
    assert "No answer to a finding was read" in sentences
    assert "may speak of a finding (“Inspectors recommended" in sentences


def test_what_the_commissioner_asked_is_no_restated_finding() -> None:
    one = letter("I asked the Chief Constable to clear the backlog of digital devices this year.")
    assert one.answers == ()


def test_a_title_above_comments_is_known_by_its_words() -> None:
    one = letter(
        "Training custody staff in first aid\n\nChief Constable's comments\n\nAll are trained.\n\n"
        "Telling victims of burglary about closed cases\n\nChief Constable's comments\n\n"
        "A letter is sent.\n\nMy comments\n\nI am content."
    )
    assert pairs(one) == [("", 1, "All are trained."), ("", 2, "A letter is sent.")]
    assert one.answers[1].comments == ("I am content.",)


def test_a_paraphrase_is_paired_by_its_number_where_it_is_the_likest() -> None:
    numbered = "\n\nRecommendation 1: By 1 May 2026, the Home Office should review the case for a "
    numbered += "national contract.\n\nRecommendation 2: Forces should count their cats."
    report = read_text(f"How forces use interpreters\n\nMay 2025{numbered}", "report.txt")
    words = "Recommendation 1: Home Office to look at one contract for the nation as a whole"
    text = f"1 June 2025\n\nDear Home Secretary\n\n{words}\n\nForce response\n\nNot for us."
    one = draft([report, read_text(text, "letter.txt")])[1]
    (answer,) = one.answers
    assert answer.answers is not None
    assert (answer.answers.order, answer.answers.by_number) == (1, True)


def test_an_answer_behind_a_dash_is_parted_from_what_it_answers() -> None:
    one = letter(
        "Recommendation 1 (page 9): Within six months, Exford Police should clear its backlog of "
        "digital devices. – Done. It was cleared in May."
    )
    assert pairs(one) == [("1", 3, "Done. It was cleared in May.")]


def test_findings_restated_below_one_heading_share_the_answer_below_them() -> None:
    one = letter(
        "Areas for improvement\n\n"
        "The force should make sure that its custody staff are trained in first aid.\n\n"
        "The force should tell victims of burglary when it closes their case.\n\n"
        "Force response\n\nBoth are done."
    )
    assert [(order, text) for _, order, text in pairs(one)] == [
        (1, "Both are done."),
        (2, "Both are done."),
    ]
    assert any("answered together" in each.sentence for each in one.problems)


def test_a_response_set_as_a_web_page_bears_the_day_it_was_published() -> None:
    words = (
        "My response\n\nPublished 25 October 2025\n\nUnder section 55 of the Police Act 1996 I "
        "must comment.\n\nRecommendation 1\n\nWithin six months, Exford Police should clear its "
        "backlog of digital devices.\n\nChief Constable's response\n\nIt did."
    )
    one = draft([read_text(REPORT, "report.txt"), read_text(words, "page.txt")])[1]
    assert one.document.kind is DocumentKind.LETTER
    assert one.document.dated.words == "25 October 2025"


def test_a_chief_constables_own_comments_are_answers() -> None:
    words = (
        "To: The Police and Crime Commissioner\n\nDate: 20 September 2025\n\n"
        "Comments of the Chief Constable under section 55(4) of the Police Act 1996\n\n"
        "Main recommendation 2.14: Within six months, Exford Police should clear its backlog of "
        "digital devices.\n\nResponse – Accepted. It was cleared."
    )
    one = draft([read_text(REPORT, "report.txt"), read_text(words, "comments.txt")])[1]
    assert one.document.kind is DocumentKind.LETTER
    assert pairs(one) == [("2.14", 3, "Accepted. It was cleared.")]


def test_a_quotation_below_a_title_restates_the_finding() -> None:
    one = letter(
        "AFI 1 – first aid\n\n"
        "“The force should make sure that its custody staff are trained in first aid.”\n\n"
        "All were trained by May.\n\nAFI 2 – burglary\n\n"
        "“The force should tell victims of burglary when it closes their case.”\n\nIt does."
    )
    assert pairs(one) == [("1", 1, "All were trained by May."), ("2", 2, "It does.")]


@pytest.mark.parametrize("mark", ["AFI 1:", "AFI 1.", "afi 1 "])
def test_a_row_may_bear_its_number_before_its_words(mark: str) -> None:
    rows = (("HMICFRS recommendation or AFI", "Force comments"), (f"{mark} {AID[1]}", "Done."))
    blocks = tuple(Block(BlockKind.ROW, " ".join(row), None, 2, cells=row) for row in rows)
    top = Block(BlockKind.HEADING, "Improvement plan", None, 1)
    plan = Reading("plan.docx", "", "docx", (top, *blocks))
    one = draft([read_text(REPORT, "report.txt"), plan])[1]
    assert pairs(one) == [("1", 1, "Done.")]


def test_headings_that_restate_findings_stand_above_their_answers() -> None:
    one = letter(
        "## Within six months, Exford Police should clear its backlog of digital devices\n\n"
        "It was cleared in May.\n\nThree people were hired for it."
    )
    assert pairs(one) == [("", 3, "It was cleared in May.\nThree people were hired for it.")]


def test_numbers_in_words_and_our_response_are_read() -> None:
    one = letter(
        "Area for Improvement Two\n\nThe force should tell victims of burglary when it closes "
        "their case.\n\nOur response: It does."
    )
    assert pairs(one) == [("2", 2, "It does.")]


def test_a_tables_rows_that_name_what_they_answer_need_no_header_for_it() -> None:
    rows = (
        ("Area", "Response"),
        (f"Area for improvement: {AID[1]}", "All were trained."),
        ("Background", "The inspectors came in March."),
    )
    blocks = tuple(Block(BlockKind.ROW, " ".join(row), None, 2, cells=row) for row in rows)
    top = Block(BlockKind.HEADING, "HMICFRS improvement plan", None, 1)
    plan = Reading("plan.docx", "", "docx", (top, *blocks))
    one = draft([read_text(REPORT, "report.txt"), plan])[1]
    assert pairs(one) == [("", 1, "All were trained.")]


def test_positions_answer_and_a_group_in_the_plural_is_one() -> None:
    one = letter(
        "Areas for improvement 1 and 2\n\nPolice position: Both are accepted.\n\n"
        "MOPAC position: I agree."
    )
    assert [(number, text) for number, _, text in pairs(one)] == [
        ("1", "Both are accepted."),
        ("2", "Both are accepted."),
    ]
    assert [answer.comments for answer in one.answers] == [("I agree.",)] * 2


def test_an_area_and_a_recommendation_of_one_number_are_told_apart_by_name() -> None:
    numbered = (
        "Recommendation 1\n\nBy 1 May 2026, forces should count vans.\n\n"
        "Area for improvement 1\n\nForces should feed cats."
    )
    report = read_text(f"How forces keep vans\n\nMay 2025\n\n{numbered}", "report.txt")
    words = "Area for improvement 1\n\nForce response\n\nFed.\n\n"
    words += "Recommendation 1\n\nForce response\n\nCounted."
    text = f"1 June 2025\n\nDear Home Secretary\n\n{words}\n\nYours sincerely\n\nJo Lake\n"
    one = draft([report, read_text(text, "letter.txt")])[1]
    told = [(found.answers.text, found.text) for found in one.answers if found.answers]
    assert told == [
        ("Forces should feed cats.", "Fed."),
        ("By 1 May 2026, forces should count vans.", "Counted."),
    ]
