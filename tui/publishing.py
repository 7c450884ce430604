"""While the screen is open: what was saved is published to the synced folder soon afterwards."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from store import history, synced
from store.errors import TrackerError
from store.synced import Published, State
from store.telling import Tell
from store.tracker import Tracker, open_tracker
from tui import background, synced_work
from tui.background import Outcome, Work

if TYPE_CHECKING:
    from tui.app import MattersApp

EVERY = 10.0
"""Seconds between two looks whether something is to be published."""

RETRY = 600.0
"""Seconds after which what could not be published is tried again, though nothing more was saved."""


class Publishing:
    """Publishes beside the screen, and says what a person has to see to."""

    def __init__(self, app: "MattersApp") -> None:
        self._app = app
        self._published = -1
        self._tried_at = 0.0
        self._failed = False
        self._work: Work[Published | None] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being published just now."""
        return self._work is None or self._work.outcome is not None

    def begin(self) -> None:
        """Look beside the file for other copies, and from now on publish what is saved."""
        tracker = self._app.desk.tracker
        background.begin(self._app, lambda tell: _looked_round(tracker, tell), self._told_of)
        self._app.set_interval(EVERY, self.tick)

    def tick(self) -> None:
        """Publish if something was saved since, or could not be published ten minutes ago."""
        if not self.is_idle:
            return
        tracker = self._app.desk.tracker
        newest = history.newest(tracker.db)
        again = self._failed and time.monotonic() - self._tried_at > RETRY
        if newest == self._published and not again:
            return
        self._published, self._tried_at = newest, time.monotonic()
        self._work = background.begin(
            self._app,
            lambda tell: synced.publish(tracker, synced_work.host(), time.sleep),
            self._ended,
        )

    def _ended(self, outcome: Outcome[Published | None]) -> None:
        """Say what is to be said, once for each thing that was saved."""
        self._failed = outcome.refused is not None
        if outcome.refused is not None:
            self._say(str(outcome.refused))
        elif outcome.result is not None and outcome.result.beside:
            self._say(synced_work.saved_beside(outcome.result))

    def _told_of(self, outcome: Outcome[list[str]]) -> None:
        for sentence in outcome.result or []:
            self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._app.notify(sentence, markup=False, severity="warning", timeout=20)


def _looked_round(tracker: Tracker, tell: Tell) -> list[str]:
    """What is beside the file or in its place and not here yet, a sentence each."""
    found: list[Path] = []
    late = ""
    own = open_tracker(tracker.path, read_only=True)._replace(published=tracker.published)
    try:
        if tracker.published and synced.state_of(tracker.path, tracker.published) is State.FORKED:
            found.append(tracker.published)
        late = synced.unpublished(tracker)
        found += synced.copies_beside(own)
    except TrackerError as unreadable:
        return [str(unreadable)]
    finally:
        own.db.close()
    sentences = [late] if late else []
    return sentences + [
        f"{path.name} in the synced folder holds changes that are not here. Press M to bring them "
        "in: what both changed is asked."
        for path in found
    ]
