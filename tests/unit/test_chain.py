"""The log cannot be rewritten unseen: the file refuses, and the chain tells what got past it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from little_case import KNOWN, Case, edit_finding, everything, tell

from store import chain, checking, notes
from store.chain import Link, hash_of
from store.tracker import Tracker, create, open_tracker
from store.unit import Author, unit

REWRITES = {
    "a unit's title": "UPDATE units SET title = 'Another title' WHERE id = 3",
    "a unit's author": "UPDATE units SET by = 'Somebody else'",
    "a unit's hash": "UPDATE units SET hash = ''",
    "a unit": "DELETE FROM units WHERE id = 3",
    "what a change was before": "UPDATE changes SET before = NULL",
    "what a change was after": "UPDATE changes SET after = '{}' WHERE unit = 3",
    "a change": "DELETE FROM changes WHERE unit = 3",
    "every change": "DELETE FROM changes",
}


@pytest.fixture
def told(case: Case) -> Case:
    """The case with four more units: 3, 4, 5 and 6."""
    for number in range(3, 7):
        edit_finding(case, f"Title {number}", title=f"Title {number}")
    return case


@contextmanager
def unguarded(tracker: Tracker) -> Iterator[sqlite3.Connection]:
    """The file in the hands of another program, without the triggers that guard the log."""
    other = sqlite3.connect(tracker.path)
    guards = other.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%refuse%'"
    ).fetchall()
    for name, _ in guards:
        other.execute(f"DROP TRIGGER {name}")
    yield other
    for _, sql in guards:
        other.execute(sql)
    other.commit()
    other.close()


class TestTheFileRefuses:
    @pytest.mark.parametrize("statement", REWRITES.values(), ids=REWRITES)
    def test_to_rewrite_the_log(self, told: Case, statement: str) -> None:
        before = everything(told.db)
        with pytest.raises(sqlite3.IntegrityError, match="the log is never changed"):
            told.db.execute(statement)
        assert everything(told.db) == before

    @pytest.mark.parametrize("statement", REWRITES.values(), ids=REWRITES)
    def test_even_inside_a_unit(self, told: Case, statement: str) -> None:
        before = everything(told.db)
        with (
            pytest.raises(sqlite3.IntegrityError),
            unit(told.db, "A rewrite", told.author) as change,
        ):
            change.db.execute(statement)
        assert everything(told.db) == before

    def test_a_second_unit_under_a_number(self, told: Case) -> None:
        with pytest.raises(sqlite3.IntegrityError):
            told.db.execute("INSERT INTO units SELECT * FROM units WHERE id = 3")

    @pytest.mark.parametrize("key", ["id = 4711", "uid = lower(hex(randomblob(16)))"])
    def test_to_give_a_record_another_key(self, told: Case, key: str) -> None:
        before = everything(told.db)
        with (
            pytest.raises(sqlite3.IntegrityError, match="a key never changes"),
            unit(told.db, "Another key", told.author) as change,
        ):
            change.db.execute(f"UPDATE recommendations SET {key}")
        assert everything(told.db) == before


# What another program did to the log, and the first unit that no longer holds.
ALTERED = [
    ("UPDATE units SET title = 'Another' WHERE id = 3", 3),
    ("UPDATE units SET by = 'Somebody else' WHERE id = 1", 1),
    ("UPDATE units SET at = '2020-01-01T00:00:00.000+00:00' WHERE id = 4", 4),
    ("UPDATE units SET undoes = 3 WHERE id = 5", 5),
    ("UPDATE units SET redoes = 3 WHERE id = 5", 5),
    ("UPDATE units SET uid = lower(hex(randomblob(16))) WHERE id = 5", 5),
    ("UPDATE units SET hash = previous WHERE id = 4", 4),
    ("UPDATE units SET previous = '' WHERE id = 2", 2),
    ("UPDATE units SET id = 9 WHERE id = 6", 9),
    ("DELETE FROM units WHERE id = 1", 2),
    ("DELETE FROM units WHERE id = 4", 5),
    ("DELETE FROM units WHERE id = 6", 6),
    ("UPDATE changes SET after = replace(after, 'Title 4', 'Title X') WHERE unit = 4", 4),
    ("UPDATE changes SET before = NULL WHERE unit = 5", 5),
    ("UPDATE changes SET record = record + 1 WHERE unit = 2", 2),
    ("UPDATE changes SET record_table = 'actions' WHERE unit = 6", 6),
    ("UPDATE changes SET uid = '' WHERE unit = 3", 3),
    ("UPDATE changes SET unit = 4 WHERE unit = 3", 3),
    ("DELETE FROM changes WHERE unit = 6", 6),
    ("INSERT INTO changes SELECT NULL, 4, record_table, record, uid, before, after FROM changes "
     "WHERE unit = 6", 4),
    ("INSERT INTO changes SELECT NULL, 7, record_table, record, uid, before, after FROM changes "
     "WHERE unit = 6", 7),
    ("INSERT INTO units SELECT 7, lower(hex(randomblob(16))), title, by, at, undoes, redoes, hash, "
     "hash FROM units WHERE id = 6", 7),
]  # fmt: skip


class TestTheChainTells:
    def test_nothing_while_nothing_was_altered(self, told: Case, example: Tracker) -> None:
        assert chain.first_break(told.db) is None
        assert chain.first_break(example.db) is None

    @pytest.mark.parametrize(("statement", "first"), ALTERED)
    def test_the_first_unit_that_was_altered(
        self, empty: Tracker, told: Case, statement: str, first: int
    ) -> None:
        with unguarded(empty) as other:
            assert other.execute(statement).rowcount > 0
        assert chain.first_break(told.db) == first
        assert str(first) in " ".join(finding.sentence for finding in checking.check(told.db))

    def test_a_beginning_cut_off_and_the_rest_forged_anew(self, empty: Tracker, told: Case) -> None:
        with unguarded(empty) as other:
            other.execute("DELETE FROM units WHERE id < 4")
            other.execute("DELETE FROM changes WHERE unit < 4")
            previous = ""
            for row in other.execute(
                "SELECT id, uid, title, by, at, undoes, redoes FROM units ORDER BY id"
            ).fetchall():
                link = Link(*row)
                forged = hash_of(link, chain.changes_of(other, link.id), previous)
                other.execute(
                    "UPDATE units SET previous = ?, hash = ? WHERE id = ?",
                    (previous, forged, link.id),
                )
                previous = forged
        assert chain.first_break(told.db) == 4

    def test_a_change_of_order_inside_a_unit(self, empty: Tracker, told: Case) -> None:
        with unguarded(empty) as other:
            last, first = other.execute(
                "SELECT max(id), min(id) FROM changes WHERE unit = 2"
            ).fetchone()
            for new, old in ((-1, last), (last, first), (first, -1)):
                other.execute("UPDATE changes SET id = ? WHERE id = ?", (new, old))
        assert chain.first_break(told.db) == 2

    def test_an_end_cut_off_by_the_seal_and_the_records_it_left_behind(
        self, empty: Tracker, told: Case
    ) -> None:
        """A chain cannot know of what came after its last link; the seal and the records do."""
        with unguarded(empty) as other:
            other.execute("DELETE FROM changes WHERE unit = 6")
            other.execute("DELETE FROM units WHERE id = 6")
        assert chain.first_break(told.db) is None
        aspects = {finding.aspect for finding in checking.check(told.db)}
        assert aspects == {checking.Aspect.LOG, checking.Aspect.RECORDS}

    def test_what_was_written_after_an_alteration_does_not_heal_it(
        self, empty: Tracker, told: Case
    ) -> None:
        with unguarded(empty) as other:
            other.execute("UPDATE units SET title = 'Another' WHERE id = 3")
        edit_finding(told, title="Later")
        assert chain.first_break(told.db) == 3

    def test_one_letter_changed_in_the_bytes_of_the_file(self, empty: Tracker, told: Case) -> None:
        with unit(told.db, "A note", told.author) as change:
            notes.add(change, told.about_finding, "kingfisher one", on=KNOWN)
        empty.close()
        whole = empty.path.read_bytes()
        places = [at for at in range(len(whole)) if whole.startswith(b"kingfisher", at)]
        seen = []
        for at in places:
            empty.path.write_bytes(whole[:at] + b"K" + whole[at + 1 :])
            again = open_tracker(empty.path)
            seen.append((chain.first_break(again.db), bool(checking.check(again.db))))
            again.close()
        # The words stand in the record, in the log, and folded in the search index if at all.
        assert (7, True) in seen
        assert all(found for _, found in seen)


fields = st.one_of(st.none(), st.text(max_size=5), st.integers(-3, 3))


class TestTheHash:
    LINK = Link(1, "uid", "title", "by", "at", None, None)

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(
        one=st.lists(st.tuples(fields, fields), max_size=3),
        other=st.lists(st.tuples(fields, fields), max_size=3),
    )
    def test_is_the_same_only_for_the_same_changes(
        self, one: list[tuple[str | int | None, ...]], other: list[tuple[str | int | None, ...]]
    ) -> None:
        def kept(changes: list[tuple[str | int | None, ...]]) -> list[list[str]]:
            return [["\x00" if field is None else str(field) for field in c] for c in changes]

        clean = not any(
            sign in str(field) for c in (*one, *other) for field in c for sign in "\x00\x1f"
        )
        same = hash_of(self.LINK, one, "") == hash_of(self.LINK, other, "")
        if clean:
            assert same == (kept(one) == kept(other))

    def test_hangs_on_the_hash_before(self) -> None:
        assert hash_of(self.LINK, [], "") != hash_of(self.LINK, [], "0")


def with_four_edits(path: Path, author: Author) -> Tracker:
    """A new tracker with the case and units 3 to 6."""
    tracker = create(path, author)
    case = tell(tracker.db, author)
    for number in range(3, 7):
        edit_finding(case, f"Title {number}", title=f"Title {number}")
    return tracker


def test_r19_the_log_is_never_rewritten_unseen(figure, tmp_path: Path, author: Author) -> None:
    refused = named = 0
    for number, (statement, first) in enumerate(ALTERED):
        tracker = with_four_edits(tmp_path / f"{number}.matters", author)
        with unguarded(tracker) as other:
            other.execute(statement)
        named += chain.first_break(tracker.db) == first
        tracker.close()
    tracker = with_four_edits(tmp_path / "guarded.matters", author)
    for statement in REWRITES.values():
        try:
            tracker.db.execute(statement)
        except sqlite3.IntegrityError:
            refused += 1
    tracker.close()
    figure(
        "R19",
        "UPDATE, DELETE on the log refused by triggers; an altered row: the first bad unit named",
        f"{refused} of {len(REWRITES)} refused; {named} of {len(ALTERED)} named",
    )
    assert (refused, named) == (len(REWRITES), len(ALTERED))
