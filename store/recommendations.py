"""Findings of every kind: their wording, parts, each document's own number, and their links."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from store.errors import BadInput
from store.models import Link, Number, Part, Recommendation
from store.refs import next_ref
from store.rows import Row, by_id, day, one, rows
from store.unit import Unit, Value
from store.vocabulary import Applies, Extent, LinkKind, SubjectKind


def _from_row(row: Row) -> Recommendation:
    return Recommendation(
        id=row["id"],
        uid=row["uid"],
        rev=row["rev"],
        ref=row["ref"],
        inspection=row["inspection"],
        document=row["document"],
        kind=row["kind"],
        title=row["title"],
        text=row["text"],
        of_record=bool(row["of_record"]),
        section=row["section"],
        theme=row["theme"],
        addressee=row["addressee"],
        timescale=row["timescale"],
        portal_reference=row["portal_reference"],
        level=row["level"],
        page=row["page"],
        line=row["line"],
        position=row["position"],
        applies=Applies(row["applies"]),
        applies_because=row["applies_because"],
        applies_until=day(row["applies_until"]),
        owner=row["owner"],
        team=row["team"],
        since=date.fromisoformat(row["since"]),
    )


def get(db: sqlite3.Connection, key: int) -> Recommendation:
    """One recommendation."""
    return _from_row(by_id(db, "recommendations", key))


def many(db: sqlite3.Connection, keys: Iterable[int]) -> dict[int, Recommendation]:
    """Recommendations by id: those asked for and no others."""
    wanted = ", ".join(str(int(key)) for key in keys)
    found = rows(db, f"SELECT * FROM recommendations WHERE id IN ({wanted})")
    return {row["id"]: _from_row(row) for row in found}


def add(
    change: Unit,
    *,
    inspection: int,
    title: str,
    text: str,
    since: date,
    kind: str = "recommendation",
    document: int | None = None,
    of_record: bool = False,
    section: str = "",
    theme: str = "",
    addressee: str = "",
    timescale: str = "",
    page: int | None = None,
    line: int | None = None,
    position: int = 0,
    applies: Applies = Applies.OURS,
    applies_because: str = "",
    applies_until: date | None = None,
    owner: int | None = None,
    team: int | None = None,
    parts: Iterable[tuple[str, str]] = (),
) -> int:
    """Add a finding with its parts (label, text); its due date is a deadline of its own."""
    if not text.strip():
        raise BadInput("A recommendation needs its text. Nothing was saved.")
    key = change.add(
        "recommendations",
        ref=next_ref(change.db.conn, SubjectKind.RECOMMENDATION),
        inspection=inspection,
        document=document,
        kind=kind,
        title=title,
        text=text,
        of_record=of_record,
        section=section,
        theme=theme,
        addressee=addressee,
        timescale=timescale,
        page=page,
        line=line,
        position=position,
        applies=applies,
        applies_because=applies_because,
        applies_until=applies_until,
        owner=owner,
        team=team,
        since=since,
    )
    for position_in_list, (label, part) in enumerate(parts):
        change.add("parts", recommendation=key, label=label, text=part, position=position_in_list)
    return key


def edit(change: Unit, record: Recommendation, **values: Value) -> None:
    """Change fields of a recommendation; Conflict if somebody else did so first."""
    change.change("recommendations", record.id, record.rev, **values)


def parts(db: sqlite3.Connection, recommendation: int, today: date) -> list[Part]:
    """Its parts, each with how far it had been answered by a day (None: no response yet)."""
    return [
        Part(
            row["id"],
            row["label"],
            row["text"],
            Extent(row["extent"]) if row["extent"] else None,
            row["remark"] or "",
        )
        for row in rows(
            db,
            """SELECT p.id, p.label, p.text, latest.extent, latest.remark FROM parts p
               LEFT JOIN answers latest ON latest.id = (
                   SELECT a.id FROM answers a JOIN responses r ON r.id = a.response
                   WHERE a.recommendation = p.recommendation AND a.part = p.id AND r.since <= ?
                   ORDER BY r.since DESC, a.id DESC LIMIT 1)
               WHERE p.recommendation = ? ORDER BY p.position""",
            (today.isoformat(), recommendation),
        )
    ]


def numbers(db: sqlite3.Connection, recommendation: int, today: date) -> list[Number]:
    """What each document of the day calls it."""
    return [
        Number(row["document"], row["ref"], row["title"], row["number"], row["restated"])
        for row in rows(
            db,
            """SELECT n.document, d.ref, d.title, n.number, n.restated
               FROM numbers n JOIN documents d ON d.id = n.document
               WHERE n.recommendation = ? AND d.since <= ? ORDER BY d.since, d.id""",
            (recommendation, today.isoformat()),
        )
    ]


def add_number(
    change: Unit,
    recommendation: int,
    document: int,
    number: str,
    *,
    position: int = 0,
    restated: str = "",
) -> int:
    """Keep what a document calls a recommendation, and its own wording of it."""
    return change.add(
        "numbers",
        recommendation=recommendation,
        document=document,
        number=number,
        position=position,
        restated=restated,
    )


def links(db: sqlite3.Connection, recommendation: int, today: date) -> list[Link]:
    """The findings it continues or supersedes, and those that continue or supersede it."""
    found = rows(
        db,
        """SELECT l.kind, l.source, l.later = ? AS is_later, r.id, r.ref, r.title
           FROM links l
           JOIN recommendations r ON r.id = CASE l.later WHEN ? THEN l.earlier ELSE l.later END
           WHERE (l.later = ? OR l.earlier = ?) AND l.since <= ? AND r.since <= ? ORDER BY l.id""",
        (*(recommendation,) * 4, today.isoformat(), today.isoformat()),
    )
    return [
        Link(
            LinkKind(row["kind"]),
            row["id"],
            row["ref"],
            row["title"],
            not row["is_later"],
            row["source"],
        )
        for row in found
    ]


def link(
    change: Unit, later: int, earlier: int, kind: LinkKind, *, since: date, source: str = ""
) -> int:
    """Say that a later finding continues or supersedes an earlier one. Neither is closed by it."""
    if later == earlier:
        raise BadInput("A recommendation cannot continue itself. Nothing was saved.")
    return change.add("links", later=later, earlier=earlier, kind=kind, source=source, since=since)


def next_in_inspection(db: sqlite3.Connection, inspection: int) -> int:
    """The position after the last recommendation of an inspection."""
    row = one(
        db,
        "SELECT coalesce(max(position), 0) + 1 AS next FROM recommendations WHERE inspection = ?",
        (inspection,),
    )
    return int(row["next"]) if row else 1
