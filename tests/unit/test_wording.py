"""Model values as words: what is cut last where there is little room."""

import pytest

from tui.wording import fitting


@pytest.mark.parametrize(
    ("countdown", "fits"),
    [
        ("due now", "due now"),
        ("21 days left", "21 days left"),
        ("1613 days late", "1613 days late"),
        ("5–9 days left, month known only", "5–9 days left"),
        ("30–59 days left, month known only", "30–59 left"),
        ("120–149 days late, day not known", "120–149 late"),
        ("due today or up to 29 days left, month known only", "0–29 days left"),
        ("up to 3 days late or 27 days left, month known only", "3 late/27 left"),
        ("1605–1634 days late, month known only", "1605–1634 late"),
    ],
)
def test_a_countdown_in_fourteen_cells_still_says_whether_it_is_late(
    countdown: str, fits: str
) -> None:
    assert fitting(countdown, 14) == fits
    assert len(fits) <= 14
