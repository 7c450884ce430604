"""What the words of status columns mean, and which mean nothing that is known."""

import pytest

from seed.sheet_statuses import meaning_of, progress_of, says_open
from store.vocabulary import Axis, Delivery, Progress, Verdict


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("In progress", Delivery.IN_PROGRESS),
        ("On-going", Delivery.IN_PROGRESS),
        ("Ongoing", Delivery.IN_PROGRESS),
        ("ON TRACK", Delivery.IN_PROGRESS),
        ("Partially complete", Delivery.IN_PROGRESS),
        ("Not started", Delivery.AWAITING_ALLOCATION),
        ("Not yet started", Delivery.AWAITING_ALLOCATION),
        ("Implemented - embedding", Delivery.EMBEDDING),
        ("BAU", Delivery.EMBEDDING),
        ("Awaiting sign off", Delivery.SUBMITTED),
        ("Proposed for closure", Delivery.SUBMITTED),
        ("Closed", Delivery.SUBMITTED),
        ("Complete", Delivery.SUBMITTED),
        ("Y", Delivery.SUBMITTED),
        ("Complete by March", None),
        ("Not complete", None),
        ("Not yet implemented", None),
        ("Closed by HMICFRS", Verdict.CLOSED),
        ("Completed - verified by inspectors", Verdict.CLOSED),
        ("Awaiting HMICFRS verification", Verdict.AWAITING),
        ("Open - with HMICFRS for verification", Verdict.AWAITING),
        ("Superseded by PEEL 2025", Verdict.SUPERSEDED),
        ("No further action", Verdict.NO_FURTHER_ACTION),
        ("NFA", Verdict.NO_FURTHER_ACTION),
        ("Open", None),
        ("Amber", None),
        ("", None),
        ("?", None),
    ],
)
def test_the_words_of_a_recommendation(words, status):
    meaning = meaning_of(words)
    assert (meaning.status if meaning else None) == status


def test_closed_means_by_the_inspectorate_only_where_somebody_says_so():
    meaning = meaning_of("Closed", closed_by_inspectorate=True)
    assert (meaning.axis, meaning.status, meaning.ended) == (
        Axis.INSPECTORATE,
        Verdict.CLOSED,
        False,
    )
    assert meaning_of("Closed").ended
    assert not meaning_of("Awaiting sign off").ended


@pytest.mark.parametrize(
    ("words", "progress"),
    [
        ("Done", Progress.DONE),
        ("Ongoing", Progress.IN_PROGRESS),
        ("Not started", Progress.PLANNED),
        ("Cancelled", Progress.STOPPED),
        ("Closed by HMICFRS", None),
        ("Open", None),
    ],
)
def test_the_words_of_an_action(words, progress):
    meaning = progress_of(words)
    assert (meaning.status if meaning else None) == progress


@pytest.mark.parametrize(("words", "plain"), [("Open", True), (" new ", True), ("Amber", False)])
def test_open_says_nothing_that_is_not_known(words, plain):
    assert says_open(words) is plain
