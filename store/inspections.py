"""Inspections, reviews and thematic reports; a review belongs to the inspection it follows."""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.dates import When
from store.models import CaseAudit, Inspection
from store.reading_keys import few_keys
from store.refs import next_ref
from store.rows import Row, by_id, rows, when
from store.unit import Unit
from store.vocabulary import Applies, SubjectKind


class InspectionCount(NamedTuple):
    """An inspection and how its recommendations stand on a day."""

    inspection: Inspection
    recommendations: int
    open_ours: int
    watched: int


def _from_row(row: Row) -> Inspection:
    return Inspection(
        row["id"],
        row["uid"],
        row["rev"],
        row["ref"],
        row["title"],
        row["short"] or row["title"],
        row["programme"],
        row["body"],
        row["force"],
        row["mode"],
        when(row, "fieldwork"),
        row["parent"],
        bool(row["mentioned_only"]),
        row["stated_recommendations"],
        row["stated_source"],
        row["remark"],
        date.fromisoformat(row["since"]),
    )


def get(db: sqlite3.Connection, key: int) -> Inspection:
    """One inspection."""
    return _from_row(by_id(db, "inspections", key))


def listed(db: sqlite3.Connection, today: date) -> list[Inspection]:
    """Every inspection known on a day, newest first; those only mentioned come last."""
    return [
        _from_row(row)
        for row in rows(
            db,
            "SELECT * FROM inspections WHERE since <= ? ORDER BY mentioned_only, since DESC, id",
            (today.isoformat(),),
        )
    ]


def counted(db: sqlite3.Connection, today: date) -> list[InspectionCount]:
    """Every inspection known on a day with its counts, in the same order."""
    return list(counted_of(db, known(db, today), today).values())


def known(db: sqlite3.Connection, today: date) -> "array[int]":
    """The keys of every inspection known on a day, in the order of `listed`."""
    return few_keys(
        db,
        """SELECT id FROM inspections WHERE since <= :today
           ORDER BY mentioned_only, since DESC, id""",
        {"today": today.isoformat()},
    )


def counted_of(
    db: sqlite3.Connection, keys: Sequence[int], today: date
) -> dict[int, InspectionCount]:
    """These inspections with their counts, in the order of the keys."""
    wanted = ", ".join(str(int(key)) for key in keys)
    found = {
        row["id"]: _from_row(row)
        for row in rows(db, f"SELECT * FROM inspections WHERE id IN ({wanted})")
    }
    counts = _counts(db, wanted, today)
    return {
        key: InspectionCount(found[key], *counts.get(key, (0, 0, 0)))
        for key in keys
        if key in found
    }


def _counts(db: sqlite3.Connection, wanted: str, today: date) -> dict[int, list[int]]:
    """By inspection: all of its recommendations, those open and ours, those watched."""
    counts: dict[int, list[int]] = {}
    for state in ("until IS NULL", "until > :today"):
        for inspection, *found in db.execute(
            f"""SELECT inspection, count(*), sum(is_open AND applies <> :watched),
                       sum(applies = :watched)
                FROM recommendation_standing
                WHERE {state} AND since <= :today AND inspection IN ({wanted})
                GROUP BY inspection""",
            {"today": today.isoformat(), "watched": Applies.WATCHED},
        ):
            before = counts.get(inspection, [0, 0, 0])
            counts[inspection] = [held + more for held, more in zip(before, found, strict=True)]
    return counts


def add(
    change: Unit,
    *,
    title: str,
    since: date,
    short: str = "",
    programme: str = "",
    body: str = "",
    force: str = "",
    mode: str = "",
    fieldwork: When = When(),
    parent: int | None = None,
    mentioned_only: bool = False,
    stated_recommendations: int | None = None,
    stated_source: str = "",
    remark: str = "",
) -> int:
    """Add an inspection; `since` is the day it was first known of."""
    return change.add(
        "inspections",
        ref=next_ref(change.db.conn, SubjectKind.INSPECTION),
        title=title,
        short=short,
        programme=programme,
        body=body,
        force=force,
        mode=mode,
        fieldwork=fieldwork,
        parent=parent,
        mentioned_only=mentioned_only,
        stated_recommendations=stated_recommendations,
        stated_source=stated_source,
        remark=remark,
        since=since,
    )


def audits(db: sqlite3.Connection, inspection: int, today: date) -> list[CaseAudit]:
    """The case-audit figures of an inspection known on a day."""
    return [
        CaseAudit(
            row["id"],
            row["inspection"],
            row["sample"],
            row["assessor"],
            row["area"],
            row["good"],
            row["requires_improvement"],
            row["inadequate"],
            row["source"],
        )
        for row in rows(
            db,
            "SELECT * FROM case_audits WHERE inspection = ? AND since <= ? ORDER BY id",
            (inspection, today.isoformat()),
        )
    ]


def add_audit(
    change: Unit,
    inspection: int,
    *,
    sample: str,
    assessor: str,
    graded: tuple[int, int, int],
    since: date,
    area: str = "",
    document: int | None = None,
    source: str = "",
) -> int:
    """Add case-audit figures; `graded` is (good, requires improvement, inadequate)."""
    good, requires_improvement, inadequate = graded
    return change.add(
        "case_audits",
        inspection=inspection,
        document=document,
        sample=sample,
        assessor=assessor,
        area=area,
        good=good,
        requires_improvement=requires_improvement,
        inadequate=inadequate,
        source=source,
        since=since,
    )
