"""Letters: what is restated, how it is paired, what is promised and what is missing."""

from pathlib import Path

import pytest

from seed.documents.blocks import Block, BlockKind, Reading
from seed.documents.from_text import read_text
from seed.draft import Draft, KnownFinding
from seed.drafts import draft
from seed.likeness import likeness
from seed.responses.aliases import spelt_out
from store.vocabulary import ActionKind, Progress

REPORT = (
    "An inspection of Exmoor Police",
    "Published on: 1 July 2021",
    "1. Calls",
    "Recommendations",
    "• We recommend that, within six months, the force reviews how it answers calls from children.",
    "• We recommend that, within six months, the force reviews how it answers calls from adults.",
    "2. Custody",
    "Recommendation",
    "Within three months, the force should improve custody records, including:",
    "• the reasons for strip-searches;",
    "• the arrival of appropriate adults; and",
    "• healthcare visits.",
)
TOP = (
    "20 August 2021",
    "Dear Home Secretary",
    "Response to HMICFRS report: An inspection of Exmoor Police",
    "Under section 55 of the Police Act 1996 I am pleased to give my comments.",
)
END = ("Yours sincerely", "Ann Lee", "Police and Crime Commissioner for Exmoor", "cc HMICFRS")
CUSTODY = (
    "Within three months, the force should improve custody records, including a) the reasons for"
    " strip-searches; b) the arrival of appropriate adults; and c) healthcare visits."
)
CHILDREN = (
    "We recommend that, within 6 months, the force reviews how it answers calls from children."
)
ADULTS = "We recommend that, within 6 months, the force reviews how it answers calls from adults."


def reading(*lines: str, name: str = "letter.txt") -> Reading:
    return read_text("\n\n".join(lines), name)


def letter(*lines: str, known: tuple[KnownFinding, ...] = ()) -> Draft:
    """A letter alone."""
    return draft([reading(*TOP, *lines, *END)], known)[0]


def answered(*lines: str) -> Draft:
    """A letter read together with its report."""
    return draft([reading(*REPORT, name="report.txt"), reading(*TOP, *lines, *END)])[1]


def told(one: Draft) -> str:
    return "\n".join(problem.sentence for problem in one.problems)


def refs(one: Draft) -> list[str]:
    return [answer.answers.ref if answer.answers else "" for answer in one.answers]


@pytest.mark.parametrize(
    "marker",
    [
        "Force response: {}",
        "Force response – {}",
        "Constabulary response:\n\n{}",
        "Chief Constable’s response\n\n{}",
        "The Chief Constable's comments:\n\n{}",
        "Response: {}",
        "Force update: {}",
        "Exmoor Police response:\n\n{}",
    ],
)
def test_a_response_begins_at_its_marker(marker: str) -> None:
    one = letter(f"1. Recommendation 1: {CHILDREN}", marker.format("All calls were reviewed."))
    (answer,) = one.answers
    assert (answer.number, answer.restated) == ("1", CHILDREN)
    assert answer.text == "All calls were reviewed."


def test_the_letter_keeps_its_own_numbers_and_finds_the_report_by_its_words() -> None:
    one = answered(
        f"Recommendation 1 - {CUSTODY}",
        "Force response: Strip-search reasons, appropriate adults and healthcare visits are kept.",
        f"Recommendation 2 - {ADULTS}",
        "Force response: Calls from adults were reviewed.",
        f"Recommendation 3 - {CHILDREN}",
        "Force response: Calls from children were reviewed.",
    )
    assert refs(one) == ["3", "2", "1"]
    assert [answer.number for answer in one.answers] == ["1", "2", "3"]
    assert one.findings == ()
    assert one.unanswered == ()


def test_near_twins_are_paired_but_the_editor_is_asked() -> None:
    one = answered(f"Recommendation 2 - {ADULTS}", "Force response: Reviewed.")
    match = one.answers[0].answers
    assert match is not None
    assert (match.ref, match.score > match.second_score) == ("2", True)
    assert "nearly as like another finding" in told(one)


def test_what_has_no_answer_is_named() -> None:
    one = answered(f"Recommendation 3 - {CUSTODY}", "Force response: Records are better.")
    assert [left.ref for left in one.unanswered] == ["1", "2"]
    assert told(one).count("has no answer in the letter") == 2


def test_parts_without_a_trace_are_named() -> None:
    one = answered(
        f"Recommendation 3 - {CUSTODY}",
        "Force response: The reasons for every strip-search are now written down, and healthcare"
        " visits are logged.",
    )
    assert [part.label for part in one.answers[0].parts_unanswered] == ["b)"]
    assert "part b) “the arrival of appropriate adults; and”" in told(one)


def test_two_answers_to_one_finding_are_told() -> None:
    one = answered(
        f"Recommendation 1 - {CUSTODY}",
        "Force response: Done.",
        f"Recommendation 2 - {CUSTODY}",
        "Force response: Done as well.",
    )
    assert "Recommendation 1 and Recommendation 2 restate one finding." in told(one)


def test_a_letter_that_gives_only_numbers_is_paired_by_them_and_says_so() -> None:
    report = reading(
        "A thematic report on vetting",
        "Recommendation 1",
        "By 1 May 2024, chief constables should review their vetting files.",
        "Recommendation 2",
        "By 1 June 2024, the Home Office should amend the code.",
        name="report.txt",
    )
    one = draft(
        [
            report,
            reading(
                *TOP, "Recommendation 2", "Force response: Not ours.", "Recommendation 1",
                "Force response: All files were reviewed.", *END,
            ),
        ]
    )[1]  # fmt: skip
    assert refs(one) == ["2", "1"]
    assert told(one).count("paired by its number alone") == 2


def test_a_letter_is_paired_with_what_the_tracker_holds() -> None:
    known = (
        KnownFinding("u1", "EX21-1", CUSTODY, "Exmoor 2021"),
        KnownFinding("u2", "EX21-2", CHILDREN, "Exmoor 2021"),
        KnownFinding("u9", "OTHER-1", "Something else entirely about dogs.", "Dogs 2020"),
    )
    one = letter(f"8. Recommendation 8: {CHILDREN}", "Force response: Reviewed.", known=known)
    match = one.answers[0].answers
    assert match is not None
    assert (match.ref, match.uid, match.document) == ("EX21-2", "u2", "Exmoor 2021")
    assert [left.ref for left in one.unanswered] == ["EX21-1"]


def test_a_letter_whose_report_is_not_at_hand_yields_its_recommendations() -> None:
    one = letter(f"• {CHILDREN}", "Force response: Reviewed.")
    assert [finding.text for finding in one.findings] == [CHILDREN]
    assert refs(one) == ["1"]


def test_the_commissioners_comments_are_kept_apart() -> None:
    one = letter(
        "Area for improvement 1",
        "The force should keep better records.",
        "Chief Constable's response",
        "Records are better.",
        "PCC's comments",
        "I welcome this.",
    )
    (answer,) = one.answers
    assert (answer.label, answer.text) == ("Area for improvement 1", "Records are better.")
    assert answer.comments == ("I welcome this.",)


def test_a_table_of_responses_is_a_letter_too() -> None:
    cells = [
        ("No.", "Recommendation", "Force response", "Commissioner's comments"),
        ("1", CHILDREN, "All calls were reviewed.", "I am content."),
    ]
    table = tuple(Block(BlockKind.ROW, " ".join(row), 1, 9, cells=row) for row in cells)
    top = reading(*TOP)
    one = draft([Reading("letter.docx", "", "docx", top.blocks + table)])[0]
    (answer,) = one.answers
    assert (answer.number, answer.restated) == ("1", CHILDREN)
    assert (answer.text, answer.comments) == ("All calls were reviewed.", ("I am content.",))


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        ("Since October 2021 a new desk has run.", "tells of “Since October 2021” as past"),
        ("A new form was launched in December 2021.", "tells of “in December 2021” as past"),
        ("The team will start in May 2021.", "“in May 2021” is put as still to come"),
        ("Training is taking place on 02/08/21.", "“on 02/08/21” is put as still to come"),
    ],
)
def test_dates_that_contradict_the_letters_own_are_told(sentence: str, complaint: str) -> None:
    one = letter(f"• {CHILDREN}", f"Force response: {sentence}")
    assert complaint in told(one)


@pytest.mark.parametrize(
    "sentence",
    [
        "Since May 2021 a new desk has run.",
        "The team will start in October 2021.",
        "The policy was reviewed on 03/02/21 and is next due for review on 01/12/2024.",
        "Training takes place every month.",
    ],
)
def test_dates_that_agree_are_not(sentence: str) -> None:
    one = letter(f"• {CHILDREN}", f"Force response: {sentence}")
    assert "as past" not in told(one)
    assert "still to come" not in told(one)


def test_copies_are_told() -> None:
    text = "Project HERON puts ten more call takers in the control room and trains all of them."
    one = letter(f"1. Recommendation 1: {CHILDREN}", f"Force response: {text}",
                 f"2. Recommendation 2: {ADULTS}", f"Force response: {text}")  # fmt: skip
    assert "Recommendation 1 and Recommendation 2 are 100% the same text" in told(one)


def test_short_answers_alike_are_no_copies() -> None:
    one = letter(f"1. Recommendation 1: {CHILDREN}", "Force response: Accepted.",
                 f"2. Recommendation 2: {ADULTS}", "Force response: Accepted.")  # fmt: skip
    assert "the same text" not in told(one)


def test_done_in_one_answer_and_to_do_in_another_is_told() -> None:
    one = letter(
        f"1. Recommendation 1: {CHILDREN}",
        "Force response: The call script has been rewritten.",
        f"2. Recommendation 2: {ADULTS}",
        "Force response: The call script will be rewritten by the hub.",
    )
    assert "“The call script has been rewritten”, Recommendation 2 says" in told(one)


def test_different_work_is_no_conflict() -> None:
    one = letter(
        f"1. Recommendation 1: {CHILDREN}",
        "Force response: The call script has been rewritten.",
        f"2. Recommendation 2: {ADULTS}",
        "Force response: The custody handbook will be rewritten.",
    )
    assert "ask which holds" not in told(one)


def test_promises_become_actions_with_owner_forum_project_and_day() -> None:
    one = letter(
        f"1. Recommendation 1: {CHILDREN}",
        "Force response: Project HERON, led by Superintendent Jane Poole, will open in the second"
        " half of 2022. Progress is tracked by the Call Handling Board (CHB) monthly. High risk"
        " cases will be seen within 24 hours. Over 90% of calls were answered in 10 seconds.",
        "Further work to complete:",
        "• A new script for supervisors",
    )
    opening, tracking, standard, claim, script = one.answers[0].actions
    assert (opening.project, opening.owner) == ("Project HERON", "Superintendent Jane Poole")
    assert str(opening.when.latest) == "2022-12-31"
    assert (tracking.forum, tracking.cadence) == ("Call Handling Board", "monthly")
    assert (standard.kind, standard.when.latest) == (ActionKind.SERVICE_STANDARD, None)
    assert claim.kind is ActionKind.CLAIM
    assert (script.text, script.progress) == ("A new script for supervisors", Progress.PLANNED)


def test_work_for_a_day_keeps_the_day_whatever_comes_round_in_its_words() -> None:
    one = letter(
        f"1. Recommendation 1: {CHILDREN}",
        "Force response: A training day will be held on 7 March 2030 so that regular checks work.",
    )
    (training,) = one.answers[0].actions
    assert (str(training.when.latest), training.cadence) == ("2030-03-07", "")
    assert training.kind is ActionKind.ACTION


def test_the_commissioners_own_work_is_undertaken_and_courtesies_are_not() -> None:
    one = letter(
        "I am pleased with the report. I have asked the force to report to me by 1 October 2021.",
        "My office is funding:",
        "1) a youth worker; and\n2) a helpline.",
        "I hope that this reassures you. I will publish this letter.",
    )
    assert [(work.text, work.progress) for work in one.undertakings] == [
        ("I have asked the force to report to me by 1 October 2021.", Progress.DONE),
        ("a youth worker; and", Progress.IN_PROGRESS),
        ("a helpline.", Progress.IN_PROGRESS),
    ]
    assert str(one.undertakings[0].when.exact) == "2021-10-01"


def test_formalities_that_are_missing_are_told() -> None:
    bare = draft([reading("Dear", "Under section 55 of the Police Act 1996 I comment.")])[0]
    assert "bears no date" in told(bare)
    assert "nobody it is addressed to" in told(bare)
    assert "s.55(6)(a)" in told(bare)
    assert "s.55(6)(b)" in told(bare)
    full = letter(f"• {CHILDREN}", "Force response: Reviewed.")
    assert "s.55(6)" not in told(full)
    assert full.document.sent_by == "Ann Lee, Police and Crime Commissioner for Exmoor"
    assert full.document.sent_to == "Home Secretary"
    assert [copy.to for copy in full.copies] == ["HMICFRS", "Home Secretary"]


@pytest.mark.parametrize(
    ("before", "short", "words"),
    [
        ("the Vulnerability Performance Group ", "VPG", "Vulnerability Performance Group"),
        ("our Young Person Early Intervention ", "YPEI", "Young Person Early Intervention"),
        ("a Multi-Agency Safeguarding Hub ", "MASH", "Multi-Agency Safeguarding Hub"),
        ("children in custody ", "YPIC", ""),
    ],
)
def test_short_names_are_spelt_out_by_their_letters(before: str, short: str, words: str) -> None:
    assert spelt_out(before, short) == words


def test_one_short_name_with_two_meanings_is_told() -> None:
    one = letter(
        f"• {CHILDREN}",
        "Force response: The Call Action Tracker (CAT) is used. The Call Assessment Tracker (CAT)"
        " too.",
    )
    assert "CAT is spelt out as “Call Action Tracker” and “Call Assessment Tracker”" in told(one)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("The force’s plan – now", "the force's plan - now", 1.0, 1.0),
        ("include: a) calls; and b) visits", "include: calls; and visits", 0.99, 1.0),
        ("calls", "", 0.0, 0.0),
        ("review the plan for calls", "stop all dogs in town", 0.0, 0.6),
    ],
)
def test_likeness_looks_past_marks_and_labels(
    one: str, other: str, least: float, most: float
) -> None:
    assert least <= likeness(one, other) <= most


def test_a_review_is_linked_to_what_it_continues() -> None:
    review = reading(
        *TOP,
        "HMICFRS made four recommendations to the force after its first inspection.",
        "The post-inspection review found two areas that still require improvement.",
        "Areas still requiring improvement:",
        "1. The force still does not answer calls from children soon enough.",
        "Force response: More staff.",
        "2. Strip-searches are still not written up in custody.",
        "Force response: More training.",
        *END,
    )
    one = draft([reading(*REPORT, name="report.txt"), review])[1]
    best = {link.order: link.ref for link in reversed(one.links)}
    assert best == {1: "1", 2: "3"}
    assert "“made four recommendations”; the report lists 3." in told(one)


def test_pairs_are_the_same_without_the_faster_library(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (f"Recommendation 2 - {ADULTS}", "Force response: Reviewed.",
             f"Recommendation 3 - {CUSTODY}", "Force response: Kept.")  # fmt: skip
    fast = refs(answered(*lines))
    monkeypatch.setattr("seed.likeness._HAS_RAPIDFUZZ", False)
    assert refs(answered(*lines)) == fast == ["2", "3"]


def test_a_letter_that_breaks_off_after_a_heading_is_still_read() -> None:
    one = letter(f"1. Recommendation 1: {CHILDREN}", "Force response: Reviewed.")
    assert len(one.answers) == 1
    cut_off = draft([reading(*TOP, "Recommendation 1")])[0]
    assert [answer.number for answer in cut_off.answers] == ["1"]


def test_the_heading_of_what_comes_next_is_no_part_of_an_answer() -> None:
    folder = Path(__file__).parent / "fixtures" / "sixth_round"
    _, letter = draft(
        [
            read_text((folder / name).read_text(encoding="utf-8"), name)
            for name in ("peel_numbered.txt", "letter_peel_numbered.txt")
        ]
    )
    comments = {answer.number: answer.comments for answer in letter.answers}
    assert comments["1b"] == ("I note this.",)
    answers = {answer.number: answer.text for answer in letter.answers}
    assert answers["2a"] == "Training has been commissioned."
