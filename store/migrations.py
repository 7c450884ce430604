"""The schema as named steps; a step, once shipped, never changes."""

from sqlite_utils import Database, Migrations

from store.schema import INDEXES, LOG, RECORDS, STANDING, UNRECORDED
from store.triggers import history_triggers, log_triggers, search_tables

migrations = Migrations("matters")


@migrations(name="0001_records")
def records(db: Database) -> None:
    """Every table of records, the log, and what is kept without history."""
    for statement in (*LOG, *RECORDS.values(), *UNRECORDED, *STANDING, *INDEXES):
        db.execute(statement)


@migrations(name="0002_history_and_search")
def history_and_search(db: Database) -> None:
    """Triggers that write history and keep search true."""
    for table in RECORDS:
        for statement in history_triggers(table, list(db.table(table).columns_dict)):
            db.execute(statement)
    for statement in (*log_triggers(), *search_tables()):
        db.execute(statement)
