"""Keys read in one go, as on a slow line: letters go where they were meant to, not to commands."""

from pathlib import Path

import pytest
from dialog_host import until
from driver import open_at

from store import history
from tui.dialogs.note import NoteDialog


async def test_letters_after_a_slash_are_looked_for(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.note("Not to be taken back")
        before = history.newest(person.tracker.db)
        await person.type("/unit n d t")
        find = person.main.find
        assert find is not None
        assert find.value == "unit n d t"
        assert person.main.is_active
        assert history.newest(person.tracker.db) == before


async def test_words_after_the_key_that_opens_a_note_stand_in_the_note(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.type("nunder way")
        await until(person.pilot, lambda: person.sees("under way"))
        assert isinstance(person.app.screen, NoteDialog)
        assert person.sees("under way")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_tabs_in_one_go_pass_from_pane_to_pane(
    case_file: Path, size: tuple[int, int]
) -> None:
    async with open_at(case_file, size) as person:
        places = []
        for _ in range(3):
            await person.press("tab")
            places.append(person.main.place)
        await person.press("shift+tab", "shift+tab", "shift+tab")
        await person.type("\t\t\t")
        assert person.main.place == places[-1]
