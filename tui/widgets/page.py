"""A pane of running text: paragraphs wrapped to its width, scrolled by its own offset."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import islice
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style

from tui.widgets.framed import Framed

KEPT_PARAGRAPHS = 120


class Paragraph(NamedTuple):
    """Some text, the cells it is set in from the left, and a sign that stands in that margin."""

    text: Content
    indent: int = 0
    sign: Content | None = None


MORE = Paragraph(Content.styled("▼", "$text-muted"))
"""Stands in the last cell where the page goes on below."""


class Page(Framed, can_focus=True):
    """Paragraphs to read. Drawn line by line, so that showing others lays nothing out again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_lines(-1)", "Up", show=False, id="page.up"),
        Binding("down,j", "scroll_lines(1)", "Down", show=False, id="page.down"),
        Binding("pageup", "scroll_screens(-1)", "Page up", show=False, id="page.page-up"),
        Binding(
            "pagedown,space", "scroll_screens(1)", "Page down", show=False, id="page.page-down"
        ),
        Binding("home,g", "scroll_lines(-1000000)", "Top", show=False, id="page.top"),
        Binding("end,G", "scroll_lines(1000000)", "Bottom", show=False, id="page.bottom"),
    ]
    DEFAULT_CSS = """
    Page {
        height: 1fr;
        padding: 0 1;
        border: solid $foreground 40%;
        border-title-color: $foreground;
        border-subtitle-color: $text-muted;
        &:focus { border: heavy $accent; border-title-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.paragraphs: tuple[Paragraph, ...] = ()
        self.top = 0
        self._strips: list[Strip] = []
        self._unwrapped: Iterator[Strip] = iter(())
        self._blank_style, self._wording_style = RichStyle(), Style()
        self._looks: dict[Style, RichStyle] = {}
        self._fitted = Size(-1, -1)
        self._kept: dict[Hashable, list[Strip]] = {}

    def show(self, paragraphs: Sequence[Paragraph], *, keep_place: bool = False) -> None:
        """Show other paragraphs, from the top or from the line reached."""
        self.paragraphs = tuple(paragraphs)
        self.top = self.top if keep_place else 0
        self._fitted = Size(-1, -1)
        self.refresh_changed()

    @property
    def last_top(self) -> int:
        """The furthest it can be scrolled; to know it, all paragraphs are wrapped."""
        self._strips.extend(self._unwrapped)
        return max(0, len(self._strips) - self.size.height)

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll by lines."""
        self.fitted()
        before, self.top = self.top, max(0, min(self.top + lines, self.last_top))
        if self.top != before:
            self.refresh(self.size.region)

    def action_scroll_screens(self, screens: int) -> None:
        """Scroll by screens less a line."""
        self.action_scroll_lines(screens * max(1, self.size.height - 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.action_scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.action_scroll_lines(-3)

    def notify_style_update(self) -> None:
        """Wrap and colour afresh when theme or focus change."""
        super().notify_style_update()
        self._fitted = Size(-1, -1)
        self._kept.clear()
        self._looks.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the content."""
        line, (width, height) = self.top + y, self._fitted
        self._reach(self.top + height)
        if not 0 <= line < len(self._strips):
            return Strip.blank(width, self._blank_style)
        strip = self._strips[line]
        if y == height - 1 and len(self._strips) > self.top + height:
            strip = Strip.join([strip.crop(0, width - 1), self._more()])
        return strip.adjust_cell_length(width, self._blank_style)

    def _more(self) -> Strip:
        return self._wrap(MORE)[0]

    def fitted(self) -> Size:
        """Begin to wrap the paragraphs to the width there is, if it or they have changed."""
        size = self.size
        if size == self._fitted:
            return size
        self._fitted = size
        if not self._looks:
            self._blank_style, self._wording_style = self.rich_style, self.visual_style
        self._strips = []
        self._unwrapped = (strip for each in self.paragraphs for strip in self._wrap(each))
        self.top = max(0, min(self.top, self.last_top)) if self.top else 0
        return size

    def _reach(self, line: int) -> None:
        """Wrap as far as a line; what is out of sight is wrapped when it is scrolled to."""
        missing = line + 1 - len(self._strips)
        if missing > 0:
            self._strips.extend(islice(self._unwrapped, missing))

    def _wrap(self, paragraph: Paragraph) -> list[Strip]:
        """The lines of a paragraph; many a one stands in the next record too."""
        text, sign = paragraph.text, paragraph.sign or Content("")
        width = max(4, self._fitted.width - paragraph.indent)
        asked = (text.plain, *text.spans), (sign.plain, *sign.spans), paragraph.indent, width
        if asked not in self._kept:
            if len(self._kept) >= KEPT_PARAGRAPHS:
                self._kept.clear()
            self._kept[asked] = self._wrapped_to(width, paragraph)
        return self._kept[asked]

    def _wrapped_to(self, width: int, paragraph: Paragraph) -> list[Strip]:
        strips = self._drawn(paragraph.text, width)
        if not paragraph.indent:
            return strips or [Strip.blank(width, self._blank_style)]
        margin = Strip.blank(paragraph.indent, self._blank_style)
        first = margin
        if paragraph.sign is not None:
            first = self._drawn(paragraph.sign, paragraph.indent)[0].adjust_cell_length(
                paragraph.indent, self._blank_style
            )
        return [
            Strip.join([first if number == 0 else margin, strip])
            for number, strip in enumerate(strips)
        ]

    def _drawn(self, text: Content, width: int) -> list[Strip]:
        return [self._strip(each) for each in text.wrap(width)]

    def _strip(self, wrapped: Content) -> Strip:
        """One line; unlike Textual's own it does not carry its place for being selected."""
        base = self._wording_style
        pieces = wrapped.render(base, end="", parse_style=_parsed)
        segments = [Segment(text, self._look(base + style)) for text, style in pieces]
        return Strip(segments, wrapped.cell_length)

    def _look(self, style: Style) -> RichStyle:
        if style not in self._looks:
            self._looks[style] = style.rich_style
        return self._looks[style]


def _parsed(style: str | Style) -> Style:
    return Style.parse(style) if isinstance(style, str) else style
