"""How a list looks: its frame, and the styles its lines are drawn in.

The styles are told in the theme's colours and worked out when they are first drawn. As component
classes each of them would be matched against every rule for every list at every start.
"""

from rich.style import Style as RichStyle
from textual.style import Style
from textual.widget import Widget

from tui.widgets.line_contrast import readable

STYLES = """
Lines {
    height: 1fr;
    width: 1fr;
    border: solid $foreground 40%;
    border-title-color: $foreground;
    border-subtitle-color: $text-muted;
    &:focus { border: heavy $accent; border-title-style: bold; }
}
"""

TONES = {
    "late": "bold $text-error",
    "soon": "$text-warning",
    "on-track": "$text-success",
    "closed": "$text-muted",
    "quiet": "$text-muted",
    "query": "$text-accent",
    "strong": "bold",
}
"""What a cell may say by its look, always beside a word or letter that says the same."""

_TONES_WITHOUT_COLOUR = {"late": "bold"}
_PARTS = {
    "header": "bold $text-muted",
    "mark": "bold $text-accent",
    "sign": "$foreground 70%",
    "thumb": "$foreground 40%",
    "empty": "$text-muted",
}
_FOCUSED_PARTS = {"sign": "bold $text-accent", "thumb": "$accent"}
_MARKED = "bold"
_CURSOR, _FOCUSED_CURSOR = "on $foreground 8%", "bold on $primary-muted"
_CURSOR_BY_REVERSING = "bold reverse"


class Palette:
    """The styles of one list, worked out once and kept until its theme or its focus changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, bool, bool], RichStyle] = {}

    def forget(self) -> None:
        """Work the styles out afresh: the theme, the focus or the rules have changed."""
        self._styles.clear()

    def style(self, tone: str = "", *, cursor: bool = False, marked: bool = False) -> RichStyle:
        """The style of text in a tone, on the cursor line or not, in a marked row or not."""
        asked = (tone, cursor, marked)
        if asked not in self._styles:
            self._styles[asked] = readable(self._mixed(tone, cursor, marked).rich_style)
        return self._styles[asked]

    def _mixed(self, tone: str, cursor: bool, marked: bool) -> Style:
        told = [_MARKED] if marked else []
        told += [self._told(tone)] if tone else []
        told += [self._cursor()] if cursor else []
        style = self._widget.visual_style
        for words in told:
            style += Style.parse(words)
        return style

    def _told(self, tone: str) -> str:
        if self._widget.app.no_color and tone in _TONES_WITHOUT_COLOUR:
            return _TONES_WITHOUT_COLOUR[tone]
        if self._widget.has_focus and tone in _FOCUSED_PARTS:
            return _FOCUSED_PARTS[tone]
        return TONES.get(tone) or _PARTS[tone]

    def _cursor(self) -> str:
        if not self._widget.has_focus:
            return _CURSOR
        app = self._widget.app
        return _CURSOR_BY_REVERSING if app.no_color or app.native_ansi_color else _FOCUSED_CURSOR
