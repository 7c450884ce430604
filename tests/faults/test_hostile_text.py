"""S1: whatever a text looks like, it is drawn to the letter in every widget and does nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dialog_host import TODAY, Host, settled
from driver import Person, open_at
from hostile import PAYLOADS, plant, shown
from textual.app import App, ComposeResult
from textual.events import MouseDown, MouseUp
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from store.tracker import create
from store.unit import Author
from tui.app import MattersApp
from tui.dialogs.choose import ChooseDialog, Option
from tui.dialogs.form import Field, FieldKind, FormDialog
from tui.dialogs.leave import LeaveDialog
from tui.dialogs.message import ConfirmDialog, MessageDialog
from tui.dialogs.note import NoteDialog

SEVERAL = 1
"""Payloads tried in an ordinary run; in full it is all of them."""
# Each group is pressed from the main screen, and each of its screens is read and clicked on.
WALKS = (
    ("1",), ("2",), ("3",), ("4",), ("5",), ("v",), ("x",), ("n",), ("d",), ("t",), ("o",), ("e",),
    ("f",), ("s",), ("p",), ("a",), ("L", "down"), ("b", "enter", "4", "]"), ("slash",), ("?",),
    ("shift+tab", "shift+tab"), ("tab", "4"), ("B",), ("H",), ("u",),
)  # fmt: skip


@pytest.fixture
def acted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Filled if anything drawn could be made to act."""
    found: list[str] = []
    for kind in (MattersApp, Widget, Host):
        monkeypatch.setattr(kind, "action_boom", lambda *said: found.append("boom"), raising=False)
    return found


def chosen(points) -> tuple[str, ...]:
    return PAYLOADS[:: max(1, len(PAYLOADS) // points(len(PAYLOADS), SEVERAL))]


def places(lines: list[str], literal: str) -> Iterator[tuple[int, int]]:
    """A cell in the middle of each place where a text is drawn."""
    for y, line in enumerate(lines):
        start = line.find(literal)
        if start >= 0:
            yield start + len(literal) // 2, y


def click(app: App[Any], place: tuple[int, int]) -> None:
    """Click as fast as a terminal tells of it; what that causes comes after."""
    assert app._driver is not None
    for kind in (MouseDown, MouseUp):
        event = kind(None, *place, 0, 0, 1, False, False, False, *place)
        event.set_sender(app)
        app._driver.send_message(event)


async def click_all(person: Person, literal: str) -> int:
    """Click on the text wherever it is drawn; at how many places."""
    found = list(places(person.text(), literal))
    for place in found:
        click(person.app, place)
    await person.settled()
    return len(found)


async def back(person: Person) -> None:
    """Leave whatever is open, at most four things, and the search."""
    for _ in range(5):
        if person.main.is_active:
            break
        await person.press("escape")
    assert person.main.is_active
    await person.press("escape")


async def walk(person: Person, literal: str) -> tuple[int, int]:
    """Go through every screen; on how many of them the text stands, at how many places clicked."""
    seen_on = clicked = 0
    for keys in WALKS:
        await person.press(*keys)
        drawn = person.text()
        assert all(sign.isprintable() for line in drawn for sign in line), keys
        seen_on += any(literal in line for line in drawn)
        clicked += await click_all(person, literal)
        await back(person)
    return seen_on, clicked


async def test_in_every_screen(tmp_path: Path, acted: list[str], points, figure, author) -> None:
    payloads, screens, clicks = chosen(points), 0, 0
    for number, text in enumerate(payloads):
        tracker = create(tmp_path / f"{number}.matters", author, title=text)
        plant(tracker, Author(text, author.now), [text])
        tracker.close()
        async with open_at(tracker.path, (200, 50)) as person:
            assert person.sees(f"R1 {shown(text)}"[:40])
            seen_on, clicked = await walk(person, shown(text))
        assert seen_on >= len(WALKS) - 8, text
        screens, clicks = screens + seen_on, clicks + clicked
    figure(
        "S1",
        "40 payloads in every screen, clicked: 0 actions, 0 crashes, to the letter",
        f"{len(payloads)} payloads on {screens} screens, {clicks} clicks: {len(acted)} actions",
    )
    assert acted == []


class Obedient(Host):
    """A host whose own words are markup, as ours never are."""

    def compose(self) -> ComposeResult:
        yield Static(PAYLOADS[0])


async def test_a_click_of_these_tests_would_set_off_what_is_obeyed(acted: list[str]) -> None:
    app = Obedient(MessageDialog("Title", ["Words"]))
    async with app.run_test(size=(200, 50)) as pilot:
        await settled(pilot)
        app.pop_screen()
        await settled(pilot)
        assert app.lines[0].startswith("x ")
        click(app, (0, 0))
        await settled(pilot)
    assert acted == ["boom"]


def dialogs(text: str) -> Iterator[ModalScreen[object]]:
    """Every dialog with the text in every place a text of the user's can go to."""
    kinds = (FieldKind.TEXT, FieldKind.LONG, FieldKind.CHOICE)
    fields = [Field(kind, text, kind, text, (text, "other"), text) for kind in kinds]
    yield FormDialog(text, fields, lambda values: None, today=TODAY, intro=text)
    yield FormDialog(
        text, [Field("a", text, suggestions=(text,), hint=text)], lambda values: None, today=TODAY
    )
    yield NoteDialog(text, lambda typed: None, today=TODAY, told_board=text)
    yield ChooseDialog(text, [Option("a", text, text), Option("b", f"other {text}")])
    yield MessageDialog(text, [text, text])
    yield ConfirmDialog(text, text, yes=text, no=text)
    yield LeaveDialog(text, kept=True)


async def test_in_every_dialog(acted: list[str], points, figure) -> None:
    payloads, clicks = chosen(points), 0
    for text in payloads:
        for dialog in dialogs(text):
            app = Host(dialog)
            async with app.run_test(size=(200, 50)) as pilot:
                await settled(pilot)
                literal = shown(text)
                found = list(places(app.lines, literal))
                assert found, (dialog, text)
                assert all(sign.isprintable() for line in app.lines for sign in line)
                dialog.notify(text)
                for place in found:
                    click(app, place)
                clicks += len(found)
                await settled(pilot)
    figure(
        "S1",
        "the same in every dialog and field",
        f"{len(payloads)} payloads, {clicks} clicks: {len(acted)} actions",
    )
    assert acted == []


@pytest.mark.parametrize("text", ["[/nope]", "[@click=app.boom]x", "\x1b[2J\u202e", "[redacted]"])
async def test_in_what_the_program_says(case_file: Path, acted: list[str], text: str) -> None:
    async with open_at(case_file, (200, 50), notices=True) as person:
        person.app.notify(text, title=text)
        person.main.notify(text, title=text, markup=True)
        await person.settled()
        assert person.told() == [shown(text)] * 2
        assert await click_all(person, shown(text))
        assert acted == []


async def test_a_hostile_file_name_is_literal_on_the_screen_of_backups(case_file: Path) -> None:
    renamed = case_file.rename(case_file.with_name("[b]x[nope]\u202e.matters"))
    async with open_at(renamed, (200, 50)) as person:
        await person.press("B")
        assert person.sees("0 backups of [b]x[nope]\ufffd.matters")
