"""The one door for writing: everything of a change with its history, or nothing of it."""

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from little_case import KNOWN, Case, edit_finding, everything, log, records

from store import chain, checking, history, notes, owners, places, recommendations, standing
from store.errors import BadInput, Conflict, NotFound
from store.models import Subject
from store.schema import RECORDS
from store.tracker import Tracker, open_tracker
from store.unit import Author, transaction, unit
from store.vocabulary import OwnerKind, SubjectKind

OUTSIDE = {
    "an insert": "INSERT INTO owners (uid, rev, name, kind) VALUES (lower(hex(randomblob(16))), 1, "
    "'Somebody', 'person')",
    "an update": "UPDATE recommendations SET title = 'Other words'",
    "an update of the key to the last change": "UPDATE recommendations SET rev = 99",
    "a delete": "DELETE FROM action_recommendations",
}


def add_notes(case: Case, *texts: str) -> None:
    with unit(case.db, "Several notes", case.author) as change:
        for text in texts:
            notes.add(change, case.about_finding, text, on=KNOWN)


class TestOutsideAUnit:
    @pytest.mark.parametrize("statement", OUTSIDE.values(), ids=OUTSIDE)
    def test_a_write_is_refused_by_the_file_itself(self, case: Case, statement: str) -> None:
        before = everything(case.db)
        with pytest.raises(sqlite3.IntegrityError, match=r"NOT NULL.*changes\.unit"):
            case.db.execute(statement)
        assert everything(case.db) == before

    def test_another_program_is_refused_as_well(self, empty: Tracker, case: Case) -> None:
        other = sqlite3.connect(empty.path)
        other.execute("PRAGMA trusted_schema = ON")
        with pytest.raises(sqlite3.IntegrityError, match=r"changes\.unit"):
            other.execute(OUTSIDE["an update"])
        other.close()

    def test_every_table_of_records_refuses(self, empty: Tracker) -> None:
        """An insert gets as far as the door in each: no table was forgotten."""
        for table in RECORDS:
            triggers = empty.db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
            ).fetchall()
            wanted = {f"{table}_{what}" for what in ("added", "changed", "removed")}
            assert wanted <= {name for (name,) in triggers}

    def test_work_that_is_not_history_cannot_touch_records(self, case: Case) -> None:
        before = everything(case.db)
        with pytest.raises(sqlite3.IntegrityError), transaction(case.db) as wrapped:
            wrapped.execute(OUTSIDE["an update"])
        assert everything(case.db) == before


class TestAUnit:
    def test_keeps_the_change_with_who_when_and_what(self, case: Case) -> None:
        edit_finding(case, "Shorten the title", title="Record reviews")
        newest = history.units(case.db, newest=1)[0]
        assert (newest.title, newest.by, newest.at) == (
            "Shorten the title",
            "Ann Example",
            case.author.now(),
        )
        (change,) = history.changes_of(case.db, newest.id)
        assert (change.table, change.record) == ("recommendations", case.finding)
        assert change.before == {"title": "Record each review"}
        assert change.after == {"title": "Record reviews"}

    def test_the_record_names_the_unit_that_changed_it(self, case: Case) -> None:
        edit_finding(case, title="Record reviews")
        newest = history.units(case.db, newest=1)[0]
        assert recommendations.get(case.db, case.finding).rev == newest.id

    def test_whose_work_raises_leaves_nothing(self, case: Case) -> None:
        before = everything(case.db)

        class Interrupted(BaseException):
            pass

        def half() -> None:
            with unit(case.db, "Half a change", case.author) as change:
                owners.add(change, "Custody Lead", OwnerKind.ROLE)
                notes.add(change, case.about_finding, "Half a note", on=KNOWN)
                finding = recommendations.get(case.db, case.finding)
                recommendations.edit(change, finding, title="Half a title")
                raise Interrupted

        with pytest.raises(Interrupted):
            half()
        assert everything(case.db) == before
        assert not case.db.in_transaction

    def test_that_is_refused_half_way_leaves_nothing(self, case: Case) -> None:
        before = everything(case.db)
        with pytest.raises(BadInput):
            add_notes(case, "The first", "  ")
        assert everything(case.db) == before

    def test_goes_on_after_a_failure(self, case: Case) -> None:
        with pytest.raises(ZeroDivisionError), unit(case.db, "Fails", case.author):
            raise ZeroDivisionError
        edit_finding(case, title="After the failure")
        assert recommendations.get(case.db, case.finding).title == "After the failure"
        assert chain.first_break(case.db) is None

    def test_that_changes_nothing_leaves_no_trace(self, case: Case) -> None:
        before = everything(case.db)
        with unit(case.db, "Nothing", case.author):
            pass
        assert everything(case.db) == before

    def test_that_sets_what_is_set_already_leaves_no_trace(self, case: Case) -> None:
        before = everything(case.db)
        edit_finding(case, title="Record each review", owner=None, since=KNOWN, of_record=False)
        edit_finding(case)
        assert everything(case.db) == before

    def test_inside_another_is_refused_and_takes_nothing_down(self, case: Case) -> None:
        with unit(case.db, "Outer", case.author) as change:
            recommendations.edit(
                change, recommendations.get(case.db, case.finding), title="From outside"
            )
            with (
                pytest.raises(sqlite3.OperationalError, match="within a transaction"),
                unit(case.db, "Inner", case.author) as inner,
            ):
                owners.add(inner, "Nobody", OwnerKind.PERSON)
        assert recommendations.get(case.db, case.finding).title == "From outside"
        assert owners.listed(case.db) == []

    def test_whose_inner_failure_goes_through_leaves_nothing(self, case: Case) -> None:
        before = everything(case.db)

        def both() -> None:
            with unit(case.db, "Outer", case.author) as change:
                owners.add(change, "Custody Lead", OwnerKind.ROLE)
                places.put(case.db, "place", "value")

        with pytest.raises(sqlite3.OperationalError):
            both()
        assert everything(case.db) == before

    def test_without_room_on_the_disk_leaves_nothing(self, case: Case) -> None:
        before = everything(case.db)
        (pages,) = case.db.execute("PRAGMA page_count").fetchone()
        case.db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            add_notes(case, *["word " * 20_000] * 5)
        assert everything(case.db) == before
        case.db.execute("PRAGMA max_page_count = 1000000")
        edit_finding(case, title="There is room again")
        assert chain.first_break(case.db) is None

    def test_names_are_kept_on_one_line(self, case: Case) -> None:
        said = Author("Ann\nExample\x1b[2J", case.author.now)
        with unit(case.db, "A\r\ntitle\u202e", said) as change:
            notes.add(change, case.about_finding, "A note", on=KNOWN)
        newest = history.units(case.db, newest=1)[0]
        assert (newest.title, newest.by) == ("A title\ufffd", "Ann Example\ufffd[2J")


class TestNumbersTooLarge:
    @pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**40])
    def test_are_refused_with_a_sentence(self, case: Case, number: int) -> None:
        before = everything(case.db)
        with pytest.raises(BadInput, match="too large"):
            edit_finding(case, page=number)
        assert everything(case.db) == before

    @pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 0])
    def test_up_to_that_are_kept_and_taken_back(self, case: Case, number: int) -> None:
        edit_finding(case, page=number)
        assert recommendations.get(case.db, case.finding).page == number
        history.undo(case.db, case.author)
        assert recommendations.get(case.db, case.finding).page is None


class TestARecordThatIsGone:
    @pytest.mark.parametrize("kind", list(SubjectKind))
    def test_gets_no_note(self, case: Case, kind: SubjectKind) -> None:
        before = everything(case.db)
        with pytest.raises(NotFound), unit(case.db, "A note", case.author) as change:
            notes.add(change, Subject(kind, 4711), "About nothing", on=KNOWN)
        assert everything(case.db) == before

    def test_cannot_be_changed(self, case: Case) -> None:
        seen = recommendations.get(case.db, case.finding)
        history.undo(case.db, case.author)
        with pytest.raises(Conflict), unit(case.db, "Too late", case.author) as change:
            recommendations.edit(change, seen, title="Too late")


class TestTwoConnections:
    @pytest.mark.parametrize("door", ["a unit", "a draft's"])
    def test_the_lock_is_taken_before_anything_is_read(self, case: Case, door: str) -> None:
        """Who reads first and then wants to write fails half-way when another writes too."""
        statements: list[str] = []
        case.db.set_trace_callback(statements.append)
        if door == "a unit":
            edit_finding(case, title="A title")
        else:
            places.put(case.db, "place", "value")
        case.db.set_trace_callback(None)
        asked = [statement for statement in statements if not statement.startswith("PRAGMA")]
        assert asked[0] == "BEGIN IMMEDIATE"
        assert asked[-1] == "COMMIT"

    def test_the_second_of_two_edits_is_a_conflict(
        self, empty: Tracker, case: Case, author: Author
    ) -> None:
        other = open_tracker(empty.path)
        seen_by_both = recommendations.get(other.db, case.finding)
        edit_finding(case, "Ann's", title="Ann's title")
        before = everything(case.db)
        with (
            pytest.raises(Conflict, match="Somebody else"),
            unit(other.db, "Bob's", author) as change,
        ):
            recommendations.edit(change, seen_by_both, title="Bob's title")
        assert everything(other.db) == everything(case.db) == before
        other.close()

    def test_even_when_both_want_the_same(self, empty: Tracker, case: Case, author: Author) -> None:
        other = open_tracker(empty.path)
        seen_by_both = recommendations.get(other.db, case.finding)
        edit_finding(case, title="The same title")
        with pytest.raises(Conflict), unit(other.db, "Bob's", author) as change:
            recommendations.edit(change, seen_by_both, title="The same title")
        other.close()

    def test_different_records_do_not_conflict(
        self, empty: Tracker, case: Case, author: Author
    ) -> None:
        other = open_tracker(empty.path)
        seen = recommendations.get(other.db, case.finding)
        with unit(case.db, "Ann's", author) as change:
            notes.add(change, case.about_action, "Elsewhere", on=KNOWN)
        with unit(other.db, "Bob's", author) as change:
            recommendations.edit(change, seen, title="Bob's title")
        assert recommendations.get(case.db, case.finding).title == "Bob's title"
        assert chain.first_break(case.db) is None
        other.close()

    def test_the_second_waits_for_the_lock_and_says_so_in_the_end(
        self, empty: Tracker, case: Case, author: Author
    ) -> None:
        other = open_tracker(empty.path)
        other.db.execute("PRAGMA busy_timeout = 20")
        with unit(case.db, "Ann's", author) as change:
            notes.add(change, case.about_finding, "A note", on=KNOWN)
            with (
                pytest.raises(sqlite3.OperationalError, match="locked"),
                unit(other.db, "Bob's", author),
            ):
                pass
        assert len(notes.listed(other.db, KNOWN)) == 1
        other.close()

    def test_nobody_sees_half_a_unit(self, empty: Tracker, case: Case, author: Author) -> None:
        other = open_tracker(empty.path)
        before = records(other.db)
        with unit(case.db, "Ann's", author) as change:
            notes.add(change, case.about_finding, "A note", on=KNOWN)
            assert records(other.db) == before
        assert records(other.db) != before
        other.close()


WRITER = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from store import notes
from store.models import Subject
from store.vocabulary import SubjectKind
from store.tracker import open_tracker
from store.unit import Author, unit

tracker = open_tracker(Path(sys.argv[1]))
author = Author(sys.argv[2], lambda: datetime.now(UTC))
for number in range(50):
    with unit(tracker.db, f"Note {number}", author) as change:
        about = Subject(SubjectKind.RECOMMENDATION, 1)
        notes.add(change, about, f"{sys.argv[2]} {number}", on=date(2022, 6, 1))
"""


def test_two_people_with_fifty_edits_each_lose_none(empty: Tracker, case: Case) -> None:
    assert case.finding == 1
    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(empty.path), name], cwd=root)
        for name in ("Ann", "Bob")
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    kept = {note.text for note in notes.listed(case.db, date(2022, 6, 1))}
    assert kept == {f"{name} {number}" for name in ("Ann", "Bob") for number in range(50)}
    assert checking.check(case.db) == []


def test_the_log_only_grows(case: Case) -> None:
    units_before, changes_before = log(case.db)
    edit_finding(case, title="One more")
    history.undo(case.db, case.author)
    units_after, changes_after = log(case.db)
    assert units_after[: len(units_before)] == units_before
    assert changes_after[: len(changes_before)] == changes_before
    assert len(units_after) == len(units_before) + 2
    assert standing.disagreements(case.db) == []
