"""Filling in a form by keys: fields, days, choices, checks, errors and leaving."""

import sqlite3
from collections.abc import Mapping, Sequence

import pytest
from dialog_host import HOSTILE, TODAY, Host, Shelf, settled
from textual import events
from textual.widgets import Input

from store.errors import Conflict
from tui.dialogs.form import Drafts, Field, FieldKind, FormDialog
from tui.widgets.choice_input import ChoiceInput
from tui.widgets.text_input import LONGEST

STATES = ("planned", "in progress", "done")
FIELDS = (
    Field("title", "Title", required=True, hint="One line"),
    Field("text", "Full text", FieldKind.LONG),
    Field("due", "Due", FieldKind.DAY),
    Field("state", "State", FieldKind.CHOICE, "planned", STATES),
    Field("team", "Owner", suggestions=("Focus Desk", "ARTEMIS")),
)


class Saved(list[dict[str, str]]):
    """What was handed to `save`; raises first what it is told to raise."""

    def __init__(self, *errors: Exception) -> None:
        super().__init__()
        self.errors = list(errors)

    def __call__(self, values: Mapping[str, str]) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.append(dict(values))


def host(
    fields: Sequence[Field] = FIELDS,
    save: Saved | None = None,
    drafts: Drafts | None = None,
    intro: str = "",
    title: str = "Add an action",
) -> Host:
    return Host(
        FormDialog(
            title, fields, Saved() if save is None else save, today=TODAY, intro=intro,
            drafts=drafts,
        )
    )  # fmt: skip


async def test_every_field_is_filled_and_saved_by_keys_alone() -> None:
    saved = Saved()
    app = host(save=saved)
    async with app.run_test() as pilot:
        await pilot.press(*"Dip", "tab", *"a", "enter", *"b", "tab", *"+14", "tab")
        await pilot.press("right", "tab", *"fo", "right", "ctrl+s")
        await settled(pilot)

    assert saved == [
        {
            "title": "Dip",
            "text": "a\nb",
            "due": "2022-06-15",
            "state": "in progress",
            "team": "Focus Desk",
        }
    ]
    assert app.answers == [True]


async def test_untouched_values_are_saved_as_they_were() -> None:
    saved = Saved()
    fields = (
        Field("title", "Title", value="Dip"),
        Field("text", "Full text", FieldKind.LONG, " two\n lines\n"),
        Field("due", "Due", FieldKind.DAY, "2022-06-22"),
        Field("empty", "Met", FieldKind.DAY),
        Field("state", "State", FieldKind.CHOICE, "done", STATES),
        Field("none", "Other", FieldKind.CHOICE, "", STATES),
    )
    async with host(fields, saved).run_test() as pilot:
        await pilot.press("ctrl+s")

    assert saved == [
        {
            "title": "Dip",
            "text": " two\n lines\n",
            "due": "2022-06-22",
            "empty": "",
            "state": "done",
            "none": "",
        }
    ]


async def test_a_day_is_echoed_while_it_is_typed() -> None:
    app = host((Field("due", "Due", FieldKind.DAY, hint="Agreed with the owner"),))
    async with app.run_test() as pilot:
        assert "Agreed with the owner" in app.seen
        await pilot.press(*"31/2/22")
        await settled(pilot)
        assert '! "31/2/22" does not exist' in app.seen
        await pilot.press("home", "delete", "delete", *"28")
        await settled(pilot)
        assert "Mon 28 Feb 2022, 93 days ago" in app.seen
        assert "!" not in app.seen


async def test_a_required_field_and_a_wrong_day_keep_the_form_open() -> None:
    saved = Saved()
    app = host(save=saved)
    async with app.run_test() as pilot:
        await pilot.press("tab", "tab", *"12", "ctrl+s")
        await settled(pilot)
        assert "! Title is needed." in app.seen
        assert '! "12" is not a full date' in app.seen
        assert "2 fields to put right" in app.seen
        await pilot.press(*"Dip")
        await settled(pilot)
        assert app.dialog.query(Input).first().value == "Dip"
        assert "Title is needed" not in app.seen
    assert saved == []
    assert app.answers == []


async def test_enter_goes_on_and_saves_from_the_last_line() -> None:
    saved = Saved()
    fields = (FIELDS[0], FIELDS[3], FIELDS[4])
    async with host(fields, saved).run_test() as pilot:
        await pilot.press(*"Dip", "enter", "d", "enter", *"ARTEMIS", "enter")

    assert saved == [{"title": "Dip", "state": "done", "team": "ARTEMIS"}]


async def test_arrows_move_between_fields_and_through_long_text() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press("down", "a", "enter", "b", "up", "up")
        assert isinstance(app.focused, Input)
        await pilot.press(*"T", "down", "down", "down", *"+1", "down", "right", "up", "up", "end")
        await pilot.press("c")
        await settled(pilot)
        assert app.dialog.typed() == {
            "title": "T",
            "text": "a\nbc",
            "due": "+1",
            "state": "in progress",
            "team": "",
        }


async def test_the_focused_field_has_a_sign_of_its_own() -> None:
    app = host()
    async with app.run_test() as pilot:
        await settled(pilot)
        assert [line.split()[1:3] for line in app.lines if "▌" in line] == [["▌", "Title"]]
        await pilot.press("tab")
        await settled(pilot)
        assert [line.split()[1:3] for line in app.lines if "▌" in line] == [["▌", "Full"]]


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        (("right",), "in progress"),
        (("right", "right", "right"), "done"),
        (("left",), "planned"),
        (("end",), "done"),
        (("end", "home"), "planned"),
        (("i",), "in progress"),
        (("x",), "planned"),
        (("space",), "in progress"),
        (("backspace",), ""),
        (("backspace", "right"), "planned"),
    ],
)
async def test_choices_are_made_by_keys(keys: tuple[str, ...], state: str) -> None:
    saved = Saved()
    async with host((FIELDS[3],), saved).run_test() as pilot:
        await pilot.press(*keys, "ctrl+s")

    assert saved == [{"state": state}]


async def test_a_required_choice_cannot_be_taken_away() -> None:
    saved = Saved()
    field = Field("state", "State", FieldKind.CHOICE, "done", STATES, required=True)
    async with host((field,), saved).run_test() as pilot:
        await pilot.press("backspace", "ctrl+s")

    assert saved == [{"state": "done"}]


async def test_a_click_chooses_and_the_choice_is_marked_by_a_sign() -> None:
    app = host((FIELDS[3],))
    async with app.run_test() as pilot:
        await pilot.click(ChoiceInput, offset=(31, 0))
        await settled(pilot)
        assert "○ planned ○ in progress ● done" in app.seen


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Conflict("Somebody else changed R6 first."), "! Somebody else changed R6 first."),
        (sqlite3.OperationalError("no such table"), "could not be written (no such table)"),
    ],
)
async def test_an_error_from_saving_is_said_and_nothing_is_lost(
    error: Exception, sentence: str
) -> None:
    saved = Saved(error)
    app = host(save=saved)
    async with app.run_test() as pilot:
        await pilot.press(*"Dip", "ctrl+s")
        await settled(pilot)
        assert sentence in app.seen
        assert app.answers == []
        await pilot.press(*"ping", "ctrl+s")
        await settled(pilot)
    assert [values["title"] for values in saved] == ["Dipping"]
    assert app.answers == [True]


async def test_a_full_disk_is_named() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA max_page_count = 2")
    db.execute("CREATE TABLE t (a)")
    with pytest.raises(sqlite3.OperationalError) as full:
        db.execute("INSERT INTO t VALUES (zeroblob(99999))")
    app = host(save=Saved(full.value))
    async with app.run_test() as pilot:
        await pilot.press(*"Dip", "ctrl+s")
        await settled(pilot)
        assert "! The disk is full." in app.seen


async def test_escape_leaves_an_unchanged_form_at_once() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"x", "backspace", "escape")
        await settled(pilot)
    assert app.answers == [False]


async def test_escape_asks_before_it_discards() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press("x", "escape")
        await settled(pilot)
        assert "? Esc again leaves without saving and discards what you typed." in app.seen
        assert app.answers == []
        await pilot.press("y")
        await settled(pilot)
        assert "Esc again" not in app.seen
        await pilot.press("escape")
        await settled(pilot)
        assert app.answers == []
        await pilot.press("escape")
        await settled(pilot)
    assert app.answers == [False]


async def test_the_buttons_do_what_the_keys_do() -> None:
    saved = Saved()
    app = host((FIELDS[0],), saved)
    async with app.run_test() as pilot:
        await pilot.press(*"Dip", "tab", "enter")
        await settled(pilot)
    assert saved == [{"title": "Dip"}]
    assert app.answers == [True]


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_shown_and_saved_as_text(text: str) -> None:
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    saved = Saved()
    fields = (
        Field("line", text, value=text, hint=text, suggestions=(text + "!",)),
        Field("state", "State", FieldKind.CHOICE, text, (text, "other")),
        Field("text", "Text", FieldKind.LONG, text),
    )
    app = host(fields, saved, intro=text, title=text)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        assert app.seen.count(shown) == 7
        assert all(sign.isprintable() for line in app.lines for sign in line)
        for y, line in enumerate(app.lines):
            if shown in line:
                await pilot.click(offset=(line.index(shown) + 1, y))
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert not app.boomed
    assert [saved[0]["line"], saved[0]["text"]] == [shown, shown]


async def test_pasted_lines_are_joined_and_cleaned_and_it_is_said() -> None:
    app = host()
    async with app.run_test() as pilot:
        app.focused.post_message(events.Paste("one\r\ntwo\x1b[2J\n"))
        await settled(pilot)
        assert app.dialog.typed()["title"] == "one two\ufffd[2J"
        assert "2 lines you pasted were joined into one" in app.seen


async def test_a_paste_too_long_for_a_line_is_refused() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"Dip")
        app.focused.post_message(events.Paste("x" * LONGEST))
        await settled(pilot)
        assert app.dialog.typed()["title"] == "Dip"
        assert "Nothing was pasted" in app.seen


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 50)])
async def test_buttons_keys_and_the_focused_field_are_in_sight_at_any_size(
    size: tuple[int, int],
) -> None:
    app = host(save=Saved(Conflict("Somebody else changed R6 first.")), intro="R6\nInspection")
    async with app.run_test(size=size) as pilot:
        for label in ("Title", "Full text", "Due", "State", "Owner"):
            await settled(pilot)
            assert any("▌" in line and label in line for line in app.lines)
            await pilot.press("tab")
        await pilot.press("shift+tab", *"x", "shift+tab", "shift+tab", *"31 feb 22")
        await settled(pilot)
        assert "does not exist" in app.seen
        assert "Save Leave" in app.seen
        assert "ctrl+s save tab next field esc leave" in app.seen
        widest = max(len(line.strip()) for line in app.lines)
        assert widest <= 84
        assert all(line.rstrip().endswith("┃") for line in app.lines if "ctrl+s" in line)


async def test_a_form_survives_any_resize() -> None:
    app = host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab", "tab", "tab")
        for size in ((20, 5), (3, 2), (200, 50), (1, 1), (60, 15)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        assert any("▌" in line and "Owner" in line for line in app.lines)


async def test_nothing_blinks() -> None:
    app = host()
    async with app.run_test():
        assert not any(line.cursor_blink for line in app.dialog.query(Input))


async def test_without_drafts_nothing_is_said_of_them() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"Dip")
        await settled(pilot)
        assert "draft" not in app.seen
    assert Shelf().text is None
