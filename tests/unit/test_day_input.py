"""A day is read as it is typed and said back with how far off it is."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import BadInput
from tui.widgets.day_input import day_typed, echo

TODAY = date(2026, 2, 21)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-04-03", "Fri 3 Apr 2026, 41 days from today"),
        ("03/04/2026", "Fri 3 Apr 2026, 41 days from today"),
        ("3 April 2026", "Fri 3 Apr 2026, 41 days from today"),
        ("Fri 3 Apr 26", "Fri 3 Apr 2026, 41 days from today"),
        ("today", "Sat 21 Feb 2026, today"),
        (" Today ", "Sat 21 Feb 2026, today"),
        ("+0", "Sat 21 Feb 2026, today"),
        ("tomorrow", "Sun 22 Feb 2026, 1 day from today"),
        ("yesterday", "Fri 20 Feb 2026, 1 day ago"),
        ("+14", "Sat 7 Mar 2026, 14 days from today"),
        ("+ 14", "Sat 7 Mar 2026, 14 days from today"),
        ("-7", "Sat 14 Feb 2026, 7 days ago"),
        ("21/02/2023", "Tue 21 Feb 2023, 1,096 days ago"),
    ],
)
def test_a_day_is_said_back(typed: str, said: str) -> None:
    assert echo(typed, TODAY) == said


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("04/13/2026", "no month 13"),
        ("31 February 2026", "has 28 days"),
        ("Mon 3 April 2026", "is a Friday"),
        ("12", "is not a full date"),
        ("+", "is not a full date"),
        ("+14 days", "is not a full date"),
        ("+99999", "is not a full date"),
        ("December 2026", "names no single day"),
    ],
)
def test_what_is_no_day_is_refused_with_a_sentence(typed: str, because: str) -> None:
    with pytest.raises(BadInput, match=because):
        echo(typed, TODAY)


@given(st.text())
def test_any_text_is_a_day_or_a_sentence(typed: str) -> None:
    with contextlib.suppress(BadInput):
        assert isinstance(day_typed(typed, TODAY), date)


@given(st.integers(-9999, 9999))
def test_counted_days_count_from_today(days: int) -> None:
    assert (day_typed(f"{days:+d}", TODAY) - TODAY).days == days
