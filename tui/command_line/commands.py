"""From what was typed to the module that does it; each is imported only when it is wanted."""

from argparse import Namespace
from collections.abc import Callable

from tui.command_line.asked import Asked

Perform = Callable[[Asked, Namespace], int | None]


def open_screen(asked: Asked, typed: Namespace) -> int:
    """Open the tracker on the screen."""
    from tui.command_line import opening

    return opening.open_screen(asked)


def version(asked: Asked, typed: Namespace) -> None:
    """Print which version this is."""
    from tui.command_line import output
    from tui.mishaps import versions

    output.tell([versions()])


def example(asked: Asked, typed: Namespace) -> int:
    """Write the worked example, and open it."""
    from tui.command_line import opening

    return opening.write_example(asked, typed.path, no_open=typed.no_open)


def new(asked: Asked, typed: Namespace) -> None:
    """Make a new tracker."""
    from tui.command_line import opening

    opening.make(asked, typed.path, typed.title)


def list_records(asked: Asked, typed: Namespace) -> None:
    """Print a list."""
    from store.dates import read_day
    from tui.command_line import looking
    from tui.command_line.narrowing import Kind, Narrowing

    wanted = Narrowing(
        open_only=typed.open,
        overdue=typed.overdue,
        before=read_day(typed.before) if typed.before else None,
        owner=typed.owner,
        inspection=typed.inspection,
        find=typed.find,
    )
    looking.print_list(asked, Kind(typed.kind), wanted, as_json=typed.json)


def show(asked: Asked, typed: Namespace) -> None:
    """Print one record."""
    from tui.command_line import looking

    looking.print_record(asked, typed.ref, as_json=typed.json)


def history(asked: Asked, typed: Namespace) -> None:
    """Print what was changed."""
    from tui.command_line import looking

    looking.print_history(asked, typed.ref, as_json=typed.json)


def check(asked: Asked, typed: Namespace) -> int:
    """Print whether the file is whole."""
    from tui.command_line import verdict

    return verdict.print_verdict(asked, as_json=typed.json)


def backups(asked: Asked, typed: Namespace) -> None:
    """Print which backups there are."""
    from tui.command_line import backing_up

    backing_up.print_backups(asked, now=typed.now, as_json=typed.json)


def hand_over(asked: Asked, typed: Namespace) -> None:
    """Write an encrypted copy."""
    from tui.command_line import handover

    handover.hand_over(asked, typed.path)


def receive(asked: Asked, typed: Namespace) -> None:
    """Open an encrypted copy."""
    from tui.command_line import handover

    handover.receive(typed.sealed, typed.path)


def restore(asked: Asked, typed: Namespace) -> None:
    """Bring a backup back."""
    from tui.command_line import backing_up

    backing_up.restore(asked, typed.backup, yes=typed.yes)


def note(asked: Asked, typed: Namespace) -> None:
    """Attach a note."""
    from tui.command_line import changing

    changing.note(asked, typed.ref, typed.text, typed.by)


def decide(asked: Asked, typed: Namespace) -> None:
    """Record a decision."""
    from tui.command_line import changing

    judgement = changing.Judgement(typed.axis, typed.on, typed.by, typed.evidence)
    changing.decide(asked, typed.ref, typed.status, judgement)


def undo(asked: Asked, typed: Namespace) -> None:
    """Take back the newest change."""
    from tui.command_line import changing

    changing.undo(asked, typed.by)


def redo(asked: Asked, typed: Namespace) -> None:
    """Do again what was taken back."""
    from tui.command_line import changing

    changing.redo(asked, typed.by)


def import_files(asked: Asked, typed: Namespace) -> None:
    """Read documents or spreadsheets and save what they hold."""
    from tui.command_line import importing
    from tui.command_line.import_agreement import Wanted

    wanted = Wanted(
        inspection=typed.inspection,
        published=typed.published,
        sheet=typed.sheet,
        header=typed.header,
        columns=typed.map,
        closed=typed.closed,
        keep_file=typed.keep_file,
        dry_run=typed.dry_run,
        yes=typed.yes,
        as_json=typed.json,
    )
    importing.import_files(asked, typed.files, wanted)


def duty(asked: Asked, typed: Namespace) -> None:
    """Start or stop the commissioner's 56 days."""
    from tui.command_line.duty import set_duty

    set_duty(asked, typed.ref, typed.what, typed.reason, typed.by)


def original(asked: Asked, typed: Namespace) -> None:
    """Write a document's own file back to the disk."""
    from tui.command_line.original import write_original

    write_original(asked, typed.ref, typed.path)


def merge(asked: Asked, typed: Namespace) -> None:
    """Bring in another copy of the tracker."""
    from store.merging.asked import Side
    from tui.command_line import merging

    side = Side(typed.side) if typed.side else None
    wanted = merging.Wanted(typed.dry_run, typed.json, side, typed.answers)
    merging.merge(asked, typed.other, wanted)
