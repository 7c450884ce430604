from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.line_thumb import thumb_lines, top_for
from tui.widgets.line_view import View


def test_the_view_scrolls_just_enough_to_show_the_cursor() -> None:
    view = View(count=100, screen=10)
    assert not view.move_to(9)
    assert view.move_to(10)
    assert (view.top, view.cursor) == (1, 10)
    assert not view.move_to(1)
    assert view.move_to(0)
    assert view.top == 0


def test_moving_stops_at_both_ends() -> None:
    view = View(count=3, screen=10)
    view.move_to(-5)
    assert view.cursor == 0
    view.move_to(50)
    assert (view.top, view.cursor) == (0, 2)


def test_a_page_keeps_the_cursor_on_its_line() -> None:
    view = View(count=100, screen=10, top=20, cursor=24)
    view.page(1)
    assert (view.top, view.cursor) == (29, 33)
    view.page(-1)
    assert (view.top, view.cursor) == (20, 24)


def test_a_page_at_the_end_reaches_the_last_row() -> None:
    view = View(count=15, screen=10, top=5, cursor=9)
    view.page(1)
    assert (view.top, view.cursor) == (5, 14)


def test_scrolling_leaves_the_cursor_and_the_next_move_returns_to_it() -> None:
    view = View(count=100, screen=10)
    view.scroll(50)
    assert (view.top, view.cursor) == (50, 0)
    assert view.move_to(1)
    assert view.top == 1


def test_other_rows_leave_the_record_on_its_line() -> None:
    view = View(count=100, screen=10, top=20, cursor=24)
    view.refill(103, 27)
    assert (view.top, view.cursor) == (23, 27)


def test_fewer_rows_leave_no_empty_screen() -> None:
    view = View(count=100, screen=10, top=90, cursor=99)
    view.refill(12, 99)
    assert (view.top, view.cursor) == (2, 11)
    view.refill(0, 0)
    assert (view.top, view.cursor) == (0, 0)


def test_the_thumb_is_at_an_end_only_when_the_view_is() -> None:
    view = View(count=100_000, screen=20)
    assert list(thumb_lines(view, 20)) == [0]
    view.scroll(1)
    assert list(thumb_lines(view, 20)) == [1]
    view.scroll(100_000)
    assert list(thumb_lines(view, 20)) == [19]
    view.scroll(-1)
    assert list(thumb_lines(view, 20)) == [18]


def test_there_is_no_thumb_when_everything_is_in_view() -> None:
    assert not thumb_lines(View(count=20, screen=20), 20)
    assert not thumb_lines(View(), 0)


def test_putting_the_thumb_somewhere_shows_that_part() -> None:
    view = View(count=1_000, screen=20)
    assert top_for(0, view, 20) == 0
    assert top_for(19, view, 20) == 980
    assert 400 < top_for(10, view, 20) < 580


ORDERS = st.one_of(
    st.tuples(st.just("move_to"), st.integers(-50, 500)),
    st.tuples(st.just("page"), st.integers(-2, 2)),
    st.tuples(st.just("scroll"), st.integers(-60, 60)),
    st.tuples(st.just("resize"), st.integers(-1, 60)),
)


@given(st.integers(0, 300), st.lists(ORDERS))
def test_no_order_puts_cursor_or_view_outside_the_rows(count: int, orders: list) -> None:
    view = View(count=count, screen=7)
    for name, number in orders:
        getattr(view, name)(number)
        assert 0 <= view.top <= view.last_top
        assert 0 <= view.cursor <= max(0, count - 1)
        if name != "scroll":
            assert view.top <= view.cursor < view.top + view.screen
        lines = thumb_lines(view, view.screen)
        assert not lines or 0 <= lines[0] <= lines[-1] < view.screen
