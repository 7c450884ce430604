"""The day it is in England and Wales at a moment, with summer time as the law sets it.

Summer Time Act 1972 s.1 and Summer Time Order 2002 art.2: clocks stand an hour ahead from one in
the morning, Greenwich mean time, of the last Sunday in March to the same hour of the last Sunday in
October. By rule, because a locked-down Windows has no table of time zones, and reading one takes
longer than opening a tracker.
"""

from datetime import UTC, date, datetime, timedelta

_HOUR = timedelta(hours=1)
_SUNDAY = 6


def civil_day(moment: datetime) -> date:
    """The day in England and Wales at a moment that knows its time zone; holds from 1996."""
    greenwich = moment.astimezone(UTC)
    begins, ends = (_one_in_the_morning(greenwich.year, month) for month in (3, 10))
    return (greenwich + _HOUR if begins <= greenwich < ends else greenwich).date()


def _one_in_the_morning(year: int, month: int) -> datetime:
    """One o'clock, Greenwich mean time, on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() - _SUNDAY) % 7)
