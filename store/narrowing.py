"""The keys that a filter leaves, where the standings alone cannot say: owner, theme, words."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from store import search
from store.reading_keys import key_set

if TYPE_CHECKING:
    from store.filters import Filter

_ROLES = ("accountable", "team", "forum", "project")


def of_recommendations(db: sqlite3.Connection, shown: "Filter", today: date) -> list[set[int]]:
    """Sets of recommendations; what is shown is in all of them."""
    asked: list[tuple[object, Callable[[], set[int] | None]]] = [
        (shown.owners, lambda: _owned(db, shown.owners)),
        (shown.theme, lambda: _themed(db, shown.theme)),
        (shown.text, lambda: search.recommendations(db, shown.text, today)),
    ]
    return _taken(asked)


def of_actions(db: sqlite3.Connection, shown: "Filter") -> list[set[int]]:
    """Sets of actions; what is shown is in all of them."""
    asked: list[tuple[object, Callable[[], set[int] | None]]] = [
        (shown.owners, lambda: _actions_owned(db, shown.owners)),
        (shown.inspection, lambda: _of_inspection(db, shown.inspection)),
        (shown.text, lambda: search.actions(db, shown.text)),
    ]
    return _taken(asked)


def _taken(asked: Iterable[tuple[object, Callable[[], set[int] | None]]]) -> list[set[int]]:
    found = [find() for told, find in asked if told]
    return [keys for keys in found if keys is not None]


def _owned(db: sqlite3.Connection, owners: Iterable[int]) -> set[int]:
    """What is theirs, and what is served by an action of theirs."""
    listed = _listed(owners)
    theirs = " UNION ALL ".join(
        f"SELECT id AS key FROM recommendations WHERE {role} IN ({listed})"
        for role in ("owner", "team")
    )
    served = " UNION ALL ".join(
        "SELECT ar.recommendation AS key FROM actions a "
        f"JOIN action_recommendations ar ON ar.action = a.id WHERE a.{role} IN ({listed})"
        for role in _ROLES
    )
    return key_set(db, f"{theirs} UNION ALL {served}", {})


def _themed(db: sqlite3.Connection, theme: str) -> set[int]:
    return key_set(
        db, "SELECT id AS key FROM recommendations WHERE theme = :theme", {"theme": theme}
    )


def _actions_owned(db: sqlite3.Connection, owners: Iterable[int]) -> set[int]:
    listed = _listed(owners)
    theirs = " UNION ALL ".join(
        f"SELECT id AS key FROM actions WHERE {role} IN ({listed})" for role in _ROLES
    )
    return key_set(db, theirs, {})


def _of_inspection(db: sqlite3.Connection, inspection: int | None) -> set[int]:
    """The actions of an inspection, and those that serve its recommendations."""
    return key_set(
        db,
        """SELECT id AS key FROM actions WHERE inspection = :inspection
           UNION ALL SELECT ar.action FROM recommendations r
           JOIN action_recommendations ar ON ar.recommendation = r.id
           WHERE r.inspection = :inspection""",
        {"inspection": inspection},
    )


def _listed(keys: Iterable[int]) -> str:
    return ", ".join(str(int(key)) for key in keys)
