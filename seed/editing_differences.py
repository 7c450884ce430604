"""How a document differs from what the tracker has of its inspection already."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from seed.draft import Draft, Finding, Problem
from seed.likeness import folded, folded_likeness
from seed.reports.reading import LETTERS
from seed.saving_causes import known_cause
from seed.saving_known import (
    Kept,
    inspection_at,
    inspection_with,
    kept,
    same_findings,
    same_places,
)
from seed.saving_titles import shortened
from store import gathering
from store.models import Recommendation

ALIKE = 0.75  # likeness from which a finding is proposed as the newer wording of a record


class Standing(StrEnum):
    """How a finding stands to what the tracker has."""

    SAME = "same"
    CHANGED = "changed"
    WORDED = "gets its wording"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Difference:
    """One finding beside the record it is: its reference, and its wording so far ("" if new)."""

    standing: Standing
    ref: str = ""
    uid: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Differences:
    """Every finding of a document by its order, and the records it has no more."""

    of: Mapping[int, Difference]
    gone: tuple[Recommendation, ...] = ()
    unlike_parts: tuple[str, ...] = ()


NOTHING_KNOWN = Differences({})


def inspection_known(db: sqlite3.Connection, draft: Draft) -> int | None:
    """The inspection in the tracker that a report is about, if it is known there."""
    if draft.document.kind in LETTERS or not draft.findings:
        return None
    known = inspection_with(db, draft.findings)
    return known or inspection_at(db, draft.document.force, draft.document.fieldwork)


def differences(db: sqlite3.Connection, draft: Draft, inspection: int | None) -> Differences:
    """What is the same, changed, new or gone since the tracker took this inspection in."""
    if inspection is None:
        return NOTHING_KNOWN
    everything = kept(db, inspection)
    if not everything:
        return NOTHING_KNOWN
    causes = {record.id for one in draft.causes if (record := known_cause(one, everything))}
    candidates = [one for one in everything if one.record.id not in causes]
    same = same_places(draft.findings, candidates, same_findings(draft.findings, candidates))
    likely = _likely(draft.findings, candidates, same)
    found = {**likely, **same}
    wordings = _wordings(db, candidates)
    of = {
        one.order: _difference(one, found.get(one.order), wordings, changed=one.order in likely)
        for one in draft.findings
    }
    used = {record.id for record in found.values()}
    gone = tuple(one.record for one in candidates if one.record.id not in used)
    return Differences(of, gone, tuple(_unlike(db, draft.findings, found)))


def _difference(
    finding: Finding, record: Recommendation | None, wordings: Mapping[int, str], *, changed: bool
) -> Difference:
    if record is None:
        return Difference(Standing.NEW)
    before = wordings[record.id]
    if not record.of_record:
        return Difference(Standing.WORDED, record.ref, record.uid, before)
    same = not changed and " ".join(before.split()) == " ".join(finding.whole.split())
    standing = Standing.SAME if same else Standing.CHANGED
    return Difference(standing, record.ref, record.uid, before)


def _likely(
    findings: Sequence[Finding], candidates: Sequence[Kept], same: Mapping[int, Recommendation]
) -> dict[int, Recommendation]:
    """The rest, each with the record that is most like it; each record at most once."""
    taken = {record.id for record in same.values()}
    scored = sorted(
        (
            (-folded_likeness(folded(finding.whole), one.whole), finding.order, at)
            for finding in findings
            if finding.order not in same
            for at, one in enumerate(candidates)
            if one.record.id not in taken
        ),
    )
    found: dict[int, Recommendation] = {}
    for score, order, at in scored:
        record = candidates[at].record
        if -score >= ALIKE and order not in found and record.id not in taken:
            found[order] = record
            taken.add(record.id)
    return found


def _wordings(db: sqlite3.Connection, candidates: Sequence[Kept]) -> dict[int, str]:
    parts = gathering.parts(db, [one.record.id for one in candidates], date.max)
    return {
        one.record.id: " ".join((one.record.text, *(p.text for p in parts[one.record.id])))
        for one in candidates
    }


def _unlike(
    db: sqlite3.Connection, findings: Sequence[Finding], found: Mapping[int, Recommendation]
) -> Iterator[str]:
    """The references of records that have another number of parts than the document has."""
    parts = gathering.parts(db, [record.id for record in found.values()], date.max)
    for finding in findings:
        record = found.get(finding.order)
        if record and parts[record.id] and len(parts[record.id]) != len(finding.parts):
            yield record.ref


def compared(draft: Draft, known: Differences) -> Draft:
    """The Draft with each changed finding tied to its record, and with what there is to ask."""
    findings = tuple(
        replace(one, record=difference.uid)
        if (difference := known.of.get(one.order)) and difference.standing is Standing.CHANGED
        else one
        for one in draft.findings
    )
    asked = [
        Problem(
            f"{record.ref} “{shortened(record.text, 90)}” is in the tracker for this inspection, "
            "and not in this document; ask whether it was withdrawn."
        )
        for record in known.gone
    ]
    asked += [
        Problem(
            f"{ref} has another number of parts in the tracker than in this document; its parts "
            "are left as they are: look at them after saving."
        )
        for ref in known.unlike_parts
    ]
    return replace(draft, findings=findings, problems=(*draft.problems, *asked))
