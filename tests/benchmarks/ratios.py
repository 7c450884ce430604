"""Figures in pairs: medians, ratios, and lines of the table."""

from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import NamedTuple


class Line(NamedTuple):
    """One line of the table: what is measured, what is asked, what was reached, whether it holds.

    `holds` is None where nothing is asked, or nothing could be measured.
    """

    what: str
    asked: str
    reached: str
    holds: bool | None = None


class Pairs(NamedTuple):
    """Two things measured in turn, so that a slow moment of the machine falls on both."""

    ours: list[float]
    theirs: list[float]

    @property
    def ratio(self) -> float:
        """The median of the ratios of each pair."""
        return median(own / other for own, other in zip(self.ours, self.theirs, strict=True))


def in_turn(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> Pairs:
    """Measure one, then the other, so many times; a first round of each is not counted."""
    ours(), theirs()
    found = Pairs([], [])
    for _ in range(rounds):
        found.ours.append(ours())
        found.theirs.append(theirs())
    return found


def at_most(what: str, asked: float, pairs: Pairs, unit: str = "ms") -> Line:
    """A line for a ratio that is to be no larger than asked."""
    told = f"{pairs.ratio:.2f} ({median(pairs.ours):,.1f} to {median(pairs.theirs):,.1f} {unit})"
    return Line(what, f"≤ {asked:g}", told, pairs.ratio <= asked)


def p50(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def p95(values: Sequence[float]) -> float:
    """The value that nineteen in twenty do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def ms(value: float) -> str:
    """Milliseconds in words."""
    return f"{value:,.1f} ms"
