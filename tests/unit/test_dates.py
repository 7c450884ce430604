from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dates import When, read_day, read_when, say_day, say_short_day, say_when
from store.errors import BadInput

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-04-03", date(2026, 4, 3)),
        ("03/04/2026", date(2026, 4, 3)),
        ("3/4/2026", date(2026, 4, 3)),
        ("3.4.2026", date(2026, 4, 3)),
        ("03-04-2026", date(2026, 4, 3)),
        ("3 April 2026", date(2026, 4, 3)),
        ("3 APRIL 2026", date(2026, 4, 3)),
        ("3 Apr 26", date(2026, 4, 3)),
        ("3-Apr-26", date(2026, 4, 3)),
        ("Fri 3 April 2026", date(2026, 4, 3)),
        ("Friday, 3rd of April, 2026", date(2026, 4, 3)),
        ("Friday the 3rd of April 2026", date(2026, 4, 3)),
        ("Fri 03/04/2026", date(2026, 4, 3)),
        ("03/02/21", date(2021, 2, 3)),
        ("15/06/98", date(1998, 6, 15)),
        ("15th February 2022", date(2022, 2, 15)),
        ("3 Sept. 2026", date(2026, 9, 3)),
        ("  3\u00a0May \n 2026 ", date(2026, 5, 3)),
        ("29 February 2024", date(2024, 2, 29)),
    ],
)
def test_a_typed_day_is_read_in_iso_or_uk_order(typed: str, day: date) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("04/13/2026", "no month 13"),
        ("2026-13-04", "no month 13"),
        ("31 February 2022", "February 2022 has 28 days"),
        ("29 Feb 2023", "February 2023 has 28 days"),
        ("0 May 2023", "no day 0"),
        ("Thursday 3 April 2026", "3 Apr 2026 is a Friday"),
        ("Someday 3 April 2026", "not a full date"),
        ("12", "not a full date"),
        ("99999999999", "not a full date"),
        ("2026-4-3", "not a full date"),
        ("20260403", "not a full date"),
        ("within 56 days of 3 April 2026", "not a full date"),
        ("3 April 2026 or so", "not a full date"),
        ("22 Dec", "not a full date"),
        ("December 2021", "names no single day"),
        ("2024", "names no single day"),
        ("0202-04-03", "only 1900 to 2199"),
        ("31/12/9999", "only 1900 to 2199"),
        ("", "No date was typed"),
        (" \t", "No date was typed"),
        ("٣/٤/٢٠٢٦", "not a full date"),
        ("3 ſept 2026", "not a full date"),
    ],
)
def test_what_is_not_one_day_is_refused_with_a_sentence(typed: str, says: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_day(typed)
    assert says in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_a_refusal_quotes_little_and_prints_cleanly() -> None:
    with pytest.raises(BadInput) as refusal:
        read_day("\x1b[31m" + "x" * 500)
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 140


@given(DAYS)
def test_a_day_we_say_is_read_back(day: date) -> None:
    assert read_day(say_day(day)) == day
    assert read_day(say_short_day(day)) == day
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day.day}/{day.month}/{day.year}") == day


@given(st.text() | st.from_regex(r"[0-9]{1,5}[ /-][0-9A-Za-z]{1,9}[ /-][0-9]{1,6}"))
def test_any_text_is_a_day_or_bad_input_and_always_a_when(text: str) -> None:
    try:
        day = read_day(text)
    except BadInput:
        day = None
    when = read_when(text, "letter")
    assert when.words == " ".join(text.split())
    assert when.source == "letter"
    assert day is None or when.exact == day
    assert say_when(when)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("22 December 2021", date(2021, 12, 22), date(2021, 12, 22)),
        ("by 31 October 2023", date(2023, 10, 31), date(2023, 10, 31)),
        ("not later than 31 March 2015", date(2015, 3, 31), date(2015, 3, 31)),
        ("on 07/02/22", date(2022, 2, 7), date(2022, 2, 7)),
        ("on or before 31 March 2024", date(2024, 3, 31), date(2024, 3, 31)),
        ("on or before the end of March 2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("December 2021", date(2021, 12, 1), date(2021, 12, 31)),
        ("Dec 2023", date(2023, 12, 1), date(2023, 12, 31)),
        ("Dec-23", date(2023, 12, 1), date(2023, 12, 31)),
        ("12/2023", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("January 2022", date(2022, 1, 1), date(2022, 1, 31)),
        ("In January 2022", date(2022, 1, 1), date(2022, 1, 31)),
        ("by the end of December 2022", date(2022, 12, 1), date(2022, 12, 31)),
        ("end of March 2023.", date(2023, 3, 1), date(2023, 3, 31)),
        ("first half of 2022", date(2022, 1, 1), date(2022, 6, 30)),
        ("in the second half of 2022", date(2022, 7, 1), date(2022, 12, 31)),
        ("H1 2022", date(2022, 1, 1), date(2022, 6, 30)),
        ("Q3 2022", date(2022, 7, 1), date(2022, 9, 30)),
        ("the fourth quarter of 2022", date(2022, 10, 1), date(2022, 12, 31)),
        ("Q3 2022/23", date(2022, 10, 1), date(2022, 12, 31)),
        ("Q4 2022/23", date(2023, 1, 1), date(2023, 3, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_named_period_runs_from_its_first_day_to_its_last(
    words: str, first: date, last: date
) -> None:
    assert read_when(words) == When(words, first, last)


@pytest.mark.parametrize(
    "words",
    [
        "early 2021",
        "late 2022",
        "mid-2022",
        "Autumn 2022",
        "in due course",
        "imminent",
        "ASAP",
        "at the next YJB",
        "before 3 April 2026",
        "Dec 23",
        "22 Dec",
        "Q3 2022/25",
        "13/2023",
        "monthly",
        "",
    ],
)
def test_vague_words_are_kept_and_give_no_day(words: str) -> None:
    assert read_when(words) == When(words)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When.on(date(2021, 12, 22)), "Wed 22 Dec 2021"),
        (read_when("Dec 2021"), "December 2021 (month only)"),
        (read_when("first half of 2022"), "Sat 1 Jan 2022 to Thu 30 Jun 2022"),
        (When("from", date(2022, 1, 1), None), "from Sat 1 Jan 2022"),
        (When("by", None, date(2022, 1, 1)), "by Sat 1 Jan 2022"),
        (read_when("in due course"), '"in due course" (no date)'),
        (When(), "not known"),
    ],
)
def test_a_when_is_said_with_how_exactly_it_is_known(when: When, said: str) -> None:
    assert say_when(when) == said


def test_a_stretch_that_is_not_a_whole_month_is_no_month() -> None:
    assert read_when("December 2021").month_only
    assert not When("", date(2021, 12, 1), date(2021, 12, 30)).month_only
    assert not When("", date(2021, 12, 2), date(2021, 12, 31)).month_only
    assert not read_when("2021").month_only
    assert not When().month_only
