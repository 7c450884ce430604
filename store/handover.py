"""An encrypted copy of a tracker to hand over, and opening one; the rest works without.

The format is that of `age`: whoever has the passphrase can open the copy with that program too.
The clear copy is made and encrypted in memory: no clear byte of it is ever on the disk.
"""

import sqlite3
from pathlib import Path
from typing import Any
from unicodedata import normalize

from store import soundness
from store.connection import connect
from store.errors import BadInput, NotATracker, TrackerError
from store.faults import explained
from store.header import schema_of
from store.telling import Tell, Told, untold
from store.whole_files import settle, unfinished

SUFFIX = ".age"
SHORTEST = 12
"""Characters a passphrase has at least."""

WARNING = (
    "The copy opens with its passphrase alone. Whoever forgets it has lost the copy: nobody can "
    "open it then, the makers of this program neither. Tell it to the other person by another way "
    "than the file."
)


class HandoverFailed(TrackerError):
    """No copy was made or opened; what was there before is as it was."""


def check_passphrase(passphrase: str, again: str) -> None:
    """BadInput, saying what to do, unless both are the same and long enough."""
    if len(passphrase) < SHORTEST:
        raise BadInput(
            f"The passphrase is too short: it needs at least {SHORTEST} characters, for example "
            "four or five words that do not belong together. Nothing was written."
        )
    if passphrase != again:
        raise BadInput("The two passphrases are not the same. Nothing was written: type it again.")


def check_target(target: Path) -> Path:
    """Where the copy goes, ending in .age; BadInput where it cannot."""
    if not target.name:
        raise BadInput("The copy has no name. Nothing was written.")
    named = target if target.suffix == SUFFIX else target.with_name(target.name + SUFFIX)
    try:
        there, folder = named.exists(), named.parent.is_dir()
    except (OSError, ValueError):  # a name too long, or one that no file can have
        raise BadInput(f"{named} cannot be the name of a file. Nothing was written.") from None
    if there:
        raise BadInput(
            f"There is already a file at {named}. It has not been touched: choose another name."
        )
    if not folder:
        raise BadInput(f"There is no folder {named.parent}. Nothing was written.")
    return named


def hand_over(path: Path, target: Path, passphrase: str, tell: Tell = untold) -> Path:
    """Write an encrypted copy of the tracker as it is now, read it back, and say where it lies.

    Takes a second or two: a passphrase is made slow to guess. Never over another file.
    """
    age, passphrase = _library(), normalize("NFC", passphrase)
    named = check_target(target)
    tell(Told("Copying"))
    clear = _copy(path)
    tell(Told("Encrypting"))
    sealed = age.passphrase.encrypt(clear, passphrase)
    try:
        with unfinished(named) as copy:
            copy.write_bytes(sealed)
            tell(Told("Reading it back"))
            if age.passphrase.decrypt(copy.read_bytes(), passphrase) != clear:
                raise HandoverFailed(
                    f"The copy was read back and is not whole. {named} was not made; the tracker "
                    "is as it was: check the disk."
                )
            settle(copy, named)
    except OSError as error:
        raise HandoverFailed(
            f"{named} could not be written: {error.strerror}. No copy was made; the tracker is as "
            "it was."
        ) from error
    return named


def check_receipt(sealed: Path, target: Path) -> None:
    """BadInput or HandoverFailed where a copy cannot be opened, whatever its passphrase."""
    try:
        there, taken, folder = sealed.is_file(), target.exists(), target.parent.is_dir()
    except (OSError, ValueError):  # a name too long, or one that no file can have
        raise BadInput(f"{target} cannot be the name of a file. Nothing was written.") from None
    if not there:
        raise BadInput(f"There is no file at {sealed}. Check the name. Nothing was written.")
    if taken:
        raise BadInput(
            f"There is already a file at {target}. It has not been touched: name another one to "
            "open the copy to."
        )
    if not folder:
        raise BadInput(f"There is no folder {target.parent}. Nothing was written.")
    _library()


def receive(sealed: Path, target: Path, passphrase: str) -> Path:
    """Open an encrypted copy into a new tracker file, once it is found sound; say where it lies."""
    check_receipt(sealed, target)
    age, passphrase = _library(), normalize("NFC", passphrase)
    try:
        clear = age.passphrase.decrypt(sealed.read_bytes(), passphrase)
    except age.DecryptError:
        raise BadInput(
            f"{sealed} was not opened: the passphrase is not the right one, or the file is not an "
            "encrypted copy, or not a whole one. Nothing was written."
        ) from None
    except OSError as error:
        raise BadInput(f"{sealed} could not be read: {error.strerror}.") from None
    try:
        with unfinished(target) as copy:
            copy.write_bytes(clear)
            _check(sealed, copy)
            settle(copy, target)
    except OSError as error:
        raise HandoverFailed(
            f"{target} could not be written: {error.strerror}. The encrypted copy is as it was."
        ) from error
    return target


def _copy(path: Path) -> bytes:
    """The whole file as one moment has it, in memory."""
    db = connect(path, "ro")
    try:
        return db.serialize()
    except sqlite3.Error as error:
        raise HandoverFailed(f"No copy was made. {explained(error)}") from error
    finally:
        db.close()


def _check(sealed: Path, copy: Path) -> None:
    try:
        schema_of(copy)
    except NotATracker:
        raise BadInput(
            f"{sealed} was opened, but what is in it is not a tracker. Nothing was written."
        ) from None
    wrong = soundness.verify(copy)
    if wrong:
        raise HandoverFailed(f"{sealed} was opened, but is not sound. {wrong} Nothing was written.")


def _library() -> Any:
    try:
        import pyrage
    except ImportError:
        raise HandoverFailed(
            "Encrypted copies need the library pyrage, which is not installed; everything else "
            "works without it. Nothing was written: install it with “pip install pyrage”, then "
            "do this again."
        ) from None
    return pyrage
