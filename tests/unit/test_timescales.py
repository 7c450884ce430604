from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.clocks import Rule, RuleKind, due, explain
from store.dates import When, read_when
from store.timescales import is_case_standard, read_timescale


@pytest.mark.parametrize(
    ("sentence", "words", "rule"),
    [
        ("We recommend that, within six months, the force acts.", "within six months", "MONTHS_6"),
        ("We recommend that within 3 months the force acts.", "within 3 months", "MONTHS_3"),
        ("Within twelve months, forces should act.", "Within twelve months", "MONTHS_12"),
        ("Within twenty-four months forces should act.", "Within twenty-four months", "MONTHS_24"),
        ("Within eighteen\u00a0months they must act.", "Within eighteen\u00a0months", "MONTHS_18"),
        ("Within six (6) months, act.", "Within six (6) months", "MONTHS_6"),
        ("Within a month, the force should act.", "Within a month", "MONTHS_1"),
        ("Within one year they should act.", "Within one year", "MONTHS_12"),
        ("In the next six months, act.", "In the next six months", "MONTHS_6"),
        ("Within the next six months, act.", "Within the next six months", "MONTHS_6"),
        ("Act within a period of six months.", "within a period of six months", "MONTHS_6"),
        ("Act within a six-month period.", "within a six-month period", "MONTHS_6"),
        ("Within 6 weeks, publish a plan.", "Within 6 weeks", "WEEKS_6"),
        ("Within a fortnight, publish a plan.", "Within a fortnight", "WEEKS_2"),
        ("Reply within 56 days.", "within 56 days", "DAYS_56"),
        ("Reply within 70 working days.", "within 70 working days", "WORKDAYS_70"),
        (
            "Provide a plan within six weeks of the publication of this report, saying how.",
            "within six weeks of the publication of this report",
            "WEEKS_6",
        ),
        (
            "Send a plan within six weeks of the date on which this report is published.",
            "within six weeks",
            "WEEKS_6",
        ),
        (
            "We will return no later than six months after the publication of this report to see.",
            "no later than six months after the publication of this report",
            "MONTHS_6",
        ),
        (
            "Within three months of the report, act.",
            "Within three months of the report",
            "MONTHS_3",
        ),
        ("Reply within 28 days of this report.", "within 28 days of this report", "DAYS_28"),
        (
            "Publish within 56 days beginning with the day on which the report is published.",
            "within 56 days beginning with the day on which the report is published",
            "S55_56",
        ),
        (
            "Publish within 30 days starting on the day of publication.",
            "within 30 days starting on the day of publication",
            "DAYS_29",
        ),
        ("The force immediately reviews its system.", "immediately", "IMMEDIATE"),
        ("The force acts immediately to improve its work.", "immediately", "IMMEDIATE"),
        ("Immediately, chief constables should stop this.", "Immediately", "IMMEDIATE"),
        ("With immediate effect, forces should stop.", "With immediate effect", "IMMEDIATE"),
        ("Forces should take immediate steps to stop.", "immediate steps", "IMMEDIATE"),
        ("Where this is so, forces should immediately stop.", "immediately", "IMMEDIATE"),
        ("As soon as possible, the force should act.", "As soon as possible", "NONE"),
        ("The force should report in due course.", "in due course", "NONE"),
        (
            "Every force should review its policy within six months.",
            "within six months",
            "MONTHS_6",
        ),
        (
            "Forces should make sure that all staff are trained within six months.",
            "within six months",
            "MONTHS_6",
        ),
        (
            "Within six months, they should make sure each case is read within 24 hours.",
            "Within six months",
            "MONTHS_6",
        ),
    ],
)
def test_a_timescale_that_runs_from_publication(sentence: str, words: str, rule: str) -> None:
    found = read_timescale(sentence)
    assert found is not None
    assert (found[0], str(found[1])) == (words, rule)
    assert found[2].earliest is None
    assert not is_case_standard(sentence)


@pytest.mark.parametrize(
    ("sentence", "words", "rule", "last"),
    [
        (
            "Not later than 31 March 2015, forces should act.",
            "Not later than 31 March 2015",
            "FIXED",
            date(2015, 3, 31),
        ),
        ("By 31 October 2023, act.", "By 31 October 2023", "FIXED", date(2023, 10, 31)),
        ("By 31st October 2023 act.", "By 31st October 2023", "FIXED", date(2023, 10, 31)),
        (
            "Act by Tuesday 31 October 2023.",
            "by Tuesday 31 October 2023",
            "FIXED",
            date(2023, 10, 31),
        ),
        ("Act by 31/10/2023.", "by 31/10/2023", "FIXED", date(2023, 10, 31)),
        ("Act on or before 2023-10-31.", "on or before 2023-10-31", "FIXED", date(2023, 10, 31)),
        ("Act before 3 April 2023.", "before 3 April 2023", "FIXED", date(2023, 4, 2)),
        ("Act before April 2023.", "before April 2023", "FIXED", date(2023, 3, 31)),
        ("By March 2024, act.", "By March 2024", "PERIOD", date(2024, 3, 31)),
        (
            "By the end of December 2022, act.",
            "By the end of December 2022",
            "PERIOD",
            date(2022, 12, 31),
        ),
        (
            "Act before the end of March 2023.",
            "before the end of March 2023",
            "PERIOD",
            date(2023, 3, 31),
        ),
        ("By the end of 2024, act.", "By the end of 2024", "PERIOD", date(2024, 12, 31)),
        ("By Q3 2022/23, act.", "By Q3 2022/23", "PERIOD", date(2022, 12, 31)),
        ("By Autumn 2022, act.", "By Autumn 2022", "PERIOD", None),
        ("By early 2021, act.", "By early 2021", "PERIOD", None),
        ("By the start of May 2021, act.", "By the start of May 2021", "PERIOD", None),
        ("By the end of December, act.", "By the end of December", "PERIOD", None),
        ("By 31 October, act.", "By 31 October", "PERIOD", None),
        ("By 31 February 2022, act.", "By 31 February 2022", "PERIOD", None),
    ],
)
def test_a_date_set_in_the_text(sentence: str, words: str, rule: str, last: date | None) -> None:
    found = read_timescale(sentence)
    assert found is not None
    assert (found[0], str(found[1]), found[2].latest) == (words, rule, last)
    assert due(found[1], found[2]).plan == last


@pytest.mark.parametrize(
    ("sentence", "published", "last"),
    [
        ("By the end of December, act.", "22 June 2021", date(2021, 12, 31)),
        ("By the end of December, act.", "22 December 2021", date(2021, 12, 31)),
        ("By the end of March, act.", "22 June 2021", date(2022, 3, 31)),
        ("By 31 October, act.", "1 November 2021", date(2022, 10, 31)),
        ("By 31 October act.", "31 October 2021", date(2021, 10, 31)),
        ("By 29 February, act.", "1 March 2021", date(2024, 2, 29)),
        ("By the end of May, act.", "December 2021", date(2022, 5, 31)),
        ("By 15 December, act.", "December 2021", None),
        ("By 31 October, act.", "in due course", None),
        ("By 32 October, act.", "1 November 2021", None),
    ],
)
def test_a_date_without_its_year_is_the_next_after_publication(
    sentence: str, published: str, last: date | None
) -> None:
    found = read_timescale(sentence, read_when(published))
    assert found is not None
    assert found[2].latest == last


@pytest.mark.parametrize(
    "sentence",
    [
        "The force should improve its records.",
        "This was done at least six months ago.",
        "The trial ran for six months.",
        "It concerns children aged under 12 months.",
        "In the last 12 months the force trained its staff.",
        "Within the last six months the force trained its staff.",
        "It took more than six weeks.",
        "It treats missing children as a priority.",
        "The force may act by may or by night.",
        "It was chaired by April Smith.",
        "Forces should make sure that risks are immediately referred.",
        "Officers should speak with children who are immediately at risk.",
        "She was given support for her immediate mental health concerns.",
        "Immediately after the inspection the force acted.",
        "Within zero months, act.",
        "Within 900 years, act.",
        "",
    ],
)
def test_what_is_no_timescale_gives_none(sentence: str) -> None:
    assert read_timescale(sentence) is None
    assert not is_case_standard(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "High risk cases will be actioned within seven days",
        "Medium will be actioned with 6 weeks",
        "Low risk should be actioned within 3 months",
        "Very High: arrangements are made to act within 24 hours",
        "Officers should complete an assessment within 15 days of release.",
        "Strategy meetings should take place within two working days of a referral.",
        "When managing an offender, they should complete an assessment within 15 days",
        "Each referral is assessed within five days",
        "Calls are answered within 30 minutes",
        "Visits should be completed within 28 days",
        "The force should record why a crime is closed, within 28 days of the report.",
        "A reply goes out within two days of the report being received",
    ],
)
def test_a_standard_for_each_case_is_no_deadline(sentence: str) -> None:
    assert is_case_standard(sentence)
    assert read_timescale(sentence) is None


def test_the_first_of_several_timescales_is_taken() -> None:
    found = read_timescale("Forces should immediately stop and, by 31 March 2024, report.")
    assert found is not None
    assert found[1].kind is RuleKind.IMMEDIATE


def test_words_are_given_as_printed_and_explained() -> None:
    found = read_timescale("Within six weeks of the publication of this report, they should act.")
    assert found is not None
    words, rule, _ = found
    line = explain(due(rule, When.on(date(2021, 12, 22)), words), date(2022, 1, 1))
    assert line == "six weeks from publication on Wed 22 Dec 2021; last day Wed 2 Feb 2022"


PIECES = st.sampled_from(
    (
        *("within", "six", "ſix", "6", "0", "999", "month", "days", "weeks", "hours", "of", "the"),
        *("report", "publication", "beginning", "with", "day", "by", "before", "end", "not"),
        *("later", "than", "31", "29", "December", "February", "may", "2022", "Autumn", "Q3"),
        *("half", "first", "second", "immediately", "as", "soon", "possible", "cases", "are"),
        *("actioned", "high", "risk", "should", ",", "."),
    )
)


@settings(max_examples=2_000, deadline=None)
@given(
    st.text() | st.lists(PIECES, max_size=14).map(" ".join),
    st.sampled_from(["", "December 2021", "22 December 2021"]),
)
def test_any_text_has_its_own_words_or_none(text: str, published: str) -> None:
    found = read_timescale(text, read_when(published))
    if found is None:
        assert is_case_standard(text) in (True, False)
        return
    words, rule, when = found
    assert words in text
    assert Rule.parse(str(rule)) == rule
    assert not is_case_standard(text)
    assert explain(due(rule, when, words), date(2022, 6, 1))
