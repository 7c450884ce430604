"""Whether a text is English, which is all that the search for findings can read."""

import re
from collections.abc import Iterable

from seed.documents.blocks import Block, BlockKind, Remark

_COMMON_WORDS = (
    "the of and to in a is that for it as was with be by on not his are at from or have an they "
    "which were their has this will had but should its been our we who there when can all if"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_FEWEST_WORDS = 60
_ENGLISH = 0.12  # share of common words; English text has three times as many


def not_english(blocks: Iterable[Block]) -> tuple[Remark, ...]:
    """A remark where the sentences hold too few of the commonest English words."""
    words = [
        word
        for block in blocks
        if block.kind is not BlockKind.ROW
        for word in re.findall(r"[^\W\d_]+", block.text.casefold())
    ]
    if len(words) < _FEWEST_WORDS:
        return ()
    share = sum(word in _COMMON for word in words) / len(words)
    if share >= _ENGLISH:
        return ()
    return (
        Remark(
            "The text does not look like English, so recommendations in it may not be found: "
            "give the English version, or enter them by hand."
        ),
    )
