"""What every act needs: may it write, what are its records called, where is its draft."""

import sqlite3
from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store import drafts, refs
from store.errors import TrackerError
from store.models import Subject
from tui.dialogs.form import Drafts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.screens.record_screen import RecordScreen


def may_write(screen: "RecordScreen") -> bool:
    """Whether the tracker can be changed; if not, say why."""
    reason = screen.desk.tracker.read_only
    if reason:
        screen.notify(
            f"This tracker is read only: {reason}. Nothing was changed.{_way_out(screen)}",
            markup=False,
            severity="warning",
            timeout=8,
        )
    return not reason


def _way_out(screen: "RecordScreen") -> str:
    """The key that leads on, where somebody else has the tracker or its file is gone."""
    from tui.app import MattersApp

    app = screen.app
    watching = app.watching if isinstance(app, MattersApp) else None
    return " Press W to see what you can do." if watching and watching.leads_on else ""


def draft_of(screen: "RecordScreen", key: str) -> Drafts:
    """Keep what is being typed under a key in the tracker file; each person has drafts apart."""
    desk = screen.desk
    own = f"{key}:{desk.author.name}"

    def load() -> str | None:
        kept = drafts.get(desk.db, own)
        return kept.text if kept else None

    return Drafts(
        own,
        load,
        lambda text: drafts.save(desk.db, own, text, desk.author),
        lambda: drafts.drop(desk.db, own),
        lambda: desk.author.now().astimezone(),
    )


def draft_key(db: sqlite3.Connection, act: str, records: Sequence[Subject]) -> str:
    """Where a draft about records is kept: by the act and the first record's reference."""
    several = f"+{len(records) - 1}" if len(records) > 1 else ""
    return f"{act}:{refs.ref_of(db, records[0])}:{records[0].id}{several}"


@contextmanager
def told_if_wrong(screen: "RecordScreen") -> "Iterator[None]":
    """Say in a sentence what went wrong with a change that has no dialog of its own."""
    from tui.dialogs.sentences import sentence_for

    try:
        yield
    except (TrackerError, sqlite3.Error) as error:
        screen.notify(sentence_for(error), markup=False, severity="warning", timeout=8)
