"""Text that can be read on its ground in any theme: WCAG 2.2's 4.5 to 1 for ordinary text."""

from functools import lru_cache

from rich.style import Style
from textual.color import Color

ENOUGH = 4.5
STEPS = 10


@lru_cache(maxsize=256)
def readable(style: Style) -> Style:
    """The style with its colour moved towards black or white until it stands out enough.

    Colours that the terminal itself chooses (the sixteen, or its default) are left as they are.
    """
    if style.color is None or style.bgcolor is None:
        return style
    if style.color.triplet is None or style.bgcolor.triplet is None:
        return style
    colour = Color.from_rich_color(style.color)
    ground = Color.from_rich_color(style.bgcolor)
    furthest = max(Color(0, 0, 0), Color(255, 255, 255), key=lambda end: contrast(end, ground))
    step = 0
    while contrast(colour.blend(furthest, step / STEPS), ground) < ENOUGH and step < STEPS:
        step += 1
    return style + Style(color=colour.blend(furthest, step / STEPS).rich_color)


def contrast(one: Color, other: Color) -> float:
    """WCAG's contrast ratio of two opaque colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """WCAG's relative luminance, from nought to one."""
    red, green, blue = (_linear(part) for part in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
