"""A terminal that a program believes in, and a stopwatch: what it paints for a key, and when.

POSIX only. Bytes are stamped as they are read; nothing is drawn or parsed while time is taken.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path
from typing import NamedTuple

ROWS, COLUMNS = 40, 120
QUIET = 0.05
"""Seconds without a byte after which a key's painting is taken to be complete."""

PATIENCE = 60.0
_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
_FRAMES_ARE_KNOWN = b"\x1b[?2026;2$y"
_FRAME_BEGINS = b"\x1b[?2026h"
_MODES = {
    "other screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "hidden cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "mouse": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "bracketed paste": (b"\x1b[?2004h", b"\x1b[?2004l"),
}


class Painted(NamedTuple):
    """What came after keys: milliseconds to the last byte of it, how many bytes and frames."""

    milliseconds: float
    size: int
    frames: int


class Program:
    """A program started on a terminal of its own."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.drawn = bytearray()
        self.started = time.perf_counter()
        self.pid, self._screen = pty.fork()
        if self.pid == 0:
            self._become(command, folder)
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.gone = False

    @staticmethod
    def _become(command: list[str], folder: Path) -> None:
        home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.environ.update({"MATTERS_CONFIG": str(folder / "settings"), **home, **terminal})
        os.execvp(command[0], command)

    def usable(self, sign: str) -> float:
        """Milliseconds from the start until a sign stood on the screen."""
        wanted = re.compile(sign.encode())
        while not wanted.search(self.drawn):
            if self._read(PATIENCE) is None:
                raise SystemExit(f"{sign!r} was never drawn; the end of what was: {self.tail()!r}")
        return (time.perf_counter() - self.started) * 1000

    def tail(self) -> bytes:
        """The end of what was drawn."""
        return bytes(self.drawn[-400:])

    def press(self, keys: bytes, quiet: float = QUIET) -> Painted:
        """Send keys and take the time until they are painted."""
        before, begun = len(self.drawn), time.perf_counter()
        os.write(self._screen, keys)
        last = begun
        while (stamp := self._read(PATIENCE if last == begun else quiet)) is not None:
            last = stamp
        painted = self.drawn[before:]
        return Painted((last - begun) * 1000, len(painted), painted.count(_FRAME_BEGINS))

    def hold(self, key: bytes, times: int, a_second: int) -> float:
        """Send a key so many times a second; milliseconds from the last to the last byte."""
        for number in range(times):
            if number:
                self.watch(1 / a_second)
            os.write(self._screen, key)
        begun = last = time.perf_counter()
        while (stamp := self._read(PATIENCE if last == begun else QUIET)) is not None:
            last = stamp
        return (last - begun) * 1000

    def watch(self, seconds: float) -> int:
        """Read for a while; how many bytes came."""
        before, end = len(self.drawn), time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        return len(self.drawn) - before

    def leave(self, keys: bytes) -> float:
        """Send the keys that leave; milliseconds until the program is gone."""
        begun = time.perf_counter()
        os.write(self._screen, keys)
        while self._read(PATIENCE) is not None:
            pass
        os.waitpid(self.pid, 0)
        os.close(self._screen)
        self.gone = True
        return (time.perf_counter() - begun) * 1000

    def ended(self) -> bool:
        """Whether it has ended by itself."""
        now = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return self.gone or os.waitid(os.P_PID, self.pid, now) is not None

    def left_behind(self) -> list[str]:
        """The terminal's modes that were set and not put back."""
        return [
            name
            for name, (begin, end) in _MODES.items()
            if self.drawn.rfind(begin) > self.drawn.rfind(end)
        ]

    def memory(self) -> float:
        """Megabytes the program holds (Linux)."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def processor(self) -> float:
        """Seconds of processor time it has used (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End the program, if it still runs."""
        if not self.gone:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self._screen)
            self.gone = True

    def _read(self, seconds: float) -> float | None:
        """Read what is there within some seconds; the moment it was read, None for nothing."""
        if not select.select([self._screen], [], [], seconds)[0]:
            return None
        try:
            read = os.read(self._screen, 1 << 16)
        except OSError:  # the program has closed its side
            return None
        if not read:
            return None
        stamp = time.perf_counter()
        self.drawn += read
        if _ASKS_FOR_FRAMES in read:
            os.write(self._screen, _FRAMES_ARE_KNOWN)
        return stamp
