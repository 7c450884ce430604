"""Keys of which only the first are read yet, so that a screen can be drawn before all are known."""

from array import array
from collections.abc import Callable, Sequence
from typing import overload

NOT_THERE = 0
"""Stands for a record that went between the counting and the reading; no record has this key."""


class FirstPage(Sequence[int]):
    """As many keys as were counted; those after the first are read when something asks for them."""

    def __init__(self, first: "array[int]", count: int, read: "Callable[[], array[int]]") -> None:
        self._keys = first
        self._count = count
        self._read: Callable[[], array[int]] | None = None if len(first) == count else read

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        last = index if isinstance(index, int) else index.indices(self._count)[1] - 1
        if not 0 <= last < len(self._keys):
            self.complete()
        return self._keys[index]

    def complete(self) -> None:
        """Read all keys now, if that was not done yet."""
        if self._read is not None:
            keys, self._read = self._read(), None
            if len(keys) != self._count:
                keys = keys[: self._count]
                keys.extend([NOT_THERE] * (self._count - len(keys)))
            self._keys = keys
