"""The schema as the migrations make it: its triggers, its checks, and nothing more."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from little_case import KNOWN, Case, everything
from older_tracker import make_older
from sqlite_utils import Database

from store import checking, soundness
from store.connection import connect
from store.migrations import migrations
from store.schema import APPLICATION_ID, RECORDS, SCHEMA_NUMBER, SEARCHED, TRIGGERS_SHA256
from store.tracker import Tracker
from store.unit import Author, unit


def triggers_of(db: sqlite3.Connection) -> dict[str, str]:
    found = db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name"
    )
    return dict(found.fetchall())


EXPECTED = {
    *(
        f"{table}_{what}"
        for table in RECORDS
        for what in ("added", "changed", "removed", "keeps_its_uid")
    ),
    *(f"{table}_{what}" for table in SEARCHED for what in ("found", "forgotten", "reworded")),
    *(f"{table}_refuse_{verb}" for table in ("units", "changes") for verb in ("update", "delete")),
    "units_seal",
}


class TestTheTriggers:
    def test_are_exactly_these_after_all_migrations(self, empty: Tracker) -> None:
        assert set(triggers_of(empty.db)) == EXPECTED
        assert len(EXPECTED) == 4 * len(RECORDS) + 3 * len(SEARCHED) + 5

    def test_have_the_fingerprint_that_opening_asks_for(self) -> None:
        fresh = Database(memory=True)
        migrations.apply(fresh)
        text = "\n".join(f"{name}\t{sql}" for name, sql in triggers_of(fresh.conn).items())
        assert sha256(text.encode()).hexdigest() == TRIGGERS_SHA256

    def test_are_the_same_in_the_example(self, empty: Tracker, example: Tracker) -> None:
        assert triggers_of(example.db) == triggers_of(empty.db)

    def test_of_history_cover_every_column(self, empty: Tracker) -> None:
        triggers = triggers_of(empty.db)
        for table in RECORDS:
            columns = {row[1] for row in empty.db.execute(f"PRAGMA table_info({table})")}
            for column in columns - {"id", "uid", "rev"}:
                assert f"'{column}', new.{column}" in triggers[f"{table}_added"]
                assert f"'{column}', old.{column}" in triggers[f"{table}_removed"]
                assert f"'{column}' AS name, old.{column} AS was" in triggers[f"{table}_changed"]


class TestTheTables:
    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE sqlite_schema SET sql = replace(sql, '+0 days', '+1 days') "
            "WHERE name = 'documents'",
            "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL DEFAULT', 'DEFAULT') "
            "WHERE name = 'inspections'",
            "CREATE TABLE foreign_words (word TEXT)",
            "CREATE INDEX notes_by_text ON notes (text)",
            "DROP INDEX notes_of_board",
        ],
    )
    def test_altered_in_a_word_are_named_by_the_look_and_by_the_check(
        self, empty: Tracker, statement: str
    ) -> None:
        assert soundness.tables_are_ours(empty.db)
        other = sqlite3.connect(empty.path)
        other.execute("PRAGMA writable_schema = ON")
        other.execute(statement)
        other.commit()
        other.close()
        assert soundness.verify(empty.path) == soundness.OTHER_TABLES
        with closing(connect(empty.path, "ro")) as db:
            (found, *_) = checking.check(db)
        assert "What its tables may hold was altered" in found.sentence

    def test_of_an_earlier_version_are_known_too(self, tmp_path: Path, author: Author) -> None:
        assert soundness.verify(make_older(tmp_path / "older.matters", author)) == ""

    def test_of_a_newer_version_are_not_judged(self, empty: Tracker) -> None:
        empty.db.execute("CREATE TABLE newer (word TEXT)")
        assert not soundness.tables_are_ours(empty.db)
        empty.db.execute(f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")
        assert soundness.tables_are_ours(empty.db)


class TestTheFile:
    def test_names_its_program_and_its_schema(self, empty: Tracker) -> None:
        assert empty.db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert empty.db.execute("PRAGMA user_version").fetchone() == (SCHEMA_NUMBER,)

    def test_takes_no_second_making(self, empty: Tracker) -> None:
        before = everything(empty.db)
        migrations.apply(Database(empty.db, execute_plugins=False))
        assert everything(empty.db) == before

    def test_has_strict_tables_only(self, empty: Tracker) -> None:
        listed = empty.db.execute("PRAGMA table_list").fetchall()
        kept = [row for row in listed if row[2] == "table" and not row[1].startswith("sqlite_")]
        ours = {row[1]: row[5] for row in kept}
        assert {name for name, strict in ours.items() if not strict} == {"_sqlite_migrations"}
        assert set(RECORDS) <= set(ours)

    @pytest.mark.parametrize("setting", ["foreign_keys", "cell_size_check", "trusted_schema"])
    def test_is_opened_carefully(self, empty: Tracker, setting: str) -> None:
        assert empty.db.execute(f"PRAGMA {setting}").fetchone() == (1,)

    def test_is_written_safely(self, empty: Tracker) -> None:
        pragmas = ("journal_mode", "synchronous", "mmap_size")
        found = [empty.db.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
        assert found == ["delete", 3, 0]


class TestDays:
    @pytest.mark.parametrize(
        "text", ["2022-02-31", "2022-13-01", "22 June 2022", "", "2022-6-1", "20220601", "now"]
    )
    def test_that_do_not_exist_are_refused_by_the_file(self, case: Case, text: str) -> None:
        before = everything(case.db)
        with (
            pytest.raises(sqlite3.DatabaseError, match="CHECK"),
            unit(case.db, "A day", case.author) as change,
        ):
            change.db.execute("UPDATE recommendations SET since = ?", (text,))
        assert everything(case.db) == before

    def test_are_checked_wherever_a_day_is_kept(self, empty: Tracker) -> None:
        """Every column that holds days says so in its table."""
        for table, sql in RECORDS.items():
            for _, name, kind, *_ in empty.db.execute(f"PRAGMA table_info({table})"):
                ends = ("since", "_on", "_earliest", "_latest", "earliest", "latest", "day", "plan")
                if kind == "TEXT" and (name.endswith(ends) or name == "applies_until"):
                    assert f"{name} IS date({name}, '+0 days')" in sql, f"{table}.{name}"

    def test_from_year_one_to_year_9999_are_kept(self, case: Case) -> None:
        for day in ("0001-01-01", "9999-12-31", "2024-02-29", KNOWN.isoformat()):
            with unit(case.db, "A day", case.author) as change:
                change.db.execute("UPDATE recommendations SET since = ?", (day,))
