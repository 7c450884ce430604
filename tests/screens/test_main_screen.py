"""What the first screen says, and that nothing on it jumps."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from driver import MOMENT, WHO, Person, open_at
from textual import events

from store import drafts
from store.tracker import create, open_tracker
from store.unit import Author, unit

ALL_SHOWN = {
    "2022-02-01": "Recommendations · open, ours · 13 of 17",
    "2022-06-01": "Recommendations · open, ours · 13 of 17",
    "2023-01-20": "Recommendations · open, ours · 16 of 20",
}
IMMEDIATE = ["R2", "R6", "R8"]
EDIT_KEYS = ("n", "d", "t", "o", "e", "a", "p", "u", "U")


async def test_a_week_before_the_board(case_file: Path) -> None:
    async with open_at(case_file) as person:
        for words in (
            "as on Wed 1 Jun 2022 (clock set)",
            "board Thu 9 Jun 2022, 8 days",
            "R late or due now: 3 findings, 2 clocks",
            "A 21 days left 8 findings → HMICFRS",
            "Recommendations · open, ours · 13 of 17",
            "13 open and ours of 17",
            "R 119 days late Six-week update",
            "R 119 days late Six-week action",
            "A 21 days left Revisit by HMIC",
        ):
            assert person.sees(words), words
        assert person.refs[:3] == IMMEDIATE
        assert person.ref == "R2"
        assert sum("A  21 days left" in line for line in person.text()) == 8


async def test_on_1_june_the_duty_was_met_on_the_last_day(case_file: Path) -> None:
    async with open_at(case_file, (200, 50)) as person:
        await person.press("shift+tab", "shift+tab", "down", "tab", "down", "down")
        assert person.sees("Comments (s.55)")
        assert person.sees("met day 56 of 56")


async def test_on_1_june_the_actions_with_days_count_to_them(case_file: Path) -> None:
    async with open_at(case_file, (200, 50)) as person:
        await person.press("v", "tab")
        source = person.main.actions.source
        counted = {row.cells[1].text for row in source.rows(source.ids).values()}
        assert {"29 days left", "121 days late"} <= counted
        assert f"All actions · {len(source.ids)}" in str(person.main.actions.border_title)


async def test_in_february_nothing_is_answered_and_the_clocks_are_short(case_file: Path) -> None:
    async with open_at(case_file, (200, 50), date(2022, 2, 1)) as person:
        for words in (
            "as on Tue 1 Feb 2022",
            "open, ours · 13 of 17",
            "A 1 day left Six-week update, 3 immediate → HMICFRS",
            "A 1 day left Six-week action plan, other 8 → HMICFRS",
            "A 14 days left Comments (s.55)",
        ):
            assert person.sees(words), words
        assert person.refs[:3] == IMMEDIATE
        assert sum("G  141 days left" in line for line in person.text()) == 8
        await person.press("2")
        assert person.sees("No answer yet.")


@pytest.mark.parametrize("day", ALL_SHOWN)
async def test_counts_are_the_length_of_the_list_they_open(case_file: Path, day: str) -> None:
    async with open_at(case_file, day=date.fromisoformat(day)) as person:
        assert person.sees(ALL_SHOWN[day])
        shown, everything = ALL_SHOWN[day].split(" · ")[-1].split(" of ")
        assert len(person.refs) == int(shown)
        assert person.sees(f"{shown} open and ours of {everything}")
        await person.press("x")
        assert len(person.refs) == int(everything)
        assert person.sees(f"Recommendations · {everything} of {everything}")


async def test_each_inspection_opens_as_many_as_it_counts(case_file: Path) -> None:
    async with open_at(case_file, (200, 50)) as person:
        await person.press("shift+tab", "shift+tab")
        inspections = person.main.inspections
        for key in inspections.source.ids:
            row = inspections.source.rows([key])[key]
            counted = row.cells[-1].text
            inspections.select(key)
            await person.settled()
            assert len(person.refs) == (int(counted) if counted.isdecimal() else 0)
            assert person.sees(f"{len(person.refs)} of ")


async def test_the_cursor_stays_on_its_record(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.press("down", "down", "down", "down")
        ref = person.ref
        await person.note("Where is it?")
        assert person.ref == ref
        await person.press("u")
        assert person.ref == ref
        await person.press("U")
        assert person.ref == ref
        await person.press("x")
        assert person.ref == ref
        await person.choose("s", "title")
        assert person.ref == ref
        await person.choose("f", "")
        assert person.ref == ref


async def test_brackets_go_by_what_is_closed(case_file: Path) -> None:
    async with open_at(case_file) as person:
        for ref in ("R2", "R8"):
            person.main.recommendations.select(person.subject(ref).id)
            await person.choose("d", "closed by inspectorate")
            await person.press("tab", "tab")
            await person.type("Letter of the inspectorate")
            await person.press("ctrl+s")
            assert person.main.is_active, person.seen()
        assert len(person.refs) == 11
        assert not {"R2", "R8"} & set(person.refs)
        await person.press("x")
        await person.choose("s", "reference")
        await person.press("home")
        gone = [person.ref]
        for _ in range(20):
            await person.press("]")
            gone.append(person.ref)
        still_open = [f"R{n}" for n in range(1, 17) if n not in (2, 8)]
        assert gone[: len(still_open)] == still_open
        assert set(gone[len(still_open) :]) == {"R16"}
        assert "No open recommendation after this one in the list." in person.told()
        await person.press("end")
        assert person.ref == "R17"
        back = []
        for _ in range(len(still_open)):
            await person.press("[")
            back.append(person.ref)
        assert back == still_open[::-1]


@pytest.mark.parametrize("key", EDIT_KEYS)
async def test_a_read_only_tracker_says_why_it_cannot_be_changed(case_file: Path, key: str) -> None:
    async with open_at(case_file, read_only=True) as person:
        assert person.sees("READ ONLY")
        await person.press(key)
        assert person.main.is_active
        (said,) = person.told()
        assert said.startswith("This tracker is read only: ")
        assert said.endswith("Nothing was changed.")


async def test_a_read_only_clock_cannot_be_recorded_but_can_be_gone_through(
    case_file: Path,
) -> None:
    async with open_at(case_file, read_only=True) as person:
        await person.press("shift+tab", "enter")
        assert any("read only" in said for said in person.told())
        await person.choose("b", "board")
        await person.press("enter", "s", "escape")
        assert person.main.is_active


async def test_one_key_is_one_frame(case_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_at(case_file) as person:
        for key in ("down", "space", "j", "3", "end", "home"):
            drawn: list[object] = []
            screen, display = person.app.screen, person.app._display

            def shown(
                on: object,
                what: object,
                drawn: list[object] = drawn,
                display: object = display,
            ) -> None:
                drawn.append(what)
                display(on, what)  # type: ignore[operator]

            monkeypatch.setattr(person.app, "_display", shown)
            await person.press(key)
            monkeypatch.undo()
            frames = [what for what in drawn if what is not None]
            assert person.app.screen is screen
            assert len(frames) == 1, (key, frames)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("pane", ["inspections", "clocks"])
async def test_a_bracket_goes_to_where_the_recommendation_is_seen(
    case_file: Path, size: tuple[int, int], pane: str
) -> None:
    async with open_at(case_file, size) as person:
        getattr(person.main, pane).focus()
        await person.press("]")
        assert person.app.focused is person.main.recommendations
        await person.note("On what is shown")
        assert f"Noted on {person.ref}." in person.told()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("note:R2:2", "note R2."),
        ("note:R2:2+3", "note R2."),
        ("date:R1:1", "new date R1."),
        ("edit:A12:12", "changes A12."),
        ("met:4", "what was done on a clock."),
        ("decide:delivery:signed off by force:R8:8", "decision R8 (signed off by force)."),
    ],
)
async def test_coming_back_says_what_was_being_typed_and_where(
    case_file: Path, key: str, words: str
) -> None:
    with closing(open_tracker(case_file)) as tracker:
        drafts.save(tracker.db, f"{key}:{WHO}", "{}", Author(WHO, lambda: MOMENT))
    async with open_at(case_file) as person:
        (told,) = [said for said in person.told() if said.startswith("Kept what you were typing")]
        assert told.startswith(f"Kept what you were typing: {words}")
        assert "ctrl+r there throws it away" in told


@pytest.mark.parametrize(
    ("width", "seen"),
    [
        (120, "Matters Arising · Custody and care · cambridgeshire.matters OFFICIAL"),
        (90, "Custody and care · cambridgeshire.matters OFFICIAL"),
        (86, "Custody and … · cambridgeshire.matters OFFICIAL"),
        (70, "cambridgeshire.matters OFFICIAL"),
    ],
)
async def test_the_title_of_the_tracker_is_shown_where_there_is_room(
    case_file: Path, width: int, seen: str
) -> None:
    tracker = open_tracker(case_file)
    with unit(tracker.db, "A title", Author("Ann", lambda: MOMENT)) as change:
        (key, rev) = tracker.db.execute("SELECT id, rev FROM tracker").fetchone()
        change.change("tracker", key, rev, title="Custody and care")
    tracker.close()
    async with open_at(case_file, (width, 24)) as person:
        first = " ".join(person.text()[0].split())
        assert first.startswith(seen)


async def test_a_title_that_is_the_name_of_the_file_is_not_said_twice(tmp_path: Path) -> None:
    path = tmp_path / "ours.matters"
    create(path, Author("Ann", lambda: MOMENT)).close()
    async with open_at(path) as person:
        assert " ".join(person.text()[0].split()).startswith("Matters Arising · ours.matters OFF")


async def test_an_empty_tracker_names_the_keys_that_fill_it(tmp_path: Path) -> None:
    path = tmp_path / "ours.matters"
    create(path, Author("Ann", lambda: MOMENT)).close()
    async with open_at(path, (80, 24)) as person:
        assert " ".join(person.text()[-1].split()) == "i import a add c as on q quit ? help"


async def test_the_log_says_of_each_change_which_record_it_is_about(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.note("Rung up.")
        await person.press("L")
        assert person.sees("+ R2 note added: Rung up.")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_pane_that_hears_late_that_it_was_hidden_keeps_the_keys(
    case_file: Path, size: tuple[int, int]
) -> None:
    async with open_at(case_file, size) as person:
        person.main.recommendations.post_message(events.Hide())
        await person.press("down")
        assert person.app.focused is person.main.recommendations
        assert person.ref == "R6"


async def test_a_dialog_that_closes_shows_what_it_did_and_paints_no_more(
    case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_at(case_file) as person:
        await person.press("s")
        await person.press(*"title")
        painted: list[object] = []
        display = type(person.app)._display

        def shown(on: object, screen: object, what: object) -> None:
            painted.extend([screen] if what is not None else [])
            display(on, screen, what)  # type: ignore[arg-type]

        monkeypatch.setattr(type(person.app), "_display", shown)
        await person.press("enter")
        monkeypatch.undo()
        assert painted
        assert set(painted) == {person.main}
        assert len(painted) <= 2, painted
        assert person.sees("by title")
        assert not person.sees("In what order?")
        titles = [_title(person, ref) for ref in person.refs]
        assert titles == sorted(titles, key=str.casefold)


def _title(person: Person, ref: str) -> str:
    found = person.tracker.db.execute("SELECT title FROM recommendations WHERE ref = ?", (ref,))
    return str(found.fetchone()[0])
