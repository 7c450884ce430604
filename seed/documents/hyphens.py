"""Words that were broken at the end of a line, put together again."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")
_PREFIXES = (
    "self non well far long short high low multi cross post pre half full part anti ex inter co "
    "one two three four five six seven eight nine ten first second third"
)
_KEEPS_ITS_HYPHEN = frozenset(_PREFIXES.split())
_SECOND_HALVES = frozenset({"worn", "making", "based", "related", "centred", "focused", "driven"})
_SHORTEST_HALF = 4  # letters; "cor-related" is one word, "alcohol-related" two
_SUFFIXES = "s d ed es er ers ly ing ings tion tions ment ments ness able ation ations ence ance"
_ENDINGS = frozenset(_SUFFIXES.split())
_SOFT_HYPHEN = "\u00ad"


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand whole on a line, in lower case; hyphenated words also as written."""
    words: set[str] = set()
    for text in texts:
        found = _WORD.findall(_BROKEN.sub("", text))
        words.update(word.lower() for word in found)
    return frozenset(words)


def join_lines(parts: Iterable[str], words: frozenset[str]) -> str:
    """One text from its lines: a space between them, and a broken word made whole."""
    result = ""
    for part in parts:
        result = _join(result, part, words) if result else part
    return re.sub(r"\s+", " ", result.replace(_SOFT_HYPHEN, "")).strip()


def _join(before: str, after: str, words: frozenset[str]) -> str:
    broken = _BROKEN.search(before)
    start = _WORD.match(after)
    if broken is None or start is None or not after[0].islower():
        return f"{before} {after}"
    if start[0] in ("and", "or", "to"):
        return f"{before} {after}"
    if _keeps_hyphen(broken[1], broken[2], start[0], words):
        return before + after
    return before[:-1] + after


def _keeps_hyphen(head: str, sign: str, tail: str, words: frozenset[str]) -> bool:
    """True for "self-" + "assessment" and "body-" + "worn", false for "inspec-" + "tion"."""
    head, tail = head.lower(), tail.lower()
    if sign == _SOFT_HYPHEN or tail in _ENDINGS or _stands_whole(head + tail, words):
        return False
    if tail in _SECOND_HALVES and len(head) >= _SHORTEST_HALF:
        return True
    return f"{head}-{tail}" in words or head in words or head in _KEEPS_ITS_HYPHEN


def _stands_whole(word: str, words: frozenset[str]) -> bool:
    """Whether the word stands on a line elsewhere, as it is or with another ending."""
    return word in words or any(word + ending in words for ending in _ENDINGS)
