"""Adding records by hand: what has no document to be read from."""

from typing import TYPE_CHECKING

from tui.acts import new_records
from tui.acts.new_records import Made
from tui.acts.writing import draft_of
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.form import FormDialog

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen


def add(screen: "RecordScreen", inspection: int, recommendation: int | None) -> None:
    """Ask what to add, then for its fields."""
    desk = screen.desk
    makers = new_records.makers(desk, inspection, recommendation)
    options = [Option(maker.key, maker.label, maker.hint) for maker in makers]

    def then(key: str | None) -> None:
        if key is not None:
            _ask(screen, next(maker for maker in makers if maker.key == key))

    screen.app.push_screen(ChooseDialog("Add …", options), then)


def _ask(screen: "RecordScreen", maker: Made) -> None:
    told: list[str] = []
    dialog = FormDialog(
        maker.label,
        maker.fields,
        lambda values: told.append(maker.make(values)),
        today=screen.desk.today,
        intro=maker.hint,
        drafts=draft_of(screen, f"add:{maker.key}"),
    )
    screen.app.push_screen(dialog, lambda saved: screen.changed(told[-1]) if saved else None)
