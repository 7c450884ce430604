"""Bringing documents in by keys: look it through, put it right, save it, take it back."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from driver import MOMENT, Person, open_at

from store import history, recommendations
from store.models import Subject, SubjectKind
from store.tracker import create
from store.unit import Author, unit
from tui.dialogs.files import FilesDialog
from tui.screens.importing import ImportScreen
from tui.screens.importing_rows import LEFT_OUT, TAKEN

REPORT = """Inspection of custody at Northmere Police

Published: March 2024

1. Custody

The force should think about its cells.

We have made three recommendations.

Recommendations

We recommend that, within three months, Northmere Police reviews how often cells are visited. It
should write down every visit.

We recommend that, by 31 March 2025, Northmere Police repaints the cells.

We recommend that Northmere Police immediately buys new blankets.
"""
LETTER = """15 April 2024

Dear Home Secretary

Response to the report: Inspection of custody at Northmere Police

I am writing under section 55 of the Police Act 1996.

Jo Field
Police and Crime Commissioner for Northmere

Appendix 1

Recommendation 1: We recommend that, by 31 March 2025, Northmere Police repaints the cells.

Response: The paint has been ordered.

Recommendation 2: We recommend that, within three months, Northmere Police reviews how often cells
are visited. It should write down every visit.

Response: The Custody Group will review visits to cells by 31 May 2024.
"""
REVIEW = """Northmere Police: post-inspection review

Published on: 9 December 2024

1. Introduction

In March 2024 we reported on custody.

Areas still requiring improvement

The force still does not write down every visit to the cells, nor review how often cells are
visited.
"""
TODAY = date(2024, 6, 3)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("report", REPORT), ("letter", LETTER), ("review", REVIEW)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def file(folder: Path) -> Path:
    """A new tracker, closed."""
    path = folder / "ours.matters"
    create(path, Author("Ann Example", lambda: MOMENT)).close()
    return path


@asynccontextmanager
async def at_work(file: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Person]:
    async with open_at(file, size, TODAY) as person:
        yield person


async def read(person: Person, *names: str) -> None:
    """Bring documents in, up to the screen on which they are looked through."""
    await person.press("i")
    await person.type(" ".join(names))
    await person.press("enter")
    await waited(person, lambda: shown(person) is not None)


async def waited(person: Person, true: Callable[[], object]) -> None:
    """Wait for a reading process or a backup, at most half a minute."""
    for _ in range(600):
        if true():
            await person.settled()
            return
        await person.pilot.pause(0.05)
    raise AssertionError("it never happened")


async def save(person: Person) -> None:
    await person.press("s", "y")
    await waited(person, lambda: person.app.screen is person.main)


def shown(person: Person) -> ImportScreen | None:
    screen = person.app.screen
    return screen if isinstance(screen, ImportScreen) else None


def session(person: Person):
    screen = shown(person)
    assert screen is not None
    return screen.session


def cursor(person: Person) -> str:
    """The row under the cursor, as it is drawn."""
    (row,) = [text for text in person.text() if "▌" in text[:3]]
    return " ".join(row.partition("▌")[2].partition("┃")[0].split())


async def to(person: Person, words: str) -> None:
    """Move down to the row that has these words."""
    screen = shown(person)
    assert screen is not None
    source = screen.found.source
    drawn = source.rows(source.ids)
    says = [" ".join(cell.text for cell in drawn[key].cells) for key in source.ids]
    (at, *_) = [index for index, text in enumerate(says) if words in text]
    await person.press("g", *["j"] * at)


def titles(person: Person) -> list[str]:
    db = person.tracker.db
    return [row[0] for row in db.execute("SELECT text FROM recommendations ORDER BY id")]


async def test_report_letter_and_review_are_brought_in_and_a_corrected_day_moves_the_clocks(
    file: Path,
) -> None:
    async with at_work(file) as person:
        await read(person, "letter.txt", "report.txt")
        assert person.sees("Import 1 of 2 · report.txt")
        assert person.sees("3 findings taken (the document says 3")
        assert person.sees("? published March 2024 (month only)")
        await person.press("right_square_bracket")
        assert person.sees("dated Mon 15 Apr 2024 → answers report.txt")
        await save(person)
        assert len(person.refs) == 3
        assert "u takes it back." in person.told()[-1]

        person.main.inspections.select(1)
        await person.press("p")
        await person.write("4 March 2024")
        await person.press("tab")
        await person.write("the inspectorate's web page")
        await person.press("ctrl+s")
        db = person.tracker.db
        days = {row[0] for row in db.execute("SELECT earliest FROM deadlines")}
        assert {"2024-06-04", "2024-04-28", "2025-03-31"} <= days
        first = Subject(SubjectKind.RECOMMENDATION, 1)
        said = [unit.title for unit in history.units_of(db, first)]
        assert any(title.startswith("Correct publication of D1") for title in said)

        await read(person, "review.txt")
        assert person.sees("1 finding taken")
        await to(person, "finding 1 → R1")
        await save(person)
        (link, *_) = recommendations.links(db, 4, date(2025, 1, 1))
        assert link.other_ref == "R1"


async def test_all_of_an_import_is_one_change(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt", "letter.txt")
        await save(person)
        units = history.units(person.tracker.db, newest=9)
        assert units[0].title == "Import report.txt, letter.txt"
        await person.press("u")
        assert titles(person) == []
        assert person.tracker.db.execute("SELECT count(*) FROM documents").fetchone()[0] == 0


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
        assert "→ 2 1.00/" in cursor(person)
        await person.press("r")
        assert person.sees("1.00 2 We recommend that, by 31 March 2025")
        await person.type("blankets")
        await person.press("enter")
        assert "→ 3 " in cursor(person)
        await person.press("G")
        await to(person, "Finding 2")
        await save(person)
        (found,) = person.tracker.db.execute(
            "SELECT recommendation FROM numbers WHERE number = '1' AND document = 2"
        )
        assert found[0] == 3


async def test_the_text_follows_the_list_and_marks_where_each_thing_stands(file: Path) -> None:
    async with at_work(file, (120, 34)) as person:
        (Path.cwd() / "long.txt").write_text("Before.\n\n" * 300 + REPORT, encoding="utf-8")
        await read(person, "long.txt")
        await to(person, "blankets")
        lit = [text for text in person.text() if "▶" in text]
        assert len(lit) == 2
        assert f"{TAKEN}▶ We recommend that Northmere Police" in lit[0]
        await person.press("tab", "tab", "g")
        assert not any("▶" in text for text in person.text())
        assert person.sees("1● Before.") or person.sees("1 Before.")


async def test_the_kind_and_the_day_and_the_inspection_are_chosen(file: Path) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        await to(person, "blankets")
        await person.choose("K", "area for improvement")
        assert person.sees("area for improvement, line")
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


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("missing.txt", "There is no file"),
        ("empty.txt", "nothing was saved"),
        (".", "is a folder"),
    ],
)
async def test_what_cannot_be_read_is_said_and_the_path_stays(
    file: Path, typed: str, told: str
) -> None:
    (Path.cwd() / "empty.txt").write_text("", encoding="utf-8")
    async with at_work(file) as person:
        await person.press("i")
        await person.type(typed)
        await person.press("enter")
        await waited(
            person, lambda: isinstance(person.app.screen, FilesDialog) and person.sees(told)
        )
        assert person.sees(f"Documents ┃ {typed}".replace("┃ ", "")) or person.sees(typed)
        assert titles(person) == []


async def test_documents_are_marked_in_the_list_newest_first(file: Path) -> None:
    async with at_work(file) as person:
        await person.press("i")
        dialog = person.app.screen
        assert isinstance(dialog, FilesDialog)
        await person.press("down", "space", "down", "space")
        names = [one.path.name for one in dialog._listed[:2]]
        assert dialog.typed()["paths"] == " ".join(names)
        await person.press("enter")
        await waited(person, lambda: shown(person) is not None)
        assert {r.file_name for r in session(person).read.readings} == set(names)


async def test_a_day_said_beforehand_is_that_of_the_only_report(file: Path) -> None:
    async with at_work(file) as person:
        await person.press("i")
        await person.type("report.txt")
        await person.press("tab", "tab", "tab")
        await person.type("4 March 2024")
        await person.press("ctrl+s")
        await waited(person, lambda: shown(person) is not None)
        assert person.sees("published Mon 4 Mar 2024")


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 50)])
async def test_at_every_size_each_pane_can_be_reached(file: Path, size: tuple[int, int]) -> None:
    async with at_work(file, size) as person:
        await read(person, "report.txt")
        screen = shown(person)
        assert screen is not None
        for _, pane in (*screen.panes, screen.panes[0]):
            assert pane.has_focus
            assert pane.region.width > 20
            assert pane.region.height > 3
            await person.press("tab")
        assert person.sees("? help")


async def test_a_hostile_document_is_shown_to_the_letter(file: Path) -> None:
    hostile = "[/x] [@click=app.quit]here[/] \x1b]52;c;Ym9v\x07 =1+1"
    text = REPORT.replace("buys new blankets", f"buys {hostile}")
    (Path.cwd() / "hostile.txt").write_text(text, encoding="utf-8")
    async with at_work(file) as person:
        await read(person, "hostile.txt")
        await to(person, "Immediately buys")
        assert person.sees("[/x] [@click=app.quit]here[/]")
        assert "\x1b" not in "".join(person.text())
        await save(person)
        assert "[@click=app.quit]" in titles(person)[2]


async def test_one_key_is_one_frame(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_work(file) as person:
        await read(person, "report.txt")
        screen = shown(person)
        assert screen is not None
        drawn: list[object] = []
        monkeypatch.setattr(
            type(person.app), "_display", lambda self, screen, renderable: drawn.append(renderable)
        )
        for key in ("j", "j", "k", "space", "G", "g"):
            drawn.clear()
            await person.press(key)
            frames = [what for what in drawn if what is not None]
            assert len(frames) == 1, (key, frames)


async def test_a_read_only_tracker_says_why_nothing_is_brought_in(file: Path) -> None:
    async with open_at(file, day=TODAY, read_only=True) as person:
        await person.press("i")
        assert any("read only" in said for said in person.told())
        assert person.app.screen is person.main


NEWER = REPORT.replace("three months", "four months").replace(
    "We recommend that Northmere Police immediately buys new blankets.",
    "We recommend that Northmere Police tells the panel every June how it has used its powers.",
)


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


@pytest.mark.parametrize("keep", [False, True])
async def test_the_file_itself_is_kept_if_wanted(file: Path, keep: bool) -> None:
    async with at_work(file) as person:
        await person.press("i")
        await person.type("report.txt")
        await person.press("tab", "tab", "tab", "tab", *(["right"] if keep else []))
        await person.press("ctrl+s")
        await waited(person, lambda: shown(person) is not None)
        await save(person)
        found = person.tracker.db.execute("SELECT name, bytes FROM originals").fetchall()
        kept = [(name, bytes(content).decode()) for name, content in found]
        assert kept == ([("report.txt", REPORT)] if keep else [])


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
