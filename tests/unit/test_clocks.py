from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.clocks import Due, Rule, RuleKind, due, explain
from store.dates import When, read_when
from store.errors import BadInput
from store.holidays import Calendar
from store.rules import COUNTED

PUBLISHED = When.on(date(2021, 12, 22), source="report")
MONTH_KNOWN = read_when("December 2021")
UNKNOWN = When()
S55 = Rule(RuleKind.S55_56)

ALL_RULES = [Rule(kind) for kind in RuleKind if kind not in COUNTED]
RULES = st.sampled_from(ALL_RULES) | st.builds(
    Rule, st.sampled_from(sorted(COUNTED)), st.integers(1, 120)
)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
SPANS = st.builds(
    lambda first, days: When("some\nday", first, first + timedelta(days=days)),
    DAYS,
    st.integers(0, 400),
)


def day_of(rule: str, start: date) -> date | None:
    counted = due(Rule.parse(rule), When.on(start))
    assert counted.earliest == counted.latest == counted.plan
    return counted.earliest


@pytest.mark.parametrize(
    ("rule", "start", "day"),
    [
        ("S55_56", date(2021, 12, 22), date(2022, 2, 15)),
        ("S55_56", date(2021, 12, 21), date(2022, 2, 14)),
        ("S55_56", date(2020, 2, 27), date(2020, 4, 22)),
        ("S55_56", date(2022, 12, 9), date(2023, 2, 2)),
        ("S55_56", date(2022, 8, 5), date(2022, 9, 29)),
        ("S55_56", date(2023, 6, 6), date(2023, 7, 31)),
        ("S55_56", date(2022, 11, 2), date(2022, 12, 27)),
        ("WEEKS_6", date(2021, 12, 22), date(2022, 2, 2)),
        ("DAYS_56", date(2021, 12, 22), date(2022, 2, 16)),
        ("MONTHS_6", date(2021, 12, 22), date(2022, 6, 22)),
        ("MONTHS_6", date(2021, 8, 31), date(2022, 2, 28)),
        ("MONTHS_6", date(2023, 8, 31), date(2024, 2, 29)),
        ("MONTHS_12", date(2024, 2, 29), date(2025, 2, 28)),
        ("MONTHS_2", date(2022, 1, 31), date(2022, 3, 31)),
        ("WORKDAYS_70", date(2018, 1, 30), date(2018, 5, 11)),
        ("BOARD_LEAD_5", date(2022, 6, 9), date(2022, 5, 30)),
        ("FIXED", date(2015, 3, 31), date(2015, 3, 31)),
        ("USER", date(2023, 5, 3), date(2023, 5, 3)),
    ],
)
def test_the_due_day_of_a_known_start(rule: str, start: date, day: date) -> None:
    assert day_of(rule, start) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("first half of 2022", date(2022, 6, 30)),
        ("January 2022", date(2022, 1, 31)),
        ("by the end of December 2022", date(2022, 12, 31)),
        ("Autumn 2022", None),
        ("early 2021", None),
        ("in due course", None),
        ("imminent", None),
    ],
)
def test_a_promise_in_a_period_is_kept_until_its_last_day(words: str, day: date | None) -> None:
    period = read_when(words)
    counted = due(Rule(RuleKind.PERIOD), period)
    assert (counted.earliest, counted.latest, counted.plan) == (day, day, day)
    assert counted.start == period


def test_a_start_known_to_the_month_gives_a_range_planned_on_its_earliest_day() -> None:
    counted = due(S55, MONTH_KNOWN)
    assert (counted.earliest, counted.latest) == (date(2022, 1, 25), date(2022, 2, 24))
    assert counted.plan == date(2022, 1, 25)


def test_immediately_has_no_day_but_is_planned_from_publication_and_checked_at_six_weeks() -> None:
    counted = due(Rule(RuleKind.IMMEDIATE), PUBLISHED)
    assert (counted.earliest, counted.latest) == (None, None)
    assert counted.plan == date(2021, 12, 22)
    assert counted.checkpoint is not None
    assert counted.checkpoint.exact == date(2022, 2, 2)
    ranged = due(Rule(RuleKind.IMMEDIATE), MONTH_KNOWN).checkpoint
    assert ranged is not None
    assert (ranged.earliest, ranged.latest) == (date(2022, 1, 12), date(2022, 2, 11))
    assert due(S55, PUBLISHED).checkpoint is None


def test_immediately_is_planned_on_the_earliest_day_it_can_have_begun() -> None:
    assert due(Rule(RuleKind.IMMEDIATE), MONTH_KNOWN).plan == date(2021, 12, 1)
    only_latest = When("by the 31st", None, date(2021, 12, 31))
    assert due(Rule(RuleKind.IMMEDIATE), only_latest).plan == date(2021, 12, 31)


@pytest.mark.parametrize("kind", [RuleKind.RECUR, RuleKind.SLA, RuleKind.NONE])
def test_routines_and_case_standards_are_never_countdowns(kind: RuleKind) -> None:
    counted = due(Rule(kind), PUBLISHED)
    assert (counted.earliest, counted.latest, counted.plan) == (None, None, None)


def test_the_users_own_days_off_count() -> None:
    local = Calendar({date(2018, 5, 11): "Office closed"})
    counted = due(Rule.parse("WORKDAYS_70"), When.on(date(2018, 1, 30)), calendar=local)
    assert counted.plan == date(2018, 5, 14)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (S55, "S55_56"),
        (Rule(RuleKind.WEEKS, 6), "WEEKS_6"),
        (Rule(RuleKind.MONTHS, 6), "MONTHS_6"),
        (Rule(RuleKind.WORKDAYS, 70), "WORKDAYS_70"),
        (Rule(RuleKind.BOARD_LEAD, 5), "BOARD_LEAD_5"),
        (Rule(RuleKind.BOARD_LEAD, 0), "BOARD_LEAD_0"),
        (Rule(RuleKind.IMMEDIATE), "IMMEDIATE"),
    ],
)
def test_a_rule_is_written_in_one_word(rule: Rule, text: str) -> None:
    assert str(rule) == text
    assert Rule.parse(text) == rule


@given(RULES)
def test_a_written_rule_is_read_back(rule: Rule) -> None:
    assert Rule.parse(str(rule)) == rule


@pytest.mark.parametrize(
    "text",
    [
        *("", "WEEKS", "WEEKS_0", "WEEKS_06", "WEEKS_-6", "WEEKS_9999", "MONTHS_six", "months_6"),
        *("S55", "S55_57", "FIXED_3", "IMMEDIATE_0", "WEEKS_6 ", "WEEKS_٦"),
    ],
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        Rule.parse(text)


def test_a_number_where_none_belongs_is_refused() -> None:
    with pytest.raises(BadInput, match="takes no number"):
        Rule(RuleKind.S55_56, 56)
    with pytest.raises(BadInput, match="from 1 to 999"):
        Rule(RuleKind.WEEKS)


ACT = "Police Act 1996 s.55(5A)"


@pytest.mark.parametrize(
    ("today", "line"),
    [
        (
            date(2022, 2, 1),
            f"day 42 of 56; day 1 is Wed 22 Dec 2021; last day Tue 15 Feb 2022; {ACT}",
        ),
        (
            date(2021, 12, 22),
            f"day 1 of 56; day 1 is Wed 22 Dec 2021; last day Tue 15 Feb 2022; {ACT}",
        ),
        (
            date(2022, 2, 15),
            f"day 56 of 56; day 1 is Wed 22 Dec 2021; last day Tue 15 Feb 2022; {ACT}",
        ),
        (
            date(2022, 2, 16),
            f"1 day after the last day, Tue 15 Feb 2022; day 1 was Wed 22 Dec 2021; {ACT}",
        ),
        (
            date(2021, 12, 21),
            f"not begun: day 1 is Wed 22 Dec 2021; last day Tue 15 Feb 2022; {ACT}",
        ),
    ],
)
def test_the_56_days_are_explained_as_things_stand(today: date, line: str) -> None:
    assert explain(due(S55, PUBLISHED), today) == line


JUNE = date(2022, 6, 1)


@pytest.mark.parametrize(
    ("counted", "line"),
    [
        (
            due(Rule(RuleKind.MONTHS, 6), PUBLISHED, "within six months"),
            "six calendar months from publication on Wed 22 Dec 2021 (start assumed: the text "
            "does not say from when); last day Wed 22 Jun 2022",
        ),
        (
            due(Rule(RuleKind.WEEKS, 6), PUBLISHED, "within six weeks of the publication"),
            "six weeks from publication on Wed 22 Dec 2021; last day Wed 2 Feb 2022",
        ),
        (
            due(Rule(RuleKind.MONTHS, 6), When.on(date(2021, 8, 31)), "after publication"),
            "six calendar months from publication on Tue 31 Aug 2021; February has no day 31; "
            "last day Mon 28 Feb 2022",
        ),
        (
            due(Rule(RuleKind.DAYS, 30), When.on(date(2021, 12, 3)), "of this report"),
            "30 days from publication on Fri 3 Dec 2021; last day Sun 2 Jan 2022 is a Sunday; "
            "the words do not move it",
        ),
        (
            due(S55, When.on(date(2022, 11, 2))),
            "not begun: day 1 is Wed 2 Nov 2022; last day Tue 27 Dec 2022 is a bank holiday; "
            f"the Act does not move it; {ACT}",
        ),
        (
            due(S55, MONTH_KNOWN),
            "56 days, the first that of publication; published Wed 1 Dec 2021 to Fri 31 Dec 2021 "
            "(month known only); last day from Tue 25 Jan 2022 to Thu 24 Feb 2022; plan on the "
            f"earliest; {ACT}",
        ),
        (
            due(Rule(RuleKind.MONTHS, 6), UNKNOWN),
            "six calendar months; the day of publication is not known; ask for it",
        ),
        (
            due(Rule(RuleKind.IMMEDIATE), PUBLISHED),
            "immediately: due since Wed 22 Dec 2021, 161 days ago; first check, the six-week "
            "update, Wed 2 Feb 2022",
        ),
        (
            due(Rule(RuleKind.IMMEDIATE), When.on(date(2022, 6, 3))),
            "immediately: due from Fri 3 Jun 2022, in 2 days; first check, the six-week update, "
            "Fri 15 Jul 2022",
        ),
        (
            due(Rule(RuleKind.IMMEDIATE), UNKNOWN),
            "immediately: due now; the day of publication is not known; ask for it",
        ),
        (
            due(Rule.parse("BOARD_LEAD_5"), When.on(date(2022, 6, 9))),
            "papers out by Mon 30 May 2022: 5 clear working days before the board on "
            "Thu 9 Jun 2022; left out: Thu 2 Jun 2022 (Spring bank holiday), Fri 3 Jun 2022 "
            "(Platinum Jubilee bank holiday)",
        ),
        (
            due(Rule(RuleKind.FIXED), read_when("not later than 31 March 2015")),
            '"not later than 31 March 2015": date set in the text; last day Tue 31 Mar 2015',
        ),
        (
            due(Rule(RuleKind.PERIOD), read_when("first half of 2022")),
            '"first half of 2022": Sat 1 Jan 2022 to Thu 30 Jun 2022; kept until it ends: '
            "last day Thu 30 Jun 2022",
        ),
        (
            due(Rule(RuleKind.USER), When.on(date(2023, 5, 3), source="agreed at the board")),
            "new date (agreed at the board); last day Wed 3 May 2023",
        ),
        (
            due(Rule(RuleKind.NONE), read_when("in due course")),
            'no date given: "in due course"; ask for one',
        ),
        (
            due(Rule(RuleKind.PERIOD), read_when("Autumn 2022")),
            'no date given: "Autumn 2022"; ask for one',
        ),
        (due(Rule(RuleKind.NONE), UNKNOWN), "no date given; ask for one"),
        (
            due(Rule(RuleKind.RECUR), read_when("monthly")),
            '"monthly": comes round again, so no single due day',
        ),
        (
            due(Rule(RuleKind.SLA), UNKNOWN, "within seven days"),
            '"within seven days": a standard for each case, never a countdown',
        ),
    ],
)
def test_every_rule_is_explained_in_one_line(counted: Due, line: str) -> None:
    assert explain(counted, JUNE) == line


def test_working_days_show_the_holidays_left_out() -> None:
    line = explain(due(Rule.parse("WORKDAYS_70"), When.on(date(2018, 1, 30))), JUNE)
    assert "Good Friday" in line
    assert "Easter Monday" in line
    assert "Early May bank holiday" in line
    assert line.endswith("last day Fri 11 May 2018")


def test_d1_every_rule_from_every_start_is_ordered_and_explained(figure, points) -> None:
    tried = 0

    @settings(max_examples=points(10_000, 2_000), deadline=None)
    @given(RULES, SPANS, DAYS)
    def holds(rule: Rule, start: When, today: date) -> None:
        nonlocal tried
        tried += 1
        counted = due(rule, start)
        line = explain(counted, today)
        assert line
        assert "\n" not in line
        assert (counted.earliest is None) == (counted.latest is None)
        if counted.earliest and counted.latest:
            assert counted.earliest <= counted.latest
            assert counted.plan == counted.earliest

    holds()
    asked = "10,000 dates × rules: every due date ordered, and explained in one line"
    figure("D1", asked, f"{tried:,} starts and days, 0 exceptions")


@settings(max_examples=1_000, deadline=None)
@given(RULES, DAYS, DAYS)
def test_a_later_start_is_never_due_earlier(rule: Rule, one: date, other: date) -> None:
    first, last = sorted((one, other))
    sooner, later = due(rule, When.on(first)).plan, due(rule, When.on(last)).plan
    assert (sooner is None) == (later is None)
    if sooner and later:
        assert sooner <= later


@given(RULES, st.sampled_from([date.min, date.max]), st.sampled_from([date.min, date.max]))
def test_the_ends_of_the_calendar_are_no_error(rule: Rule, start: date, today: date) -> None:
    assert explain(due(rule, When.on(start)), today)


@given(DAYS, st.integers(1, 60))
def test_months_keep_the_day_or_end_with_the_month(start: date, months: int) -> None:
    day = due(Rule(RuleKind.MONTHS, months), When.on(start)).plan
    assert day is not None
    assert (day.year - start.year) * 12 + day.month - start.month == months
    assert day.day == start.day or (day + timedelta(days=1)).day == 1
