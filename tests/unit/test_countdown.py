from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.clocks import Due, Rule, RuleKind, due
from store.countdown import Rag, countdown, days_left, rag
from store.dates import When, read_when

PUBLISHED = When.on(date(2021, 12, 22))
MONTH_KNOWN = read_when("December 2021")
S55 = Rule(RuleKind.S55_56)
DUE = due(Rule(RuleKind.USER), When.on(date(2022, 6, 22)))
RANGE = due(S55, MONTH_KNOWN)
IMMEDIATE = due(Rule(RuleKind.IMMEDIATE), PUBLISHED)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2022, 6, 10), "12 days left"),
        (date(2022, 6, 21), "1 day left"),
        (date(2022, 6, 22), "due today"),
        (date(2022, 6, 23), "1 day late"),
        (date(2022, 6, 30), "8 days late"),
    ],
)
def test_a_known_day_counts_down_and_then_up(today: date, said: str) -> None:
    assert countdown(DUE, today) == said


@pytest.mark.parametrize(
    ("rule", "start", "today", "said"),
    [
        ("S55_56", PUBLISHED, date(2022, 2, 1), "14 days left"),
        ("WEEKS_6", PUBLISHED, date(2022, 2, 1), "1 day left"),
        ("MONTHS_6", PUBLISHED, date(2022, 6, 1), "21 days left"),
        ("WEEKS_6", PUBLISHED, date(2022, 6, 1), "119 days late"),
        ("PERIOD", read_when("first half of 2022"), date(2022, 6, 1), "29 days left"),
        ("PERIOD", read_when("Autumn 2022"), date(2022, 6, 1), "no date"),
        ("NONE", read_when("in due course"), date(2022, 6, 1), "no date"),
        ("RECUR", PUBLISHED, date(2022, 6, 1), "no date"),
        ("SLA", PUBLISHED, date(2022, 6, 1), "no date"),
        ("MONTHS_6", When(), date(2022, 6, 1), "no date"),
        ("IMMEDIATE", PUBLISHED, date(2022, 6, 1), "due now"),
        ("IMMEDIATE", PUBLISHED, date(2021, 12, 22), "due now"),
        ("IMMEDIATE", When(), date(2022, 6, 1), "due now"),
        ("IMMEDIATE", PUBLISHED, date(2021, 12, 19), "3 days left"),
        ("IMMEDIATE", PUBLISHED, date(2021, 12, 21), "1 day left"),
    ],
)
def test_the_countdown_of_each_rule(rule: str, start: When, today: date, said: str) -> None:
    assert countdown(due(Rule.parse(rule), start), today) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2021, 12, 21), "35–65 days left"),
        (date(2022, 1, 24), "1–31 days left"),
        (date(2022, 1, 25), "due today or up to 30 days left"),
        (date(2022, 1, 26), "up to 1 day late or 29 days left"),
        (date(2022, 2, 6), "up to 12 days late or 18 days left"),
        (date(2022, 2, 24), "up to 30 days late or due today"),
        (date(2022, 2, 25), "1–31 days late"),
    ],
)
def test_a_start_known_to_the_month_counts_as_a_range(today: date, said: str) -> None:
    assert countdown(RANGE, today) == f"{said}, month known only"


def test_a_stretch_other_than_a_month_says_the_day_is_not_known() -> None:
    stretch = When("mid-December", date(2021, 12, 10), date(2021, 12, 20))
    said = countdown(due(Rule(RuleKind.WEEKS, 6), stretch), date(2022, 1, 1))
    assert said == "20–30 days left, day not known"
    half_open = due(Rule(RuleKind.WEEKS, 6), When("from the 10th", date(2021, 12, 10)))
    assert countdown(half_open, date(2022, 1, 1)) == "20 days left, day not known"


@pytest.mark.parametrize(
    ("counted", "met_on", "said"),
    [
        (due(S55, PUBLISHED), date(2022, 2, 15), "met day 56 of 56"),
        (due(S55, When.on(date(2020, 2, 27))), date(2020, 4, 15), "met day 49 of 56"),
        (due(S55, PUBLISHED), date(2022, 2, 18), "met day 59 of 56, 3 days late"),
        (due(S55, MONTH_KNOWN), date(2022, 2, 15), "met 15 Feb 2022"),
        (due(S55, PUBLISHED), date(2021, 12, 22), "met day 1 of 56"),
        (due(S55, PUBLISHED), date(2021, 12, 21), "met 21 Dec 2021"),
        (due(S55, PUBLISHED), date(2021, 12, 20), "met 20 Dec 2021"),
        (DUE, date(2022, 6, 22), "met 22 Jun 2022"),
        (DUE, date(2022, 6, 30), "met 30 Jun 2022, 8 days late"),
        (IMMEDIATE, date(2022, 2, 2), "met 2 Feb 2022"),
    ],
)
def test_what_was_met_says_when(counted: Due, met_on: date, said: str) -> None:
    assert countdown(counted, date(2023, 1, 1), met_on) == said


def test_days_left_are_counted_to_both_ends_of_a_range() -> None:
    assert days_left(RANGE, date(2022, 2, 6)) == (-12, 18)
    assert days_left(DUE, date(2022, 6, 1)) == (21, 21)
    assert days_left(IMMEDIATE, date(2022, 6, 1)) == (None, None)


@pytest.mark.parametrize(
    ("counted", "today", "letter"),
    [
        (DUE, date(2022, 6, 23), Rag.LATE),
        (DUE, date(2022, 6, 22), Rag.SOON),
        (DUE, date(2022, 5, 25), Rag.SOON),
        (DUE, date(2022, 5, 24), Rag.ON_TRACK),
        (RANGE, date(2022, 1, 25), Rag.SOON),
        (RANGE, date(2022, 1, 26), Rag.LATE),
        (IMMEDIATE, date(2021, 12, 22), Rag.LATE),
        (IMMEDIATE, date(2021, 12, 21), Rag.SOON),
        (due(Rule(RuleKind.IMMEDIATE), When()), date(2022, 6, 1), Rag.LATE),
        (due(Rule(RuleKind.NONE), PUBLISHED), date(2022, 6, 1), Rag.NO_DATE),
        (due(Rule(RuleKind.SLA), PUBLISHED), date(2022, 6, 1), Rag.NO_DATE),
    ],
)
def test_the_letter_follows_the_day_to_plan_on(counted: Due, today: date, letter: Rag) -> None:
    assert rag(counted, today) is letter
    assert rag(counted, today, done=True) is Rag.CLOSED


def test_every_letter_has_a_word() -> None:
    assert {letter.value: letter.word for letter in Rag} == {
        "R": "late or due now",
        "A": "due within 28 days",
        "G": "on track",
        "B": "closed",
        "–": "no date",
    }


RULES = st.sampled_from(
    (
        *("S55_56", "WEEKS_6", "MONTHS_6", "DAYS_28", "WORKDAYS_70", "BOARD_LEAD_5"),
        *("IMMEDIATE", "FIXED", "PERIOD", "USER", "RECUR", "SLA", "NONE"),
    )
)


@settings(max_examples=10_000, deadline=None)
@given(RULES, DAYS, st.integers(0, 60), st.integers(-500, 500))
def test_letter_and_words_never_disagree(rule: str, first: date, days: int, ahead: int) -> None:
    start = When("about then", first, first + timedelta(days=days))
    counted = due(Rule.parse(rule), start)
    today = first + timedelta(days=ahead)
    said, letter = countdown(counted, today), rag(counted, today)
    assert (letter is Rag.NO_DATE) == (said == "no date")
    assert (letter is Rag.LATE) == ("late" in said or said == "due now")
    assert countdown(counted, today, met_on=today).startswith("met ")
