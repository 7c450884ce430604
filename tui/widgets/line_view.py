"""Where a list stands: its cursor, its first row in view, and how both move."""


class View:
    """A cursor and a window of `screen` whole rows over `count` rows; indexes start at nought."""

    __slots__ = ("count", "cursor", "screen", "top")

    def __init__(self, count: int = 0, screen: int = 1, top: int = 0, cursor: int = 0) -> None:
        self.count = count
        self.screen = screen
        self.top = top
        self.cursor = cursor

    @property
    def last_top(self) -> int:
        """The furthest the view may scroll: the last row at the bottom."""
        return max(0, self.count - self.screen)

    @property
    def overflows(self) -> bool:
        """Whether there are more rows than the view holds."""
        return self.count > self.screen

    def move_to(self, index: int) -> bool:
        """Put the cursor on the row nearest `index`, in view; True if that scrolled."""
        self.cursor = max(0, min(index, self.count - 1))
        return self.reveal()

    def reveal(self) -> bool:
        """Scroll just far enough to see the cursor; True if that scrolled."""
        lowest = self.cursor - self.screen + 1
        return self._scroll_to(min(max(self.top, lowest), self.cursor))

    def page(self, pages: int) -> bool:
        """Move cursor and view by whole screens less a row, the cursor keeping its line."""
        step = pages * max(1, self.screen - 1)
        scrolled = self._scroll_to(self.top + step)
        return self.move_to(self.cursor + step) or scrolled

    def scroll(self, rows: int) -> bool:
        """Scroll by rows, leaving the cursor on its record; True if anything moved."""
        return self._scroll_to(self.top + rows)

    def resize(self, screen: int) -> None:
        """Take a new height in rows, with the cursor in view."""
        self.screen = max(1, screen)
        self._scroll_to(self.top)
        self.reveal()

    def refill(self, count: int, cursor: int) -> None:
        """Take other rows, the cursor on `cursor` and, where that can be, on the same line."""
        line = self.cursor - self.top
        self.count = count
        self.cursor = max(0, min(cursor, count - 1))
        self._scroll_to(self.cursor - line)
        if 0 <= line < self.screen:
            self.reveal()

    def _scroll_to(self, top: int) -> bool:
        before = self.top
        self.top = max(0, min(top, self.last_top))
        return self.top != before
