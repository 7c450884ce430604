"""Saves notes into a tracker one by one and says of each that it is saved: python saving.py FILE
HOW-MANY SYNCHRONOUS. It is run under strace, where what it says stands between what it wrote."""

import sys
from pathlib import Path

from small_tracker import AUTHOR, DAY, subject

from store import notes, recommendations
from store.tracker import open_tracker
from store.unit import unit


def save(path: Path, how_many: int, synchronous: str) -> None:
    """Save so many notes, each with a new title; `synchronous` replaces the product's own."""
    db = open_tracker(path).db
    if synchronous:
        db.execute(f"PRAGMA synchronous = {synchronous}")
    for number in range(1, how_many + 1):
        with unit(db, f"Save {number}", AUTHOR) as change:
            notes.add(change, subject(1), f"Kept {number}", on=DAY)
            finding = recommendations.get(db, 1)
            recommendations.edit(change, finding, title=f"Title {number}")
        print(f"saved {number}", flush=True)


if __name__ == "__main__":
    save(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
