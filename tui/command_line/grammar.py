"""What can be typed: every command with its arguments and options."""

import argparse
from typing import Any, NoReturn

from store.errors import BadInput
from tui.command_line import commands

_KINDS = ("inspections", "recommendations", "actions", "deadlines", "notes")
_AXES = ("delivery", "inspectorate", "assurance", "progress")


_OPENING = {"perform": commands.open_screen, "file": "", "today": "", "synced": False}


class _Lines(argparse.HelpFormatter):
    """Help at one width: asking the terminal for its own costs every start three milliseconds."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=78)


class _Parser(argparse.ArgumentParser):
    """A parser that refuses with one sentence."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Lines, allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        """Raise BadInput; argparse puts what is wrong after the word "argument", if it does."""
        told = message[:1].upper() + message[1:].replace("\n", " ")
        raise BadInput(f"{told}. Nothing was done: “{self.prog} --help” says what can be typed.")


def parse(arguments: list[str]) -> argparse.Namespace:
    """What was typed. The commands are only told to argparse if more than options was typed."""
    options = _Parser(prog="matters", add_help=False)
    _everywhere(options)
    options.set_defaults(**_OPENING)
    typed, rest = options.parse_known_args(arguments)
    return parser().parse_args(arguments) if rest else typed


def parser() -> argparse.ArgumentParser:
    """The whole command line. `perform` in what it parses is the command to run."""
    top = _Parser(
        prog="matters",
        description="Track inspection recommendations: who owes what to whom, by when, and how it "
        "stands. Without a command, the tracker opens on the screen.",
    )
    _everywhere(top)
    top.set_defaults(**_OPENING)
    top.add_argument(
        "--version",
        action="store_const",
        dest="perform",
        const=commands.version,
        default=argparse.SUPPRESS,
        help="say which version of the program this is",
    )
    below = top.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    _add_making(below)
    _add_looking(below)
    _add_changing(below)
    _add_import(below)
    _add_backups(below)
    _add_handover(below)
    _add_merge(below)
    return top


def _everywhere(command: argparse.ArgumentParser) -> None:
    """The options that may stand before or after the command."""
    command.add_argument(
        "--file",
        metavar="PATH",
        default=argparse.SUPPRESS,
        help="the tracker; else MATTERS_FILE, else the only .matters file in this folder",
    )
    command.add_argument(
        "--today",
        metavar="DATE",
        default=argparse.SUPPRESS,
        help="show everything as on this day instead of the real one",
    )
    command.add_argument(
        "--synced",
        action="store_true",
        default=argparse.SUPPRESS,
        help="the file lies in a folder that is copied to other machines (OneDrive and its like "
        "are known by name); also MATTERS_SYNCED=1",
    )


_Below = argparse._SubParsersAction


def _command(
    below: "_Below[_Parser]", name: str, perform: commands.Perform, says: str
) -> argparse.ArgumentParser:
    command = below.add_parser(name, help=says, description=says)
    command.set_defaults(perform=perform)
    _everywhere(command)
    return command


def _add_making(below: "_Below[_Parser]") -> None:
    example = _command(
        below, "example", commands.example, "Write the worked example to PATH and open it."
    )
    example.add_argument("path", metavar="PATH", nargs="?", default="example.matters")
    example.add_argument("--no-open", action="store_true", help="only write the file")
    new = _command(below, "new", commands.new, "Make a new, empty tracker; never over a file.")
    new.add_argument("path", metavar="PATH")
    new.add_argument("--title", default="", help="what to call it; else the name of the file")


def _add_looking(below: "_Below[_Parser]") -> None:
    _add_list(below)
    show = _command(
        below, "show", commands.show, "Show everything about one record, such as R1, A1, I1 or D1."
    )
    show.add_argument(
        "ref", metavar="REF", help="or what a document calls a recommendation, such as OIS-3"
    )
    history = _command(
        below, "history", commands.history, "Tell every change, newest first, or those of a record."
    )
    history.add_argument("ref", metavar="REF", nargs="?", default="")
    check = _command(
        below, "check", commands.check, "Check that nothing is altered or missing; writes nothing."
    )
    for command in (show, history, check):
        _add_json(command)


def _add_list(below: "_Below[_Parser]") -> None:
    command = _command(
        below,
        "list",
        commands.list_records,
        "List records, recommendations if no KIND is given: every one there is on the day, unless "
        "an option leaves some out.",
    )
    command.add_argument(
        "kind", metavar="KIND", nargs="?", choices=_KINDS, default=_KINDS[1], help=", ".join(_KINDS)
    )
    command.add_argument("--open", action="store_true", help="only what is open")
    command.add_argument("--overdue", action="store_true", help="only open and late or due now")
    for option, name, says in (
        ("--before", "DATE", "only what is due before this day"),
        ("--owner", "NAME", "only what belongs to a person, role, team, forum or project"),
        ("--inspection", "REF", "only what belongs to an inspection, such as I1"),
        ("--find", "WORDS", "only what holds these words"),
    ):
        command.add_argument(option, metavar=name, default="", help=says)
    _add_json(command)


def _add_changing(below: "_Below[_Parser]") -> None:
    note = _command(below, "note", commands.note, "Attach a note to a record.")
    note.add_argument("ref", metavar="REF")
    note.add_argument("text", metavar="TEXT", help="the words; - reads them from standard input")
    decide = _command(below, "decide", commands.decide, "Record a dated decision about a record.")
    decide.add_argument("ref", metavar="REF")
    decide.add_argument("status", metavar="STATUS", help="its words, or the beginning of them")
    decide.add_argument(
        "--axis", choices=_AXES, default="", help="whose judgement; an action has its progress"
    )
    decide.add_argument("--on", metavar="DATE", default="", help="the day; else today")
    decide.add_argument("--evidence", default="", help="what shows it, and where that is kept")
    duty = _command(
        below,
        "duty",
        commands.duty,
        "Start or stop the commissioner's 56 days to comment on an inspection (Police Act 1996, "
        "s.55); a joint inspection does not start them by itself.",
    )
    duty.add_argument("ref", metavar="INSPECTION", help="such as I1")
    duty.add_argument("what", choices=("start", "stop"))
    duty.add_argument("reason", metavar="REASON", help="why, such as where it is written")
    undo = _command(
        below, "undo", commands.undo, "Take back the newest change; history keeps both."
    )
    redo = _command(below, "redo", commands.redo, "Do again what was taken back last.")
    for command in (note, decide, duty, undo, redo):
        command.add_argument("--by", metavar="WHO", default="", help="else MATTERS_NAME, else you")


def _add_import(below: "_Below[_Parser]") -> None:
    command = _command(
        below,
        "import",
        commands.import_files,
        "Read reports and letters, or spreadsheets, show what they hold, and save it: one undo for "
        "each file. Documents given together are read together.",
    )
    command.add_argument(
        "files", metavar="FILE", nargs="+", help="or - for a text on the standard input"
    )
    for option, name, says in (
        ("--inspection", "REF", "the inspection they belong to, such as I1; else it is found out"),
        ("--published", "DATE", "the day the report was published, where it does not say"),
        ("--sheet", "NAME", "of a workbook: the sheet to take; else the one most like a tracker"),
    ):
        command.add_argument(option, metavar=name, default="", help=says)
    command.add_argument(
        "--header", metavar="ROW", type=int, help="of a spreadsheet: the row of its headings"
    )
    command.add_argument(
        "--map",
        metavar="COLUMN=FIELD",
        action="append",
        default=[],
        help="of a spreadsheet: what a column means, or none; may be given again",
    )
    command.add_argument(
        "--closed",
        choices=("force", "inspectorate"),
        default="",
        help="of a spreadsheet: who closed what it calls closed; else the force",
    )
    command.add_argument(
        "--keep-file", action="store_true", help="keep the file itself in the tracker, up to 25 MB"
    )
    command.add_argument("--dry-run", action="store_true", help="save nothing; needs no tracker")
    command.add_argument("--yes", action="store_true", help="save without asking")
    _add_json(command)
    original = _command(
        below, "original", commands.original, "Write the file a document was imported from."
    )
    original.add_argument("ref", metavar="DOCUMENT", help="such as D1")
    original.add_argument("path", metavar="PATH", help="a new file, or a folder to put it in")


def _add_backups(below: "_Below[_Parser]") -> None:
    kept = _command(
        below, "backups", commands.backups, "List the backups, each proved by reading it again."
    )
    kept.add_argument("--now", action="store_true", help="make one first")
    _add_json(kept)
    restore = _command(
        below,
        "restore",
        commands.restore,
        "Bring a backup back; the file as it is now is kept as a backup first.",
    )
    restore.add_argument(
        "backup",
        metavar="BACKUP",
        nargs="?",
        default="",
        help="a number from “matters backups”, or a file; else the newest sound one",
    )
    restore.add_argument("--yes", action="store_true", help="restore without asking")


def _add_handover(below: "_Below[_Parser]") -> None:
    give = _command(
        below,
        "handover",
        commands.hand_over,
        "Write an encrypted copy of the tracker to hand over; asks for its passphrase.",
    )
    give.add_argument("path", metavar="PATH", help="a new file; .age is added to its name")
    take = _command(
        below,
        "receive",
        commands.receive,
        "Open an encrypted copy to a new tracker file; asks for its passphrase.",
    )
    take.add_argument("sealed", metavar="FILE.age")
    take.add_argument(
        "path", metavar="PATH", nargs="?", default="", help="the new file; else FILE beside it"
    )


def _add_merge(below: "_Below[_Parser]") -> None:
    command = _command(
        below,
        "merge",
        commands.merge,
        "Bring in another copy of this tracker: what only one copy changed comes in by itself, "
        "what both changed is asked.",
    )
    command.add_argument("other", metavar="OTHER", help="the other copy; it is only read")
    command.add_argument("--dry-run", action="store_true", help="only show what it would do")
    answered = command.add_mutually_exclusive_group()
    answered.add_argument(
        "--mine", dest="side", action="store_const", const="mine", help="keep ours in all questions"
    )
    answered.add_argument(
        "--theirs", dest="side", action="store_const", const="theirs", help="take theirs in all"
    )
    answered.add_argument(
        "--answers",
        metavar="FILE",
        default="",
        help="JSON: each question's key, as --dry-run --json gives it, and mine or theirs",
    )
    _add_json(command)


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")
