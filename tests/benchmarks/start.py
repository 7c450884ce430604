"""Time to a usable first screen, against an empty three-pane app, in pairs on a terminal.

    .venv/bin/python tests/benchmarks/start.py [PAIRS]

Prints medians in milliseconds and the median of the ratios. POSIX only. Compare ratios, not
milliseconds: the machine's speed drifts, and both programs are started in turn for that reason.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
PATIENCE = 20.0


def usable_after(command: list[str], sign: bytes) -> float:
    """Milliseconds from starting a command on a 120 × 40 terminal until a sign was drawn."""
    started = time.perf_counter()
    child, screen = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execv(command[0], command)
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    drawn = b""
    while sign not in drawn and time.perf_counter() - started < PATIENCE:
        if select.select([screen], [], [], 0.5)[0]:
            drawn += os.read(screen, 65536)
    took = (time.perf_counter() - started) * 1000
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(screen)
    if sign not in drawn:
        raise SystemExit(f"{command} drew no {sign!r} within {PATIENCE} s")
    return took


def main() -> None:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        tracker = str(Path(folder) / "example.matters")
        python = [sys.executable, "-m", "tui"]
        os.spawnv(os.P_WAIT, python[0], [*python, "example", tracker, "--no-open"])
        ours = [*python, "--file", tracker]
        bare = [sys.executable, str(HERE / "bare_app.py")]
        usable_after(ours, b"R2"), usable_after(bare, b"Ready")
        found = [(usable_after(ours, b"R2"), usable_after(bare, b"Ready")) for _ in range(pairs)]
    print(f"first screen   {median(own for own, _ in found):7.1f} ms")
    print(f"empty app      {median(empty for _, empty in found):7.1f} ms")
    print(f"ratio          {median(own / empty for own, empty in found):7.2f}  (goal 1.25)")


if __name__ == "__main__":
    main()
