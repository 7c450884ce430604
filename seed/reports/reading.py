"""One report read from its first block to its last."""

import re
from dataclasses import dataclass, replace

from seed.anachronisms import anachronisms
from seed.day_mentions import mentions
from seed.documents.blocks import Reading
from seed.draft import (
    DocumentKind,
    Draft,
    DraftDocument,
    Finding,
    FindingKind,
    NotTaken,
    Place,
    Problem,
    ProposedDeadline,
    StatedCount,
)
from seed.passages.headings import Role
from seed.passages.passage import Passage, chapter_names, passages
from seed.passages.sentences import sentences
from seed.reports.bodies import is_police
from seed.reports.checks import (
    JOINT,
    MADE_ELSEWHERE,
    NOTHING_ANNOUNCED,
    answers_inside,
    made_elsewhere,
    reader_remarks,
    report_problems,
    second_findings,
    unread_headings,
)
from seed.reports.findings import causes_and_findings, finished, rough_findings
from seed.reports.front_matter import (
    dated_of,
    fieldwork_of,
    force_of,
    is_greeted,
    joint_title,
    letter_title,
    published_of,
    stated_counts,
    title_of,
)
from seed.reports.kinds import is_joint, kind_of
from seed.reports.look_alikes import REPEATED, SUMMED, LookAlikes
from seed.reports.next_steps import next_steps, statutory_step
from seed.reports.repeats import without_repeats
from seed.reports.restated import WHY, open_problems, without_restated
from seed.reports.rough import Rough
from seed.reports.zones import Zone, zones
from store.dates import When

PARTNERSHIP = "the partnership"
LETTERS = frozenset({DocumentKind.LETTER, DocumentKind.REVIEW_LETTER, DocumentKind.PLAN})
"""What answers findings: the letters, and a force's own plan, which is no letter under s.55."""
_EARLIER = re.compile(
    r"\b(?:our|the|its) (?:last|previous|earlier|first|\d{4}|\w+ \d{4}) (?:inspection|report|review"
    r"|visit)\b|\b[Ii]n (?:\w+ )?\d{4},? (?:we|HMIC\w*|it)\b"
)
_FIRST = re.compile(r"\binspection in (?:\w+ )?\d{4}\b|\binspected\b.{0,60} in \w+ \d{4}\b")
_WITHOUT_FINDINGS = frozenset({DocumentKind.MINUTES, DocumentKind.BOARD_PAPER, DocumentKind.OTHER})


@dataclass(frozen=True, slots=True)
class Opened:
    """A Reading as passages and zones, with what the document says of itself."""

    reading: Reading
    passages: list[Passage]
    zones: list[Zone]
    document: DraftDocument


def open_reading(reading: Reading) -> Opened:
    """The passages and zones of a Reading, and the document's own facts."""
    found = passages(reading.blocks)
    force = force_of(found)
    kind = kind_of(found, force)
    is_letter = kind in LETTERS
    published = When() if is_letter else published_of(found)
    joint = not is_letter and is_joint(found)
    document = DraftDocument(
        kind=kind,
        title=_title(found, letter=is_letter, joint=joint),
        force="" if kind is DocumentKind.THEMATIC else force,
        fieldwork=fieldwork_of(found),
        published=published,
        dated=_dated(found, letter=is_letter),
        file_name=reading.file_name,
        sha256=reading.sha256,
        joint=joint,
    )
    return Opened(reading, found, zones(found, chapter_names(reading.blocks)), document)


def _dated(found: list[Passage], *, letter: bool) -> When:
    """The day it bears; for a response set as a web page, the day it was published."""
    dated = dated_of(found)
    return published_of(found) if letter and not dated.words else dated


def _title(found: list[Passage], *, letter: bool, joint: bool) -> str:
    named = joint_title(found) if joint else ""
    if named:
        return named
    return letter_title(found) if letter or is_greeted(found) else title_of(found)


def read_report(reading: Reading) -> Draft:
    """A report, board paper, minutes or any other document that answers no report."""
    return draft_report(open_reading(reading))


def draft_report(opened: Opened) -> Draft:
    """The Draft of an opened document."""
    document = opened.document
    if document.kind in _WITHOUT_FINDINGS:
        return _without_findings(opened)
    told, restated = without_restated(rough_findings(opened.zones), opened.zones)
    roughs, repeats = without_repeats(told)
    causes, findings = causes_and_findings(roughs, document.force, document.published)
    if document.joint:
        findings = tuple(_to_all_partners(finding, document.force) for finding in findings)
    again = [(finished(one, 0, document.force, document.published), how) for one, how in restated]
    repeated = [_repeat(rough, twin, document) for rough, twin in repeats]
    repeated += [_restated(finding, became) for finding, became in again]
    places = [
        *(one.place for one in findings),
        *(one.place for one in causes),
        *(one.place for one in repeated),
    ]
    asked = frozenset(block for place in places for block in place.blocks)
    steps = next_steps(opened.zones, asked, document.force, document.published)
    taken = asked | {block for step in steps for block in step.place.blocks}
    steps_told = frozenset(step.what for step in steps)
    look_alikes = LookAlikes(document.kind, document.force, document.published, asked, steps_told)
    counts = _counts(opened)
    own = tuple(count for count in counts if not _of_earlier(count, opened))
    stated = counts if document.kind is DocumentKind.REVIEW else own
    return Draft(
        document=document,
        findings=findings,
        causes=causes,
        deadlines=(*steps, *_statutory(opened)),
        stated=stated,
        not_taken=_in_order([*look_alikes.find(opened.zones), *repeated]),
        problems=(
            *reader_remarks(opened.reading),
            *report_problems(document, findings, causes, own),
            *unread_headings(opened.zones, taken),
            *open_problems(again),
            *second_findings(findings),
            *answers_inside(opened.passages),
            *anachronisms(document.published, mentions(_told(opened, asked))),
            *_no_statutory_step(opened),
        ),
    )


def _told(opened: Opened, asked: frozenset[int]) -> list[Passage]:
    """What the document tells: a day by which somebody should act is not told as past."""
    return [one for one in opened.passages if asked.isdisjoint(one.place.blocks)]


def _to_all_partners(finding: Finding, force: str) -> Finding:
    """A joint inspection's finding that names no police is for all who are addressed."""
    names_police = force.lower() in finding.whole.lower() or is_police(finding.whole)
    if finding.addressee.words not in {"", force} or names_police:
        return finding
    return replace(finding, addressee=replace(finding.addressee, words=PARTNERSHIP))


def _statutory(opened: Opened) -> tuple[ProposedDeadline, ...]:
    """The commissioner's duty, which only the inspectors' own report starts by itself."""
    if opened.document.joint or made_elsewhere(opened.passages):
        return ()
    return (statutory_step(opened.document.published, Place(None, 1)),)


def _no_statutory_step(opened: Opened) -> list[Problem]:
    """Why the commissioner's duty is not started, where it is not."""
    if opened.document.joint:
        return [Problem(JOINT)]
    return [Problem(MADE_ELSEWHERE)] if made_elsewhere(opened.passages) else []


def _without_findings(opened: Opened) -> Draft:
    document = opened.document
    look_alikes = LookAlikes(document.kind, document.force, document.published, frozenset())
    return Draft(
        document=document,
        not_taken=tuple(look_alikes.find(opened.zones)),
        problems=(
            *reader_remarks(opened.reading),
            *anachronisms(document.dated, mentions(opened.passages)),
            *([Problem(NOTHING_ANNOUNCED)] if document.kind is DocumentKind.OTHER else []),
        ),
    )


def _repeat(rough: Rough, twin: Rough, document: DraftDocument) -> NotTaken:
    finding = finished(rough, 0, document.force, document.published)
    place = twin.stem[0].place
    where = f"page {place.page}, line {place.line}" if place.page else f"line {place.line}"
    is_summary = rough.kind is FindingKind.CAUSE_OF_CONCERN and rough.text != twin.text
    why = (SUMMED if is_summary else REPEATED).format(where=where)
    return NotTaken(rough.text, why, finding.place, finding)


def _restated(finding: Finding, became: str) -> NotTaken:
    return NotTaken(finding.text, WHY.format(became=became), finding.place, finding)


def _in_order(found: list[NotTaken]) -> tuple[NotTaken, ...]:
    return tuple(sorted(found, key=lambda one: one.place.blocks[:1]))


def _of_earlier(count: StatedCount, opened: Opened) -> bool:
    """Whether the sentence that states a count speaks of an earlier inspection or report.

    In a review it may be a sentence before it: "In May 2024 we inspected the force. We made six".
    """
    for one in opened.passages:
        if count.place.blocks == one.place.blocks:
            told = sentences(one.printed)
            at = next((at for at, each in enumerate(told) if count.words in each), 0)
            if opened.document.kind is DocumentKind.REVIEW:
                return any(
                    form.search(each) for each in told[: at + 1] for form in (_EARLIER, _FIRST)
                )
            return bool(_EARLIER.search(told[at]))
    return False


def _counts(opened: Opened) -> tuple[StatedCount, ...]:
    """The counts a report states outside what it reprints of earlier reports."""
    earlier = {
        block
        for zone in opened.zones
        if zone.role is Role.EARLIER
        for one in zone.passages
        for block in one.place.blocks
    }
    return tuple(
        count for count in stated_counts(opened.passages) if earlier.isdisjoint(count.place.blocks)
    )
