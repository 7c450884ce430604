"""Finding the timescale in a recommendation's sentence, and the clock it starts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from store.case_standards import is_of_each_case, is_of_the_recommendation
from store.dates import When, read_when
from store.day_words import last_day_of_month, month_number, number_of
from store.errors import BadInput
from store.periods import Span
from store.rules import Rule, RuleKind
from store.timescale_forms import (
    AT_ONCE,
    DAY_AND_MONTH,
    DURATION,
    LOOSE_DURATION,
    SET_DATE,
    VAGUE,
    plain_spaces,
)

Timescale = tuple[str, Rule, When]

_UNITS = {
    "day": (RuleKind.DAYS, 1),
    "week": (RuleKind.WEEKS, 1),
    "fortnight": (RuleKind.WEEKS, 2),
    "month": (RuleKind.MONTHS, 1),
    "year": (RuleKind.MONTHS, 12),
}
_S55_DAYS = 56


def read_timescale(text: str, published: When | None = None) -> Timescale | None:
    """The first timescale of a sentence: its exact words, its rule, and the date where one is set.

    For a duration or "immediately" the date is empty: the clock starts with publication. A date
    without a year ("by the end of December") is the next after `published`; without that it keeps
    its words alone. Standards for each case are passed over; None if nothing is left.
    """
    plain = plain_spaces(text)
    found = sorted(_found_in(plain, published or When()), key=lambda each: each[0].start())
    if not found:
        return None
    place, rule, when = found[0]
    return text[place.start() : place.end()], rule, when


def is_case_standard(text: str) -> bool:
    """Whether the only timescales in a sentence are standards for each case ("within 24 hours").

    Such a standard (rule SLA) is never a deadline.
    """
    plain = plain_spaces(text)
    standards = any(
        is_of_each_case(plain, found)
        for form in (DURATION, LOOSE_DURATION)
        for found in form.finditer(plain)
    )
    return standards and read_timescale(plain) is None


def _found_in(text: str, published: When) -> Iterator[tuple[re.Match[str], Rule, When]]:
    for found in DURATION.finditer(text):
        rule = _duration_rule(found)
        if rule is not None and not is_of_each_case(text, found):
            yield found, rule, When()
    for found in SET_DATE.finditer(text):
        if _is_a_date(text, found):
            when = _set_date(found, published)
            kind = RuleKind.FIXED if when.exact else RuleKind.PERIOD
            yield found, Rule(kind), when
    for found in AT_ONCE.finditer(text):
        if is_of_the_recommendation(text, found):
            yield found, Rule(RuleKind.IMMEDIATE), When()
    for found in VAGUE.finditer(text):
        if is_of_the_recommendation(text, found):
            yield found, Rule(RuleKind.NONE), When(_folded(found[0]))


def _duration_rule(found: re.Match[str]) -> Rule | None:
    """The rule of a duration; None for hours, minutes and numbers no rule takes."""
    unit = found["unit"].lower()
    if unit not in _UNITS:
        return None
    kind, times = _UNITS[unit]
    amount = times * number_of(found["number"])
    if found["working"] and kind is RuleKind.DAYS:
        kind = RuleKind.WORKDAYS
    if found["day_one"] and kind is RuleKind.DAYS:
        if amount == _S55_DAYS:
            return Rule(RuleKind.S55_56)
        amount -= 1
    try:
        return Rule(kind, amount)
    except BadInput:
        return None


def _is_a_date(text: str, found: re.Match[str]) -> bool:
    """Whether "by May" is a month and no verb or name: capital, and no surname after it."""
    bare = DAY_AND_MONTH.fullmatch(found["named"])
    if bare is None or bare["day"]:
        return True
    if not bare["month"][0].isupper():
        return False
    return re.match(r"\s+[A-Z][a-z]", text[found.end() :]) is None or bool(found["edge"])


def _set_date(found: re.Match[str], published: When) -> When:
    words, edge = _folded(found[0]), (found["edge"] or "").lower()
    if edge and "end" not in edge:
        return When(words)
    named = read_when(found["named"])
    if named.earliest is None:
        named = _next_after(found["named"], published)
    if named.earliest is None or named.latest is None:
        return When(words)
    if found["lead"].lower() == "before" and not edge:
        last = named.earliest - timedelta(days=1)
        return When(words, last, last)
    return When(words, named.earliest, named.latest)


def _next_after(named: str, published: When) -> When:
    """The next such day or month after publication, where a date has no year.

    Nothing where the day of publication is too uncertain to tell.
    """
    bare = DAY_AND_MONTH.fullmatch(_folded(named))
    if bare is None or published.earliest is None or published.latest is None:
        return When()
    month, day = month_number(bare["month"]), int(bare["day"] or 0)
    span = _next_span(month, day, published.earliest)
    if span is None or span != _next_span(month, day, published.latest):
        return When()
    return When(named, *span)


def _next_span(month: int, day: int, after: date) -> Span | None:
    """The first such day, or whole month if `day` is 0, that is not over on `after`."""
    for year in range(after.year, min(after.year + 9, date.max.year)):
        last = last_day_of_month(year, month)
        if day > last.day:
            continue
        span = (date(year, month, day or 1), date(year, month, day) if day else last)
        if span[1] >= after:
            return span
    return None


def _folded(words: str) -> str:
    return " ".join(words.split())
