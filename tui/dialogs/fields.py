"""The fields of a form: what is asked, and the row that asks it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from store.errors import BadInput
from tui.safe import line_content, text_content
from tui.widgets.choice_input import ChoiceInput
from tui.widgets.day_input import HOW_TO_TYPE, DayInput
from tui.widgets.text_input import TextInput

if TYPE_CHECKING:
    from tui.widgets.long_text import LongText


class FieldKind(StrEnum):
    """What can be typed into a field."""

    TEXT = "text"
    LONG = "long"
    DAY = "day"
    CHOICE = "choice"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a form asks. A day's value is an ISO day or empty; a choice's is one of `choices`.

    `suggestions` complete what is typed into a line of text; `anew` has it typed over, not mended.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    value: str = ""
    choices: Sequence[str] = ()
    hint: str = ""
    required: bool = False
    suggestions: Sequence[str] = ()
    anew: bool = False


class FieldRow(Horizontal):
    """A label, the control beside it, and a line below: hint, day read, or what is wrong."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        & .label { height: 1; padding-right: 1; color: $foreground; }
        & .sign { width: 2; height: 1; }
        & .answer { height: auto; width: 1fr; }
        & .remark { height: auto; min-height: 1; padding-left: 2; color: $text-muted; }
        & .remark.-wrong { color: $text-error; text-style: bold; }
        & .remark.-read { color: $foreground; }
        & LongText { height: 5; }
        &.-here .label { text-style: bold; }
    }
    """

    def __init__(self, field: Field, today: date, label_width: int) -> None:
        super().__init__()
        self.field = field
        self.control = _control(field, today)
        self._label_width = label_width
        self._problem = ""

    def compose(self) -> ComposeResult:
        """The sign of the focus, the label, the control and the line below it."""
        yield Static(classes="sign", markup=False)
        label = Static(line_content(self.field.label), classes="label", markup=False)
        label.styles.width = self._label_width
        yield label
        with Vertical(classes="answer"):
            yield self.control
            yield Static(classes="remark", markup=False)

    def on_mount(self) -> None:
        """Show the hint, or the day already there."""
        self._remark()

    @property
    def typed(self) -> str:
        """What stands in the field, as typed."""
        return self.control.typed

    def put(self, words: str) -> None:
        """Fill the field."""
        self.control.typed = words

    def value(self) -> str:
        """The value to save: a day in ISO form; BadInput if it is not one."""
        if isinstance(self.control, DayInput):
            day = self.control.day()
            return day.isoformat() if day else ""
        return self.typed.strip() if self.field.kind is FieldKind.TEXT else self.typed

    def problem(self) -> str:
        """What stands against saving this field, shown beside it; empty if nothing does."""
        self._problem = ""
        try:
            if not self.value().strip() and self.field.required:
                self._problem = f"{self.field.label} is needed."
        except BadInput as error:
            self._problem = str(error)
        self._remark()
        return self._problem

    def on_input_changed(self) -> None:
        """Read again what was typed."""
        self._typed_in()

    def on_text_area_changed(self) -> None:
        """Take back what was said to be wrong."""
        self._typed_in()

    def on_choice_input_changed(self) -> None:
        """Take back what was said to be wrong."""
        self._typed_in()

    def on_descendant_focus(self) -> None:
        """Show where the focus is by a sign, and bring the whole row into sight."""
        self._show_focus(True)
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_descendant_blur(self) -> None:
        """Take the sign away."""
        self._show_focus(False)

    def _show_focus(self, here: bool) -> None:
        self.set_class(here, "-here")
        self.query_one(".sign", Static).update(Content("▌" if here else ""), layout=False)

    def _typed_in(self) -> None:
        self._problem = ""
        self._remark()

    def _remark(self) -> None:
        """Write the line below the control: problem, day read, or hint, in that order."""
        words, look = self.field.hint, ""
        if self._problem:
            words, look = f"! {self._problem}", "-wrong"
        elif isinstance(self.control, DayInput):
            words, look = _day_remark(self.control, words or HOW_TO_TYPE)
        elif self.field.kind is FieldKind.LONG:
            words = words or "ctrl+o opens it in your own editor"
        remark = self.query_one(".remark", Static)
        remark.set_classes(f"remark {look}")
        remark.update(text_content(words))


def _day_remark(control: DayInput, hint: str) -> tuple[str, str]:
    try:
        said = control.echo()
    except BadInput as error:
        return f"! {error}", "-wrong"
    return (said, "-read") if said else (hint, "")


def _control(field: Field, today: date) -> "TextInput | ChoiceInput | LongText":
    match field.kind:
        case FieldKind.TEXT:
            return TextInput(field.value, field.suggestions, anew=field.anew)
        case FieldKind.HIDDEN:
            return TextInput(hidden=True)
        case FieldKind.DAY:
            return DayInput(field.value, today)
        case FieldKind.CHOICE:
            return ChoiceInput(field.value, field.choices, required=field.required)
        case FieldKind.LONG:
            from tui.widgets.long_text import LongText

            return LongText(field.value, way_out=True)
