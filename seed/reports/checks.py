"""What a report's editor should look at before saving: counts, addressees, missing days."""

import re
from collections.abc import Iterable, Sequence

from seed.documents.blocks import Reading
from seed.draft import Cause, DraftDocument, Finding, FindingKind, Problem, StatedCount
from seed.passages.headings import Role
from seed.passages.passage import Passage
from seed.passages.sentences import sentences
from seed.reports.openings import opens_strongly, recommends
from seed.reports.zones import Zone
from store.dates import When

_OF_FINDINGS = re.compile(
    r"\b(?:causes? (?:of|for) concern|areas? (?:for|of|requiring) improvement|AFIs?"
    r"|recommend(?:ations?|ed))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:accepted action|management response|(?:force|police|constabulary|organisation)['’]?s?"
    r" response)\b|do you accept (?:the|this) recommendation\b",
    re.IGNORECASE,
)
NOTHING_ANNOUNCED = (
    "Nothing in this document announces findings; if it should, paste the part that holds them."
)


JOINT = (
    "This is a joint inspection of several agencies. Whether the commissioner must comment on it "
    "within 56 days is not plain from section 55 of the Police Act 1996, so that clock is not "
    "started: if comments are due, start it for the inspection, with the reason."
)

_OTHERS = re.compile(
    r"\b(?:internal audit|IOPC|Independent Office for Police Conduct|Information Commissioner\w*"
    r"|ICO|coroner|select committee|house of commons|domestic homicide review"
    r"|safeguarding (?:practice|adults) review)\b",
    re.IGNORECASE,
)
_INSPECTORS = re.compile(r"\bHMIC\w*|\binspect(?:orate|ors) of constabulary\b", re.IGNORECASE)
_FRONT = 30  # passages
MADE_ELSEWHERE = (
    "Another body than the inspectors of constabulary seems to have made this report. Section 55"
    " of the Police Act 1996 is about theirs, so the 56 days are not started: if comments are due, "
    "start that clock for the inspection, with the reason."
)


def made_elsewhere(passages: Sequence[Passage]) -> bool:
    """Whether an auditor, the IOPC, a coroner or the like made the report, and no inspector."""
    front = [one.printed for one in passages[:_FRONT]]
    others = any(_OTHERS.search(line) for line in front)
    return others and not any(_INSPECTORS.search(line) for line in front)


def reader_remarks(reading: Reading) -> list[Problem]:
    """What the reader of the file remarked: a scan, an encoding guessed, text left out."""
    return [Problem(one.sentence, one.page, one.line) for one in reading.remarks]


def report_problems(
    document: DraftDocument,
    findings: Sequence[Finding],
    causes: Sequence[Cause],
    stated: Sequence[StatedCount],
) -> list[Problem]:
    """What the editor should look at before saving a report's findings."""
    found = [problem for count in stated if (problem := counted_otherwise(count, findings, causes))]
    found += [
        Problem(
            f"Nothing in the text says to whom finding {finding.order} speaks; please choose.",
            finding.place.page,
            finding.place.line,
        )
        for finding in findings
        if not finding.addressee.words
    ]
    if not findings and not causes:
        found.append(Problem("No finding was found; see what was not taken, or paste its text."))
    if document.published.exact is None:
        found.append(no_day(document.published))
    return found


def unread_headings(zones: Iterable[Zone], taken: frozenset[int]) -> list[Problem]:
    """Headings that speak of findings, right below which nothing was taken, so that it is said."""
    return [
        Problem(
            f"The heading “{zone.heading.printed[:90]}” speaks of findings, and what stands "
            "right below it was not taken; please look.",
            zone.heading.place.page,
            zone.heading.place.line,
        )
        for zone in zones
        if zone.heading is not None
        and zone.passages
        and zone.role is Role.NARRATIVE
        and _OF_FINDINGS.search(zone.heading.printed)
        and taken.isdisjoint(zone.passages[0].place.blocks)
    ]


def answers_inside(passages: Sequence[Passage]) -> list[Problem]:
    """A sentence where a report prints answers to its own recommendations, which are not read."""
    first = next((one for one in passages if _ANSWERS.match(one.printed)), None)
    if first is None:
        return []
    return [
        Problem(
            f"The document also gives answers (“{first.printed[:70].rstrip()}”); they were not "
            "read: enter them beside their recommendations by hand.",
            first.place.page,
            first.place.line,
        )
    ]


def second_findings(findings: Sequence[Finding]) -> list[Problem]:
    """Findings in whose words a later sentence opens like another one, as lost breaks make them."""
    return [
        Problem(
            f"Inside finding {finding.order} a sentence opens like another finding (“"
            f"{second[:70].rstrip()}…”); split it if it is one.",
            finding.place.page,
            finding.place.line,
        )
        for finding in findings
        for second in sentences(finding.text)[1:]
        if opens_strongly(second)
    ]


def no_day(published: When) -> Problem:
    """What a report that does not give its day leaves open."""
    if published.words:
        return Problem(
            f"The report gives only “{published.words}” as its date; the 56 days and all other"
            " clocks are a range until the day is known."
        )
    return Problem("The report bears no publication date; no clock can start until it is given.")


def counted_otherwise(
    count: StatedCount, findings: Sequence[Finding], causes: Sequence[Cause]
) -> Problem | None:
    """A sentence where the document's own count and the findings found differ."""
    alike = [finding for finding in findings if finding.kind is count.kind]
    number = len(causes) if count.kind is FindingKind.CAUSE_OF_CONCERN else len(alike)
    if number == count.number:
        return None
    sentence = f"The document says “{count.words}”; {number} found."
    sentence += opening_remark(count.number, [finding.text for finding in alike])
    return Problem(sentence, count.place.page, count.place.line)


def opening_remark(stated: int, texts: Sequence[str]) -> str:
    """The likely cause of a miscount: only those that begin "We recommend" were counted."""
    opening = sum(recommends(text) for text in texts)
    if opening != stated or opening == len(texts):
        return ""
    return f" Exactly {opening} of the {len(texts)} begin with “We recommend” or the like."
