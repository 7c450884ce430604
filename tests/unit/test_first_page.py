"""A list whose first keys are read before the rest: it must look like one that is read whole."""

from array import array

import pytest

from tui.rows.first_page import NOT_THERE, FirstPage

WHOLE = array("q", range(10, 30))


def page(first: int, whole: "array[int]" = WHOLE, count: int = 20) -> tuple[FirstPage, list[int]]:
    reads: list[int] = []

    def read() -> "array[int]":
        reads.append(1)
        return array("q", whole)

    return FirstPage(WHOLE[:first], count, read), reads


@pytest.mark.parametrize(
    "asked", [slice(0, 5), slice(-3, 8), slice(4, 400), slice(0, 0), 0, 4, 5, 19, -1], ids=str
)
@pytest.mark.parametrize("first", [0, 5, 20])
def test_gives_what_the_whole_list_gives(first: int, asked: int | slice) -> None:
    keys, _ = page(first)
    found, expected = keys[asked], WHOLE[asked]  # type: ignore[index]
    assert (found if isinstance(found, int) else list(found)) == (
        expected if isinstance(expected, int) else list(expected)
    )


def test_reads_nothing_more_for_what_is_in_sight() -> None:
    keys, reads = page(5)
    assert (keys[0], keys[4], list(keys[0:5]), len(keys), bool(keys)) == (
        *(10, 14, [10, 11, 12, 13, 14]),
        20,
        True,
    )
    assert reads == []


def test_reads_the_rest_once() -> None:
    keys, reads = page(5)
    assert keys[19] == 29
    keys.complete()
    assert list(keys) == list(WHOLE)
    assert keys.index(17) == 7
    assert reads == [1]


def test_that_is_whole_already_is_never_read_again() -> None:
    keys, reads = page(20)
    keys.complete()
    assert reads == []


@pytest.mark.parametrize(("there", "gone"), [(18, 2), (25, 0)])
def test_keeps_its_length_when_records_come_or_go_meanwhile(there: int, gone: int) -> None:
    keys, _ = page(5, array("q", range(10, 10 + there)))
    assert len(list(keys)) == 20
    assert list(keys).count(NOT_THERE) == gone
