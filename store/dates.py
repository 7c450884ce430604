"""What a document or a person says about a day, and what can be known from it."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from store.day_words import (
    MONTH_PATTERN,
    MONTHS,
    WEEKDAYS,
    full_year,
    last_day_of_month,
    month_number,
    weekday_number,
)
from store.errors import BadInput

_HOW_TO_TYPE = "type a date like 3 April 2026, 03/04/2026 or 2026-04-03"
_WEEKDAY = r"(?:(?P<weekday>[A-Za-z]{3,9})[.,]?\s+)?(?:the\s+)?"
_ISO = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_FIGURES = (
    r"(?P<day>[0-9]{1,2})(?P<sign>[/.-])(?P<month>[0-9]{1,2})(?P=sign)"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
)
_WORDS = (
    r"(?P<day>[0-9]{1,2})(?:\s*(?:st|nd|rd|th))?(?:\s+of\s+|[\s-]*)"
    rf"(?P<month>{MONTH_PATTERN})\.?,?[\s-]*(?P<year>[0-9]{{4}}|[0-9]{{2}})"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class When(NamedTuple):
    """A day as somebody put it: the words, and the earliest and latest day they can mean.

    A day known exactly has `earliest == latest`; "December 2021" runs from the 1st to the 31st;
    "in due course" has neither. `source` says where the words stand.
    """

    words: str = ""
    earliest: date | None = None
    latest: date | None = None
    source: str = ""

    @classmethod
    def on(cls, day: date, words: str = "", source: str = "") -> "When":
        """An exactly known day."""
        return cls(words or day.isoformat(), day, day, source)

    @property
    def exact(self) -> date | None:
        """The day, if it is known to the day."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def month_only(self) -> bool:
        """Whether the days are exactly those of one calendar month."""
        first, last = self.earliest, self.latest
        if first is None or last is None or first.day != 1:
            return False
        return last == last_day_of_month(first.year, first.month)


def read_day(text: str) -> date:
    """The one day that `text` names, in ISO or United Kingdom order.

    Raises BadInput, with a sentence to show, for everything else: nothing is guessed.
    """
    folded = " ".join(text.split())
    for form in _day_forms():
        found = form.fullmatch(folded)
        if found:
            return _checked_day(found, _quoted(folded))
    if not folded:
        raise BadInput(f"No date was typed; {_HOW_TO_TYPE}.")
    from store.periods import named_period

    if named_period(folded):
        raise BadInput(f"{_quoted(folded)} names no single day; {_HOW_TO_TYPE}.")
    raise BadInput(f"{_quoted(folded)} is not a full date; {_HOW_TO_TYPE}.")


def read_when(text: str, source: str = "") -> When:
    """What can be known of the day from any words; never raises.

    A day is read as `read_day` reads it, a month, quarter, half or year runs from its first day
    to its last, and everything vaguer ("early 2021", "in due course") keeps its words alone.
    """
    from store.periods import LEAD_IN, named_period

    words = " ".join(text.split())
    for candidate in (words, LEAD_IN.sub("", words, count=1)):
        try:
            return When.on(read_day(candidate), words, source)
        except BadInput:
            continue
    earliest, latest = named_period(words) or (None, None)
    return When(words, earliest, latest, source)


@cache
def _day_forms() -> tuple[re.Pattern[str], ...]:
    """Made when a day is first read: the screen can open without."""
    forms = (_ISO, _FIGURES, _WORDS)
    return tuple(re.compile(_WEEKDAY + form, re.IGNORECASE | re.ASCII) for form in forms)


def say_short_day(day: date) -> str:
    """A day without its weekday: "22 Jun 2022"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def say_day(day: date) -> str:
    """A day as the product always shows it: "Wed 22 Jun 2022"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {say_short_day(day)}"


def say_when(when: When) -> str:
    """A day, a month, a stretch or the bare words, with how exactly it is known."""
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return f'"{when.words}" (no date)' if when.words else "not known"
    if first is None or last is None:
        return f"from {say_day(first)}" if first else f"by {say_day(last or date.max)}"
    if first == last:
        return say_day(first)
    if when.month_only:
        return f"{MONTHS[first.month - 1]} {first.year} (month only)"
    return f"{say_day(first)} to {say_day(last)}"


def kept_day(text: str) -> date | None:
    """The day that a column holds as 2022-06-22; None for any other text, such as 20220622."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _checked_day(found: re.Match[str], quoted: str) -> date:
    day, year = int(found["day"]), full_year(found["year"])
    month = month_number(found["month"]) or (int(found["month"]) if found["month"].isdigit() else 0)
    if not 1 <= month <= 12:
        raise BadInput(f"{quoted} has no month {found['month']}: {_HOW_TO_TYPE}, the day first.")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise BadInput(
            f"{quoted} is in the year {year}; only {_FIRST_YEAR} to {_LAST_YEAR} are taken."
        )
    last = last_day_of_month(year, month).day
    if not 1 <= day <= last:
        name = f"{MONTHS[month - 1]} {year}"
        raise BadInput(f"{quoted} does not exist: {name} has {last} days, and no day {day}.")
    result = date(year, month, day)
    _check_weekday(found["weekday"], result, quoted)
    return result


def _check_weekday(name: str | None, day: date, quoted: str) -> None:
    if name is None or weekday_number(name) == day.weekday():
        return
    if weekday_number(name) is None:
        raise BadInput(f"{quoted} is not a full date; {_HOW_TO_TYPE}.")
    weekday = WEEKDAYS[day.weekday()]
    raise BadInput(
        f"{quoted} does not fit: {say_short_day(day)} is a {weekday}; check the day or the date."
    )


def _quoted(text: str) -> str:
    """The text as typed, cut short and without unprintable characters, for use in a sentence."""
    printable = "".join(sign if sign.isprintable() else "?" for sign in text)
    return f'"{printable[:40]}…"' if len(printable) > 40 else f'"{printable}"'
