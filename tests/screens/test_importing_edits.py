"""Putting right by keys what was read: take, leave out, change, make one of two, pair."""

from pathlib import Path

from bringing_in import LETTER, at_work, cursor, read, save, session, titles, to

from tui.screens.importing_rows import LEFT_OUT, TAKEN


async def test_what_is_left_out_is_not_saved_and_a_look_alike_is_taken_by_one_key(
    file: Path,
) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await to(person, "blankets")
        assert cursor(person).startswith(f"{TAKEN} 3")
        await person.press("space")
        assert cursor(person).startswith(f"{LEFT_OUT} 3")
        assert person.sees("2 of 3 findings taken (the document says 3")
        await to(person, "The force should think")
        assert person.sees("Not taken: it is narrative")
        await person.press("space")
        assert cursor(person).startswith(TAKEN)
        await to(person, "repaints the c")
        await person.press("x")
        await person.type("done before the report came")
        await person.press("tab", "ctrl+s")
        assert person.sees("Not taken: done before the report came")
        await save(person)
        assert [text.split()[1] for text in titles(person)] == ["force", "recommend"]
        (note,) = person.tracker.db.execute("SELECT subject_kind, text FROM notes").fetchall()
        assert note[0] == "document"
        assert "because done before the report came." in note[1]
        assert note[1].count("Left out on import (line ") == 2
        assert "how often cells are visited" in titles(person)[1]


async def test_edits_are_taken_back_one_by_one_and_made_again(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        before = session(person).proposals
        await to(person, "blankets")
        await person.press("space", "asterisk", "u")
        assert cursor(person).startswith(LEFT_OUT)
        await person.press("u")
        assert session(person).proposals == before
        await person.press("u")
        assert "Nothing has been done here yet." in person.told()
        await person.press("U", "ctrl+y", "U")
        assert session(person).proposals == before
        assert "Nothing was taken back." in person.told()


async def test_fields_are_ours_and_another_wording_is_marked(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await to(person, "blankets")
        await person.press("e")
        await person.type("Blankets")
        await person.press("ctrl+s")
        assert cursor(person).startswith("● 3 Blankets")
        await to(person, "repaints the c")
        await person.press("e", *["tab"] * 7, "end")
        await person.type(" Twice.")
        await person.press("ctrl+s")
        assert cursor(person).startswith("● 2*")
        assert person.sees("The wording was changed by hand. The document says:")
        await save(person)
        db = person.tracker.db
        kept = db.execute("SELECT title, text, of_record FROM recommendations ORDER BY id")
        assert [(row[0], row[2]) for row in kept][1:] == [
            ("Northmere Police repaints the cells. Twice", 0),
            ("Blankets", 1),
        ]
        asked = [row[0] for row in db.execute("SELECT text FROM queries")]
        assert any("changed by hand" in text and "repaints the cells." in text for text in asked)


async def test_two_findings_are_made_one_and_one_two(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await to(person, "Reviews how often")
        await person.press("m", "enter")
        assert person.sees("2 findings taken (the document says 3")
        await person.press("c")
        await person.type("It should write")
        await person.press("enter")
        assert person.sees("3 findings taken (the document says 3")
        await save(person)
        assert [text.split()[0] for text in titles(person)] == ["We", "It", "We"]


async def test_an_answer_is_given_another_finding_and_its_likeness_is_shown(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt", "letter.txt")
        await person.press("right_square_bracket")
        await to(person, "repaints the c")
        assert "→ 2 sure" in cursor(person)
        assert person.sees("Sure (match 1.00 of 1, next best 0.")
        await person.press("r")
        assert person.sees("1.00 2 We recommend that, by 31 March 2025")
        await person.type("blankets")
        await person.press("enter")
        assert "→ 3 chosen" in cursor(person)
        assert person.sees("As chosen; another finding is more alike")
        await person.press("G")
        await to(person, "Finding 2")
        await save(person)
        (found,) = person.tracker.db.execute(
            "SELECT recommendation FROM numbers WHERE number = '1' AND document = 2"
        )
        assert found[0] == 3


async def test_an_answer_is_put_into_other_words_and_is_no_longer_of_record(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt", "letter.txt")
        await person.press("right_square_bracket")
        await to(person, "repaints the c")
        await person.press("e", "tab", "ctrl+end")
        await person.type(" It is blue.")
        await person.press("ctrl+s")
        assert person.sees("* by hand")
        assert person.sees("The paint has been ordered. It is blue.")
        await save(person)
        db = person.tracker.db
        found = db.execute("SELECT text, of_record FROM responses ORDER BY id").fetchall()
        assert ("The paint has been ordered. It is blue.", 0) in [tuple(row) for row in found]
        assert sum(row[1] for row in found) == len(found) - 1
        (asked,) = db.execute(
            "SELECT text FROM queries WHERE text LIKE '%changed by hand%'"
        ).fetchone()
        assert "“The paint has been ordered.”" in asked
        (Path.cwd() / "newer.txt").write_text(f"{LETTER}\nA line more.\n", encoding="utf-8")
        await read(person, "newer.txt")
        await to(person, "repaints the c")
        assert person.sees("Not taken: the same answer is in the")


async def test_the_kind_and_the_day_and_the_inspection_are_chosen(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await to(person, "blankets")
        await person.choose("K", "area for improvement")
        assert person.sees("area for improvement, line")
        edits = len(session(person).edits)
        await person.press("p", "ctrl+s")
        assert person.told()[-1] == "Nothing to change: published March 2024 (month only) already."
        assert len(session(person).edits) == edits
        await person.press("p")
        await person.write("4/3/2024")
        await person.press("ctrl+s")
        assert person.sees("published Mon 4 Mar 2024")
        await to(person, "Reviews how often")
        assert "4 Jun 2024" in cursor(person)
        await save(person)
        await read(person, "letter.txt")
        await person.choose("i", "I1")
        assert person.sees("→ I1, as you chose")
