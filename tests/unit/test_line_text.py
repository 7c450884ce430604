import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.safe import safe_line
from tui.widgets.line_text import beginning, cut, fill

FAMILY = "👩\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("views", 5, "views"),
        ("views", 4, "vie…"),
        ("views", 1, "…"),
        ("views", 0, ""),
        ("子どもの", 8, "子どもの"),
        ("子どもの", 7, "子ども…"),
        ("子どもの", 6, "子ど…"),
        ("子どもの", 2, "…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        (FAMILY + "abc", 4, FAMILY + "a…"),
        (FAMILY + "abc", 2, "…"),
    ],
)
def test_text_is_cut_between_characters(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@pytest.mark.parametrize(
    ("text", "width", "align", "shown"),
    [
        ("R1", 4, "left", "R1  "),
        ("R1", 4, "right", "  R1"),
        ("子ども", 5, "left", "子ど…"),
        ("子ども", 4, "right", " 子…"),
        ("子ども", 4, "left", "子… "),
    ],
)
def test_text_is_padded_on_the_other_side(text: str, width: int, align, shown: str) -> None:
    assert fill(text, width, align) == shown


@given(st.text(), st.integers(0, 30), st.sampled_from(["left", "right"]))
def test_a_filled_cell_is_exactly_as_wide_as_asked(text: str, width: int, align) -> None:
    assert cell_len(fill(safe_line(text), width, align)) == width


@given(st.text(), st.integers(-1, 30))
def test_a_beginning_is_the_beginning_and_fits(text: str, width: int) -> None:
    start = beginning(safe_line(text), width)
    assert safe_line(text).startswith(start)
    assert cell_len(start) <= max(0, width)
