"""What looks like markup or a terminal's orders is shown as the letters it is, everywhere."""

from pathlib import Path

import pytest
from driver import Person, open_at

from store import notes, owners, recommendations
from store.unit import Author, unit
from store.vocabulary import OwnerKind
from tui.app import MattersApp

HOSTILE = ("[/x]", "[@click=app.boom]x", "\x1b]52;c;x", "[red]r[/]", "\x9b2Jc", "\u202eevil")


def shown(text: str) -> str:
    """The text as it may be drawn: what cannot be printed stands as a replacement sign."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def plant(person: Person, text: str) -> None:
    """Put the text into the title, the owner and a note of R2."""
    db, author = person.tracker.db, Author("Ann Example", lambda: person.moment)
    subject = person.subject("R2")
    with unit(db, f"Unit {text}", author) as change:
        owner = owners.add(change, text, OwnerKind.PERSON)
        recommendations.edit(
            change, recommendations.get(db, subject.id), title=text, theme=text, owner=owner
        )
        notes.add(change, subject, f"Note {text}", on=person.app.desk.today)


@pytest.fixture
def boomed(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Filled if anything on the screen could be made to act."""
    found: list[bool] = []
    monkeypatch.setattr(MattersApp, "action_boom", lambda app: found.append(True), raising=False)
    return found


@pytest.mark.parametrize("text", HOSTILE)
async def test_it_is_literal_on_every_screen(
    case_file: Path, text: str, boomed: list[bool]
) -> None:
    literal = shown(text)
    async with open_at(case_file, (200, 50)) as person:
        plant(person, text)
        person.main.reload()
        await person.settled()
        assert person.sees(f"R2 {literal}")
        await person.press("4")
        assert person.sees(f"Note {literal}")
        for keys in (
            ("5",), ("1",), ("L",), ("escape", "n"), ("escape", "d"), ("escape", "t"),
            ("escape", "o"), ("escape", "e"), ("escape", "f"), ("escape", "b"), ("enter",),
        ):  # fmt: skip
            await person.press(*keys)
            assert literal in person.seen(), keys
            drawn = person.text()
            assert all(sign.isprintable() for line in drawn for sign in line), keys
            await click_each(person, literal, keys)
        assert not boomed


async def click_each(person: Person, literal: str, keys: tuple[str, ...]) -> None:
    """Click on the text where clicking does not take the person elsewhere."""
    if keys[-1] not in ("5", "1", "n", "t", "e"):
        return
    for y, line in enumerate(person.text()):
        if literal in line:
            await person.pilot.click(offset=(line.index(literal) + 1, y))
    await person.settled()


@pytest.mark.parametrize("text", ["[/x]", "[@click=app.boom]x", "[redacted]"])
async def test_it_can_be_typed_as_a_note_and_is_told_as_it_is(case_file: Path, text: str) -> None:
    async with open_at(case_file) as person:
        await person.note(text)
        await person.press("4")
        assert person.sees(text)
        (note,) = notes.of(person.tracker.db, person.subject("R2"), person.app.desk.today)
        assert note.text == text
        await person.press("u")
        assert "Undone: Note on R2. U does it again." in person.told()


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_is_told_at_the_edge_of_the_screen_is_literal(
    case_file: Path, text: str, boomed: list[bool]
) -> None:
    async with open_at(case_file, notices=True) as person:
        plant(person, text)
        await person.press("u")
        assert person.sees("Undone: Unit")
        assert person.sees(f"Unit {shown(text)}")
        for y, line in enumerate(person.text()):
            if f"Unit {shown(text)}" in line:
                await person.pilot.click(offset=(line.index("Unit") + 6, y))
        await person.settled()
        assert not boomed


@pytest.mark.parametrize("text", ["[/x]", "[@click=app.boom]x"])
async def test_it_can_be_looked_for(case_file: Path, text: str) -> None:
    async with open_at(case_file) as person:
        await person.press("slash")
        await person.type(text)
        assert person.sees(f"“{text}”")
        await person.press("escape")
        assert len(person.refs) == 13


async def test_a_hostile_file_name_is_literal(case_file: Path) -> None:
    renamed = case_file.rename(case_file.with_name("[@click=app.boom][b]x.matters"))
    async with open_at(renamed) as person:
        assert "[@click=app.boom][b]x.matters" in person.text()[0]


@pytest.mark.parametrize("text", HOSTILE)
async def test_an_owner_is_offered_by_its_letters(
    case_file: Path, text: str, boomed: list[bool]
) -> None:
    async with open_at(case_file) as person:
        plant(person, text)
        await person.press("o")
        await person.type("person")
        await person.press("end", *["pagedown"] * 3)
        assert person.sees(f"{shown(text)} person")
        assert not boomed
