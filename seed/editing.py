"""What was read from documents, one proposal after another, each to be taken or left out.

Pure: an edit makes other Proposals and leaves the old ones as they were. `accepted` makes Drafts of
what is taken, to be saved; nothing that was read ever leaves the Proposals.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seed.draft import (
    Answer,
    Cause,
    CopySent,
    Draft,
    Finding,
    FindingKind,
    KnownFinding,
    NotTaken,
    Problem,
    ProposedAction,
    ProposedDeadline,
    ProposedLink,
    Undertaking,
)
from store.errors import BadInput

SETTLED = "it is settled by what you chose here"

Item = (
    Finding
    | Cause
    | Answer
    | ProposedAction
    | Undertaking
    | ProposedDeadline
    | CopySent
    | ProposedLink
    | Problem
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing read from a document, and what the editor makes of it.

    `key` is never used twice; `document` counts from nought. `why` says why it is not taken;
    `look_alike` that the reader did not take it; `of` is the answer that an action stands in.
    `printed` is the document's wording where somebody changed it by hand.
    """

    key: int
    document: int
    item: Item
    taken: bool = True
    why: str = ""
    look_alike: bool = False
    of: int | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """Which finding is now part of another: the key it had, its order, the order it went into."""

    document: int
    key: int
    order: int
    into: int


@dataclass(frozen=True, slots=True)
class Proposals:
    """Everything read from documents that are imported together.

    `drafts` are as read, but for the days the editor corrected. `inspection` is the reference
    chosen for all of them, "" where it is to be found out. `keep_files` says that the files
    themselves are wanted in the tracker, not their fingerprints alone.
    """

    drafts: tuple[Draft, ...]
    entries: tuple[Proposal, ...]
    known: tuple[KnownFinding, ...] = ()
    merged: tuple[Merged, ...] = ()
    inspection: str = ""
    keep_files: bool = False

    def get(self, key: int) -> Proposal:
        """The proposal with this key; BadInput if there is none."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        raise BadInput("This is no longer part of the import. Nothing was changed.")

    def of_document(self, document: int) -> Iterator[Proposal]:
        """The proposals of one document, in the order of the list."""
        return (entry for entry in self.entries if entry.document == document)

    def put(self, *changed: Proposal) -> "Proposals":
        """The same with these proposals in place of those with their keys."""
        found = {entry.key: entry for entry in changed}
        return replace(self, entries=tuple(found.get(entry.key, entry) for entry in self.entries))

    @property
    def next_key(self) -> int:
        """A key that was never used."""
        used = [entry.key for entry in self.entries] + [one.key for one in self.merged]
        return max(used, default=0) + 1

    def next_order(self, document: int) -> int:
        """An order that nothing in the document has."""
        orders = (_order(entry.item) for entry in self.of_document(document))
        return max(orders, default=0) + 1


def _order(item: Item) -> int:
    return item.order if isinstance(item, Finding | Answer | ProposedLink) else 0


def opened(drafts: Sequence[Draft], known: Sequence[KnownFinding] = ()) -> Proposals:
    """The proposals of Drafts as they were read: look-alikes left out, all else taken."""
    proposals = Proposals(tuple(drafts), (), tuple(known))
    for document, draft in enumerate(drafts):
        for item in _items(draft):
            proposals = _with(proposals, Proposal(proposals.next_key, document, item))
            if isinstance(item, Answer):
                proposals = _with_actions(proposals, document, item)
        for one in draft.not_taken:
            proposals = _with(proposals, _look_alike(proposals, document, one))
    return proposals


def _items(draft: Draft) -> Iterator[Item]:
    """All that a Draft proposes, in the order in which it is looked through."""
    yield from draft.causes
    yield from draft.findings
    yield from draft.answers
    yield from draft.undertakings
    yield from draft.deadlines
    yield from draft.copies
    yield from draft.links
    yield from draft.problems


def _with(proposals: Proposals, entry: Proposal) -> Proposals:
    return replace(proposals, entries=(*proposals.entries, entry))


def _with_actions(proposals: Proposals, document: int, answer: Answer) -> Proposals:
    of = proposals.entries[-1].key
    for action in answer.actions:
        entry = Proposal(proposals.next_key, document, action, of=of)
        proposals = _with(proposals, entry)
    return proposals


def _look_alike(proposals: Proposals, document: int, one: NotTaken) -> Proposal:
    """A sentence that was not taken, as the finding it would be."""
    finding = one.finding or Finding(FindingKind.RECOMMENDATION, 0, one.text, one.place)
    finding = replace(finding, order=proposals.next_order(document))
    return Proposal(
        proposals.next_key, document, finding, taken=False, why=one.why, look_alike=True
    )


def take(proposals: Proposals, key: int) -> Proposals:
    """Take a proposal, and with an answer the actions in it; a look-alike becomes a finding."""
    return _set(proposals, key, taken=True, why="")


def leave_out(proposals: Proposals, key: int, why: str = "") -> Proposals:
    """Leave a proposal out, with the reason if there is one; an answer's actions go with it."""
    return _set(proposals, key, taken=False, why=why.strip())


def _set(proposals: Proposals, key: int, *, taken: bool, why: str) -> Proposals:
    chosen = proposals.get(key)
    with_it = [entry for entry in proposals.entries if entry.of == chosen.key]
    if taken and chosen.of is not None:
        with_it.append(proposals.get(chosen.of))
    return proposals.put(*(replace(entry, taken=taken, why=why) for entry in (chosen, *with_it)))


def take_all(proposals: Proposals, document: int) -> Proposals:
    """Take everything of a document but look-alikes and questions that are settled."""
    return proposals.put(
        *(
            replace(entry, taken=True, why="")
            for entry in proposals.of_document(document)
            if not entry.taken and not entry.look_alike and entry.why != SETTLED
        )
    )


def settle(proposals: Proposals, document: int, sentence: str) -> Proposals:
    """Leave out what was asked about a document and is answered by an edit."""
    return proposals.put(
        *(
            replace(entry, taken=False, why=SETTLED)
            for entry in proposals.of_document(document)
            if isinstance(entry.item, Problem) and entry.item.sentence == sentence
        )
    )
