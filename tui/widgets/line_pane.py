"""A pane that draws rows of records: only the lines in view, only those that changed.

A hundred thousand rows cost what ten do. Cursor and marks belong to records, by key, and stay with
them through every refill.
"""

from collections.abc import Callable, Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.widgets.framed import Framed
from tui.widgets.line_columns import Column, Stretch, arrange, gap_at, total_width, unrolled
from tui.widgets.line_drawing import (
    cells_strip,
    centred,
    detail_strip,
    header_strip,
    natural_widths,
)
from tui.widgets.line_palette import Palette
from tui.widgets.line_rows import Row, Source, Window
from tui.widgets.line_text import fill
from tui.widgets.line_thumb import thumb_lines
from tui.widgets.line_view import View

CURSOR_SIGN, MARK_SIGN, SHIFTED_SIGN, THUMB = "▌", "●", "‹", "▐"
KEPT_STRIPS = 1_000


class LinePane(Framed):
    """Rows in columns with a cursor, marks, a header and a scroll thumb of its own.

    `on_select` is called with the key under the cursor (None when there are no rows) whenever that
    key changes, `on_mark` with the marked keys whenever those change; both in the same tick as the
    change, so that what the screen draws for it comes in the same frame.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        line_height: int = 1,
        header: bool = False,
        marking: bool = False,
        empty: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.columns = tuple(columns)
        self.line_height = line_height
        self.header = header
        self.marking = marking
        self.empty = empty
        self.marked: set[int] = set()
        self.on_select: Callable[[int | None], None] | None = None
        self.on_mark: Callable[[set[int]], None] | None = None
        self.sorted_by: tuple[str, bool] | None = None
        self.view = View()
        self._window = Window()
        self._palette = Palette(self)
        self._strips: dict[tuple[int, int, bool, bool, bool], Strip] = {}
        self._fitted = Size(0, 0)
        self._aside = 0
        self._wide: tuple[int, ...] = ()

    @property
    def source(self) -> Source:
        """Where the rows come from."""
        return self._window.source

    @property
    def key(self) -> int | None:
        """The key of the record under the cursor, None when there are no rows."""
        return self.source.ids[self.view.cursor] if self.view.count else None

    def show(self, source: Source, *, keep: int | None = None) -> None:
        """Show other rows, or the same ones afresh.

        The cursor stays on the record `keep` (by default the one it is on), else on the row now at
        the same place; the view moves as little as it can.
        """
        before = self.key
        self._window = Window(source)
        wanted = before if keep is None else keep
        self.view.refill(len(source.ids), self._index_of(wanted, self.view.cursor))
        self._redraw()
        if self.key != before:
            self._tell_selected()

    def patch(self, keys: Iterable[int]) -> None:
        """Fetch and draw these records again; their order is unchanged."""
        self._window.forget(keys)
        self._redraw()

    def select(self, key: int) -> bool:
        """Put the cursor on this record; False if it is not in the list."""
        index = self._index_of(key, -1)
        if index >= 0:
            self._move(lambda view: view.move_to(index))
        return index >= 0

    def mark_only(self, keys: Iterable[int]) -> None:
        """Mark these records and no others, shown or not."""
        self.marked = set(keys)
        self._redraw()
        self._tell_marked()

    def sort_sign(self, column: str | None, *, descending: bool = False) -> None:
        """Say in the header which column the rows are sorted by."""
        self.sorted_by = None if column is None else (column, descending)
        self.refresh(Region(0, 0, self.size.width, 1))

    def _index_of(self, key: int | None, otherwise: int) -> int:
        if key is None:
            return otherwise
        try:
            return self.source.ids.index(key)
        except ValueError:
            return otherwise

    def _move(self, change: Callable[[View], bool]) -> None:
        """Change the view, draw just what that touched, and tell who listens."""
        self.fitted()
        before = self.view.cursor
        if change(self.view):
            self.refresh(self.size.region)
        elif self.view.cursor != before:
            self._refresh_row(before)
            self._refresh_row(self.view.cursor)
        if self.view.cursor != before:
            self._tell_selected()

    def _shift(self, cells: int) -> bool:
        self._wide = natural_widths(self.columns, self._window.held())
        width = self._body_width
        room = max(0, total_width(unrolled(self.columns, self._wide, gap_at(width))) - width)
        before, self._aside = self._aside, max(0, min(self._aside + cells, room))
        if self._aside == before:
            return False
        self._redraw()
        return True

    def _tell_selected(self) -> None:
        if self.on_select is not None:
            self.on_select(self.key)

    def _tell_marked(self) -> None:
        if self.on_mark is not None:
            self.on_mark(self.marked)

    def notify_style_update(self) -> None:
        """Work out the styles afresh when theme, focus or rules change."""
        super().notify_style_update()
        self._palette.forget()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """The line `y` of the content: header, a row's line, the empty notice or nothing."""
        if self._fitted.width <= 0:
            return Strip([])
        if y < self.head:
            strip = self._header_line()
        elif not self.view.count:
            strip = self._empty_line(y - self.head)
        else:
            index, part = divmod(y - self.head, self.line_height)
            strip = self._row_line(self.view.top + index, part, y - self.head in self._thumb)
        return strip.adjust_cell_length(self._fitted.width, self._palette.style())

    @property
    def head(self) -> int:
        """Lines the header takes: none where there is hardly room for rows."""
        return 1 if self.header and self._fitted.height > self.line_height else 0

    @property
    def gutter_width(self) -> int:
        """Cells at the left for the cursor's sign and, where rows can be marked, ● and a blank."""
        return 3 if self.marking else 1

    @property
    def places(self) -> tuple[Stretch, ...]:
        """Where the columns lie, before any shift sideways."""
        if self._aside:
            return unrolled(self.columns, self._wide, gap_at(self._body_width))
        return arrange(self.columns, self._body_width)

    @property
    def _body_width(self) -> int:
        """Cells between the gutter and the thumb."""
        return max(0, self._fitted.width - self.gutter_width - 1)

    def fitted(self) -> Size:
        """Take in a new size, if there is one, before anything is moved or drawn."""
        size = self.size
        if size == self._fitted:
            return size
        self._fitted = size
        self._aside = 0
        self._strips.clear()
        self.view.resize((size.height - self.head) // self.line_height)
        return size

    def _row_line(self, index: int, part: int, covered: bool) -> Strip:
        if index >= self.view.count:
            return Strip.blank(self._fitted.width, self._palette.style())
        key = self.source.ids[index]
        drawn = (key, part, index == self.view.cursor, key in self.marked, covered)
        if drawn not in self._strips:
            if len(self._strips) >= KEPT_STRIPS:
                self._strips.clear()
            row = self._window.row(index, self.view.top, self.view.screen)
            strips = [self._row_strip(row, *drawn[1:4]), self._thumb_cell(covered)]
            self._strips[drawn] = Strip.join(strips)
        return self._strips[drawn]

    def _row_strip(self, row: Row, part: int, cursor: bool, marked: bool) -> Strip:
        def tones(tone: str) -> Style:
            return self._palette.style(tone, cursor=cursor, marked=marked)

        if part == 0:
            body = cells_strip(row, self.columns, self.places, tones)
        else:
            body = detail_strip(row.detail or (), self._body_width + self._aside, tones)
        signs = [Segment(CURSOR_SIGN, tones("sign")) if cursor else Segment(" ", tones(""))]
        if self.marking:
            dotted = marked and part == 0
            signs += [Segment(MARK_SIGN, tones("mark"))] if dotted else [Segment(" ", tones(""))]
            signs.append(Segment(" ", tones("")))
        return self._with_gutter(Strip(signs), body, tones(""))

    def _header_line(self) -> Strip:
        style = self._palette.style("header")
        titles = header_strip(self.columns, self.places, self.sorted_by, style)
        shifted = fill(SHIFTED_SIGN if self._aside else "", self.gutter_width)
        return self._with_gutter(Strip([Segment(shifted, style)]), titles, style)

    def _with_gutter(self, gutter: Strip, body: Strip, style: Style) -> Strip:
        """The gutter and what of the body is not shifted out, exactly up to the thumb."""
        shifted = body.crop(self._aside, self._aside + self._body_width)
        filled = shifted.adjust_cell_length(self._body_width, style)
        return Strip.join([gutter, filled]).simplify()

    def _empty_line(self, line: int) -> Strip:
        size = self._fitted
        text = centred(self.empty, size.width, size.height - self.head)[line]
        return Strip([Segment(text, self._palette.style("empty"))])

    @property
    def _thumb(self) -> range:
        """The lines below the header that the scroll thumb covers."""
        return thumb_lines(self.view, self._fitted.height - self.head)

    def _thumb_cell(self, covered: bool) -> Strip:
        style = self._palette.style("thumb" if covered else "")
        return Strip([Segment(THUMB if covered else " ", style)])

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh_changed()

    def _refresh_row(self, index: int) -> None:
        line = index - self.view.top
        if 0 <= line <= self.view.screen:
            y = self.head + line * self.line_height
            self.refresh(Region(0, y, self._fitted.width, self.line_height))
