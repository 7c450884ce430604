"""From documents to records: what is saved, what one undo takes back, what a second import does."""

from datetime import date
from pathlib import Path

import pytest

from seed.documents import read
from seed.documents.from_text import read_text
from seed.drafts import draft
from seed.save import Saved, known_findings, save
from store import deadlines, documents, history, inspections, owners, recommendations, responses
from store.checking import check
from store.dates import When
from store.models import Subject
from store.owners import add as add_owner
from store.schema import RECORDS
from store.unit import unit
from store.vocabulary import Applies, Extent, OwnerKind, StepKind, SubjectKind
from store.working_days import calendar

TODAY = date(2024, 6, 3)
DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"
FIXTURES = Path(__file__).parents[1] / "documents" / "fixtures"
REPORT = """Inspection of custody at Northmere Police

Published on: 4 March 2024

Force: Northmere Police

1. Custody

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are
visited at night.

We recommend that, within six months, Northmere Police improves its custody records. It should:
a) write down why each child is held; and
b) have an inspector read one record in ten.

We recommend that the Home Office publishes guidance on heating in cells.
"""
LETTER = """15 April 2024

Dear Home Secretary

Response to the report: Inspection of custody at Northmere Police

I am writing under section 55 of the Police Act 1996.

Jo Field
Police and Crime Commissioner for Northmere

Appendix 1

Recommendation 1: We recommend that, within six months, Northmere Police improves its custody
records. It should: a) write down why each child is held; and b) have an inspector read one record
in ten.

Response: Every record now holds the reason why the child is held. The Custody Records Group will
review this by 30 September 2024.

Recommendation 2: We recommend that, within three months, Northmere Police reviews how often cells
are visited at night.

Response: The Custody Records Group will review visits to cells by 31 May 2024.
"""


def texts(*named):
    return [read_text(text, name) for name, text in named]


def put(tracker, author, readings, *, inspection=None, published=None, today=TODAY):
    """Read together and save, as the command does."""
    drafts = draft(readings, known_findings(tracker.db), published)
    return save(tracker.db, drafts, author, today, inspection)


def contents(db):
    """Every record there is, without the numbers of the units that wrote it."""
    return {
        table: sorted(
            tuple(
                str(value)
                for name, value in zip(columns(db, table), row, strict=True)
                if name != "rev"
            )
            for row in db.execute(f"SELECT * FROM {table}")
        )
        for table in RECORDS
    }


def columns(db, table):
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def count(db, table):
    return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def listed(db):
    return [recommendations.get(db, key) for (key,) in db.execute("SELECT id FROM recommendations")]


def due(db, key):
    found = deadlines.of_subject(db, Subject(SubjectKind.RECOMMENDATION, key), date.max)
    return found[0] if found else None


@pytest.fixture
def saved_pair(empty, author):
    put(empty, author, texts(("report.txt", REPORT), ("letter.txt", LETTER)))
    return empty.db


def test_the_report_is_saved_to_the_letter(saved_pair):
    first, second, third = listed(saved_pair)
    assert first.text == (
        "We recommend that, within three months, Northmere Police reviews how often cells are "
        "visited at night."
    )
    assert first.title == "Reviews how often cells are visited at night"
    assert (first.of_record, first.section, first.timescale) == (
        True,
        "1. Custody",
        "within three months",
    )
    assert [one.position for one in (first, second, third)] == [1, 2, 3]
    assert [one.applies for one in (first, second, third)] == [
        Applies.OURS,
        Applies.OURS,
        Applies.WATCHED,
    ]
    parts = recommendations.parts(saved_pair, second.id, TODAY)
    assert [part.label for part in parts] == ["a", "b"]
    assert parts[1].text == "have an inspector read one record in ten."


def test_clocks_run_from_publication_and_the_duty_has_its_steps(saved_pair):
    assert due(saved_pair, 1).due.latest == date(2024, 6, 4)
    assert due(saved_pair, 2).due.latest == date(2024, 9, 4)
    assert due(saved_pair, 3) is None
    (duty,) = deadlines.clocks_of_inspection(saved_pair, 1, TODAY)
    assert (duty.due.latest, duty.owed_by) == (date(2024, 4, 28), "Police and Crime Commissioner")
    assert [step.kind for step in deadlines.steps(saved_pair, duty.id)] == list(StepKind)


def test_the_letter_shows_which_steps_of_the_duty_were_done(saved_pair):
    (duty,) = deadlines.clocks_of_inspection(saved_pair, 1, TODAY)
    steps = {step.kind: step for step in deadlines.steps(saved_pair, duty.id)}
    assert steps[StepKind.HOME_SECRETARY].done.exact == date(2024, 4, 15)
    assert steps[StepKind.HOME_SECRETARY].detail == "to Home Secretary: letter.txt, line 1"
    received = steps[StepKind.COMMENTS_IN].done
    assert (received.earliest, received.latest) == (None, date(2024, 4, 15))
    for kind in (StepKind.INVITED, StepKind.PUBLISHED, StepKind.INSPECTORS):
        assert (steps[kind].done.words, steps[kind].detail) == ("", "")


def test_where_comments_are_published_is_kept_without_a_day(empty, author):
    where = LETTER.replace(
        "Police Act 1996.\n",
        "Police Act 1996. It is published at https://northmere-pcc.example/c.\n",
    )
    put(empty, author, texts(("report.txt", REPORT), ("letter.txt", where)))
    (duty,) = deadlines.clocks_of_inspection(empty.db, 1, TODAY)
    steps = {step.kind: step for step in deadlines.steps(empty.db, duty.id)}
    step = steps[StepKind.PUBLISHED]
    assert step.detail.startswith("https://northmere-pcc.example/c (letter.txt, line ")
    assert step.done.words == ""
    copies = documents.copies(empty.db, 2)
    assert [copy.sent_to for copy in copies] == ["Home Secretary"]


def test_an_undated_letter_ticks_no_step_and_says_why(empty, author):
    undated = LETTER.replace("15 April 2024\n\n", "")
    put(empty, author, texts(("report.txt", REPORT), ("letter.txt", undated)))
    (duty,) = deadlines.clocks_of_inspection(empty.db, 1, TODAY)
    steps = {step.kind: step for step in deadlines.steps(empty.db, duty.id)}
    assert steps[StepKind.HOME_SECRETARY].done.words == ""
    assert steps[StepKind.HOME_SECRETARY].detail.endswith("the letter is undated")


def test_the_document_keeps_its_fingerprint_and_days(saved_pair):
    report, letter = documents.listed(saved_pair, TODAY)
    assert (report.file_name, len(report.sha256)) == ("report.txt", 64)
    assert report.published.exact == report.since == date(2024, 3, 4)
    assert (letter.dated.exact, letter.inspection) == (date(2024, 4, 15), report.inspection)


def test_answers_reach_their_recommendation_whatever_their_number(saved_pair):
    (answer,) = responses.to_recommendation(saved_pair, 2, TODAY)
    assert (answer.number, answer.of_record) == ("1", True)
    own = recommendations.numbers(saved_pair, 2, TODAY)
    assert [number.number for number in own] == ["", "1"]
    assert own[1].restated.startswith("We recommend that, within six months")
    extents = {part.label: part.extent for part in recommendations.parts(saved_pair, 2, TODAY)}
    assert extents["a"] is Extent.ANSWERED
    assert set(extents.values()) <= set(Extent)


def test_an_answer_to_what_the_report_does_not_say_is_kept_and_asked_about(empty, author):
    more = LETTER + (
        "\nRecommendation 3: We recommend that the force buys a minibus for its cadets without "
        "delay.\n\nResponse: No minibus is planned.\n"
    )
    told = put(empty, author, texts(("report.txt", REPORT), ("letter.txt", more)))
    assert [(one.findings, one.responses) for one in told] == [(3, 0), (1, 3)]
    (answer,) = responses.to_recommendation(empty.db, 4, TODAY)
    assert answer.text == "No minibus is planned."
    asked = [text for (text,) in empty.db.execute("SELECT text FROM queries")]
    assert any("choose its finding" in text for text in asked)
    assert check(empty.db) == []


def test_one_name_is_one_owner_however_often_it_is_met(saved_pair):
    names = [owner.name for owner in owners.listed(saved_pair)]
    assert names.count("Custody Records Group") == 1
    forum = "SELECT count(*) FROM actions WHERE forum IS NOT NULL"
    assert saved_pair.execute(forum).fetchone()[0] == 2


def test_a_known_name_is_used_and_a_nearly_known_one_is_not(empty, author):
    with unit(empty.db, "Owners", author) as change:
        known = add_owner(change, "CRG", OwnerKind.FORUM, aliases=[("custody records group", "x")])
        add_owner(change, "Custody Records Groups", OwnerKind.FORUM)
    put(empty, author, texts(("report.txt", REPORT), ("letter.txt", LETTER)))
    used = empty.db.execute("SELECT DISTINCT forum FROM actions WHERE forum IS NOT NULL").fetchall()
    assert used == [(known,)]


def test_each_document_is_one_unit_and_one_undo(empty, author):
    before = contents(empty.db)
    put(empty, author, texts(("report.txt", REPORT)))
    between = contents(empty.db)
    put(empty, author, texts(("letter.txt", LETTER)))
    assert contents(empty.db) != between
    assert history.undo(empty.db, author).title == "Import letter.txt"
    assert contents(empty.db) == between
    assert history.undo(empty.db, author).title == "Import report.txt"
    assert contents(empty.db) == before
    assert check(empty.db) == []


def test_the_same_bytes_change_nothing(saved_pair, empty, author):
    before, units = contents(saved_pair), history.units(saved_pair)
    again = put(empty, author, texts(("other name.txt", REPORT), ("letter.txt", LETTER)))
    assert [one.already for one in again] == [True, True]
    assert contents(saved_pair) == before
    assert history.units(saved_pair) == units


def test_what_was_undone_can_be_imported_again(saved_pair, empty, author):
    history.undo(saved_pair, author)
    (told,) = put(empty, author, texts(("letter.txt", LETTER)))
    assert (told.already, told.findings, told.responses) == (False, 0, 2)
    assert check(saved_pair) == []


def test_a_report_that_comes_after_its_letter_gives_the_wording_of_record(empty, author):
    db = empty.db
    (first,) = put(empty, author, texts(("letter.txt", LETTER)))
    assert (first.findings, first.responses) == (2, 2)
    assert due(db, 1).due.latest is None
    before = contents(db)
    (then,) = put(empty, author, texts(("report.txt", REPORT)))
    assert (then.findings, then.reworded, then.inspection) == (1, 2, first.inspection)
    assert {one.document for one in listed(db)} == {2}
    assert due(db, 1).due.latest == date(2024, 9, 4)
    assert len(inspections.listed(db, TODAY)) == 1
    assert check(db) == []
    history.undo(db, author)
    assert contents(db) == before
    assert check(db) == []


def test_a_finding_typed_by_hand_is_not_doubled(empty, author):
    db = empty.db
    with unit(db, "By hand", author) as change:
        inspection = inspections.add(change, title="Custody 2024", since=TODAY)
        recommendations.add(
            change,
            inspection=inspection,
            title="Night visits",
            text="We recommend that within three months Northmere Police reviews how often cells "
            "are visited at night",
            since=TODAY,
        )
        awaited = documents.add(
            change,
            kind="inspection report",
            title="Custody 2024",
            inspection=inspection,
            in_hand=False,
            since=TODAY,
        )
    (told,) = put(empty, author, texts(("report.txt", REPORT)), inspection=inspection)
    assert (told.findings, told.reworded, told.document) == (2, 1, "D1")
    known = recommendations.get(db, 1)
    assert (known.title, known.of_record) == ("Night visits", True)
    assert ", within three months, " in known.text
    report = documents.get(db, awaited)
    assert (report.in_hand, report.published.exact) == (True, date(2024, 3, 4))


def test_without_publication_nothing_is_counted_and_a_query_asks(empty, author):
    undated = REPORT.replace("Published on: 4 March 2024\n", "")
    put(empty, author, texts(("report.txt", undated)))
    first = due(empty.db, 1)
    assert (str(first.due.rule), first.due.earliest) == ("MONTHS_3", None)
    told = [text for (text,) in empty.db.execute("SELECT text FROM queries")]
    assert any("publication" in text for text in told)
    report = documents.get(empty.db, 1)
    with unit(empty.db, "Published", author) as change:
        day = When.on(date(2024, 3, 4))
        documents.correct_published(change, report, day, calendar(empty.db))
    assert due(empty.db, 1).due.latest == date(2024, 6, 4)


def test_a_day_of_publication_that_is_known_better_is_used(empty, author):
    given = When.on(date(2024, 3, 11), "11 March 2024", "given on import")
    put(empty, author, texts(("report.txt", REPORT)), published=given)
    assert documents.get(empty.db, 1).published == given
    assert due(empty.db, 1).due.latest == date(2024, 6, 11)


def shared(number):
    found = sorted(DOCUMENTS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the five documents are not beside this repository")
    return read(found[0])


def test_the_report_gives_the_example_its_wording_of_record(example, author):
    db, before = example.db, contents(example.db)
    (told,) = put(example, author, [shared("003")], today=date(2022, 6, 1))
    assert (told.inspection, told.document, told.findings, told.reworded) == ("I1", "D1", 0, 11)
    assert told.clocks + told.due_days == 0
    first, eighteenth = recommendations.get(db, 1), listed(db)[-1]
    assert (first.title, first.of_record) == ("Children’s views obtained and recorded", True)
    assert first.text.startswith("We recommend that, within six months, Cambridgeshire")
    assert not eighteenth.of_record
    assert documents.get(db, 1).published.exact == date(2021, 12, 22)
    assert due(db, 1).due.latest == date(2022, 6, 22)
    assert check(db) == []
    history.undo(db, author)
    assert contents(db) == before


@pytest.mark.parametrize("together", [True, False], ids=["together", "one by one"])
def test_report_letter_and_review(empty, author, together):
    db, before = empty.db, contents(empty.db)
    readings = [shared(number) for number in ("003", "004", "001")]
    day = date(2023, 1, 20)
    batches = [readings] if together else [[reading] for reading in readings]
    told = [one for batch in batches for one in put(empty, author, batch, today=day)]
    assert [(one.findings, one.responses) for one in told] == [(11, 0), (0, 11), (3, 3)]
    assert [one.inspection for one in told] == ["I1", "I1", "I2"]
    assert (count(db, "recommendations"), count(db, "responses")) == (14, 14)
    assert inspections.get(db, 2).parent == 1
    assert inspections.get(db, 1).stated_recommendations == 11
    numbers = [recommendations.numbers(db, key, day)[-1].number for key in range(1, 12)]
    assert numbers == ["11", "10", "9", "4", "7", "8", "2", "6", "3", "1", "5"]
    assert {row[0] for row in db.execute("SELECT DISTINCT later FROM links")} == {12, 13, 14}
    assert check(db) == []
    stood = contents(db)
    again = put(empty, author, readings, today=day)
    assert all(one.already for one in again)
    assert contents(db) == stood
    for _ in told:
        history.undo(db, author)
    assert contents(db) == before
    assert check(db) == []


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_any_document_is_saved_whole_and_taken_back_whole(empty, author, path):
    db, before = empty.db, contents(empty.db)
    reading = read(path)
    (one,) = draft([reading])
    (told,) = put(empty, author, [reading])
    assert isinstance(told, Saved)
    assert told.findings == len(one.findings) + len(one.causes)
    answered = sum(bool(answer.text.strip()) for answer in one.answers)
    commented = sum(bool(answer.comments) for answer in one.answers)
    assert told.responses == answered + commented
    assert told.queries >= len(one.problems)
    assert check(db) == []
    assert put(empty, author, [reading])[0].already
    history.undo(db, author)
    assert contents(db) == before
