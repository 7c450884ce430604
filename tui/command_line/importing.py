"""`matters import`: read documents, show what would be saved, and save it once that is agreed."""

import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

from seed import save
from seed.child import read_safely
from seed.documents.blocks import Reading
from seed.draft import Draft
from seed.draft_json import as_json
from seed.drafts import draft
from seed.editing_differences import (
    NOTHING_KNOWN,
    Differences,
    compared,
    differences,
    inspection_known,
)
from seed.files import distinct, is_sheet
from seed.reports.reading import LETTERS
from seed.saving_typed import typed_document
from store import backups
from store.backups import Why
from store.dates import When
from store.errors import BadInput
from tui.acts.typed import typed_when
from tui.command_line import import_summary, output
from tui.command_line.asked import Asked
from tui.command_line.differences import all_or_nothing
from tui.command_line.differences import as_json as differences_as_json
from tui.command_line.differences import lines as difference_lines
from tui.command_line.import_agreement import (
    Wanted,
    agreed,
    inspection_named,
    keep_files,
    tell,
    tracker_for,
)


def import_files(asked: Asked, files: Sequence[str], wanted: Wanted) -> None:
    """Read the files, show what was found, and save it if the user says so."""
    if "-" in files:
        _import_what_is_piped_in(asked, files, wanted)
        return
    paths = [Path(name) for name in files]
    sheets = [path for path in paths if is_sheet(path)]
    _check_files(sheets, paths, wanted)
    if not sheets:
        _import_documents(asked, paths, wanted)
        return
    from tui.command_line.importing_sheets import import_sheets

    import_sheets(asked, sheets, wanted)


def _import_what_is_piped_in(asked: Asked, files: Sequence[str], wanted: Wanted) -> None:
    """Read the text on the standard input as one of the documents."""
    from tui.pasted_text import MOST, keep

    if sys.stdin.isatty():
        output.tell(["Paste the text, then end it with ctrl+d on a line of its own."])
    path = keep(sys.stdin.buffer.read(MOST + 1), asked.now())
    try:
        import_files(asked, [str(path) if name == "-" else name for name in files], wanted)
    finally:
        path.unlink()


def _check_files(sheets: Sequence[Path], paths: Sequence[Path], wanted: Wanted) -> None:
    """Spreadsheets are read by other means than documents, and other options are for them."""
    if sheets and len(sheets) < len(paths):
        raise BadInput(
            "Spreadsheets are imported by themselves. Nothing was saved: import the documents "
            "first, then the spreadsheets with another command."
        )
    of_sheets = wanted.sheet or wanted.header or wanted.columns or wanted.closed
    if of_sheets and not sheets:
        raise BadInput(
            "--sheet, --header, --map and --closed are for spreadsheets, and none of these files "
            "is one (.xlsx or .csv). Nothing was saved."
        )
    if sheets and wanted.published:
        raise BadInput(
            "--published is the day of a report, not of a spreadsheet. Nothing was saved."
        )


def _import_documents(asked: Asked, paths: Sequence[Path], wanted: Wanted) -> None:
    """Read documents together, show what was found, and save it if the user says so."""
    published = _published(wanted.published)
    with tracker_for(asked, wanted) as tracker:
        db = tracker.db if tracker else None
        inspection = inspection_named(db, wanted.inspection)
        readings = distinct(read_safely(paths))
        known = save.known_findings(db) if db else []
        drafts = draft(readings, known, published)
        _check_published(drafts, published)
        found = [_differences(db, one, inspection) for one in drafts]
        _show(drafts, found, wanted)
        if db is not None:
            _tell_typed(db, drafts, inspection)
        if tracker is None or db is None or wanted.dry_run:
            return
        new = _not_imported(db, readings)
        if new and agreed(wanted, all_or_nothing(found)):
            fresh = drafts if len(new) == len(readings) else draft(new, known, published)
            fresh = [compared(one, _differences(db, one, inspection)) for one in fresh]
            backups.make(tracker.path, Why.BEFORE_IMPORT, asked.now(), tracker.backups)
            saved = save.save(db, fresh, asked.author(), asked.today(), inspection)
            tell([import_summary.saved_line(one) for one in saved], wanted)
        keep_files(db, paths, wanted)


def _published(typed: str) -> When | None:
    """The day of publication as typed, a month at the least."""
    return typed_when(typed, "given on import") if typed.strip() else None


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


def _differences(db: sqlite3.Connection | None, one: Draft, inspection: int | None) -> Differences:
    """How a document differs from what is known of its inspection; a known file does not."""
    if db is None or one.document.kind in LETTERS or save.imported(db, one.document.sha256):
        return NOTHING_KNOWN
    return differences(db, one, inspection or inspection_known(db, one))


def _show(drafts: Sequence[Draft], found: Sequence[Differences], wanted: Wanted) -> None:
    both = list(zip(drafts, found, strict=True))
    if not wanted.as_json:
        for one, known in both:
            output.tell([*import_summary.lines(one), *difference_lines(one, known)])
        return
    values = [
        {**as_json(one), **({"differences": differences_as_json(one, known)} if known.of else {})}
        for one, known in both
    ]
    if len(values) == 1:
        output.tell_one_json(values[0])
    else:
        output.tell_json(values)


def _tell_typed(db: sqlite3.Connection, drafts: Sequence[Draft], inspection: int | None) -> None:
    """Name the documents that were typed in before: saving gives them their wording of record."""
    for one in drafts:
        typed = typed_document(db, one, inspection)
        if typed is not None:
            output.complain(
                f"{one.document.file_name} is {typed.document.ref}, which was typed in before: it "
                "gets its wording of record, and nothing of it is doubled."
            )


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
