"""A tracker as the first version made it, before the log had a seal."""

from datetime import date
from pathlib import Path
from unittest import mock

from sqlite_utils import Database

from store.migrations import migrations
from store.tracker import create
from store.unit import Author, unit

SINCE = date(2022, 1, 10)


def make_older(path: Path, author: Author) -> Path:
    """A file of schema 1 with an inspection and two notes on it, written as that version did."""
    with mock.patch("store.migrations.take_steps", _first_steps):
        tracker = create(path, author, title="Older")
    with unit(tracker.db, "An inspection", author) as change:
        inspection = change.add("inspections", ref="I1", title="Custody", since=SINCE)
        for text in ("First", "Second"):
            change.add(
                "notes",
                subject_kind="inspection",
                subject=inspection,
                text=text,
                noted_on=SINCE,
                by=author.name,
            )
    tracker.close()
    return path


def _first_steps(db: Database) -> None:
    migrations.apply(db, stop_before="0003_seal")
    db.execute("PRAGMA user_version = 1")
