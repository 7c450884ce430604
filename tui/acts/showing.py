"""Choosing what is shown, in what order and in which colours."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from store import filters, owners
from store.errors import BadInput
from store.filters import Filter, Order
from store.vocabulary import Applies
from tui.commands import Place
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.form import Field, FieldKind, FormDialog

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.screens.record_screen import RecordScreen

_ALL, _OPEN, _OVERDUE = "all", "open", "overdue"
_WHOSE = {"all": None, "ours": Applies.OURS, "watched": Applies.WATCHED, "lapsed": Applies.LAPSED}
_ORDER_HINTS = {
    Order.NEAREST: "what is late or due now comes first",
    Order.REPORT: "inspection by inspection, as the report has them",
    Order.OWNER: "by who is accountable",
    Order.REF: "R1, R2, R3 …",
    Order.TITLE: "from A to Z",
}


def choose_filter(screen: "RecordScreen", shown: Filter, then: Callable[[Filter], None]) -> None:
    """Ask which recommendations to show."""
    desk = screen.desk
    chosen = [shown]

    def save(values: Mapping[str, str]) -> None:
        found = owners.named(desk.db, values["owner"]) if values["owner"].strip() else []
        if values["owner"].strip() and not found:
            raise BadInput(f"No owner is called “{values['owner']}”. Type another, or leave it.")
        chosen[0] = Filter(
            open_only=values["state"] != _ALL,
            overdue=values["state"] == _OVERDUE,
            before=date.fromisoformat(values["before"]) if values["before"] else None,
            owners=tuple(owner.id for owner in found),
            owner_words=", ".join(owner.name for owner in found[:3]),
            theme="" if values["theme"] == _ALL else values["theme"],
            applies=_WHOSE[values["whose"]],
            text=shown.text,
        )

    dialog = FormDialog("What to show", _fields(screen, shown), save, today=desk.today, verb="show")
    screen.app.push_screen(dialog, lambda saved: then(chosen[0]) if saved else None)


def _fields(screen: "RecordScreen", shown: Filter) -> list[Field]:
    state = _OVERDUE if shown.overdue else _OPEN if shown.open_only else _ALL
    whose = next(words for words, applies in _WHOSE.items() if applies == shown.applies)
    names = tuple(owner.name for owner in owners.listed(screen.desk.db))
    themes = (_ALL, *filters.themes(screen.desk.db))
    before = shown.before.isoformat() if shown.before else ""
    return [
        Field("state", "State", FieldKind.CHOICE, state, (_ALL, _OPEN, _OVERDUE)),
        Field("whose", "Whose", FieldKind.CHOICE, whose, tuple(_WHOSE)),
        Field("before", "Due before", FieldKind.DAY, before, hint="Empty: whenever"),
        Field("owner", "Owner or forum", value=shown.owner_words, suggestions=names,
              hint="Person, role, team, forum or project; part of a name will do"),
        Field("theme", "Theme", FieldKind.CHOICE, shown.theme or _ALL, themes),
    ]  # fmt: skip


def choose_order(screen: "RecordScreen", order: Order, then: Callable[[str], None]) -> None:
    """Ask for the order of the list."""
    options = [
        Option(kind.value, kind.value, "as now" if kind is order else _ORDER_HINTS[kind])
        for kind in Order
    ]
    screen.app.push_screen(
        ChooseDialog("In what order?", options), lambda chosen: then(chosen) if chosen else None
    )


def choose_theme(screen: "Screen[Any]") -> None:
    """Ask for the colours."""
    from tui import themes

    options = [Option(name, told) for name, told in themes.CHOICES.items()]

    def then(name: str | None) -> None:
        if name is not None:
            screen.app.theme = name
            themes.remember(name)

    screen.app.push_screen(ChooseDialog("Colours", options), then)


def show_help(screen: "Screen[Any]", place: Place | None = None) -> None:
    """Show every key, first those that hold only at the place."""
    from tui.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen(place))
