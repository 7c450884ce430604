"""Actions: work for several recommendations or for none, with everyone it belongs to."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from store.models import Action
from store.refs import next_ref
from store.rows import Row, among, by_id, day, rows
from store.schema import NO_DAY
from store.unit import Unit, Value
from store.vocabulary import ActionKind, SubjectKind


class ActionStanding(NamedTuple):
    """How an action stands on one day."""

    action: Action
    is_open: bool
    progress: str
    plan: date | None
    deadline: int | None
    recommendations: tuple[str, ...]


def _from_row(row: Row) -> Action:
    return Action(
        id=row["id"],
        uid=row["uid"],
        rev=row["rev"],
        ref=row["ref"],
        kind=ActionKind(row["kind"]),
        title=row["title"],
        text=row["text"],
        evidence=row["evidence"],
        recurs=row["recurs"],
        said=row["said"],
        section=row["section"],
        document=row["document"],
        inspection=row["inspection"],
        accountable=row["accountable"],
        team=row["team"],
        forum=row["forum"],
        project=row["project"],
        since=date.fromisoformat(row["since"]),
    )


def get(db: sqlite3.Connection, key: int) -> Action:
    """One action."""
    return _from_row(by_id(db, "actions", key))


def many(db: sqlite3.Connection, keys: Iterable[int], today: date) -> dict[int, ActionStanding]:
    """Actions by id with how they stand on a day: those asked for that exist then."""
    wanted, bound = among(keys)
    on = today.isoformat()
    serves: dict[int, list[str]] = {}
    for action, ref in db.execute(
        f"""SELECT ar.action, r.ref FROM action_recommendations ar
            JOIN recommendations r ON r.id = ar.recommendation
            WHERE ar.action IN ({wanted}) AND r.since <= ? ORDER BY ar.action, r.id""",
        (*bound, on),
    ):
        serves.setdefault(action, []).append(ref)
    found = rows(
        db,
        f"""SELECT a.*, s.is_open, s.progress, s.sort_day, s.deadline FROM actions a
            JOIN action_standing s ON s.action = a.id
            WHERE a.id IN ({wanted}) AND s.since <= ? AND (s.until IS NULL OR s.until > ?)""",
        (*bound, on, on),
    )
    return {
        row["id"]: ActionStanding(
            _from_row(row),
            bool(row["is_open"]),
            row["progress"],
            None if row["sort_day"] == NO_DAY else day(row["sort_day"]),
            row["deadline"],
            tuple(serves.get(row["id"], ())),
        )
        for row in found
    }


def for_recommendation(db: sqlite3.Connection, recommendation: int, today: date) -> list[int]:
    """The actions that serve a recommendation on a day: open and nearest first."""
    on = today.isoformat()
    found = db.execute(
        """SELECT ar.action FROM action_recommendations ar
           JOIN action_standing s ON s.action = ar.action
           WHERE ar.recommendation = ? AND s.since <= ? AND (s.until IS NULL OR s.until > ?)
           ORDER BY s.is_open DESC, s.sort_day, ar.action""",
        (recommendation, on, on),
    )
    return list(dict.fromkeys(key for (key,) in found))


def add(
    change: Unit,
    *,
    title: str,
    since: date,
    kind: ActionKind = ActionKind.ACTION,
    text: str = "",
    evidence: str = "",
    recurs: str = "",
    said: str = "",
    section: str = "",
    document: int | None = None,
    inspection: int | None = None,
    accountable: int | None = None,
    team: int | None = None,
    forum: int | None = None,
    project: int | None = None,
    recommendations: Iterable[tuple[int, int | None]] = (),
) -> int:
    """Add an action for recommendations, each with the response that promised it (or None).

    `recurs` holds the words of a routine ("weekly"); `said` how its document puts its state.
    """
    key = change.add(
        "actions",
        ref=next_ref(change.db.conn, SubjectKind.ACTION),
        kind=kind,
        title=title,
        text=text,
        evidence=evidence,
        recurs=recurs,
        said=said,
        section=section,
        document=document,
        inspection=inspection,
        accountable=accountable,
        team=team,
        forum=forum,
        project=project,
        since=since,
    )
    for recommendation, response in recommendations:
        serve(change, key, recommendation, response)
    return key


def serve(change: Unit, action: int, recommendation: int, response: int | None = None) -> int:
    """Say that an action serves a recommendation as well."""
    return change.add(
        "action_recommendations", action=action, recommendation=recommendation, response=response
    )


def edit(change: Unit, record: Action, **values: Value) -> None:
    """Change fields of an action; Conflict if somebody else did so first."""
    change.change("actions", record.id, record.rev, **values)
