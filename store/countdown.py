"""How long is left, and how urgent that makes it; in words, for a given day."""

from datetime import date
from enum import StrEnum

from store.dates import say_short_day
from store.explanations import count_of_days
from store.reckoning import S55_DAYS, Due
from store.rules import RuleKind

SOON_DAYS = 28


class Rag(StrEnum):
    """How urgent something is, as one letter that prints without colour."""

    LATE = "R"
    SOON = "A"
    ON_TRACK = "G"
    CLOSED = "B"
    NO_DATE = "–"

    @property
    def word(self) -> str:
        """What the letter stands for."""
        return _WORDS[self]


_WORDS = {
    Rag.LATE: "late or due now",
    Rag.SOON: f"due within {SOON_DAYS} days",
    Rag.ON_TRACK: "on track",
    Rag.CLOSED: "closed",
    Rag.NO_DATE: "no date",
}


def days_left(due: Due, today: date) -> tuple[int | None, int | None]:
    """Days from `today` to the earliest and to the latest due day; negative when late."""
    return _days_until(due.earliest, today), _days_until(due.latest, today)


def countdown(due: Due, today: date, met_on: date | None = None) -> str:
    """How long is left or how late it is: "12 days left", "8 days late", "due now", "no date".

    `met_on` is the day it was done, once it was: "met day 56 of 56", "met 22 Jun 2022".
    """
    if met_on is not None:
        return _met(due, met_on)
    if due.rule.kind is RuleKind.IMMEDIATE:
        ahead = _days_until(due.plan, today) or 0
        return _left(ahead) if ahead > 0 else "due now"
    earliest, latest = days_left(due, today)
    if earliest is None and latest is None:
        return "no date"
    if earliest is None or latest is None:
        return f"{_left(earliest if latest is None else latest)}, day not known"
    if earliest == latest:
        return _left(earliest)
    known = "month known only" if due.start.month_only else "day not known"
    return f"{_range_left(earliest, latest)}, {known}"


def rag(due: Due, today: date, done: bool = False) -> Rag:
    """The letter for a due day as it stands on `today`, by the day to plan on."""
    if done:
        return Rag.CLOSED
    left = _days_until(due.plan, today)
    if due.rule.kind is RuleKind.IMMEDIATE and (left is None or left <= 0):
        return Rag.LATE
    if left is None:
        return Rag.NO_DATE
    if left < 0:
        return Rag.LATE
    return Rag.SOON if left <= SOON_DAYS else Rag.ON_TRACK


def _days_until(day: date | None, today: date) -> int | None:
    return None if day is None else (day - today).days


def _left(days: int | None) -> str:
    if not days:
        return "due today"
    return f"{count_of_days(days)} left" if days > 0 else f"{count_of_days(-days)} late"


def _range_left(earliest: int, latest: int) -> str:
    if earliest > 0:
        return f"{earliest}–{latest} days left"
    if latest < 0:
        return f"{-latest}–{-earliest} days late"
    if earliest == 0:
        return f"due today or up to {_left(latest)}"
    return f"up to {_left(earliest)} or {_left(latest)}"


def _met(due: Due, met_on: date) -> str:
    left = _days_until(due.latest, met_on)
    late = f", {_left(left)}" if left is not None and left < 0 else ""
    start = due.start.exact
    if due.rule.kind is RuleKind.S55_56 and start is not None and met_on >= start:
        return f"met day {(met_on - start).days + 1} of {S55_DAYS}{late}"
    return f"met {say_short_day(met_on)}{late}"
