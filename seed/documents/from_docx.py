"""Word documents to blocks: a capped, streaming reader over the standard library."""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from seed.documents.blocks import Block, BlockKind, Reading, Remark
from seed.documents.docx_numbers import Numbering, W
from seed.documents.docx_styles import Styles, attribute, number_from
from seed.documents.docx_text import (
    FALLBACK,
    has_deletion,
    is_bold,
    mark_deleted,
    page_breaks,
    row_deleted,
    words,
)
from seed.documents.joins import ends_sentence
from seed.documents.limits import Limits
from seed.documents.lines import split_label
from seed.documents.marks import clean_reading, one_line
from seed.documents.refusals import refusal
from seed.documents.zip_check import read_part

_BODY = "word/document.xml"
_BOLD_TITLE = 120  # a bold paragraph of at most so many characters is a heading
_CONTENTS_ENTRY = re.compile(r"(.*\S)\s+(\w{1,4})$")
_WORDS = re.compile(r"[^\W\d]{4}")  # "Recommendation 1:", numbered by Word, is text and no mark
_TRACKED = Remark("The document has tracked changes: deleted words were left out.")


def read_archive(
    archive: zipfile.ZipFile, content: bytes, file_name: str, limits: Limits
) -> Reading:
    """Read a Word document whose archive has passed the preflight."""

    def part(name: str) -> bytes:
        return read_part(archive, name, file_name, limits)

    try:
        body = _Body(Styles(part("word/styles.xml")), Numbering(part("word/numbering.xml")))
        for element in _top_elements(part(_BODY), file_name, limits):
            body.take(element)
    except (ElementTree.ParseError, ValueError) as error:
        raise refusal(file_name, "is damaged inside", "ask the sender for it again") from error
    if not body.blocks:
        raise refusal(file_name, "has no text", "see whether it is a picture, or paste the text")
    return Reading(
        file_name=file_name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="docx",
        blocks=tuple(body.finished()),
        pages=body.page if body.page > 1 else None,
        remarks=tuple(body.remarks()),
    )


def _top_elements(content: bytes, file_name: str, limits: Limits) -> Iterator[ElementTree.Element]:
    """Paragraphs and whole tables in order, each forgotten once it has been used."""
    elements = characters = 0
    open_now = {f"{W}tbl": 0, FALLBACK: 0}
    stream = ElementTree.iterparse(io.BytesIO(content), events=("start", "end"))  # noqa: S314
    for event, element in stream:
        if element.tag in open_now:
            open_now[element.tag] += 1 if event == "start" else -1
        if event == "start":
            continue
        elements += 1
        characters += len(element.text or "")
        if elements > limits.elements or characters > limits.characters:
            raise refusal(
                file_name, "holds far more than a document does", "ask for a shorter copy"
            )
        if element.tag in (f"{W}p", f"{W}tbl") and not any(open_now.values()):
            yield element
            element.clear()


class _Body:
    """Gathers the blocks of one document."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.blocks: list[Block] = []
        self.page = 1
        self._styles = styles
        self._numbering = numbering
        self._line = 0
        self._carried = ""
        self._tracked = False
        self._hidden = 0

    def take(self, element: ElementTree.Element) -> None:
        """A paragraph or a table of the document's body."""
        if element.tag == f"{W}p":
            self._paragraph(element)
            return
        self._tracked = self._tracked or has_deletion(element)
        for row in element.iter(f"{W}tr"):
            if not row_deleted(row):
                self._row(row)

    def _paragraph(self, element: ElementTree.Element) -> None:
        self._line += 1
        self._tracked = self._tracked or has_deletion(element)
        text = self._carried + words(element)
        self._carried = ""
        if mark_deleted(element):
            self._carried = text
        elif self._folded(text):
            self.blocks.append(self._block(element, self._folded(text)))
        self.page += page_breaks(element)

    def _folded(self, text: str) -> str:
        cleaned, remarks = clean_reading(one_line(text))
        self._hidden += len(remarks)
        return re.sub(r"\s+", " ", cleaned.replace("\u00ad", "")).strip()

    def _block(self, element: ElementTree.Element, text: str) -> Block:
        settings = element.find(f"{W}pPr")
        style = self._styles.of(attribute(settings, f"{W}pStyle"))
        entry = _CONTENTS_ENTRY.match(text) if style.contents else None
        if entry:
            return Block(BlockKind.ROW, text, self.page, self._line, cells=entry.groups())
        label, level = self._label(settings, style.list_id, style.list_level)
        level += style.depth if label else 0
        if _WORDS.search(label):
            label, level, text = "", 0, f"{label} {text}"
        if not label:
            label, text = split_label(text)
            level = 1 if label else 0
        heading = style.heading
        if not heading and not level and is_bold(element) and len(text) <= _BOLD_TITLE:
            heading = 0 if ends_sentence(text) else 3
        if heading:
            return Block(BlockKind.HEADING, text, self.page, self._line, label, heading)
        kind = BlockKind.ITEM if label else BlockKind.PARAGRAPH
        return Block(kind, text, self.page, self._line, label, level)

    def _label(
        self, settings: ElementTree.Element | None, list_id: str, list_level: int
    ) -> tuple[str, int]:
        """Word's own mark and the depth of the item; an id of 0 takes a paragraph off its list."""
        own = attribute(settings, f"{W}numPr/{W}numId")
        if own:
            list_id = own
            list_level = number_from(attribute(settings, f"{W}numPr/{W}ilvl"))
        if list_id in ("", "0"):
            return "", 0
        label = self._numbering.next_label(list_id, list_level)
        return label, list_level + 1 if label else 0

    def _row(self, row: ElementTree.Element) -> None:
        cells = row.findall(f"{W}tc") + row.findall(f"{W}sdt/{W}sdtContent/{W}tc")
        if len(cells) == 1:
            for paragraph in cells[0].iter(f"{W}p"):
                self._paragraph(paragraph)
            return
        self._line += 1
        texts = tuple(
            self._folded(" ".join(words(paragraph) for paragraph in cell.iter(f"{W}p")))
            for cell in cells
        )
        if any(texts):
            text = " ".join(filter(None, texts))
            self.blocks.append(Block(BlockKind.ROW, text, self.page, self._line, cells=texts))

    def finished(self) -> list[Block]:
        """All blocks; without a page where Word noted none."""
        if self.page > 1:
            return self.blocks
        return [replace(block, page=None) for block in self.blocks]

    def remarks(self) -> list[Remark]:
        """What the user must know about the document."""
        result = [_TRACKED] if self._tracked else []
        if self._hidden:
            result.append(Remark("Hidden or control characters are shown as \ufffd."))
        return result
