"""More keys than can be drawn: the list follows each, the rest of the screen the last of them."""

from pathlib import Path

from driver import open_at
from textual.events import Key

DOWNS = 12


async def test_a_burst_of_keys_reads_the_detail_for_the_last_of_them(case_file: Path) -> None:
    async with open_at(case_file) as person:
        wanted = person.refs[DOWNS]
        issued: list[str] = []
        person.tracker.db.set_trace_callback(issued.append)
        for _ in range(DOWNS):
            key = Key("down", None)
            key.set_sender(person.app)
            person.app._driver.send_message(key)  # type: ignore[union-attr]
        await person.settled()
        person.tracker.db.set_trace_callback(None)
        assert person.ref == wanted
        assert person.sees(f"Actions for {wanted}")
        assert wanted in str(person.main.detail.border_title)
        read = [each for each in issued if each.startswith("SELECT * FROM recommendations")]
        assert 1 <= len(read) < DOWNS


async def test_a_single_key_reads_the_detail_at_once(case_file: Path) -> None:
    async with open_at(case_file) as person:
        for number in range(1, 4):
            await person.press("down")
            assert person.refs[number] in str(person.main.detail.border_title)
