"""A form: a few labelled fields, checked and saved together."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from store.errors import Conflict, TrackerError
from tui.dialogs.drafts import Drafts, Kept
from tui.dialogs.fields import Field, FieldKind, FieldRow
from tui.dialogs.frame import Tone, button
from tui.dialogs.versions import Theirs
from tui.dialogs.writing import WritingDialog
from tui.safe import safe_line, text_content
from tui.widgets.choice_input import ChoiceInput
from tui.widgets.text_input import TextInput

__all__ = ["Drafts", "Field", "FieldKind", "FormDialog"]

WIDEST_LABEL = 22


class FormDialog(WritingDialog):
    """Asks for the values of its fields and hands them to `save`; True when they were saved.

    `save` gets every key, days in ISO form or empty. A TrackerError or sqlite3.Error it raises is
    said in the dialog, which stays open with all that was typed. `verb` is what the form does,
    where nothing of the tracker is saved by it.
    """

    DEFAULT_CSS = """
    FormDialog {
        & #intro { height: auto; color: $text-muted; padding: 0 0 1 2; }
        &.-low #intro { padding-bottom: 0; }
        &.-low LongText { height: 3; }
    }
    """
    KEYS = "ctrl+s save   tab next field   esc leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next field", id="dialog.next", show=False),
        Binding("up", "app.focus_previous", "Previous field", id="dialog.previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Mapping[str, str]], None],
        *,
        today: date,
        intro: str = "",
        drafts: Drafts | None = None,
        theirs: Callable[[], Theirs] | None = None,
        verb: str = "save",
    ) -> None:
        super().__init__(title, drafts)
        self._verb = verb
        self._theirs = theirs
        self._fields = tuple(fields)
        self._rows: list[FieldRow] = []
        self._save = save
        self._today = today
        self._intro = intro

    def content(self) -> Sequence[Widget]:
        """The introduction and a row for each field."""
        return [Vertical(*self.inside(), id="body")]

    def buttons(self) -> Sequence[Widget]:
        """What the form does, in its own word, and Leave."""
        return [button(self._verb.capitalize(), "save"), button("Leave", "leave")]

    @property
    def keys_shown(self) -> str:
        """The line of keys, in the form's own word."""
        return self.KEYS.replace("ctrl+s save", f"ctrl+s {self._verb}")

    def inside(self) -> Sequence[Widget]:
        """What stands in the body, from top to bottom."""
        widest = max(cell_len(safe_line(field.label)) for field in self._fields)
        width = min(WIDEST_LABEL, widest + 1)
        self._rows = [FieldRow(field, self._today, width) for field in self._fields]
        intro = Static(text_content(self._intro), id="intro", markup=False)
        intro.display = bool(self._intro)
        return [intro, *self._rows]

    def typed(self) -> Mapping[str, str]:
        """What stands in each field, by its key."""
        return {row.field.key: row.typed for row in self._rows}

    def put(self, typed: Mapping[str, str]) -> None:
        """Fill the fields named; others stay as they are."""
        for row in self._rows:
            if row.field.key in typed:
                row.put(typed[row.field.key])

    def checked(self) -> Callable[[], None] | None:
        """The save of all values, if every field is in order; else go to the first that is not."""
        wrong = [row for row in self._rows if row.problem()]
        if not wrong:
            return partial(self._save, self.values())
        wrong[0].control.focus()
        self.tell(_not_saved(len(wrong)), Tone.WRONG)
        return None

    def refused(self, error: Exception) -> None:
        """Where somebody else saved the record first, show both versions and ask."""
        if not isinstance(error, Conflict) or self._theirs is None:
            super().refused(error)
            return
        from tui.dialogs import settling

        try:
            settling.ask(self, self._theirs())
        except TrackerError as gone:
            self.tell(str(gone), Tone.WRONG)

    def changed_since(self, draft: Kept) -> str:
        """The fields of a record that are no longer as they were before the draft was typed."""
        if self._theirs is None:
            return ""
        moved = [
            f"{field.label} is “{self._original[field.key]}”"
            for field in self._fields
            if draft.before.get(field.key, "") != self._original[field.key]
            and field.key in draft.before
        ]
        return f" Meanwhile somebody saved another version: {'; '.join(moved)}." if moved else ""

    def values(self) -> dict[str, str]:
        """The value of each field, by its key; BadInput if one is not in order."""
        return {row.field.key: row.value() for row in self._rows}

    @property
    def fields(self) -> Sequence[Field]:
        """What is asked, each with the value it was opened with or went over since."""
        return self._fields

    def go_over(self, theirs: Theirs, chosen: Mapping[str, str]) -> None:
        """Save what was chosen over the version that was seen."""
        theirs.accept()
        self._fields = tuple(theirs.fields)
        self.put(chosen)
        self.action_save()

    def on_input_changed(self) -> None:
        """Something was typed."""
        self.edited()

    def on_text_area_changed(self) -> None:
        """Something was typed."""
        self.edited()

    def on_choice_input_changed(self) -> None:
        """Something was chosen."""
        self.edited()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line: on to the next field, or save from the last."""
        self._go_on(event.input)

    def on_choice_input_submitted(self) -> None:
        """Enter on a choice: on to the next field, or save from the last."""
        if isinstance(self.focused, ChoiceInput):
            self._go_on(self.focused)

    def on_text_input_remarked(self, event: TextInput.Remarked) -> None:
        """Say what became of a paste."""
        self.tell(event.sentence, Tone.ASK)

    def on_long_text_remarked(self, event: TextInput.Remarked) -> None:
        """Say what became of a paste."""
        self.tell(event.sentence, Tone.WRONG)

    def _go_on(self, control: Widget) -> None:
        if control is self._rows[-1].control:
            self.action_save()
        else:
            self.focus_next()

    def fitted(self) -> None:
        """Keep the field that has the focus in sight."""
        for row in self._rows:
            if row.control.has_focus:
                row.scroll_visible(animate=False)


def _not_saved(wrong: int) -> str:
    fields = "one field" if wrong == 1 else f"{wrong} fields"
    return f"Nothing was saved yet: {fields} to put right above."
