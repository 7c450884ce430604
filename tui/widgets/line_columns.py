"""Which columns of a list are shown at a width, where, and how wide."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.widgets.line_text import Align

ROOMY = 60
"""Cells of width from which columns stand two cells apart instead of one."""


class Column(NamedTuple):
    """A column of a list; widths in cells. Without a width it takes what the others leave.

    A column never gets less than `minimum` while another with `drop` above nought could go instead;
    the highest `drop` goes first, and nought never goes.
    """

    key: str
    title: str = ""
    width: int | None = None
    minimum: int = 4
    align: Align = "left"
    drop: int = 0

    @property
    def least(self) -> int:
        """The fewest cells it is content with: its width, or its minimum when it has none."""
        return self.minimum if self.width is None else self.width


class Stretch(NamedTuple):
    """Where a column, told by its number, is drawn: its first cell and its width in cells."""

    column: int
    start: int
    width: int


@lru_cache(maxsize=64)
def arrange(columns: tuple[Column, ...], width: int) -> tuple[Stretch, ...]:
    """The columns that fit in `width` cells, from left to right; never wider than `width`."""
    gap = gap_at(width)
    shown = _after_dropping(columns, width, gap)
    spare = width - _least_width(columns, shown, gap)
    growing = [index for index in shown if columns[index].width is None]
    wanted = {index: columns[index].least for index in shown}
    for position, index in enumerate(growing):
        share = max(0, spare) // len(growing)
        wanted[index] += share + (position < max(0, spare) % len(growing))
    if spare < 0:
        wanted = _squeezed(columns, wanted, -spare)
    return _in_line(shown, wanted, gap, width)


def unrolled(columns: tuple[Column, ...], widths: Sequence[int], gap: int) -> tuple[Stretch, ...]:
    """Every column at its own full width, side by side, however wide that is together."""
    wanted = dict(enumerate(widths))
    return _in_line(list(wanted), wanted, gap, sum(widths) + gap * len(widths))


def gap_at(width: int) -> int:
    """The empty cells between two columns at this width."""
    return 2 if width >= ROOMY else 1


def total_width(places: Sequence[Stretch]) -> int:
    """The cells from the first column's start to the last one's end."""
    return places[-1].start + places[-1].width if places else 0


def _after_dropping(columns: tuple[Column, ...], width: int, gap: int) -> list[int]:
    shown = list(range(len(columns)))
    while _least_width(columns, shown, gap) > width:
        droppable = [index for index in shown if columns[index].drop > 0]
        if not droppable:
            break
        shown.remove(max(droppable, key=lambda index: (columns[index].drop, index)))
    return shown


def _least_width(columns: tuple[Column, ...], shown: list[int], gap: int) -> int:
    return sum(columns[index].least for index in shown) + gap * max(0, len(shown) - 1)


def _squeezed(columns: tuple[Column, ...], wanted: dict[int, int], excess: int) -> dict[int, int]:
    """Fixed columns given up towards their minimum, from the right, until the excess is gone."""
    squeezed = dict(wanted)
    for index in reversed(list(wanted)):
        give = min(excess, max(0, wanted[index] - columns[index].minimum))
        squeezed[index] -= give
        excess -= give
    return squeezed


def _in_line(shown: list[int], wanted: dict[int, int], gap: int, width: int) -> tuple[Stretch, ...]:
    places: list[Stretch] = []
    start = 0
    for index in shown:
        cells = min(wanted[index], width - start)
        if cells <= 0:
            break
        places.append(Stretch(index, start, cells))
        start += cells + gap
    return tuple(places)
