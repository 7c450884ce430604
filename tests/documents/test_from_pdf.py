"""PDF: whole sentences over pages, running heads left out, scans and locked files named."""

from pathlib import Path

import pytest
from documents import make_pdf

from seed.documents import read
from seed.documents.blocks import BlockKind, Reading
from seed.documents.refusals import UnreadableFile


@pytest.fixture(scope="module")
def long_report(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return read(make_pdf.report(tmp_path_factory.mktemp("pdf") / "report.pdf"))


def test_every_page_is_read_and_every_finding_whole(long_report: Reading) -> None:
    found = [b for b in long_report.blocks if b.text.startswith("Within six months, Wessex")]
    assert long_report.pages == 47
    assert len(found) == 23
    assert {block.page for block in found} == set(range(1, 46, 2))
    assert all(block.text.endswith("that a supervisor agrees with them.") for block in found)


def test_running_heads_and_page_numbers_are_no_text(long_report: Reading) -> None:
    text = "\n".join(block.text for block in long_report.blocks)
    assert "An inspection of Wessex Police" not in text
    assert "of 47" not in text


def test_type_size_tells_headings_and_their_level(long_report: Reading) -> None:
    headings = [(b.level, b.label, b.text) for b in long_report.blocks if b.kind == "heading"]
    assert headings[:3] == [
        (1, "1.", "Chapter about team 1"),
        (2, "", "How the team works"),
        (2, "", "Recommendations"),
    ]
    assert len(headings) == 23 * 3 + 1


def test_lines_count_from_the_top_of_the_page_running_head_and_all(long_report: Reading) -> None:
    assert [(b.page, b.line) for b in long_report.blocks[:3]] == [(1, 2), (1, 3), (1, 4)]


def test_bullets_keep_their_wrapped_lines(long_report: Reading) -> None:
    items = [block.text for block in long_report.blocks if block.kind is BlockKind.ITEM]
    assert len(items) == 23 * 3
    assert items[2].startswith("a review by a supervisor")
    assert items[2].endswith("since the last one.")


def test_a_table_is_rows_of_cells(long_report: Reading) -> None:
    rows = [block.cells for block in long_report.blocks if block.kind is BlockKind.ROW]
    assert rows[:2] == [("Team", "Cases", "Judgment"), ("Team 1", "12", "Good")]


def test_a_sentence_broken_by_a_page_and_a_word_broken_by_a_line_are_whole(tmp_path: Path) -> None:
    first = [
        "We recommend that, within three months, the force sets out how its inspec-",
        "tors will check the self-",
        "assessment of each unit, and that it tells the",
    ]
    second = ["Chief Constable what it has found by the end of each quarter.", "", "A new one."]
    blocks = read(make_pdf.wrapped(tmp_path / "broken.pdf", [first, second])).blocks
    assert blocks[0].text == (
        "We recommend that, within three months, the force sets out how its inspectors will check "
        "the self-assessment of each unit, and that it tells the Chief Constable what it has found "
        "by the end of each quarter."
    )
    assert (blocks[0].page, blocks[0].line) == (1, 1)
    assert (blocks[1].text, blocks[1].page, blocks[1].line) == ("A new one.", 2, 2)


def test_words_set_one_by_one_and_stretched_are_one_sentence(tmp_path: Path) -> None:
    lines = [
        "THE CHIEF CONSTABLE OF WESSEX POLICE SHOULD COUNT",
        "every visit, and make sure that supervisors see the WHOLE RECORD within seven",
        "days of it, so that nobody is left to wait for an answer without a reason",
        "being given.",
    ]
    blocks = read(make_pdf.word_by_word(tmp_path / "justified.pdf", lines)).blocks
    assert [block.text for block in blocks] == [" ".join(lines)]


def test_a_line_that_opens_every_page_but_belongs_to_the_text_stays(tmp_path: Path) -> None:
    pages = [
        ["The force should act on each of these at once.", f"It has {n} weeks to do it in full."]
        for n in (3, 5, 9, 11)
    ]
    text = " ".join(
        block.text for block in read(make_pdf.wrapped(tmp_path / "a.pdf", pages)).blocks
    )
    assert text.count("The force should act") == 4


def test_a_heading_that_opens_many_pages_is_no_running_head(tmp_path: Path) -> None:
    path = make_pdf.report(tmp_path / "slides.pdf", chapters=4, same_title="Recommendations")
    headings = [b.text for b in read(path).blocks if b.level == 1 and b.kind == "heading"]
    assert headings == ["Recommendations"] * 4 + ["Next steps"]


def test_a_scan_is_named_as_a_scan(tmp_path: Path) -> None:
    path = make_pdf.scan(tmp_path / "letter.pdf")
    with pytest.raises(UnreadableFile, match=r"letter\.pdf looks like a scan"):
        read(path)


def test_a_locked_file_is_named_as_locked(tmp_path: Path) -> None:
    path = make_pdf.locked(tmp_path / "locked.pdf")
    with pytest.raises(UnreadableFile, match="locked with a password"):
        read(path)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9, 0.99])
def test_a_cut_file_is_refused_or_said_to_be_cut(tmp_path: Path, share: float) -> None:
    whole = make_pdf.report(tmp_path / "whole.pdf", chapters=2).read_bytes()
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(whole[: int(len(whole) * share)])
    before = cut.read_bytes()
    assert "cut short" in said_of(cut) or "damaged" in said_of(cut)
    assert cut.read_bytes() == before


def said_of(path: Path) -> str:
    """What the user is told about the file, whether or not it could be read."""
    try:
        return " ".join(remark.sentence for remark in read(path).remarks)
    except UnreadableFile as error:
        return str(error)


def test_short_paragraphs_with_blanks_between_them_stay_apart(tmp_path: Path) -> None:
    lines = ["The first of two lines that make one short paragraph of a letter,", "and its end."]
    for number in range(1, 9):
        lines += ["", f"Position {number}: Accepted"]
    reading = read(make_pdf.wrapped(tmp_path / "letter.pdf", [lines]))
    assert len(reading.blocks) == 9
