"""Make a plausible tracker of any size, through the store's own doors.

    .venv/bin/python tests/benchmarks/national.py PATH --recommendations 100000 [--seed 1]

At 100,000 recommendations it is the size of a country: 44 bodies, 2,000 inspections, 300,000
actions, over a million notes and changes. Every record, change, hash and index is written as the
product writes them; only the waiting for the disk is left out. The words come from a short list, so
that each is in nearly half of the texts: the worst case for a search.
"""

import argparse
import random
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from national_life import Lives
from national_words import Words

from store import documents, inspections, owners, responses
from store import recommendations as findings
from store.dates import When
from store.responses import Answer
from store.tracker import Tracker, create
from store.unit import Author, Unit, unit
from store.vocabulary import Applies, Extent, OwnerKind

TODAY = date(2026, 6, 1)
YEARS = 12
FINDINGS_EACH = 50
TITLE = "A whole country"


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is to be of everything; `open_share` is from 0 to 1."""

    recommendations: int
    actions_each: int = 3
    notes_each: int = 3
    open_share: float = 0.28
    bodies: int = 44


class Clock:
    """The moment at which each unit is written: that of the case, not of the machine."""

    def __init__(self) -> None:
        self.day = TODAY

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 10, tzinfo=UTC)


class Country:
    """One tracker in the making."""

    def __init__(self, tracker: Tracker, size: Size, seed: int) -> None:
        self.db, self.size = tracker.db, size
        self.chance = random.Random(seed)
        self.words = Words(self.chance)
        self.clock = Clock()
        self.author = Author("Jo Lead", self.clock.now)
        self.owners: list[int] = []
        self.lives = Lives(self.chance, self.words, TODAY, size.open_share)

    def fill(self) -> None:
        """Write everything: owners, boards, then one inspection after the other."""
        with unit(self.db, "Owners and boards", self.author) as change:
            self.owners = [self._owner(change, number) for number in range(self.size.bodies * 6)]
            self.lives.boards(change, self.size.bodies)
        left = self.size.recommendations
        many = max(1, left // FINDINGS_EACH)
        for number in range(many):
            days = int((many - number) / many * YEARS * 365)
            held = left // (many - number)
            left -= held
            self._inspection(number, TODAY - timedelta(days=days), held)

    def _owner(self, change: Unit, number: int) -> int:
        kind = list(OwnerKind)[number % len(OwnerKind)]
        return owners.add(change, f"{self.words.name()} {number}", kind)

    def _inspection(self, number: int, published: date, held: int) -> None:
        """One report, its findings with their clocks, the answer to it, and what came of it."""
        self.clock.day = published
        force = f"Force {number % self.size.bodies + 1}"
        with unit(self.db, f"Imported: inspection {number + 1}", self.author) as change:
            key = inspections.add(
                change,
                title=f"{self.words.title()} in {force}",
                short=f"{self.words.title(2)} {published.year}",
                programme=self.words.title(2),
                force=force,
                since=published,
                stated_recommendations=held,
            )
            report = self._document(change, key, "inspection report", published)
            self.lives.clocks(change, key, report, published)
            keys = [
                self._finding(change, key, report, published, at + 1, force) for at in range(held)
            ]
            self.lives.first_dates(change, keys, key, report, published)
        self._answered(key, keys, published)

    def _document(self, change: Unit, inspection: int, kind: str, day: date) -> int:
        return documents.add(
            change,
            kind=kind,
            title=self.words.title(),
            since=day,
            inspection=inspection,
            published=When.on(day),
            dated=When.on(day),
        )

    def _finding(
        self, change: Unit, inspection: int, report: int, day: date, position: int, force: str
    ) -> int:
        parts = [(letter, self.words.text(12)) for letter in "abc"[: position % 4]]
        return findings.add(
            change,
            inspection=inspection,
            document=report,
            title=self.words.title(),
            text=self.words.text(self.chance.randint(30, 60)),
            since=day,
            section=f"{position // 5 + 1}.{position % 5 + 1}",
            theme=self.words.theme(),
            addressee=f"The chief constable of {force}",
            timescale="within six months",
            page=position,
            position=position,
            applies=self._applies(),
            owner=self.chance.choice(self.owners),
            parts=parts if position % 5 == 0 else (),
        )

    def _applies(self) -> Applies:
        if self.size.open_share == 1 or self.chance.random() < 0.85:
            return Applies.OURS
        return self.chance.choice((Applies.WATCHED, Applies.CONDITIONAL))

    def _answered(self, inspection: int, keys: list[int], published: date) -> None:
        """The letter in answer with its actions, then what was noted and decided month by month."""
        day = min(published + timedelta(days=50), TODAY)
        self.clock.day = day
        with unit(self.db, "Imported: the letter in answer", self.author) as change:
            letter = self._document(change, inspection, "letter", day)
            for key in keys:
                response = self._response(change, letter, key, day)
                for number in range(self.size.actions_each):
                    also = self.chance.choice(keys) if number == 2 else key
                    served = [(key, response)] + ([(also, None)] if also != key else [])
                    self.lives.action(change, letter, inspection, day, self.owners, served)
        for number in range(self.size.notes_each):
            day = min(day + timedelta(days=60), TODAY)
            self.clock.day = day
            with unit(self.db, f"Board of month {2 * number + 2}", self.author) as change:
                for key in keys:
                    self.lives.month(change, key, day, number, last=self.size.notes_each - 1)

    def _response(self, change: Unit, letter: int, key: int, day: date) -> int:
        return responses.add(
            change,
            document=letter,
            respondent="The commissioner",
            text=self.words.text(25),
            since=day,
            answers=[Answer(key, self.chance.choice(list(Extent)))],
        )


def make(path: Path, size: Size, seed: int = 1) -> None:
    """Write a tracker of a size to a path where there is none yet."""
    tracker = create(path, Author("Jo Lead", Clock().now), title=TITLE, opens_on=TODAY)
    for pragma in ("synchronous = OFF", "journal_mode = MEMORY", "cache_size = -200000"):
        tracker.db.execute(f"PRAGMA {pragma}")
    Country(tracker, size, seed).fill()
    tracker.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a plausible tracker of any size.")
    parser.add_argument("path", type=Path, help="the new file; never written over another")
    parser.add_argument("--recommendations", type=int, default=100_000, metavar="N")
    parser.add_argument("--actions", type=int, default=3, help="for each recommendation")
    parser.add_argument("--notes", type=int, default=3, help="on each recommendation")
    parser.add_argument("--open", type=int, default=28, metavar="PERCENT", help="still open")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = time.perf_counter()
    size = Size(asked.recommendations, asked.actions, asked.notes, asked.open / 100)
    make(asked.path, size, asked.seed)
    megabytes = asked.path.stat().st_size / 1e6
    print(f"{asked.path}: {megabytes:,.1f} MB in {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
