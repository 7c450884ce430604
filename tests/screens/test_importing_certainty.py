"""How sure it is what an answer answers, said in words."""

from dataclasses import replace

import pytest

from seed.draft import Match
from tui.screens.importing_certainty import certainty

MATCH = Match("2", 2, "Repaint the cells.", 1.0, 0.65)


@pytest.mark.parametrize(
    ("score", "second", "by_number", "short", "doubtful"),
    [
        (1.0, 0.65, False, "sure", False),
        (0.9, 0.0, False, "sure", False),
        (0.97, 0.95, False, "? two fit", True),
        (0.95, 0.95, False, "? two fit", True),
        (0.70, 0.40, False, "? in part", True),
        (0.30, 1.0, False, "chosen", False),
        (0.30, 0.60, True, "? by number", True),
        (1.0, 0.10, True, "? by number", True),
    ],
)
def test_a_pair_is(
    score: float, second: float, by_number: bool, short: str, doubtful: bool
) -> None:
    found = certainty(replace(MATCH, score=score, second_score=second, by_number=by_number))
    assert (found.short, found.doubtful) == (short, doubtful)
    assert f"match {score:.2f} of 1, next best {second:.2f}" in found.full


def test_two_that_fit_say_what_to_do() -> None:
    found = certainty(replace(MATCH, second_score=0.98))
    assert found.full.startswith("Two findings fit almost as well: choose with r")
