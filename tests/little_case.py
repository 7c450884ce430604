"""A little case to test the store on, and whole trackers as values to compare."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from store import actions, documents, inspections, recommendations
from store.dates import When
from store.models import Subject
from store.schema import RECORDS
from store.unit import Author, Value, unit
from store.vocabulary import SubjectKind

KNOWN = date(2022, 1, 10)
Rows = list[tuple[object, ...]]


@dataclass(frozen=True)
class Case:
    """The keys of one inspection, its report, one finding and one action."""

    db: sqlite3.Connection
    author: Author
    inspection: int
    report: int
    finding: int
    action: int

    @property
    def about_inspection(self) -> Subject:
        return Subject(SubjectKind.INSPECTION, self.inspection)

    @property
    def about_finding(self) -> Subject:
        return Subject(SubjectKind.RECOMMENDATION, self.finding)

    @property
    def about_action(self) -> Subject:
        return Subject(SubjectKind.ACTION, self.action)


def tell(db: sqlite3.Connection, author: Author) -> Case:
    """Write the case in one unit."""
    with unit(db, "The case", author) as change:
        inspection = inspections.add(change, title="Custody", since=KNOWN)
        report = documents.add(
            change,
            kind="report",
            title="Report on custody",
            since=KNOWN,
            inspection=inspection,
            published=When.on(KNOWN),
        )
        finding = recommendations.add(
            change,
            inspection=inspection,
            document=report,
            title="Record each review",
            text="Record who reviewed each detention, and when.",
            since=KNOWN,
        )
        action = actions.add(
            change,
            title="Change the custody form",
            since=KNOWN,
            document=report,
            recommendations=[(finding, None)],
        )
    return Case(db, author, inspection, report, finding, action)


def edit_finding(case: Case, called: str = "An edit", /, **values: Value) -> None:
    """Change fields of the finding as it is now."""
    with unit(case.db, called, case.author) as change:
        recommendations.edit(change, recommendations.get(case.db, case.finding), **values)


def records(db: sqlite3.Connection) -> dict[str, Rows]:
    """Every record of every table, without the unit that last changed it."""
    found: dict[str, Rows] = {}
    for table in RECORDS:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != "rev"]
        found[table] = db.execute(
            f"SELECT {', '.join(columns)} FROM {table} ORDER BY id"
        ).fetchall()
    return found


def everything(db: sqlite3.Connection) -> dict[str, Rows]:
    """Every row of every table there is: records, log, standing and search indexes."""
    tables = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {
        name: db.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for (name,) in tables
    }


def log(db: sqlite3.Connection) -> tuple[Rows, Rows]:
    """Every unit and every change."""
    return (
        db.execute("SELECT * FROM units ORDER BY id").fetchall(),
        db.execute("SELECT * FROM changes ORDER BY id").fetchall(),
    )
