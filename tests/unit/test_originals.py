"""The files that documents were imported from: kept if wanted, and given back byte for byte."""

import stat
import sys
from datetime import date

import pytest
from commanded import as_if_alone

from store import documents, originals
from store.errors import BadInput, NotFound, TrackerError
from store.unit import unit

REPORT = "Inspection of custody\n\nWe recommend that the force paints the cells.\n"


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    as_if_alone(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MATTERS_FILE", raising=False)
    (tmp_path / "report.txt").write_bytes(REPORT.encode())
    return tmp_path


@pytest.fixture
def kept(run):
    run("new", "ours.matters")
    return run("import", "report.txt", "--keep-file", "--yes")


def test_the_file_comes_back_byte_for_byte_and_for_its_owner_alone(kept, run, folder):
    assert "matters original D1 PATH" in kept[1]
    code, out, _ = run("original", "d1", "back.txt")
    assert (code, out) == (0, f"Wrote back.txt: {len(REPORT)} bytes, as they were imported.\n")
    assert (folder / "back.txt").read_bytes() == REPORT.encode()
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / "back.txt").stat().st_mode) == 0o600


def test_in_a_folder_the_name_is_ours_and_not_the_documents(kept, run, folder):
    (folder / "out").mkdir()
    run("original", "D1", "out")
    assert [path.name for path in (folder / "out").iterdir()] == ["D1.txt"]


def test_no_file_is_ever_written_over(kept, run, folder):
    (folder / "mine.txt").write_text("mine")
    code, out, err = run("original", "D1", "mine.txt")
    assert (code, out) == (2, "")
    assert "already a file" in err
    assert (folder / "mine.txt").read_text() == "mine"


def test_without_being_asked_no_bytes_are_kept(run, folder):
    run("new", "ours.matters")
    run("import", "report.txt", "--yes")
    code, _, err = run("original", "D1", "back.txt")
    assert code == 2
    assert "not kept in this tracker" in err
    assert not (folder / "back.txt").exists()
    run("import", "report.txt", "--keep-file", "--yes")
    assert run("original", "D1", "back.txt")[0] == 0


def test_a_dry_run_keeps_nothing(run, folder):
    run("new", "ours.matters")
    before = (folder / "ours.matters").read_bytes()
    run("import", "report.txt", "--keep-file", "--dry-run")
    assert (folder / "ours.matters").read_bytes() == before


def test_a_spreadsheet_can_be_kept_too(run, folder):
    run("new", "ours.matters")
    (folder / "log.csv").write_bytes(b"Ref,Recommendation\n1,Act.\n")
    run("import", "log.csv", "--keep-file", "--yes")
    run("original", "D1", "back.csv")
    assert (folder / "back.csv").read_bytes() == b"Ref,Recommendation\n1,Act.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("R1", "x"), "not a document"),
        (("D9", "x"), "There is no document D9"),
        (("D1", "nowhere/x"), "could not be written"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(kept, run, arguments, told):
    code, out, err = run("original", *arguments)
    assert (code, out) == (2, "")
    assert told in err


def add_document(db, author, digest):
    with unit(db, "Document", author) as change:
        key = documents.add(
            change, kind="letter", title="Letter", since=date(2026, 1, 5), sha256=digest
        )
    return documents.get(db, key)


def test_bytes_that_were_altered_are_not_given_out(empty, author):
    digest = originals.keep(empty.db, b"letter", "letter.txt")
    document = add_document(empty.db, author, digest)
    assert originals.of(empty.db, document) == b"letter"
    empty.db.execute("UPDATE originals SET bytes = x'00'")
    with pytest.raises(TrackerError, match="not what was imported"):
        originals.of(empty.db, document)


def test_a_file_beyond_the_limit_is_not_kept(empty, monkeypatch):
    monkeypatch.setattr(originals, "LARGEST", 3)
    with pytest.raises(BadInput, match="the largest file"):
        originals.keep(empty.db, b"four", "letter.txt")
    assert empty.db.execute("SELECT count(*) FROM originals").fetchone() == (0,)


def test_the_same_bytes_are_kept_once(empty, author):
    assert originals.keep(empty.db, b"x", "a") == originals.keep(empty.db, b"x", "b")
    with pytest.raises(NotFound):
        originals.of(empty.db, add_document(empty.db, author, "0" * 64))
