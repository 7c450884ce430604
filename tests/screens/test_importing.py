"""Bringing documents in by keys: choose them, look them through, save, take it back."""

from datetime import date
from pathlib import Path

import pytest
from bringing_in import REPORT, TODAY, at_work, read, save, session, shown, titles, to, waited
from driver import open_at

from store import history, recommendations
from store.models import Subject
from store.vocabulary import SubjectKind
from tui.dialogs.files import FilesDialog
from tui.screens.importing_rows import TAKEN
from tui.widgets.long_text import LongText


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


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_enter_shows_what_was_found_in_full(file: Path, size: tuple[int, int]) -> None:
    async with at_work(file, size) as person:
        await read(person, "report.txt")
        screen = shown(person)
        assert screen is not None
        await to(person, "blankets")
        await person.press("enter")
        assert screen.item.has_focus
        assert person.sees("immediately buys new blankets")
        await person.press("escape")
        assert screen.found.has_focus
        await person.press("escape")
        assert person.main.is_active


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


async def test_what_a_report_counts_is_set_beside_what_was_found_of_that_kind(file: Path) -> None:
    report = Path(__file__).parents[1] / "documents" / "fixtures" / "shaped" / "peel.txt"
    async with at_work(file, (160, 40)) as person:
        await read(person, str(report))
        assert person.sees("7 findings taken (the document says 2 causes of concern")


async def test_a_text_can_be_pasted_where_there_is_no_file(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATTERS_STATE", str(tmp_path / "state"))
    async with at_work(file) as person:
        await person.press("i", "ctrl+t")
        assert person.sees("Paste the text of a document")
        await person.press("ctrl+s")
        assert person.sees("There are no words in the text.")
        person.app.screen.query_one(LongText).typed = REPORT
        await person.press("ctrl+s")
        await waited(person, lambda: shown(person) is not None)
        assert person.sees("3 findings taken")
        (kept,) = (tmp_path / "state" / "pasted").iterdir()
        assert kept.stat().st_mode & 0o777 == 0o600
        await save(person)
        assert len(person.refs) == 3
