"""Words of the field folded to their stems, so that "detained" meets "custody"."""

import re
from collections import Counter
from collections.abc import Iterable

from seed.likeness import folded

_STOP = frozenset(
    re.findall(
        r"[\w']+",
        """
        a about all also an and any are as at be been being but by can do does ensure
        ensuring for from had has have having how if in into is it its it's make makes
        making may more must not of on or our out over should so such sure than that the
        their them then there these they this those through to too up was we were what
        when where which who will with within would recommend recommends constabulary
        force forces police chief constable constables months month weeks six three
        twelve immediately response improve improves improving practice practices
        arrangements review reviews still way ways use used using action actions taken
        take continue continues continued include includes including importance
    """,
    )
)
_ALIKE = (
    "online internet digital cyber",
    "custody detention detained detain cell cells station",
    "missing absent",
    "exploitation exploited",
    "charge charged",
    "child children young youth juvenile",
    "train training trained trains",
    "share shares sharing shared",
    "partner partners partnership agencies agency",
)
_GROUP = {word: line.split()[0] for line in _ALIKE for word in line.split()}
_ENDINGS = re.compile(
    r"(?:ations?|ations|ingly|ings?|edly|ed|ments?|ities|ity|ies|es|s|ly|ion|ions|e)$"
)


def stem(word: str, *, grouped: bool = True) -> str:
    """A word without its ending, or the first of its group of like words."""
    if grouped and word in _GROUP:
        return _GROUP[word]
    return _ENDINGS.sub("", word) if len(word) > 4 else word


def stems(text: str, *, grouped: bool = True) -> set[str]:
    """The stems of a text's telling words; `grouped` folds like words into one."""
    words = (word.strip("'").removesuffix("'s") for word in folded(text).split())
    return {stem(word, grouped=grouped) for word in words if len(word) > 2 and word not in _STOP}


def rarity(texts: Iterable[str], *, grouped: bool = True) -> Counter[str]:
    """In how many of the texts each stem occurs."""
    return Counter(word for text in texts for word in stems(text, grouped=grouped))


def shared(one: str, other: str, common: Counter[str]) -> float:
    """The share of one text's telling words that the other holds; rare words count more."""
    asked = {word for word in stems(one) if word in common}
    weights = {word: 1 / common[word] for word in asked}
    whole = sum(weights.values())
    return sum(weights[word] for word in asked & stems(other)) / whole if whole else 0.0
