"""The Drafts that an editor has accepted, made of what was read; they are what is saved."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from seed.draft import (
    Answer,
    Cause,
    CopySent,
    Draft,
    Finding,
    Match,
    NotTaken,
    Place,
    Problem,
    ProposedAction,
    ProposedDeadline,
    ProposedLink,
    Undertaking,
)
from seed.editing import SETTLED, Proposal, Proposals
from seed.saving_frame import where
from seed.saving_titles import shortened

_Kind = TypeVar("_Kind")
BY_HAND = "Its wording was changed by hand when it was imported. The document says: “{printed}”"
"""The query that keeps what is printed, where somebody chose other words on import."""

_NOWHERE = Place(None, 1)


def accepted(proposals: Proposals) -> list[Draft]:
    """A Draft of each document with what is taken of it; the rest stands in `not_taken`."""
    return [_draft(proposals, document) for document in range(len(proposals.drafts))]


def _draft(proposals: Proposals, document: int) -> Draft:
    return replace(
        proposals.drafts[document],
        findings=tuple(_findings(proposals, document)),
        causes=tuple(_causes(proposals, document)),
        answers=tuple(_answers(proposals, document)),
        deadlines=tuple(_taken(proposals, document, ProposedDeadline)),
        undertakings=tuple(_taken(proposals, document, Undertaking)),
        copies=tuple(_taken(proposals, document, CopySent)),
        links=tuple(_links(proposals, document)),
        not_taken=tuple(_not_taken(proposals, document)),
        left_out=tuple(_left_out(proposals, document)),
        remarks=tuple(_remarks(proposals, document)),
        problems=(*_taken(proposals, document, Problem), *_changed_by_hand(proposals, document)),
    )


def _taken(proposals: Proposals, document: int, kind: type[_Kind]) -> Iterator[_Kind]:
    for entry in proposals.of_document(document):
        if entry.taken and isinstance(entry.item, kind):
            yield entry.item


def _findings(proposals: Proposals, document: int) -> list[Finding]:
    """The findings in the order in which they stand."""
    causes = {cause.order for cause in _taken(proposals, document, Cause)}
    found = [
        finding if finding.cause in causes else replace(finding, cause=None)
        for finding in _taken(proposals, document, Finding)
    ]
    return sorted(found, key=lambda finding: finding.place.blocks[:1])


def _causes(proposals: Proposals, document: int) -> Iterator[Cause]:
    orders = {finding.order for finding in _taken(proposals, document, Finding)}
    for cause in _taken(proposals, document, Cause):
        own = (now_in(proposals, document, order) for order in cause.recommendations)
        kept = tuple(order for order in dict.fromkeys(own) if order in orders)
        yield replace(cause, recommendations=kept)


def _answers(proposals: Proposals, document: int) -> Iterator[Answer]:
    for entry in proposals.of_document(document):
        if entry.taken and isinstance(entry.item, Answer):
            actions = tuple(_actions(proposals, entry.key))
            match = _moved(proposals, entry.item.answers)
            yield replace(entry.item, actions=actions, answers=match)


def _left_out(proposals: Proposals, document: int) -> Iterator[Answer]:
    for entry in proposals.of_document(document):
        if not entry.taken and isinstance(entry.item, Answer):
            yield entry.item


def _remarks(proposals: Proposals, document: int) -> Iterator[str]:
    """What of the proposals was left out and why; what only looked like a finding is not told."""
    for entry in proposals.of_document(document):
        if entry.taken or entry.look_alike or entry.of is not None or entry.why == SETTLED:
            continue
        place = place_of(entry)
        at = where("", place.page, place.line).removeprefix(", ")
        because = f", because {entry.why}" if entry.why else ""
        yield f"Left out on import ({at}): “{shortened(words_of(entry), 200)}”{because}."


def _actions(proposals: Proposals, answer: int) -> Iterator[ProposedAction]:
    for entry in proposals.entries:
        if entry.of == answer and entry.taken and isinstance(entry.item, ProposedAction):
            yield entry.item


def _moved(proposals: Proposals, match: Match | None) -> Match | None:
    """The pair of an answer, where its finding is now part of another."""
    source = None if match is None or match.uid else document_named(proposals, match.document)
    if match is None or source is None:
        return match
    order = now_in(proposals, source, match.order)
    return match if order == match.order else replace(match, order=order, ref=str(order))


def _links(proposals: Proposals, document: int) -> Iterator[ProposedLink]:
    """The links of areas that are taken, to where the earlier findings are now."""
    orders = {finding.order for finding in _taken(proposals, document, Finding)}
    for link in _taken(proposals, document, ProposedLink):
        order = now_in(proposals, document, link.order)
        source = None if link.uid else document_named(proposals, link.document)
        ref = link.ref
        if source is not None and ref.isdecimal():
            ref = str(now_in(proposals, source, int(ref)))
        if order in orders:
            yield replace(link, order=order, ref=ref)


def now_in(proposals: Proposals, document: int, order: int) -> int:
    """The order of the finding that this one is part of now, or its own."""
    for one in proposals.merged:
        if (one.document, one.order) == (document, order):
            order = one.into
    return order


def document_named(proposals: Proposals, file_name: str) -> int | None:
    """Which of the documents has this name."""
    for document, draft in enumerate(proposals.drafts):
        if draft.document.file_name == file_name:
            return document
    return None


def _not_taken(proposals: Proposals, document: int) -> Iterator[NotTaken]:
    for entry in proposals.of_document(document):
        if not entry.taken:
            yield NotTaken(words_of(entry), entry.why, place_of(entry))


def _changed_by_hand(proposals: Proposals, document: int) -> Iterator[Problem]:
    """The document's wording of what was changed by hand, so that it is not lost."""
    for entry in proposals.of_document(document):
        if entry.taken and entry.printed:
            place = place_of(entry)
            yield Problem(BY_HAND.format(printed=entry.printed), place.page, place.line)


def words_of(entry: Proposal) -> str:
    """The words of a proposal: the document's, or the sentence about them."""
    item = entry.item
    match item:
        case Finding():
            return item.whole
        case Answer():
            return "\n".join((item.text, *item.comments))
        case ProposedDeadline():
            return item.what
        case CopySent():
            return item.to
        case Problem():
            return item.sentence
        case _:
            return item.text


def place_of(entry: Proposal) -> Place:
    """Where a proposal stands; an area's link stands nowhere of its own."""
    item = entry.item
    match item:
        case ProposedLink():
            return _NOWHERE
        case Problem():
            return Place(item.page, item.line or 1)
        case _:
            return item.place
