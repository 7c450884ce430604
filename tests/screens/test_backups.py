"""Looking after the file from the screen: backups, restoring, the check, and damage found."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from driver import MOMENT, Person, open_at

from store import backups, checking, notes
from store.backups import Why
from store.telling import untold
from store.unit import unit
from tui import upkeep
from tui.dialogs.message import ConfirmDialog, MessageDialog
from tui.screens.backups import BackupsScreen


@pytest.fixture
def backed_up(case_file: Path) -> Path:
    """The example with a backup of yesterday."""
    backups.make(case_file, Why.DAILY, MOMENT - timedelta(days=1))
    return case_file


async def rested(person: Person) -> None:
    """Wait until long work beside the screen has ended and is drawn."""
    for _ in range(200):
        await person.pilot.pause(0.01)
        if "being looked into" not in person.seen() and "Stop" not in person.seen():
            return
    raise AssertionError("it never ended")


async def open_backups(person: Person) -> BackupsScreen:
    await person.press("B")
    await rested(person)
    screen = person.app.screen
    assert isinstance(screen, BackupsScreen)
    return screen


def noted(person: Person, text: str) -> None:
    with unit(person.app.desk.db, f"Note: {text}", person.app.desk.author) as change:
        notes.add(change, person.subject("R6"), text, on=MOMENT.date())


def damage(path: Path) -> None:
    whole = path.read_bytes()
    at = whole.rindex(b"Cambridgeshire")
    path.write_bytes(whole[:at] + b"Kambridgeshire" + whole[at + 14 :])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_list_says_how_each_differs(backed_up: Path, size: tuple[int, int]) -> None:
    async with open_at(backed_up, size) as person:
        noted(person, "Since the backup")
        await open_backups(person)
        assert "1 change behind the present file" in person.seen()
        assert "Note: Since the backup" in person.seen()


async def test_a_long_name_and_many_changes_are_not_cut_off(case_file: Path) -> None:
    path = case_file.with_name(f"{'recommendations ' * 5}2026.matters")
    case_file.rename(path)
    backups.make(path, Why.BEFORE_RESTORE, MOMENT)
    async with open_at(path, (80, 24)) as person:
        noted(person, "One")
        noted(person, "Two")
        await open_backups(person)
        title, _, row = person.text()[:3]
        assert title.startswith("┏━ 1 backup of recommendations")
        assert "before restore  2 changes behind  " in row


async def test_without_a_backup_it_says_which_key_makes_one(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await open_backups(person)
        assert "There is no backup yet. Press n to make one." in person.seen()
        await person.press("n")
        await rested(person)
        await rested(person)
        assert "the same as the present file" in person.seen()
    (made,) = backups.listed(case_file)
    assert made.why is Why.ASKED


async def test_a_backup_is_brought_back_after_a_question(backed_up: Path) -> None:
    async with open_at(backed_up) as person:
        noted(person, "Since the backup")
        await open_backups(person)
        await person.press("enter")
        assert isinstance(person.app.screen, ConfirmDialog)
        await person.press("y")
        assert person.app.screen is person.main
        db = person.app.desk.db
        assert db.execute("SELECT count(*) FROM notes").fetchone() == (0,)
        person.tracker = person.app.desk.tracker
        assert person.tracker.read_only == ""
        noted(person, "Goes on")
        assert checking.check(db) == []
        db.close()
    assert {one.why for one in backups.listed(backed_up)} == {Why.DAILY, Why.BEFORE_RESTORE}


async def test_no_keeps_the_file(backed_up: Path) -> None:
    async with open_at(backed_up) as person:
        noted(person, "Since the backup")
        await open_backups(person)
        await person.press("enter", "n")
        assert isinstance(person.app.screen, BackupsScreen)
        await person.press("escape")
        assert person.app.screen is person.main
    assert len(backups.listed(backed_up)) == 1


async def test_a_backup_that_is_not_sound_is_not_brought_back(backed_up: Path) -> None:
    damage(backups.listed(backed_up)[0].path)
    async with open_at(backed_up) as person:
        await open_backups(person)
        assert "not sound" in person.seen()
        await person.press("enter")
        assert isinstance(person.app.screen, BackupsScreen)


async def test_a_read_only_tracker_shows_its_backups_and_keeps_its_file(backed_up: Path) -> None:
    before = backed_up.read_bytes()
    async with open_at(backed_up, read_only=True) as person:
        await open_backups(person)
        await person.press("enter")
        assert isinstance(person.app.screen, BackupsScreen)
    assert backed_up.read_bytes() == before


async def test_back_up_now_from_the_main_screen(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("S")
        await rested(person)
    assert len(backups.listed(case_file)) == 1


async def test_the_check_of_a_whole_file(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("C")
        await rested(person)
        assert "The file is whole" in person.seen()


async def test_the_check_names_what_was_altered(case_file: Path) -> None:
    damage(case_file)
    async with open_at(case_file) as person:
        await person.press("C")
        await rested(person)
        assert "The file is not whole" in person.seen()
        assert "Chain of the log: From change" in person.seen()


class TestDamageFoundOnOpening:
    async def test_makes_the_tracker_read_only_at_once_and_says_what_to_do(
        self, backed_up: Path
    ) -> None:
        damage(backed_up)
        async with open_at(backed_up) as person:
            desk = person.app.desk
            cared = upkeep.care(desk.tracker, desk.author, untold)
            upkeep.stop_writing(person.app, cared)
            await person.settled()
            assert isinstance(person.app.screen, MessageDialog)
            for words in ("What was found: From change", "What is safe:", "What to do:"):
                assert words in person.seen()
            assert "The newest sound backup is of" in person.seen()
            await person.press("escape")
            assert "READ ONLY" in person.seen()
            await person.press("n")
            assert person.app.screen is person.main

    async def test_can_be_mended_from_the_backups(self, backed_up: Path) -> None:
        damage(backed_up)
        async with open_at(backed_up) as person:
            desk = person.app.desk
            upkeep.stop_writing(person.app, upkeep.care(desk.tracker, desk.author, untold))
            await person.settled()
            await person.press("escape")
            await open_backups(person)
            await person.press("enter", "y")
            assert person.app.screen is person.main
            assert desk.tracker.read_only == ""
            assert checking.check(desk.db) == []
            desk.db.close()

    async def test_a_sound_file_is_backed_up_once_a_day(self, case_file: Path) -> None:
        async with open_at(case_file) as person:
            desk = person.app.desk
            first = upkeep.care(desk.tracker, desk.author, untold)
            second = upkeep.care(desk.tracker, desk.author, untold)
        assert (first.wrong, first.made is not None) == ("", True)
        assert second == upkeep.Cared()

    async def test_a_large_file_is_looked_into_in_its_backup(
        self, case_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(upkeep, "LARGE", 1)
        damage(case_file)
        async with open_at(case_file) as person:
            desk = person.app.desk
            cared = upkeep.care(desk.tracker, desk.author, untold)
        assert cared.wrong.startswith("From change")
        assert backups.listed(case_file) == []

    async def test_a_folder_that_takes_no_backup_is_told_quietly(self, case_file: Path) -> None:
        backups.folder_of(case_file).write_text("in the way")
        async with open_at(case_file) as person:
            desk = person.app.desk
            cared = upkeep.care(desk.tracker, desk.author, untold)
        assert "No backup was made in" in cared.failed

    async def test_a_fault_that_comes_of_damage_says_so(self, case_file: Path) -> None:
        assert upkeep.refusal_if_damaged(case_file) == ""
        damage(case_file)
        assert "damaged or was altered" in upkeep.refusal_if_damaged(case_file)


async def test_esc_stops_looking_into_backups(backed_up: Path) -> None:
    for number in range(5):
        one = backups.listed(backed_up)[0].path
        shutil.copy(one, one.with_name(one.name.replace("08.43", f"0{number}.43")))
    async with open_at(backed_up) as person:
        await person.press("B", "escape")
        assert person.app.screen is person.main
