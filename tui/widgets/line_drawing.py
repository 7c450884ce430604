"""Cells, header and empty notice turned into strips of the width at hand."""

from collections.abc import Callable, Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from tui.safe import safe_line
from tui.widgets.line_columns import Column, Stretch
from tui.widgets.line_rows import Cell, Row
from tui.widgets.line_text import cut, fill

Tones = Callable[[str], Style]

ASCENDING, DESCENDING = "▲", "▼"


def cells_strip(
    row: Row, columns: Sequence[Column], places: Sequence[Stretch], tones: Tones
) -> Strip:
    """A row's first line: each cell in its place, in its tone.

    Blanks go with the text before them: fewer changes of style, so fewer bytes to the terminal.
    """
    texts, styles = [""], [tones("")]
    reached = 0
    for place in places:
        cell = row.cells[place.column] if place.column < len(row.cells) else Cell("")
        text = fill(safe_line(cell.text), place.width, columns[place.column].align)
        words = text.lstrip(" ")
        texts[-1] += " " * (place.start - reached + len(text) - len(words))
        texts.append(words)
        styles.append(tones(cell.tone) if words else styles[-1])
        reached = place.start + place.width
    return Strip(Segment.simplify(map(Segment, texts, styles)), reached)


def detail_strip(cells: Iterable[Cell], width: int, tones: Tones) -> Strip:
    """A row's second line: its cells one after another, set in by one, cut at `width`."""
    segments = [Segment(" ", tones(""))]
    left = width - 1
    for cell in cells:
        text = cut(safe_line(cell.text), left)
        segments.append(Segment(text, tones(cell.tone)))
        left -= cell_len(text)
    return Strip(Segment.simplify(segments))


def header_strip(
    columns: Sequence[Column],
    places: Sequence[Stretch],
    sorted_by: tuple[str, bool] | None,
    style: Style,
) -> Strip:
    """The titles of the columns, with ▲ or ▼ on the one that the rows are sorted by."""
    text = ""
    for place in places:
        column = columns[place.column]
        sign = _sort_sign(column, sorted_by)
        title = cut(safe_line(column.title), place.width - len(sign)) + sign
        text = fill(text, place.start) + fill(title, place.width, column.align)
    return Strip([Segment(text, style)])


def natural_widths(columns: Sequence[Column], rows: Iterable[Row]) -> tuple[int, ...]:
    """The cells each column would need to show these rows uncut."""
    widths = [column.least for column in columns]
    for row in rows:
        for index, cell in enumerate(row.cells[: len(widths)]):
            widths[index] = max(widths[index], cell_len(safe_line(cell.text)))
    return tuple(widths)


def centred(text: str, width: int, height: int) -> list[str]:
    """The text wrapped to `width` and centred in `height` lines, all lines returned."""
    if width <= 0 or height <= 0:
        return [""] * height
    wrapped = [line.plain.strip() for line in Content(text).wrap(width)][:height]
    above = (height - len(wrapped)) // 2
    lines = [" " * ((width - cell_len(line)) // 2) + line for line in wrapped]
    return [""] * above + lines + [""] * (height - above - len(lines))


def _sort_sign(column: Column, sorted_by: tuple[str, bool] | None) -> str:
    if sorted_by is None or sorted_by[0] != column.key:
        return ""
    return " " + (DESCENDING if sorted_by[1] else ASCENDING)
