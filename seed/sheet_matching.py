"""Which recommendation each entry of a spreadsheet is: by its reference, then by its text."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from seed.likeness import folded, folded_likeness
from seed.saving_known import SAME
from seed.sheet_entries import Entry
from seed.sheet_fields import folded as folded_ref
from store import gathering, inspections, recommendations
from store.models import Inspection, Recommendation
from store.rows import rows

_Item = TypeVar("_Item")
SPREADSHEET = "spreadsheet"  # the kind of document that an imported sheet is kept as
_STILL_ITSELF = 0.5  # likeness from which a reference still means the same recommendation
_FEWEST_WORDS = 4  # of a title that is to tell a recommendation by itself
_EDGE = 24  # characters that two nearly equal texts share at one of their ends
_MOST_KNOWN = 0.5  # share of an inspection's entries that must be known to tell which one it is


@dataclass(frozen=True, slots=True)
class Known:
    """A recommendation of the tracker: its references in spreadsheets and its texts, folded."""

    record: Recommendation
    numbers: frozenset[str]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """By the index of an entry: its inspection (None: not in the tracker yet) and its record.

    `unnumbered` holds the indexes of entries whose reference their record does not have yet;
    `gone` came from an earlier spreadsheet, are of an inspection of this one, and are not in it.
    """

    inspections: Mapping[int, int | None]
    records: Mapping[int, Recommendation]
    unnumbered: frozenset[int] = frozenset()
    gone: tuple[Recommendation, ...] = ()


def known_records(db: sqlite3.Connection) -> list[Known]:
    """Every recommendation of the tracker, of whatever day, as matching needs it."""
    keys = [row["id"] for row in rows(db, "SELECT id FROM recommendations ORDER BY id")]
    records = recommendations.many(db, keys)
    parts = gathering.parts(db, keys, date.max)
    numbers = _numbers(db)
    return [
        Known(
            records[key],
            frozenset({folded_ref(records[key].ref), *numbers.get(key, ())}),
            _texts(records[key], [part.text for part in parts[key]]),
        )
        for key in keys
    ]


def match(
    db: sqlite3.Connection, entries: Sequence[Entry], inspection: int | None = None
) -> Matched:
    """The record of each entry that the tracker has already; none is given to two entries.

    `inspection` is where entries belong that name none; without it they may be of any.
    """
    known = known_records(db)
    named = _inspections(db, entries, known)
    where = {
        index: named[folded(entry.inspection)] if entry.inspection else inspection
        for index, entry in enumerate(entries)
    }
    matching = _Matching(entries, known, where)
    matching.by_number()
    matching.by_text()
    matching.by_likeness()
    where.update(_nameless(entries, where, matching.found))
    return Matched(
        where, matching.found, frozenset(matching.unnumbered()), tuple(matching.gone(_sheets(db)))
    )


class _Matching:
    """Goes from the surest ways of telling a recommendation to the less sure."""

    def __init__(
        self, entries: Sequence[Entry], known: Sequence[Known], where: Mapping[int, int | None]
    ) -> None:
        self.found: dict[int, Recommendation] = {}
        self._entries = entries
        self._texts = [folded(entry.text) for entry in entries]
        self._known = known
        self._where = where
        self._taken: set[int] = set()

    def by_number(self) -> None:
        """The office's own reference, where the wording has not become another."""
        numbered = _grouped((number, one) for one in self._known for number in one.numbers)
        for index in self._left():
            self._take(index, numbered.get(folded_ref(self._entries[index].ref), ()), _STILL_ITSELF)

    def by_text(self) -> None:
        """The same wording, less case, quotes and marks."""
        worded = _grouped((text, one) for one in self._known for text in one.texts)
        for index in self._left():
            self._take(index, worded.get(self._texts[index], ()), SAME)

    def by_likeness(self) -> None:
        """Nearly the same wording: a slip of the keys, a comma."""
        edges = _grouped((edge, one) for one in self._known for edge in _edges(one.texts))
        for index in self._left():
            near = [one for edge in _edges([self._texts[index]]) for one in edges.get(edge, ())]
            self._take(index, near, SAME)

    def unnumbered(self) -> Iterator[int]:
        """The entries with a reference that their record does not go by yet."""
        numbers = {one.record.id: one.numbers for one in self._known}
        for index, entry in enumerate(self._entries):
            record = self.found.get(index)
            if entry.ref and (not record or folded_ref(entry.ref) not in numbers[record.id]):
                yield index

    def gone(self, sheets: frozenset[int]) -> Iterator[Recommendation]:
        """The records of these sheets' documents that no entry is, in the inspections it names."""
        meant = {self._where[index] for index in self._where} - {None}
        meant |= {record.inspection for record in self.found.values()}
        for one in self._known:
            record = one.record
            left_out = record.id not in self._taken and record.inspection in meant
            if left_out and record.document in sheets:
                yield record

    def _left(self) -> list[int]:
        return [index for index in range(len(self._entries)) if index not in self.found]

    def _take(self, index: int, candidates: Iterable[Known], least: float) -> None:
        """The candidate most alike, if it is like enough, of the right inspection and free."""
        scored = [
            (self._likeness(index, one), -one.record.id, one)
            for one in candidates
            if one.record.id not in self._taken and self._may_be(index, one)
        ]
        if scored:
            score, _, best = max(scored, key=lambda each: each[:2])
            if score >= least:
                self.found[index] = best.record
                self._taken.add(best.record.id)

    def _may_be(self, index: int, one: Known) -> bool:
        where = self._where[index]
        if where is None:
            return not self._entries[index].inspection
        return one.record.inspection == where

    def _likeness(self, index: int, one: Known) -> float:
        own = self._texts[index]
        return max(1.0 if own == text else folded_likeness(own, text) for text in one.texts)


def _inspections(
    db: sqlite3.Connection, entries: Sequence[Entry], known: Sequence[Known]
) -> dict[str, int | None]:
    """By folded name, the inspection the sheet means; None for one the tracker does not have."""
    called = {
        name: key
        for key, names in ((one.id, _names(one)) for one in inspections.listed(db, date.max))
        for name in names
    }
    found: dict[str, int | None] = {}
    for name, own in _grouped((folded(one.inspection), one) for one in entries).items():
        found[name] = called.get(name) or _most_of(own, known)
    return found


def _nameless(
    entries: Sequence[Entry], where: Mapping[int, int | None], found: Mapping[int, Recommendation]
) -> dict[int, int]:
    """Where new entries belong that name no inspection: with most of the known ones like them."""
    nameless = [index for index, entry in enumerate(entries) if not entry.inspection]
    known = Counter(found[index].inspection for index in nameless if index in found)
    if not known:
        return {}
    ((most, _),) = known.most_common(1)
    return {index: most for index in nameless if index not in found and where[index] is None}


def _sheets(db: sqlite3.Connection) -> frozenset[int]:
    """The documents that are imported spreadsheets."""
    found = db.execute("SELECT id FROM documents WHERE kind = ?", (SPREADSHEET,))
    return frozenset(key for (key,) in found)


def _names(inspection: Inspection) -> set[str]:
    names = (inspection.ref, inspection.title, inspection.short)
    return {folded(name) for name in names if name}


def _most_of(entries: Sequence[Entry], known: Sequence[Known]) -> int | None:
    """The inspection that has most of these entries already, to the letter."""
    texts = {folded(entry.text) for entry in entries}
    counted = Counter(one.record.inspection for one in known if not texts.isdisjoint(one.texts))
    if not counted:
        return None
    inspection, count = counted.most_common(1)[0]
    return inspection if count >= _MOST_KNOWN * len(texts) else None


def _texts(record: Recommendation, parts: Sequence[str]) -> tuple[str, ...]:
    texts = [record.text, " ".join((record.text, *parts))]
    if len(record.title.split()) >= _FEWEST_WORDS:
        texts.append(record.title)
    return tuple(dict.fromkeys(folded(text) for text in texts))


def _edges(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if len(text) > _EDGE:
            yield f"{text[:_EDGE]}…"
            yield f"…{text[-_EDGE:]}"


def _numbers(db: sqlite3.Connection) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for row in rows(
        db,
        """SELECT n.recommendation, n.number FROM numbers n JOIN documents d ON d.id = n.document
           WHERE d.kind = ? AND n.number <> ''""",
        (SPREADSHEET,),
    ):
        found.setdefault(row["recommendation"], set()).add(folded_ref(row["number"]))
    return found


def _grouped(pairs: Iterable[tuple[str, _Item]]) -> dict[str, list[_Item]]:
    found: dict[str, list[_Item]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
