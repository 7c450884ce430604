import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.color import Color

from tui.widgets.line_contrast import ENOUGH, contrast, readable

PART = st.integers(0, 255)
COLOUR = st.tuples(PART, PART, PART).map(lambda parts: Color(*parts))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_as_the_guideline_counts_it(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)


@given(COLOUR, COLOUR)
def test_any_text_on_any_ground_can_be_read(colour: Color, ground: Color) -> None:
    style = readable(Style(color=colour.rich_color, bgcolor=ground.rich_color))
    assert style.color is not None
    assert contrast(Color.from_rich_color(style.color), ground) >= ENOUGH


def test_what_can_be_read_already_is_left_alone() -> None:
    style = Style(color="#ffffff", bgcolor="#121212", bold=True)
    assert readable(style) == style


@pytest.mark.parametrize(
    "style", [Style(), Style(color="red", bgcolor="default"), Style(bold=True)]
)
def test_the_terminals_own_colours_are_left_alone(style: Style) -> None:
    assert readable(style) == style
