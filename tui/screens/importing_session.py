"""One import under way: what was read, what was done with it so far, and what would be saved."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from seed import save
from seed.documents.blocks import Reading
from seed.draft import Draft, KnownFinding
from seed.drafts import draft
from seed.editing import Proposal, Proposals, opened
from seed.editing_accepted import accepted
from seed.editing_log import Edit, EditKind, as_text, edited
from seed.reports.reading import LETTERS
from store.errors import BadInput
from store.models import Document


@dataclass(frozen=True, slots=True)
class Read:
    """The files asked for, and what was read from them: reports first."""

    paths: tuple[Path, ...]
    readings: tuple[Reading, ...]
    drafts: tuple[Draft, ...]
    known: tuple[KnownFinding, ...]

    @property
    def prints(self) -> list[str]:
        """The fingerprints of the files and of what pairing knew when they were read."""
        return [reading.sha256 for reading in self.readings] + [str(len(self.known))]


def read_of(
    paths: Sequence[Path], readings: Sequence[Reading], known: Sequence[KnownFinding]
) -> Read:
    """What the readings propose together, reports before the letters that answer them."""
    drafts = draft(readings, known)
    order = sorted(range(len(drafts)), key=lambda at: drafts[at].document.kind in LETTERS)
    return Read(
        tuple(paths),
        tuple(readings[at] for at in order),
        tuple(drafts[at] for at in order),
        tuple(known),
    )


@dataclass(slots=True)
class Session:
    """The state of the import screen. Every change of it is an Edit, so that each can be undone."""

    read: Read
    proposals: Proposals
    before: tuple[Document | None, ...]
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
        return as_text([str(path) for path in self.read.paths], self.read.prints, self.edits)

    def accepted(self) -> list[Draft]:
        """What would be saved, of the documents that are not in the tracker yet."""
        drafts = accepted(self.proposals)
        return [one for one, known in zip(drafts, self.before, strict=True) if known is None]


def begun(db: sqlite3.Connection, read: Read) -> Session:
    """An import of what was read, with nothing done yet."""
    before = tuple(save.imported(db, reading.sha256) for reading in read.readings)
    return Session(read, opened(read.drafts, read.known), before)


def begin_with(session: Session, inspection: str, published: str) -> None:
    """Put in what was said beforehand; BadInput where the day could be that of several reports."""
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
    if list(prints) != session.read.prints:
        raise BadInput(
            "The files or the findings in the tracker have changed since, so what you had done was "
            "not made again. The documents are shown as they were read; nothing was saved."
        )
    for edit in edits:
        session.do(edit)
