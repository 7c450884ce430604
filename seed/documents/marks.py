"""Marks that belong to the file and not to the words: links, bold, escapes, hidden characters."""

import re

from seed.documents.blocks import Remark
from store.text import clean, hidden_count

_LINK = re.compile(r"!?\[((?:\\.|[^\[\]\\])+)\]\((?:\\.|[^()\\\s]|\([^()\s]*\))*\)")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_LONE_STRONG = re.compile(r"^\*\*(?=\S)|(?<=\S)\*\*$")
_TAG = re.compile(r"</?(?:i|b|em|strong|u|sup|sub|br)\s*/?>", re.IGNORECASE)
_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]+")
_WEIGHTLESS = re.compile("[\u200b\u2060\ufeff]")


def without_marks(text: str) -> str:
    """The words as a reader sees them: a link's words, bold and italics without their stars."""
    text = _TAG.sub("", text)
    for pattern in (_LINK, _STRONG, _EMPHASIS):
        text = pattern.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", _LONE_STRONG.sub("", text))


def one_line(text: str) -> str:
    """The text with whatever could end a line made a space; tabs stay."""
    return _LINE_ENDS.sub(" ", text)


def clean_reading(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text without weightless and dangerous characters, and a remark if there were any."""
    text = _WEIGHTLESS.sub("", text)
    count = hidden_count(text.replace("\x0c", ""))
    if not count:
        return clean(text), ()
    noun = "character is" if count == 1 else "characters are"
    return clean(text), (
        Remark(f"{count} hidden or control {noun} shown as \ufffd; the original is unchanged."),
    )
