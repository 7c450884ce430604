"""S13: a whole session calls nobody, the child that reads documents included."""

import os
import re
import shutil
from pathlib import Path

import pytest
from pty_session import Terminal
from small_tracker import DAY, make

ROOT = Path(__file__).parents[2]
UNDER_STRACE = (
    "import os, sys; os.execvp('strace', ['strace', '-f', '-o', sys.argv[1], '-e', "
    "'trace=socket,connect,bind,listen', sys.executable, '-P', '-m', 'tui', "
    "*sys.argv[2:]])"
)
TEXT = "Recommendation 1\nWithin six months the force should check every cell.\n"
_CALL = re.compile(r"^\d+ +(socket|connect|bind|listen)\(", re.MULTILINE)


def heard(log: Path) -> list[str]:
    """Every call by which a process sets out to speak to another machine, or to be spoken to."""
    return _CALL.findall(log.read_text(encoding="utf-8"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small tracker, and a report beside it; skips without strace."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed, and it is what hears the system calls")
    make(tmp_path / "small.matters").tracker.close()
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "small.matters"


def traced(log: Path, *arguments: str, home: Path) -> Terminal:
    """The program in a terminal, under strace."""
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    return Terminal(str(log), *arguments, home=home, code=UNDER_STRACE, environment=environment)


def test_s13_a_session_calls_nobody(figure, path, tmp_path):
    logs = [tmp_path / f"{name}.txt" for name in ("screen", "import", "control")]
    home = tmp_path / "home"
    home.mkdir()
    with traced(logs[0], "--file", str(path), "--today", DAY.isoformat(), home=home) as terminal:
        terminal.sees("Recommendations")
        terminal.send("n")
        terminal.sees("Save")
        terminal.send("Words of a note\x13")
        terminal.until(lambda: "Save" not in terminal.seen(), "the note saved")
        terminal.send("u")
        terminal.sees("Undone")
        terminal.send("q")
        assert terminal.exit_code() == 0
    report = str(tmp_path / "report.txt")
    with traced(logs[1], "--file", str(path), "import", report, "--dry-run", home=home) as reading:
        assert reading.exit_code() == 0
    calls = [heard(log) for log in logs[:2]]
    figure(
        "S13",
        "0 connect() in a full session",
        f"{len(calls[0])} of socket, connect, bind and listen in a session on the screen, "
        f"{len(calls[1])} in an import",
    )
    assert calls == [[], []]
    assert heard_of_a_call(logs[2], home) == ["socket", "connect"]


def heard_of_a_call(log: Path, home: Path) -> list[str]:
    """What is heard of a process that does call: the ear works."""
    code = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    listening = f"import os, sys; os.execvp('strace', ['strace', '-f', '-o', {str(log)!r}, '-e', "
    listening += f"'trace=socket,connect', sys.executable, '-c', {code!r}])"
    environment = {"PATH": os.environ["PATH"]}
    with Terminal(home=home, code=listening, environment=environment) as caller:
        caller.exit_code()
    return heard(log)


def test_the_screen_loads_nothing_for_encrypted_connections(path, tmp_path):
    with Terminal("--file", str(path), "--today", DAY.isoformat(), home=tmp_path) as terminal:
        terminal.sees("Recommendations")
        loaded = Path(f"/proc/{terminal.pid}/maps").read_text(encoding="utf-8")
        terminal.send("q")
        assert terminal.exit_code() == 0
    assert "_sqlite3" in loaded
    assert "libssl" not in loaded
    assert "libcrypto" not in loaded
