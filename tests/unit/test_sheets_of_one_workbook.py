"""Two sheets of one workbook with the same headings: each tells its own remarks, and once."""

from datetime import date

import pytest

from seed.documents.sheet_files import Table
from seed.saving_sheets import save_sheet
from seed.sheet_draft import draft_sheet
from seed.sheet_plan import plan_sheet
from store import notes
from store.models import Subject
from store.vocabulary import SubjectKind

TODAY = date(2026, 10, 5)
HEADERS = ("Ref", "Recommendation", "Update")
WORDING = "Record every visit to a cell."


@pytest.fixture
def put(empty, author):
    """Import one sheet of a workbook whose sheets each say one thing about C1."""

    def imported(sheet, **updates):
        tables = [
            Table(name, False, ((1, HEADERS), (2, ("C1", WORDING, update))))
            for name, update in updates.items()
        ]
        draft = draft_sheet(tables, "book.xlsx", repr(updates), sheet=sheet)
        return save_sheet(empty.db, plan_sheet(empty.db, draft, TODAY), author, TODAY)

    return imported


@pytest.fixture
def told(empty):
    """Every note on C1, the oldest first."""
    subject = Subject(SubjectKind.RECOMMENDATION, 1)
    return lambda: sorted(note.text for note in notes.of(empty.db, subject, TODAY))


def test_each_remark_is_told_once_with_its_sheets_name(put, told):
    for _ in range(3):
        put("Force", Force="Forms are printed.", Office="Asked twice.")
        put("Office", Force="Forms are printed.", Office="Asked twice.")
    assert told() == [
        "From book.xlsx, sheet Force, row 2\n\nUpdate: Forms are printed.",
        "From book.xlsx, sheet Office, row 2\n\nUpdate: Asked twice.",
    ]


def test_what_both_say_is_told_once(put, told):
    put("Force", Force="Forms are printed.", Office="Forms are printed.")
    put("Office", Force="Forms are printed.", Office="Forms are printed.")
    assert len(told()) == 1


def test_what_a_sheet_never_said_was_not_emptied_in_it(put, told):
    put("Force", Force="Forms are printed.", Office="")
    put("Office", Force="Forms are printed.", Office="")
    assert len(told()) == 1
    put("Force", Force="", Office="")
    assert told()[0].endswith("Update: (empty now)")


def test_next_months_sheet_of_another_name_goes_on_where_the_last_one_was(put, told):
    put("October", October="Forms are printed.")
    assert put("November", November="Forms are printed.").changed == 0
    put("November", November="")
    assert told()[0] == "From book.xlsx, sheet November, row 2\n\nUpdate: (empty now)"
