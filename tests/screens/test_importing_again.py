"""An import left, kept, gone on with; the same document again, a newer one, one typed in."""

from pathlib import Path

from bringing_in import (
    LETTER,
    NEWER,
    REPORT,
    at_work,
    cursor,
    read,
    save,
    session,
    shown,
    titles,
    to,
    waited,
)

from store.unit import unit
from tui.dialogs.files import FilesDialog
from tui.screens.importing_rows import LEFT_OUT


async def test_what_was_imported_before_is_not_saved_again(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await save(person)
        await read(person, "report.txt")
        assert person.sees("imported before as D1: nothing of it is saved again")
        await person.press("s")
        assert "There is nothing to save." in person.told()[-1]
        await person.press("escape")
        assert len(titles(person)) == 3


async def test_leaving_asks_and_what_was_done_can_be_gone_on_with(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt", "letter.txt")
        await to(person, "blankets")
        await person.press("space", "escape")
        assert person.sees("Nothing is saved yet")
        await person.press("enter")
        assert shown(person)
        await person.choose("escape", "go on later")
        await person.reopen()
        await person.press("i")
        assert person.sees("Go on with report.txt, letter.txt")
        await person.press("enter")
        await waited(person, lambda: shown(person) is not None and session(person).edits)
        await to(person, "blankets")
        assert cursor(person).startswith(LEFT_OUT)
        await person.choose("escape", "forget")
        await person.press("i")
        assert isinstance(person.app.screen, FilesDialog)


async def test_a_crash_costs_no_edit(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await to(person, "blankets")
        await person.press("space")
        count = "SELECT count(*) FROM drafts WHERE key = 'import:documents'"
        await waited(person, lambda: person.tracker.db.execute(count).fetchone()[0] == 1)
        await person.reopen()
        await person.press("i", "enter")
        await waited(person, lambda: shown(person) is not None and session(person).edits)
        assert person.sees("2 of 3 findings taken")


async def test_what_was_kept_is_not_made_again_over_another_file(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await to(person, "blankets")
        await person.press("space")
        await person.choose("escape", "go on later")
        (Path.cwd() / "report.txt").write_text(REPORT + "\nMore.\n", encoding="utf-8")
        await person.press("i", "enter")
        await waited(person, lambda: shown(person) is not None)
        assert any("have changed since" in said for said in person.told())
        assert person.sees("3 findings taken")


async def test_a_newer_version_is_shown_beside_the_older_and_nothing_is_doubled(
    file: Path,
) -> None:
    (Path.cwd() / "newer.txt").write_text(NEWER, encoding="utf-8")
    async with at_work(file) as person:
        await read(person, "report.txt")
        await save(person)
        await read(person, "newer.txt")
        assert person.sees("in the tracker: 1 same, 1 changed, 1 new, 1 gone")
        await to(person, "Reviews how often")
        assert cursor(person).endswith("≠ R1 changed")
        assert person.sees("[-three-] months")
        assert person.sees("[+four+] months")
        await to(person, "repaints the c")
        assert cursor(person).endswith("= R2 same")
        await to(person, "Tells the panel")
        assert cursor(person).endswith("+ new")
        await to(person, "R3 “We recommend")
        assert person.sees("ask whether it was withdrawn")
        await save(person)
        found = titles(person)
        assert len(found) == 4
        assert "four months" in found[0]
        await person.press("u")
        assert "three months" in titles(person)[0]
        assert len(titles(person)) == 3


async def test_a_finding_is_said_to_be_new_or_another_record(file: Path) -> None:
    (Path.cwd() / "newer.txt").write_text(NEWER, encoding="utf-8")
    async with at_work(file) as person:
        await read(person, "report.txt")
        await save(person)
        await read(person, "newer.txt")
        await to(person, "Reviews how often")
        await person.choose("r", "a new one")
        assert cursor(person).endswith("+ new")
        await to(person, "Tells the panel")
        await person.choose("r", "R3 blankets")
        assert cursor(person).endswith("≠ R3 changed")
        await save(person)
        assert ["four" in text for text in titles(person)] == [False, False, False, True]
        assert "every June" in titles(person)[2]


async def test_a_report_typed_in_before_is_completed_to_the_letter(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await save(person)
        db = person.tracker.db
        with unit(db, "As if typed", person.app.desk.author) as change:
            row = db.execute("SELECT rev FROM documents").fetchone()
            change.change("documents", 1, row[0], sha256="", file_name="")
            for key in (1, 2, 3):
                (rev,) = db.execute(
                    "SELECT rev FROM recommendations WHERE id = ?", (key,)
                ).fetchone()
                change.change("recommendations", key, rev, text=f"Our words {key}", of_record=False)
        await read(person, "report.txt")
        assert person.sees("completes D1, typed in before")
        assert person.sees("in the tracker: 3 in our own words so far")
        await to(person, "blankets")
        assert cursor(person).endswith("≈ R3 wording")
        assert person.sees("Our words 3")
        await save(person)
        assert len(titles(person)) == 3
        assert "buys new blankets" in titles(person)[2]
        assert db.execute("SELECT count(*) FROM documents").fetchone()[0] == 1


async def test_a_letter_finds_the_report_that_was_imported_before_beside_it(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await save(person)
        await read(person, "report.txt", "letter.txt")
        assert person.sees("Import 1 of 2 · report.txt")
        await person.press("right_square_bracket")
        await to(person, "repaints the c")
        assert "→ R2 sure" in cursor(person)
        await save(person)
        answered = person.tracker.db.execute("SELECT DISTINCT recommendation FROM answers")
        assert {row[0] for row in answered} == {1, 2}


async def test_a_newer_letter_brings_only_the_answers_that_are_others(file: Path) -> None:
    newer = LETTER.replace("The paint has been ordered.", "The cells were painted in May 2024.")
    (Path.cwd() / "newer.txt").write_text(newer, encoding="utf-8")
    async with at_work(file) as person:
        await read(person, "report.txt", "letter.txt")
        await save(person)
        await read(person, "newer.txt")
        assert person.sees("1 of 2 answers taken")
        await to(person, "Reviews how often")
        assert person.sees("Not taken: the same answer is")
        await save(person)
        texts = [row[0] for row in person.tracker.db.execute("SELECT text FROM responses")]
        assert len(texts) == 3
        assert sum("paint" in text for text in texts) == 2
        actions = person.tracker.db.execute("SELECT count(*) FROM actions").fetchone()[0]
        assert actions == 3
