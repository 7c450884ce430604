"""The report's own next steps as deadlines: updates, action plans, revisits, written statements."""

import re
from collections.abc import Iterable, Iterator

from seed.draft import Place, ProposedDeadline
from seed.passages.headings import Role
from seed.passages.passage import Passage
from seed.passages.sentences import sentences
from seed.reports.addressees import subject
from seed.reports.bodies import FORCE_WORDS, names_a_body
from seed.reports.timing import timescale
from seed.reports.zones import Zone
from store.clocks import Rule, RuleKind, due
from store.dates import When

INSPECTORATE = "the inspectorate"
COMMISSIONER = "police and crime commissioner"

_INSPECTORS_WILL = re.compile(
    r"\b(?:we|HMIC\w*|inspectors|the inspectorate|ofsted)\b[^.]{0,30}? (?:will|intend to"
    r"|plan to)\b",
    re.IGNORECASE,
)
_THEY_ASK = re.compile(
    r"\bwe (?:require|expect|ask|have asked|want|will expect)\b(?P<what>[^.]*)", re.IGNORECASE
)
_CONDITION = re.compile(r"^(subject to|provided that|depending on|if) [^,]*", re.IGNORECASE)
_SENDS = re.compile(
    r"\b(?:action plan|update|written statement|statement of action|write to|submit|send|provide"
    r"|report back|respond|response|revisit|return)\b",
    re.IGNORECASE,
)
_FROM_PUBLICATION = re.compile(
    r"\bpublication of this report|\bof (?:publishing )?this report\b", re.IGNORECASE
)
_COME_BACK = re.compile(
    r"\b(?:we|inspectors|HMIC\w*) will (?:re-?visit|return|re-?inspect)\b", re.I
)
_ASKS_READER = re.compile(
    r"\bplease\b|\bgrateful if you\b|\b(?:ask|expect|require|want|invite) you to\b", re.IGNORECASE
)
_OTHERS = "those to whom"


def next_steps(
    zones: Iterable[Zone], taken: frozenset[int], force: str, published: When
) -> list[ProposedDeadline]:
    """Every dated step that the report asks for or promises outside its findings."""
    return [
        step
        for zone in zones
        for one in zone.passages
        if taken.isdisjoint(one.place.blocks) and _may_hold_steps(zone, one)
        for step in _steps(one, force, published)
    ]


def _may_hold_steps(zone: Zone, one: Passage) -> bool:
    if zone.role is Role.NEXT_STEPS:
        return True
    if zone.role in {Role.EARLIER, Role.PRACTICE, Role.BACK}:
        return False
    asked = _FROM_PUBLICATION.search(one.text) and _SENDS.search(one.text)
    asks_reader = _ASKS_READER.search(one.text) and _SENDS.search(one.text)
    return bool(asked or asks_reader or _COME_BACK.search(one.text))


def _steps(one: Passage, force: str, published: When) -> Iterator[ProposedDeadline]:
    for sentence in sentences(one.text):
        timed = timescale(sentence, published)
        if timed:
            condition = _CONDITION.match(sentence)
            yield ProposedDeadline(
                what=sentence,
                owner=_owner(sentence, force),
                words=timed[0],
                due=timed[1],
                place=one.place,
                condition=condition.group(0) if condition else "",
            )


def _owner(sentence: str, force: str) -> str:
    """Whose step it is: who should, whom the inspectors ask, or the inspectors themselves."""
    if _ASKS_READER.search(sentence):
        return force
    asked = _THEY_ASK.search(sentence)
    if asked:
        return force if names_a_body(asked.group("what")) else ""
    if _INSPECTORS_WILL.search(sentence):
        return INSPECTORATE
    who = subject(sentence)
    if who.lower().removeprefix("the ") in FORCE_WORDS:
        return force
    if who.lower().startswith(_OTHERS):
        return "everybody addressed"
    return who.removeprefix("The ").removeprefix("the ") if names_a_body(who) else ""


def statutory_step(published: When, place: Place) -> ProposedDeadline:
    """The commissioner's 56 days (Police Act 1996 s.55(5A)), which every report starts."""
    clock = due(Rule(RuleKind.S55_56), published, "56 days beginning with the day of publication")
    return ProposedDeadline(
        what="Publish comments on the report, with the chief constable's and a response to those",
        owner=COMMISSIONER,
        words=clock.words,
        due=clock,
        place=place,
    )
