"""Owners of actions and forces, as an office's spreadsheet names them in columns of their own."""

from datetime import date

import pytest

from seed.documents.sheet_files import Table
from seed.saving_sheets import save_sheet
from seed.sheet_draft import draft_sheet
from seed.sheet_fields import Field, propose_mapping
from seed.sheet_plan import plan_sheet
from store import actions, notes, owners, recommendations
from store.checking import check
from store.models import Subject
from store.unit import unit
from store.vocabulary import Applies, SubjectKind

OCTOBER, NOVEMBER = date(2026, 10, 5), date(2026, 11, 2)
BOTH = ("Ref", "Recommendation", "Owner", "Action", "Action owner")
ROW = ("C1", "Record every visit.", "ACC Hill", "Print the forms.", "Insp Low")
SEVERAL = [
    ("C1", "Make custody safe.", "ACC Hill", "Write a policy.", "Insp Low"),
    ("", "Make custody safe.", "ACC Hill", "Fit cameras.", "Estates Team"),
    ("", "Make custody safe.", "ACC Hill", "Buy mattresses.", ""),
]


@pytest.fixture
def put(empty, author):
    def imported(rows, headers=BOTH, today=OCTOBER):
        numbered = tuple((at, tuple(row)) for at, row in enumerate([headers, *rows], 1))
        tables = [Table("Log", False, numbered)]
        draft = draft_sheet(tables, "tracker.xlsx", str(hash(tuple(rows))))
        return save_sheet(empty.db, plan_sheet(empty.db, draft, today), author, today)

    return imported


def owner_of(db, key):
    """The name of whoever an action belongs to."""
    action = actions.get(db, key)
    owner = action.accountable or action.team
    return owners.get(db, owner).name if owner else ""


def told_about(db, kind, key):
    return " ".join(note.text for note in notes.of(db, Subject(kind, key), NOVEMBER))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Action owner", Field.ACTION_OWNER),
        ("Action Owner(s)", Field.ACTION_OWNER),
        ("Action lead", Field.ACTION_OWNER),
        ("Owner", Field.OWNER),
        ("Force lead", Field.OWNER),
        ("Force", Field.ADDRESSEE),
        ("Name of force", Field.ADDRESSEE),
        ("Force update", Field.UPDATE),
        ("Force response", Field.RESPONSE),
        ("Force comments", Field.NOTES),
        ("Force contact", None),
    ],
)
def test_a_heading_means(heading, field):
    (choice,) = propose_mapping([heading]).columns
    assert choice.field is field


def test_each_has_an_owner_where_the_sheet_has_a_column_for_each(empty, put):
    put([ROW])
    owner = recommendations.get(empty.db, 1).owner
    assert owners.get(empty.db, owner).name == "ACC Hill"
    assert owner_of(empty.db, 1) == "Insp Low"
    assert "Insp Low" not in told_about(empty.db, SubjectKind.RECOMMENDATION, 1)


def test_each_row_has_its_own_and_else_the_owner_of_the_row(empty, put):
    put(SEVERAL)
    assert [owner_of(empty.db, key) for key in (1, 2, 3)] == [
        "Insp Low",
        "Estates Team",
        "ACC Hill",
    ]
    assert check(empty.db) == []


def test_the_only_owner_a_sheet_names_is_everybodys(empty, put):
    put([("Record every visit.", "Print the forms.", "Insp Low")],
        ("Recommendation", "Action", "Action owner"))  # fmt: skip
    owner = recommendations.get(empty.db, 1).owner
    assert owners.get(empty.db, owner).name == owner_of(empty.db, 1) == "Insp Low"


def test_an_owner_of_an_action_that_is_not_there_is_kept_in_a_note(empty, put):
    put([("C1", "Record every visit.", "ACC Hill", "", "Insp Low")])
    told = told_about(empty.db, SubjectKind.RECOMMENDATION, 1)
    assert "Action owner: Insp Low" in told


@pytest.mark.parametrize("after", ["Insp Grey", "Estates Team"])
def test_a_new_owner_in_the_sheet_is_a_new_owner_here(empty, put, after):
    put([ROW])
    told = put([(*ROW[:4], after)], today=NOVEMBER)
    assert (told.changed, owner_of(empty.db, 1)) == (1, after)
    again = put([(*ROW[:4], after), ("C2", "Another.", "", "", "")], today=NOVEMBER)
    assert (again.changed, again.new) == (0, 1)


def test_an_owner_chosen_here_is_left_and_the_sheets_is_kept_in_a_note(empty, author, put):
    put([ROW])
    with unit(empty.db, "Owner", author) as change:
        chosen = owners.add(change, "Chosen Here", owners.get(empty.db, 1).kind)
        actions.edit(change, actions.get(empty.db, 1), accountable=chosen)
    assert put([ROW, ("C2", "Another.", "", "", "")], today=NOVEMBER).changed == 0
    put([(*ROW[:4], "Insp Grey")], today=NOVEMBER)
    assert owner_of(empty.db, 1) == "Chosen Here"
    assert "Owner in the spreadsheet: Insp Grey" in told_about(empty.db, SubjectKind.ACTION, 1)


def test_a_force_is_whom_it_is_addressed_to(empty, put):
    put([("Record every visit.", "Northmere Police"), ("Publish it.", "Home Office")],
        ("Recommendation", "Force"))  # fmt: skip
    found = [recommendations.get(empty.db, key) for key in (1, 2)]
    assert [one.addressee for one in found] == ["Northmere Police", "Home Office"]
    assert [one.applies for one in found] == [Applies.OURS, Applies.WATCHED]
