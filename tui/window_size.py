"""How much room every screen needs."""

from textual.geometry import Size

WIDTH, HEIGHT = 60, 15


def fits(size: Size) -> bool:
    """Whether a window has room for every screen."""
    return size.width >= WIDTH and size.height >= HEIGHT
