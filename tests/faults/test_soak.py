"""T3: a monkey at the keyboard and the mouse, whose seed is said, breaks nothing.

It is not given the keys that leave: a new start in the same process would count as growth.
"""

import random
from pathlib import Path

import pytest
from driver import Person

from store import checking
from store.tracker import open_tracker

IN_FULL, SEVERAL = 10_000, 250
WARM = 0.2  # of the keys go by before memory is measured
KEYS = (
    *"ndtoefspaxvLbBSCcTuU12345?[]*HiKmr/", "escape", "escape", "escape", "enter", "tab",
    "shift+tab", "up", "down", "left", "right", "pageup", "pagedown", "home", "end", "space",
    "backspace", "delete", "ctrl+s", "ctrl+p", "ctrl+c", "ctrl+z", "ctrl+o", "ctrl+r",
    "ctrl+v", "y", "k", "g", "f1", "asterisk", "slash", "ctrl+a", "ctrl+x",
)  # fmt: skip


def resident() -> float:
    """The memory this process holds, in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


async def one_turn(person: Person, chance: random.Random) -> None:
    """Ten keys, a click or a new size; and a new start where the monkey has left."""
    what = chance.random()
    if what < 0.12:
        place = (chance.randrange(person.size[0]), chance.randrange(person.size[1]))
        await person.pilot.click(offset=place, times=chance.choice((1, 1, 2)))
    elif what < 0.15:
        await person.pilot.resize_terminal(chance.randint(1, 200), chance.randint(1, 60))
        await person.pilot.resize_terminal(*person.size)
    else:
        for key in chance.choices(KEYS, k=10):
            if person.app.is_running:
                await person.pilot.press(key)
    if not person.app.is_running:
        await person.reopen()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads memory as Linux tells it")
async def test_random_keys_and_clicks(case_file: Path, points, figure) -> None:
    keys, seed = points(IN_FULL, SEVERAL), random.randrange(2**32)
    print(f"seed {seed}")
    chance, warm = random.Random(seed), 0.0
    person = Person(case_file)
    await person.open()
    try:
        for pressed in range(0, keys, 10):
            if not warm and pressed >= keys * WARM:
                warm = resident()
            await one_turn(person, chance)
    finally:
        await person.leave()
    grown = resident() - warm
    tracker = open_tracker(case_file)
    wrong = checking.check(tracker.db)
    tracker.close()
    figure(
        "T3",
        "10,000 keys and clicks: 0 tracebacks, file sound, growth < 50 MiB",
        f"{keys:,} keys, seed {seed}: {len(wrong)} faults in the file, {grown:.0f} MiB",
    )
    assert wrong == []
    if keys == IN_FULL:
        assert grown < 50
