"""The day it is in England and Wales, with the clocks going forward and back."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.summer_time import civil_day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 22, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 1, 31, 23, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 23, 30, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2))), date(2026, 6, 30)),
    ],
)
def test_midnight_is_midnight_in_london(moment: datetime, day: date) -> None:
    assert civil_day(moment) == day


@given(st.integers(0, 41 * 366 * 24 * 3600))
def test_the_rule_agrees_with_the_table_of_time_zones(seconds: int) -> None:
    moment = datetime(1996, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    assert civil_day(moment) == moment.astimezone(ZoneInfo("Europe/London")).date()
