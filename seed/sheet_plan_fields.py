"""Fields of a recommendation against a spreadsheet: what the sheet changed and what was typed here.

A field is written where the sheet has changed it and nobody has changed it here. An emptied cell
changes nothing.
"""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from seed.likeness import folded
from seed.sheet_told import Values
from store import owners
from store.models import Owner, Recommendation
from store.vocabulary import OwnerKind

_OF_RECORD = frozenset({"text", "title"})
_SEVERAL = re.compile(r"\n|;| / | & ")
_RANK = re.compile(
    r"\b(?:lead|head|chief|superintendent|supt|c/?supt|inspector|insp|sergeant|sgt|commander"
    r"|director|manager|officer|commissioner|secretary|acc|dcc|cc|d/?supt|dci|t/\w+|pcc|sro)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:force|police|constabulary|council|opcc|team|unit|department|group|board|command)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w'’-]+(?: [A-Z]\.?)?(?: [A-Z][\w'’-]+){1,2}"
)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field with what it says now ("" where there is nothing) and what the sheet says."""

    name: str
    before: str
    after: str


class Owners:
    """The owners of a tracker by every name they go by; nothing is taken to be nearly the same."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._by_name: dict[str, Owner] = {}
        self._by_key: dict[int, Owner] = {}
        for owner in owners.listed(db):
            self.keep(owner)

    def keep(self, owner: Owner) -> None:
        """Know one more owner."""
        self._by_key[owner.id] = owner
        for name in (owner.name, owner.expansion, *owner.aliases):
            if name:
                self._by_name.setdefault(name.casefold(), owner)

    def find(self, name: str) -> Owner | None:
        """The owner that goes by exactly this name."""
        return self._by_name.get(name.strip().casefold())

    def name_of(self, key: int | None) -> str:
        """What an owner is called; "" for none."""
        return self._by_key[key].name if key in self._by_key else ""

    def same(self, one: str, other: str) -> bool:
        """Whether two names mean one owner."""
        first, second = self.find(one), self.find(other)
        if first and second:
            return first.id == second.id
        return one.strip().casefold() == other.strip().casefold()


def first_owner(cell: str) -> str:
    """The first of the owners that a cell names, one to a line or with signs between."""
    return _SEVERAL.split(cell, maxsplit=1)[0].strip()


def kind_of_owner(name: str) -> OwnerKind:
    """What a name in an owner's column most likely is."""
    if _RANK.search(name):
        return OwnerKind.ROLE
    if _BODY.search(name) or not _PERSON.fullmatch(name.strip()):
        return OwnerKind.TEAM
    return OwnerKind.PERSON


def field_changes(
    record: Recommendation | None, fields: Mapping[str, str], told: Values, known: Owners
) -> tuple[tuple[FieldChange, ...], tuple[tuple[str, str], ...]]:
    """The fields to write, and those where the record keeps its own: kept beside it, by name."""
    if record is None:
        return tuple(FieldChange(name, "", text) for name, text in fields.items()), ()
    changes: list[FieldChange] = []
    kept: list[tuple[str, str]] = []
    for name, text in fields.items():
        if record.of_record and name in _OF_RECORD:
            continue
        now, last = _said(getattr(record, name), known), _said(told.get(name), known)
        if _same(name, text, now, known) or (last and _same(name, text, last, known)):
            continue
        if not now or (last and _same(name, now, last, known)):
            changes.append(FieldChange(name, now, text))
        else:
            kept.append((f"{name.capitalize()} in the spreadsheet", text))
    return tuple(changes), tuple(kept)


def _said(value: str | int | None, known: Owners) -> str:
    return known.name_of(value) if isinstance(value, int) else value or ""


def _same(name: str, one: str, other: str, known: Owners) -> bool:
    if name == "owner":
        return known.same(one, other)
    return one == other or folded(one) == folded(other)
