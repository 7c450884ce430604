"""Processes of the product that are started to be killed: what they did is told as they did it."""

import multiprocessing
import os
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

# Loaded once, before the first child: what each of them would otherwise load again.
LOADED = [
    "pytest",
    "sqlite_utils",
    "store.backups",
    "store.history",
    "store.migrations",
    "store.notes",
    "store.recommendations",
    "store.tracker",
    "store.unit",
    "store.upgrading",
]
_PATIENCE = 60  # seconds for a child to say its first word

Work = Callable[..., None]
Tell = Callable[[object], None]

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(LOADED)


class Child:
    """One process at `work(tell, *arguments)`; what it tells has left it before it goes on."""

    def __init__(self, work: Work, *arguments: Any) -> None:
        self._here, there = _context.Pipe(duplex=False)
        self._process = _context.Process(target=_at_work, args=(there, work, *arguments))
        self._process.start()
        there.close()
        self.told: list[Any] = []

    def wait_for_a_word(self) -> None:
        """Until it has told something for the first time."""
        if not self._here.poll(_PATIENCE):
            raise AssertionError("the child never said anything")
        self._hear()

    def is_alive(self) -> bool:
        """Whether it is still at work; what it told is heard meanwhile."""
        self._hear()
        return self._process.is_alive()

    def kill(self, after: float = 0.0) -> None:
        """Kill it outright (SIGKILL) so many seconds from now, and hear what it had told."""
        until = time.perf_counter() + after
        while time.perf_counter() < until:
            os.sched_yield()
        self._process.kill()
        self.end()

    def end(self) -> int | None:
        """Wait for it to end and hear the rest of what it told; its exit code."""
        self._hear()
        self._process.join(_PATIENCE)
        self._hear()
        self._here.close()
        return self._process.exitcode

    def _hear(self) -> None:
        try:
            while self._here.poll():
                self.told.append(self._here.recv())
        except (EOFError, OSError):
            return


def _at_work(there: Connection, work: Work, *arguments: Any) -> None:
    work(there.send, *arguments)
