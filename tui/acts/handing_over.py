"""Writing an encrypted copy of the tracker, for somebody else or for another machine."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from store import handover
from store.telling import Tell
from tui.background import Outcome
from tui.dialogs.form import Field, FieldKind, FormDialog
from tui.dialogs.message import MessageDialog
from tui.dialogs.working import WorkingDialog

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen


def hand_over(screen: "RecordScreen") -> None:
    """Ask where to and for a passphrase, then write the copy before the user's eyes."""
    path = screen.desk.tracker.path
    agreed: list[tuple[Path, str]] = []

    def check(values: Mapping[str, str]) -> None:
        target = handover.check_target(Path(os.path.expanduser(values["path"])))
        handover.check_passphrase(values["passphrase"], values["again"])
        agreed.append((target, values["passphrase"]))

    dialog = FormDialog(
        f"Encrypted copy of {path.name}",
        [
            Field("path", "Copy to", value=f"{path}{handover.SUFFIX}", required=True,
                  hint="A new file; it holds all records, history and drafts"),
            Field("passphrase", "Passphrase", FieldKind.HIDDEN, required=True,
                  hint=f"At least {handover.SHORTEST} characters; it is not shown and not kept"),
            Field("again", "The same again", FieldKind.HIDDEN, required=True),
        ],
        check,
        today=screen.desk.today,
        intro=handover.WARNING,
        verb="write the copy",
    )  # fmt: skip
    screen.app.push_screen(dialog, lambda saved: _write(screen, *agreed[-1]) if saved else None)


def _write(screen: "RecordScreen", target: Path, passphrase: str) -> None:
    path = screen.desk.tracker.path

    def work(tell: Tell) -> Path:
        return handover.hand_over(path, target, passphrase, tell)

    screen.app.push_screen(
        WorkingDialog("Writing an encrypted copy", work), lambda outcome: _said(screen, outcome)
    )


def _said(screen: "RecordScreen", outcome: Outcome[Path] | None) -> None:
    if outcome is None or outcome.stopped:
        return
    if outcome.result is None:
        screen.app.push_screen(MessageDialog("No copy was made", str(outcome.refused)))
    else:
        screen.notify(f"Written and read back: {outcome.result}", timeout=8)
