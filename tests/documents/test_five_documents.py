"""The five documents of one real case, checked against the list made of them by hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from seed.documents.blocks import Reading
from seed.documents.from_text import read_text
from seed.draft import Draft
from seed.drafts import draft
from store.vocabulary import ActionKind, Applies

SHARED = Path(__file__).parents[3] / "shared"
LIST = SHARED / "reference" / "entities.json"

pytestmark = pytest.mark.skipif(
    not LIST.exists(), reason="the five documents are not beside this checkout"
)


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(LIST.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def drafts() -> dict[str, Draft]:
    """All five read together."""
    paths = sorted((SHARED / "documents").glob("*.txt"))
    found = draft([reading(path) for path in paths])
    return {path.name[:3]: one for path, one in zip(paths, found, strict=True)}


def reading(path: Path) -> Reading:
    return read_text(path.read_text(encoding="utf-8"), path.name)


def plain(text: str) -> str:
    folded = re.sub(r"\s+", " ", text.replace("’", "'")).strip()
    return re.sub(r"(?<=\w)- (?=\w)", "-", folded)


def expected(answers: dict[str, Any], doc: str) -> list[dict[str, Any]]:
    return [one for one in answers["recommendations"] if one["source_doc"] == doc]


@pytest.mark.parametrize(("doc", "number"), [("003", 11), ("000", 6), ("001", 3), ("002", 0)])
def test_exactly_the_findings(
    doc: str, number: int, drafts: dict[str, Draft], answers: dict[str, Any]
) -> None:
    wanted = [(one["text"], one["parts"]) for one in expected(answers, doc)]
    found = [
        (finding.text, [part.text for part in finding.parts]) for finding in drafts[doc].findings
    ]
    assert len(found) == number
    assert found == wanted


def test_each_finding_knows_its_chapter_addressee_and_timescale(
    drafts: dict[str, Draft], answers: dict[str, Any]
) -> None:
    for finding, wanted in zip(drafts["003"].findings, expected(answers, "003"), strict=True):
        assert finding.section == wanted["section_heading"]
        assert finding.addressee.words == wanted["addressee"]
        assert finding.timescale.lower() == wanted["timescale"]
    assert {str(finding.due.rule) for finding in drafts["003"].findings if finding.due} == {
        "MONTHS_6",
        "IMMEDIATE",
    }


def test_the_thematic_speaks_to_others_too(
    drafts: dict[str, Draft], answers: dict[str, Any]
) -> None:
    found = drafts["000"].findings
    for finding, wanted in zip(found, expected(answers, "000"), strict=True):
        assert finding.addressee.words == wanted["addressee"]
    assert [finding.addressee.applies for finding in found] == [
        Applies.WATCHED,
        Applies.WATCHED,
        Applies.OURS,
        Applies.WATCHED,
        Applies.OURS,
        Applies.CONDITIONAL,
    ]


def test_all_look_alikes_are_left_with_a_reason(
    drafts: dict[str, Draft], answers: dict[str, Any]
) -> None:
    for wanted in answers["not_recommendations"]:
        hits = [
            one
            for one in drafts[wanted["doc"]].not_taken
            if plain(wanted["text"]).rstrip(".") in plain(one.text)
        ]
        assert len(hits) == wanted.get("times", 1), wanted["text"]
        assert all(one.why and one.finding for one in hits)


def test_each_of_the_twenty_answers_is_paired(
    drafts: dict[str, Draft], answers: dict[str, Any]
) -> None:
    order = {one["id"]: one["report_order"] for one in answers["recommendations"]}
    for doc in ("000", "001", "004"):
        told = [one for one in answers["responses"] if one["doc"] == doc]
        for answer, wanted in zip(drafts[doc].answers, told, strict=True):
            assert answer.answers is not None
            assert answer.answers.order == order[wanted["answers"]]
            if "recommendation_as_restated" in wanted:
                assert plain(answer.restated) == plain(wanted["recommendation_as_restated"])


def test_each_answer_keeps_all_its_words(drafts: dict[str, Draft], answers: dict[str, Any]) -> None:
    for doc in ("000", "001", "004"):
        wanted = [plain(one["text"]) for one in answers["responses"] if one["doc"] == doc]
        found = [plain(answer.text) for answer in drafts[doc].answers]
        assert found == wanted


def test_the_letter_numbers_in_the_order_of_the_report(drafts: dict[str, Draft]) -> None:
    by_order = {
        answer.answers.order: int(answer.number)
        for answer in drafts["004"].answers
        if answer.answers
    }
    assert [by_order[order] for order in range(1, 12)] == [11, 10, 9, 4, 7, 8, 2, 6, 3, 1, 5]
    assert drafts["004"].unanswered == ()
    scores = [answer.answers for answer in drafts["004"].answers if answer.answers]
    assert min(match.score for match in scores) > 0.98
    assert max(match.second_score for match in scores) < 0.7


def test_the_report_and_its_letters_know_their_days(drafts: dict[str, Draft]) -> None:
    report = drafts["003"].document
    assert (report.force, report.published.words) == (
        "Cambridgeshire Constabulary",
        "December 2021",
    )
    assert str(report.fieldwork.earliest) == "2021-07-05"
    assert str(report.fieldwork.latest) == "2021-07-16"
    assert str(drafts["004"].document.dated.exact) == "2022-02-15"
    assert str(drafts["000"].document.dated.exact) == "2020-04-15"
    assert drafts["001"].document.dated.words == ""
    assert drafts["003"].stated[0].number == 11


def test_the_next_steps_become_deadlines_with_their_owners(drafts: dict[str, Draft]) -> None:
    steps = [(step.owner, str(step.due.rule)) for step in drafts["003"].deadlines]
    assert steps == [
        ("Cambridgeshire Constabulary", "WEEKS_6"),
        ("Cambridgeshire Constabulary", "WEEKS_6"),
        ("the inspectorate", "MONTHS_6"),
        ("police and crime commissioner", "S55_56"),
    ]
    assert drafts["003"].deadlines[2].condition.startswith("Subject to")
    statutory = drafts["003"].deadlines[-1].due
    assert [str(statutory.earliest), str(statutory.latest)] == ["2022-01-25", "2022-02-24"]


def problems(one: Draft) -> str:
    return "\n".join(problem.sentence for problem in one.problems)


@pytest.mark.parametrize(
    ("doc", "words"),
    [
        ("001", "nine recommendations”; the report lists 11. Exactly 9 of the 11"),
        ("001", "bears no date"),
        ("001", "no copy to the inspectors"),
        ("000", "names nobody"),
        ("000", "old gsi domain"),
        ("002", "Monday 5th July 2021"),
        ("003", "only “December 2021”"),
        ("004", "Recommendation 5 and Recommendation 11 are 99% the same"),
        ("004", "Since Autumn 2022"),
        ("004", "In January 2022"),
        ("004", "on 07/02/22"),
        ("004", "101 forms have been redrafted"),
        ("004", "re-drafting of our 101 forms"),
        ("004", "fully implemented” and also “Work ongoing"),
        ("004", "VAT is spelt out"),
        ("004", "VotC"),
    ],
)
def test_each_trap_is_a_sentence(doc: str, words: str, drafts: dict[str, Draft]) -> None:
    assert words in problems(drafts[doc])


def test_the_parts_without_an_answer(drafts: dict[str, Draft]) -> None:
    gaps = {
        int(answer.number): [part.label for part in answer.parts_unanswered]
        for answer in drafts["004"].answers
        if answer.parts_unanswered
    }
    assert gaps == {2: ["a)", "b)"], 5: ["a)", "b)"], 8: ["a)"]}


def test_risk_bands_are_standards_and_no_dates(drafts: dict[str, Draft]) -> None:
    answer = next(one for one in drafts["004"].answers if one.number == "8")
    standards = [one for one in answer.actions if one.kind is ActionKind.SERVICE_STANDARD]
    assert len(standards) == 4
    assert all(one.when.latest is None for one in standards)


@pytest.mark.parametrize(
    ("number", "words", "latest"),
    [
        ("3", "01/12/2024", "2024-12-01"),
        ("5", "first half of 2022", "2022-06-30"),
        ("6", "first half of 2022", "2022-06-30"),
        ("7", "January 2022", "2022-01-31"),
        ("9", "07/02/22", "2022-02-07"),
    ],
)
def test_hidden_dates_are_proposed(
    number: str, words: str, latest: str, drafts: dict[str, Draft]
) -> None:
    answer = next(one for one in drafts["004"].answers if one.number == number)
    days = [one.when for one in answer.actions if one.when.words == words]
    assert [str(day.latest) for day in days] == [latest]


def test_projects_are_named(drafts: dict[str, Draft]) -> None:
    shared: dict[str, list[int]] = {}
    for answer in drafts["004"].answers:
        for project in {one.project for one in answer.actions if one.project}:
            shared.setdefault(project.removeprefix("Project "), []).append(int(answer.number))
    assert shared["KAIZEN"] == [7, 10]
    assert shared["ARTEMIS"] == [5, 9, 11]
    assert shared["FLETCHER"] == [5, 11]
    assert shared["BOYD"] == [6]
    assert shared["CSA/E response plan"] == [2, 4]


def test_the_commissioner_has_five_undertakings(drafts: dict[str, Draft]) -> None:
    assert len(drafts["004"].undertakings) == 5
    assert len(drafts["000"].undertakings) == 1
    assert drafts["001"].undertakings == ()


def test_the_review_is_linked_to_what_it_continues(
    drafts: dict[str, Draft], answers: dict[str, Any]
) -> None:
    order = {one["id"]: str(one["report_order"]) for one in answers["recommendations"]}
    for area, wanted in enumerate(expected(answers, "001"), 1):
        links = {link.ref for link in drafts["001"].links if link.order == area}
        assert {order[earlier] for earlier in wanted["continues"]} <= links
        assert len(links) <= 3


def test_every_piece_of_work_in_the_letters_is_proposed(
    drafts: dict[str, Draft], answers: dict[str, Any]
) -> None:
    missing = [
        wanted["id"]
        for wanted in answers["actions"]
        if not any(plain(wanted["quote"]) in plain(text) for text in work(drafts[wanted["doc"]]))
    ]
    assert missing == []


def work(one: Draft) -> list[str]:
    """The texts of all actions and undertakings proposed from a letter."""
    actions = [action.text for answer in one.answers for action in answer.actions]
    return actions + [undertaking.text for undertaking in one.undertakings]
