"""The findings of a document to the letter, each once, in the order in which they stand."""

from collections.abc import Sequence
from datetime import date

from seed.draft import NEW_RECORD, Cause, Finding, Part
from seed.saving_causes import tie_causes, write_cause
from seed.saving_deadlines import start_waiting, write_finding_deadline
from seed.saving_frame import Saving
from seed.saving_known import kept, newer_wordings, same_findings, same_places
from seed.saving_titles import title_of
from store import deadlines, recommendations
from store.models import Recommendation, Subject
from store.rows import rows
from store.unit import Value
from store.vocabulary import SubjectKind

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def write_findings(saving: Saving) -> None:
    """Save causes of concern and findings; one that is known gets its wording of record."""
    inspection = saving.inspection
    if inspection is None or not (saving.draft.findings or saving.draft.causes):
        return
    db = saving.change.db.conn
    findings, candidates = saving.draft.findings, kept(db, inspection)
    known = same_places(findings, candidates, same_findings(findings, candidates))
    known.update(newer_wordings(findings, candidates))
    new = {finding.order for finding in findings if finding.record == NEW_RECORD}
    known = {order: record for order, record in known.items() if order not in new}
    position = recommendations.next_in_inspection(db, inspection)
    for item in _in_order(saving):
        if isinstance(item, Cause):
            key = write_cause(saving, inspection, item, position, candidates)
            order = -item.order
        else:
            order, record = item.order, known.get(item.order)
            key = _write(saving, inspection, item, position, record)
        saving.findings[saving.file_name, order] = key
        _number(saving, key, item.number, position)
        position += 1
    tie_causes(saving)
    deadlines.restart(saving.change, saving.document, saving.published, saving.calendar)


def _number(saving: Saving, key: int, number: str, position: int) -> None:
    """What the document calls a finding, unless that is known."""
    known = recommendations.numbers(saving.change.db.conn, key, date.max)
    if all(each.document != saving.document for each in known):
        recommendations.add_number(saving.change, key, saving.document, number, position=position)


def _in_order(saving: Saving) -> list[Cause | Finding]:
    """Each cause of concern before the first of its recommendations."""
    items: list[Cause | Finding] = []
    left = list(saving.draft.causes)
    for finding in saving.draft.findings:
        for cause in [one for one in left if finding.order in one.recommendations]:
            items.append(cause)
            left.remove(cause)
        items.append(finding)
    return [*items, *left]


def _write(
    saving: Saving, inspection: int, finding: Finding, position: int, record: Recommendation | None
) -> int:
    key = record.id if record else _add(saving, inspection, finding, position)
    if record:
        _reword(saving, record, finding)
    subject = Subject(SubjectKind.RECOMMENDATION, key)
    if not deadlines.of_subject(saving.change.db.conn, subject, date.max):
        write_finding_deadline(saving, key, finding)
    return key


def _add(saving: Saving, inspection: int, finding: Finding, position: int) -> int:
    return recommendations.add(
        saving.change,
        inspection=inspection,
        document=saving.document,
        kind=finding.kind.value,
        title=finding.title or title_of(finding),
        text=finding.text,
        of_record=not finding.by_hand,
        section=finding.section,
        theme=finding.theme,
        addressee=finding.addressee.words,
        timescale=finding.timescale,
        page=finding.place.page,
        line=finding.place.line,
        position=position,
        applies=finding.addressee.applies,
        applies_because=finding.addressee.because,
        parts=_labelled(finding.parts),
        since=saving.since,
    )


def _labelled(parts: Sequence[Part]) -> list[tuple[str, str]]:
    """Each part under its own letter or number, bullets under a letter by their place."""
    return [
        (
            part.label.strip("(). ") if any(sign.isalnum() for sign in part.label) else letter,
            part.text,
        )
        for part, letter in zip(parts, _LETTERS[: len(parts)].ljust(len(parts), "z"), strict=True)
    ]


def _reword(saving: Saving, record: Recommendation, finding: Finding) -> None:
    """Give a known finding the wording of record and its place; what somebody chose stays."""
    values: dict[str, Value] = {
        "text": finding.text,
        "of_record": not finding.by_hand,
        "document": saving.document,
        "section": finding.section or record.section,
        "timescale": finding.timescale or record.timescale,
        "addressee": record.addressee or finding.addressee.words,
        "page": finding.place.page,
        "line": finding.place.line,
        "since": min(record.since, saving.since),
    }
    recommendations.edit(saving.change, record, **values)
    _reword_parts(saving, record.id, _labelled(finding.parts))
    start_waiting(saving, record.id)


def _reword_parts(saving: Saving, key: int, parts: Sequence[tuple[str, str]]) -> None:
    found = rows(
        saving.change.db.conn,
        "SELECT id, rev FROM parts WHERE recommendation = ? ORDER BY position",
        (key,),
    )
    if not found:
        for position, (label, text) in enumerate(parts):
            saving.change.add(
                "parts", recommendation=key, label=label, text=text, position=position
            )
    elif len(found) == len(parts):
        for row, (_, text) in zip(found, parts, strict=True):
            saving.change.change("parts", row["id"], row["rev"], text=text)
