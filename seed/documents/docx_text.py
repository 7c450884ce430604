"""The words of one Word paragraph: what was inserted counts, what was deleted does not."""

from collections.abc import Iterator
from xml.etree import ElementTree

from seed.documents.docx_numbers import W

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_TEXT = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr")
) | {FALLBACK}


def _parts(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The elements of the paragraph in order, without those that hold no text of today."""
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag in _NOT_TEXT or _is_hidden(element):
            continue
        yield element
        stack.extend(reversed(element))


def _is_hidden(element: ElementTree.Element) -> bool:
    if element.tag != f"{W}r":
        return False
    vanish = element.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false")


def words(paragraph: ElementTree.Element) -> str:
    """The paragraph as one text; tabs and breaks inside it become spaces."""
    result = []
    for element in _parts(paragraph):
        if element.tag == f"{W}t":
            result.append(element.text or "")
        elif element.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            result.append(" ")
        elif element.tag == f"{W}noBreakHyphen":
            result.append("\u2011")
    return "".join(result)


def page_breaks(paragraph: ElementTree.Element) -> int:
    """How many pages the paragraph ends, where Word noted it."""
    return sum(
        element.tag == f"{W}lastRenderedPageBreak"
        or (element.tag == f"{W}br" and element.get(f"{W}type") == "page")
        for element in _parts(paragraph)
    )


def is_bold(paragraph: ElementTree.Element) -> bool:
    """True where every run that has words is bold of its own."""
    runs = [run for run in _parts(paragraph) if run.tag == f"{W}r" and words(run).strip()]
    return bool(runs) and all(_run_is_bold(run) for run in runs)


def _run_is_bold(run: ElementTree.Element) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(f"{W}val", "1") not in ("0", "false")


def has_deletion(paragraph: ElementTree.Element) -> bool:
    """True where tracked changes took words away."""
    return any(element.tag in (f"{W}del", f"{W}moveFrom") for element in paragraph.iter())


def mark_deleted(paragraph: ElementTree.Element) -> bool:
    """True where the end of the paragraph was deleted, so that the next one continues it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def row_deleted(row: ElementTree.Element) -> bool:
    """True for a table row that tracked changes took away."""
    return row.find(f"{W}trPr/{W}del") is not None
