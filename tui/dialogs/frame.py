"""The frame of every dialog: a titled box, its content, a notice, buttons and a line of keys."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, Generic

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Button, Static

from tui.safe import line_content, text_content


class Tone(StrEnum):
    """What a notice is: its sign says it, the colour only repeats it."""

    PLAIN = "plain"
    ASK = "ask"
    WRONG = "wrong"


_SIGNS = {Tone.PLAIN: "· ", Tone.ASK: "? ", Tone.WRONG: "! "}

BORDER, AIR = 2, 2
LOW = 20
"""Lines of screen below which nothing is spent on air."""

STYLES = """
Dialog {
    align: center middle;
    & #box {
        width: 84; max-width: 100%; height: auto; max-height: 100%;
        border: heavy $accent; background: $background; padding: 1 2;
        border-title-color: $foreground; border-title-style: bold;
    }
    & #foot { dock: bottom; height: auto; padding: 1 0 0 0; }
    & #notice { height: auto; max-height: 6; margin-bottom: 1; }
    & #notice.-plain { color: $text-muted; }
    & #notice.-ask { color: $text-warning; text-style: bold; }
    & #notice.-wrong { color: $text-error; text-style: bold; }
    & #buttons { height: 1; }
    & #status { width: 1fr; text-align: right; color: $text-muted; }
    & #keys { height: auto; color: $text-muted; }
    & Button {
        width: auto; min-width: 8; margin-right: 2; color: $foreground; background: $foreground 10%;
    }
    & Button:focus { text-style: bold reverse; background-tint: transparent 0%; }
    & #body {
        height: auto; overflow-y: auto; scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 40%; scrollbar-background: $background;
        scrollbar-color-hover: $accent; scrollbar-background-hover: $background;
        scrollbar-color-active: $accent; scrollbar-background-active: $background;
    }
    &.-tight {
        & #box { padding: 0 1; }
        & #foot { padding: 0; }
        & #notice { margin-bottom: 0; }
    }
}
"""


class Dialog(ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """A question over the screen. Subclasses say what is in the box and which keys it takes."""

    DEFAULT_CSS = STYLES
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]  # noqa: RUF012 - Textual's own form
    KEYS: ClassVar[str] = "esc leave"

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The box: content, then the foot with notice, buttons, status and keys."""
        with Vertical(id="box") as box:
            box.border_title = line_content(self._title)
            yield from self.content()
            with Vertical(id="foot"):
                notice = Static(id="notice", markup=False)
                notice.display = False
                yield notice
                with Horizontal(id="buttons"):
                    yield from self.buttons()
                    yield Static(id="status", markup=False)
                yield Static(line_content(self.keys_shown), id="keys", markup=False)

    def content(self) -> Sequence[Widget]:
        """What stands in the box above the foot; one of it has the id "body" and may scroll."""
        raise NotImplementedError

    @property
    def keys_shown(self) -> str:
        """The line of keys in the foot."""
        return self.KEYS

    def buttons(self) -> Sequence[Widget]:
        """The buttons in the foot."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Give the content what the foot leaves, at any size."""
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Let the body scroll in the room above the foot; give up the air before that."""
        if not self.query("#body"):
            return  # closed before it was drawn
        body, foot = self.query_one("#body"), self.query_one("#foot")
        height = self.size.height
        full = body.virtual_size.height + foot.content_size.height + 1 + BORDER + AIR
        tight = height < LOW or full > height
        if tight != self.has_class("-tight"):
            self.set_class(tight, "-tight")
            self.call_after_refresh(self.fit)
        room = height - BORDER - (0 if tight else AIR) - foot.outer_size.height
        body.styles.max_height = max(1, room)
        self.call_after_refresh(self.fitted)

    def fitted(self) -> None:
        """Called when the content has been given its room."""

    def tell(self, sentence: str, tone: Tone = Tone.PLAIN) -> None:
        """Show a sentence above the buttons, in place of the last one; none takes it away."""
        notice = self.query_one("#notice", Static)
        notice.set_classes(f"-{tone}")
        notice.update(Content.assemble(_SIGNS[tone], text_content(sentence)))
        notice.display = bool(sentence)
        self.call_after_refresh(self.fit)

    def say_status(self, words: str) -> None:
        """Show a few words at the right of the buttons."""
        self.query_one("#status", Static).update(line_content(words), layout=False)


def button(words: str, name: str) -> Button:
    """A button one line high."""
    return Button(line_content(words), id=name, compact=True)
