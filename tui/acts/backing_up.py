"""Looking after the file by hand: its backups, one made now, one brought back, the check."""

import os
import platform
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from store import backups, checking, restoring
from store.backups import Backup, Why
from store.checking import Finding
from store.errors import BadInput, TrackerError
from store.tracker import open_tracker
from tui.background import Outcome
from tui.details import backups as details
from tui.dialogs.message import ConfirmDialog, MessageDialog
from tui.dialogs.working import WorkingDialog
from tui.upkeep import READ_ONLY
from tui.wording import counted

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.desk import Desk
    from tui.details.backups import LookedInto
    from tui.screens.backups import BackupsScreen
    from tui.screens.record_screen import RecordScreen


def show_backups(screen: "RecordScreen") -> None:
    """Show the backups; what was brought back is shown when the screen closes."""
    from tui.screens.backups import BackupsScreen

    def then(restored: Backup | None) -> None:
        if restored is not None:
            screen.changed(f"Brought back: the backup of {details.when(restored)}.")

    screen.app.push_screen(BackupsScreen(screen.desk), then)


def back_up(screen: "RecordScreen | BackupsScreen") -> None:
    """Make a backup now and say so."""
    tracker, author = screen.desk.tracker, screen.desk.author

    def then(outcome: Outcome[Backup] | None) -> None:
        if outcome is None:
            return
        if outcome.refused is not None:
            _say(screen, str(outcome.refused), "warning")
        elif outcome.result is not None:
            screen.reload()
            _say(screen, f"Backed up and read again: {outcome.result.path.name}")

    screen.app.push_screen(
        WorkingDialog(
            "Backing up",
            lambda tell: backups.make(tracker.path, Why.ASKED, author.now(), tracker.backups, tell),
        ),
        then,
    )


def restore(screen: "BackupsScreen", seen: "LookedInto") -> None:
    """Ask, then put a backup in the place of the file; the file as it is now is kept first."""
    refused = _refused(screen.desk, seen)
    if refused or seen.compared is None:
        _say(screen, refused, "warning")
        return
    name = screen.desk.tracker.path.name
    sentences = [
        f"The backup of {details.when(seen.backup)} ({seen.backup.why}) is "
        f"{seen.compared.words()}.",
        f"{name} as it is now is kept first, as a backup of its own, so this can be taken back "
        "in the same way.",
    ]

    def then(yes: bool | None) -> None:
        if yes and _swapped(screen, seen.backup):
            screen.dismiss(seen.backup)

    screen.app.push_screen(
        ConfirmDialog(
            "Bring this backup back?", sentences, yes="Bring it back", no="Keep the file"
        ),
        then,
    )


def _refused(desk: "Desk", seen: "LookedInto") -> str:
    """Why a backup cannot be brought back, or nothing; damage is what restoring is for."""
    if seen.compared is None:
        return f"This backup cannot be brought back: {seen.differs()}"
    if desk.tracker.read_only not in ("", READ_ONLY):
        return f"This tracker is read only: {desk.tracker.read_only}. Nothing was changed."
    try:
        restoring.check_not_open(desk.tracker.path, platform.node(), os.getpid(), desk.author.now())
    except BadInput as error:
        return str(error)
    return ""


def _swapped(screen: "BackupsScreen", backup: Backup) -> bool:
    """Close the file, put the backup in its place and open it; say why if it stayed as it was."""
    desk = screen.desk
    tracker = desk.tracker
    tracker.close()
    refused = ""
    try:
        restoring.restore_everywhere(
            backup.path,
            tracker.path,
            tracker.published,
            desk.author.now(),
            tracker.backups or backups.folder_of(tracker.path),
            desk.author,
        )
    except TrackerError as error:
        refused = str(error)
    _open_again(desk, refused)
    if refused:
        _say(screen, refused, "warning")
    return not refused


def _open_again(desk: "Desk", refused: str) -> None:
    """Open the file under the desk afresh; a file that was read only for damage stays so."""
    was = desk.tracker
    opened = open_tracker(was.path, moment=desk.author.now(), backups=was.backups)
    desk.tracker = opened._replace(published=was.published)
    if refused and was.read_only and not desk.tracker.read_only:
        desk.stop_writing(was.read_only)


def check(screen: "RecordScreen") -> None:
    """Check the whole file beside the screen, and say what was found and what to do."""
    path = screen.desk.tracker.path

    def then(outcome: Outcome[list[Finding]] | None) -> None:
        if outcome is None or outcome.stopped:
            return
        if outcome.refused is not None:
            _say(screen, str(outcome.refused), "warning")
        else:
            screen.app.push_screen(_verdict(outcome.result or []))

    screen.app.push_screen(
        WorkingDialog("Checking the file", lambda tell: checking.check_file(path, tell)), then
    )


def _verdict(found: Sequence[Finding]) -> MessageDialog:
    if not found:
        return MessageDialog(
            "The file is whole",
            "Its structure, its log, every record and what follows from them agree.",
        )
    return MessageDialog(
        f"The file is not whole: {counted(len(found), 'finding')}",
        [
            *(f"{one.aspect.capitalize()}: {one.sentence}" for one in found),
            "Nothing was changed by looking. Keep this file, press B for the backups, and bring "
            "the newest sound one back.",
        ],
    )


def _say(screen: "Screen[Any]", sentence: str, severity: str = "information") -> None:
    screen.notify(
        sentence,
        markup=False,
        severity="warning" if severity == "warning" else "information",
        timeout=8,
    )
