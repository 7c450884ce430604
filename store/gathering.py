"""What hangs on recommendations, read for many of them at once: one query a table.

Each function takes the keys of recommendations and gives, by key, what there is on a day.
"""

import sqlite3
from collections.abc import Sequence
from datetime import date

from store import deadlines, decisions, notes, queries, responses
from store.models import Decision, Link, Note, Number, Part, Query, Response, Standing
from store.rows import Bindings, Row, day, rows
from store.schema import NO_DAY
from store.vocabulary import Applies, Extent, LinkKind

Grouped = dict[int, list[Row]]


def grouped(db: sqlite3.Connection, sql: str, keys: Sequence[int], values: Bindings) -> Grouped:
    """Rows by the recommendation in their column `about`; `{keys}` in the SQL stands for all."""
    wanted = ", ".join(str(int(key)) for key in keys)
    found: Grouped = {key: [] for key in keys}
    for row in rows(db, sql.format(keys=wanted), values):
        found[row["about"]].append(row)
    return found


def parts(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, list[Part]]:
    """Parts in order, each with how far it had been answered (None: no response yet)."""
    answered = {
        row["part"]: row
        for row in rows(
            db,
            f"""SELECT a.part, a.extent, a.remark FROM answers a JOIN responses r
                  ON r.id = a.response
                WHERE a.recommendation IN ({", ".join(str(int(key)) for key in keys)})
                  AND a.part IS NOT NULL AND r.since <= ? ORDER BY r.since, a.id""",
            (today.isoformat(),),
        )
    }
    found = grouped(
        db,
        """SELECT recommendation AS about, id, label, text FROM parts
           WHERE recommendation IN ({keys}) ORDER BY recommendation, position""",
        keys,
        (),
    )
    return {key: [_part(row, answered.get(row["id"])) for row in own] for key, own in found.items()}


def _part(row: Row, answer: Row | None) -> Part:
    extent = Extent(answer["extent"]) if answer else None
    return Part(row["id"], row["label"], row["text"], extent, answer["remark"] if answer else "")


def numbers(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, list[Number]]:
    """What each document calls them."""
    found = grouped(
        db,
        """SELECT n.recommendation AS about, n.document, d.ref, d.title, n.number, n.restated
           FROM numbers n JOIN documents d ON d.id = n.document
           WHERE n.recommendation IN ({keys}) AND d.since <= ? ORDER BY d.since, d.id""",
        keys,
        (today.isoformat(),),
    )
    return {
        key: [
            Number(row["document"], row["ref"], row["title"], row["number"], row["restated"])
            for row in own
        ]
        for key, own in found.items()
    }


def links(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, list[Link]]:
    """The findings they continue or supersede, and those that continue or supersede them."""
    on = today.isoformat()
    found = grouped(
        db,
        """SELECT l.later AS about, l.kind, l.source, 0 AS other_is_later, r.id, r.ref, r.title
           FROM links l JOIN recommendations r ON r.id = l.earlier
           WHERE l.later IN ({keys}) AND l.since <= ? AND r.since <= ?
           UNION ALL
           SELECT l.earlier, l.kind, l.source, 1, r.id, r.ref, r.title
           FROM links l JOIN recommendations r ON r.id = l.later
           WHERE l.earlier IN ({keys}) AND l.since <= ? AND r.since <= ?""",
        keys,
        (on, on, on, on),
    )
    return {key: [_link(row) for row in own] for key, own in found.items()}


def _link(row: Row) -> Link:
    return Link(
        LinkKind(row["kind"]),
        row["id"],
        row["ref"],
        row["title"],
        bool(row["other_is_later"]),
        row["source"],
    )


def answers(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, list[Response]]:
    """The responses to them, oldest first."""
    found = grouped(
        db,
        """SELECT DISTINCT a.recommendation AS about, r.*, d.ref AS document_ref,
                  d.title AS document_title
           FROM answers a JOIN responses r ON r.id = a.response
           JOIN documents d ON d.id = r.document
           WHERE a.recommendation IN ({keys}) AND r.since <= ? ORDER BY r.since, r.id""",
        keys,
        (today.isoformat(),),
    )
    return {key: [responses.from_row(row) for row in own] for key, own in found.items()}


def served_by(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, list[int]]:
    """The keys of the actions that serve them: open and nearest first."""
    on = today.isoformat()
    found = grouped(
        db,
        """SELECT ar.recommendation AS about, ar.action FROM action_recommendations ar
           JOIN action_standing s ON s.action = ar.action
           WHERE ar.recommendation IN ({keys}) AND s.since <= ? AND (s.until IS NULL OR s.until > ?)
           ORDER BY s.is_open DESC, s.sort_day, ar.action""",
        keys,
        (on, on),
    )
    return {key: list(dict.fromkeys(row["action"] for row in own)) for key, own in found.items()}


def due_dates(
    db: sqlite3.Connection, keys: Sequence[int], today: date
) -> dict[int, list[deadlines.Deadline]]:
    """Every date they have been given, the one that holds first."""
    found = grouped(
        db,
        """SELECT subject AS about, * FROM deadlines WHERE subject_kind = 'recommendation'
           AND subject IN ({keys}) AND since <= ? ORDER BY since DESC, id DESC""",
        keys,
        (today.isoformat(),),
    )
    return {key: [deadlines.from_row(row) for row in own] for key, own in found.items()}


def decided(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, list[Decision]]:
    """Every decision on them, oldest first."""
    found = grouped(
        db,
        """SELECT subject AS about, * FROM decisions WHERE subject_kind = 'recommendation'
           AND subject IN ({keys}) AND decided_on <= ? ORDER BY decided_on, id""",
        keys,
        (today.isoformat(),),
    )
    return {key: [decisions.from_row(row) for row in own] for key, own in found.items()}


def noted(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, list[Note]]:
    """The notes on them, newest first."""
    on = today.isoformat()
    found = grouped(
        db,
        f"""SELECT subject AS about, * FROM ({notes.WITH_CORRECTION})
            WHERE subject_kind = 'recommendation' AND subject IN ({{keys}}) AND noted_on <= ?
            ORDER BY noted_on DESC, id DESC""",
        keys,
        (on, on),
    )
    return {key: [notes.from_row(row) for row in own] for key, own in found.items()}


def asked(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, list[Query]]:
    """The queries on them that are open."""
    on = today.isoformat()
    found = grouped(
        db,
        """SELECT subject AS about, * FROM queries WHERE subject_kind = 'recommendation'
           AND subject IN ({keys}) AND since <= ? AND (settled_on IS NULL OR settled_on > ?)
           ORDER BY id""",
        keys,
        (on, on),
    )
    return {key: [queries.from_row(row) for row in own] for key, own in found.items()}


def standings(db: sqlite3.Connection, keys: Sequence[int], today: date) -> dict[int, Standing]:
    """How those stand that are there on the day."""
    on = today.isoformat()
    found = grouped(
        db,
        """SELECT recommendation AS about, is_open, applies, delivery, inspectorate, assurance,
                  sort_day, deadline
           FROM recommendation_standing WHERE recommendation IN ({keys})
           AND since <= ? AND (until IS NULL OR until > ?)""",
        keys,
        (on, on),
    )
    return {key: _standing(own[0]) for key, own in found.items() if own}


def _standing(row: Row) -> Standing:
    return Standing(
        bool(row["is_open"]),
        Applies(row["applies"]),
        row["delivery"],
        row["inspectorate"],
        row["assurance"],
        None if row["sort_day"] == NO_DAY else day(row["sort_day"]),
        row["deadline"],
    )
