"""Earlier findings that a revisit prints again with what became of them: "Met", "Not met"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from seed.draft import Finding, FindingKind, Problem
from seed.passages.heading_shapes import is_on_findings, says_what_became
from seed.passages.headings import Role
from seed.passages.passage import Passage
from seed.passages.sentences import sentences
from seed.reports.findings import belongs
from seed.reports.rough import Rough
from seed.reports.zones import Zone

WHY = "it restates an earlier finding, of which the document says “{became}”"
_BY_ITS_OWN = "restated with its recommendations"
_OPEN = re.compile(r"\b(?:not|partly|partially|largely|mostly|remains|still|open)\b", re.I)


def without_restated(
    roughs: Sequence[Rough], zones: Iterable[Zone]
) -> tuple[list[Rough], list[tuple[Rough, str]]]:
    """The new findings, and those of which what follows says what became of them."""
    said = _said_after(roughs, zones)
    told = [(rough, _became(said[at]) or _by_itself(rough)) for at, rough in enumerate(roughs)]
    told = [(rough, became or _of_its_own(rough, told)) for rough, became in told]
    new = [one for one, became in told if not became and one.zone.role is not Role.EARLIER]
    return new, [(rough, became) for rough, became in told if became]


def _said_after(roughs: Sequence[Rough], zones: Iterable[Zone]) -> list[list[Passage]]:
    """What stands after each finding up to the next finding, or to a heading that is no status."""
    ordered = [one for zone in zones for one in _printed(zone)]
    starts = {id(rough.stem[0]) for rough in roughs}
    after = {id(one): at + 1 for at, one in enumerate(ordered)}
    return [list(_until_next(ordered[after[id(rough.passages[-1])] :], starts)) for rough in roughs]


def _until_next(following: Iterable[Passage], starts: set[int]) -> Iterator[Passage]:
    for one in following:
        goes_on = bool(says_what_became(one.printed)) or is_on_findings(one.printed)
        if id(one) in starts or (one.heading and not goes_on):
            return
        yield one


def _became(said: Sequence[Passage]) -> str:
    """What became of a finding, by the line right below it or a sentence further down."""
    if said and says_what_became(said[0].printed):
        return says_what_became(said[0].printed)
    told = (says_what_became(each) for one in said for each in sentences(one.printed))
    return next((became for became in told if became), "")


def _by_itself(rough: Rough) -> str:
    """What a later sentence of the same paragraph says became of it."""
    told = (says_what_became(each) for each in sentences(rough.text)[1:])
    return next((became for became in told if became), "")


def _of_its_own(cause: Rough, told: Sequence[tuple[Rough, str]]) -> str:
    """For a cause of concern whose first recommendation is restated: that it is so with it."""
    if cause.kind is not FindingKind.CAUSE_OF_CONCERN:
        return ""
    below = [
        became
        for rough, became in told
        if belongs(rough, cause) and rough.stem[0].place.blocks > cause.stem[0].place.blocks
    ]
    return _BY_ITS_OWN if below and below[0] else ""


def _printed(zone: Zone) -> list[Passage]:
    return [zone.heading, *zone.passages] if zone.heading else zone.passages


def open_problems(restated: Iterable[tuple[Finding, str]]) -> list[Problem]:
    """A sentence for each restated finding that is not done with, so that it is not forgotten."""
    return [
        Problem(
            f"The document restates “{finding.text[:80].rstrip()}” and says “{became}” of it; it "
            "was not taken as a new finding. Take it if the tracker does not hold it.",
            finding.place.page,
            finding.place.line,
        )
        for finding, became in restated
        if _OPEN.search(became)
    ]
