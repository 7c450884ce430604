"""Findings the tracker holds already: to pair letters with, and to give their wording of record."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from seed.draft import Finding, KnownFinding
from seed.likeness import folded, folded_likeness
from store import gathering, inspections, recommendations
from store.dates import When
from store.models import Recommendation
from store.rows import one, rows

SAME = 0.95  # likeness from which two wordings are one finding
_MOST_KNOWN = 0.5  # share of a report's findings that must be known before it is that inspection


@dataclass(frozen=True, slots=True)
class Kept:
    """A recommendation of the tracker with its whole text, folded for comparing."""

    record: Recommendation
    whole: str


def known_findings(db: sqlite3.Connection) -> list[KnownFinding]:
    """Every finding of the tracker, of whatever day, as pairing needs it."""
    records = _records(db)
    parts = gathering.parts(db, [one.id for one in records], date.max)
    refs = {key: inspections.get(db, key).ref for key in {one.inspection for one in records}}
    numbers = _own_numbers(db)
    return [
        KnownFinding(
            uid=record.uid,
            ref=record.ref,
            text=record.text,
            inspection=refs[record.inspection],
            number=numbers.get(record.id, ""),
            parts=tuple(part.text for part in parts[record.id]),
        )
        for record in records
    ]


def kept(db: sqlite3.Connection, inspection: int | None = None) -> list[Kept]:
    """The recommendations of an inspection, or of all, to compare with."""
    records = [one for one in _records(db) if inspection in (None, one.inspection)]
    parts = gathering.parts(db, [one.id for one in records], date.max)
    return [
        Kept(record, folded(" ".join((record.text, *(part.text for part in parts[record.id])))))
        for record in records
    ]


def same_findings(
    findings: Sequence[Finding], candidates: Sequence[Kept]
) -> dict[int, Recommendation]:
    """By order, the record that is the same finding; each record at most once, best pairs first."""
    scored = sorted(_likely(findings, candidates), reverse=True)
    found: dict[int, Recommendation] = {}
    taken: set[int] = set()
    for score, order, index in scored:
        if score >= SAME and -order not in found and index not in taken:
            found[-order] = candidates[index].record
            taken.add(index)
    return found


def same_places(
    findings: Sequence[Finding], candidates: Sequence[Kept], found: Mapping[int, Recommendation]
) -> dict[int, Recommendation]:
    """`found`, and the records told in our own words that stand at the very place of a finding."""
    taken = {record.id for record in found.values()}
    own_words = {
        _place(one.record.position, one.record.section, one.record.timescale): one.record
        for one in candidates
        if not one.record.of_record and one.record.id not in taken and one.record.section
    }
    places = {one.order: _place(one.order, one.section, one.timescale) for one in findings}
    more = {order: own_words[place] for order, place in places.items() if place in own_words}
    return {**more, **found}


def newer_wordings(
    findings: Sequence[Finding], candidates: Sequence[Kept]
) -> dict[int, Recommendation]:
    """By order, the record that an editor said a finding is the newer wording of."""
    records = {one.record.uid: one.record for one in candidates}
    return {one.order: records[one.record] for one in findings if one.record in records}


def _place(position: int, section: str, timescale: str) -> tuple[int, str, str]:
    return position, folded(section), folded(timescale)


def _likely(
    findings: Sequence[Finding], candidates: Sequence[Kept]
) -> Iterator[tuple[float, int, int]]:
    """Likeness, order (negative, so that the first comes first) and candidate of each near pair."""
    for finding in findings:
        own = folded(finding.whole)
        for index, other in enumerate(candidates):
            shorter, both = min(len(own), len(other.whole)), len(own) + len(other.whole)
            if both and 2 * shorter / both >= SAME:
                yield folded_likeness(own, other.whole), -finding.order, index


def inspection_with(db: sqlite3.Connection, findings: Sequence[Finding]) -> int | None:
    """The inspection that has most of these findings already, as from a letter that came first."""
    same = same_findings(findings, kept(db))
    if not same or len(same) < _MOST_KNOWN * len(findings):
        return None
    return Counter(record.inspection for record in same.values()).most_common(1)[0][0]


def inspection_at(db: sqlite3.Connection, force: str, fieldwork: When) -> int | None:
    """The inspection of a force on exactly these days."""
    if not force or fieldwork.earliest is None or fieldwork.latest is None:
        return None
    days = (fieldwork.earliest.isoformat(), fieldwork.latest.isoformat())
    row = one(
        db,
        """SELECT id FROM inspections
           WHERE force = ? AND fieldwork_earliest = ? AND fieldwork_latest = ?""",
        (force, *days),
    )
    return None if row is None else int(row["id"])


def of_inspection(db: sqlite3.Connection, key: int) -> int | None:
    """The inspection a recommendation belongs to."""
    row = one(db, "SELECT inspection FROM recommendations WHERE id = ?", (key,))
    return None if row is None else int(row["inspection"])


def _records(db: sqlite3.Connection) -> list[Recommendation]:
    keys = rows(db, "SELECT id FROM recommendations ORDER BY inspection, position, id")
    found = recommendations.many(db, [row["id"] for row in keys])
    return [found[row["id"]] for row in keys]


def _own_numbers(db: sqlite3.Connection) -> dict[int, str]:
    """The number each recommendation has in its own report."""
    found = rows(
        db,
        """SELECT n.recommendation, n.number FROM numbers n
           JOIN recommendations r ON r.id = n.recommendation AND r.document = n.document""",
    )
    return {row["recommendation"]: row["number"] for row in found}
