"""Earlier findings that a revisit prints again with what became of them: "Met", "Not met"."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from seed.draft import Finding, Problem
from seed.passages.heading_shapes import says_what_became
from seed.passages.passage import Passage
from seed.reports.findings import Rough
from seed.reports.zones import Zone

WHY = "it restates an earlier finding, of which the document says “{became}”"
_OPEN = re.compile(r"\b(?:not|partly|partially|largely|mostly|remains|still|open)\b", re.I)


def without_restated(
    roughs: Sequence[Rough], zones: Iterable[Zone]
) -> tuple[list[Rough], list[tuple[Rough, str]]]:
    """The new findings, and those with a line right below that says what became of them."""
    following = _following(zones)
    new: list[Rough] = []
    restated: list[tuple[Rough, str]] = []
    for rough in roughs:
        below = following.get(rough.passages[-1].place.blocks[-1])
        became = says_what_became(below.printed) if below else ""
        if became:
            restated.append((rough, became))
        else:
            new.append(rough)
    return new, restated


def _following(zones: Iterable[Zone]) -> dict[int, Passage]:
    """Each passage by the last block of the one before it."""
    ordered = [one for zone in zones for one in _printed(zone)]
    return {before.place.blocks[-1]: after for before, after in pairwise(ordered)}


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
