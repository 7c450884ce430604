"""Whether a tracker file is whole: structure, log, records and what follows from them agree.

Nothing is ever written: what has to be tried out is tried on a copy in memory.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from store import replay, sealed, standing
from store.connection import connect, triggers_are_ours
from store.schema import SEARCHED
from store.soundness import stoppable, tables_are_ours
from store.telling import Tell, Told, untold

_MOST_OF_A_KIND = 20
_MOST_IN_MEMORY = 512 * 1024 * 1024  # bytes of a file that is copied there to be tried out
_PAGES = ("page_count", "page_size")


class Aspect(StrEnum):
    """What is looked at."""

    STRUCTURE = "structure of the file"
    LINKS = "links between records"
    LOG = "chain of the log"
    RECORDS = "records against the log"
    STANDING = "what follows from the records"
    SEARCH = "search index"
    REFERENCES = "references and counts"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, as a sentence."""

    aspect: Aspect
    sentence: str


def check(db: sqlite3.Connection) -> list[Finding]:
    """Everything that is not as it should be; an empty list means that the file is whole."""
    return [finding for aspect in _LOOKS for finding in _look(db, aspect)]


def check_file(path: Path, tell: Tell = untold) -> list[Finding]:
    """Check a file by connections of its own, two looks at a time; from any thread.

    `Stopped` where `tell` raises it.
    """
    from concurrent.futures import ThreadPoolExecutor

    progress = _Progress(tell)
    with ThreadPoolExecutor(len(_SIDE_BY_SIDE), thread_name_prefix="check") as threads:
        looking = [threads.submit(_looks, path, aspects, progress) for aspects in _SIDE_BY_SIDE]
    found = [finding for looked in looking for finding in looked.result()]
    return sorted(found, key=lambda finding: list(_LOOKS).index(finding.aspect))


class _Progress:
    """How many looks are done; several threads tell it."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._done = 0

    def say(self, aspect: Aspect) -> None:
        """Say what is being looked at; raises `Stopped` once that is no longer wanted."""
        self._tell(Told(f"Looking at the {aspect}", self._done, len(_LOOKS)))

    def end_one(self) -> None:
        """Count a look that has ended."""
        self._done += 1


def _looks(path: Path, aspects: tuple[Aspect, ...], progress: _Progress) -> list[Finding]:
    """Some looks, one after another, over a connection of their own."""
    found: list[Finding] = []
    with closing(connect(path, "ro")) as db:
        for aspect in aspects:
            with stoppable(db, partial(progress.say, aspect)):
                progress.say(aspect)
                found += _look(db, aspect)
                progress.end_one()
    return found


def _look(db: sqlite3.Connection, aspect: Aspect) -> list[Finding]:
    """What one look finds; it sees one state throughout, whatever is saved meanwhile."""
    db.execute("SAVEPOINT looking")
    try:
        return [Finding(aspect, told) for told in _shortened(_survived(_LOOKS[aspect], db))]
    finally:
        with suppress(sqlite3.DatabaseError):  # of a damaged file even that may fail
            db.execute("RELEASE looking")


def _survived(
    look: Callable[[sqlite3.Connection], Iterator[str]], db: sqlite3.Connection
) -> Iterator[str]:
    """What a look finds; that damage stops it half-way is a finding too."""
    try:
        yield from look(db)
    except sqlite3.DatabaseError:
        yield "This could not be looked at to the end: the file is damaged."
    except (ValueError, TypeError):
        yield "This could not be looked at to the end: there is a value that is never written."


def _shortened(sentences: Iterator[str]) -> Iterator[str]:
    """The first of them, and how many more there are."""
    more = 0
    for number, sentence in enumerate(sentences):
        if number < _MOST_OF_A_KIND:
            yield sentence
        else:
            more += 1
    if more:
        yield f"And {more:,} more of the same kind."


def _structure(db: sqlite3.Connection) -> Iterator[str]:
    for (verdict,) in db.execute("PRAGMA integrity_check(100)"):
        if verdict != "ok":
            yield f"SQLite finds: {verdict}."
    if not triggers_are_ours(db):
        yield "The rules that keep its history were altered by another program."
    if not tables_are_ours(db):
        yield "What its tables may hold was altered, by damage or by another program."


def _links(db: sqlite3.Connection) -> Iterator[str]:
    for table, key, wanted, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"Entry {key} of {table} points to an entry of {wanted} that is not there."


def _log(db: sqlite3.Connection) -> Iterator[str]:
    trouble = sealed.trouble(db)
    if trouble:
        yield trouble


def _standing(db: sqlite3.Connection) -> Iterator[str]:
    yield from standing.disagreements(db)


def _search(db: sqlite3.Connection) -> Iterator[str]:
    ((pages,), (size,)) = (db.execute(f"PRAGMA {one}").fetchone() for one in _PAGES)
    if pages * size > _MOST_IN_MEMORY:
        yield from _missing_in_search(db)
        return
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.backup(copy)
        for table in SEARCHED:
            if not _is_true_to_its_table(copy, table):
                yield f"Searching {table} may miss words or find ones that are gone."
    finally:
        copy.close()


def _missing_in_search(db: sqlite3.Connection) -> Iterator[str]:
    """Whether each record has its place in the index; what stands there is not compared."""
    for table in SEARCHED:
        ((records,), (found,)) = (
            db.execute(f"SELECT count(*) FROM {one}").fetchone()
            for one in (table, f"{table}_search_docsize")
        )
        if records != found:
            yield f"Searching {table} finds {found:,} records, but there are {records:,}."


def _is_true_to_its_table(copy: sqlite3.Connection, table: str) -> bool:
    try:
        # Rank 1 asks FTS5 to compare the index with the table it is about.
        copy.execute(
            f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError:
        return False
    return True


def _references(db: sqlite3.Connection) -> Iterator[str]:
    for table in ("inspections", "documents", "recommendations", "actions", "boards"):
        for ref, count in db.execute(
            f"SELECT ref, count(*) FROM {table} NOT INDEXED GROUP BY ref HAVING count(*) > 1"
        ):
            yield f"{count} {table} are called {ref}."
    for kind in ("recommendation", "action"):
        (records,) = db.execute(f"SELECT count(*) FROM {kind}s NOT INDEXED").fetchone()
        (standing_now,) = db.execute(
            f"SELECT count(*) FROM {kind}_standing NOT INDEXED WHERE until IS NULL"
        ).fetchone()
        if records != standing_now:
            yield f"There are {records} {kind}s, but {standing_now} are counted in lists."


_LOOKS: dict[Aspect, Callable[[sqlite3.Connection], Iterator[str]]] = {
    Aspect.STRUCTURE: _structure,
    Aspect.LINKS: _links,
    Aspect.LOG: _log,
    Aspect.RECORDS: replay.differences,
    Aspect.STANDING: _standing,
    Aspect.SEARCH: _search,
    Aspect.REFERENCES: _references,
}
_SIDE_BY_SIDE = (
    (Aspect.STRUCTURE, Aspect.SEARCH, Aspect.REFERENCES),
    (Aspect.LOG, Aspect.RECORDS, Aspect.LINKS, Aspect.STANDING),
)
"""What SQLite does by itself, and what is read row by row: two that read rows take turns only.

The log and the records are read while SQLite looks at its pages, for that needs no memory: two that
need much of it wait for each other too.
"""
