"""Lettered parts inside one sentence: "should include a) … ; and b) …"."""

import re

_LETTERS = "abcdefghij"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


def inline_parts(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text's stem and its parts as (label, text); no parts where no run a), b) or i), ii) is."""
    for names in (tuple(_LETTERS), _ROMAN):
        marks = _run(text, names)
        if len(marks) > 1:
            ends = [mark.start() for mark in marks[1:]] + [len(text)]
            parts = [
                (mark.group().strip(), text[mark.end() : end].strip())
                for mark, end in zip(marks, ends, strict=True)
            ]
            return text[: marks[0].start()].strip(), parts
    return text, []


def _run(text: str, names: tuple[str, ...]) -> list[re.Match[str]]:
    """The marks a), b), c) in order, as far as they go without a gap."""
    marks: list[re.Match[str]] = []
    start = 0
    for name in names:
        found = re.compile(rf"(?<![\w(])\(?{name}\)(?=\s|$)").search(text, start)
        if not found:
            break
        marks.append(found)
        start = found.end()
    return marks
