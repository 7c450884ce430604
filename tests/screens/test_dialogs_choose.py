"""Choosing one of many, reading a message, answering yes or no."""

import pytest
from dialog_host import HOSTILE, Host, settled

from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.message import ConfirmDialog, MessageDialog
from tui.widgets.lines import Lines

OWNERS = (
    Option("dcc", "Deputy Chief Constable", "person"),
    Option("vfd", "Vulnerability Focus Desk", "team"),
    Option("artemis", "ARTEMIS", "project"),
    Option("board", "Performance board", "forum"),
)
SIZES = [(60, 15), (80, 24), (120, 40), (200, 50)]


def choosing(options: tuple[Option, ...] = OWNERS) -> Host:
    return Host(ChooseDialog("Owner of R6", options))


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("enter",), "dcc"),
        (("down", "enter"), "vfd"),
        (("down", "down", "up", "enter"), "vfd"),
        (("pagedown", "enter"), "board"),
        (("up", "enter"), "dcc"),
        ((*"art", "enter"), "artemis"),
        ((*"FORUM", "enter"), "board"),
        ((*"desk vul", "enter"), "vfd"),
        ((*"person", "down", "enter"), "dcc"),
        ((*"de", "down", "enter"), "vfd"),
        ((*"dex", "backspace", "enter"), "dcc"),
        (("escape",), None),
        ((*"art", "escape"), None),
        (("tab", "down", "enter"), "vfd"),
    ],
)
async def test_typing_narrows_arrows_move_enter_chooses(
    keys: tuple[str, ...], chosen: str | None
) -> None:
    app = choosing()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await settled(pilot)
    assert app.answers == [chosen]


async def test_words_that_nothing_has_are_said_and_enter_does_nothing() -> None:
    app = choosing()
    async with app.run_test() as pilot:
        await pilot.press(*"zzz", "enter")
        await settled(pilot)
        assert "Nothing here has those words." in app.seen
        assert "0 of 4" in app.seen
    assert app.answers == []


async def test_a_click_on_the_list_moves_and_a_second_chooses() -> None:
    app = choosing()
    async with app.run_test() as pilot:
        await pilot.click(Lines, offset=(5, 2))
        await settled(pilot)
        assert app.answers == []
        await pilot.click(Lines, offset=(5, 2), times=2)
        await settled(pilot)
    assert app.answers == ["artemis"]


@pytest.mark.parametrize("size", SIZES)
async def test_five_hundred_options_leave_the_buttons_in_sight(size: tuple[int, int]) -> None:
    app = choosing(tuple(Option(str(n), f"Somebody {n}", "team") for n in range(500)))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*["pagedown"] * 3, "down")
        await settled(pilot)
        where = app.dialog.query_one(Lines).key
        assert any("▌" in line and f"Somebody {where} " in line for line in app.lines)
        assert "Choose Leave" in app.seen
        assert "500 to choose from" in app.seen
        await pilot.press(*"body 499", "enter")
        await settled(pilot)
    assert app.answers == ["499"]


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_options_and_sentences_are_literal(text: str) -> None:
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    for dialog in (
        ChooseDialog(text, [Option("a", text, "hint"), Option("b", "other", text)]),
        MessageDialog(text, [text, text]),
        ConfirmDialog(text, text, yes=text),
    ):
        app = Host(dialog)
        async with app.run_test() as pilot:
            await settled(pilot)
            assert app.seen.count(shown) == 3
            assert all(sign.isprintable() for line in app.lines for sign in line)
            for y, line in enumerate(app.lines):
                if shown in line and not app.answers:
                    await pilot.click(offset=(line.index(shown) + 1, y))
        assert not app.boomed


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_message_stays_until_it_is_closed(key: str) -> None:
    app = Host(MessageDialog("Not opened", ["It is damaged.", "It has not been touched."]))
    async with app.run_test() as pilot:
        await pilot.press("x", "y", "down")
        await settled(pilot)
        assert "It is damaged. It has not been touched." in app.seen
        await pilot.press(key)
        await settled(pilot)
    assert app.answers == [None]


async def test_a_long_message_scrolls_by_keys_above_its_button() -> None:
    app = Host(MessageDialog("Read", [f"Sentence number {n}." for n in range(40)]))
    async with app.run_test(size=(60, 15)) as pilot:
        await settled(pilot)
        assert "Sentence number 39." not in app.seen
        await pilot.press(*["pagedown"] * 12)
        await settled(pilot)
        assert "Sentence number 39." in app.seen
        assert "Close" in app.seen


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (("enter",), False),
        (("escape",), False),
        (("n",), False),
        (("y",), True),
        (("right", "enter"), True),
        (("tab", "enter"), True),
        (("right", "left", "enter"), False),
    ],
)
async def test_no_is_the_answer_unless_yes_is_given(keys: tuple[str, ...], answer: bool) -> None:
    app = Host(ConfirmDialog("Remove A7?", "It has one note.", yes="Remove A7", no="Keep it"))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await settled(pilot)
    assert app.answers == [answer]


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_is_whole_at_any_size(size: tuple[int, int]) -> None:
    sentences = ["It serves R1 and R11, and has one note.", "The log keeps all of it."]
    app = Host(ConfirmDialog("Remove A7?", sentences, yes="Remove A7", no="Keep it"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert "Remove A7?" in app.seen
        assert " ".join(sentences) in app.seen
        assert "Keep it Remove A7" in app.seen
        assert "y yes n or esc no left right move enter take" in app.seen
