"""A disk that can lose its power: what was synced stays, of the rest anything may be there."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from traced import Call

CALLS = "openat,close,pwrite64,write,ftruncate,fsync,fdatasync,unlink"
_SECTOR = 512


class Unsynced(Enum):
    """What became of what nobody had synced when the power went."""

    KEPT = "kept"
    LOST = "lost"
    TORN = "torn"


@dataclass(slots=True)
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes]] = field(default_factory=list)

    def sync(self) -> None:
        for offset, data in self.pending:
            _put(self.durable, offset, data)
        self.pending.clear()

    def after_cut(self, unsynced: Unsynced, chance: random.Random) -> bytes:
        found = bytearray(self.durable)
        for offset, data in self.pending if unsynced is not Unsynced.LOST else []:
            for start in range(0, len(data), _SECTOR):
                if unsynced is Unsynced.KEPT or chance.random() < 0.5:
                    _put(found, offset + start, data[start : start + _SECTOR])
        return bytes(found)


class Disk:
    """One folder of it, moved on call by call."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.now = {path.name: _File(bytearray(path.read_bytes())) for path in folder.iterdir()}
        self.durable = dict(self.now)
        self.said = 0
        self._opened: dict[int, str | _File] = {}

    def moves(self, calls: list[Call]) -> Iterator[None]:
        """Do one call after the other; yields after each that changed what a cut would leave."""
        for call in calls:
            if self._do(call):
                yield

    def after_cut(self, unsynced: Unsynced, chance: random.Random) -> dict[str, bytes]:
        """The files that are there when the power comes back."""
        names = {}
        for name in sorted(self.now.keys() | self.durable.keys()):
            folders = {Unsynced.KEPT: self.now, Unsynced.LOST: self.durable}
            folder = folders.get(unsynced) or chance.choice((self.now, self.durable))
            if name in folder:
                names[name] = folder[name].after_cut(unsynced, chance)
        return names

    def _do(self, call: Call) -> bool:
        if call.returned < 0:
            return False
        if call.name == "openat":
            return self._open(call)
        if call.name == "unlink":
            return self.now.pop(self._name(call.texts[0].decode()), None) is not None
        if call.name == "write" and call.numbers[0] == 1:
            self.said += call.texts[0].startswith(b"saved")
            return True
        if call.name == "close":
            self._opened.pop(call.numbers[0], None)
            return False
        opened = self._opened.get(call.numbers[0])
        return opened is not None and self._do_with(opened, call)

    def _open(self, call: Call) -> bool:
        path = call.texts[0].decode()
        self._opened.pop(call.returned, None)
        if path == self.folder:
            self._opened[call.returned] = path
        elif self._name(path) in self.now or ("O_CREAT" in call.flags and self._name(path)):
            self._opened[call.returned] = self.now.setdefault(self._name(path), _File())
        return "O_CREAT" in call.flags and call.returned in self._opened

    def _do_with(self, opened: str | _File, call: Call) -> bool:
        if call.name in ("fsync", "fdatasync"):
            if isinstance(opened, _File):
                opened.sync()
            else:
                self.durable = dict(self.now)
        elif call.name == "pwrite64" and isinstance(opened, _File):
            opened.pending.append((call.numbers[-1], call.texts[0]))
        else:
            raise AssertionError(f"{call.name} is not understood here")
        return True

    def _name(self, path: str) -> str:
        """The name of a file of this folder; empty for any other."""
        folder, _, name = path.rpartition("/")
        return name if folder == self.folder else ""


def _put(found: bytearray, offset: int, data: bytes) -> None:
    if len(found) < offset + len(data):
        found.extend(bytes(offset + len(data) - len(found)))
    found[offset : offset + len(data)] = data
