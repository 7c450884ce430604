"""Headers, footers and page numbers that are printed on each page and belong to no sentence."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
_OUTER = 3  # lines at the top and at the foot of a page that may be running heads
_LONGEST = 120
_FEWEST_PAGES = 3
_PAGE_NUMBER = re.compile(
    r"^(?:page\s*)?[-–|\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–|\s]*$"
)


def without_running_heads(
    pages: Sequence[Sequence[T]],
    words: Callable[[T], str],
    apart: Callable[[T, T], bool],
    height: Callable[[T], float] | None = None,
) -> list[list[T]]:
    """The pages less the lines that stand at the edge of page after page.

    `apart` says whether two lines, the upper one first, are set apart from each other, as a running
    head is from the text; `height` how far up the page a line stands, without it the order counts.
    """
    ordered = [_from_the_top(page, height) for page in pages]
    seen = _repeated(ordered, words)
    fewest = max(_FEWEST_PAGES, round(len(pages) * 0.3))

    def is_number(line: T) -> bool:
        return len(pages) > 1 and bool(_PAGE_NUMBER.match(words(line).strip().lower()))

    def runs(line: T, number: int) -> bool:
        repeated = any(seen[shape] >= fewest for shape in _shapes(words(line), number))
        return repeated or is_number(line)

    result: list[list[T]] = []
    for number, (page, lines) in enumerate(zip(pages, ordered, strict=True), 1):
        head = _edge(lines, number, runs, lambda out, inn: apart(out, inn) or is_number(out))
        foot = _edge(lines[::-1], number, runs, lambda out, inn: apart(inn, out) or is_number(out))
        gone = {id(line) for line in (*head, *foot)}
        result.append([line for line in page if id(line) not in gone])
    return result


def _from_the_top(page: Sequence[T], height: Callable[[T], float] | None) -> list[T]:
    return list(page) if height is None else sorted(page, key=height, reverse=True)


def _repeated(pages: Sequence[Sequence[T]], words: Callable[[T], str]) -> Counter[str]:
    """On how many pages each line stands at an edge."""
    seen: Counter[str] = Counter()
    for number, page in enumerate(pages, 1):
        edges = [*page[:_OUTER], *page[max(_OUTER, len(page) - _OUTER) :]]
        seen.update({shape for line in edges for shape in _shapes(words(line), number)})
    return seen


def _edge(
    page: Sequence[T],
    number: int,
    runs: Callable[[T, int], bool],
    apart: Callable[[T, T], bool],
) -> Sequence[T]:
    """The running lines from the edge inwards, as far as the text is set apart from them."""
    count = 0
    while count < min(_OUTER, len(page)) and runs(page[count], number):
        count += 1
    while count and count < len(page) and not apart(page[count - 1], page[count]):
        count -= 1
    return page[:count]


def _shapes(text: str, page: int) -> set[str]:
    """The line as it is, and with its first or last number counted from the page's own.

    None for a sentence: running heads are titles.
    """
    plain = re.sub(r"\s+", " ", text).strip().casefold()
    if not plain or len(plain) > _LONGEST or plain.endswith((".", ";", ":", ",")):
        return set()
    result = {plain}
    numbers = list(re.finditer(r"\d{1,4}", plain))
    for found in numbers[:1] + numbers[-1:]:
        offset = int(found[0]) - page
        result.add(f"{plain[: found.start()]}\x00{offset}\x00{plain[found.end() :]}")
    return result
