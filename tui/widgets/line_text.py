"""One line of text made to fill a number of terminal cells exactly."""

from typing import Literal

from rich.cells import cell_len, split_graphemes

Align = Literal["left", "right"]

ELLIPSIS = "…"


def fill(text: str, width: int, align: Align = "left") -> str:
    """The text padded with spaces or cut with … to exactly `width` cells."""
    short = cut(text, width)
    padding = " " * (width - cell_len(short))
    return padding + short if align == "right" else short + padding


def cut(text: str, width: int) -> str:
    """The text if it fits in `width` cells, else its beginning and …; no character is halved."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return beginning(text, width - 1) + ELLIPSIS


def beginning(text: str, width: int) -> str:
    """As many whole characters from the left as fit in `width` cells."""
    if text.isascii():
        return text[: max(0, width)]
    used = 0
    for start, _end, cells in split_graphemes(text)[0]:
        used += cells
        if used > width:
            return text[:start]
    return text
