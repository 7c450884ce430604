"""Every key, by what it is for."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.countdown import Rag
from tui.commands import COMMANDS, MAIN, Command, Place
from tui.widgets.page import Page, Paragraph
from tui.wording import TONES, line

_MOVING = (
    ("↑ ↓ j k", "row by row"),
    ("PgUp PgDn", "a screen at a time"),
    ("Home End g G", "first and last row"),
    ("tab ← → h l", "from pane to pane"),
    ("↵", "open the row in the detail pane"),
    ("space", "mark a row; the next change applies to all marked"),
    ("ctrl+p", "every command by name"),
)

_ONLY_AT = {
    Place.STEP: "While stepping through",
    Place.IMPORT: "While importing documents",
    Place.SHEET: "While importing a spreadsheet",
}


class HelpScreen(ModalScreen[None]):
    """All keys and signs on one page; first those that hold only where the user is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "Back", show=False, id="help.back"),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Page { width: 84; max-width: 100%; height: 90%; background: $surface; }
    """

    def __init__(self, place: Place | None = None) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """One page to read."""
        page = Page()
        page.border_title = "Help"
        page.border_subtitle = "esc back"
        page.show(_paragraphs(self._place))
        yield page

    def on_mount(self) -> None:
        """Let the keys scroll it."""
        self.query_one(Page).focus()


def _paragraphs(here: Place | None) -> Sequence[Paragraph]:
    shown = _only_at(here) if here in _ONLY_AT else []
    shown += [Paragraph(line(("Moving", "strong")))]
    shown += [_key(keys, words) for keys, words in _MOVING]
    shown += [_gap(), Paragraph(line(("What you can do", "strong")))]
    shown += [_command(command) for command in COMMANDS if command.places & MAIN]
    shown += [_gap()]
    for place in _ONLY_AT:
        shown += _only_at(place) if place is not here else []
    shown += [Paragraph(line(("Letters and signs", "strong")))]
    shown += [_sign(letter) for letter in Rag]
    shown += [_key("?", "a query: what the documents get wrong or leave open")]
    shown += [_key("● ▌ ▲", "marked; where you are; sorted by this column")]
    return shown


def _only_at(place: Place) -> list[Paragraph]:
    """The keys that hold at a place and not on the main screen."""
    held = [each for each in COMMANDS if place in each.places and not each.places & MAIN]
    return [Paragraph(line((_ONLY_AT[place], "strong"))), *map(_command, held), _gap()]


def _sign(letter: Rag) -> Paragraph:
    return Paragraph(line(letter.word), 16, line((letter.value, TONES[letter])))


def _command(command: Command) -> Paragraph:
    return _key(command.keys_shown, command.help)


def _key(keys: str, words: str) -> Paragraph:
    return Paragraph(line(words), 16, line((keys, "strong")))


def _gap() -> Paragraph:
    return Paragraph(line(""))
