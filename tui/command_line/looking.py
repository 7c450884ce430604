"""Commands that only read: lists, one record, the history."""

from typing import TYPE_CHECKING

from store.dates import say_day
from tui.command_line import finding, listing, output
from tui.command_line.as_lines import joined
from tui.command_line.asked import Asked
from tui.command_line.narrowing import Kind, Narrowing
from tui.command_line.reader import reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from store.history import LoggedUnit
    from store.models import Subject


def print_list(asked: Asked, kind: Kind, wanted: Narrowing, *, as_json: bool) -> None:
    """Print a list: how many of how many, then one record a line."""
    today = asked.today()
    with asked.opened() as tracker:
        found = listing.listed(tracker.db, kind, wanted, reader(tracker.db, today))
        if as_json:
            output.tell_json(found.values)
            return
        words = f", {wanted.words()}" if wanted.words() else ""
        output.tell([f"{found.shown:,} of {found.total:,} {kind}{words}, as on {say_day(today)}"])
        output.tell(found.lines)


def print_record(asked: Asked, ref: str, *, as_json: bool) -> None:
    """Print everything about one record."""
    from tui.command_line.showing import as_json_value, page

    today = asked.today()
    with asked.opened() as tracker:
        subject = finding.record(tracker.db, ref, today)
        whose = reader(tracker.db, today)
        if as_json:
            output.tell_one_json(as_json_value(tracker.db, subject, whose))
        else:
            output.tell(page(tracker.db, subject, whose))


def _told(unit: "LoggedUnit", brought: list[str], changed: list[str]) -> "Iterator[str]":
    """A change by name, whose changes it brought in from another copy, and what it changed."""
    yield joined((str(unit.id), f"{unit.at:%Y-%m-%d %H:%M} UTC", unit.by, unit.title))
    yield from (f"  {words}" for words in (*brought, *changed))


def _changed(db: "sqlite3.Connection", unit: "LoggedUnit", subject: "Subject | None") -> list[str]:
    """What a change did to the one record that is asked about, each field from what to what."""
    from store import change_words, history

    if subject is None:
        return []
    about = history.changes_about(db, unit.id, subject)
    found = (
        line
        for change in about
        if change.table != "brought_in"
        for line in change_words.lines(db, change)
    )
    return [f"{line.what}: {line.words}" if line.words else line.what for line in found]


def print_history(asked: Asked, ref: str, *, as_json: bool) -> None:
    """Print every change, or those of one record, newest first."""
    from store import history

    with asked.opened() as tracker:
        db = tracker.db
        subject = finding.record(db, ref, asked.today()) if ref else None
        units = history.units_of(db, subject) if subject else history.units(db)
        brought = history.brought_by(db, subject)
        if as_json:
            output.tell_json(
                {
                    "number": unit.id,
                    "title": unit.title,
                    "by": unit.by,
                    "at": unit.at.isoformat(),
                    "undoes": unit.undoes,
                    "redoes": unit.redoes,
                    "brought_in": brought.get(unit.id, []),
                    "changes": _changed(db, unit, subject),
                }
                for unit in units
            )
            return
        output.tell(
            line
            for unit in units
            for line in _told(unit, brought.get(unit.id, []), _changed(db, unit, subject))
        )
