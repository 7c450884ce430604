"""What the words of a status column mean on the axes of the tracker; what is unclear means none.

A sheet that says “closed” does not say who closed it, and closing takes two people: such a row is
submitted for sign-off, unless somebody says that the sheet means closed by the inspectorate.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from store.vocabulary import Axis, Delivery, Progress, Verdict

_INSPECTORATE = re.compile(r"\b(?:hmic\w*|inspectorate|inspectors|discharged|verified by)\b")
_BY_A_DAY = r"(?! by (?:the )?(?:end|\d|q\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
_ENDED = re.compile(
    r"^(?:closed?|complete[d]?|done|delivered|achieved|finished|yes|y|blue|b)\b" + _BY_A_DAY
)
_NOT_YET = re.compile(r"\bnot (?:yet )?(?:fully )?(?:implemented|embedded|closed|completed?)\b")
_MEANINGS: tuple[tuple[str, Axis, StrEnum], ...] = (
    (r"superseded|replaced by", Axis.INSPECTORATE, Verdict.SUPERSEDED),
    (r"no further action|nfa\b", Axis.INSPECTORATE, Verdict.NO_FURTHER_ACTION),
    (
        r"(?:awaiting|pending|submitted).*(?:hmic|inspectorate|verification|review)",
        Axis.INSPECTORATE,
        Verdict.AWAITING,
    ),
    (r"(?:with|for) (?:\S+ ){0,3}(?:verification|validation)", Axis.INSPECTORATE, Verdict.AWAITING),
    (
        r"(?:awaiting|pending|submitted|ready|proposed|recommended).*(?:clos|sign)",
        Axis.DELIVERY,
        Delivery.SUBMITTED,
    ),
    (r"implemented|embed|business as usual|bau\b", Axis.DELIVERY, Delivery.EMBEDDING),
    (
        r"(?:awaiting|pending) allocation|not allocated|unallocated|not (?:yet )?started",
        Axis.DELIVERY,
        Delivery.AWAITING_ALLOCATION,
    ),
    (
        r"in progress|in-progress|on[ -]?going|under ?way|on track|on target|off track|started"
        r"|partly|partial|delayed|at risk|overdue|in hand|on hold|progressing",
        Axis.DELIVERY,
        Delivery.IN_PROGRESS,
    ),
)
_PROGRESS = {
    Delivery.AWAITING_ALLOCATION: Progress.PLANNED,
    Delivery.IN_PROGRESS: Progress.IN_PROGRESS,
    Delivery.EMBEDDING: Progress.DONE,
    Delivery.SUBMITTED: Progress.DONE,
}
_OPEN = frozenset({"open", "new", "live", "active", "outstanding", "no", "not complete", "n"})
_STOPPED = re.compile(r"^(?:stopped|cancelled|withdrawn|no longer)\b")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A status on its axis; `ended` says that the sheet called it closed without saying by whom."""

    axis: Axis
    status: StrEnum
    ended: bool = False


def meaning_of(words: str, *, closed_by_inspectorate: bool = False) -> Meaning | None:
    """What a recommendation's status cell means; None where it says nothing new or is unclear."""
    plain = " ".join(words.casefold().split())
    if _ENDED.match(plain):
        if closed_by_inspectorate or _INSPECTORATE.search(plain):
            return Meaning(Axis.INSPECTORATE, Verdict.CLOSED)
        return Meaning(Axis.DELIVERY, Delivery.SUBMITTED, ended=True)
    if _NOT_YET.search(plain):
        return None
    for form, axis, status in _MEANINGS:
        if re.search(rf"\b(?:{form})", plain):
            return Meaning(axis, status)
    return None


def says_open(words: str) -> bool:
    """Whether a status says no more than that it is open, which every record is at first."""
    return words.strip().casefold() in _OPEN


def progress_of(words: str) -> Meaning | None:
    """What a status cell of an action means."""
    if _STOPPED.match(words.strip().casefold()):
        return Meaning(Axis.PROGRESS, Progress.STOPPED)
    found = meaning_of(words)
    if found is None or not isinstance(found.status, Delivery):
        return None
    return Meaning(Axis.PROGRESS, _PROGRESS[found.status])
