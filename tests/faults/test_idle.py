"""A program that nobody touches writes nothing to the terminal and hardly works."""

import os
import time
from pathlib import Path

import pytest
from pty_session import Terminal


def worked(pid: int) -> float:
    """Seconds of processor time a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc as Linux has it")
def test_nothing_is_drawn_while_nothing_happens(case_file: Path, tmp_path: Path, points) -> None:
    seconds = points(60, 2)
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("? help")
        terminal.rest(4)
        written, used = len(terminal.raw), worked(terminal.pid)
        time.sleep(seconds)
        used = worked(terminal.pid) - used
        assert len(terminal.raw) == written
        if seconds == 60:
            print(f"{used:.2f} s of a processor in {seconds} s")
            assert used <= 0.005 * seconds


def test_every_mode_of_the_terminal_is_put_back(case_file: Path, tmp_path: Path) -> None:
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("? help")
        assert len(terminal.left_on()) == 6
        assert terminal.modes_after != terminal.modes_before
        terminal.send("q")
        assert terminal.exit_code() == 0
        assert terminal.left_on() == []
        assert terminal.modes_after == terminal.modes_before
