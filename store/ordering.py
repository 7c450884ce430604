"""The orders of a list but the nearest day: each from an index that is in that order already."""

import sqlite3
from array import array
from collections.abc import Callable

from store.reading_keys import keys_of, strung_keys

_BY_REPORT = {
    "recommendation": "SELECT id AS key FROM recommendations ORDER BY inspection, position, id",
    "action": "SELECT id AS key FROM actions ORDER BY document, id",
}
_OWNED = {
    "recommendation": """SELECT owner, team, group_concat(id) FROM recommendations
        GROUP BY owner, team""",
    "action": """SELECT accountable, team, group_concat(id) FROM actions
        GROUP BY accountable, team""",
}


def by_reference(db: sqlite3.Connection, kind: str, keys: "array[int]") -> "array[int]":
    """In the order in which they were given their references."""
    return array("q", sorted(keys))


def by_report(db: sqlite3.Connection, kind: str, keys: "array[int]") -> "array[int]":
    """Recommendations by inspection, as its report has them; actions by document."""
    return _as_in(keys_of(db, _BY_REPORT[kind], {}), keys)


def by_title(db: sqlite3.Connection, kind: str, keys: "array[int]") -> "array[int]":
    """By title, whatever its capitals."""
    select = f"SELECT id AS key FROM {kind}s ORDER BY title COLLATE NOCASE, id"
    return _as_in(keys_of(db, select, {}), keys)


def by_owner(db: sqlite3.Connection, kind: str, keys: "array[int]") -> "array[int]":
    """By the name of who is accountable, else of the team; nobody's last.

    `keys` are nearest first, and sorting keeps that for each owner.
    """
    names = db.execute("SELECT id FROM owners ORDER BY name COLLATE NOCASE, id").fetchall()
    place = {owner: number for number, (owner,) in enumerate(names)}
    (largest,) = db.execute(f"SELECT coalesce(max(id), 0) FROM {kind}s").fetchone()
    rank = [len(place)] * (largest + 1)
    for accountable, team, theirs in db.execute(_OWNED[kind]):
        owner = accountable if accountable is not None else team
        if owner is not None:
            for key in strung_keys(theirs):
                rank[key] = place[owner]
    return array("q", sorted(keys, key=rank.__getitem__))


ORDERINGS: dict[str, Callable[[sqlite3.Connection, str, "array[int]"], "array[int]"]] = {
    "by reference": by_reference,
    "board order": by_report,
    "by title": by_title,
    "by owner": by_owner,
}


def _as_in(everything: "array[int]", keys: "array[int]") -> "array[int]":
    """The keys in the order of everything; none of them is anything else."""
    if len(keys) == len(everything):
        return everything
    wanted = set(keys)
    return array("q", [key for key in everything if key in wanted])
