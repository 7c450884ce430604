"""What long work says while it goes on, and how it learns that nobody wants it any more."""

from collections.abc import Callable
from dataclasses import dataclass

from store.errors import TrackerError


class Stopped(TrackerError):
    """The person asked for long work to stop; what it had begun was taken back."""


@dataclass(frozen=True, slots=True)
class Told:
    """How far long work is: what is being done, and how much of how much (0: not known)."""

    words: str
    done: int = 0
    of: int = 0

    def __str__(self) -> str:
        """In words: "Reading report.pdf", "Checking records, 40 %"."""
        return f"{self.words}, {100 * self.done // self.of} %" if self.of else self.words


Tell = Callable[[Told], None]
"""Long work calls it now and then; it raises `Stopped` once the work is no longer wanted."""


def untold(told: Told) -> None:
    """For work that nobody watches."""
