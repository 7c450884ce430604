"""The keys of every list; ids let a user's keymap change them."""

from textual.binding import Binding, BindingType

SIDEWAYS = 8
"""Cells moved by one press of left or right."""

KEYS: list[BindingType] = [
    Binding("up,k", "step(-1)", "Up", show=False, id="lines.up", tooltip="Go to the row above"),
    Binding(
        "down,j", "step(1)", "Down", show=False, id="lines.down", tooltip="Go to the row below"
    ),
    Binding(
        "pageup", "page(-1)", "Page up", show=False, id="lines.page-up", tooltip="Go a screen up"
    ),
    Binding(
        "pagedown",
        "page(1)",
        "Page down",
        show=False,
        id="lines.page-down",
        tooltip="Go a screen down",
    ),
    Binding(
        "home,g", "first", "First", show=False, id="lines.first", tooltip="Go to the first row"
    ),
    Binding("end,G", "last", "Last", show=False, id="lines.last", tooltip="Go to the last row"),
    Binding(
        "left",
        f"sideways(-{SIDEWAYS})",
        "Left",
        show=False,
        id="lines.left",
        tooltip="Show what is cut off at the left",
    ),
    Binding(
        "right",
        f"sideways({SIDEWAYS})",
        "Right",
        show=False,
        id="lines.right",
        tooltip="Show what is cut off at the right",
    ),
    Binding("space", "mark", "Mark", show=False, id="lines.mark", tooltip="Mark or unmark the row"),
    Binding("enter", "choose", "Open", show=False, id="lines.choose", tooltip="Open the row"),
]
