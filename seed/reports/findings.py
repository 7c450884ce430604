"""Zones into findings: each stem with its parts, its section, addressee and timescale."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from seed.draft import Addressee, Cause, Finding, FindingKind, Part
from seed.passages.heading_shapes import said_below
from seed.passages.headings import ANNOUNCES_FINDINGS, Role
from seed.passages.passage import Passage, place_of
from seed.reports.addressees import addressee, subject
from seed.reports.bodies import names_an_organisation
from seed.reports.by_body import by_body
from seed.reports.front_matter import stated_counts
from seed.reports.openings import (
    addressed_behind,
    asks_somebody,
    carries_on,
    introduces_areas,
    opens_strongly,
    says_should,
    wants_parts,
)
from seed.reports.parts import inline_parts
from seed.reports.rough import Rough
from seed.reports.timing import timescale
from seed.reports.zones import Zone
from store.clocks import Due
from store.dates import When

_MORE_TO_COME = re.compile(r"(?:[;,]|\b(?:and|or))\s*$")
KIND_OF_ROLE = {
    Role.RECOMMENDATION: FindingKind.RECOMMENDATION,
    Role.CAUSE: FindingKind.CAUSE_OF_CONCERN,
    Role.AREA: FindingKind.AREA_FOR_IMPROVEMENT,
    Role.STILL: FindingKind.AREA_STILL,
    Role.PRIORITY: FindingKind.PRIORITY_ACTION,
}


def rough_findings(zones: Iterable[Zone]) -> list[Rough]:
    """All findings of a document in order, causes of concern and earlier ones among them."""
    found: list[Rough] = []
    for zone in zones:
        if zone.role in ANNOUNCES_FINDINGS:
            found.extend(_in_findings_zone(zone))
        elif zone.role in {Role.NARRATIVE, Role.PRACTICE, Role.EARLIER}:
            found.extend(_in_narrative(zone))
    return by_body(found)


def _in_findings_zone(zone: Zone) -> list[Rough]:
    found: list[Rough] = []
    closed = False
    for one in zone.passages[_summary_length(zone) :]:
        last = found[-1] if found else None
        if last is None and _only_counts(one):
            continue
        if last and _is_said_below(one, last):
            continue
        if last and not closed and _is_part(one, last):
            last.parts.append(one)
        elif _starts(one, zone, last):
            found.append(_started(one, zone, last))
            closed = False
        elif last and not closed and not last.parts and carries_on(one.text):
            last.stem.append(one)
        else:
            closed = last is not None
    return found


def _only_counts(one: Passage) -> bool:
    """Whether it only says how many follow: "We have identified two causes of concern"."""
    return bool(stated_counts([one])) and not asks_somebody(one.text)


def _summary_length(zone: Zone) -> int:
    """How many passages a mere list opens a zone with: its intro and bullets that ask nobody."""
    if not zone.passages or not introduces_areas(zone.passages[0].text):
        return 0
    length = 1
    for one in zone.passages[1:]:
        if not one.item or asks_somebody(one.text):
            break
        length += 1
    return length


def _starts(one: Passage, zone: Zone, last: Rough | None) -> bool:
    if opens_strongly(one.text) or one.named:
        return True
    if zone.role is Role.RECOMMENDATION:
        if last is None:
            return bool(zone.number or one.label or one.item) or asks_somebody(one.text)
        alone = bool(zone.number) and not last.stem[0].named
        listed = (one.item or bool(one.label)) and not one.lettered
        return not alone and (listed or _asks_a_body(one))
    if zone.role is Role.CAUSE:
        return last is None or _goes_with(one, last)
    listed = bool(one.label) or one.heading or (one.item and last is not None and last.stem[0].item)
    return last is None or listed or (zone.is_plural and _asks_a_body(one))


def _goes_with(one: Passage, last: Rough) -> bool:
    """Whether a paragraph asks for more below the first recommendation of a cause of concern."""
    if last.kind is not FindingKind.RECOMMENDATION or not _asks_a_body(one):
        return False
    return _is_next(one, last) or timescale(one.text, When()) is not None


def _asks_a_body(one: Passage) -> bool:
    """Whether a paragraph without any mark says that a body should act."""
    return not one.heading and says_should(one.text) and names_an_organisation(subject(one.text))


def _started(one: Passage, zone: Zone, last: Rough | None) -> Rough:
    kind = one.named or KIND_OF_ROLE[zone.role]
    if zone.role is Role.CAUSE and last and (opens_strongly(one.text) or says_should(one.text)):
        kind = FindingKind.RECOMMENDATION
    number = one.number or (zone.number if last is None else "")
    return Rough(kind, zone, [one], number=number or _own_number(one))


def _own_number(one: Passage) -> str:
    return one.label.strip("().") if one.dotted else ""


def _is_part(one: Passage, last: Rough) -> bool:
    """Whether a passage completes the stem before it."""
    if opens_strongly(one.text) or one.named or _is_next_in_number(one, last.stem[0]):
        return False
    stem = last.stem[-1]
    deeper = one.level > stem.level or one.label != stem.label or not stem.item
    if last.parts:
        return (one.item and _goes_on(one, last.parts[-1], deeper=deeper)) or (
            _runs_on(one, last.parts[-1])
        )
    if not wants_parts(stem.text):
        return one.lettered and not last.stem[0].lettered
    return (one.item and deeper) or one.text[:1].islower()


def _runs_on(one: Passage, before: Passage) -> bool:
    """Whether a paragraph without any mark carries on a list of such paragraphs."""
    plain = not (one.item or one.label or before.item or before.label)
    return plain and one.text[:1].islower() and bool(_MORE_TO_COME.search(before.text))


def _is_next_in_number(one: Passage, stem: Passage) -> bool:
    """Whether a numbered passage carries on the numbers of the findings, as 3. does after 2."""
    if not (one.dotted and stem.dotted):
        return False
    number, before = (re.findall(r"\d+", each.label) for each in (one, stem))
    return number[:-1] == before[:-1] and int(number[-1]) == int(before[-1]) + 1


def _goes_on(one: Passage, before: Passage, *, deeper: bool) -> bool:
    """Whether an item carries on the list that the part before it belongs to."""
    if one.dotted and not before.dotted:
        return False
    ended = before.text.rstrip().endswith(".") and not one.lettered
    if ended and says_should(one.text):
        return False
    alike = (one.level, bool(one.label)) == (before.level, bool(before.label))
    return deeper or (alike and (not ended or one.text[:1].islower()))


def _in_narrative(zone: Zone) -> list[Rough]:
    """Findings outside any announced zone: only those whose opening says it all."""
    found: list[Rough] = []
    for one in zone.passages:
        last = found[-1] if found else None
        if last and _is_next(one, last) and _is_said_below(one, last):
            continue
        if opens_strongly(one.text) or (one.named and one.number and says_should(one.text)):
            kind = one.named or FindingKind.RECOMMENDATION
            found.append(Rough(kind, zone, [one], number=one.number or _own_number(one)))
        elif last and _is_next(one, last) and _is_part(one, last):
            last.parts.append(one)
    return found


def _is_said_below(one: Passage, last: Rough) -> bool:
    """Whether a line only says by when or to whom the finding above it is; noted there."""
    said = said_below(one.printed)
    if said is None or said[0] in last.below:
        return False
    last.below[said[0]] = said[1]
    last.said.append(one)
    return True


def _is_next(one: Passage, last: Rough) -> bool:
    return 0 <= one.place.blocks[0] - last.passages[-1].place.blocks[-1] <= 1


def finished(rough: Rough, order: int, force: str, published: When) -> Finding:
    """A rough finding as the draft keeps it."""
    text, lettered = inline_parts(rough.text)
    place = place_of(rough.passages)
    timed = _timed(rough, published)
    words = timed[0] if timed else ""
    parts = [Part(label, part, place, words) for label, part in lettered]
    parts += [_part(one, index, words, published) for index, one in enumerate(rough.parts)]
    return Finding(
        kind=rough.kind,
        order=order,
        text=text,
        place=place,
        parts=tuple(parts),
        number=rough.number,
        section=rough.zone.section,
        heading=rough.zone.heading.printed if rough.zone.heading else "",
        addressee=_addressee(rough, force),
        timescale=words,
        due=timed[1] if timed else None,
    )


def _timed(rough: Rough, published: When) -> tuple[str, Due] | None:
    """The timescale of its own words, else of the line below it, else of the heading above."""
    below = rough.below.get("when", "")
    for words in (rough.text, below, rough.zone.timescale):
        timed = timescale(words, published)
        if timed:
            return timed
    bare = timescale(f"by {below}", published) if below else None
    return (below, bare[1]) if bare else None


def _part(one: Passage, index: int, inherited: str, published: When) -> Part:
    own = timescale(one.text, published)
    label = one.label if one.lettered or one.dotted else f"{chr(ord('a') + index % 26)})"
    return Part(label, one.text, one.place, own[0] if own else inherited)


def _addressee(rough: Rough, force: str) -> Addressee:
    if rough.kind in {FindingKind.AREA_STILL, FindingKind.CAUSE_OF_CONCERN}:
        return Addressee(force)
    behind = addressed_behind(rough.text)
    return addressee(
        rough.text, force=force, heading=rough.below.get("whom", behind or rough.zone.to)
    )


def causes_and_findings(
    roughs: Sequence[Rough], force: str, published: When
) -> tuple[tuple[Cause, ...], tuple[Finding, ...]]:
    """Causes of concern with the orders of their recommendations, and all other findings."""
    causes: list[tuple[Rough, list[int]]] = []
    findings: list[Finding] = []
    for rough in roughs:
        if rough.kind is FindingKind.CAUSE_OF_CONCERN:
            causes.append((rough, []))
            continue
        finding = finished(rough, len(findings) + 1, force, published)
        if causes and belongs(rough, causes[-1][0]):
            causes[-1][1].append(finding.order)
            finding = replace(finding, cause=len(causes))
        findings.append(finding)
    return tuple(
        _cause(order, rough, orders) for order, (rough, orders) in enumerate(causes, 1)
    ), tuple(findings)


def belongs(rough: Rough, cause: Rough) -> bool:
    """Whether a recommendation stands below a cause of concern."""
    return (
        rough.kind is FindingKind.RECOMMENDATION
        and rough.zone.section == cause.zone.section
        and rough.zone.above == cause.zone.above
    )


def _cause(order: int, rough: Rough, orders: Sequence[int]) -> Cause:
    place = place_of(rough.passages)
    text = " ".join(one.text for one in rough.passages)
    return Cause(order, text, place, rough.number, rough.zone.section, tuple(orders))
