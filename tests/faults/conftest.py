"""Fault tests use folders of their own for what the program notes for itself."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def folders_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATTERS_CONFIG", str(tmp_path / "settings"))
    monkeypatch.setenv("MATTERS_STATE", str(tmp_path / "state"))


@pytest.fixture
def case_file(tmp_path: Path, written_example: Path) -> Path:
    """The worked example in a file of its own, closed."""
    return Path(shutil.copy(written_example, tmp_path / "cambridgeshire.matters"))
