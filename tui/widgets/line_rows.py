"""What a list shows: rows of cells, fetched by key a few screens at a time."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol


class Cell(NamedTuple):
    """Some literal text and its tone, one of `line_palette.TONES` or none."""

    text: str
    tone: str = ""


class Row(NamedTuple):
    """One record's cells, in the order of the columns; in a two-line list also what stands below.

    The cells of `detail` follow one another without a gap, across the whole width.
    """

    cells: tuple[Cell, ...]
    detail: tuple[Cell, ...] | None = None


class Source(Protocol):
    """Where a list's rows come from: all keys in order, and the rows of a few."""

    @property
    def ids(self) -> Sequence[int]:
        """The key of every row in the order shown, ideally an `array('q')`."""

    def rows(self, keys: Sequence[int]) -> Mapping[int, Row]:
        """The rows of these keys; one that has gone meanwhile is left out."""


class FixedRows(NamedTuple):
    """A source whose rows are few and at hand."""

    ids: Sequence[int]
    by_key: Mapping[int, Row]

    def rows(self, keys: Sequence[int]) -> Mapping[int, Row]:
        """The rows of these keys."""
        return {key: self.by_key[key] for key in keys if key in self.by_key}


NO_ROWS = FixedRows((), {})
GONE = Row((Cell("–", "quiet"),))


class Window:
    """The rows near the view, kept so that drawing asks the source once a screen or so."""

    def __init__(self, source: Source = NO_ROWS) -> None:
        self.source = source
        self._rows: dict[int, Row] = {}
        self._reach = range(0)

    def row(self, index: int, top: int, screen: int) -> Row:
        """The row at `index`, fetched with its neighbours.

        Those are the view at first, and once it moves, a screen more on either side.
        """
        key = self.source.ids[index]
        if key not in self._rows:
            if index not in self._reach:
                around = screen if self._reach else 0
                self._reach = range(max(0, top - around), top + screen + around + 1)
            self._fetch(self._reach.start, self._reach.stop)
        return self._rows.get(key, GONE)

    def held(self) -> Iterable[Row]:
        """The rows at hand, in no order."""
        return self._rows.values()

    def forget(self, keys: Iterable[int]) -> None:
        """Let these rows be fetched afresh when they are next drawn."""
        for key in keys:
            self._rows.pop(key, None)

    def _fetch(self, first: int, end: int) -> None:
        keys = self.source.ids[first:end]
        kept = {key: self._rows[key] for key in keys if key in self._rows}
        missing = [key for key in keys if key not in kept]
        found = self.source.rows(missing)
        self._rows = kept | {key: found.get(key, GONE) for key in missing}
