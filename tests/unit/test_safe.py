import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.safe import LONGEST_SHOWN, line_content, safe_line, safe_text, text_content

HOSTILE = {
    "a clipboard write": "\x1b]52;c;aGVsbG8=\x07",
    "a window title": "\x1b]0;owned\x07",
    "a screen clear": "\x1b[2J",
    "an eight-bit control": "\x9b31m",
    "a turned reading order": "abc\u202edef",
    "a zero-width space": "a\u200bb",
    "tag characters": "a\U000e0041b",
    "a delete": "a\x7fb",
    "a lone surrogate": "a\ud800b",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_a_terminal_would_obey_reaches_the_screen(text: str) -> None:
    for shown in (safe_line(text), safe_text(text)):
        assert "\ufffd" in shown
        assert not set(shown) & set("\x1b\x07\x7f\x9b\u202e\u200b\U000e0041\ud800")


@given(st.text())
def test_a_line_is_one_line_without_controls(text: str) -> None:
    assert all(ord(character) >= 32 and character != "\x7f" for character in safe_line(text))


@given(st.text())
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert safe_line(safe_line(text)) == safe_line(text)
    assert safe_text(safe_text(text)) == safe_text(text)


def test_plain_text_and_joined_emoji_stay_as_they_are() -> None:
    for text in ("Children's views [x] – 21 days", "👩\u200d👩\u200d👧", "子どもの保護"):
        assert safe_line(text) == text


def test_lines_become_spaces_or_stay() -> None:
    assert safe_line("one\r\ntwo\tthree") == "one two three"
    assert safe_text("one\r\ntwo\tthree") == "one\ntwo    three"


def test_a_very_long_text_is_cut_with_an_ellipsis() -> None:
    for shown in (safe_line("x" * 10_000), safe_text("x" * 10_000)):
        assert len(shown) == LONGEST_SHOWN
        assert shown.endswith("x…")


def test_a_text_of_just_the_longest_length_is_whole() -> None:
    longest = "x" * 2_000
    assert (safe_line(longest), safe_text(longest)) == (longest, longest)
    assert safe_line(longest + "x") == "x" * 1_999 + "…"
    assert safe_text(longest + "x") == "x" * 1_999 + "…"


def test_brackets_are_never_markup() -> None:
    text = "see [1], [a], [/nope] and [@click=app.quit]this[/]"
    assert line_content(text).plain == text
    assert line_content(text, "bold").plain == text
    assert text_content(text + "\nmore").plain == text + "\nmore"
    assert not line_content(text).spans
