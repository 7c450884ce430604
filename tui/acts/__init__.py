"""What a person does to records: each act opens a dialog, writes one named unit, and says so.

An act is imported when it is first used: dialogs and what they are made of would otherwise be a
tenth of the start.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.acts.adding import add
    from tui.acts.backing_up import back_up, check, show_backups
    from tui.acts.dating import correct_published, new_date, set_clock
    from tui.acts.deciding import decide
    from tui.acts.duties import record
    from tui.acts.editing import edit, owner
    from tui.acts.handing_over import hand_over
    from tui.acts.importing import import_documents
    from tui.acts.merging import bring_in_copy
    from tui.acts.noting import note
    from tui.acts.showing import choose_filter, choose_order, choose_theme, show_help
    from tui.acts.starting_duties import start_or_stop_duty
    from tui.acts.undoing import redo, undo
    from tui.acts.writing import may_write

__all__ = [
    "add",
    "back_up",
    "bring_in_copy",
    "check",
    "choose_filter",
    "choose_order",
    "choose_theme",
    "correct_published",
    "decide",
    "edit",
    "hand_over",
    "import_documents",
    "may_write",
    "new_date",
    "note",
    "owner",
    "record",
    "redo",
    "set_clock",
    "show_backups",
    "show_help",
    "start_or_stop_duty",
    "undo",
]

_HOMES = {
    "add": "adding",
    "back_up": "backing_up",
    "bring_in_copy": "merging",
    "check": "backing_up",
    "choose_filter": "showing",
    "choose_order": "showing",
    "choose_theme": "showing",
    "correct_published": "dating",
    "decide": "deciding",
    "edit": "editing",
    "hand_over": "handing_over",
    "import_documents": "importing",
    "may_write": "writing",
    "new_date": "dating",
    "note": "noting",
    "owner": "editing",
    "record": "duties",
    "redo": "undoing",
    "set_clock": "dating",
    "show_backups": "backing_up",
    "show_help": "showing",
    "start_or_stop_duty": "starting_duties",
    "undo": "undoing",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"tui.acts.{_HOMES[name]}"), name)
