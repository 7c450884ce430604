"""The text of a document, with page and line in the margin and the passages in hand lit up.

Only what is in view is wrapped, so that a document of a thousand pages costs what one page does.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual

from tui.widgets.page import Page

MARGIN = 9
"""Cells at the left: a line number of up to six digits, what was found there, and where we are."""

HERE, KEPT = "▶", 400


@dataclass(frozen=True, slots=True)
class Passage:
    """Some text of a document: `margin` is what stands beside it, `strong` that it is a heading.

    `block` is where it belongs in the document; a rule between pages belongs to none (-1).
    """

    text: str
    margin: str = ""
    block: int = -1
    strong: bool = False


class SourceText(Page):
    """Passages to read beside a list. `light` brings the first of some blocks into view."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._passages: tuple[Passage, ...] = ()
        self._first: dict[int, int] = {}
        self._lit: frozenset[int] = frozenset()
        self._words = ""
        self._signs: Mapping[int, str] = {}
        self._wrapped: dict[int, list[Strip]] = {}
        self._at = (0, 0)

    def open(self, passages: Sequence[Passage]) -> None:
        """Show another document, from its beginning."""
        self._passages = tuple(passages)
        self._first = {}
        for index, passage in enumerate(self._passages):
            self._first.setdefault(passage.block, index)
        self._at = (0, 0)
        self._lit = frozenset()
        self._forget()

    def light(self, blocks: Collection[int], words: str = "") -> None:
        """Mark these blocks, and in them these words, and bring the first of them into view."""
        changed = self._lit.union(blocks)
        self._lit, self._words = frozenset(blocks), words
        for index in [one for one in self._wrapped if self._passages[one].block in changed]:
            del self._wrapped[index]
        if self.size == self._fitted:
            self._reveal_lit()
        self.refresh(self.size.region)

    def sign(self, signs: Mapping[int, str]) -> None:
        """Put signs beside blocks: what was found there, and whether it is taken."""
        if signs != self._signs:
            self._signs = dict(signs)
            self._forget()

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll by lines, at most to either end."""
        before = self._at
        far = len(self._passages) + self.size.height
        if abs(lines) > 100 * far:
            self._at = (0, 0) if lines < 0 else (len(self._passages), 0)
        elif lines < 0:
            self._at = self._up(self._at, -lines)
        else:
            self._at = self._down(self._at, lines)
        self._at = min(self._at, self._last_top())
        if self._at != before:
            self.refresh(self.size.region)

    def notify_style_update(self) -> None:
        """Wrap and colour afresh when theme or focus change."""
        super().notify_style_update()
        self._wrapped.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view."""
        passage, line = self._down(self._at, y)
        style = self.rich_style
        if passage >= len(self._passages):
            return Strip.blank(self.size.width, style)
        return self._strips_of(passage)[line].adjust_cell_length(self.size.width, style)

    def fitted(self) -> Size:
        """Wrap to another size, if there is one, with what is lit in view."""
        size = self.size
        if size != self._fitted:
            self._fitted = size
            self._wrapped.clear()
            self._at = min(self._at, self._last_top())
            self._reveal_lit()
        return size

    def _reveal_lit(self) -> None:
        places = [self._first[block] for block in self._lit if block in self._first]
        if places:
            self._reveal(min(places))

    def _reveal(self, place: int) -> None:
        """Put a passage a few lines below the top, unless all of it is in view already."""
        reached, height = self._at, self.size.height
        seen = [self._down(reached, y)[0] for y in range(max(1, height - 2))]
        if place in seen[1 if place else 0 :] and seen.count(place) >= len(self._strips_of(place)):
            return
        self._at = min(self._up((place, 0), max(1, height // 5)), self._last_top())

    def _down(self, at: tuple[int, int], lines: int) -> tuple[int, int]:
        passage, line = at
        while passage < len(self._passages):
            left = len(self._strips_of(passage)) - line
            if lines < left:
                return passage, line + lines
            lines, passage, line = lines - left, passage + 1, 0
        return len(self._passages), 0

    def _up(self, at: tuple[int, int], lines: int) -> tuple[int, int]:
        passage, line = at
        while lines > line and passage:
            lines -= line
            passage -= 1
            line = len(self._strips_of(passage))
        return passage, max(0, line - lines)

    def _last_top(self) -> tuple[int, int]:
        return self._up((len(self._passages), 0), self.size.height)

    def _forget(self) -> None:
        self._wrapped.clear()
        self._fitted = Size(-1, -1)
        self.refresh(self.size.region)

    def _strips_of(self, index: int) -> list[Strip]:
        if index not in self._wrapped:
            if len(self._wrapped) >= KEPT:
                self._wrapped.clear()
            self._wrapped[index] = self._draw(self._passages[index])
        return self._wrapped[index]

    def _draw(self, passage: Passage) -> list[Strip]:
        lit = passage.block in self._lit
        width = max(8, self.size.width - MARGIN)
        style = self.visual_style
        content = self._content(passage, lit)
        lines = Visual.to_strips(self, content, width, None, style, apply_selection=False)
        sign = self._signs.get(passage.block, " ")
        drawn = []
        for number, strip in enumerate(lines or [Strip.blank(width, self.rich_style)]):
            first = number == 0
            margin = f"{passage.margin if first else '':>6}{sign if first else ' '}"
            here = Content.assemble(
                (margin, "$text-muted"), (HERE if lit else " ", "bold $text-accent"), " "
            )
            (beside,) = Visual.to_strips(self, here, MARGIN, 1, style, apply_selection=False)
            drawn.append(Strip.join([beside.adjust_cell_length(MARGIN), strip]))
        return drawn

    def _content(self, passage: Passage, lit: bool) -> Content:
        """The text; of a lit passage the very words in hand stand out, or all of it."""
        text, look = passage.text, "bold" if passage.strong else ""
        if not lit:
            return Content.styled(text, look)
        at = text.find(self._words) if self._words else -1
        if at < 0:
            return Content.styled(text, "bold")
        end = at + len(self._words)
        return Content.assemble(text[:at], (text[at:end], "bold underline"), text[end:])
