"""Papers made for the tests from a plainly marked text: Word with tables, and pages of a PDF.

A line that begins with "# " or "## " is a heading, "| a | b |" a row of a table. A line that is
"~" ends a page of a PDF; every page there has a running head and a page number.
"""

from itertools import groupby
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def as_word(marked: str, path: Path) -> Path:
    """The text as a Word document, with its rows as Word's own tables."""
    document = Document()
    for is_table, lines in groupby(marked.splitlines(), lambda line: line.startswith("|")):
        if is_table:
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
            table = document.add_table(rows=0, cols=len(rows[0]))
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
            continue
        for line in lines:
            marks, _, words = line.partition(" ")
            if marks and not marks.strip("#"):
                document.add_heading(words, len(marks))
            else:
                document.add_paragraph(line)
    document.save(str(path))
    return path


def as_pages(marked: str, path: Path) -> Path:
    """The text as a PDF that keeps its lines, 14 points apart, with headings in larger type.

    Its first line runs at the head of every page.
    """
    head = marked.splitlines()[0].removeprefix("# ")
    canvas = Canvas(str(path), pagesize=A4)
    for number, page in enumerate(marked.split("\n~\n"), start=1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 810, head)
        canvas.drawCentredString(A4[0] / 2, 30, str(number))
        height = 770.0
        for line in page.splitlines():
            words = line.removeprefix("# ")
            bold = words != line
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 15 if bold else 10.5)
            canvas.drawString(60, height, words)
            height -= 20 if bold else 14
        canvas.showPage()
    canvas.save()
    return path
