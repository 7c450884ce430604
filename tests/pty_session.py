"""The program in a terminal of its own: real bytes in, real bytes out, and how it ended."""

import fcntl
import os
import pty
import signal
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[1]
PATIENCE = 30.0
"""Seconds to wait for something that has to happen; a test that needs them has failed."""

ON = {
    "the other screen": b"\x1b[?1049h",
    "mouse": b"\x1b[?1000h",
    "mouse moves": b"\x1b[?1003h",
    "bracketed paste": b"\x1b[?2004h",
    "focus": b"\x1b[?1004h",
    "hidden cursor": b"\x1b[?25l",
}
OFF = {
    "the other screen": b"\x1b[?1049l",
    "mouse": b"\x1b[?1000l",
    "mouse moves": b"\x1b[?1003l",
    "bracketed paste": b"\x1b[?2004l",
    "focus": b"\x1b[?1004l",
    "hidden cursor": b"\x1b[?25h",
}


class Terminal:
    """One start of `matters` in a pseudo terminal; use it as a context manager."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
        code: str = "",
    ) -> None:
        self.raw = bytearray()
        self.size = size
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0
        self._ended: int | None = None
        command = [sys.executable, *(("-c", code) if code else ("-m", "tui")), *arguments]
        self._start(command, {**_environment(home), **(environment or {})})
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _start(self, command: list[str], environment: dict[str, str]) -> None:
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.execve(command[0], command, environment)
        self._resize(*self.size)
        self.modes_before = termios.tcgetattr(self._master)

    def _read(self) -> None:
        while True:
            try:
                read = os.read(self._master, 65536)
            except OSError:
                return
            if not read:
                return
            self.raw += read

    def _resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def resize(self, width: int, height: int) -> None:
        """Pull the window to another size."""
        self.size = (width, height)
        self._screen.resize(height, width)
        self._resize(width, height)

    def send(self, text: str | bytes) -> None:
        """Type: letters, or the bytes of a key."""
        rest = text.encode() if isinstance(text, str) else text
        while rest:
            rest = rest[os.write(self._master, rest[:4096]) :]

    def paste(self, text: str | bytes) -> None:
        """Paste as a terminal does it: between the two marks of a bracketed paste."""
        middle = text.encode() if isinstance(text, str) else text
        self.send(b"\x1b[200~" + middle + b"\x1b[201~")

    def seen(self) -> str:
        """The whole screen as one line with its blanks folded."""
        raw = bytes(self.raw)
        self._stream.feed(raw[self._fed :])
        self._fed = len(raw)
        return " ".join(" ".join(self._screen.display).split())

    def sees(self, words: str) -> None:
        """Wait until these words are on the screen."""
        self.until(lambda: words in self.seen(), words)

    def until(self, true: Callable[[], bool], what: str) -> float:
        """Wait for something; the seconds it took."""
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            if true():
                return time.monotonic() - began
            time.sleep(0.01)
        shown = "\n".join(self._screen.display)
        raise AssertionError(f"never came: {what}. On the screen:\n{shown}")

    def rest(self, quiet: float = 0.15) -> None:
        """Wait until nothing was written for a while; what follows is not taken for an answer."""
        changed, length = time.monotonic(), -1
        while time.monotonic() - changed < quiet:
            if len(self.raw) != length:
                changed, length = time.monotonic(), len(self.raw)
            time.sleep(0.01)

    def answer(self, keys: str | bytes) -> None:
        """Press keys that change the screen, and wait until it has."""
        before = len(self.raw)
        self.send(keys)
        self.until(lambda: len(self.raw) > before, f"an answer to {keys!r}")
        self.rest()

    def kill(self, number: int) -> None:
        """Send a signal to the program alone."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the window, as a person does with its cross."""
        os.close(self._master)
        self._master = -1

    def exit_code(self) -> int:
        """Wait for the end; the exit code, negative for the signal that killed it."""
        self.until(self._has_ended, "its end")
        self._reader.join(2)
        return os.waitstatus_to_exitcode(self._ended or 0)

    def _has_ended(self) -> bool:
        if self._ended is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._ended = status if pid else None
        return self._ended is not None

    @property
    def modes_after(self) -> list[object]:
        """The terminal's own settings now: echo, line mode, signals."""
        return list(termios.tcgetattr(self._master))

    def left_on(self) -> list[str]:
        """The modes of the terminal that were turned on and not off again, by their last word."""
        return [name for name, on in ON.items() if self.raw.rfind(on) > self.raw.rfind(OFF[name])]

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if not self._has_ended():
            os.kill(self.pid, signal.SIGKILL)
            self.until(self._has_ended, "its end")
        if self._master >= 0:
            os.close(self._master)


def _environment(home: Path) -> dict[str, str]:
    """An environment of its own: nothing of the person who runs the tests."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "MATTERS_CONFIG": str(home / "settings"),
        "MATTERS_STATE": str(home / "state"),
        "MATTERS_NAME": "Ann Example",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }
