"""Sentences that look like findings and are not, each with the reason it is not taken."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from seed.draft import DocumentKind, Finding, FindingKind, NotTaken, Part, Place
from seed.passages.headings import ANNOUNCES_FINDINGS, Role
from seed.passages.passage import Passage, place_of
from seed.passages.sentences import sentences
from seed.reports.addressees import addressee, subject
from seed.reports.bodies import names_a_body
from seed.reports.findings import KIND_OF_ROLE
from seed.reports.openings import introduces_areas, recommends, says_should, wants_parts
from seed.reports.timing import timescale
from seed.reports.zones import Zone, is_numbered
from store.dates import When

BOARD = "it asks a board to note or agree; a board's own resolution is no inspection finding"
EARLIER = "it restates a finding of an earlier inspection"
BECAME = "it tells what became of an earlier finding; say so on that finding's own record"
HEADING = "it is a heading; the finding, if there is one, stands below it"
BELOW = "it stands below a finding and was read as what explains it"
ELSEWHERE = "it speaks of a recommendation made elsewhere"
NARRATIVE = "it is narrative: no heading, name or opening marks it as a finding"
PRACTICE = "it describes practice, or speaks to others about it"
STEP = "it stands under next steps, and no day or period was read in it"
ANOTHER = "it is a heading below several areas and may be one more; nothing marks it as one"
SUMMARY = "it is a list in a summary, not findings with a heading of their own"
UNCLEAR = "it stands under a findings heading but asks nobody to act"
NAMED = "it bears the name of a finding, but no number or heading makes it one of this document"
SUMMED = "it sums up the cause of concern that is taken from {where}"
REPEATED = "the same text is taken from {where}"

_ASKS_BOARD = re.compile(
    r"\b(?:board|panel|committee|members?|cabinet|authority)(?:,? (?:is|are))?"
    r" (?:recommended|asked|invited|requested) to\b"
    r"|\brecommended that (?:the )?(?:board|panel|committee|members)\b"
    r"|^that (?:the )?(?:board|panel|committee|members)\b"
    r"|^resolved\b|\b(?:members|board|panel|committee|cabinet|it was) resolved\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:made|makes|make) (?:a|an|one|several|some|similar) (?:\w+ )?recommendations?\b"
    r"|\brecommended (?:that|to)\b|\bwe recommended\b|\b(?:asks|asked)\b[^.:]{0,60} to recommend\b"
    r"|\brecommendations? (?:from|in|of) (?:our|the|an(?:other)?|its|previous)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:(?i:the|this|each|every|all|other|some)(?: \w+)? )?"
    r"(?:[Ff]orces?|police|constabulary|council|[Cc]hief constables?|[Cc]hief officers|Home Office"
    r"|Department (?:for|of) [A-Z]\w+|College of Policing|[Pp]olice and crime commissioners?"
    r"|(?:[A-Z][a-z]+ ){1,5}(?:Police|Constabulary)|commissioner|panel|partnership)"
)
_BODY_SHOULD = re.compile(
    rf"(?:^|\b){_BODY}(?: also| therefore| still)? (?:should|must|needs? to)\b"
)
_SHOULD_HAVE = re.compile(r"\bshould (?:\w+ )?(?:have|be (?:able|proud|commended))\b")
_QUOTED = re.compile(r"\bwe recommend that\b", re.IGNORECASE)
_ANY_RECOMMENDING = re.compile(r"\brecommend(?:s|ed|ing)?\b(?! to (?:you|others))", re.IGNORECASE)

_ASKS_YOU = re.compile(
    r"\b(?:ask|asked|expect|require|invite|request)(?: that)? you\b|\bplease (?:send|write|let|give"
    r"|provide|submit)\b|\byou are under a duty\b",
    re.IGNORECASE,
)
_FINDINGS = r"(?:causes? of concern|recommendations?|areas? for improvement|AFIs?)"
_CLOSES = re.compile(
    rf"\b(?:closed?|closing|discharged?|removed?|withdrawn) (?:\w+ ){{0,4}}{_FINDINGS}\b"
    rf"|\b{_FINDINGS}\b[^.]{{0,80}}\b(?:closed|discharged|(?:is|are|was|were|been) (?:now )?"
    r"(?:complete|met)|(?:stays?|remains?) open)\b",
    re.IGNORECASE,
)
_WE_WANT = re.compile(
    r"\bwe (?:would )?(?:expect|require|urge|ask|want|invite|encourage|like|call on|look to)\b"
    r"[^.:;]{2,90}?\bto\b",
    re.IGNORECASE,
)
_IS_ASKED = re.compile(
    r"\b(?:is|are) (?:asked|invited|expected|required|urged|encouraged|to (?:make|ensure|review))\b"
    r"|\bit is (?:essential|vital|important|imperative|critical|necessary) (?:that|for)\b"
    r"|\b(?:could|can|has to|have to|will need to|would benefit)\b",
    re.IGNORECASE,
)
_ANY_SHOULD = re.compile(r"\b(?:should|must)\b(?! have\b)")

_OF_KIND = {
    DocumentKind.MINUTES: "the document is minutes: it reports what was said of findings",
    DocumentKind.BOARD_PAPER: "the document is a board paper: it tells of findings made elsewhere",
    DocumentKind.OTHER: "the document is no report or letter: nothing in it announces findings",
}

_WHY_IN = {Role.EARLIER: EARLIER, Role.PRACTICE: PRACTICE}


def _asks_a_body(sentence: str) -> bool:
    """Whether a sentence says that a body should act, not that somebody should have acted."""
    if not says_should(sentence) or _SHOULD_HAVE.search(sentence):
        return False
    return names_a_body(subject(sentence))


def _by_its_mark(one: Passage, sentence: str) -> str:
    """Why a sentence is listed for its name or number, though it speaks to no body."""
    if one.named and says_should(sentence):
        return NAMED
    alone = one.dotted and len(sentences(one.text)) == 1
    return NARRATIVE if alone and _ANY_SHOULD.search(sentence) else ""


def _may_ask(sentence: str) -> bool:
    """Whether a sentence of a paper that holds no findings speaks of one, or asks for something."""
    wanted = (_ANY_SHOULD, _WE_WANT) if names_a_body(sentence) else (_ANY_SHOULD,)
    forms = (_ANY_RECOMMENDING, _ASKS_YOU, *wanted)
    return any(form.search(sentence) for form in forms)


def _what_became(sentence: str) -> str:
    return BECAME if _CLOSES.search(sentence) else ""


def _is_statement(head: Passage) -> bool:
    """Whether a heading is long enough to be an area's own sentence: "Too few victims are told"."""
    return len(head.text.split()) > 5 and not says_should(head.text) and "?" not in head.text


def _continues(zone: Zone) -> bool:
    """Whether a zone may still belong to the areas above it: its heading is such a sentence."""
    head = zone.heading
    return head is not None and zone.role is Role.NARRATIVE and _is_statement(head)


class LookAlikes:
    """Finds what is not taken in one document; knows its kind, its force and what was taken."""

    def __init__(
        self,
        kind: DocumentKind,
        force: str,
        published: When,
        taken: frozenset[int],
        steps: frozenset[str] = frozenset(),
    ) -> None:
        self.kind = kind
        self.force = force
        self.published = published
        self.taken = taken
        self.steps = steps

    def find(self, zones: Sequence[Zone]) -> list[NotTaken]:
        """Everything that looks like a finding, in document order."""
        before = [Zone(Role.NARRATIVE), *zones]
        return [
            found
            for index, zone in enumerate(zones)
            for found in (*self._another_area(zone, before[: index + 1]), *self._in_zone(zone))
        ]

    def _another_area(self, zone: Zone, before: Sequence[Zone]) -> Iterator[NotTaken]:
        """A heading that reads like one more of the areas above it, and is not marked as one."""
        head = zone.heading
        if head is None or zone.role is not Role.NARRATIVE or not _is_statement(head):
            return
        if is_numbered(head):
            return
        above = next((one for one in reversed(before) if not _continues(one)), before[0])
        if above.is_plural and above.role in ANNOUNCES_FINDINGS and not self._is_taken(head):
            found = self._not_taken(head.text, ANOTHER, [head], zone)
            as_area = (
                replace(found.finding, kind=KIND_OF_ROLE[above.role]) if found.finding else None
            )
            yield replace(found, finding=as_area)

    def _in_zone(self, zone: Zone) -> Iterator[NotTaken]:
        head = zone.heading
        if head and not self._is_taken(head) and zone.role is Role.NARRATIVE:
            why = BOARD if _ASKS_BOARD.search(head.text) else HEADING
            if says_should(head.text) or self._why_not(head.text, zone):
                yield self._not_taken(head.text, why, [head], zone)
        for index, one in enumerate(zone.passages):
            if not self._is_taken(one):
                yield from self._in_passage(one, zone, zone.passages[index + 1 :])

    def _opens_zone(self, one: Passage, zone: Zone) -> bool:
        """Whether it stands first under a heading that announces recommendations."""
        return zone.role is Role.RECOMMENDATION and one is zone.passages[0]

    def _in_passage(self, one: Passage, zone: Zone, after: Sequence[Passage]) -> Iterator[NotTaken]:
        if introduces_areas(one.text):
            bullets = self._bullets(after)
            yield self._not_taken(one.text, SUMMARY, [one, *bullets], zone)
            return
        if self._opens_zone(one, zone) and self.kind not in _OF_KIND:
            yield self._not_taken(one.text, UNCLEAR, [one], zone)
            return
        for sentence in sentences(one.text):
            why = self._why_not(sentence, zone)
            why = why or _by_its_mark(one, sentence)
            if why and sentence not in self.steps:
                parts = self._parts(one, after) if one.text.endswith(sentence) else []
                yield self._not_taken(sentence, why, [one, *parts], zone)

    def _bullets(self, after: Sequence[Passage]) -> list[Passage]:
        return list(takewhile(lambda one: one.item, after))

    def _parts(self, stem: Passage, after: Sequence[Passage]) -> list[Passage]:
        """The bullets that complete a sentence which ends as a stem."""
        if not wants_parts(stem.text):
            return []
        below = self._bullets(after)
        return list(takewhile(lambda one: not stem.item or one.level > stem.level, below))

    def _why_not(self, sentence: str, zone: Zone) -> str:
        """The reason a sentence is not a finding; "" where it does not even look like one."""
        if _ASKS_BOARD.search(sentence):
            return BOARD
        asks = bool(_BODY_SHOULD.search(sentence) or _QUOTED.search(sentence))
        asks = asks or recommends(sentence)
        if self.kind in _OF_KIND:
            looks_like_one = asks or _may_ask(sentence)
            return _OF_KIND[self.kind] if looks_like_one else _what_became(sentence)
        if _ELSEWHERE.search(sentence):
            return ELSEWHERE
        in_role = _WHY_IN.get(zone.role)
        if in_role and (asks or says_should(sentence)):
            return in_role
        if zone.role is Role.NEXT_STEPS and (asks or _ANY_SHOULD.search(sentence)):
            return STEP
        if asks or (_WE_WANT.search(sentence) and names_a_body(sentence)):
            return NARRATIVE
        return _what_became(sentence) or self._below(sentence, zone)

    def _below(self, sentence: str, zone: Zone) -> str:
        """Why a sentence below a finding, that asks less plainly than one, is none itself."""
        if zone.role not in ANNOUNCES_FINDINGS:
            return ""
        asked = zone.role is Role.RECOMMENDATION and _IS_ASKED.search(sentence)
        return BELOW if asked or _asks_a_body(sentence) else ""

    def _is_taken(self, one: Passage) -> bool:
        return not self.taken.isdisjoint(one.place.blocks)

    def _not_taken(self, text: str, why: str, passages: Sequence[Passage], zone: Zone) -> NotTaken:
        place = place_of(passages)
        return NotTaken(text, why, place, self._as_finding(text, passages[1:], place, zone))

    def _as_finding(
        self, text: str, bullets: Sequence[Passage], place: Place, zone: Zone
    ) -> Finding:
        """The finding it would be, should the editor decide to take it."""
        timed = timescale(text, self.published)
        return Finding(
            kind=FindingKind.RECOMMENDATION,
            order=0,
            text=text,
            place=place,
            parts=tuple(
                Part(f"{chr(ord('a') + index % 26)})", one.text, one.place)
                for index, one in enumerate(bullets)
            ),
            section=zone.section,
            heading=zone.above,
            addressee=addressee(text, force=self.force),
            timescale=timed[0] if timed else "",
            due=timed[1] if timed else None,
        )
