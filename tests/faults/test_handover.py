"""The encrypted copy by the command line: the passphrase is typed unseen, and never piped."""

from pathlib import Path

import pytest
from pty_session import Terminal

from store.tracker import open_tracker
from tui.__main__ import main

WORDS = "correct horse battery"
QUICK = """
import sys
sys.path.insert(0, "tests")
from quick_age import Quick
from store import handover
handover._library = Quick
from tui.__main__ import main
sys.exit(main())
"""


def typed(terminal: Terminal, prompt: str, words: str) -> None:
    terminal.until(lambda: prompt.encode() in terminal.raw, prompt)
    terminal.send(words + "\n")


def test_it_is_asked_twice_and_not_echoed(case_file: Path, tmp_path: Path) -> None:
    arguments = ("--file", str(case_file), "handover", str(tmp_path / "away"))
    with Terminal(*arguments, home=tmp_path, code=QUICK) as terminal:
        typed(terminal, "Passphrase, at least 12", WORDS)
        typed(terminal, "The same again", WORDS)
        assert terminal.exit_code() == 0
        assert b"nobody can open it then" in b" ".join(terminal.raw.split())
        assert b"horse" not in terminal.raw
    sealed = tmp_path / "away.age"
    with Terminal("receive", str(sealed), home=tmp_path, code=QUICK) as terminal:
        typed(terminal, "Its passphrase", WORDS)
        assert terminal.exit_code() == 0
        assert b"horse" not in terminal.raw
    assert (tmp_path / "away").read_bytes() == case_file.read_bytes()
    open_tracker(tmp_path / "away", read_only=True).close()


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("short", "short", b"too short"), (WORDS, WORDS + ".", b"not the same")],
)
def test_a_poor_passphrase_writes_nothing(
    case_file: Path, tmp_path: Path, first: str, second: str, said: bytes
) -> None:
    arguments = ("--file", str(case_file), "handover", str(tmp_path / "away"))
    with Terminal(*arguments, home=tmp_path, code=QUICK) as terminal:
        typed(terminal, "Passphrase, at least 12", first)
        typed(terminal, "The same again", second)
        assert terminal.exit_code() == 2
        assert said in terminal.raw
    assert not list(tmp_path.glob("away*"))


def test_no_passphrase_at_all_writes_nothing(case_file: Path, tmp_path: Path) -> None:
    arguments = ("--file", str(case_file), "handover", str(tmp_path / "away"))
    with Terminal(*arguments, home=tmp_path, code=QUICK) as terminal:
        terminal.until(lambda: b"Passphrase" in terminal.raw, "the question")
        terminal.send(b"\x04")
        assert terminal.exit_code() == 2
        assert b"No passphrase was typed" in terminal.raw


@pytest.mark.parametrize(
    "arguments", [["handover", "away"], ["receive", "away.age", "home.matters"]]
)
def test_a_passphrase_is_never_taken_from_a_pipe(
    case_file: Path, tmp_path: Path, capsys, monkeypatch, arguments: list[str]
) -> None:
    (tmp_path / "away.age").write_bytes(b"x")
    arguments = [arguments[0], *(str(tmp_path / name) for name in arguments[1:])]
    if arguments[0] == "handover":
        arguments[1] += "-copy"
    monkeypatch.setenv("MATTERS_FILE", str(case_file))
    assert main(arguments) == 2
    assert "nobody can be asked here" in capsys.readouterr().err
