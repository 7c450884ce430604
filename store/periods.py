"""Named stretches of time, as reports and letters put them: a month, a quarter, a half, a year."""

import re
from collections.abc import Callable
from datetime import date

from store.day_words import MONTH_PATTERN, full_year, last_day_of_month, month_number

Span = tuple[date, date]

YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_HALF = r"(?P<half>first|second|1st|2nd)\s+half\s+of\s+"
_QUARTER = r"(?:Q(?P<quarter>[1-4])|(?P<ordinal>first|second|third|fourth)\s+quarter(?:\s+of)?)\s*"
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "fourth": 4}

LEAD_IN = re.compile(
    r"^(?:(?:on\s+or\s+before|in|on|by|during|for|(?:no|not)\s+later\s+than)\s+)?"
    r"(?:(?:by|at)?\s*(?:the\s+)?end\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE | re.ASCII,
)


def months_span(year: int, first: int, last: int) -> Span:
    """From the first day of month `first` to the last day of month `last` of one year."""
    return date(year, first, 1), last_day_of_month(year, last)


def _month(found: re.Match[str]) -> Span | None:
    month = month_number(found["month"])
    return months_span(full_year(found["year"]), month, month)


def _month_in_figures(found: re.Match[str]) -> Span | None:
    month = int(found["month"])
    return months_span(int(found["year"]), month, month) if 1 <= month <= 12 else None


def _half(found: re.Match[str]) -> Span:
    half = int(found["figure"] or 0) or _ORDINALS[found["half"].lower()]
    return months_span(int(found["year"]), 6 * half - 5, 6 * half)


def _quarter_number(found: re.Match[str]) -> int:
    return int(found["quarter"] or 0) or _ORDINALS[found["ordinal"].lower()]


def _quarter(found: re.Match[str]) -> Span:
    last_month = 3 * _quarter_number(found)
    return months_span(int(found["year"]), last_month - 2, last_month)


def _financial_quarter(found: re.Match[str]) -> Span | None:
    year = int(found["year"])
    if (year + 1) % 100 != int(found["next_year"]) % 100:
        return None
    last_month = 3 * _quarter_number(found) + 3
    if last_month > 12:
        year, last_month = year + 1, last_month - 12
    return months_span(year, last_month - 2, last_month)


def _year(found: re.Match[str]) -> Span:
    return months_span(int(found["year"]), 1, 12)


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Span | None]], ...] = (
    (rf"(?P<month>{MONTH_PATTERN})\.?,?\s+(?:of\s+)?{YEAR}", _month),
    # As a spreadsheet prints a month: "Dec-23". With a space it might be the 23rd.
    (rf"(?P<month>{MONTH_PATTERN})-(?P<year>(?:19|20|21)?[0-9]{{2}})", _month),
    (rf"(?P<month>[0-9]{{1,2}})/{YEAR}", _month_in_figures),
    (rf"{YEAR}-(?P<month>[0-9]{{2}})", _month_in_figures),
    (rf"(?:H(?P<figure>[12])\s*|{_HALF}){YEAR}", _half),
    (rf"{_QUARTER}{YEAR}", _quarter),
    (rf"{_QUARTER}{YEAR}\s*[/–-]\s*(?P<next_year>[0-9]{{2}}|[0-9]{{4}})", _financial_quarter),
    (YEAR, _year),
)
_COMPILED = tuple((re.compile(form, re.IGNORECASE | re.ASCII), span_of) for form, span_of in _FORMS)


def named_period(words: str) -> Span | None:
    """The first and last day of "December 2021", "the first half of 2022", "Q3 2022", "2024".

    A lead-in ("by the end of", "during") is passed over. A quarter of a split year, "Q3 2022/23",
    is of the financial year from April. None for seasons, "early 2021" and all that is vaguer.
    """
    bare = LEAD_IN.sub("", " ".join(words.split()), count=1).rstrip(" .,;")
    for form, span_of in _COMPILED:
        found = form.fullmatch(bare)
        if found:
            return span_of(found)
    return None
