"""The worked example, as a governance lead meets it on three different days."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from seed.example import queries as told_queries
from seed.example import write
from store import (
    actions,
    boards,
    chain,
    deadlines,
    decisions,
    documents,
    inspections,
    owners,
    queries,
    recommendations,
    responses,
    standing,
    working_days,
)
from store.clocks import RuleKind
from store.countdown import countdown, days_left
from store.deadlines import Deadline
from store.errors import BadInput
from store.models import Recommendation, Subject
from store.refs import find
from store.tracker import Tracker, open_tracker
from store.unit import Author
from store.vocabulary import Applies, Axis, Extent, StepKind, SubjectKind

FEBRUARY_2022 = date(2022, 2, 1)
JUNE_2022 = date(2022, 6, 1)
JANUARY_2023 = date(2023, 1, 20)
AUTHOR = Author("Example", lambda: datetime(2022, 6, 1, 9, tzinfo=UTC))
LONGEST_TITLE = 45


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    """The whole example, written once."""
    written = write(tmp_path_factory.mktemp("example") / "example.matters", AUTHOR)
    yield written
    written.close()


def on(tracker: Tracker, ref: str) -> Subject:
    return find(tracker.db, ref)


def finding(tracker: Tracker, ref: str) -> Recommendation:
    return recommendations.get(tracker.db, on(tracker, ref).id)


def findings(tracker: Tracker, today: date) -> list[str]:
    found = tracker.db.execute(
        "SELECT ref FROM recommendations WHERE since <= ? ORDER BY id", (today.isoformat(),)
    )
    return [ref for (ref,) in found]


def action_titled(tracker: Tracker, title: str) -> Subject:
    (key,) = tracker.db.execute("SELECT id FROM actions WHERE title = ?", (title,)).fetchone()
    return Subject(SubjectKind.ACTION, key)


def left(tracker: Tracker, subject: Subject, today: date) -> str:
    held = deadlines.of_subject(tracker.db, subject, today)[0]
    return countdown(held.due, today, held.met_on(today))


def clock(tracker: Tracker, ref: str, what: str, today: date) -> Deadline:
    clocks = deadlines.clocks_of_inspection(tracker.db, on(tracker, ref).id, today)
    return next(held for held in clocks if what.casefold() in held.what.casefold())


def clock_left(tracker: Tracker, ref: str, what: str, today: date) -> str:
    held = clock(tracker, ref, what, today)
    return countdown(held.due, today, held.met_on(today))


def query_words(tracker: Tracker, subject: Subject, today: date = JANUARY_2023) -> str:
    return " ".join(query.text for query in queries.of(tracker.db, subject, today))


class TestTheFile:
    def test_opens_again_on_its_own_day(self, tmp_path: Path) -> None:
        write(tmp_path / "example.matters", AUTHOR).close()
        again = open_tracker(tmp_path / "example.matters")
        assert (again.opens_on, again.read_only) == (JUNE_2022, "")
        again.close()

    def test_never_replaces_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.matters"
        path.write_text("mine")
        with pytest.raises(BadInput):
            write(path, AUTHOR)
        assert path.read_text() == "mine"

    def test_every_unit_is_named_and_the_log_is_whole(self, tracker: Tracker) -> None:
        titles = [title for (title,) in tracker.db.execute("SELECT title FROM units")]
        assert len(titles) == len(set(titles)) == 12
        assert all(title.startswith("Example: ") for title in titles[1:])
        assert chain.first_break(tracker.db) is None
        assert standing.disagreements(tracker.db) == []

    def test_nothing_claims_to_be_the_wording_of_record(self, tracker: Tracker) -> None:
        for table in ("recommendations", "responses"):
            (claims,) = tracker.db.execute(f"SELECT sum(of_record) FROM {table}").fetchone()
            assert claims == 0


class TestAsOnFirstOfFebruary2022:
    def test_seventeen_findings_and_no_answer_to_the_report(self, tracker: Tracker) -> None:
        assert findings(tracker, FEBRUARY_2022) == [f"R{number}" for number in range(1, 18)]
        for number in range(1, 12):
            key = on(tracker, f"R{number}").id
            assert responses.to_recommendation(tracker.db, key, FEBRUARY_2022) == []
            assert actions.for_recommendation(tracker.db, key, FEBRUARY_2022) == []

    def test_comments_are_due_in_a_fortnight(self, tracker: Tracker) -> None:
        held = clock(tracker, "I1", "Comments", FEBRUARY_2022)
        assert held.due.latest == date(2022, 2, 15)
        assert clock_left(tracker, "I1", "Comments", FEBRUARY_2022) == "14 days left"

    def test_update_and_plan_are_due_tomorrow(self, tracker: Tracker) -> None:
        for what in ("Update", "Action plan"):
            assert clock_left(tracker, "I1", what, FEBRUARY_2022) == "1 day left"

    def test_immediate_findings_come_first(self, tracker: Tracker) -> None:
        held = [
            deadline
            for deadline in deadlines.standing_on(tracker.db, FEBRUARY_2022)
            if deadline.subject.kind == SubjectKind.RECOMMENDATION
        ]
        kinds = [deadline.due.rule.kind for deadline in held]
        assert kinds == [RuleKind.IMMEDIATE] * 3 + [RuleKind.MONTHS] * 8
        assert {deadline.due.latest for deadline in held[3:]} == {date(2022, 6, 22)}

    @pytest.mark.parametrize("today", [date(2021, 7, 13), FEBRUARY_2022, JUNE_2022])
    def test_no_query_speaks_of_what_is_still_to_come(self, tracker: Tracker, today: date) -> None:
        later = [
            ref
            for table in ("documents", "recommendations")
            for (ref,) in tracker.db.execute(
                f"SELECT ref FROM {table} WHERE since > ?", (today.isoformat(),)
            )
        ]
        assert later
        for query in queries.listed(tracker.db, today):
            words = re.findall(r"\w+", f"{query.text} {query.source}")
            assert not set(words).intersection(later), query.text


class TestAsOnFirstOfJune2022:
    def test_seventeen_findings_all_answered(self, tracker: Tracker) -> None:
        assert len(findings(tracker, JUNE_2022)) == 17
        for ref in findings(tracker, JUNE_2022):
            assert responses.to_recommendation(tracker.db, on(tracker, ref).id, JUNE_2022)

    @pytest.mark.parametrize(
        ("what", "words"),
        [
            ("Comments", "met day 56 of 56"),
            ("Update", "119 days late"),
            ("Action plan", "119 days late"),
            ("Revisit", "21 days left"),
        ],
    )
    def test_clocks_of_the_inspection(self, tracker: Tracker, what: str, words: str) -> None:
        assert clock_left(tracker, "I1", what, JUNE_2022) == words

    @pytest.mark.parametrize("number", [1, 3, 4, 5, 7, 9, 10, 11])
    def test_eight_findings_have_three_weeks(self, tracker: Tracker, number: int) -> None:
        assert left(tracker, on(tracker, f"R{number}"), JUNE_2022) == "21 days left"

    @pytest.mark.parametrize("number", [2, 6, 8])
    def test_three_findings_are_due_now(self, tracker: Tracker, number: int) -> None:
        assert left(tracker, on(tracker, f"R{number}"), JUNE_2022) == "due now"

    @pytest.mark.parametrize(
        ("title", "words"),
        [
            ("Victim feedback panel", "29 days left"),
            ("Three-force tool on offenders", "29 days left"),
            ("tuServ brought in by stages", "121 days late"),
            ("Joint day with the SAFE team", "114 days late"),
            ("Review of the custody policy on children", "914 days left"),
            ("PACE beds raised at the Youth Justice Board", "no date"),
            ("Reassurance sought at the Board", "no date"),
        ],
    )
    def test_dates_inside_the_answers(self, tracker: Tracker, title: str, words: str) -> None:
        assert left(tracker, action_titled(tracker, title), JUNE_2022) == words

    def test_the_next_board_is_made_up_and_says_so(self, tracker: Tracker) -> None:
        board = boards.next_board(tracker.db, JUNE_2022)
        assert board is not None
        assert (board.name, board.day) == ("Business Co-ordination Board", date(2022, 6, 9))
        assert board.illustrative
        assert "Made up" in board.remark
        assert left(tracker, Subject(SubjectKind.BOARD, board.id), JUNE_2022) == "5 days left"

    def test_the_board_of_2021_is_owed_nothing(self, tracker: Tracker) -> None:
        board = boards.last_board(tracker.db, JUNE_2022)
        assert board is not None
        assert (board.day, board.agenda_item) == (date(2021, 7, 13), "10.0")
        assert deadlines.of_subject(tracker.db, on(tracker, "B1"), JUNE_2022) == []


class TestAsOnTwentiethOfJanuary2023:
    def test_twenty_findings(self, tracker: Tracker) -> None:
        assert findings(tracker, JANUARY_2023) == [f"R{number}" for number in range(1, 21)]

    def test_comments_on_the_review_are_not_shown_to_be_met(self, tracker: Tracker) -> None:
        held = clock(tracker, "I3", "Comments", JANUARY_2023)
        assert held.due.latest == date(2023, 2, 2)
        assert days_left(held.due, JANUARY_2023) == (13, 13)
        assert held.met_on(JANUARY_2023) is None
        assert "undated" in query_words(tracker, Subject(SubjectKind.DEADLINE, held.id))

    def test_silence_closes_nothing(self, tracker: Tracker) -> None:
        for number in range(1, 12):
            held = standing.of_recommendation(
                tracker.db, on(tracker, f"R{number}").id, JANUARY_2023
            )
            assert held is not None
            assert (held.is_open, held.inspectorate) == (True, "open")

    def test_thematic_and_review_findings_have_no_due_date(self, tracker: Tracker) -> None:
        for number in range(12, 21):
            assert deadlines.of_subject(tracker.db, on(tracker, f"R{number}"), JANUARY_2023) == []


class TestInspectionsAndDocuments:
    def test_five_inspections_two_only_mentioned(self, tracker: Tracker) -> None:
        listed = inspections.listed(tracker.db, JANUARY_2023)
        assert [inspection.ref for inspection in listed] == ["I3", "I1", "I2", "I4", "I5"]
        assert [inspection.mentioned_only for inspection in listed] == [False] * 3 + [True] * 2

    def test_review_belongs_to_the_inspection(self, tracker: Tracker) -> None:
        review = inspections.get(tracker.db, on(tracker, "I3").id)
        assert review.parent == on(tracker, "I1").id
        assert review.fieldwork.month_only

    @pytest.mark.parametrize(
        ("ref", "published", "words"),
        [
            ("D1", date(2021, 12, 22), "December 2021"),
            ("D4", date(2020, 2, 27), "27 February 2020"),
            ("D6", date(2022, 12, 9), "9 December 2022"),
        ],
    )
    def test_publication_days_name_their_web_page(
        self, tracker: Tracker, ref: str, published: date, words: str
    ) -> None:
        document = documents.get(tracker.db, on(tracker, ref).id)
        assert (document.published.exact, document.published.words) == (published, words)
        assert document.published.source.endswith(document.url)
        assert "web page" in document.published.source
        assert document.since == published

    def test_two_reports_are_not_in_hand(self, tracker: Tracker) -> None:
        listed = documents.listed(tracker.db, JANUARY_2023)
        assert [held.ref for held in listed if not held.in_hand] == ["D4", "D6"]

    def test_undated_letter_keeps_its_gap(self, tracker: Tracker) -> None:
        letter = documents.get(tracker.db, on(tracker, "D7").id)
        assert (letter.dated.words, letter.dated.earliest, letter.dated.latest) == ("", None, None)
        assert letter.since == date(2022, 12, 9)

    @pytest.mark.parametrize(
        ("ref", "duties"),
        [("D3", ["s.55(6)(b)", "s.55(6)(a)"]), ("D5", ["s.55(6)(a)"]), ("D7", ["s.55(6)(b)"])],
    )
    def test_copies_are_those_the_letter_shows(
        self, tracker: Tracker, ref: str, duties: list[str]
    ) -> None:
        sent = documents.copies(tracker.db, on(tracker, ref).id)
        assert [copy.duty.split()[-1] for copy in sent] == duties

    @pytest.mark.parametrize("ref", ["I1", "I2", "I3"])
    def test_the_duty_has_its_five_steps(self, tracker: Tracker, ref: str) -> None:
        steps = deadlines.steps(tracker.db, clock(tracker, ref, "Comments", JANUARY_2023).id)
        assert [step.kind for step in steps] == list(StepKind)
        published = steps[2].done
        assert (published.earliest, published.latest) == (None, None)


class TestFindings:
    def test_letter_numbers_in_report_order(self, tracker: Tracker) -> None:
        letter = on(tracker, "D3").id
        numbered = [
            {n.document: n.number for n in recommendations.numbers(tracker.db, key, JUNE_2022)}
            for key in (on(tracker, f"R{number}").id for number in range(1, 12))
        ]
        in_order = [int(numbers[letter]) for numbers in numbered]
        assert in_order == [11, 10, 9, 4, 7, 8, 2, 6, 3, 1, 5]
        assert {numbers[on(tracker, "D1").id] for numbers in numbered} == {""}

    @pytest.mark.parametrize(
        ("refs", "applies"),
        [
            (("R12", "R13", "R15"), Applies.WATCHED),
            (("R14", "R16"), Applies.OURS),
            (("R17",), Applies.CONDITIONAL),
        ],
    )
    def test_whose_the_thematic_findings_are(
        self, tracker: Tracker, refs: tuple[str, ...], applies: Applies
    ) -> None:
        for ref in refs:
            assert finding(tracker, ref).applies == applies
            assert finding(tracker, ref).applies_because

    def test_condition_ends_when_the_inspection_begins(self, tracker: Tracker) -> None:
        key = on(tracker, "R17").id
        before = standing.of_recommendation(tracker.db, key, date(2021, 7, 5))
        after = standing.of_recommendation(tracker.db, key, date(2021, 7, 6))
        assert before is not None
        assert after is not None
        assert (before.applies, before.is_open) == (Applies.CONDITIONAL, True)
        assert (after.applies, after.is_open) == (Applies.LAPSED, False)

    def test_review_areas_continue_earlier_findings(self, tracker: Tracker) -> None:
        continued = {
            ref: [
                link.other_ref
                for link in recommendations.links(tracker.db, on(tracker, ref).id, JANUARY_2023)
            ]
            for ref in ("R18", "R19", "R20")
        }
        assert continued == {"R18": ["R6"], "R19": ["R3", "R4"], "R20": ["R10", "R9"]}

    @pytest.mark.parametrize(
        ("ref", "extents"),
        [
            ("R6", [Extent.NOT_ANSWERED, Extent.ANSWERED, Extent.ANSWERED]),
            ("R7", [Extent.PARTLY, Extent.PARTLY]),
            ("R11", [Extent.NOT_ANSWERED, Extent.NOT_ANSWERED, Extent.PARTLY]),
        ],
    )
    def test_parts_say_how_far_they_are_answered(
        self, tracker: Tracker, ref: str, extents: list[Extent]
    ) -> None:
        parts = recommendations.parts(tracker.db, on(tracker, ref).id, JUNE_2022)
        assert [part.extent for part in parts] == extents
        assert all(part.remark for part in parts)
        before = recommendations.parts(tracker.db, on(tracker, ref).id, FEBRUARY_2022)
        assert {part.extent for part in before} == {None}

    def test_titles_are_short(self, tracker: Tracker) -> None:
        for table in ("recommendations", "actions"):
            titles = [title for (title,) in tracker.db.execute(f"SELECT title FROM {table}")]
            assert len(set(titles)) == len(titles)
            assert [title for title in titles if len(title) > LONGEST_TITLE] == []


class TestActionsAndDecisions:
    def test_shared_actions_serve_each_with_its_own_answer(self, tracker: Tracker) -> None:
        panel = action_titled(tracker, "Victim feedback panel")
        served = tracker.db.execute(
            """SELECT recommendation, response FROM action_recommendations WHERE action = ?
               ORDER BY id""",
            (panel.id,),
        ).fetchall()
        assert [key for key, _ in served] == [on(tracker, "R11").id, on(tracker, "R1").id]
        assert len({response for _, response in served}) == 2

    def test_commissioners_own_actions_serve_no_number(self, tracker: Tracker) -> None:
        (count,) = tracker.db.execute(
            """SELECT count(*) FROM actions a WHERE kind = 'commissioner''s undertaking'
               AND NOT EXISTS (SELECT 1 FROM action_recommendations WHERE action = a.id)"""
        ).fetchone()
        assert count == 5

    def test_standards_for_each_case_are_never_counted_down(self, tracker: Tracker) -> None:
        counted = {deadline.subject for deadline in deadlines.standing_on(tracker.db, JUNE_2022)}
        standards = tracker.db.execute("SELECT id FROM actions WHERE kind = 'service standard'")
        subjects = [Subject(SubjectKind.ACTION, key) for (key,) in standards]
        assert len(subjects) == 4
        assert not counted.intersection(subjects)

    def test_words_without_a_day_ask_for_one(self, tracker: Tracker) -> None:
        undated = tracker.db.execute(
            "SELECT subject FROM deadlines WHERE subject_kind = 'action' AND rule = 'NONE'"
        ).fetchall()
        assert len(undated) == 4
        for (key,) in undated:
            assert queries.of(tracker.db, Subject(SubjectKind.ACTION, key), JANUARY_2023)

    def test_a_claim_of_full_implementation_stays_a_claim(self, tracker: Tracker) -> None:
        held = decisions.standing(tracker.db, on(tracker, "R8"), Axis.DELIVERY, JUNE_2022)
        assert held is not None
        assert (held.status, held.said) == ("in progress", "fully implemented")
        assert "claim" in query_words(tracker, on(tracker, "R8"))

    def test_nothing_is_signed_off_or_closed(self, tracker: Tracker) -> None:
        statuses = Counter(
            (axis, status)
            for axis, status in tracker.db.execute(
                "SELECT axis, status FROM decisions WHERE subject_kind = 'recommendation'"
            )
        )
        assert statuses == {("delivery", "in progress"): 17}

    def test_names_that_may_be_one_stay_two(self, tracker: Tracker) -> None:
        for one, other in (("DMM", "FDMM"), ("YJB", "Youth Justice Management Board")):
            pair = [held for held in owners.listed(tracker.db) if held.name in (one, other)]
            assert len(pair) == 2
            asked = [query_words(tracker, Subject(SubjectKind.OWNER, held.id)) for held in pair]
            assert any("Perhaps the" in words for words in asked)


class TestAudits:
    def test_samples_and_areas_add_up(self, tracker: Tracker) -> None:
        audits = inspections.audits(tracker.db, on(tracker, "I1").id, JUNE_2022)
        by_area = [audit for audit in audits if audit.area]
        by_sample = [audit for audit in audits if not audit.area and audit.assessor == "HMICFRS"]
        for group in (by_area, by_sample):
            assert sum(audit.good for audit in group) == 34
            assert sum(audit.requires_improvement for audit in group) == 30
            assert sum(audit.inadequate for audit in group) == 15

    def test_both_gradings_of_the_same_files(self, tracker: Tracker) -> None:
        audits = inspections.audits(tracker.db, on(tracker, "I1").id, JUNE_2022)
        same = {audit.assessor: audit.good for audit in audits if audit.total == 33}
        assert same == {"Cambridgeshire Constabulary": 19, "HMICFRS": 13}

    def test_review_sample_names_its_outside_source(self, tracker: Tracker) -> None:
        (audit,) = inspections.audits(tracker.db, on(tracker, "I3").id, JANUARY_2023)
        assert (audit.good, audit.requires_improvement, audit.inadequate) == (6, 5, 13)
        assert "https://" in audit.source


class TestQueries:
    def test_every_trap_is_asked_in_the_tracker(self, tracker: Tracker) -> None:
        kept = {query.text for query in queries.listed(tracker.db, JANUARY_2023)}
        assert len(told_queries.TRAPS) == 27
        for trap, asked in told_queries.TRAPS.items():
            assert asked, trap
            assert all(query.text in kept for query in asked), trap

    def test_each_query_is_asked_once_and_says_where_it_stands(self, tracker: Tracker) -> None:
        kept = queries.listed(tracker.db, JANUARY_2023)
        once = {(query.subject, query.text) for query in kept}
        assert len(once) == len(kept) == len(list(told_queries.asked()))
        assert all(query.source for query in kept)

    def test_eleven_or_nine_is_asked_once_the_review_is_answered(self, tracker: Tracker) -> None:
        subject = on(tracker, "I1")
        assert "nine" not in query_words(tracker, subject, JUNE_2022)
        assert "letter on the review says nine" in query_words(tracker, subject)
        counted = tracker.db.execute(
            "SELECT count(*) FROM recommendations WHERE inspection = ?", (subject.id,)
        ).fetchone()
        stated = inspections.get(tracker.db, subject.id).stated_recommendations
        assert counted == (stated,) == (11,)


def test_a_corrected_publication_day_moves_every_clock_of_the_report(tmp_path: Path) -> None:
    from store.dates import When
    from store.unit import unit

    tracker = write(tmp_path / "example.matters", AUTHOR)
    report = documents.get(tracker.db, on(tracker, "D1").id)
    with unit(tracker.db, "Correct the day", AUTHOR) as change:
        moved = documents.correct_published(
            change,
            report,
            When.on(date(2021, 12, 21), source="a test"),
            working_days.calendar(tracker.db),
        )
    assert moved == 15 - 3
    held = clock(tracker, "I1", "Comments", JUNE_2022)
    assert held.due.latest == date(2022, 2, 14)
    tracker.close()
