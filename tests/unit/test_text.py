"""Cleaning: what a terminal would obey or an eye would miss never gets in unseen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text import clean, hidden_count


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("plain [x] <b> {y} \\ %", "plain [x] <b> {y} \\ %"),
        ("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("tab\there", "tab\there"),
        ("\x1b[2J", "\ufffd[2J"),
        ("\x9b2J", "\ufffd2J"),
        ("\x1b]52;c;eHg=\x07", "\ufffd]52;c;eHg=\ufffd"),
        ("nul\x00del\x7f", "nul\ufffddel\ufffd"),
        ("exe\u202etxt\u202c", "exe\ufffdtxt\ufffd"),
        ("zero\u200bwidth\u2060\ufeff", "zero\ufffdwidth\ufffd\ufffd"),
        ("tag\U000e0041", "tag\ufffd"),
        ("half\ud800", "half\ufffd"),
        ("cafe\u0301", "café"),
        (
            "\U0001f468\u200d\U0001f469 \u0646\u200c\u0647",
            "\U0001f468\u200d\U0001f469 \u0646\u200c\u0647",
        ),
        ("", ""),
    ],
)
def test_what_is_kept_and_what_is_shown_as_replaced(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned
    assert hidden_count(raw) == cleaned.count("\ufffd") - raw.count("\ufffd")


def test_a_single_line_has_no_line_ends_and_no_tabs() -> None:
    assert clean("a\r\nb\tc", single_line=True) == "a b c"


@given(st.text(alphabet=st.characters(), max_size=200))
def test_nothing_dangerous_is_left_and_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert hidden_count(once) == 0
    assert all(
        unicodedata.category(letter) not in ("Cc", "Cs") or letter in "\n\t" for letter in once
    )


@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_line_without_line_ends_is_cleaned_as_one_with_them(text: str) -> None:
    assert clean(f"{text}\n") == f"{clean(text)}\n" or text.endswith("\r")
