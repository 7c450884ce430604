"""How a list looks: its component classes, their default rules, and the styles drawn from them."""

from typing import ClassVar

from rich.style import Style
from textual.widget import Widget

from tui.widgets.line_contrast import readable

PREFIX = "lines--"

TONES = frozenset({"late", "soon", "on-track", "closed", "quiet", "query", "strong"})
"""What a cell may say by its look, always beside a word or letter that says the same."""

PARTS = frozenset({"cursor", "marked", "header", "sign", "mark", "thumb", "empty"})
"""What the list itself draws: its cursor line, marked lines, header, signs and scroll thumb."""

STYLES = """
Lines {
    height: 1fr;
    width: 1fr;
    border: solid $foreground 40%;
    border-title-color: $foreground;
    border-subtitle-color: $text-muted;
    & > .lines--late { color: $text-error; text-style: bold; }
    & > .lines--soon { color: $text-warning; }
    & > .lines--on-track { color: $text-success; }
    & > .lines--closed { color: $text-muted; }
    & > .lines--quiet { color: $text-muted; }
    & > .lines--query { color: $text-accent; }
    & > .lines--strong { text-style: bold; }
    & > .lines--header { color: $text-muted; text-style: bold; }
    & > .lines--marked { text-style: bold; }
    & > .lines--mark { color: $text-accent; text-style: bold; }
    & > .lines--sign { color: $foreground 70%; }
    & > .lines--cursor { background: $foreground 8%; }
    & > .lines--thumb { color: $foreground 40%; }
    & > .lines--empty { color: $text-muted; }
    &:focus {
        border: heavy $accent;
        border-title-style: bold;
        & > .lines--cursor { background: $primary-muted; text-style: bold; }
        & > .lines--sign { color: $text-accent; text-style: bold; }
        & > .lines--thumb { color: $accent; }
    }
    &:ansi:focus > .lines--cursor {
        color: $foreground; background: transparent; text-style: bold reverse;
    }
    &:nocolor > .lines--late { color: $foreground; }
    &:nocolor:focus > .lines--cursor { color: $foreground; text-style: bold reverse; }
}
"""


class Palette:
    """The rich styles of one list, worked out once and kept until its rules change."""

    component_classes: ClassVar[set[str]] = {PREFIX + name for name in TONES | PARTS}

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, bool, bool], Style] = {}

    def forget(self) -> None:
        """Work the styles out afresh: the theme, the focus or the rules have changed."""
        self._styles.clear()

    def style(self, tone: str = "", *, cursor: bool = False, marked: bool = False) -> Style:
        """The style of text in a tone, on the cursor line or not, in a marked row or not."""
        asked = (tone, cursor, marked)
        if asked not in self._styles:
            self._styles[asked] = readable(self._mixed(tone, cursor, marked))
        return self._styles[asked]

    def _mixed(self, tone: str, cursor: bool, marked: bool) -> Style:
        style = self._widget.rich_style
        if marked:
            style += self._text_only("marked")
        if tone:
            style += self._text_only(tone)
        return style + self._ground("cursor") if cursor else style

    def _text_only(self, name: str) -> Style:
        """A component's colour (where it sets one) and weight, whatever lies behind."""
        rules = self._widget.get_component_styles(PREFIX + name)
        colour = None
        if rules.has_rule("color") or rules.has_rule("auto_color"):
            colour = self._widget.get_component_rich_style(PREFIX + name).color
        return Style(color=colour) + rules.text_style

    def _ground(self, name: str) -> Style:
        """A component's text as above, with the background it sets."""
        behind = self._widget.get_component_rich_style(PREFIX + name).bgcolor
        return self._text_only(name) + Style(bgcolor=behind)
