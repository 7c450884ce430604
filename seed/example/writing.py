"""Write the worked example: one chapter after another, each a named unit with its history."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from seed.example import (
    actions,
    audits,
    boards,
    clocks,
    decisions,
    duties,
    findings_2019,
    findings_2021,
    inspections_and_documents,
    owners,
    queries,
    responses,
    review_2022,
)
from seed.example.names import Names
from store import working_days
from store.tracker import Tracker, create
from store.unit import Author, Unit, unit

TITLE = "Cambridgeshire: child protection inspections"
OPENS_ON = date(2022, 6, 1)

Chapter = Callable[[Unit, Names], None]

CHAPTERS: tuple[tuple[str, tuple[Chapter, ...]], ...] = (
    ("Example: who work belongs to", (owners.tell,)),
    ("Example: inspections, reports and letters", (inspections_and_documents.tell,)),
    ("Example: boards", (boards.tell,)),
    ("Example: the 2021 inspection", (findings_2021.tell, audits.tell)),
    ("Example: the 2019 thematic report", (findings_2019.tell,)),
    ("Example: the 2022 review", (review_2022.tell,)),
    ("Example: what is owed to whom", (clocks.tell, duties.tell)),
    ("Example: the answers", (responses.tell,)),
    ("Example: the actions", (actions.tell,)),
    ("Example: what the force says of its progress", (decisions.tell,)),
    ("Example: what the documents leave open", (queries.tell,)),
)


def write(path: Path, author: Author) -> Tracker:
    """Make a new tracker file that holds the whole example; BadInput if there is a file already.

    Where that cannot be finished, no part of it is left.
    """
    tracker = create(path, author, title=TITLE, opens_on=OPENS_ON)
    try:
        _tell(tracker, author)
    except BaseException:
        tracker.close()
        path.unlink()
        raise
    return tracker


def _tell(tracker: Tracker, author: Author) -> None:
    names = Names(working_days.calendar(tracker.db))
    for title, parts in CHAPTERS:
        with unit(tracker.db, title, author) as change:
            for tell in parts:
                tell(change, names)
