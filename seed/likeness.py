"""How alike two texts are, from 0 to 1, whatever their quotes, case, bullets and letters."""

import difflib
import importlib.util
import re

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
_PART_MARK = re.compile(r"(?:^|(?<=[\s:;,]))(?:\(?[a-hivx]{1,4}\)|[•·\-*])(?=\s)")
_NOT_WORDS = re.compile(r"[^\w' ]+")
_HAS_RAPIDFUZZ = importlib.util.find_spec("rapidfuzz") is not None


def folded(text: str) -> str:
    """A text as it is compared: lower case, plain quotes, no labels, marks or extra blanks."""
    plain = _PART_MARK.sub(" ", text.translate(_QUOTES).lower())
    return " ".join(_NOT_WORDS.sub(" ", plain).split())


def likeness(one: str, other: str) -> float:
    """How alike two texts are once folded: 1.0 is the same text."""
    return folded_likeness(folded(one), folded(other))


def folded_likeness(one: str, other: str) -> float:
    """The same for texts already folded; rapidfuzz where installed, difflib otherwise."""
    if not one or not other:
        return 0.0
    if _HAS_RAPIDFUZZ:
        from rapidfuzz import fuzz

        return float(fuzz.ratio(one, other)) / 100
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
