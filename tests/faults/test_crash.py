"""R22: a fault inside the program says one sentence, shows no value, and tidies the terminal."""

import os
import stat
from pathlib import Path

import pytest
from pty_session import Terminal

from tui import mishaps

CANARY = "a-witness-name"
_START = """
import sys
{fault}
from tui.__main__ import main
sys.exit(main())
"""
_RAISING = f"""
def boom(*arguments, **settings):
    witness = "{CANARY}"
    kept = {{"text": witness}}
    try:
        kept[witness]["x"]
    except KeyError as error:
        raise LookupError(witness, kept) from error
"""
ENDING = {
    "a key": _RAISING + "import tui.acts.noting as noting\nnoting.note = boom",
    "drawing": _RAISING + "from tui.screens import bars\nbars.keys_line = boom",
    "a list": _RAISING
    + "from tui.rows.recommendation_rows import RecommendationRows as rows\n"
    + "import tui.acts.noting as noting\n"
    + "def note(screen, records):\n    rows.rows = boom\n    screen.reload()\n"
    + "noting.note = note",
    "a timer": _RAISING
    + "import tui.acts.noting as noting\n"
    + "noting.note = lambda screen, records: screen.set_timer(0.01, boom)",
    "a worker": _RAISING
    + "import tui.acts.noting as noting\n"
    + "noting.note = lambda screen, records: screen.run_worker(boom, thread=True)",
}
OUTLIVED = {
    "a task nobody waits for": _RAISING
    + "import asyncio, gc\nimport tui.acts.noting as noting\n"
    + "async def task():\n    boom()\n"
    + "async def later(screen):\n"
    + "    asyncio.create_task(task())\n    await asyncio.sleep(0.05)\n    gc.collect()\n"
    + "    screen.notify('It went on')\n"
    + "noting.note = lambda screen, records: screen.run_worker(later(screen))",
    "a thread": _RAISING
    + "import threading\nimport tui.acts.noting as noting\n"
    + "def note(screen, records):\n"
    + "    thread = threading.Thread(target=boom)\n    thread.start()\n    thread.join()\n"
    + "    screen.notify('It went on')\n"
    + "noting.note = note",
}


def logged(home: Path) -> str:
    """What the log holds; it must be there, the user's alone, in a folder that is too."""
    log = home / "state" / mishaps.NAME
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
    return log.read_text(encoding="utf-8")


@pytest.mark.parametrize("where", ENDING)
def test_a_fault_ends_with_a_sentence_and_nothing_of_what_is_kept(
    case_file: Path, tmp_path: Path, where: str, figure
) -> None:
    os.umask(0o022)
    code = _START.format(fault=ENDING[where])
    with Terminal("--file", str(case_file), home=tmp_path, code=code) as terminal:
        if where != "drawing":
            terminal.sees("? help")
            terminal.send("n")
        assert terminal.exit_code() == 1
        told = bytes(terminal.raw[terminal.raw.rfind(b"\x1b[?1049l") :]).decode()
        assert terminal.left_on() == []
        assert terminal.modes_after == terminal.modes_before
        shown = terminal.raw.count(CANARY.encode())
    log = logged(tmp_path)
    figure(
        "R22",
        f"{where}: 0 field values shown or logged, exit code not 0, terminal restored",
        f"{shown} shown, {log.count(CANARY)} logged, exit code 1, restored",
    )
    assert (shown, log.count(CANARY)) == (0, 0)
    words = " ".join(told.split())
    assert "Something went wrong inside the program" in words
    assert "Every change that was confirmed is saved" in words
    assert "mishaps.log" in words.replace(" ", "")
    assert "Traceback" not in words
    assert "LookupError" in log
    assert "arose from KeyError" in log
    assert "SQLite" in log


@pytest.mark.parametrize("where", OUTLIVED)
def test_a_fault_beside_the_screen_is_logged_and_never_printed(
    case_file: Path, tmp_path: Path, where: str
) -> None:
    code = _START.format(fault=OUTLIVED[where])
    with Terminal("--file", str(case_file), home=tmp_path, code=code) as terminal:
        terminal.sees("? help")
        terminal.send("n")
        terminal.sees("It went on")
        terminal.send("q")
        assert terminal.exit_code() == 0
        assert CANARY.encode() not in terminal.raw
        assert b"Traceback" not in terminal.raw
    assert "LookupError" in logged(tmp_path)
    assert CANARY not in logged(tmp_path)


def test_what_was_being_typed_outlives_the_fault(case_file: Path, tmp_path: Path) -> None:
    fault = _RAISING + "from tui.dialogs.note import NoteDialog\nNoteDialog.action_save = boom"
    code = _START.format(fault=fault)
    with Terminal("--file", str(case_file), home=tmp_path, code=code) as terminal:
        terminal.sees("? help")
        terminal.send("n")
        terminal.sees("Note on R2")
        terminal.send("Typed just now")
        terminal.sees("Typed just now")
        terminal.send(b"\x13")
        assert terminal.exit_code() == 1
        assert b"kept as a draft" in b" ".join(terminal.raw.split())
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("Kept what you were typing: note R2")
        terminal.send("n")
        terminal.sees("Typed just now")


def test_the_log_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, author) -> None:
    monkeypatch.setattr(mishaps, "LARGEST", 2_000)
    for number in range(60):
        try:
            raise KeyError(f"{CANARY} {number}")
        except KeyError as error:
            path = mishaps.record(error, author.now())
    assert path is not None
    kept = sorted(path.parent.iterdir())
    assert len(kept) == 2
    assert all(log.stat().st_size < 3_000 for log in kept)
    assert all(stat.S_IMODE(log.stat().st_mode) == 0o600 for log in kept)
    assert not any(CANARY in log.read_text() for log in kept)


def test_a_log_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, author
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("MATTERS_STATE", str(tmp_path / "file"))
    assert mishaps.record(KeyError("x"), author.now()) is None


def test_bytes_that_are_no_letters_do_no_harm(case_file: Path, tmp_path: Path) -> None:
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("? help")
        terminal.send("n")
        terminal.sees("Note on R2")
        terminal.paste(b"caf\xe9 \xff\xfe")
        terminal.send("then more")
        terminal.sees("caf\ufffd \ufffd\ufffdthen more")
