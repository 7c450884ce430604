"""Between a form and what somebody else saved meanwhile: ask, then save the outcome at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.versions import Theirs, differences

if TYPE_CHECKING:
    from tui.dialogs.form import FormDialog


def ask(form: "FormDialog", theirs: Theirs) -> None:
    """Show both versions; what is chosen is saved as one change, going back loses nothing."""
    found = differences(form.fields, form.values(), theirs.fields)
    if not found:
        form.go_over(theirs, {})
        return

    def then(chosen: Mapping[str, str] | None) -> None:
        if chosen is not None:
            form.go_over(theirs, chosen)

    form.app.push_screen(ConflictDialog(f"{form.called}: two versions", theirs, found), then)
