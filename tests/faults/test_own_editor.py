"""S12: the user's editor is run by its name and arguments, on a file that is theirs alone."""

import os
import signal
import stat
from pathlib import Path

import pytest
from pty_session import Terminal

from store import drafts
from store.errors import BadInput
from store.tracker import open_tracker
from tui import own_editor

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the editors here are shell scripts")


def editor(folder: Path, script: str) -> Path:
    """An editor that does something to the file it is given and notes what it saw of it."""
    path = folder / "my editor"
    path.write_text(f"#!/bin/sh\nset -u\n{script}\n")
    path.chmod(0o755)
    return path


def open_note(terminal: Terminal, words: str) -> None:
    terminal.sees("? help")
    terminal.send("n")
    terminal.sees("Note on R2")
    terminal.send(words)
    terminal.sees(words)


@pytest.mark.parametrize("variable", ["VISUAL", "EDITOR"])
def test_what_the_editor_saves_becomes_the_text(
    case_file: Path, tmp_path: Path, variable: str
) -> None:
    seen = tmp_path / "seen"
    looks = f'ls -l "$2" > {seen}; ls -ld "$(dirname "$2")" >> {seen}; cat "$2" >> {seen}'
    script = looks + '; printf "%s\\n" "$1" >> "$2"'
    program = editor(tmp_path, script)
    environment = {variable: f"'{program}' --wait"}
    with Terminal("--file", str(case_file), home=tmp_path, environment=environment) as terminal:
        open_note(terminal, "First")
        terminal.send(b"\x0f")
        terminal.sees("First--wait")
        terminal.send(" and more")
        terminal.sees("First--wait and more")
        terminal.send(b"\x13")
        terminal.sees("Noted on R2.")
        terminal.send("q")
        assert terminal.exit_code() == 0
        assert terminal.left_on() == []
    first, folder, text = seen.read_text().splitlines()
    assert first.startswith("-rw------- ")
    assert folder.startswith("drwx------ ")
    assert text == "First"
    assert list((tmp_path / "state" / own_editor.FOLDER).iterdir()) == []


HOSTILE = (
    "vim; touch {canary}",
    "vim && touch {canary}",
    "$(touch {canary})",
    "`touch {canary}`",
    "true | touch {canary}",
    "/no/such/editor",
    "vim 'never closed",
)


@pytest.mark.parametrize("named", HOSTILE)
def test_no_shell_reads_its_name_and_the_text_stays(
    case_file: Path, tmp_path: Path, named: str, figure
) -> None:
    canary = tmp_path / "X"
    environment = {"EDITOR": named.format(canary=canary), "PATH": "/nowhere"}
    with Terminal("--file", str(case_file), home=tmp_path, environment=environment) as terminal:
        open_note(terminal, "Stays here")
        terminal.send(b"\x0f")
        terminal.sees("! ")
        terminal.sees("still here.")
        terminal.send("!")
        terminal.sees("Stays here!")
    figure("S12", f"{named.split()[0]} …: makes no file X", "none made")
    assert not canary.exists()
    assert not list((tmp_path / "state").rglob("*.txt"))


def test_an_editor_that_fails_says_so_and_the_text_stays(case_file: Path, tmp_path: Path) -> None:
    environment = {"EDITOR": f"'{editor(tmp_path, 'exit 3')}'"}
    with Terminal("--file", str(case_file), home=tmp_path, environment=environment) as terminal:
        open_note(terminal, "Stays here")
        terminal.send(b"\x0f")
        terminal.sees("! The editor ended with an error (3).")
        terminal.sees("Stays here")


def test_what_was_saved_in_the_editor_outlives_a_kill(
    case_file: Path, tmp_path: Path, figure
) -> None:
    ready = tmp_path / "ready"
    script = f'printf "Saved in the editor" > "$1"; touch {ready}; exec sleep 60'
    environment = {"EDITOR": f"'{editor(tmp_path, script)}'"}
    with Terminal("--file", str(case_file), home=tmp_path, environment=environment) as terminal:
        open_note(terminal, "First")
        terminal.send(b"\x0f")
        terminal.until(ready.exists, "the editor")
        terminal.until(lambda: draft_holds(case_file, "Saved in the editor"), "the draft")
        (sheet,) = (tmp_path / "state" / own_editor.FOLDER).iterdir()
        assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
        terminal.kill(signal.SIGKILL)
        terminal.exit_code()
    with Terminal("--file", str(case_file), home=tmp_path) as terminal:
        terminal.sees("Kept what you were typing: note R2")
        terminal.until(lambda: not sheet.exists(), "the sweeping")
        terminal.send("n")
        terminal.sees("Saved in the editor")
    figure("S12", "file for the editor 0600 and removed, also after kill -9", "0600, removed")


def test_a_signal_while_the_editor_is_open_keeps_what_it_saved(
    case_file: Path, tmp_path: Path
) -> None:
    ready = tmp_path / "ready"
    script = f'printf "Saved in the editor" > "$1"; touch {ready}; exec sleep 60'
    environment = {"EDITOR": f"'{editor(tmp_path, script)}'"}
    with Terminal("--file", str(case_file), home=tmp_path, environment=environment) as terminal:
        open_note(terminal, "First")
        terminal.send(b"\x0f")
        terminal.until(ready.exists, "the editor")
        terminal.until(lambda: draft_holds(case_file, "Saved in the editor"), "the draft")
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code() == 143
        assert terminal.left_on() == []
        assert b"kept as a draft" in b" ".join(terminal.raw.split())
    assert not list((tmp_path / "state" / own_editor.FOLDER).iterdir())


def draft_holds(path: Path, words: str) -> bool:
    tracker = open_tracker(path, read_only=True)
    try:
        return any(words in draft.text for draft in drafts.listed(tracker.db))
    finally:
        tracker.close()


def test_without_an_editor_it_is_said_how_to_name_one() -> None:
    with pytest.raises(BadInput, match="set VISUAL or EDITOR"):
        own_editor.editor_command({"EDITOR": "  "})
    assert own_editor.editor_command({"VISUAL": "code -w", "EDITOR": "vi"}) == ["code", "-w"]


def test_a_text_that_is_too_long_is_not_taken_and_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_editor, "LONGEST", 10)
    sheet, taken = own_editor.Sheet("short"), []
    sheet.path.write_text("much too long a text")
    sheet.look(taken.append)
    sheet.remove()
    (left,) = sheet.path.parent.iterdir()
    assert taken == []
    assert str(left) in sheet.refused
    assert left.read_text() == "much too long a text"


@pytest.mark.parametrize(
    ("given", "saved", "taken"),
    [
        ("a", "a\n", []),
        ("a", "a\nb\n", ["a\nb"]),
        ("a\n", "a\nb\n", ["a\nb\n"]),
        ("a", "a", []),
        ("a", "", [""]),
    ],
)
def test_the_line_end_that_editors_add_is_not_part_of_the_text(
    given: str, saved: str, taken: list[str]
) -> None:
    sheet, found = own_editor.Sheet(given), []
    sheet.path.write_text(saved)
    sheet.look(found.append)
    sheet.look(found.append)
    sheet.remove()
    assert found == taken
