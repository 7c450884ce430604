"""Months, quarters, halves and years in words and figures: their first and their last day."""

from datetime import date

import pytest

from store.periods import named_period

Span = tuple[date, date] | None


def months(first: int, last: int, last_day: int, year: int = 2022) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, last_day)


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("first half of 2022", months(1, 6, 30)),
        ("1st half of 2022", months(1, 6, 30)),
        ("second half of 2022", months(7, 12, 31)),
        ("2nd half of 2022", months(7, 12, 31)),
        ("H1 2022", months(1, 6, 30)),
        ("H2 2022", months(7, 12, 31)),
        ("H3 2022", None),
        ("first quarter of 2022", months(1, 3, 31)),
        ("second quarter of 2022", months(4, 6, 30)),
        ("third quarter 2022", months(7, 9, 30)),
        ("fourth quarter of 2022", months(10, 12, 31)),
        ("Q1 2022", months(1, 3, 31)),
        ("Q4 2022", months(10, 12, 31)),
        ("Q5 2022", None),
        ("2022", months(1, 12, 31)),
    ],
)
def test_halves_quarters_and_years(words: str, span: Span) -> None:
    assert named_period(words) == span


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("Q1 2022/23", months(4, 6, 30)),
        ("Q2 2022/23", months(7, 9, 30)),
        ("Q3 2022/2023", months(10, 12, 31)),
        ("Q4 2022–23", months(1, 3, 31, 2023)),
        ("fourth quarter of 2022/23", months(1, 3, 31, 2023)),
        ("Q4 1999/00", months(1, 3, 31, 2000)),
        ("Q4 1999/2000", months(1, 3, 31, 2000)),
        ("Q3 2022/24", None),
        ("Q3 2022/22", None),
    ],
)
def test_a_quarter_of_a_split_year_is_counted_from_april(words: str, span: Span) -> None:
    assert named_period(words) == span


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("1/2022", months(1, 1, 31)),
        ("01/2022", months(1, 1, 31)),
        ("12/2022", months(12, 12, 31)),
        ("2022-01", months(1, 1, 31)),
        ("0/2022", None),
        ("13/2022", None),
        ("2022-00", None),
        ("Dec-23", (date(2023, 12, 1), date(2023, 12, 31))),
        ("February 2024", (date(2024, 2, 1), date(2024, 2, 29))),
    ],
)
def test_a_month_in_words_or_figures(words: str, span: Span) -> None:
    assert named_period(words) == span


@pytest.mark.parametrize(
    "lead_in", ["", "by ", "by the end of ", "during the ", "no later than ", "on or before "]
)
def test_what_leads_in_to_it_is_passed_over_once(lead_in: str) -> None:
    assert named_period(f"{lead_in}first quarter of 2022.") == months(1, 3, 31)
    assert named_period(f"in {lead_in}by during 2022") is None


@pytest.mark.parametrize("words", ["early 2021", "Autumn 2022", "soon", "", "2222", "first half"])
def test_what_is_vaguer_is_no_period(words: str) -> None:
    assert named_period(words) is None
