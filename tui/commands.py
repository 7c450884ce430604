"""Every command, declared once: its key, its words and where it holds.

Bindings, the line of keys, the command palette, the help screen and README's table derive from
this.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Place(StrEnum):
    """Where the user is: which pane has the focus, or which screen is open."""

    INSPECTIONS = "inspections"
    CLOCKS = "clocks"
    RECOMMENDATIONS = "recommendations"
    ACTIONS = "actions"
    DETAIL = "detail"
    STEP = "step through"
    IMPORT = "import"
    SHEET = "spreadsheet"


LISTS = frozenset({Place.INSPECTIONS, Place.CLOCKS, Place.RECOMMENDATIONS, Place.ACTIONS})
MAIN = LISTS | {Place.DETAIL}
FINDINGS = frozenset({Place.RECOMMENDATIONS, Place.DETAIL, Place.STEP})
ANYWHERE = MAIN | {Place.STEP}
IMPORT = frozenset({Place.IMPORT})
SHEET = frozenset({Place.SHEET})
EVERYWHERE = ANYWHERE | IMPORT | SHEET


class Command(NamedTuple):
    """One thing the user can do. `line` ranks it in the line of keys; 0 keeps it out of it.

    One without a key is found by its words in the palette.
    """

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
        """All its keys as they are printed on the keyboard; the palette's if it has none."""
        return " ".join(_SHOWN.get(key, key) for key in (self.key or PALETTE).split(","))

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


PALETTE = "ctrl+p"
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
    Command("duty", "", "start or stop the 56 days",
            "Start or stop the commissioner's 56 days for an inspection (s.55), with the reason",
            ANYWHERE),
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
    Command("import", "i", "import", "Bring in reports, letters and spreadsheets", MAIN),
    Command("add", "a", "add",
            "Add an inspection, recommendation, action, board or query", MAIN),
    Command("published", "p", "published",
            "Correct a publication day; its clocks are counted again", MAIN | IMPORT),
    Command("all-actions", "v", "all actions",
            "Show all actions, or only this recommendation's", MAIN),
    Command("mark-all", "asterisk", "mark all", "Mark every row shown, or none", LISTS),
    Command("clock", "c", "as on", "Show the tracker as on another day", ANYWHERE),
    Command("undo", "u", "undo", "Take back the last change", ANYWHERE | IMPORT),
    Command("redo", "U,ctrl+y", "redo", "Do again what was taken back", ANYWHERE | IMPORT),
    Command("log", "L", "log", "Every change of the tracker: what, who, when", MAIN),
    Command("who", "W", "who has it open",
            "Say who has the tracker open: wait, take over, or save a copy elsewhere", ANYWHERE),
    Command("backups", "B", "backups",
            "Look at the backups, and bring one back", MAIN),
    Command("back-up", "S", "back up now", "Make a backup now", MAIN),
    Command("hand-over", "H", "hand over",
            "Write an encrypted copy of the tracker, for somebody else", MAIN),
    Command("merge", "M", "bring in a copy",
            "Bring in another copy of this tracker; what both changed is asked", MAIN),
    Command("check", "C", "check the file",
            "Look whether anything in the file is altered, damaged or missing", MAIN),
    Command("tab-1", "1", "wording", "Show the wording, its parts and numbers", ANYWHERE),
    Command("tab-2", "2", "answer", "Show what was answered", ANYWHERE),
    Command("tab-3", "3", "decisions", "Show decisions and dates", ANYWHERE),
    Command("tab-4", "4", "notes", "Show the notes", ANYWHERE),
    Command("tab-5", "5", "history", "Show the record's history", ANYWHERE),
    Command("next-pane", "tab,l,right", "next pane", "Go to the next pane", MAIN | IMPORT | SHEET),
    Command("previous-pane", "shift+tab,h,left", "previous pane",
            "Go to the pane before", MAIN | IMPORT | SHEET),
    Command("theme", "T", "theme",
            "Choose colours: dark, light, high contrast, none", EVERYWHERE),
    Command("help", "question_mark,f1", "help", "Show every key", EVERYWHERE, 8),
    Command("back", "escape", "back", "Leave the search, the marks, then the pane", MAIN),
    Command("leave", "q", "quit", "Leave the program", MAIN),
    Command("import-take", "space", "take / leave",
            "Take what is under the cursor, or leave it out", IMPORT, 1),
    Command("import-refuse", "x", "leave out because",
            "Leave it out, and say why", IMPORT),
    Command("import-take-all", "asterisk", "take all",
            "Take all of the document but what only looks like a finding", IMPORT),
    Command("import-edit", "e", "edit",
            "Change its title, timescale, owner …; another wording is marked", IMPORT, 3),
    Command("import-pair", "r", "belongs to",
            "Choose what an answer answers, or which record a finding is", IMPORT, 4),
    Command("import-join", "m", "make one", "Make one finding of two", IMPORT, 6),
    Command("import-cut", "c", "cut in two", "Make two findings of one", IMPORT, 7),
    Command("import-kind", "K", "kind", "Call a finding by another kind", IMPORT),
    Command("import-inspection", "i", "inspection",
            "Choose the inspection that the documents belong to", IMPORT | SHEET),
    Command("import-next", "right_square_bracket", "next document",
            "Go to the next of several documents", IMPORT, 5),
    Command("import-previous", "left_square_bracket", "document before",
            "Go to the document before", IMPORT),
    Command("import-save", "s", "save",
            "Show what would be saved, and save it", IMPORT | SHEET, 2),
    Command("import-leave", "escape,q", "leave",
            "Go back to the list, then leave; what was done with documents is kept to go on with",
            IMPORT | SHEET),
    Command("sheet-take", "space", "take / leave",
            "Take the row under the cursor, or leave it out", SHEET, 1),
    Command("sheet-column", "e", "column means",
            "Say what the column under the cursor means", SHEET, 3),
    Command("sheet-choose", "w", "which sheet", "Choose another sheet of the file", SHEET, 4),
    Command("sheet-header", "H", "headings", "Say in which row the headings stand", SHEET, 5),
    Command("sheet-closed", "v", "closed by",
            "Say who closed what the sheet calls closed", SHEET, 6),
)  # fmt: skip


def bindings(places: Iterable[Place]) -> list[BindingType]:
    """The bindings of a screen that covers these places."""
    covered = frozenset(places)
    return [each.binding for each in COMMANDS if each.key and each.places & covered]


def line_at(place: Place) -> list[Command]:
    """The at most eight commands for the line of keys at a place, in order."""
    held = (command for command in COMMANDS if place in command.places and command.line)
    return sorted(held, key=lambda found: found.line)[:8]


def line_when_empty() -> list[Command]:
    """The commands for the line of keys where no recommendation is there yet."""
    by_id = {command.id: command for command in COMMANDS}
    return [by_id[name] for name in ("import", "add", "clock", "leave", "help")]
