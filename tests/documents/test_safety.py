"""Hostile and broken files: one sentence, the original untouched, the tracker alive."""

import hashlib
import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from documents import make_docx, make_hostile, make_pdf, make_sheet

from seed import child
from seed.child import Progress, ReadingCancelled, read_safely, read_tables_safely
from seed.documents import read
from seed.documents.limits import Limits
from seed.documents.open_table import read_tables
from seed.documents.refusals import UnreadableFile

REFUSED = make_hostile.refused()


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_refused_in_one_sentence_and_left_alone(tmp_path: Path, case: str) -> None:
    name, content, words = REFUSED[case]
    path = make_hostile.write(tmp_path, name, content)
    with pytest.raises(UnreadableFile) as refusal:
        read(path)
    sentence = str(refusal.value)
    assert sentence.startswith(f"{name} ")
    assert words in sentence
    assert "unchanged and nothing was saved" in sentence
    assert sentence.count(". ") == 0
    assert sentence.endswith(".")
    assert path.read_bytes() == content


@pytest.mark.parametrize("case", ["a million empty paragraphs", "billion laughs", "macros"])
def test_the_child_says_the_same_sentence(tmp_path: Path, case: str) -> None:
    name, content, words = REFUSED[case]
    with pytest.raises(UnreadableFile, match=words):
        read_safely([make_hostile.write(tmp_path, name, content)])


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.95, 0.999])
def test_a_cut_office_file_is_refused(tmp_path: Path, share: float) -> None:
    whole = make_docx.letter(tmp_path / "whole.docx").read_bytes()
    cut = make_hostile.write(tmp_path, "cut.docx", whole[: int(len(whole) * share)])
    with pytest.raises(UnreadableFile, match="damaged"):
        read(cut)


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: make_docx.letter(folder / "whole.docx"),
        lambda folder: make_sheet.tracker(folder / "whole.xlsx"),
        lambda folder: make_pdf.report(folder / "whole.pdf", chapters=1),
    ],
    ids=["docx", "xlsx", "pdf"],
)
def test_random_damage_is_read_or_refused(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    chance = random.Random(7)
    original = make(tmp_path)
    whole = original.read_bytes()
    path = tmp_path / f"damaged{original.suffix}"
    outcomes = {"read": 0, "refused": 0}
    for _ in range(120):
        content = bytearray(whole)
        for _ in range(chance.choice([1, 5, 50])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        try:
            read(path)
            outcomes["read"] += 1
        except UnreadableFile:
            outcomes["refused"] += 1
    assert sum(outcomes.values()) == 120
    assert outcomes["refused"]


def test_a_cell_at_the_far_corner_costs_nothing(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{make_hostile.cell("A1", "Ref")}{make_hostile.cell("B1", "Text")}</row>'
        f'<row r="1048576">{make_hostile.cell("XFD1048576", "far")}</row>'
    )
    path = make_hostile.write(tmp_path, "far.xlsx", make_hostile.xlsx(rows))
    (table,) = read_tables_safely(path)
    assert table.rows == ((1, ("Ref", "Text")),)
    assert table.cut


def test_a_wrong_extension_is_read_by_what_the_file_holds_and_told(tmp_path: Path) -> None:
    text = make_hostile.write(tmp_path, "report.pdf", b"The force should act at once on this.")
    pdf = make_pdf.wrapped(tmp_path / "report.docx", [["The force should act at once. " * 3]])
    assert "another format: read as text" in read(text).remarks[0].sentence
    assert "another format: read as PDF" in read(pdf).remarks[0].sentence
    assert read(pdf).format == "pdf"


WELSH = (
    "Rydym yn argymell bod yr heddlu yn adolygu ei drefniadau ar gyfer plant sydd ar goll, a’i fod "
    "yn cofnodi barn pob plentyn. Dylai’r heddlu weithredu ar unwaith, gan roi gwybod i’r bwrdd am "
    "yr hyn a wnaed. Mae’r tŷ yn hŷn na’r swyddfa, ond mae’r swyddogion yn gweithio’n galed yno "
    "bob dydd er mwyn cadw pobl yn ddiogel, ac mae hynny i’w ganmol. "
)
ENGLISH = (
    "We recommend that the force reviews how it deals with children who are missing, and that it "
    "records the views of each child. The force should act at once and tell the board what has "
    "been done. Officers work hard to keep people safe, and this is to its credit; supervisors "
    "were not always told of it, which is a pity and should be put right. "
)


@pytest.mark.parametrize(
    ("text", "told"), [(WELSH, True), (ENGLISH, False), ("Iawn, diolch.", False)]
)
def test_a_text_in_another_language_is_read_and_told_of(
    tmp_path: Path, text: str, told: bool
) -> None:
    reading = read(make_hostile.write(tmp_path, "adroddiad.txt", text.encode()))
    assert reading.blocks[0].text == text.strip()
    assert any("not look like English" in remark.sentence for remark in reading.remarks) == told


def test_a_report_of_three_hundred_pages_is_read_whole(tmp_path: Path) -> None:
    pages = [[f"In case {page} the force counted with care."] * 2 for page in range(300)]
    seen: list[Progress] = []
    path = make_pdf.wrapped(tmp_path / "long.pdf", pages)
    (reading,) = read_safely([path], on_progress=seen.append)
    assert reading.pages == 300
    assert {block.page for block in reading.blocks} == set(range(1, 301))
    assert [progress.page for progress in seen if progress.page] == list(range(1, 301))
    assert seen[-1].pages == 300


def test_pages_beyond_the_limit_are_told_of(tmp_path: Path) -> None:
    path = make_pdf.wrapped(tmp_path / "long.pdf", [["The force counts with care." * 3]] * 5)
    reading = read(path, limits=Limits(pages=3))
    assert reading.pages == 3
    assert "first 3 of 5 pages" in reading.remarks[0].sentence


def test_files_come_back_in_the_order_given_with_the_fingerprint_of_the_original(
    tmp_path: Path,
) -> None:
    letter = make_docx.letter(tmp_path / "letter.docx")
    note = make_hostile.write(tmp_path, "note.txt", "Café – noted in full.".encode("cp1252"))
    readings = read_safely([letter, note])
    assert readings == [read(letter), read(note)]
    assert readings[1].sha256 == hashlib.sha256(note.read_bytes()).hexdigest()


def test_nothing_to_read_needs_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere")
    assert read_safely([]) == []


def test_the_user_can_stop_it(tmp_path: Path) -> None:
    path = make_hostile.write(tmp_path, "note.txt", b"The force should act at once.")
    with pytest.raises(ReadingCancelled, match="nothing was saved"):
        read_safely([path], cancelled=lambda: True)


def test_a_reader_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_START", "import signal; signal.pause()")
    path = make_hostile.write(tmp_path, "note.txt", b"The force should act at once.")
    with pytest.raises(UnreadableFile, match=r"note\.txt could not be read in 0\.2 seconds"):
        read_safely([path], seconds=0.2)


@pytest.mark.parametrize(
    "start", ["import os; os.abort()", "raise SystemExit", "print('{\"started\"', end='')"]
)
def test_a_reader_that_dies_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.setattr(child, "_START", start)
    path = make_hostile.write(tmp_path, "note.txt", b"The force should act at once.")
    with pytest.raises(UnreadableFile, match="made the reader fail"):
        read_safely([path])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no bound on a process's memory")
def test_memory_is_bounded(tmp_path: Path) -> None:
    body = make_hostile.paragraph("word " * 40) * 5_000
    path = make_hostile.write(tmp_path, "large.docx", make_hostile.docx(body))
    with pytest.raises(UnreadableFile, match=r"more memory|reader fail"):
        read_safely([path], memory_mib=1)


def test_modules_in_the_current_folder_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("docx", "json", "openpyxl", "pypdf", "zipfile", "seed", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("open('/dev/null'); raise SystemExit('hostile')")
    letter = make_docx.letter(tmp_path / "letter.docx")
    report = make_pdf.report(tmp_path / "report.pdf", chapters=1)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert [reading.format for reading in read_safely([letter, report])] == ["docx", "pdf"]


def test_the_child_writes_no_file(tmp_path: Path) -> None:
    report = make_pdf.report(tmp_path / "report.pdf", chapters=1)
    before = sorted(os.listdir(tmp_path))
    read_safely([report])
    assert sorted(os.listdir(tmp_path)) == before


def test_a_document_is_no_spreadsheet(tmp_path: Path) -> None:
    path = make_pdf.wrapped(tmp_path / "a.pdf", [["The force should act at once. " * 3]])
    with pytest.raises(UnreadableFile, match="is a PDF, not a spreadsheet"):
        read_tables(path)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile, match="is not a file here"):
        read(tmp_path / name)


def test_answers_are_plain_json(tmp_path: Path) -> None:
    from seed.documents.wire import reading_from_plain, reading_to_plain

    reading = read(make_docx.letter(tmp_path / "letter.docx"))
    assert reading_from_plain(json.loads(json.dumps(reading_to_plain(reading)))) == reading
