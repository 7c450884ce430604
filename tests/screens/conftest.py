"""Screens remember their colours in a folder of the test's own."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATTERS_CONFIG", str(tmp_path / "settings"))


@pytest.fixture
def case_file(tmp_path: Path, written_example: Path) -> Path:
    """The worked example in a file of its own, closed."""
    return Path(shutil.copy(written_example, tmp_path / "cambridgeshire.matters"))
