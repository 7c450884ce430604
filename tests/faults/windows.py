"""A window pulled to any size, and what must hold at each."""

import random

from driver import Person

from tui.screens.too_small import TooSmallScreen

SIZES = [(1, 1), (2, 1), (1, 40), (59, 15), (60, 14), (60, 15), (80, 24), (120, 40), (300, 100)]


def fits(size: tuple[int, int]) -> bool:
    """Whether there is room for the screens; written down once more, so that it is compared."""
    return size[0] >= 60 and size[1] >= 15


async def pull(person: Person, size: tuple[int, int]) -> None:
    """Pull the window to a size and look at what is drawn."""
    await person.pilot.resize_terminal(*size)
    await person.settled()
    assert person.app._exception is None
    lines = person.text()
    assert len(lines) == size[1]
    covered = isinstance(person.app.screen, TooSmallScreen)
    assert covered is not fits(size), size


async def pull_about(person: Person, chance: random.Random, times: int) -> None:
    """Pull the window to the awkward sizes and so many others; the same screen stands after it."""
    before = type(person.app.screen)
    sizes = SIZES if times > len(SIZES) else chance.sample(SIZES, 3)
    others = ((chance.randint(1, 300), chance.randint(1, 100)) for _ in range(times))
    for size in [*sizes, *others]:
        await pull(person, size)
    await pull(person, (120, 40))
    assert type(person.app.screen) is before
