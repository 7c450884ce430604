"""S11: what a document's file was called never says where or under what name a file is written."""

import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from commanded import Run, as_if_alone

from store import documents, originals
from store.tracker import create
from store.unit import Author, unit

DAY = date(2022, 6, 1)
STEMS = (
    "../../out", "/etc/out", "C:\\out", "..\\..\\out", "CON", "aux", "nul.tar", "a" * 300,
    "dots...", "blank ", "new\nline\x1b[2J", "a:stream",
)  # fmt: skip
ENDINGS = (".docx", ".pdf", ".exe", ".", "")
NAMES = [f"{stem}{ending}" for stem, ending in product(STEMS, ENDINGS)]
VALID_ON_WINDOWS = re.compile(r"D[0-9]+(\.[a-z]+)?")
RUN_BY_WINDOWS = {".exe", ".bat", ".cmd", ".com", ".scr", ".lnk", ".js", ".vbs"}


@pytest.fixture
def tracker(tmp_path: Path, author: Author) -> Path:
    """A tracker that keeps one file's bytes for sixty documents, each called otherwise."""
    made = create(tmp_path / "ours.matters", author)
    digest = originals.keep(made.db, b"words", "report.txt")
    with unit(made.db, "Documents", author) as change:
        for name in NAMES:
            documents.add(
                change, kind="report", title="Report", since=DAY, file_name=name, sha256=digest
            )
    made.close()
    return made.path


def test_s11_every_name_stays_in_the_chosen_folder(
    tracker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, figure
) -> None:
    as_if_alone(monkeypatch)
    run, out = Run(capsys), tmp_path / "chosen"
    out.mkdir()
    before = {path for path in tmp_path.rglob("*") if out not in path.parents}
    for number in range(1, len(NAMES) + 1):
        code, told, _ = run("--file", str(tracker), "original", f"D{number}", str(out))
        assert code == 0
        assert "\x1b" not in told
    written = sorted(path.name for path in out.iterdir())
    elsewhere = {path for path in tmp_path.rglob("*") if out not in path.parents} - before
    figure(
        "S11",
        "60 names: every file in the chosen folder, its name valid on Windows",
        f"{len(written)} of {len(NAMES)} in it, {len(elsewhere)} elsewhere",
    )
    assert elsewhere == set()
    assert len(written) == len(NAMES)
    assert [name for name in written if not VALID_ON_WINDOWS.fullmatch(name)] == []
    assert {Path(name).suffix for name in written} & RUN_BY_WINDOWS == set()
