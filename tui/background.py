"""Long work on a thread of its own, while the screen goes on answering.

    work = background.begin(app, lambda tell: check(path, tell), on_end=self._checked)

The work is a function of one argument, `tell`. It opens its own connection to the file (the
screen's is never used by two threads at a time), calls `tell(Told("Checking records", 400, 2_000))`
now and then, and lets `Stopped`, which `tell` raises once the user has given up, take back what it
had begun. `tui.dialogs.working` shows such work with its progress, and stops it by Esc.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Any, Generic, TypeVar

from textual.app import App

from store.errors import TrackerError
from store.telling import Stopped, Tell, Told

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What became of long work: what it gave, or the sentence that says why it gave nothing."""

    result: Result | None = None
    refused: TrackerError | None = None

    @property
    def stopped(self) -> bool:
        """Whether the user gave it up."""
        return isinstance(self.refused, Stopped)


@dataclass(slots=True)
class Work(Generic[Result]):
    """Work that is going on: `told` is what it said last, `outcome` what became of it."""

    told: Told = field(default_factory=lambda: Told("Beginning"))
    outcome: Outcome[Result] | None = None
    _unwanted: Event = field(default_factory=Event)

    def stop(self) -> None:
        """Ask it to stop; it ends when it next says how far it is."""
        self._unwanted.set()

    def tell(self, told: Told) -> None:
        """Take in how far it is; called by the work itself, on its own thread."""
        if self._unwanted.is_set():
            raise Stopped("It was stopped. Nothing was changed.")
        self.told = told


def begin(
    app: App[Any], work: Callable[[Tell], Result], on_end: Callable[[Outcome[Result]], None]
) -> Work[Result]:
    """Start work; `on_end` is called with its outcome on the screen's own thread.

    A `TrackerError` becomes an outcome. Anything else is a fault in the program, and is raised on
    the screen's thread as if it had happened there.
    """
    going: Work[Result] = Work()

    def ended(future: "Future[Result]") -> None:
        going.outcome = _outcome(future)
        on_end(going.outcome)

    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long work")
    thread.submit(work, going.tell).add_done_callback(lambda future: app.call_later(ended, future))
    thread.shutdown(wait=False)
    return going


def _outcome(future: "Future[Result]") -> Outcome[Result]:
    try:
        return Outcome(future.result())
    except TrackerError as refused:
        return Outcome(refused=refused)
