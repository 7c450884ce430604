"""Reports made for the tests: pages with running heads, broken words and tables."""

from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    ListFlowable,
    ListItem,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

NARRATIVE = (
    "Officers in Wessex-on-Sea attend most calls within the hour. Supervisors told us that their "
    "teams carry a heavy workload, and that the new rota has eased it a little. We looked at forty "
    "investigations and found that plans were recorded in most of them, although some lacked any "
    "sign of review. Victims we spoke to valued a named contact. "
)


def _running(canvas: Canvas, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, A4[1] - 40, "An inspection of Wessex Police")
    canvas.drawCentredString(A4[0] / 2, 30, f"Page {canvas.getPageNumber()} of 47")


def report(path: Path, chapters: int = 23, same_title: str = "") -> Path:
    """A report of two pages a chapter and one page at the end."""
    styles = getSampleStyleSheet()
    story: list[Any] = []
    for chapter in range(1, chapters + 1):
        title = same_title or f"{chapter}. Chapter about team {chapter}"
        story += _chapter(chapter, title, styles)
    story.append(Paragraph("Next steps", styles["Heading1"]))
    story.append(Paragraph("We will revisit the force within six months.", styles["BodyText"]))
    SimpleDocTemplate(str(path), pagesize=A4).build(
        story, onFirstPage=_running, onLaterPages=_running
    )
    return path


def _chapter(number: int, title: str, styles: Any) -> list[Any]:
    body = styles["BodyText"]
    recommended = (
        f"Within six months, Wessex Police should make sure that team {number} records the reasons "
        "for closing an investigation and that a supervisor agrees with them."
    )
    parts = ["a named contact for each victim;", "a plan that says what is to be done; and"]
    parts.append(
        "a review by a supervisor every 28 days, which should look at the plan as well as "
        "at what has been done since the last one."
    )
    return [
        Paragraph(title, styles["Heading1"]),
        Paragraph("How the team works", styles["Heading2"]),
        *(
            Paragraph(f"In week {week * number} we sat with them. {NARRATIVE * 2}", body)
            for week in range(1, 5)
        ),
        Paragraph("Recommendations", styles["Heading2"]),
        Paragraph(recommended, body),
        Paragraph("Each record should have:", body),
        ListFlowable([ListItem(Paragraph(part, body)) for part in parts], bulletType="bullet"),
        PageBreak(),
        *(
            Paragraph(f"In case {case * number} nothing was lost. {NARRATIVE * 2}", body)
            for case in range(1, 4)
        ),
        Spacer(1, 12),
        Table([["Team", "Cases", "Judgment"], [f"Team {number}", "12", "Good"]]),
        Paragraph("The table shows what we judged.", body),
        PageBreak(),
    ]


def wrapped(path: Path, pages: list[list[str]]) -> Path:
    """A PDF with the given printed lines on each page, 14 points apart; "" leaves a line blank."""
    canvas = Canvas(str(path), pagesize=A4)
    for lines in pages:
        canvas.setFont("Helvetica", 11)
        for position, line in enumerate(lines):
            canvas.drawString(72, 770 - 14 * position, line)
        canvas.showPage()
    canvas.save()
    return path


def word_by_word(path: Path, lines: list[str], right: float = 523) -> Path:
    """A PDF that sets each word for itself and stretches the lines to the right margin."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Times-Roman", 12)
    for position, line in enumerate(lines):
        words = line.split()
        taken = sum(canvas.stringWidth(word) for word in words)
        last = position == len(lines) - 1
        space = 3.0 if last else (right - 72 - taken) / max(1, len(words) - 1)
        across = 72.0
        for word in words:
            canvas.drawString(across, 770 - 14 * position, word)
            across += canvas.stringWidth(word) + space
    canvas.showPage()
    canvas.save()
    return path


def scan(path: Path, pages: int = 3) -> Path:
    """Pages with a picture of a letter and no text."""
    canvas = Canvas(str(path), pagesize=A4)
    for _ in range(pages):
        canvas.rect(72, 72, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def locked(path: Path) -> Path:
    """A PDF that asks for a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(str(wrapped(path, [["Secret words of the board. " * 3]]))))
    writer.encrypt("open sesame", algorithm="RC4-128")
    writer.write(str(path))
    return path
