"""Bank holidays of England and Wales by rule, and counting in working days.

The rules hold from 1990; before that they are today's rules carried back. Days proclaimed after
this was written are added by the user.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from store.day_words import last_day_of_month

ONE_DAY = timedelta(days=1)
_MONDAY, _SATURDAY = 0, 5

# Proclaimed for one year only: the royal and national occasions.
_EXTRA = {
    date(1999, 12, 31): "Millennium holiday",
    date(2002, 6, 3): "Golden Jubilee bank holiday",
    date(2011, 4, 29): "Royal wedding bank holiday",
    date(2012, 6, 5): "Diamond Jubilee bank holiday",
    date(2022, 6, 3): "Platinum Jubilee bank holiday",
    date(2022, 9, 19): "State Funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}
_NONE: Mapping[date, str] = MappingProxyType({})
_MOVED_EARLY_MAY = {1995: date(1995, 5, 8), 2020: date(2020, 5, 8)}
_MOVED_SPRING = {2002: date(2002, 6, 4), 2012: date(2012, 6, 4), 2022: date(2022, 6, 2)}


@cache
def bank_holidays(year: int) -> Mapping[date, str]:
    """The days off in England and Wales in one year, in order, with their names.

    Where a holiday falls on a weekend the substitute day stands in its place, as gov.uk lists it.
    """
    from dateutil.easter import easter

    named = {
        **_new_year(year),
        easter(year) - 2 * ONE_DAY: "Good Friday",
        easter(year) + ONE_DAY: "Easter Monday",
        _MOVED_EARLY_MAY.get(year, _first_monday(year, 5)): "Early May bank holiday",
        _MOVED_SPRING.get(year, _last_monday(year, 5)): "Spring bank holiday",
        _last_monday(year, 8): "Summer bank holiday",
        **_christmas(year),
        **{day: name for day, name in _EXTRA.items() if day.year == year},
    }
    return MappingProxyType(dict(sorted(named.items())))


class Calendar(NamedTuple):
    """The working days of England and Wales, less the days in `extra` (day to name)."""

    extra: Mapping[date, str] = _NONE

    def holiday(self, day: date) -> str:
        """The name of the holiday on that day, or nothing."""
        return self.extra.get(day) or bank_holidays(day.year).get(day, "")

    def is_working(self, day: date) -> bool:
        """Whether the day is neither a Saturday, a Sunday nor a holiday."""
        return day.weekday() < _SATURDAY and not self.holiday(day)

    def add_working_days(self, start: date, n: int) -> date:
        """The `n`th working day after `start`; the day after `start` is the first looked at."""
        return self._nth_working_day(start, n, ONE_DAY)

    def working_days_before(self, day: date, n_clear: int) -> date:
        """The last working day that leaves `n_clear` whole working days before `day`.

        Neither `day` nor the day returned is one of them (clear days).
        """
        return self._nth_working_day(day, n_clear + 1, -ONE_DAY)

    def holidays_between(self, first: date, last: date) -> Mapping[date, str]:
        """The weekdays from `first` to `last`, both included, that are left out as holidays."""
        ruled = chain.from_iterable(
            bank_holidays(year).items() for year in range(first.year, last.year + 1)
        )
        named = {**dict(ruled), **self.extra}
        return {
            day: named[day]
            for day in sorted(named)
            if first <= day <= last and day.weekday() < _SATURDAY
        }

    def _nth_working_day(self, start: date, n: int, step: timedelta) -> date:
        day, counted = start, 0
        while counted < n:
            day += step
            counted += self.is_working(day)
        return day


ENGLAND_AND_WALES = Calendar()


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(_MONDAY - first.weekday()) % 7)


def _last_monday(year: int, month: int) -> date:
    last = last_day_of_month(year, month)
    return last - timedelta(days=last.weekday())


def _new_year(year: int) -> dict[date, str]:
    day = date(year, 1, 1)
    if day.weekday() < _SATURDAY:
        return {day: "New Year's Day"}
    return {
        date(year, 1, 3 if day.weekday() == _SATURDAY else 2): "New Year's Day (substitute day)"
    }


def _christmas(year: int) -> dict[date, str]:
    """Christmas and Boxing Day; a weekend day moves to the 27th or 28th, whichever is free."""
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    named = {christmas: "Christmas Day", boxing: "Boxing Day"}
    if christmas.weekday() >= _SATURDAY:
        named[date(year, 12, 27)] = "Christmas Day (substitute day)"
        del named[christmas]
    if boxing.weekday() >= _SATURDAY:
        named[date(year, 12, 28)] = "Boxing Day (substitute day)"
        del named[boxing]
    return named
