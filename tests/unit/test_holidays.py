from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.holidays import Calendar, bank_holidays

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (1995, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26"),
        (1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31"),
        (2000, "01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26"),
        (2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"),
        (2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"),
        (2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"),
        (2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"),
        (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
        (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
        (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
        (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
        (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
    ],
)
def test_the_bank_holidays_of_a_year(year: int, days: str) -> None:
    assert [day.strftime("%m-%d") for day in bank_holidays(year)] == days.split()


def test_a_substitute_day_says_what_it_stands_for() -> None:
    assert bank_holidays(2022)[date(2022, 12, 27)] == "Christmas Day (substitute day)"
    assert bank_holidays(2022)[date(2022, 12, 26)] == "Boxing Day"
    assert bank_holidays(2028)[date(2028, 1, 3)] == "New Year's Day (substitute day)"


@given(st.integers(1990, 2100))
def test_every_bank_holiday_is_a_weekday_of_its_year_and_eight_are_certain(year: int) -> None:
    days = bank_holidays(year)
    assert len(days) >= 8
    assert all(day.year == year and day.weekday() < 5 for day in days)
    assert list(days) == sorted(days)


def test_seventy_working_days_as_a_joint_inspection_letter_counted_them() -> None:
    calendar = Calendar()
    assert calendar.add_working_days(date(2018, 1, 30), 70) == date(2018, 5, 11)
    assert list(calendar.holidays_between(date(2018, 1, 31), date(2018, 5, 11))) == [
        date(2018, 3, 30),
        date(2018, 4, 2),
        date(2018, 5, 7),
    ]


@pytest.mark.parametrize(
    ("start", "n", "day"),
    [
        (date(2022, 6, 1), 0, date(2022, 6, 1)),
        (date(2022, 6, 1), 1, date(2022, 6, 6)),
        (date(2022, 6, 3), 1, date(2022, 6, 6)),
        (date(2022, 6, 4), 1, date(2022, 6, 6)),
        (date(2021, 12, 24), 1, date(2021, 12, 29)),
    ],
)
def test_the_day_after_the_start_is_the_first_counted(start: date, n: int, day: date) -> None:
    assert Calendar().add_working_days(start, n) == day


@pytest.mark.parametrize(
    ("board", "clear", "papers"),
    [
        (date(2022, 7, 14), 5, date(2022, 7, 6)),
        (date(2022, 6, 9), 5, date(2022, 5, 30)),
        (date(2022, 7, 14), 0, date(2022, 7, 13)),
        (date(2022, 7, 11), 0, date(2022, 7, 8)),
    ],
)
def test_clear_days_count_neither_the_board_nor_the_day_papers_go_out(
    board: date, clear: int, papers: date
) -> None:
    assert Calendar().working_days_before(board, clear) == papers


def test_days_the_user_adds_are_days_off() -> None:
    local = Calendar({date(2022, 7, 13): "Office closed", date(2022, 7, 16): "A Saturday"})
    assert not local.is_working(date(2022, 7, 13))
    assert local.holiday(date(2022, 7, 13)) == "Office closed"
    assert local.add_working_days(date(2022, 7, 12), 1) == date(2022, 7, 14)
    assert local.working_days_before(date(2022, 7, 14), 5) == date(2022, 7, 5)
    shown = local.holidays_between(date(2022, 7, 1), date(2022, 7, 31))
    assert shown == {date(2022, 7, 13): "Office closed"}


def test_the_first_and_the_last_day_of_a_stretch_belong_to_it() -> None:
    friday, monday = date(2022, 4, 15), date(2022, 4, 18)
    assert Calendar().holidays_between(friday, monday) == {
        friday: "Good Friday",
        monday: "Easter Monday",
    }
    assert Calendar().holidays_between(date(2022, 4, 16), date(2022, 4, 17)) == {}


def test_a_calendar_stays_as_it_is() -> None:
    local = Calendar({date(2022, 7, 13): "Office closed"})
    with pytest.raises(AttributeError):
        local.extra = {}  # type: ignore[misc]


@given(DAYS, st.integers(1, 90))
def test_counting_on_and_counting_the_days_passed_agree(start: date, n: int) -> None:
    calendar = Calendar()
    end = calendar.add_working_days(start, n)
    passed = [start + timedelta(days=i) for i in range(1, (end - start).days + 1)]
    assert sum(calendar.is_working(day) for day in passed) == n
    assert calendar.is_working(end)


@given(DAYS, st.integers(0, 30))
def test_exactly_the_clear_days_lie_between_papers_and_board(board: date, clear: int) -> None:
    calendar = Calendar()
    papers = calendar.working_days_before(board, clear)
    between = [papers + timedelta(days=i) for i in range(1, (board - papers).days)]
    assert calendar.is_working(papers)
    assert sum(calendar.is_working(day) for day in between) == clear
