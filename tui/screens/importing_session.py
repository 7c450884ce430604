"""One import under way: what was read, what was done with it so far, and what would be saved."""

import hashlib
import sqlite3
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from seed import save
from seed.documents.blocks import Reading
from seed.draft import NEW_RECORD, Draft, Finding, KnownFinding
from seed.drafts import draft
from seed.editing import Proposal, Proposals, opened
from seed.editing_accepted import accepted
from seed.editing_differences import (
    NOTHING_KNOWN,
    Difference,
    Differences,
    Standing,
    compared,
    differences,
    inspection_known,
)
from seed.editing_known_answers import known_answers, without_known
from seed.editing_log import Edit, EditKind, as_text, edited
from seed.reports.reading import LETTERS
from seed.saving_typed import TypedDocument, typed_document
from store.errors import BadInput
from store.models import Document


@dataclass(frozen=True, slots=True)
class Read:
    """The files asked for, and what was read from them: reports first."""

    paths: tuple[Path, ...]
    readings: tuple[Reading, ...]
    drafts: tuple[Draft, ...]
    known: tuple[KnownFinding, ...]


def read_of(
    paths: Sequence[Path],
    readings: Sequence[Reading],
    known: Sequence[KnownFinding],
    imported: Container[str] = (),
) -> Read:
    """What the readings propose together, reports before the letters that answer them.

    `imported` are the fingerprints of files that the tracker has: others are paired with what is in
    the tracker, not with what stands in those.
    """
    new = [reading for reading in readings if reading.sha256 not in imported]
    drafts = dict(zip((one.sha256 for one in new), draft(new, known), strict=True))
    for reading in readings:
        if reading.sha256 not in drafts:
            (drafts[reading.sha256],) = draft([reading], known)
    order = sorted(readings, key=lambda one: drafts[one.sha256].document.kind in LETTERS)
    return Read(
        tuple(paths), tuple(order), tuple(drafts[one.sha256] for one in order), tuple(known)
    )


@dataclass(slots=True)
class Session:
    """The state of the import screen. Every change of it is an Edit, so that each can be undone."""

    read: Read
    proposals: Proposals
    before: tuple[Document | None, ...]
    differences: tuple[Differences, ...]
    typed: tuple[TypedDocument | None, ...]
    prints: tuple[str, ...]
    document: int = 0
    edits: list[Edit] = field(default_factory=list)
    _earlier: list[Proposals] = field(default_factory=list)
    _undone: list[Edit] = field(default_factory=list)

    @property
    def reading(self) -> Reading:
        """The document shown, as read."""
        return self.read.readings[self.document]

    @property
    def draft(self) -> Draft:
        """The document shown, as proposed."""
        return self.proposals.drafts[self.document]

    @property
    def entries(self) -> list[Proposal]:
        """The proposals of the document shown."""
        return list(self.proposals.of_document(self.document))

    def difference(self, entry: Proposal) -> Difference | None:
        """The finding beside what the tracker has of it; None where nothing is known."""
        if not isinstance(entry.item, Finding):
            return None
        known = self.differences[entry.document].of.get(entry.item.order)
        record = entry.item.record
        if record == NEW_RECORD:
            return Difference(Standing.NEW)
        if record and (known is None or known.uid != record):
            return self._tied(record)
        return known

    def _tied(self, uid: str) -> Difference:
        (record,) = [one for one in self.proposals.known if one.uid == uid]
        before = " ".join((record.text, *record.parts))
        return Difference(Standing.CHANGED, record.ref, uid, before)

    def inspection(self) -> str:
        """The inspection chosen, or that of the records that findings were tied to; "" if none."""
        if self.proposals.inspection:
            return self.proposals.inspection
        tied = {
            entry.item.record for entry in self.proposals.entries if isinstance(entry.item, Finding)
        }
        found = {one.inspection for one in self.proposals.known if one.uid in tied}
        return found.pop() if len(found) == 1 else ""

    def do(self, edit: Edit) -> None:
        """Make an edit; BadInput leaves everything as it is."""
        after = edited(self.proposals, edit)
        self._undone.clear()
        self._put(edit, after)

    def take_back(self) -> bool:
        """Take the last edit back; False if there is none."""
        if not self.edits:
            return False
        self._undone.append(self.edits.pop())
        self.proposals = self._earlier.pop()
        return True

    def do_again(self) -> bool:
        """Make again what was taken back last; False if there is nothing."""
        if not self._undone:
            return False
        edit = self._undone.pop()
        self._put(edit, edited(self.proposals, edit))
        return True

    def _put(self, edit: Edit, after: Proposals) -> None:
        self._earlier.append(self.proposals)
        self.proposals = after
        self.edits.append(edit)

    def as_text(self) -> str:
        """What is kept of it, to go on after a crash."""
        return as_text([str(path) for path in self.read.paths], self.prints, self.edits)

    def accepted(self) -> list[Draft]:
        """What would be saved, of the documents that are not in the tracker yet."""
        drafts = accepted(self.proposals)
        return [one for one, known in zip(drafts, self.before, strict=True) if known is None]


def begun(db: sqlite3.Connection, read: Read) -> Session:
    """An import of what was read, compared with what the tracker has, with nothing done yet."""
    before = tuple(save.imported(db, reading.sha256) for reading in read.readings)
    typed = tuple(
        typed_document(db, one, inspection_known(db, one)) if known is None else None
        for one, known in zip(read.drafts, before, strict=True)
    )
    found = tuple(
        differences(db, one, _inspection(db, one, own)) if known is None else NOTHING_KNOWN
        for one, known, own in zip(read.drafts, before, typed, strict=True)
    )
    drafts = [compared(one, known) for one, known in zip(read.drafts, found, strict=True)]
    read = replace(read, drafts=tuple(drafts))
    proposals = opened(drafts, read.known)
    for document, one in enumerate(drafts):
        if before[document] is None:
            proposals = without_known(proposals, document, known_answers(db, one))
    prints = [reading.sha256 for reading in read.readings]
    prints.append(hashlib.sha256(repr(proposals.entries).encode()).hexdigest())
    return Session(read, proposals, before, found, typed, tuple(prints))


def _inspection(db: sqlite3.Connection, one: Draft, typed: TypedDocument | None) -> int | None:
    """The inspection of a report: that of the document as typed in, else the one known."""
    if one.document.kind in LETTERS:
        return None
    own = typed.document.inspection if typed else None
    return own or inspection_known(db, one)


def begin_with(session: Session, inspection: str, published: str, keep: str) -> None:
    """Put in what was said beforehand; BadInput where the day could be that of several reports."""
    if keep == "yes":
        session.do(Edit(EditKind.KEEP, words={"keep": keep}))
    if inspection:
        session.do(Edit(EditKind.INSPECTION, words={"ref": inspection}))
    if not published:
        return
    reports = [
        place for place, one in enumerate(session.read.drafts) if one.document.kind not in LETTERS
    ]
    if len(reports) != 1:
        raise BadInput(
            f"{published} is the day of one report, and {len(reports) or 'none'} of these "
            "documents could be it. Nothing was set: go to that report and press p."
        )
    session.do(Edit(EditKind.PUBLISHED, reports[0], {"day": published}))


def resumed(session: Session, prints: Sequence[str], edits: Sequence[Edit]) -> None:
    """Do again what was kept; BadInput where the files or the tracker are others by now."""
    if tuple(prints) != session.prints:
        raise BadInput(
            "The files or the findings in the tracker have changed since, so what you had done was "
            "not made again. The documents are shown as they were read; nothing was saved."
        )
    for edit in edits:
        session.do(edit)
