"""An encrypted copy to hand over, and opening one that was received."""

import sys
from getpass import getpass
from pathlib import Path

from store import handover
from store.errors import BadInput
from store.header import schema_of
from tui.command_line import output
from tui.command_line.asked import Asked


def hand_over(asked: Asked, target: str) -> None:
    """Ask for a passphrase twice, then write the copy."""
    path = asked.path()
    schema_of(path)
    named = handover.check_target(Path(target))
    _check_terminal()
    output.tell(
        [
            f"An encrypted copy of {path} with all its records, history and drafts goes to "
            f"{named}. {handover.WARNING}"
        ]
    )
    passphrase = _typed(f"Passphrase, at least {handover.SHORTEST} characters: ")
    handover.check_passphrase(passphrase, _typed("The same again: "))
    written = handover.hand_over(path, named, passphrase)
    output.tell([f"Wrote {written} and read it back. The tracker itself is as it was."])


def receive(sealed: str, target: str) -> None:
    """Ask for the passphrase, then open the copy to a file of its own."""
    source = Path(sealed)
    if not target and source.is_file() and source.suffix != handover.SUFFIX:
        raise BadInput(
            f"{source} does not end in {handover.SUFFIX}, so its clear name is not known. Nothing "
            "was written: name the file to open it to after it."
        )
    named = Path(target) if target else source.with_suffix("")
    handover.check_receipt(source, named)
    _check_terminal()
    opened = handover.receive(source, named, _typed("Its passphrase: "))
    output.tell(
        [f"Opened to {opened}. It is not encrypted any more: keep it on an encrypted disk."]
    )


def _typed(prompt: str) -> str:
    """Read what is typed without showing it."""
    try:
        return getpass(prompt)
    except EOFError:
        raise BadInput("No passphrase was typed. Nothing was written.") from None


def _check_terminal() -> None:
    """Refuse where a passphrase could only be read from a script or a file, or would be seen."""
    if not sys.stdin.isatty():
        raise BadInput(
            "A passphrase is typed, never piped or given as an argument, and nobody can be asked "
            "here. Nothing was written: do this in a terminal."
        )
