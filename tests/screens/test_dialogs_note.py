"""Writing a note: words, lines, count, long pastes, hostile text."""

import pytest
from dialog_host import HOSTILE, TODAY, Host, settled
from textual import events

from store.notes import LONGEST
from tui.dialogs.note import REMINDER, NoteDialog
from tui.widgets.long_text import LongText


def host(saved: list[str] | None = None, about: str = "R6 · Online abuse", **more: str) -> Host:
    save = saved.append if saved is not None else lambda text: None
    return Host(NoteDialog(about, save, today=TODAY, **more))


async def test_a_note_is_words_and_ctrl_s() -> None:
    saved: list[str] = []
    app = host(saved)
    async with app.run_test() as pilot:
        await pilot.press(*"  Ask", "enter", "enter", *"soon ", "ctrl+s")
        await settled(pilot)
    assert saved == ["  Ask\n\nsoon "]
    assert app.answers == [True]


async def test_it_says_what_it_is_on_its_day_its_length_and_what_to_leave_out() -> None:
    app = host(told_board="the board of Thu 9 Jun 2022")
    async with app.run_test() as pilot:
        await pilot.press("a")
        await settled(pilot)
        assert "1 character " in app.seen
        await pilot.press("b")
        await settled(pilot)
        for words in (
            "Note on R6 · Online abuse",
            "Dated Wed 1 Jun 2022 · told to the board of Thu 9 Jun 2022",
            "2 characters",
            REMINDER,
        ):
            assert words in app.seen


async def test_a_note_without_words_is_not_saved() -> None:
    saved: list[str] = []
    app = host(saved)
    async with app.run_test() as pilot:
        await pilot.press("space", "enter", "ctrl+s")
        await settled(pilot)
        assert "! The note has no words in it yet." in app.seen
    assert saved == []


async def test_up_and_down_stay_in_the_text() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press("up", "a", "down", "b")
        assert isinstance(app.focused, LongText)
        await pilot.press("tab")
        assert not isinstance(app.focused, LongText)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_literal(text: str) -> None:
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    saved: list[str] = []
    app = host(saved, about=text, told_board=text)
    async with app.run_test() as pilot:
        app.focused.post_message(events.Paste(text))
        await settled(pilot)
        assert app.seen.count(shown) == 3
        assert all(sign.isprintable() for line in app.lines for sign in line)
        for y, line in enumerate(app.lines):
            if shown in line:
                await pilot.click(offset=(line.index(shown) + 1, y))
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert saved == [shown]
    assert not app.boomed


async def test_pasted_lines_and_tabs_are_kept_to_the_letter() -> None:
    saved: list[str] = []
    async with host(saved).run_test() as pilot:
        pilot.app.focused.post_message(events.Paste("one\r\n\ttwo  \n\nthree\n"))
        await settled(pilot)
        await pilot.press("ctrl+s")
    assert saved == ["one\n\ttwo  \n\nthree\n"]


async def test_a_paste_beyond_the_longest_note_is_refused_and_the_text_kept() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"abc")
        app.focused.post_message(events.Paste("x" * (LONGEST - 2)))
        await settled(pilot)
        assert app.dialog.typed() == {"note": "abc"}
        assert "the longest that can be kept is 1,000,000" in app.seen
        assert "Nothing was pasted" in app.seen


async def test_nothing_blinks() -> None:
    app = host()
    async with app.run_test():
        assert not app.dialog.query_one(LongText).cursor_blink


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 50)])
async def test_the_whole_dialog_is_in_sight_at_any_size(size: tuple[int, int]) -> None:
    app = host()
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"abc", "escape")
        await settled(pilot)
        for words in ("Note on R6", "abc", REMINDER, "Esc again", "Save Leave", "ctrl+s save"):
            assert words in app.seen
        assert app.dialog.query_one(LongText).size.height >= 5
