"""An office's own spreadsheet as records: everything kept, nothing doubled, all in one undo."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_case import records as contents

from seed.documents.from_text import read_text
from seed.documents.sheet_files import Table
from seed.drafts import draft
from seed.save import known_findings, save
from seed.saving_sheets import SheetSaved, save_sheet
from seed.sheet_draft import SheetDraft, draft_sheet, mapped
from seed.sheet_entries import entries_of
from seed.sheet_memory import remember, remembered
from seed.sheet_plan import SheetPlan, plan_sheet
from seed.sheets import SheetRow
from store import (
    actions,
    deadlines,
    decisions,
    documents,
    history,
    inspections,
    notes,
    owners,
    queries,
    recommendations,
    responses,
)
from store.checking import check
from store.dates import When
from store.errors import BadInput
from store.models import Subject
from store.telling import Stopped, Told
from store.unit import unit
from store.vocabulary import Applies, Axis, Delivery, Progress, SubjectKind, Verdict
from store.working_days import calendar

OCTOBER, NOVEMBER = date(2026, 10, 5), date(2026, 11, 2)
HEADERS = ("Ref", "Inspection", "Recommendation", "Owner", "Status", "RAG", "Due", "Update")
ROWS = [
    ("C1", "Custody 2025", "Record every visit to a cell.", "ACC Hill", "In progress", "Amber",
     "31/12/2026", "Forms are printed."),
    ("C2", "Custody 2025", "Train all custody staff within six months.", "Custody Team", "Open",
     "Green", "", ""),
    ("P1", "PEEL 2025", "Answer calls more quickly.", "Jane Low", "Closed", "", "Dec 2026", ""),
]  # fmt: skip


def sheet(rows=ROWS, headers=HEADERS, name="tracker.xlsx", sha256="1", **chosen) -> SheetDraft:
    numbered = tuple((at, tuple(row)) for at, row in enumerate([headers, *rows], 1))
    return draft_sheet([Table("Log", False, numbered)], name, sha256, **chosen)


def put(db, author, draft: SheetDraft, today=OCTOBER, **how) -> tuple[SheetPlan, SheetSaved]:
    plan = plan_sheet(db, draft, today, **how)
    return plan, save_sheet(db, plan, author, today)


def changed(row: int, **values: str):
    """The rows with some cells of one row changed, by heading."""
    cells = dict(zip(HEADERS, ROWS[row], strict=True)) | values
    return [*ROWS[:row], tuple(cells[name] for name in HEADERS), *ROWS[row + 1 :]]


def about(key: int) -> Subject:
    return Subject(SubjectKind.RECOMMENDATION, key)


@pytest.fixture
def october(empty, author):
    """A tracker into which October's sheet was imported."""
    put(empty.db, author, sheet())
    return empty.db


def test_rows_become_recommendations_of_their_inspections(october):
    found = [recommendations.get(october, key) for key in (1, 2, 3)]
    assert [one.text for one in found] == [row[2] for row in ROWS]
    titles = [inspections.get(october, one.inspection).title for one in found]
    assert titles == ["Custody 2025", "Custody 2025", "PEEL 2025"]
    assert [one.position for one in found] == [1, 2, 1]
    assert not any(one.of_record for one in found)
    assert check(october) == []


def test_the_offices_own_reference_is_kept_as_the_number_in_that_document(october):
    (number,) = recommendations.numbers(october, 1, OCTOBER)
    assert (number.number, number.document_title) == ("C1", "tracker.xlsx, sheet Log")


def test_owners_are_made_once_and_known_by_name(october):
    kinds = {owner.name: owner.kind.value for owner in owners.listed(october)}
    assert kinds == {"ACC Hill": "role", "Custody Team": "team", "Jane Low": "person"}


def test_due_days_are_set_dates_and_durations_wait_for_publication(october):
    first, second, third = (deadlines.of_subject(october, about(key), OCTOBER) for key in (1, 2, 3))
    assert first[0].due.latest == date(2026, 12, 31)
    assert (str(second[0].due.rule), second[0].due.latest) == ("MONTHS_6", None)
    assert third[0].due.plan == date(2026, 12, 31)
    assert first[0].source == "tracker.xlsx, sheet Log, row 2"


def test_a_duration_runs_from_the_publication_of_a_known_report(empty, author):
    with unit(empty.db, "Known", author) as change:
        key = inspections.add(change, title="Custody 2025", since=OCTOBER)
        documents.add(
            change, kind="inspection report", title="Report", inspection=key, since=OCTOBER,
            published=When.on(date(2026, 9, 1)),
        )  # fmt: skip
    put(empty.db, author, sheet())
    (due,) = deadlines.of_subject(empty.db, about(2), OCTOBER)
    assert due.due.latest == date(2027, 3, 1)


def test_other_cells_are_kept_as_a_note_behind_their_headings(october):
    (note,) = notes.of(october, about(1), OCTOBER)
    assert note.text == (
        "From tracker.xlsx, sheet Log, row 2\n\nStatus: In progress\n\nRAG: Amber\n\n"
        "Update: Forms are printed."
    )


def test_closed_by_nobody_named_is_submitted_and_asked_about(october):
    decision = decisions.standing(october, about(3), Axis.DELIVERY, OCTOBER)
    assert (decision.status, decision.said) == (Delivery.SUBMITTED, "Closed")
    assert "row 4: “Closed”" in decision.evidence
    asked = queries.of(october, Subject(SubjectKind.DOCUMENT, 1), OCTOBER)
    assert any("say they are closed, not by whom" in one.text for one in asked)


def test_closed_by_the_inspectorate_where_somebody_says_so(empty, author):
    put(empty.db, author, sheet(), closed_by_inspectorate=True)
    decision = decisions.standing(empty.db, about(3), Axis.INSPECTORATE, OCTOBER)
    assert decision.status == Verdict.CLOSED


@pytest.mark.parametrize("name", ["tracker.xlsx", "tracker (1).xlsx"])
def test_the_same_rows_again_leave_no_trace(october, author, name):
    before, units = contents(october), history.units(october)
    plan, told = put(october, author, sheet(name=name, sha256="2"), NOVEMBER)
    assert (told.document, told.new, told.changed, told.same) == ("", 0, 0, 3)
    assert not plan.changes_something
    assert (contents(october), history.units(october)) == (before, units)


def test_next_month_changes_only_what_changed(october, author):
    rows = changed(0, Owner="DCC West", RAG="Green", Due="31/03/2027", Update="Forms are in use.")
    before = contents(october)
    _, told = put(october, author, sheet(rows, name="nov.xlsx", sha256="2"), NOVEMBER)
    assert (told.new, told.changed, told.same) == (0, 1, 2)
    record = recommendations.get(october, 1)
    assert owners.get(october, record.owner).name == "DCC West"
    note, _ = notes.of(october, about(1), NOVEMBER)
    assert note.text == (
        "From nov.xlsx, sheet Log, row 2\n\nRAG: Green\n\nUpdate: Forms are in use."
    )
    holding, earlier = deadlines.of_subject(october, about(1), NOVEMBER)
    assert (holding.due.latest, holding.replaces) == (date(2027, 3, 31), earlier.id)
    assert holding.reason == "changed in nov.xlsx, sheet Log, row 2"
    assert len(recommendations.numbers(october, 1, NOVEMBER)) == 1
    assert check(october) == []
    history.undo(october, author)
    assert contents(october) == before


def test_a_colour_that_comes_back_is_told_again(october, author):
    put(october, author, sheet(changed(0, RAG="Red"), sha256="2"), NOVEMBER)
    put(october, author, sheet(changed(0, RAG="Amber"), sha256="3"), NOVEMBER)
    told = [note.text.rpartition("\n\n")[2] for note in notes.of(october, about(1), NOVEMBER)]
    assert told[:2] == ["RAG: Amber", "RAG: Red"]


def test_a_cell_that_was_emptied_is_told_once(october, author):
    put(october, author, sheet(changed(0, RAG="", Update=""), sha256="2"), NOVEMBER)
    told = notes.of(october, about(1), NOVEMBER)[0].text
    assert told.endswith("row 2\n\nRAG: (empty now)\n\nUpdate: (empty now)")
    again, _ = put(october, author, sheet(changed(0, RAG="", Update=""), sha256="3"), NOVEMBER)
    assert not again.changes_something


def test_a_status_that_moves_on_is_a_new_decision(october, author):
    put(october, author, sheet(changed(0, Status="Implemented"), sha256="2"), NOVEMBER)
    made = decisions.of(october, about(1), NOVEMBER)
    assert [one.status for one in made] == [Delivery.IN_PROGRESS, Delivery.EMBEDDING]


def test_what_was_changed_here_is_not_overwritten(october, author):
    record = recommendations.get(october, 1)
    with unit(october, "By hand", author) as change:
        recommendations.edit(change, record, text="Record and read every visit to a cell.")
        deadlines.revise(change, about(1), date(2027, 1, 31), "agreed", NOVEMBER, calendar(october))
        decisions.decide(change, about(1), Axis.DELIVERY, Delivery.EMBEDDING, on=NOVEMBER, by="Ann")
    _, told = put(october, author, sheet(sha256="2"), NOVEMBER)
    assert told.same == 3
    rows = changed(
        0, Recommendation="Record every single visit to a cell.", Status="On hold", Due="01/02/2027"
    )
    put(october, author, sheet(rows, sha256="3"), NOVEMBER)
    assert recommendations.get(october, 1).text == "Record and read every visit to a cell."
    assert deadlines.of_subject(october, about(1), NOVEMBER)[0].due.latest == date(2027, 1, 31)
    standing = decisions.standing(october, about(1), Axis.DELIVERY, NOVEMBER)
    assert standing.status == Delivery.EMBEDDING
    asked = " ".join(one.text for one in queries.of(october, about(1), NOVEMBER))
    assert "“01/02/2027”; here it is Sun 31 Jan 2027" in asked
    assert "“On hold”; here it was decided “implemented, embedding” by Ann" in asked
    note = notes.of(october, about(1), NOVEMBER)[0].text
    assert "Text in the spreadsheet: Record every single visit to a cell." in note
    again, _ = put(october, author, sheet(rows, sha256="4"), NOVEMBER)
    assert not again.changes_something


def test_new_wording_under_an_old_reference_changes_the_record(october, author):
    rows = changed(0, Recommendation="Record every visit to a cell at night.")
    _, told = put(october, author, sheet(rows, sha256="2"), NOVEMBER)
    assert (told.new, told.changed) == (0, 1)
    record = recommendations.get(october, 1)
    assert (record.text, record.title) == ("Record every visit to a cell at night.",) * 2


def test_a_reference_given_to_another_recommendation_makes_no_merger(october, author):
    rows = [("C1", "Custody 2025", "Paint the walls of the exercise yard.", *[""] * 5), *ROWS[1:]]
    _, told = put(october, author, sheet(rows, sha256="2"), NOVEMBER)
    assert (told.new, told.same) == (1, 2)
    assert recommendations.get(october, 1).text == ROWS[0][2]


def test_renumbered_rows_are_told_by_their_text(october, author):
    rows = [(f"X{at}", *row[1:]) for at, row in enumerate(ROWS)]
    _, told = put(october, author, sheet(rows, sha256="2"), NOVEMBER)
    assert (told.new, told.changed) == (0, 3)
    assert [one.number for one in recommendations.numbers(october, 1, NOVEMBER)] == ["C1", "X0"]


def test_rows_that_are_no_longer_there_are_named_and_left_as_they_are(october, author):
    plan, told = put(october, author, sheet(changed(0, RAG="Red")[:1], sha256="2"), NOVEMBER)
    assert [record.ref for record in plan.gone] == ["R2"]  # R3 is of an inspection not in the sheet
    assert (told.new, told.changed) == (0, 1)
    asked = queries.of(october, Subject(SubjectKind.DOCUMENT, 2), NOVEMBER)
    assert any("No longer in the spreadsheet" in one.text for one in asked)
    assert recommendations.get(october, 2).text == ROWS[1][2]


def test_new_rows_without_an_inspection_join_those_of_last_month(empty, author):
    rows = [("1", "Train the staff."), ("2", "Count the keys.")]
    put(empty.db, author, sheet(rows, ("Ref", "Recommendation"), name="oct.csv"))
    rows.append(("3", "Paint the cells."))
    put(empty.db, author, sheet(rows, ("Ref", "Recommendation"), name="nov.csv", sha256="2"))
    assert {recommendations.get(empty.db, key).inspection for key in (1, 2, 3)} == {1}


def test_the_same_wording_in_another_inspection_is_another_recommendation(october, author):
    rows = [*ROWS, ("C9", "Custody 2026", ROWS[0][2], *[""] * 5)]
    _, told = put(october, author, sheet(rows, sha256="2"), NOVEMBER)
    assert (told.new, told.same) == (1, 3)


def test_findings_of_a_known_inspection_are_found_under_another_name(example, author):
    known = [recommendations.get(example.db, key) for key in (1, 2, 3)]
    rows = [
        (str(at), "Cambs child protection", one.text, *[""] * 5) for at, one in enumerate(known)
    ]
    plan, told = put(example.db, author, sheet(rows), OCTOBER)
    assert told.new == 0
    assert [entry.record.ref for entry in plan.entries] == ["R1", "R2", "R3"]
    assert len({entry.inspection for entry in plan.entries}) == 1
    assert check(example.db) == []


REPORT = """PEEL 2025: An inspection of Northmere Police

Published: 1 September 2025

Custody

Recommendations

We recommend that, within six months, Northmere Police records every visit to a cell.

We recommend that, within three months, Northmere Police trains all of its custody staff.
"""
VERBATIM = [
    ("C1", "PEEL", "We recommend that, within six months, Northmere Police records every visit to "
     "a cell.", "ACC Hill", "Open", "Red", "31/12/2026", ""),
    ("C2", "PEEL", "We recommend that, within three months, Northmere Police trains all of its "
     "custody staff.", "", "", "", "", ""),
]  # fmt: skip


def import_report(db, author):
    (one,) = draft([read_text(REPORT, "report.txt")], known_findings(db))
    return save(db, [one], author, OCTOBER)[0]


def test_the_report_after_the_sheet_gives_the_wording_of_record(empty, author):
    put(empty.db, author, sheet(VERBATIM))
    told = import_report(empty.db, author)
    assert (told.findings, told.reworded, told.inspection) == (0, 2, "I1")
    assert recommendations.get(empty.db, 1).of_record
    typed, counted = (deadlines.of_subject(empty.db, about(key), OCTOBER)[0] for key in (1, 2))
    assert typed.due.latest == date(2026, 12, 31)
    assert counted.due.latest == date(2025, 12, 1)
    assert not plan_sheet(empty.db, sheet(VERBATIM, sha256="2"), NOVEMBER).changes_something


def test_the_sheet_after_the_report_finds_its_findings(empty, author):
    import_report(empty.db, author)
    _, told = put(empty.db, author, sheet(VERBATIM))
    assert (told.new, told.changed) == (0, 2)
    numbers = [one.number for one in recommendations.numbers(empty.db, 1, OCTOBER)]
    assert numbers == ["", "C1"]
    assert owners.get(empty.db, recommendations.get(empty.db, 1).owner).name == "ACC Hill"
    asked = [one.text for one in queries.of(empty.db, about(1), OCTOBER)]
    assert any("says it is due “31/12/2026”; here it is Sun 1 Mar 2026" in one for one in asked)
    again, _ = put(empty.db, author, sheet(VERBATIM, sha256="2"), NOVEMBER)
    assert not again.changes_something


def test_wording_of_record_is_never_touched(october, author):
    with unit(october, "Of record", author) as change:
        recommendations.edit(change, recommendations.get(october, 1), of_record=True)
    rows = changed(0, Recommendation="Record each and every visit to a cell.")
    put(october, author, sheet(rows, sha256="2"), NOVEMBER)
    assert recommendations.get(october, 1).text == ROWS[0][2]


MERGED = ("Ref", "Recommendation", "Action", "Owner", "Status", "Due", "Update")
ACTIONS = [
    ("1", "Make custody safe.", "Buy new mattresses.", "Jane Low", "Done", "31/12/2026", "Bought."),
    ("1", "Make custody safe.", "Fit cameras.", "ACC Hill", "In progress", "31/03/2027", "Two."),
    ("", "Make custody safe.", "Write a policy.", "ACC Hill", "Open", "", ""),
]


def test_rows_that_share_a_recommendation_are_its_actions(empty, author):
    plan, told = put(empty.db, author, sheet(ACTIONS, MERGED))
    assert (told.new, told.rows, len(plan.entries)) == (1, 3, 1)
    keys = actions.for_recommendation(empty.db, 1, OCTOBER)
    found = actions.many(empty.db, keys, OCTOBER)
    assert [(found[key].action.title, found[key].progress) for key in sorted(keys)] == [
        ("Buy new mattresses.", Progress.DONE),
        ("Fit cameras.", Progress.IN_PROGRESS),
        ("Write a policy.", Progress.PLANNED),
    ]
    subject = Subject(SubjectKind.ACTION, 2)
    assert deadlines.of_subject(empty.db, subject, OCTOBER)[0].due.latest == date(2027, 3, 31)
    assert notes.of(empty.db, subject, OCTOBER)[0].text.endswith("Update: Two.")
    assert deadlines.of_subject(empty.db, about(1), OCTOBER) == []
    assert check(empty.db) == []


def test_an_action_that_grows_stays_the_same_action(empty, author):
    put(empty.db, author, sheet(ACTIONS, MERGED))
    longer = ("1", "Make custody safe.", "Fit cameras. All cells are wired.", *ACTIONS[1][3:])
    _, told = put(
        empty.db, author, sheet([ACTIONS[0], longer, ACTIONS[2]], MERGED, sha256="2"), NOVEMBER
    )
    assert told.changed == 1
    assert len(actions.for_recommendation(empty.db, 1, NOVEMBER)) == 3
    assert actions.get(empty.db, 2).text == "Fit cameras. All cells are wired."


def test_responses_are_answers_of_that_document(empty, author):
    headers = ("Recommendation", "Force response", "Addressed to")
    rows = [
        ("Publish the guidance.", "Not for the force.", "Home Office"),
        ("Train the staff.", "All are trained.", "Northmere Police"),
    ]
    put(empty.db, author, sheet(rows, headers))
    put(empty.db, author, sheet(rows, headers, sha256="2"), NOVEMBER)
    (response,) = responses.to_recommendation(empty.db, 2, NOVEMBER)
    assert (response.text, response.of_record) == ("All are trained.", False)
    applies = [recommendations.get(empty.db, key).applies for key in (1, 2)]
    assert applies == [Applies.WATCHED, Applies.OURS]


def test_several_owners_in_one_cell_are_kept_and_the_first_is_accountable(empty, author):
    rows = [("Train the staff.", "ACC Hill / Supt Low")]
    put(empty.db, author, sheet(rows, ("Recommendation", "Owner")))
    assert [owner.name for owner in owners.listed(empty.db)] == ["ACC Hill"]
    assert "Owners: ACC Hill / Supt Low" in notes.of(empty.db, about(1), OCTOBER)[0].text


def test_rows_not_taken_are_kept_as_a_note_on_the_sheet(empty, author):
    rows = [*ROWS, ("C7", "Custody 2025", *[""] * 6), ("Total", "", "3", *[""] * 5)]
    _, told = put(empty.db, author, sheet(rows))
    assert (told.rows, told.not_taken) == (3, 2)
    (note,) = notes.of(empty.db, Subject(SubjectKind.DOCUMENT, 1), OCTOBER)
    assert note.text.splitlines() == [
        "Row 5 was not taken: it has no recommendation and no title. C7 | Custody 2025",
        "Row 6 was not taken: it is a total. Total | 3",
    ]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "[/b]@click", "'; DROP TABLE notes"])
def test_hostile_cells_are_text(empty, author, text):
    put(empty.db, author, sheet([(text, text, text, text, text, text, text, text)]))
    record = recommendations.get(empty.db, 1)
    assert (record.text, recommendations.numbers(empty.db, 1, OCTOBER)[0].number) == (text, text)
    assert check(empty.db) == []


def test_columns_are_remembered_for_next_months_file(october):
    known = remembered(october)
    odd = sheet(headers=(*HEADERS[:7], "Update"), known=known)
    assert odd.remembered
    other = sheet([("1", "Act.")], ("No", "Finding"), known=known)
    assert not other.remembered


def test_a_chosen_column_is_used_and_remembered(empty, author):
    headers = ("No", "What they said", "Boss")
    rows = [("1", "Train the staff.", "ACC Hill")]
    with pytest.raises(BadInput, match="No column is chosen"):
        sheet(rows, headers, header_row=1)
    proposed = sheet(rows, ("No", "Recommendation", "Boss"), header_row=1)
    chosen = mapped(proposed, {"boss": "owner"})
    put(empty.db, author, chosen)
    assert owners.listed(empty.db)[0].name == "ACC Hill"
    again = sheet(rows, ("No", "Recommendation", "Boss"), known=remembered(empty.db), sha256="2")
    assert again.remembered
    assert not plan_sheet(empty.db, again, NOVEMBER).changes_something


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"Colour": "rag"}, "no column headed “Colour”"),
        ({"RAG": "hat"}, "“hat” is not a field"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(choices, sentence):
    with pytest.raises(BadInput, match=sentence):
        mapped(sheet(), choices)


def test_a_damaged_memory_of_columns_is_none(october):
    from store import places

    places.put(october, "sheet columns", "{")
    assert remembered(october) == []
    remember(october, sheet().columns)
    assert remembered(october) == [sheet().columns]


def test_a_record_changed_since_the_plan_is_a_conflict(october, author):
    from store.errors import Conflict

    plan = plan_sheet(october, sheet(changed(0, Owner="DCC West"), sha256="2"), NOVEMBER)
    with unit(october, "Meanwhile", author) as change:
        recommendations.edit(change, recommendations.get(october, 1), theme="Custody")
    before = contents(october)
    with pytest.raises(Conflict):
        save_sheet(october, plan, author, NOVEMBER)
    assert contents(october) == before


ROW = st.builds(
    SheetRow,
    number=st.just(1),
    ref=st.sampled_from(["", "1", "2"]),
    text=st.sampled_from(["Act.", "Act!", "Do more.", "Do less."]),
    inspection=st.sampled_from(["", "PEEL"]),
)


@given(st.lists(ROW, max_size=8))
def test_every_row_is_in_one_entry(rows):
    entries = entries_of(rows)
    assert sorted(map(id, (row for entry in entries for row in entry.rows))) == sorted(
        map(id, rows)
    )


CELL = st.sampled_from(["", "A", "Open", "Closed", "31/12/2026", "ACC Hill", "Do this.", "x\ny"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(*[CELL] * len(HEADERS)), max_size=6))
def test_any_sheet_imported_twice_changes_nothing_and_is_taken_back_whole(tmp_path_factory, rows):
    from datetime import UTC, datetime

    from store.tracker import create
    from store.unit import Author

    author = Author("Ann", lambda: datetime(2026, 10, 5, tzinfo=UTC))
    tracker = create(tmp_path_factory.mktemp("any") / "any.matters", author)
    before = contents(tracker.db)
    plan, told = put(tracker.db, author, sheet(rows))
    assert told.rows + told.not_taken == plan.draft.rows.rows_in
    assert sum(len(entry.entry.rows) for entry in plan.entries) == told.rows
    assert put(tracker.db, author, sheet(rows, sha256="2"), NOVEMBER)[1].document == ""
    assert check(tracker.db) == []
    if told.document:
        history.undo(tracker.db, author)
    assert contents(tracker.db) == before
    tracker.close()


def test_saving_that_is_stopped_half_way_leaves_nothing(empty, author):
    def give_up(told: Told) -> None:
        if told.done:
            raise Stopped("Enough.")

    before = contents(empty.db)
    plan = plan_sheet(empty.db, sheet(), OCTOBER)
    with pytest.raises(Stopped):
        save_sheet(empty.db, plan, author, OCTOBER, give_up)
    assert contents(empty.db) == before
    assert history.units(empty.db, newest=9)[0].title == "New tracker"
