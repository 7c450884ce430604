"""Every command, declared once: its key, its words and where it holds.

Bindings, the line of keys, the command palette, the help screen and README's table derive from
this.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType


class Place(StrEnum):
    """Where the user is: which pane has the focus, or which screen is open."""

    INSPECTIONS = "inspections"
    CLOCKS = "clocks"
    RECOMMENDATIONS = "recommendations"
    ACTIONS = "actions"
    DETAIL = "detail"
    STEP = "step through"


LISTS = frozenset({Place.INSPECTIONS, Place.CLOCKS, Place.RECOMMENDATIONS, Place.ACTIONS})
MAIN = LISTS | {Place.DETAIL}
FINDINGS = frozenset({Place.RECOMMENDATIONS, Place.DETAIL, Place.STEP})
ANYWHERE = MAIN | {Place.STEP}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do. `line` ranks it in the line of keys; 0 keeps it out of it."""

    id: str
    key: str
    words: str
    help: str
    places: frozenset[Place]
    line: int = 0

    @property
    def action(self) -> str:
        """The action of the screen that carries it out."""
        name, _, number = self.id.partition("tab-")
        return f"tab({number})" if number else name.replace("-", "_")

    @property
    def key_shown(self) -> str:
        """Its first key as it is printed on the keyboard."""
        return self.keys_shown.split(" ")[0]

    @property
    def keys_shown(self) -> str:
        """All its keys as they are printed on the keyboard."""
        return " ".join(_SHOWN.get(key, key) for key in self.key.split(","))

    @property
    def binding(self) -> Binding:
        """It as Textual binds it."""
        return Binding(
            self.key,
            self.action,
            self.words,
            show=False,
            id=f"matters.{self.id}",
            tooltip=self.help,
        )


_SHOWN = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "slash": "/",
    "question_mark": "?",
    "ctrl+s": "ctrl+s",
    "escape": "esc",
    "asterisk": "*",
    "enter": "↵",
    "plus": "+",
    "left": "←",
    "right": "→",
}

COMMANDS = (
    Command("next-item", "enter,right_square_bracket", "next",
            "Go on to the next item", frozenset({Place.STEP}), 4),
    Command("skip", "s", "skip", "Leave the item for later and go on", frozenset({Place.STEP}), 5),
    Command("previous-item", "left_square_bracket,backspace", "previous",
            "Go back to the item before", frozenset({Place.STEP}), 6),
    Command("leave-round", "escape,q", "leave, resume later",
            "Leave; the next round can go on from here", frozenset({Place.STEP}), 7),
    Command("note", "n", "note",
            "Attach a note to the record, or to all that are marked", ANYWHERE, 1),
    Command("decide", "d", "decide",
            "Record a decision: delivery, inspectorate, assurance or progress",
            FINDINGS | {Place.ACTIONS}, 2),
    Command("date", "t", "new date",
            "Give a new due date with its reason; the old one is kept",
            FINDINGS | {Place.ACTIONS}, 3),
    Command("record", "enter", "record",
            "On a clock: record that what it asks for was done",
            frozenset({Place.CLOCKS}), 2),
    Command("next-open", "right_square_bracket", "next open",
            "Go to the next open recommendation", MAIN, 4),
    Command("previous-open", "left_square_bracket", "previous open",
            "Go to the open recommendation before this one", MAIN),
    Command("step-through", "b", "step through",
            "Go through the open items one by one, for the board", MAIN, 5),
    Command("find", "slash", "find", "Find as you type, in all text and references", MAIN, 6),
    Command("filter", "f", "filter",
            "Choose what is shown: open, overdue, owner, theme …", MAIN, 7),
    Command("show-all", "x", "show all",
            "Show everything, or go back to what is open and ours", MAIN),
    Command("sort", "s", "sort", "Choose the order of the recommendations", MAIN),
    Command("owner", "o", "owner", "Say who is accountable", FINDINGS | {Place.ACTIONS}),
    Command("edit", "e", "edit", "Change the record's own fields", MAIN | {Place.STEP}),
    Command("add", "a", "add",
            "Add an inspection, recommendation, action, board or query", MAIN),
    Command("published", "p", "published",
            "Correct a publication day; its clocks are counted again", MAIN),
    Command("all-actions", "v", "all actions",
            "Show all actions, or only this recommendation's", MAIN),
    Command("mark-all", "asterisk", "mark all", "Mark every row shown, or none", LISTS),
    Command("clock", "c", "as on", "Show the tracker as on another day", ANYWHERE),
    Command("undo", "u", "undo", "Take back the last change", ANYWHERE),
    Command("redo", "U,ctrl+y", "redo", "Do again what was taken back", ANYWHERE),
    Command("log", "L", "log", "Every change of the tracker: what, who, when", MAIN),
    Command("tab-1", "1", "wording", "Show the wording, its parts and numbers", ANYWHERE),
    Command("tab-2", "2", "answer", "Show what was answered", ANYWHERE),
    Command("tab-3", "3", "decisions", "Show decisions and dates", ANYWHERE),
    Command("tab-4", "4", "notes", "Show the notes", ANYWHERE),
    Command("tab-5", "5", "history", "Show the record's history", ANYWHERE),
    Command("next-pane", "tab,l,right", "next pane", "Go to the next pane", MAIN),
    Command("previous-pane", "shift+tab,h,left", "previous pane", "Go to the pane before", MAIN),
    Command("theme", "T", "theme",
            "Choose colours: dark, light, high contrast, none", ANYWHERE),
    Command("help", "question_mark,f1", "help", "Show every key", ANYWHERE, 8),
    Command("back", "escape", "back", "Leave the search, the marks, then the pane", MAIN),
    Command("leave", "q", "quit", "Leave the program", MAIN),
)  # fmt: skip


def bindings(places: Iterable[Place]) -> list[BindingType]:
    """The bindings of a screen that covers these places."""
    covered = frozenset(places)
    return [command.binding for command in COMMANDS if command.places & covered]


def line_at(place: Place) -> list[Command]:
    """The at most eight commands for the line of keys at a place, in order."""
    held = (command for command in COMMANDS if place in command.places and command.line)
    return sorted(held, key=lambda found: found.line)[:8]
