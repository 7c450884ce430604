"""The command line run inside a test as if it had a process of its own."""

import gc
import sys
from pathlib import Path

import pytest
from small_tracker import Small, make

from tui.__main__ import main


def as_if_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing that the program does to its process outlive the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "disable", lambda: None)


def at_a_small_tracker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Small:
    """Let every command line mean a small tracker in a folder of its own, typed by one person."""
    as_if_alone(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MATTERS_FILE", "small.matters")
    monkeypatch.setenv("MATTERS_NAME", "Bea Clerk")
    return make(tmp_path / "small.matters")


class Run:
    """Runs a command line; gives its exit code, output and complaint."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        said = self._capsys.readouterr()
        return code, said.out, said.err
