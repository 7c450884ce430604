"""What happened to one record, in words: what it was about, and each field from what to what."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from store.dates import When, kept_day, say_day, say_when
from store.history import Change, Fields
from store.models import Subject
from store.refs import ref_of
from store.rows import rows
from store.schema import RECORDS
from store.vocabulary import SubjectKind

FLAGS = frozenset({"of_record", "mentioned_only", "in_hand", "illustrative"})
"""Columns that hold 1 for yes and 0 for no."""

_HIDDEN = frozenset({"subject_kind", "subject", "since", "position"})
_GIST = ("title", "axis", "status", "what", "name", "extent", "text", "kind", "number", "plan")
_MOST = 2  # things by which a record that came or went is told
_LONGEST = 160
_NAME = 60
_GONE = "a record that is gone"
_CALLED = ("title", "name", "label", "respondent", "what", "text")
_ONE = {
    "queries": "query",
    "copies": "copy",
    "aliases": "other name",
    "extra_holidays": "extra day off",
    "action_recommendations": "action for it",
    "brought_in": "from the copy",
    "merges": "copy",
}
_FIELD = {"plan": "due", "earliest": "due, earliest", "latest": "due, latest"}
_DAYS = ("earliest", "latest")


class ChangeLine(NamedTuple):
    """One line: "+" for what came, "−" for what went, "" for a field; what it is; and the words."""

    sign: str
    what: str
    words: str


def lines(db: sqlite3.Connection, change: Change) -> Iterator[ChangeLine]:
    """A change of one record in words."""
    kind = kind_of(change.table)
    if change.before is None or change.after is None:
        came = change.before is None
        known = change.after if came else change.before
        verb = "added" if came else "removed"
        gist = " · ".join(_gist(db, change.table, known or {}))
        yield ChangeLine("+" if came else "−", f"{kind} {verb}", gist)
        return
    yield from _fields(db, change.table, change.before, change.after)


def kind_of(table: str) -> str:
    """What one record of a table is called."""
    return _ONE.get(table, table.replace("_", " ").removesuffix("s"))


def about(db: sqlite3.Connection, change: Change) -> str:
    """The reference of the record that a change is of, or is about; "" where it has none."""
    now = _now(db, change.table, change.record)
    fields = {**now, **(change.before or {}), **(change.after or {})}
    if fields.get("ref"):
        return str(fields["ref"])
    if fields.get("subject_kind"):
        kind, key = SubjectKind(str(fields["subject_kind"])), int(fields["subject"] or 0)
        return ref_of(db, Subject(kind, key))
    return ""


def _fields(
    db: sqlite3.Connection, table: str, before: Fields, after: Fields
) -> Iterator[ChangeLine]:
    told = set(_HIDDEN)
    for name in after:
        whole = _day_of(name)
        if whole and {f"{whole}_{end}" for end in _DAYS} <= after.keys():
            if whole not in told:
                yield _line(whole, say_when(_when(whole, before)), say_when(_when(whole, after)))
            told |= {whole, *(f"{whole}_{end}" for end in (*_DAYS, "words"))}
    if "plan" in after:
        told |= {name for name in _DAYS if _same(name, "plan", before, after)}
    kept_in = _kept_in(db, table)
    for name, becomes in after.items():
        if name not in told:
            was = _value(db, kept_in, name, before[name])
            yield _line(name, was, _value(db, kept_in, name, becomes))


def _line(name: str, was: str, becomes: str) -> ChangeLine:
    return ChangeLine("", _FIELD.get(name, name.replace("_", " ")), f"{was} → {becomes}")


def _same(name: str, other: str, before: Fields, after: Fields) -> bool:
    """Whether two columns went from the same to the same."""
    if name not in after:
        return False
    return (before[name], after[name]) == (before[other], after[other])


def _day_of(column: str) -> str:
    """The name of the day that a column is one end of; "" for others."""
    found = (column.removesuffix(f"_{end}") for end in _DAYS if column.endswith(f"_{end}"))
    return next(found, "")


def _when(name: str, fields: Fields) -> When:
    first, last = (kept_day(str(fields[f"{name}_{end}"])) for end in _DAYS)
    return When(str(fields.get(f"{name}_words") or ""), first, last)


def _gist(db: sqlite3.Connection, table: str, fields: Fields) -> list[str]:
    """What a record that came or went was about: its own words, else what it ties together."""
    own = [short(fields[name]) for name in _GIST if fields.get(name)]
    tied = (
        _called(db, target, int(key))
        for column, target in _kept_in(db, table).items()
        if (key := fields.get(column))
    )
    return [*own, *(tied if len(own) < _MOST else ())][:_MOST]


def _kept_in(db: sqlite3.Connection, table: str) -> dict[str, str]:
    """By column, the table of the records that it names by their keys."""
    found = db.execute(
        """SELECT "from", "table" FROM pragma_foreign_key_list(?) ORDER BY id DESC""", (table,)
    )
    return {str(column): str(target) for column, target in found}


def _value(
    db: sqlite3.Connection, kept_in: dict[str, str], name: str, value: str | int | None
) -> str:
    if value and name in kept_in:
        return _called(db, kept_in[name], int(value))
    if name in FLAGS:
        return "yes" if value else "no"
    return short(value)


def _called(db: sqlite3.Connection, table: str, key: int) -> str:
    """A record by its reference and its title or name, as it is now."""
    record = _now(db, table, key)
    if not record:
        return _GONE
    own = next((str(record[name]) for name in _CALLED if record.get(name)), "")
    return " ".join(filter(None, (str(record.get("ref") or ""), _cut(own, _NAME))))


def _now(db: sqlite3.Connection, table: str, key: int) -> Fields:
    """A record as it is now; nothing where it is gone, or its table is none of ours."""
    if table not in RECORDS:
        return {}
    found = rows(db, f"SELECT * FROM {table} WHERE id = ?", (key,))
    return dict(found[0]) if found else {}


def short(value: str | int | None) -> str:
    """A value in one line: a day in words, "nothing" for what is empty."""
    if value is None or value == "":
        return "nothing"
    text = " ".join(str(value).split())
    day = kept_day(text)
    return say_day(day) if day else _cut(text, _LONGEST)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
