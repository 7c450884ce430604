"""Bringing in another copy: asked for, laid beside the tracker, looked through, then one change."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import BadInput
from store.merging import plan
from store.merging.plan import Plan
from store.synced_folders import look_like_copies
from store.telling import Tell, Told
from store.tracker import Tracker, open_tracker
from tui.acts.writing import may_write
from tui.background import Outcome
from tui.dialogs.form import Field, FormDialog
from tui.dialogs.message import MessageDialog
from tui.dialogs.working import WorkingDialog
from tui.screens.merge import MergeScreen

if TYPE_CHECKING:
    from tui.screens.record_screen import RecordScreen

_INTRO = (
    "Another copy of this tracker, from a laptop or a synced folder. What only one of the two "
    "changed comes in by itself; what both changed is shown side by side. The other file is only "
    "read."
)


def bring_in_copy(screen: "RecordScreen") -> None:
    """Ask for the other copy and lay it beside the tracker."""
    if not may_write(screen):
        return
    tracker = screen.desk.tracker
    beside = [str(path) for path in _likely(tracker)]
    typed: list[Path] = []

    def check(values: Mapping[str, str]) -> None:
        path = Path(os.path.expanduser(values["path"].strip()))
        if not path.is_file():
            raise BadInput(f"There is no file at {path}. Check the name.")
        typed.append(path)

    dialog = FormDialog(
        "Bring in another copy",
        [
            Field(
                "path",
                "The other copy",
                value=beside[0] if beside else "",
                suggestions=tuple(beside),
                required=True,
                hint="The path of the other .matters file",
            )
        ],
        check,
        today=screen.desk.today,
        intro=_INTRO,
        verb="compare",
    )
    screen.app.push_screen(dialog, lambda given: _look(screen, typed[-1]) if given else None)


def _likely(tracker: Tracker) -> list[Path]:
    """Files that are probably meant: the published one, and copies in conflict beside it."""
    published = [tracker.published] if tracker.published else []
    return [*published, *look_like_copies(tracker.published or tracker.path)]


def _look(screen: "RecordScreen", path: Path) -> None:
    here = screen.desk.tracker.path

    def work(tell: Tell) -> Plan:
        tell(Told(f"Reading {path.name}"))
        tracker = open_tracker(here, read_only=True)
        try:
            return plan.make(tracker, path)
        finally:
            tracker.close()

    screen.app.push_screen(
        WorkingDialog("Laying both copies side by side", work),
        lambda outcome: _looked(screen, outcome),
    )


def _looked(screen: "RecordScreen", outcome: Outcome[Plan] | None) -> None:
    if outcome is None or outcome.stopped:
        return
    made = outcome.result
    if made is None:
        screen.app.push_screen(MessageDialog("It was not brought in", str(outcome.refused)))
    elif made.nothing_new:
        screen.app.push_screen(
            MessageDialog(
                "Nothing new",
                f"{made.name} holds nothing that is not here already. Nothing was changed.",
            )
        )
    else:

        def then(told: str | None) -> None:
            if told:
                screen.changed(told)

        screen.app.push_screen(MergeScreen(screen.desk, made), then)
