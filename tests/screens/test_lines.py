"""The list widget as a person meets it: keys, mouse, refills, widths."""

from array import array
from collections.abc import Iterable

import pytest
from benchmarks.lines_app import Generated, LinesApp, generated
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.rows.first_page import FirstPage
from tui.widgets.lines import Cell, Column, FixedRows, Lines, Row, Source

COLUMNS = (
    Column("state", width=1),
    Column("title", "Title", minimum=8),
    Column("due", "Due", width=10, drop=1),
)


def rows_of(keys: Iterable[int], title: str = "Record {}") -> FixedRows:
    keys = list(keys)
    return FixedRows(
        array("q", keys),
        {key: Row((Cell("R", "late"), Cell(title.format(key)), Cell("due now"))) for key in keys},
    )


class ListApp(App[None]):
    """One list, ten rows high inside its border, and everything it says."""

    CSS = "Lines { height: 12; }"
    BINDINGS = [("right", "next_pane", "Next pane"), ("space", "page", "Page")]  # noqa: RUF012

    def __init__(self, **options: object) -> None:
        super().__init__()
        self.lines = Lines(COLUMNS, **options)  # type: ignore[arg-type]
        self.rows: Source = rows_of(range(1, 51))
        self.selected: list[int | None] = []
        self.chosen: list[int] = []
        self.headers: list[str] = []
        self.passed_on: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.lines
        yield Static("another", id="other")

    def on_mount(self) -> None:
        self.lines.on_select = self.selected.append
        self.lines.show(self.rows)
        self.lines.focus()

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        assert message.control is self.lines
        self.chosen.append(message.key)

    def on_lines_header_clicked(self, message: Lines.HeaderClicked) -> None:
        self.headers.append(message.column)

    def action_next_pane(self) -> None:
        self.passed_on.append("right")

    def action_page(self) -> None:
        self.passed_on.append("space")


def drawn(lines: Lines) -> list[str]:
    """The text of the list's lines as drawn."""
    return [lines.render_line(y).text for y in range(lines.size.height)]


def words(lines: Lines) -> list[str]:
    """The same without the blanks between and after the columns."""
    return [" ".join(line.split()) for line in drawn(lines)]


@pytest.mark.parametrize(
    ("keys", "key", "top"),
    [
        ("down", 2, 0),
        ("j j j k", 3, 0),
        ("up", 1, 0),
        ("down " * 10, 11, 1),
        ("end", 50, 40),
        ("G", 50, 40),
        ("G g", 1, 0),
        ("end home", 1, 0),
        ("pagedown", 10, 9),
        ("pagedown pageup", 1, 0),
        ("end up", 49, 40),
        ("end pageup pageup", 32, 22),
    ],
)
async def test_keys_move_the_cursor(keys: str, key: int, top: int) -> None:
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        assert app.lines.key == key
        assert app.lines.view.top == top
        cursor_line = drawn(app.lines)[app.lines.view.cursor - top]
        assert cursor_line.startswith("▌R")
        assert f"Record {key} " in cursor_line
        assert sum(line.startswith("▌") for line in drawn(app.lines)) == 1


async def test_each_move_tells_the_key_at_once() -> None:
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "up", "home", "home")
        assert app.selected == [1, 2, 3, 2, 1]
        app.lines.action_last()
        assert app.selected[-1] == 50


async def test_enter_asks_for_the_record() -> None:
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        assert app.chosen == [2]


class TestRefilling:
    async def test_the_cursor_stays_on_its_record_and_its_line(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            await pilot.press("pagedown", "pagedown", "up", "up")
            line = app.lines.view.cursor - app.lines.view.top
            app.lines.show(rows_of([101, 102, *range(1, 51)]))
            assert app.lines.key == 17
            assert app.lines.view.cursor - app.lines.view.top == line
            assert app.selected[-1] == 17
            assert len(app.selected) == 5

    async def test_a_removed_record_leaves_the_cursor_on_its_neighbour(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            await pilot.press("down", "down")
            app.lines.show(rows_of(key for key in range(1, 51) if key != 3))
            assert app.lines.key == 4
            assert app.selected == [1, 2, 3, 4]

    async def test_a_removed_last_record_leaves_the_one_before(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            await pilot.press("end")
            app.lines.show(rows_of(range(1, 50)))
            assert app.lines.key == 49

    async def test_a_record_to_keep_may_be_named(self) -> None:
        app = ListApp()
        async with app.run_test():
            app.lines.show(rows_of(range(1, 51)), keep=30)
            assert app.lines.key == 30
            assert app.selected[-1] == 30
            assert any("▌R Record 30" in line for line in words(app.lines))

    async def test_no_rows_say_what_to_press_and_choose_nothing(self) -> None:
        app = ListApp(empty="Nothing is open.\n\nPress f to filter [less].", marking=True)
        async with app.run_test() as pilot:
            app.lines.show(rows_of([]))
            await pilot.press("down", "end", "pageup", "enter", "space")
            assert app.lines.key is None
            assert app.selected == [1, None]
            assert app.chosen == []
            shown = [line.strip() for line in drawn(app.lines) if line.strip()]
            assert shown == ["Nothing is open.", "Press f to filter [less]."]
            first = next(line for line in drawn(app.lines) if line.strip())
            assert abs(len(first) - len(first.rstrip()) - (len(first) - len(first.lstrip()))) <= 1

    async def test_the_first_filling_reads_no_key_that_is_out_of_sight(self) -> None:
        read: list[str] = []

        def rest() -> "array[int]":
            read.append("the rest")
            return array("q", range(1, 10_001))

        source = Generated(FirstPage(array("q", range(1, 241)), 10_000, rest))
        app = ListApp()
        app.rows = source
        async with app.run_test() as pilot:
            assert (app.lines.key, read) == (1, [])
            await pilot.press("end")
            assert (app.lines.key, read) == (10_000, ["the rest"])

    async def test_patched_records_are_fetched_again_and_others_are_not(self) -> None:
        app = LinesApp(300)
        async with app.run_test(size=(120, 40)) as pilot:
            lines = app.recommendations
            await pilot.press("down", "down")
            app.source.fetched.clear()
            lines.patch([2, 3])
            await pilot.pause()
            assert app.source.fetched == [2, 3]
            assert lines.key == 3

    async def test_a_patched_record_shows_its_new_words(self) -> None:
        app = ListApp()
        async with app.run_test():
            by_key = dict(rows_of(range(1, 51)).by_key)
            app.lines.show(FixedRows(list(by_key), by_key))
            drawn(app.lines)
            by_key[2] = Row((Cell("B"), Cell("Settled"), Cell("")))
            assert "Record 2 " in drawn(app.lines)[1]
            app.lines.patch([2])
            assert "B Settled" in words(app.lines)[1]

    async def test_a_record_that_has_gone_meanwhile_is_a_dash(self) -> None:
        app = ListApp()
        async with app.run_test():
            app.lines.show(FixedRows([1, 2], {1: rows_of([1]).by_key[1]}))
            assert drawn(app.lines)[1].strip() == "–"


class TestMarks:
    async def test_space_marks_and_unmarks_with_a_sign(self) -> None:
        app = ListApp(marking=True)
        told: list[set[int]] = []
        async with app.run_test() as pilot:
            app.lines.on_mark = lambda keys: told.append(set(keys))
            await pilot.press("space", "down", "space")
            assert app.lines.marked == {1, 2}
            assert drawn(app.lines)[0].startswith(" ● R")
            assert drawn(app.lines)[1].startswith("▌● R")
            await pilot.press("space")
            assert told == [{1}, {1, 2}, {1}]
            assert drawn(app.lines)[1].startswith("▌  R")

    async def test_marks_survive_a_filter_that_hides_them(self) -> None:
        app = ListApp(marking=True)
        async with app.run_test() as pilot:
            await pilot.press("space")
            app.lines.show(rows_of(range(20, 40)))
            assert not any("●" in line for line in drawn(app.lines))
            app.lines.show(rows_of(range(1, 51)))
            assert app.lines.marked == {1}
            app.lines.action_first()
            assert words(app.lines)[0].startswith("▌● R Record 1 ")

    async def test_marks_can_be_set_together(self) -> None:
        app = ListApp(marking=True)
        async with app.run_test():
            app.lines.mark_only([2, 3])
            assert [line[1] for line in drawn(app.lines)[:4]] == [" ", "●", "●", " "]

    async def test_space_belongs_to_the_screen_where_nothing_can_be_marked(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            await pilot.press("space")
            assert app.passed_on == ["space"]
            assert app.lines.marked == set()


class TestText:
    @pytest.mark.parametrize(
        "text", ["[b]bold[/b]", "see [x]", "[/nope]", "[@click=app.quit]go[/]"]
    )
    async def test_brackets_are_shown_as_they_are(self, text: str) -> None:
        app = ListApp()
        async with app.run_test():
            app.lines.show(FixedRows([1], {1: Row((Cell("R"), Cell(text)))}))
            assert words(app.lines)[0] == f"▌R {text}"

    @pytest.mark.parametrize("width", [80, 41, 33, 32, 31, 30, 20, 17, 10])
    async def test_wide_characters_keep_every_line_as_wide_as_the_list(self, width: int) -> None:
        app = ListApp(marking=True, header=True)
        texts = ("子どもの保護に関する案内" * 4, "👩\u200d👩\u200d👧 family " * 6, "e\u0301" * 90)
        async with app.run_test(size=(width, 24)) as pilot:
            app.lines.show(
                FixedRows([0, 1, 2], {n: Row((Cell("R"), Cell(t))) for n, t in enumerate(texts)})
            )
            for key in ("down", "right", "right", "down"):
                await pilot.press(key)
                assert {cell_len(line) for line in drawn(app.lines)} == {width - 2}

    async def test_controls_and_line_ends_never_reach_the_line(self) -> None:
        app = ListApp()
        hostile = "\x1b]52;c;x\x07 a\nb\u202ec\u200bd"
        async with app.run_test():
            app.lines.show(FixedRows([1], {1: Row((Cell("R"), Cell(hostile)))}))
            line = drawn(app.lines)[0]
            assert not set(line) & set("\x1b\x07\n\u202e\u200b")
            assert "a b" in line

    async def test_a_two_line_list_shows_and_counts_both_lines(self) -> None:
        app = ListApp(line_height=2)
        rows = {
            key: Row(
                (Cell("–"), Cell(f"Record {key}")), (Cell("published "), Cell("[late]", "late"))
            )
            for key in range(20)
        }
        async with app.run_test() as pilot:
            app.lines.show(FixedRows(range(20), rows), keep=0)
            assert words(app.lines)[0].startswith("▌– Record 0")
            assert drawn(app.lines)[1].startswith("▌ published [late]")
            assert drawn(app.lines)[3].startswith("  published [late]")
            await pilot.press(*["down"] * 5)
            assert (app.lines.key, app.lines.view.top) == (5, 1)


class TestWidths:
    async def test_columns_drop_and_come_back_with_the_width(self) -> None:
        app = ListApp()
        async with app.run_test(size=(80, 24)) as pilot:
            assert "due now" in drawn(app.lines)[0]
            await pilot.resize_terminal(22, 24)
            assert "due now" not in drawn(app.lines)[0]
            assert "Record 1" in drawn(app.lines)[0]
            await pilot.resize_terminal(80, 24)
            assert "due now" in drawn(app.lines)[0]

    @pytest.mark.parametrize("size", [(20, 8), (5, 5), (3, 3), (2, 2), (1, 1)])
    async def test_a_tiny_terminal_breaks_nothing(self, size: tuple[int, int]) -> None:
        app = ListApp(header=True, marking=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("end")
            await pilot.resize_terminal(*size)
            await pilot.press("up", "pageup", "pagedown", "right", "left", "space", "home", "end")
            await pilot.resize_terminal(80, 24)
            assert app.lines.key == 50
            assert any(
                line.startswith("▌● R Record 50") or "Record 50" in line
                for line in drawn(app.lines)
            )

    async def test_a_resize_keeps_the_cursor_in_view(self) -> None:
        app = LinesApp(300)
        async with app.run_test(size=(120, 40)) as pilot:
            lines = app.recommendations
            await pilot.press(*["down"] * 15)
            await pilot.resize_terminal(100, 16)
            assert lines.view.screen < 10
            assert sum("R16 " in line and line.startswith("▌") for line in drawn(lines)) == 1

    async def test_right_shows_what_is_cut_and_then_the_key_is_the_screens(self) -> None:
        app = ListApp()
        async with app.run_test(size=(40, 24)) as pilot:
            app.lines.show(rows_of(range(1, 51), "Record {} with a long and winding title end"))
            assert "…" in drawn(app.lines)[0]
            presses = 0
            while not app.passed_on:
                await pilot.press("right")
                presses += 1
            assert presses > 2
            assert "winding title end" in drawn(app.lines)[0]
            assert "due now" in drawn(app.lines)[0]
            assert drawn(app.lines)[0].startswith("▌")
            await pilot.press(*["left"] * presses)
            assert drawn(app.lines)[0].startswith("▌R Record 1")

    async def test_the_header_says_that_something_is_shifted_out_at_the_left(self) -> None:
        app = ListApp(header=True)
        async with app.run_test(size=(40, 24)) as pilot:
            app.lines.show(rows_of(range(1, 51), "Record {} with a long and winding title end"))
            assert "‹" not in drawn(app.lines)[0]
            await pilot.press("right")
            assert drawn(app.lines)[0].startswith("‹")

    async def test_right_is_the_screens_at_once_when_nothing_is_cut(self) -> None:
        app = ListApp()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("right")
            assert app.passed_on == ["right"]


class TestHeader:
    async def test_titles_stand_over_their_columns_with_the_sort_sign(self) -> None:
        app = ListApp(header=True)
        async with app.run_test():
            app.lines.sort_sign("due")
            assert drawn(app.lines)[0].index("Due ▲") == drawn(app.lines)[1].index("due now")
            app.lines.sort_sign("due", descending=True)
            assert "Due ▼" in drawn(app.lines)[0]
            app.lines.sort_sign(None)
            assert not {"▲", "▼"} & set(drawn(app.lines)[0])

    async def test_a_click_on_a_title_names_its_column(self) -> None:
        app = ListApp(header=True)
        async with app.run_test() as pilot:
            due = drawn(app.lines)[0].index("Due")
            await pilot.click(Lines, offset=(due + 2, 1))
            await pilot.click(Lines, offset=(6, 1))
            assert app.headers == ["due", "title"]
            assert app.lines.key == 1


class TestMouse:
    async def test_a_click_selects_and_a_second_click_opens(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            await pilot.click(Lines, offset=(5, 4))
            assert (app.lines.key, app.chosen) == (4, [])
            await pilot.click(Lines, offset=(9, 4))
            assert app.chosen == [4]

    async def test_the_click_that_brings_the_focus_opens_nothing(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            app.set_focus(None)
            await pilot.pause()
            await pilot.click(Lines, offset=(5, 1))
            assert app.lines.has_focus
            assert app.chosen == []

    async def test_a_double_click_opens(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            await pilot.double_click(Lines, offset=(5, 3))
            assert app.chosen == [3]

    async def test_a_click_below_the_last_row_does_nothing(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            app.lines.show(rows_of([1, 2]))
            await pilot.click(Lines, offset=(5, 8))
            await pilot.click(Lines, offset=(5, 8))
            assert (app.lines.key, app.chosen) == (1, [])

    async def test_the_wheel_scrolls_and_the_cursor_stays_on_its_record(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            await pilot._post_mouse_events([scroll_down()], Lines, (5, 5), button=0)
            await pilot._post_mouse_events([scroll_down()], Lines, (5, 5), button=0)
            assert app.lines.view.top > 1
            assert app.lines.key == 1
            assert app.selected == [1]
            await pilot.press("down")
            assert (app.lines.key, app.lines.view.top) == (2, 1)

    async def test_pressing_beside_the_thumb_goes_there(self) -> None:
        app = ListApp()
        async with app.run_test() as pilot:
            thumb_column = app.lines.size.width
            await pilot.click(Lines, offset=(thumb_column, 10))
            assert app.lines.view.top == 40
            assert app.lines.key == 1
            assert drawn(app.lines)[9].endswith("▐")


def scroll_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


class TestCost:
    async def test_a_hundred_thousand_rows_are_read_a_few_screens_at_a_time(self) -> None:
        app = LinesApp(100_000)
        async with app.run_test(size=(120, 40)) as pilot:
            lines = app.recommendations
            screen = lines.view.screen
            assert len(app.source.fetched) <= 3 * screen
            app.source.fetched.clear()
            await pilot.press("end")
            assert lines.key == 100_000
            assert len(app.source.fetched) <= 3 * screen
            app.source.fetched.clear()
            await pilot.press(*["up"] * (screen + 5))
            assert app.source.fetched == []

    async def test_a_move_draws_two_lines_and_a_scroll_the_view(self) -> None:
        app = LinesApp(1_000)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            lines = app.recommendations
            asked = record_lines(lines)
            await pilot.press("down")
            assert asked == [1, 2]
            asked.clear()
            await pilot.press(*["down"] * lines.view.screen)
            assert max(asked.count(y) for y in set(asked)) <= 3 + 1

    async def test_a_key_is_one_frame_with_the_detail_and_the_status_in_it(self) -> None:
        app = FrameApp(1_000)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            for key in ("down", "down", "end", "pageup", "home", "space"):
                app.frames = 0
                await pilot.press(key)
                await pilot.pause()
                assert app.frames == 1, key

    async def test_a_key_that_changes_nothing_draws_nothing(self) -> None:
        app = FrameApp(1_000)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            app.frames = 0
            await pilot.press("up", "home", "pageup")
            await pilot.pause()
            assert app.frames == 0


class FrameApp(LinesApp):
    """Counts what is sent to the terminal."""

    frames = 0

    def _display(self, screen, renderable) -> None:
        self.frames += renderable is not None
        super()._display(screen, renderable)


def record_lines(lines: Lines) -> list[int]:
    """The lines asked for from now on."""
    asked: list[int] = []
    plain = lines.render_line

    def render_line(y: int):
        asked.append(y)
        return plain(y)

    lines.render_line = render_line  # type: ignore[method-assign]
    return asked


async def test_the_focused_list_differs_in_shape_not_only_in_colour() -> None:
    app = ListApp()
    async with app.run_test() as pilot:
        assert app.lines.styles.border_top[0] == "heavy"
        app.set_focus(None)
        await pilot.pause()
        assert app.lines.styles.border_top[0] == "solid"
        assert drawn(app.lines)[0].startswith("▌")


async def test_titles_are_the_screens_words_to_the_letter() -> None:
    app = ListApp()
    async with app.run_test():
        app.lines.border_title = Content("Open [x] · 3 of 4")
        assert str(app.lines._border_title) == "Open [x] · 3 of 4"


async def test_every_tone_and_theme_draws() -> None:
    app = LinesApp(20)
    async with app.run_test(size=(120, 40)) as pilot:
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()
            assert "R1 " in "".join(drawn(app.recommendations))


async def test_colour_is_not_needed_to_find_the_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.pause()
        styles = [app.lines.render_line(y)._segments[0].style for y in (0, 1)]
        assert styles[0] is not None
        assert styles[0].reverse
        assert styles[1] is not None
        assert not styles[1].reverse


async def test_generated_rows_count_what_is_read() -> None:
    source = generated(5)
    assert set(source.rows([1, 2])) == {1, 2}
    assert source.fetched == [1, 2]
