import itertools

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.line_columns import Column, arrange, gap_at, total_width, unrolled

WORK = (
    Column("state", width=1),
    Column("left", width=12, minimum=6),
    Column("title", minimum=10),
    Column("parts", width=7, drop=2),
    Column("due", width=15, drop=1),
)


def shown(width: int) -> list[str]:
    return [WORK[place.column].key for place in arrange(WORK, width)]


def widths(width: int) -> dict[str, int]:
    return {WORK[place.column].key: place.width for place in arrange(WORK, width)}


def test_the_column_without_a_width_takes_the_rest() -> None:
    assert widths(100) == {"state": 1, "left": 12, "title": 57, "parts": 7, "due": 15}


def test_the_highest_drop_goes_first_and_nought_never() -> None:
    assert shown(49) == ["state", "left", "title", "parts", "due"]
    assert shown(48) == ["state", "left", "title", "due"]
    assert shown(41) == ["state", "left", "title", "due"]
    assert shown(40) == ["state", "left", "title"]
    assert shown(25) == ["state", "left", "title"]


def test_what_may_not_go_gives_way_to_its_minimum_then_falls_off_the_right() -> None:
    assert widths(20) == {"state": 1, "left": 7, "title": 10}
    assert widths(17) == {"state": 1, "left": 6, "title": 8}
    assert widths(6) == {"state": 1, "left": 4}
    assert widths(1) == {"state": 1}
    assert widths(0) == {}


def test_two_growing_columns_share_what_is_left() -> None:
    columns = (Column("a", minimum=1), Column("b", minimum=1))
    assert [place.width for place in arrange(columns, 20)] == [10, 9]


def test_unrolled_columns_stand_side_by_side_in_full() -> None:
    places = unrolled(WORK, (1, 12, 70, 7, 15), 2)
    assert [place.start for place in places] == [0, 3, 17, 89, 98]
    assert total_width(places) == 113
    assert total_width(()) == 0


COLUMN = st.builds(
    Column,
    key=st.just("any"),
    width=st.none() | st.integers(1, 30),
    minimum=st.integers(1, 12),
    drop=st.integers(0, 3),
)


@given(st.lists(COLUMN, max_size=8).map(tuple), st.integers(0, 200))
def test_columns_never_overlap_nor_pass_the_edge(columns: tuple[Column, ...], width: int) -> None:
    places = arrange(columns, width)
    assert total_width(places) <= width
    for before, after in itertools.pairwise(places):
        assert before.start + before.width + gap_at(width) == after.start
        assert before.column < after.column
    assert all(place.width > 0 for place in places)
