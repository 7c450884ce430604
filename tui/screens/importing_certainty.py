"""How sure it is which finding an answer answers, in words: in a few for a list, in full beside it.

The likeness of two texts runs from 0 to 1, which is word for word.
"""

from typing import NamedTuple

from seed.draft import Match
from seed.responses.pairing import NEAR

SURE = 0.9
"""Likeness from which an answer restates its finding beyond doubt."""


class Certainty(NamedTuple):
    """What is said of a pair, and whether somebody should look at it."""

    short: str
    full: str
    doubtful: bool


def certainty(match: Match) -> Certainty:
    """How sure a pair is; one that others fit better can only have been chosen by hand."""
    likeness = f"match {match.score:.2f} of 1, next best {match.second_score:.2f}"
    if match.by_number:
        return Certainty("? by number", f"By its number alone: please check ({likeness}).", True)
    ahead = match.score - match.second_score
    if ahead < -NEAR:
        return Certainty("chosen", f"As chosen; another finding is more alike ({likeness}).", False)
    if ahead < NEAR:
        said = f"Two findings fit almost as well: choose with r ({likeness})."
        return Certainty("? two fit", said, True)
    if match.score < SURE:
        return Certainty("? in part", f"Alike only in part: please check ({likeness}).", True)
    return Certainty("sure", f"Sure ({likeness}).", False)
