"""A pane in a frame that keeps its finished lines, and paints only those that changed.

Textual keeps finished lines too, but by their place: a list that scrolls by one row draws all of
them anew, and a title set once more repaints the whole pane. Here a line of the content is framed
once, wherever it moves to, and the frame is drawn by Textual as ever.
"""

from collections.abc import Iterator, Sequence
from typing import Self

from textual.color import TRANSPARENT
from textual.content import Content
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip
from textual.widget import Widget

KEPT_FRAMED = 200
NO_WORDS = Content("")
_NO_FILTERS: Sequence[LineFilter] = ()


class Framed(Widget):
    """A widget that draws its content line by line, each exactly as wide as the content."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.auto_links = False  # text is never markup, so there is no link to look for
        self._finished: dict[int, Strip] = {}
        self._framed: dict[int, tuple[Strip, Strip]] = {}
        self._sides: tuple[Strip, Strip] | None = None
        self._ground, self._filters = TRANSPARENT, _NO_FILTERS
        self._framed_for = Size(-1, -1)
        self._gutter: Spacing | None = None
        self._titling: Region | None = None

    def entitle(self, title: Content, subtitle: Content = NO_WORDS) -> None:
        """Set the titles in the frame, and paint the frame's lines if they are others."""
        if not title.is_same(self._border_title or NO_WORDS):
            self._titling = self._edge(0)
            self.border_title = title
        if not subtitle.is_same(self._border_subtitle or NO_WORDS):
            self._titling = self._edge(self.outer_size.height - 1)
            self.border_subtitle = subtitle
        self._titling = None

    def blur(self) -> Self:
        """Keep the keys: what has them is shown, and only hears late that it was hidden."""
        return self

    def fitted(self) -> Size:
        """Take in a new size of the content, if there is one; asked before lines are drawn."""
        raise NotImplementedError

    def refresh_changed(self) -> None:
        """Paint the lines of the content that are now drawn otherwise than they last were."""
        if not self._finished or self.outer_size != self._framed_for:
            self.refresh(self.size.region)
            return
        top, (width, height) = self._spaces.top, self.fitted()
        drawn = {y: self._content_line(y) for y in range(height)}
        changed = [y for y, strip in drawn.items() if self._finished.get(y + top) != strip]
        if changed:
            self.refresh(*(Region(0, y, width, lines) for y, lines in _runs(changed)))
            self._finished.update({y + top: drawn[y] for y in changed})

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget, those kept and those to be drawn."""
        if self.outer_size != self._framed_for:
            self._forget()
            self._framed_for = self.outer_size
        finished = self._finished
        missing = [y for y in crop.line_range if y not in finished]
        if missing:
            top, (width, height) = self._spaces.top, self.fitted()
            for y in missing:
                of_content = 0 <= y - top < height and width > 0
                finished[y] = self._content_line(y - top) if of_content else self._by_textual(y)
        lines = [finished[y] for y in crop.line_range]
        if crop.column_span == (0, self._framed_for.width):
            return lines
        return [line.crop(*crop.column_span) for line in lines]

    def notify_style_update(self) -> None:
        """Draw everything afresh when theme, focus or rules change."""
        super().notify_style_update()
        self._forget()

    def _set_dirty(self, *regions: Region) -> None:
        """Forget the lines to be painted again; for a title those are the frame's alone."""
        if self._titling is not None and not regions:
            regions = (self._titling,)
        if regions:
            top = self._spaces.top
            for region in regions:
                for y in region.line_range:
                    self._finished.pop(y + top, None)
        else:
            self._forget()
        super()._set_dirty(*regions)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """All but that for the sixteen colours of a terminal: a pane is drawn in the theme's."""
        found = super().get_line_filters()
        return [each for each in found if not isinstance(each, ANSIToTruecolor)]

    def _edge(self, y: int) -> Region:
        """A whole line of the widget, as seen from the content."""
        spaces = self._spaces
        return Region(-spaces.left, y - spaces.top, self.outer_size.width, 1)

    def _forget(self) -> None:
        self._finished.clear()
        self._framed.clear()
        self._sides = None
        self._gutter = None

    @property
    def _spaces(self) -> Spacing:
        """The frame and the padding round the content, worked out once."""
        if self._gutter is None:
            self._gutter = self.gutter
        return self._gutter

    def _content_line(self, y: int) -> Strip:
        """A line of the content between the frame's sides; kept for as long as it is the same."""
        content = self.render_line(y)
        kept = self._framed.get(id(content))
        if kept is None:
            if len(self._framed) >= KEPT_FRAMED:
                self._framed.clear()
            kept = self._framed[id(content)] = (content, self._between_sides(content))
        return kept[1]

    def _between_sides(self, content: Strip) -> Strip:
        if self._sides is None:
            gutter, whole = self._spaces, self._by_textual(self._spaces.top)
            width = whole.cell_length
            self._sides = whole.crop(0, gutter.left), whole.crop(width - gutter.right, width)
            self._ground, self._filters = self.background_colors[1], self.get_line_filters()
        for each in self._filters:
            content = content.apply_filter(each, self._ground)
        left, right = self._sides
        return Strip.join([left, content, right])

    def _by_textual(self, y: int) -> Strip:
        return super().render_lines(Region(0, y, self.outer_size.width, 1))[0]


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Lines that follow one another, as the first of them and how many they are."""
    first = before = lines[0]
    for line in lines[1:]:
        if line != before + 1:
            yield first, before + 1 - first
            first = line
        before = line
    yield first, before + 1 - first
