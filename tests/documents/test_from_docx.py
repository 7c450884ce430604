"""Word: its own numbers, boxes and tables, and nothing that was deleted."""

from pathlib import Path

import pytest
from documents import make_docx, make_hostile
from docx import Document

from seed.documents import read
from seed.documents.blocks import BlockKind, Reading
from seed.documents.docx_numbers import Numbering


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return read(make_docx.letter(tmp_path_factory.mktemp("docx") / "letter.docx"))


def test_blocks_in_order_with_kind_label_and_level(letter: Reading) -> None:
    assert [(b.kind.value, b.level, b.label, b.text) for b in letter.blocks] == [
        ("heading", 1, "", "Response to the inspection of Wessex Police"),
        ("paragraph", 0, "", "I welcome the report of 3 May 2024, and set out my comments."),
        ("heading", 2, "", "Recommendations"),
        ("item", 1, "1.", "Publish the plan."),
        ("item", 1, "2.", "Train the staff."),
        ("item", 1, "•", "by March;"),
        ("item", 2, "•", "in person."),
        ("heading", 3, "", "Force response"),
        ("paragraph", 0, "", "The plan was published in full."),
        ("paragraph", 0, "", "Recommendation 3: The force should count again."),
        ("row", 0, "", "Action Owner"),
        ("row", 0, "", "Count again Supt Low"),
    ]


def test_cells_of_a_table_stay_apart(letter: Reading) -> None:
    rows = [block.cells for block in letter.blocks if block.kind is BlockKind.ROW]
    assert rows == [("Action", "Owner"), ("Count again", "Supt Low")]


def test_deleted_words_are_told_of(letter: Reading) -> None:
    assert [remark.sentence for remark in letter.remarks] == [
        "The document has tracked changes: deleted words were left out."
    ]


def test_headers_of_the_page_are_no_text(letter: Reading) -> None:
    assert all("OFFICIAL" not in block.text for block in letter.blocks)


def test_page_breaks_count_pages(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("One.")
    document.add_page_break()
    document.add_paragraph("Two.")
    document.save(str(tmp_path / "two.docx"))
    reading = read(tmp_path / "two.docx")
    assert [(block.text, block.page) for block in reading.blocks] == [("One.", 1), ("Two.", 2)]
    assert reading.pages == 2


def test_a_list_of_contents_is_rows_and_words_that_word_counts_are_text(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Rec"><w:name w:val="Finding"/><w:pPr><w:numPr>'
        '<w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Summary</w:t><w:tab/><w:t>3</w:t>'
        "</w:r></w:p>"
    )
    for text in ("Count each visit.", "Count again."):
        body += f'<w:p><w:pPr><w:pStyle w:val="Rec"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    content = make_hostile.docx(
        body,
        **{
            "word/styles.xml": f"<w:styles {make_hostile.W}>{styles}</w:styles>",
            "word/numbering.xml": (
                f'<w:numbering {make_hostile.W}><w:abstractNum w:abstractNumId="7">'
                f"{_level(0, 'decimal', 'Recommendation %1:')}</w:abstractNum>"
                '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
            ),
        },
    )
    blocks = read(make_hostile.write(tmp_path, "own.docx", content)).blocks
    assert blocks[0].cells == ("Summary", "3")
    assert [(block.kind.value, block.text) for block in blocks[1:]] == [
        ("paragraph", "Recommendation 1: Count each visit."),
        ("paragraph", "Recommendation 2: Count again."),
    ]


def _level(number: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def test_numbers_go_on_and_begin_again_below_a_new_parent() -> None:
    levels = (
        _level(0, "decimal", "%1.")
        + _level(1, "lowerLetter", "%2)")
        + _level(2, "lowerRoman", "%1.%2.%3")
    )
    numbering = Numbering(
        (
            '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
            '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
        ).encode()
    )
    order = [0, 1, 1, 2, 2, 0, 1, 5]
    assert [numbering.next_label("3", level) for level in order] == [
        "1.", "a)", "b)", "1.b.i", "1.b.ii", "2.", "a)", "",
    ]  # fmt: skip
