"""Paths as people give them: typed, pasted from a file manager, dropped, with blanks and quotes."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import BadInput
from tui.dialogs.files import documents_in
from tui.dialogs.paths_typed import as_typed, paths_typed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("report.txt", "my report.pdf", "it's.txt", "a,b.txt", "letter.docx"):
        (tmp_path / name).write_text("words", encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "paper.txt").write_text("words", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("report.txt", ["report.txt"]),
        ("  report.txt \n", ["report.txt"]),
        ('"my report.pdf"', ["my report.pdf"]),
        ("'my report.pdf' report.txt", ["my report.pdf", "report.txt"]),
        ("“my report.pdf”", ["my report.pdf"]),
        ("my report.pdf", ["my report.pdf"]),
        ("my report.pdf report.txt", ["my report.pdf", "report.txt"]),
        ("report.txt my report.pdf letter.docx", ["report.txt", "my report.pdf", "letter.docx"]),
        (r"my\ report.pdf", ["my report.pdf"]),
        ("report.txt\nletter.docx", ["report.txt", "letter.docx"]),
        ("report.txt; letter.docx", ["report.txt", "letter.docx"]),
        ("report.txt report.txt", ["report.txt"]),
        ("it's.txt", ["it's.txt"]),
        ("a,b.txt", ["a,b.txt"]),
        ("more/paper.txt", ["more/paper.txt"]),
        ("./more/../report.txt", ["report.txt"]),
    ],
)
def test_the_files_that_are_meant(folder: Path, typed: str, names: list[str]) -> None:
    assert paths_typed(typed, folder) == [folder / name for name in names]


def test_an_address_as_file_managers_give_it(folder: Path) -> None:
    uri = (folder / "my report.pdf").as_uri()
    assert paths_typed(uri, Path("/")) == [folder / "my report.pdf"]


def test_the_home_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert paths_typed("~/report.txt", Path("/")) == [folder / "report.txt"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "No file is named yet"),
        ('""', "No file is named yet"),
        ("absent.txt", "There is no file"),
        ("more", "is a folder"),
        ("report.txt absent.txt", "There is no file"),
        ("~nobody-of-this-name/x.txt", "There is no file"),
        ("x" * 5_000, "There is no file"),
        ("a\x00b", "There is no file"),
    ],
)
def test_what_names_no_file_is_refused_with_a_sentence(folder: Path, typed: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        paths_typed(typed, folder)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_a_file_that_is_there_or_a_sentence(typed: str) -> None:
    try:
        found = paths_typed(typed, Path(__file__).parent)
    except BadInput:
        return
    assert all(path.is_file() for path in found)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["report.txt", "my report.pdf", "it's.txt", "a,b.txt"]), min_size=1)
)
def test_what_is_shown_as_typed_is_read_back(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in names:
            (folder / name).write_text("words", encoding="utf-8")
        paths = list(dict.fromkeys(folder / name for name in names))
        typed = " ".join(as_typed(path, folder) for path in paths)
        assert paths_typed(typed, folder) == paths


def test_documents_of_a_folder_come_newest_first_and_nothing_else_does(folder: Path) -> None:
    for age, name in enumerate(("report.txt", "my report.pdf", "letter.docx")):
        os.utime(folder / name, (1_000_000_000 - age, 1_000_000_000 - age))
    (folder / "tracker.matters").write_text("words", encoding="utf-8")
    (folder / "picture.png").write_text("words", encoding="utf-8")
    names = [found.path.name for found in documents_in(folder)]
    assert names[-3:] == ["report.txt", "my report.pdf", "letter.docx"]
    assert "tracker.matters" not in names
    assert "picture.png" not in names
    assert documents_in(folder / "nowhere") == []
