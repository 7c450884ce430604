"""Headings that a reader left glued to the text before or after them."""

import re
from dataclasses import replace

from seed.documents.blocks import Block, BlockKind

_ANNOUNCING = r"(?:Recommendations?|Areas? for improvement|Causes? of concern|Next steps)"
_GLUED_BEFORE = re.compile(
    rf"^({_ANNOUNCING}) (?=(?:We|HMIC\w*|The|It is|Within|By|Not later|No later|With) )"
)
_GLUED_TITLE = re.compile(
    r"^((?i:Recommendations?|Areas? for improvement|Causes? of concern|(?:Innovative|Promising"
    r"|Effective|Good) practice)) (?!To\b|For\b)(?=[A-Z][\w'’-]* \w)"
)
_GLUED_AFTER = re.compile(rf"(?<=[.)\d]) ({_ANNOUNCING})$")


def split_headings(block: Block, chapters: frozenset[str] = frozenset()) -> list[Block]:
    """The block, or the heading and the text where both stand in one; also two headings."""
    if block.kind is BlockKind.ROW:
        return [block]
    chapter = _chapter(block, chapters)
    if chapter:
        rest = block.text[len(chapter) :].strip()
        return [_heading(block, block.text[: len(chapter)]), _heading(block, rest)]
    before = _GLUED_BEFORE.match(block.text)
    if before and not block.label:
        return [_heading(block, before.group(1)), _plain(block, block.text[before.end() :])]
    title = _GLUED_TITLE.match(block.text) if block.kind is BlockKind.HEADING else None
    if title:
        rest = block.text[title.end() :]
        return [_heading(block, title.group(1)), _heading(block, rest)]
    after = _GLUED_AFTER.search(block.text)
    if after:
        return [_plain(block, block.text[: after.start()]), _heading(block, after.group(1))]
    return [block]


def _heading(block: Block, text: str) -> Block:
    return replace(block, kind=BlockKind.HEADING, text=text, label="")


def _plain(block: Block, text: str) -> Block:
    kind = BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind
    return replace(block, kind=kind, text=text)


def _chapter(block: Block, chapters: frozenset[str]) -> str:
    """The chapter's name that a heading begins with, where another heading stands behind it."""
    if block.kind is not BlockKind.HEADING or block.label or block.text.lower() in chapters:
        return ""
    found = (name for name in chapters if block.text.lower().startswith(f"{name} "))
    return next((name for name in found if block.text[len(name) + 1].isupper()), "")
