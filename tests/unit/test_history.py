"""Undo and redo: new units that bring back each earlier state; the log is never rewritten."""

import pytest
from little_case import KNOWN, Case, edit_finding, everything, log, records

from store import chain, history, notes, owners, recommendations, standing
from store.errors import BadInput, Conflict, NotFound
from store.tracker import Tracker, open_tracker
from store.unit import Author, unit
from store.vocabulary import OwnerKind


def title_of(case: Case) -> str:
    return recommendations.get(case.db, case.finding).title


def retitle(case: Case, *titles: str) -> None:
    for title in titles:
        edit_finding(case, f"Call it {title}", title=title)


def said(unit: history.LoggedUnit | None) -> str | None:
    return unit.title if unit else None


class TestUndo:
    def test_takes_back_the_newest_unit_and_names_it(self, case: Case) -> None:
        retitle(case, "One", "Two")
        assert history.undo(case.db, case.author).title == "Call it Two"
        assert title_of(case) == "One"

    def test_is_a_unit_of_its_own(self, case: Case) -> None:
        retitle(case, "One")
        target = history.undo(case.db, case.author)
        newest = history.units(case.db, newest=1)[0]
        assert (newest.title, newest.undoes, newest.redoes) == (
            "Undo: Call it One",
            target.id,
            None,
        )
        assert newest.id == target.id + 1

    def test_goes_further_back_each_time(self, case: Case) -> None:
        retitle(case, "One", "Two", "Three")
        seen = []
        for _ in range(3):
            history.undo(case.db, case.author)
            seen.append(title_of(case))
        assert seen == ["Two", "One", "Record each review"]

    def test_never_takes_back_the_making_of_the_file(self, empty: Tracker, author: Author) -> None:
        assert history.next_undo(empty.db) is None
        with pytest.raises(BadInput, match="nothing to undo"):
            history.undo(empty.db, author)

    def test_takes_a_whole_unit_back_at_once(self, empty: Tracker, case: Case) -> None:
        history.undo(case.db, case.author)
        kept = records(empty.db)
        assert {table for table, rows in kept.items() if rows} == {"tracker"}
        assert history.next_undo(empty.db) is None

    def test_of_what_was_written_behind_the_log_is_refused(self, case: Case) -> None:
        """A record that is not as the log left it is not overwritten."""
        retitle(case, "One")
        case.db.execute("DROP TRIGGER recommendations_changed")
        case.db.execute("UPDATE recommendations SET title = 'Behind the log'")
        before = everything(case.db)
        with pytest.raises(Conflict):
            history.undo(case.db, case.author)
        assert everything(case.db) == before

    def test_makes_the_old_view_of_a_record_a_conflict(self, case: Case) -> None:
        retitle(case, "One")
        seen = recommendations.get(case.db, case.finding)
        history.undo(case.db, case.author)
        with pytest.raises(Conflict), unit(case.db, "Stale", case.author) as change:
            recommendations.edit(change, seen, title="Stale")

    def test_takes_back_what_the_other_person_did_last(self, empty: Tracker, case: Case) -> None:
        other = open_tracker(empty.path)
        retitle(case, "Ann's")
        assert history.undo(other.db, case.author).title == "Call it Ann's"
        assert title_of(case) == "Record each review"
        other.close()


class TestRedo:
    def test_does_again_what_was_undone_last(self, case: Case) -> None:
        retitle(case, "One", "Two")
        history.undo(case.db, case.author)
        history.undo(case.db, case.author)
        assert history.redo(case.db, case.author).title == "Call it One"
        assert title_of(case) == "One"
        assert history.redo(case.db, case.author).title == "Call it Two"
        assert title_of(case) == "Two"

    def test_says_when_there_is_nothing(self, case: Case) -> None:
        retitle(case, "One")
        assert history.next_redo(case.db) is None
        with pytest.raises(BadInput, match="nothing to do again"):
            history.redo(case.db, case.author)

    def test_ends_where_something_new_was_done(self, case: Case) -> None:
        retitle(case, "One")
        history.undo(case.db, case.author)
        retitle(case, "Something new")
        assert history.next_redo(case.db) is None

    def test_and_undo_can_take_turns(self, case: Case) -> None:
        retitle(case, "One", "Two")
        for _ in range(4):
            history.undo(case.db, case.author)
            assert title_of(case) == "One"
            history.redo(case.db, case.author)
            assert title_of(case) == "Two"

    def test_brings_a_record_back_with_its_keys(self, case: Case) -> None:
        with unit(case.db, "An owner", case.author) as change:
            key = owners.add(change, "Custody Lead", OwnerKind.ROLE, aliases=[("CL", "letter")])
        before = owners.get(case.db, key)
        history.undo(case.db, case.author)
        assert owners.listed(case.db) == []
        history.redo(case.db, case.author)
        again = owners.get(case.db, key)
        assert (again.id, again.uid, again.name, again.aliases) == (
            before.id,
            before.uid,
            before.name,
            before.aliases,
        )

    # Each step, and what stands to be undone and to be done again after it.
    STEPS = (
        ("A", "A", None),
        ("B", "B", None),
        ("undo", "A", "B"),
        ("undo", None, "A"),
        ("redo", "A", "B"),
        ("C", "C", None),
        ("undo", "A", "C"),
        ("redo", "C", None),
        ("undo", "A", "C"),
        ("undo", None, "A"),
        ("redo", "A", "C"),
        ("redo", "C", None),
        ("D", "D", None),
        ("undo", "C", "D"),
        ("undo", "A", "C"),
    )

    def test_what_comes_next_after_any_turn(self, case: Case) -> None:
        for number, (step, undo, redo) in enumerate(self.STEPS):
            if step in ("undo", "redo"):
                getattr(history, step)(case.db, case.author)
            else:
                edit_finding(case, step, title=f"{step} {number}")
            undone, again = said(history.next_undo(case.db)), said(history.next_redo(case.db))
            assert (undone, again) == (undo or "The case", redo), f"after step {number}: {step}"


class TestTheLogRead:
    def test_newest_first_and_as_many_as_wanted(self, case: Case) -> None:
        retitle(case, "One", "Two")
        titles = [unit.title for unit in history.units(case.db)]
        assert titles == ["Call it Two", "Call it One", "The case", "New tracker"]
        assert [unit.title for unit in history.units(case.db, newest=2)] == titles[:2]

    def test_of_one_record_and_all_that_is_about_it(self, case: Case) -> None:
        retitle(case, "One")
        with unit(case.db, "Note on the finding", case.author) as change:
            notes.add(change, case.about_finding, "A note", on=KNOWN)
        with unit(case.db, "Note on the action", case.author) as change:
            notes.add(change, case.about_action, "A note", on=KNOWN)
        told = [unit.title for unit in history.units_of(case.db, case.about_finding)]
        assert told == ["Note on the finding", "Call it One", "The case"]
        about_action = [unit.title for unit in history.units_of(case.db, case.about_action)]
        assert about_action == ["Note on the action", "The case"]

    def test_of_a_record_nobody_touched(self, case: Case) -> None:
        history.undo(case.db, case.author)
        told = [unit.title for unit in history.units_of(case.db, case.about_finding)]
        assert told == ["Undo: The case", "The case"]
        with pytest.raises(NotFound):
            recommendations.get(case.db, case.finding)

    def test_undo_and_redo_write_the_change_the_other_way_round(self, case: Case) -> None:
        retitle(case, "One")
        done = history.changes_of(case.db, history.units(case.db, newest=1)[0].id)
        history.undo(case.db, case.author)
        undone = history.changes_of(case.db, history.units(case.db, newest=1)[0].id)
        assert [(c.before, c.after) for c in undone] == [(c.after, c.before) for c in done]


def test_the_whole_example_undone_and_done_again(example: Tracker, author: Author) -> None:
    snapshots = [records(example.db)]
    before = log(example.db)
    while history.next_undo(example.db) is not None:
        history.undo(example.db, author)
        snapshots.append(records(example.db))
        assert standing.disagreements(example.db) == []
    assert len(snapshots) == 12
    assert {table for table, rows in snapshots[-1].items() if rows} == {"tracker"}
    for snapshot in reversed(snapshots[:-1]):
        history.redo(example.db, author)
        assert records(example.db) == snapshot
        assert standing.disagreements(example.db) == []
    units, changes = log(example.db)
    assert (units[: len(before[0])], changes[: len(before[1])]) == before
    assert chain.first_break(example.db) is None
