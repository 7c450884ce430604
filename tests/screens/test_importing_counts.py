"""What is asked before an import is saved says the same as what is told after it."""

from pathlib import Path

import pytest
from bringing_in import NEWER, at_work, read, save, to, waited
from little_case import everything

from tui.dialogs.message import ConfirmDialog


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ((), ("report.txt",)),
        ((), ("report.txt", "letter.txt")),
        (("report.txt",), ("newer.txt",)),
        (("report.txt",), ("report.txt", "letter.txt")),
        (("report.txt", "letter.txt"), ("review.txt",)),
    ],
)
async def test_before_and_after_count_alike(
    file: Path, before: tuple[str, ...], names: tuple[str, ...]
) -> None:
    (Path.cwd() / "newer.txt").write_text(NEWER, encoding="utf-8")
    async with at_work(file) as person:
        if before:
            await read(person, *before)
            await save(person)
        await read(person, *names)
        kept = everything(person.tracker.db)
        await person.press("s")
        dialog = person.app.screen
        assert isinstance(dialog, ConfirmDialog)
        assert everything(person.tracker.db) == kept, "asking writes nothing"
        asked = [one for one in dialog._sentences if one.startswith(names[-1])]
        await person.press("y")
        await waited(person, lambda: person.app.screen is person.main)
        counts = asked[0].partition(": ")[2].removesuffix(".")
        assert any(word.isdigit() for word in counts.split())
        assert f": {counts}. " in person.told()[-1]


async def test_what_is_left_out_is_counted_neither_before_nor_after(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await to(person, "blankets")
        await person.press("space", "s")
        assert person.sees("report.txt: 2 recommendations, ")
        await person.press("y")
        await waited(person, lambda: person.app.screen is person.main)
        assert ": 2 recommendations, " in person.told()[-1]
