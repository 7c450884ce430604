"""The schema as named steps; a step, once shipped, never changes."""

from sqlite_utils import Database, Migrations

from store import indexes
from store.schema import (
    FIRST_RECORDS,
    INDEXES,
    LOG,
    MERGED_RECORDS,
    SCHEMA_NUMBER,
    SEAL,
    STANDING,
    UNRECORDED,
)
from store.triggers import history_triggers, log_triggers, seal_trigger, search_tables

migrations = Migrations("matters")


def take_steps(db: Database) -> None:
    """Take every step not yet taken, inside the transaction that is open."""
    migrations.apply(db)
    db.execute(f"PRAGMA user_version = {SCHEMA_NUMBER}")


@migrations(name="0001_records")
def records(db: Database) -> None:
    """Every table of records, the log, and what is kept without history."""
    for statement in (*LOG, *FIRST_RECORDS.values(), *UNRECORDED, *STANDING, *INDEXES):
        db.execute(statement)


@migrations(name="0002_history_and_search")
def history_and_search(db: Database) -> None:
    """Triggers that write history and keep search true."""
    for table in FIRST_RECORDS:
        for statement in history_triggers(table, list(db.table(table).columns_dict)):
            db.execute(statement)
    for statement in (*log_triggers(), *search_tables()):
        db.execute(statement)


@migrations(name="0003_seal")
def seal(db: Database) -> None:
    """One row that says how far the log goes, so that a log cut at its end is seen."""
    for statement in (*SEAL, seal_trigger()):
        db.execute(statement)


@migrations(name="0004_indexes_for_many")
def indexes_for_many(db: Database) -> None:
    """Indexes that answer the lists, counts and references alone, at national size."""
    for name in indexes.NO_LONGER:
        db.execute(f"DROP INDEX {name}")
    for statement in (*indexes.STANDING, *indexes.LISTS, *indexes.REFERENCES):
        db.execute(statement)


@migrations(name="0005_merges")
def merges(db: Database) -> None:
    """Records of the copies that were brought in, with their history."""
    for table, statement in MERGED_RECORDS.items():
        db.execute(statement)
        for trigger in history_triggers(table, list(db.table(table).columns_dict)):
            db.execute(trigger)
    for statement in indexes.MERGES:
        db.execute(statement)
