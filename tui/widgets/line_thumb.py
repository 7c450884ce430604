"""The scroll thumb: where it lies in a column of cells, and what a click beside it means."""

from tui.widgets.line_view import View


def thumb_lines(view: View, height: int) -> range:
    """The lines of a column that the thumb covers; it touches an end only when the view does."""
    if not view.overflows or height <= 0:
        return range(0)
    size = max(1, height * view.screen // view.count)
    room = height - size
    start = round(room * view.top / view.last_top)
    if room > 1:
        start = _inside(start, room, view)
    return range(start, start + size)


def top_for(line: int, view: View, height: int) -> int:
    """The first row in view when the thumb's middle is put on `line`."""
    size = len(thumb_lines(view, height))
    room = max(1, height - size)
    start = max(0, min(line - size // 2, room))
    return round(view.last_top * start / room)


def _inside(start: int, room: int, view: View) -> int:
    """Nought only at the very top, `room` only at the very bottom."""
    if view.top > 0:
        start = max(1, start)
    if view.top < view.last_top:
        start = min(start, room - 1)
    return start
