"""One text in every form an office may hold it in."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from docx import Document
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from seed.documents.blocks import Block, BlockKind


def as_docx(blocks: Sequence[Block], path: Path) -> Path:
    """The blocks as a Word document."""
    document = Document()
    for block in blocks:
        words = f"{block.label} {block.text}".strip()
        if block.kind is BlockKind.HEADING:
            document.add_heading(words, block.level)
        elif block.label in ("•", "-"):
            depth = "" if block.level == 1 else f" {block.level}"
            document.add_paragraph(block.text, style=f"List Bullet{depth}")
        else:
            document.add_paragraph(words)
    document.save(str(path))
    return path


def as_html(blocks: Sequence[Block], path: Path) -> Path:
    """The blocks as a web page."""
    parts = ["<!doctype html><html><body><nav>Home</nav><main>"]
    for block in blocks:
        words = escape(f"{block.label} {block.text}".strip())
        if block.kind is BlockKind.HEADING:
            parts.append(f"<h{block.level}>{words}</h{block.level}>")
        elif block.label in ("•", "-"):
            item = f"<li>{escape(block.text)}</li>"
            parts.append("<ul>" * block.level + item + "</ul>" * block.level)
        elif block.kind is BlockKind.ROW:
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in block.cells)
            parts.append(f"<table><tr>{cells}</tr></table>")
        else:
            parts.append(f"<p>{words}</p>")
    path.write_text("\n".join([*parts, "</main></body></html>"]), encoding="utf-8")
    return path


def as_pdf(blocks: Sequence[Block], path: Path) -> Path:
    """The blocks as a PDF with headings in larger type and hanging bullets."""
    styles = getSampleStyleSheet()
    story: list[Flowable] = []
    for block in blocks:
        words = escape(f"{block.label} {block.text}".strip(), quote=False)
        if block.kind is BlockKind.HEADING:
            story.append(Paragraph(words, styles[f"Heading{min(block.level, 2)}"]))
        elif block.label in ("•", "-"):
            inset = 18 * block.level
            hanging = ParagraphStyle(
                "hanging", styles["BodyText"], leftIndent=inset, bulletIndent=inset - 12
            )
            story.append(Paragraph(escape(block.text, quote=False), hanging, bulletText="•"))
        else:
            story.append(Paragraph(words, styles["BodyText"]))
    SimpleDocTemplate(str(path)).build(story)
    return path
