"""Which finding an answer in a letter belongs to, as the editor says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seed.draft import NEW_RECORD, Answer, Finding, Match, Part, Place, Problem, Unanswered
from seed.drafts import doubt, no_answer
from seed.editing import Proposal, Proposals, settle, take
from seed.editing_accepted import accepted
from seed.likeness import folded
from seed.reports.parts import inline_parts
from seed.reports.reading import LETTERS
from seed.responses.pairing import (
    Candidate,
    candidates_known,
    candidates_of,
    folded_wordings,
    likest,
)
from seed.responses.part_gaps import with_gaps
from store.errors import BadInput


@dataclass(frozen=True, slots=True)
class Choice:
    """A finding that an answer may belong to, and how like its text is, from 0 to 1."""

    candidate: Candidate
    score: float


def choices(proposals: Proposals, item: Answer | Finding) -> list[Choice]:
    """Every finding an answer can answer, or record a finding can be, the most alike first."""
    answer = isinstance(item, Answer)
    own = folded(item.restated if isinstance(item, Answer) else item.whole)
    offered = candidates(proposals) if answer else candidates_known(proposals.known)
    found = [
        Choice(candidate, round(likest(own, folded_wordings(candidate)), 3))
        for candidate in offered
    ]
    return sorted(found, key=lambda choice: -choice.score)


def candidates(proposals: Proposals) -> Iterator[Candidate]:
    """The findings taken from the reports of this import, then those of the tracker."""
    for draft in accepted(proposals):
        if draft.document.kind not in LETTERS or draft.findings:
            yield from candidates_of(draft)
    yield from candidates_known(proposals.known)


def pair(proposals: Proposals, key: int, ref: str, document: str) -> Proposals:
    """An answer with the finding of this reference in this document; with "" it has none.

    A finding is tied to the record of which it is the newer wording, or with "" to none.
    What was doubtful about the pair is settled by that, and findings that have an answer now, or
    have none any more, are told of anew.
    """
    entry = proposals.get(key)
    if isinstance(entry.item, Finding):
        return _tied(proposals, entry, entry.item, ref)
    if not isinstance(entry.item, Answer):
        raise BadInput("Only answers and findings belong to a finding. Nothing was changed.")
    match, parts = _match(proposals, entry.item, ref, document)
    before = entry.item
    answer = replace(before, answers=match)
    answer = replace(answer, parts_unanswered=_gaps(proposals, entry, answer, parts))
    paired = proposals.put(replace(entry, item=answer))
    paired = settle(paired, entry.document, doubt(before))
    return _told_of_unanswered(paired, entry.document, before.answers, match)


def _tied(proposals: Proposals, entry: Proposal, finding: Finding, ref: str) -> Proposals:
    """A finding as the newer wording of a record of the tracker, or, with "", as a new one."""
    records = [one.uid for one in proposals.known if one.ref == ref]
    if ref and not records:
        raise BadInput(f"{ref} is not in the tracker. Nothing was changed.")
    record = records[0] if ref else NEW_RECORD
    return proposals.put(replace(entry, item=replace(finding, record=record)))


def _match(
    proposals: Proposals, answer: Answer, ref: str, document: str
) -> tuple[Match | None, Sequence[Part]]:
    if not ref:
        return None, ()
    scored = choices(proposals, answer)
    chosen = [
        one for one in scored if (one.candidate.ref, one.candidate.document) == (ref, document)
    ]
    if not chosen:
        raise BadInput("That finding is not part of the import any more. Nothing was changed.")
    best = max((one.score for one in scored if one is not chosen[0]), default=0.0)
    found = chosen[0].candidate
    match = Match(
        found.ref, found.order, found.text, chosen[0].score, best, found.uid, found.document
    )
    return match, found.parts


def _gaps(
    proposals: Proposals, entry: Proposal, answer: Answer, parts: Sequence[Part]
) -> tuple[Part, ...]:
    """The parts of its finding that an answer does not take up, seen beside the other answers."""
    if not parts:
        stem = inline_parts(answer.restated)[1]
        parts = [Part(label, text, Place(None, 1)) for label, text in stem]
    others = [
        other.item
        for other in proposals.of_document(entry.document)
        if isinstance(other.item, Answer) and other.key != entry.key
    ]
    return with_gaps([answer, *others], [parts, *(() for _ in others)])[0]


def _told_of_unanswered(
    proposals: Proposals, document: int, before: Match | None, after: Match | None
) -> Proposals:
    """The sentences about findings without an answer, as they are after a pair was changed."""
    answered = {
        (entry.item.answers.ref, entry.item.answers.document)
        for entry in proposals.of_document(document)
        if isinstance(entry.item, Answer) and entry.item.answers
    }
    if after is not None:
        proposals = settle(proposals, document, _unanswered(after).sentence)
    if before is None or (before.ref, before.document) in answered:
        return proposals
    return _ask(proposals, document, _unanswered(before))


def _ask(proposals: Proposals, document: int, problem: Problem) -> Proposals:
    """Ask a question anew, or for the first time."""
    for entry in proposals.of_document(document):
        if entry.item == problem:
            return take(proposals, entry.key)
    entry = Proposal(proposals.next_key, document, problem)
    return replace(proposals, entries=(*proposals.entries, entry))


def _unanswered(match: Match) -> Problem:
    return no_answer(Unanswered(match.ref, match.text, match.order, match.uid))
