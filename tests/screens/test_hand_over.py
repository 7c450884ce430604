"""Handing over from the screen: warned, asked twice, written; nothing of the passphrase kept."""

from pathlib import Path

import pytest
from driver import Person, open_at
from quick_age import Quick

from store import drafts, handover
from store.handover import receive

WORDS = "correct horse battery"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "_library", Quick)


async def ask(person: Person, *typed: str) -> None:
    await person.press("H", "tab")
    for words in typed:
        await person.type(words)
        await person.press("tab")
    await person.press("ctrl+s")


async def until_told(person: Person, words: str) -> None:
    for _ in range(200):
        if any(words in told for told in person.told()):
            return
        await person.pilot.pause(0.02)
    raise AssertionError(person.told())


async def test_a_copy_is_written_and_opens_again(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await ask(person, WORDS, WORDS)
        await until_told(person, "Written and read back")
        assert drafts.listed(person.tracker.db) == []
    sealed = case_file.with_name(case_file.name + ".age")
    opened = receive(sealed, case_file.with_name("opened.matters"), WORDS)
    async with open_at(opened) as person:
        assert person.sees("R2")


async def test_the_passphrase_is_never_shown(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("H")
        assert person.sees("nobody can open it then")
        await person.press("tab")
        await person.type(WORDS)
        assert not person.sees(WORDS)
        assert not person.sees("correct")
        assert person.sees("•" * len(WORDS))


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("short", "short", "too short"), (WORDS, WORDS + "x", "not the same")],
)
async def test_a_poor_passphrase_is_refused_in_the_form(
    case_file: Path, first: str, second: str, said: str
) -> None:
    async with open_at(case_file) as person:
        await ask(person, first, second)
        assert person.sees(said)
    assert not list(case_file.parent.glob("*.age"))


async def test_where_there_is_a_file_it_stays(case_file: Path) -> None:
    there = case_file.with_name(case_file.name + ".age")
    there.write_text("mine")
    async with open_at(case_file) as person:
        await ask(person, WORDS, WORDS)
        assert person.sees("There is already a file at")
    assert there.read_text() == "mine"
