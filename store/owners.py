"""Who work belongs to. Two names are one owner only when somebody has said so."""

import sqlite3
from collections.abc import Iterable

from store.models import Owner
from store.rows import Row, among, by_id, rows
from store.unit import Unit
from store.vocabulary import OwnerKind


def _from_row(row: Row, aliases: tuple[str, ...]) -> Owner:
    return Owner(
        row["id"],
        row["uid"],
        row["rev"],
        row["name"],
        OwnerKind(row["kind"]),
        row["expansion"],
        row["cadence"],
        row["remark"],
        aliases,
    )


def get(db: sqlite3.Connection, key: int) -> Owner:
    """One owner with every other name it goes by."""
    aliases = db.execute("SELECT name FROM aliases WHERE owner = ? ORDER BY id", (key,))
    return _from_row(by_id(db, "owners", key), tuple(name for (name,) in aliases))


def listed(db: sqlite3.Connection) -> list[Owner]:
    """Every owner, by name."""
    aliases: dict[int, list[str]] = {}
    for owner, name in db.execute("SELECT owner, name FROM aliases ORDER BY id"):
        aliases.setdefault(owner, []).append(name)
    found = rows(db, "SELECT * FROM owners ORDER BY name COLLATE NOCASE, id")
    return [_from_row(row, tuple(aliases.get(row["id"], ()))) for row in found]


def names_of(db: sqlite3.Connection, keys: Iterable[int | None]) -> dict[int, str]:
    """The names of these owners, by key."""
    wanted, bound = among(keys)
    found = db.execute(f"SELECT id, name FROM owners WHERE id IN ({wanted})", bound)
    return dict(found.fetchall())


def named(db: sqlite3.Connection, text: str) -> list[Owner]:
    """Owners whose name, long name or alias holds the text, whatever its capitals."""
    wanted = text.strip().casefold()
    return [owner for owner in listed(db) if any(wanted in name for name in _names(owner))]


def _names(owner: Owner) -> Iterable[str]:
    return (name.casefold() for name in (owner.name, owner.expansion, *owner.aliases))


def add(
    change: Unit,
    name: str,
    kind: OwnerKind,
    *,
    expansion: str = "",
    cadence: str = "",
    remark: str = "",
    aliases: Iterable[tuple[str, str]] = (),
) -> int:
    """Add an owner and the other names it goes by, each with where it is so called."""
    owner = change.add(
        "owners", name=name, kind=kind, expansion=expansion, cadence=cadence, remark=remark
    )
    for alias, source in aliases:
        add_alias(change, owner, alias, source)
    return owner


def add_alias(change: Unit, owner: int, name: str, source: str = "") -> int:
    """Say that another name means this owner."""
    return change.add("aliases", owner=owner, name=name, source=source)
