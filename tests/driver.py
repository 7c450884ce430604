"""A person at the keyboard: presses keys, reads what is drawn, leaves and comes back."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from store.models import Subject
from store.tracker import Tracker, open_tracker
from store.unit import Author
from store.vocabulary import SubjectKind
from tui.app import MattersApp
from tui.desk import Desk
from tui.screens.main import MainScreen

REAL_DAY = date(2026, 11, 21)
MOMENT = datetime(2022, 6, 1, 8, 43, 5, tzinfo=UTC)
WHO = "Ann Example"
LONG = 3_600.0
SIZES = [(60, 15), (80, 24), (120, 40), (200, 50)]
_FRAME = str.maketrans(dict.fromkeys("│┃━─┏┓┗┛┌┐└┘▐", " "))


class Patient(MattersApp):
    """The program, whose notices outlast a test on a busy machine."""

    def notify(self, message: str, **options: Any) -> None:  # type: ignore[override]
        super().notify(message, **{**options, "timeout": LONG})


class Person:
    """One person with one tracker file open before them."""

    moment = MOMENT

    app: MattersApp
    pilot: Pilot[None]
    tracker: Tracker

    def __init__(
        self,
        path: Path,
        size: tuple[int, int] = (120, 40),
        day: date | None = None,
        *,
        read_only: bool = False,
        notices: bool = False,
    ) -> None:
        self.path = path
        self.size = size
        self.day = day
        self.read_only = read_only
        self.notices = notices
        self._open = AsyncExitStack()

    async def open(self) -> None:
        """Start the program on the file."""
        self.tracker = open_tracker(self.path, read_only=self.read_only)
        today = self.day or self.tracker.opens_on or REAL_DAY
        author = Author(WHO, lambda: MOMENT)
        self.app = Patient(Desk(self.tracker, today, REAL_DAY, author))
        self._open.callback(self.tracker.close)
        running = self.app.run_test(size=self.size, notifications=self.notices)
        self.pilot = await self._open.enter_async_context(running)
        await self.settled()

    async def leave(self) -> None:
        """End the program, whatever was being done."""
        await self._open.aclose()

    async def reopen(self) -> None:
        """End the program and start it again on the same file."""
        await self.leave()
        await self.open()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other and let what they caused be drawn."""
        for key in keys:
            await self.pilot.press(key)
        await self.settled()

    async def type(self, words: str) -> None:
        """Type words character by character, as fast as a terminal sends them."""
        driver = self.app._driver
        assert driver is not None
        for sign in words:
            key = Key(sign if sign.isalnum() else _character_to_key(sign), sign)
            key.set_sender(self.app)
            driver.send_message(key)
        await self.settled()

    async def write(self, words: str) -> None:
        """Replace what stands in the field in focus."""
        await self.press("home", "shift+end", "delete")
        await self.type(words)

    async def settled(self) -> None:
        """Wait until nothing is left to handle or draw."""
        await self.pilot.pause()
        await self.pilot.pause()

    def text(self) -> list[str]:
        """Every line of the screen as it is drawn."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def seen(self) -> str:
        """The whole screen as one line, without frames and with its blanks folded."""
        return " ".join(" ".join(self.text()).translate(_FRAME).split())

    def sees(self, words: str) -> bool:
        """Whether these words are on the screen."""
        return " ".join(words.split()) in self.seen()

    def told(self) -> list[str]:
        """What the program has said at the edge of the screen and not yet taken away."""
        return [notice.message for notice in self.app._notifications]

    @property
    def main(self) -> MainScreen:
        """The main screen, wherever the person is."""
        (found,) = (screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))
        return found

    @property
    def ref(self) -> str:
        """The reference of the recommendation under the cursor."""
        return self.ref_of(self.main.recommendations.key)

    @property
    def refs(self) -> list[str]:
        """The references of all recommendations in the list, in its order."""
        return [self.ref_of(key) for key in self.main.recommendations.source.ids]

    def ref_of(self, key: int | None) -> str:
        """The reference of a recommendation by its key."""
        found = self.tracker.db.execute("SELECT ref FROM recommendations WHERE id = ?", (key,))
        return str(found.fetchone()[0])

    def subject(self, ref: str) -> Subject:
        """The recommendation with this reference."""
        found = self.tracker.db.execute("SELECT id FROM recommendations WHERE ref = ?", (ref,))
        return Subject(SubjectKind.RECOMMENDATION, int(found.fetchone()[0]))

    async def choose(self, key: str, words: str) -> None:
        """Open a list of options with a key, narrow it to some words, take the first."""
        await self.press(key)
        await self.type(words)
        await self.press("enter")

    async def note(self, words: str) -> None:
        """Attach a note to what is in hand."""
        await self.press("n")
        await self.type(words)
        await self.press("ctrl+s")

    async def set_clock(self, day: date) -> None:
        """Show the tracker as on another day."""
        await self.press("c")
        await self.write(day.isoformat())
        await self.press("ctrl+s")


@asynccontextmanager
async def open_at(
    path: Path,
    size: tuple[int, int] = (120, 40),
    day: date | None = None,
    *,
    read_only: bool = False,
    notices: bool = False,
) -> AsyncIterator[Person]:
    """A person who has just opened this tracker; `notices` draws what the program says."""
    person = Person(path, size, day, read_only=read_only, notices=notices)
    await person.open()
    try:
        yield person
    finally:
        await person.leave()
