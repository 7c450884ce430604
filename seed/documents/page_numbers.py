"""Page numbers and running heads left in a text that has lost its page breaks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from seed.documents.lines import Line

_PAGE_BREAK = 3  # blank lines that stand for a page break


def without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines less the lone numbers that count up through the text, and their running heads."""
    numbers = _page_numbers(lines)
    gone = set(numbers) | _running_heads(lines, numbers)
    result: list[Line] = []
    gap = 0
    for position, line in enumerate(lines):
        if position in gone:
            gap = _PAGE_BREAK
            continue
        result.append(replace(line, gap=max(line.gap, gap)))
        gap = 0
    return result


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    """Where the page numbers stand: alone on a line, set apart, each the next or a later one."""
    result: list[int] = []
    last = 0
    for position, line in enumerate(lines):
        if not (line.text.isdecimal() and len(line.text) <= 3):
            continue
        after = lines[position + 1] if position + 1 < len(lines) else None
        apart = line.gap > 0 or after is None or after.gap > 0
        if apart and last < int(line.text) <= last + 40:
            result.append(position)
            last = int(line.text)
    return result


def _running_heads(lines: Sequence[Line], numbers: Sequence[int]) -> set[int]:
    """The lines beside the numbers that are the same from page to page."""
    beside = [
        place for number in numbers for place in (number - 1, number + 1) if 0 <= place < len(lines)
    ]
    seen = Counter(_plain(lines[place]) for place in beside)
    return {place for place in beside if seen[_plain(lines[place])] > 1}


def _plain(line: Line) -> str:
    return " ".join(line.text.split()).casefold()
