"""`matters import`: read documents, show what would be saved, and save it once that is agreed."""

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seed import save
from seed.child import read_safely
from seed.documents.blocks import Reading
from seed.draft import Draft
from seed.draft_json import as_json
from seed.drafts import draft
from seed.reports.reading import LETTERS
from store import backups, refs
from store.backups import Why
from store.dates import When, read_day, read_when
from store.errors import BadInput, NotATracker
from store.models import SubjectKind
from tui.command_line import import_summary, output
from tui.command_line.asked import Asked

if TYPE_CHECKING:
    from store.tracker import Tracker


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed besides the files; `inspection` and `published` are "" where not given."""

    inspection: str = ""
    published: str = ""
    dry_run: bool = False
    yes: bool = False
    as_json: bool = False


def import_files(asked: Asked, files: Sequence[str], wanted: Wanted) -> None:
    """Read the files together, show what was found, and save it if the user says so."""
    published = _published(wanted.published)
    with _tracker(asked, wanted) as tracker:
        db = tracker.db if tracker else None
        inspection = _inspection(db, wanted.inspection)
        readings = _distinct(read_safely([Path(name) for name in files]))
        known = save.known_findings(db) if db else []
        drafts = draft(readings, known, published)
        _check_published(drafts, published)
        _show(drafts, wanted)
        if tracker is None or db is None or wanted.dry_run:
            return
        new = _not_imported(db, readings)
        if new and _agreed(wanted):
            fresh = drafts if len(new) == len(readings) else draft(new, known, published)
            backups.make(db, tracker.path, Why.BEFORE_IMPORT, asked.now(), tracker.backups)
            saved = save.save(db, fresh, asked.author(), asked.today(), inspection)
            _tell([import_summary.saved_line(one) for one in saved], wanted)


def _published(typed: str) -> When | None:
    """The day of publication as typed, a month at the least."""
    if not typed.strip():
        return None
    source = "given on import"
    when = read_when(typed, source)
    return when if when.earliest else When.on(read_day(typed), typed, source)


@contextmanager
def _tracker(asked: Asked, wanted: Wanted) -> "Iterator[Tracker | None]":
    """The tracker to save in; a dry run looks into one only if there is one."""
    if not wanted.dry_run:
        with asked.opened_to_write() as tracker:
            yield tracker
    elif asked.file or wanted.inspection or _is_there(asked):
        with asked.opened(read_only=True) as tracker:
            yield tracker
    else:
        yield None


def _is_there(asked: Asked) -> bool:
    try:
        return asked.path().exists()
    except NotATracker:
        return False


def _inspection(db: sqlite3.Connection | None, ref: str) -> int | None:
    if db is None or not ref:
        return None
    subject = refs.find(db, ref)
    if subject.kind is not SubjectKind.INSPECTION:
        raise BadInput(
            f"“{ref[:40]}” is a {subject.kind}, not an inspection; --inspection takes a reference "
            "like I1. Nothing was saved."
        )
    return subject.id


def _distinct(readings: Sequence[Reading]) -> list[Reading]:
    """Each file once; BadInput where two different files have one name and could be confused."""
    found: dict[str, Reading] = {}
    for reading in readings:
        other = found.setdefault(reading.file_name, reading)
        if other.sha256 != reading.sha256:
            raise BadInput(
                f"Two different files are both called {reading.file_name}. Nothing was saved: "
                "rename one, or import them one after the other."
            )
    return list(found.values())


def _check_published(drafts: Sequence[Draft], published: When | None) -> None:
    """One day can be the publication of one report only."""
    if published is None:
        return
    reports = [one for one in drafts if one.document.kind not in LETTERS]
    if len(reports) != 1:
        raise BadInput(
            f"--published is the day of one report, and {len(reports) or 'none'} of these files "
            "could be it. Nothing was saved: import that report by itself."
        )


def _show(drafts: Sequence[Draft], wanted: Wanted) -> None:
    if not wanted.as_json:
        output.tell(line for one in drafts for line in import_summary.lines(one))
    elif len(drafts) == 1:
        output.tell_one_json(as_json(drafts[0]))
    else:
        output.tell_json(as_json(one) for one in drafts)


def _not_imported(db: sqlite3.Connection, readings: Sequence[Reading]) -> list[Reading]:
    """The files whose bytes are not in the tracker yet; the others are named."""
    new = []
    for reading in readings:
        known = save.imported(db, reading.sha256)
        if known is None:
            new.append(reading)
        else:
            output.complain(
                f"{reading.file_name} was imported before, as {known.ref}: nothing was changed."
            )
    return new


def _agreed(wanted: Wanted) -> bool:
    """Whether to save: --yes, or a yes typed at the terminal."""
    if wanted.yes:
        return True
    if not sys.stdin.isatty():
        output.complain("Nothing was saved: look at this first, then save it with --yes.")
        return False
    sys.stderr.write("Save this? y/N ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() in {"y", "yes"}:
        return True
    output.complain("Nothing was saved.")
    return False


def _tell(told: Sequence[str], wanted: Wanted) -> None:
    """Say what was saved, beside the JSON where that was asked for."""
    if not wanted.as_json:
        output.tell(told)
        return
    for line in told:
        output.complain(line)
