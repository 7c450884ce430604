"""What one document is saved with: the unit it is written in, and what it belongs to."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import date

from seed.draft import NO_DAY, Draft, DraftDocument, Place
from seed.saving_typed import TypedDocument
from store.dates import When
from store.holidays import Calendar
from store.rows import one
from store.unit import Unit

# A document's file name and the order of a finding in it (causes of concern count from -1 down).
FindingsSaved = MutableMapping[tuple[str, int], int]


@dataclass(frozen=True, slots=True)
class Saving:
    """One Draft on its way into the tracker.

    `since` is the first day its document can have been read; `published` starts its clocks.
    `findings` holds what was saved from this and the documents given with it; `typed` is the same
    document as somebody typed it in before its file came.
    """

    change: Unit
    draft: Draft
    findings: FindingsSaved
    calendar: Calendar
    since: date
    inspection: int | None = None
    document: int = 0
    published: When = NO_DAY
    typed: TypedDocument | None = None

    @property
    def file_name(self) -> str:
        """The name of the file that is being saved."""
        return self.draft.document.file_name

    def at(self, place: Place) -> str:
        """Where something stands, for a source."""
        return where(self.file_name, place.page, place.line)


def where(file_name: str, page: int | None, line: int | None) -> str:
    """A file with the page and line that are known."""
    words = [file_name]
    if page is not None:
        words.append(f"page {page}")
    if line is not None:
        words.append(f"line {line}")
    return ", ".join(words)


def first_day(document: DraftDocument, today: date) -> date:
    """The first day a document can have been read: its own, or today where it has none."""
    for when in (document.published, document.dated):
        if when.earliest:
            return min(when.earliest, today)
    return today


def finding_key(saving: Saving, document: str, order: int, uid: str) -> int | None:
    """The recommendation that a pair or link means: by its uid, or as saved just now."""
    if not uid:
        return saving.findings.get((document, order))
    row = one(saving.change.db.conn, "SELECT id FROM recommendations WHERE uid = ?", (uid,))
    return None if row is None else int(row["id"])
