"""Screens remember their colours in a folder of the test's own."""

import shutil
from pathlib import Path

import pytest
from bringing_in import LETTER, REPORT, REVIEW
from driver import MOMENT

from store.tracker import create
from store.unit import Author


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATTERS_CONFIG", str(tmp_path / "settings"))


@pytest.fixture
def case_file(tmp_path: Path, written_example: Path) -> Path:
    """The worked example in a file of its own, closed."""
    return Path(shutil.copy(written_example, tmp_path / "cambridgeshire.matters"))


@pytest.fixture
def import_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("report", REPORT), ("letter", LETTER), ("review", REVIEW)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def file(import_folder: Path) -> Path:
    """A new tracker, closed."""
    path = import_folder / "ours.matters"
    create(path, Author("Ann Example", lambda: MOMENT)).close()
    return path
