"""Word documents made for the tests, as an office writes them."""

from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def letter(path: Path) -> Path:
    """A letter with headings, Word's own numbers, a box, a table and tracked changes."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "OFFICIAL"
    document.add_heading("Response to the inspection of Wessex Police", 1)
    document.add_paragraph("I welcome the report\u00a0of 3 May 2024, and set out my comments.")
    document.add_heading("Recommendations", 2)
    for text in ("Publish the plan.", "Train the staff."):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("by March;", style="List Bullet")
    document.add_paragraph("in person.", style="List Bullet 2")
    bold = document.add_paragraph()
    bold.add_run("Force response").bold = True
    changed = document.add_paragraph("The plan was ")
    delete(changed, "never ")
    insert(changed, "published in full.")
    box = document.add_table(rows=1, cols=1)
    box.cell(0, 0).text = "Recommendation 3: The force should count again."
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Action", "Owner", "Count again", "Supt Low"),
        strict=True,
    ):
        cell.text = text
    document.save(str(path))
    return path


def delete(paragraph: Paragraph, text: str) -> None:
    """Put words in the paragraph that tracked changes took away."""
    _tracked(paragraph, "w:del", "w:delText", text)


def insert(paragraph: Paragraph, text: str) -> None:
    """Put words in the paragraph that tracked changes brought in."""
    _tracked(paragraph, "w:ins", "w:t", text)


def _tracked(paragraph: Paragraph, change: str, kind: str, text: str) -> None:
    outer, run, words = OxmlElement(change), OxmlElement("w:r"), OxmlElement(kind)
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    outer.append(run)
    paragraph._p.append(outer)
