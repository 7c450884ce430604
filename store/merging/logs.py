"""What two logs know of each other: where they part, and what was brought in before."""

import sqlite3
from dataclasses import dataclass

from store.merging import states
from store.merging.states import State


@dataclass(frozen=True, slots=True)
class Log:
    """A copy's units by hash, in order, and the heads of the copies that were brought into it."""

    hashes: tuple[str, ...]
    uids: frozenset[str]
    heads: frozenset[str]

    @property
    def head(self) -> str:
        """The hash of the newest unit."""
        return self.hashes[-1] if self.hashes else ""

    @property
    def known(self) -> frozenset[str]:
        """Every unit whose work is in this copy, by hash; each stands for all before it."""
        return self.heads | frozenset(self.hashes)


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two copies part.

    `common` is the last unit that both logs share, `there` the newest of the other's that is known
    here, `here` the newest of ours that is known there.
    """

    common: int
    there: int
    here: int


def read(db: sqlite3.Connection) -> Log:
    """The log of an open copy."""
    rows = db.execute("SELECT hash, uid FROM units ORDER BY id").fetchall()
    heads = frozenset(head for (head,) in db.execute("SELECT head FROM merges"))
    return Log(tuple(row[0] for row in rows), frozenset(row[1] for row in rows), heads)


def parting(ours: Log, theirs: Log) -> Parting:
    """Where our log and another part."""
    return Parting(
        _newest(theirs.hashes, frozenset(ours.hashes)),
        _newest(theirs.hashes, ours.known),
        _newest(ours.hashes, theirs.known),
    )


def _newest(hashes: tuple[str, ...], known: frozenset[str]) -> int:
    for number in range(len(hashes), 0, -1):
        if hashes[number - 1] in known:
            return number
    return 0


def bases(
    ours: sqlite3.Connection, theirs: sqlite3.Connection, parted: Parting
) -> tuple[State, ...]:
    """The states that both copies grew from: one, or two where each brought in the other.

    Where two copies took each other in without knowing it, neither state includes the other; a
    value then merges by itself only if both agree on it.
    """
    if parted.here == parted.common:
        return (states.at(theirs, parted.there),)
    if parted.there == parted.common:
        return (states.at(ours, parted.here),)
    from_theirs, from_ours = states.at(theirs, parted.there), states.at(ours, parted.here)
    if _newest(read(ours).hashes, _heads(from_theirs)) >= parted.here:
        return (from_theirs,)
    if _newest(read(theirs).hashes, _heads(from_ours)) >= parted.there:
        return (from_ours,)
    return (from_theirs, from_ours)


def _heads(state: State) -> frozenset[str]:
    return frozenset(
        str(record.values["head"]) for ref, record in state.items() if ref.table == "merges"
    )
