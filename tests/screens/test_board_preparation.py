"""A week before the board: thirteen open items gone through by keys alone, and found again."""

from datetime import date
from pathlib import Path

from driver import MOMENT, WHO, Person, open_at

from store import deadlines, decisions, history, notes
from store.vocabulary import Axis, Delivery

TODAY = date(2022, 6, 1)
OPEN_AND_OURS = ["R2", "R6", "R8", "R1", "R3", "R4", "R5", "R7", "R9", "R10", "R11", "R14", "R16"]
MOMENT_SHOWN = f"{MOMENT.astimezone():%d/%m/%Y %H:%M}"
NEW_DAY = date(2022, 9, 30)
REASON = "Agreed with the inspectorate's liaison"


async def decide_delivery(person: Person, words: str, evidence: str) -> None:
    await person.choose("d", words)
    await person.press("tab", "tab")
    await person.type(evidence)
    await person.press("ctrl+s")


async def prepare(person: Person) -> list[str]:
    """Go through the whole round; the references in the order they came."""
    await person.choose("b", "nearest")
    gone_through = []
    for place in range(13):
        assert person.sees(f"{place + 1} of 13 ● {place} noted")
        ref = person.ref_of(person.app.screen.round.key)
        gone_through.append(ref)
        await person.note(f"Ask about {ref}")
        if ref == "R8":
            await decide_delivery(person, "submitted", "Paper 8 of the board")
        if ref == "R1":
            await decide_delivery(person, "embedding", "Dip sample of May")
        if ref == "R3":
            await person.press("t")
            await person.type("30/09/2022")
            await person.press("tab")
            await person.type(REASON)
            await person.press("ctrl+s")
        await person.press("enter")
    return gone_through


async def test_every_item_is_gone_through_and_everything_is_there_afterwards(
    case_file: Path,
) -> None:
    async with open_at(case_file) as person:
        gone_through = await prepare(person)
        assert gone_through == OPEN_AND_OURS
        assert "That was the last one: 13 items noted or decided." in person.told()

        await person.note("To be taken back")
        await person.press("u")
        assert any(said.startswith("Undone: Note on ") for said in person.told())
        await person.press("q")

        await person.reopen()
        db = person.tracker.db
        for ref in OPEN_AND_OURS:
            subject = person.subject(ref)
            (note,) = notes.of(db, subject, TODAY)
            assert (note.text, note.by, note.noted_on) == (f"Ask about {ref}", WHO, TODAY)
            made = [u for u in history.units_of(db, subject) if u.title == f"Note on {ref}"]
            assert {(unit.by, unit.at) for unit in made} == {(WHO, MOMENT)}
        for ref, status in (("R8", Delivery.SUBMITTED), ("R1", Delivery.EMBEDDING)):
            standing = decisions.standing(db, person.subject(ref), Axis.DELIVERY, TODAY)
            assert standing is not None
            assert (standing.status, standing.by, standing.decided_on) == (status, WHO, TODAY)
        newest, *_ = deadlines.of_subject(db, person.subject("R3"), TODAY)
        assert newest.due.earliest == NEW_DAY


async def test_the_history_of_each_record_says_what_who_and_when(case_file: Path) -> None:
    async with open_at(case_file, (120, 60)) as person:
        await prepare(person)
        await person.reopen()
        await person.press("5")
        for ref, said in (
            ("R1", "Delivery of R1: implemented, embedding"),
            ("R3", "New date for R3: Fri 30 Sep 2022"),
            ("R14", "Note on R14"),
        ):
            person.main.recommendations.select(person.subject(ref).id)
            await person.settled()
            assert person.sees(f"{MOMENT_SHOWN} {said} {WHO}")
        person.main.recommendations.select(person.subject("R3").id)
        await person.press("3")
        assert person.sees("Fri 30 Sep 2022")
        assert person.sees(REASON)
        assert person.sees("Wed 22 Jun 2022")


async def test_nobody_signs_off_what_was_not_submitted(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        await decide_delivery(person, "signed off", "My word")
        assert person.sees("Somebody must first decide “submitted for sign-off”")
        assert person.sees("My word")
        await person.press("escape", "escape")
        assert person.sees("1 of 13 ● 0 noted")


async def test_items_skipped_are_counted_and_told_at_the_end(case_file: Path) -> None:
    async with open_at(case_file) as person:
        await person.choose("b", "nearest")
        await person.note("Seen")
        await person.press("enter", *["s"] * 12)
        assert person.main.is_active
        assert "That was the last one: 1 item noted or decided, 12 skipped." in person.told()
