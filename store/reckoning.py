"""From a start and a rule to the day something is due."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from store.dates import When
from store.holidays import ENGLAND_AND_WALES, Calendar
from store.rules import SET_DATES, UNCOUNTABLE, Rule, RuleKind

S55_DAYS = 56
CHECKPOINT_WEEKS = 6

Reckoning = Callable[[date], date]


class Due(NamedTuple):
    """When something is due: the words, the rule, the event it runs from, and what follows.

    An uncertain start gives a range, `earliest` to `latest`. A date that was set (a named day or
    period) is kept until its last day, so there both are that day and the period stays in `start`.
    """

    words: str
    rule: Rule
    start: When
    earliest: date | None = None
    latest: date | None = None

    @property
    def plan(self) -> date | None:
        """The day to plan on and sort by: the earliest; for IMMEDIATE the day it began."""
        if self.rule.kind is RuleKind.IMMEDIATE:
            return self.start.earliest or self.start.latest
        return self.earliest or self.latest

    @property
    def checkpoint(self) -> When | None:
        """For IMMEDIATE, when its first formal check is: the update six weeks after the start."""
        if self.rule.kind is not RuleKind.IMMEDIATE:
            return None
        later = _days_later(7 * CHECKPOINT_WEEKS)
        earliest, latest = _reckon(later, self.start.earliest), _reckon(later, self.start.latest)
        return When("six-week update", earliest, latest, self.start.source)


def due(rule: Rule, start: When, words: str = "", calendar: Calendar = ENGLAND_AND_WALES) -> Due:
    """The due day or range of days of a rule that runs from `start`; never raises.

    For FIXED, PERIOD and USER `start` is the date itself; for BOARD_LEAD it is the board's day.
    """
    if rule.kind in SET_DATES:
        last = start.latest or start.earliest
        return Due(words, rule, start, last, last)
    reckoning = _reckoning(rule, calendar)
    if reckoning is None:
        return Due(words, rule, start)
    return Due(
        words, rule, start, _reckon(reckoning, start.earliest), _reckon(reckoning, start.latest)
    )


def _reckoning(rule: Rule, calendar: Calendar) -> Reckoning | None:
    n = rule.amount
    if rule.kind in UNCOUNTABLE or rule.kind is RuleKind.IMMEDIATE:
        return None
    ways: dict[RuleKind, Reckoning] = {
        # The day of publication is itself the first of the 56.
        RuleKind.S55_56: _days_later(S55_DAYS - 1),
        RuleKind.WEEKS: _days_later(7 * n),
        RuleKind.DAYS: _days_later(n),
        # Always from the start: six times one month may end on another day than six months.
        RuleKind.MONTHS: _months_later(n),
        RuleKind.WORKDAYS: lambda day: calendar.add_working_days(day, n),
        RuleKind.BOARD_LEAD: lambda day: calendar.working_days_before(day, n),
    }
    return ways[rule.kind]


def _months_later(n: int) -> Reckoning:
    def later(day: date) -> date:
        from dateutil.relativedelta import relativedelta

        return day + relativedelta(months=n)

    return later


def _days_later(n: int) -> Reckoning:
    return lambda day: day + timedelta(days=n)


def _reckon(reckoning: Reckoning, day: date | None) -> date | None:
    """The day reckoned, or none where there is no start or the calendar ends first (year 9999)."""
    if day is None:
        return None
    try:
        return reckoning(day)
    except (OverflowError, ValueError):
        return None
