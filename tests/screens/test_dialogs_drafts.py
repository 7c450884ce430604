"""What is typed outlives a crash, comes back with its moment, and goes when it is saved."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dialog_host import MORNING, TODAY, Host, Shelf, settled, until
from hypothesis import given
from hypothesis import strategies as st

from store import drafts
from store.errors import ReadOnly
from store.text import clean
from store.tracker import create, open_tracker
from store.unit import Author
from tui.dialogs.drafts import Drafts, Kept, pack, unpack
from tui.dialogs.form import Field, FieldKind, FormDialog
from tui.dialogs.note import NoteDialog
from tui.dialogs.writing import WritingDialog

AUTHOR = Author("Ann Example", lambda: MORNING)
FIELDS = (
    Field("title", "Title", required=True),
    Field("text", "Full text", FieldKind.LONG),
    Field("due", "Due", FieldKind.DAY),
    Field("state", "State", FieldKind.CHOICE, "planned", ("planned", "done")),
)


def form(kept: Drafts, saved: list[object] | None = None) -> Host:
    save = saved.append if saved is not None else lambda values: None
    return Host(FormDialog("Add an action", FIELDS, save, today=TODAY, drafts=kept))


def note(kept: Drafts, saved: list[str] | None = None) -> Host:
    save = saved.append if saved is not None else lambda text: None
    return Host(NoteDialog("R6", save, today=TODAY, drafts=kept))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "drafts.matters"
    create(place, AUTHOR).close()
    return place


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    tracker = open_tracker(path)
    yield tracker.db
    tracker.close()


def in_file(db: sqlite3.Connection, key: str = "note:R6") -> Drafts:
    def load() -> str | None:
        found = drafts.get(db, key)
        return found.text if found else None

    return Drafts(
        key,
        load,
        lambda text: drafts.save(db, key, text, AUTHOR),
        lambda: drafts.drop(db, key),
        lambda: MORNING,
    )


def test_the_draft_is_kept_within_half_a_second() -> None:
    assert WritingDialog.DRAFT_DELAY <= 0.5


async def test_a_note_thrown_away_mid_word_comes_back_in_a_new_program(path: Path) -> None:
    first = open_tracker(path)
    app = note(in_file(first.db))
    async with app.run_test() as pilot:
        await pilot.press(*"Ask for", "enter", *"the pap")
        await until(pilot, lambda: "the pap" in str(in_file(first.db).load()))
        assert "draft kept 09:43" in app.seen
    first.close()

    second, saved = open_tracker(path), []
    app = note(in_file(second.db), saved)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Restored what you were typing on 1 June at 09:43" in app.seen
        assert "Ask for" in app.seen
        await pilot.press(*"er", "ctrl+s")
        await settled(pilot)
    assert saved == ["Ask for\nthe paper"]
    assert drafts.listed(second.db) == []
    second.close()


async def test_every_field_of_a_form_comes_back_as_typed(db: sqlite3.Connection) -> None:
    app = form(in_file(db))
    async with app.run_test() as pilot:
        await pilot.press(*"Dip", "tab", *"[/x]", "enter", "tab", *"31 fe", "tab", "right")
        typed = app.dialog.typed()
        app.dialog.keep_draft()

    again = form(in_file(db))
    async with again.run_test() as pilot:
        await settled(pilot)
        assert again.dialog.typed() == typed
        assert "[/x]" in again.seen
    assert typed == {"title": "Dip", "text": "[/x]\n", "due": "31 fe", "state": "done"}


async def test_typing_is_kept_by_the_clock_and_not_by_the_key() -> None:
    shelf = Shelf()
    app = note(shelf.drafts())
    async with app.run_test() as pilot:
        await pilot.press(*"a long sentence")
        await until(pilot, lambda: shelf.text is not None)
        await until(pilot, lambda: "a long sentence" in str(shelf.text))
        assert shelf.times_kept <= 4


async def test_leaving_with_a_draft_keeps_it_and_says_so() -> None:
    shelf = Shelf()
    app = form(shelf.drafts())
    async with app.run_test() as pilot:
        await pilot.press(*"Dip", "escape")
        await settled(pilot)
        assert "? Esc again leaves without saving; the draft is kept." in app.seen
        await pilot.press("escape")
        await settled(pilot)
    assert app.answers == [False]
    assert '"Dip"' in str(shelf.text)


async def test_typing_back_to_the_start_takes_the_draft_away() -> None:
    shelf = Shelf(pack({"title": "D"}, MORNING))
    app = form(shelf.drafts())
    async with app.run_test() as pilot:
        await pilot.press("end", "backspace", "escape")
        await settled(pilot)
    assert app.answers == [False]
    assert shelf.text is None


async def test_a_restored_draft_can_be_put_aside() -> None:
    shelf = Shelf(pack({"note": "old words"}, MORNING))
    app = note(shelf.drafts())
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "ctrl+r starts afresh" in app.seen
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert "old words" not in app.seen
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert "old words" in app.seen
        await pilot.press("ctrl+y", "escape")
        await settled(pilot)
    assert app.answers == [False]
    assert shelf.text is None


async def test_saving_drops_the_draft() -> None:
    shelf, saved = Shelf(), []
    app = note(shelf.drafts(), saved)
    async with app.run_test() as pilot:
        await pilot.press(*"words")
        app.dialog.keep_draft()
        assert shelf.text is not None
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert saved == ["words"]
    assert shelf.text is None


async def test_a_draft_that_cannot_be_kept_is_said_and_typing_goes_on() -> None:
    shelf, saved = Shelf(fails=ReadOnly("The folder cannot be written.")), []
    app = note(shelf.drafts(), saved)
    async with app.run_test() as pilot:
        await pilot.press(*"abc")
        await until(pilot, lambda: "The draft was not kept: The folder" in app.seen)
        await pilot.press("d", "escape")
        await settled(pilot)
        assert "discards what you typed" in app.seen
        shelf.fails = None
        await pilot.press("e")
        await until(pilot, lambda: "draft kept 09:43" in app.seen)
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert saved == ["abcde"]


async def test_a_read_only_tracker_says_so_too(path: Path) -> None:
    tracker = open_tracker(path, read_only=True)
    app = note(in_file(tracker.db))
    async with app.run_test() as pilot:
        await pilot.press(*"abc")
        await until(pilot, lambda: "The draft was not kept: The tracker cannot" in app.seen)
        assert app.dialog.unsaved
    tracker.close()


@pytest.mark.parametrize(
    "text",
    ["", "words", "[]", "{}", "null", '{"kept": 1, "typed": {}}', '{"kept": "x", "typed": {}}',
     json.dumps({"kept": "2022-06-01T09:43:00+00:00", "typed": ["a"]})],
)  # fmt: skip
async def test_a_draft_of_another_form_is_left_alone(text: str) -> None:
    shelf = Shelf(text)
    app = form(shelf.drafts())
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Restored" not in app.seen
        await pilot.press("escape")
        await settled(pilot)
    assert shelf.text == text


async def test_a_choice_no_longer_offered_is_not_restored() -> None:
    shelf = Shelf(pack({"state": "abandoned", "gone": "x", "title": "Dip"}, MORNING))
    app = form(shelf.drafts())
    async with app.run_test() as pilot:
        await settled(pilot)
        assert app.dialog.typed()["state"] == "planned"
        assert app.dialog.typed()["title"] == "Dip"


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=50), max_size=4))
def test_what_is_packed_comes_back_cleaned(typed: dict[str, str]) -> None:
    found = unpack(clean(pack(typed, MORNING)))

    assert found == Kept({key: clean(words) for key, words in typed.items()}, MORNING)


def test_the_moment_is_said_in_words() -> None:
    assert Kept({}, datetime(2022, 6, 1, 9, 3, tzinfo=UTC)).said() == "1 June at 09:03"
