"""Everything about recommendations as on a day, gathered with a handful of queries."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from store import actions, documents, gathering, inspections, owners, recommendations
from store.actions import ActionStanding
from store.deadlines import Deadline
from store.errors import NotFound
from store.models import (
    Decision,
    Document,
    Inspection,
    Link,
    Note,
    Number,
    Owner,
    Part,
    Query,
    Recommendation,
    Response,
    Standing,
)

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class RecommendationDossier:
    """One recommendation with all that hangs on it, as on a day."""

    record: Recommendation
    inspection: Inspection
    document: Document | None
    owner: Owner | None
    team: Owner | None
    standing: Standing
    deadline: Deadline | None
    earlier_deadlines: tuple[Deadline, ...]
    parts: tuple[Part, ...]
    numbers: tuple[Number, ...]
    links: tuple[Link, ...]
    responses: tuple[Response, ...]
    actions: tuple[ActionStanding, ...]
    decisions: tuple[Decision, ...]
    notes: tuple[Note, ...]
    queries: tuple[Query, ...]


class _Shared:
    """Records that many recommendations have in common, each read once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._inspections: dict[int, Inspection] = {}
        self._documents: dict[int, Document] = {}
        self._owners: dict[int, Owner] = {}

    def inspection(self, key: int) -> Inspection:
        if key not in self._inspections:
            self._inspections[key] = inspections.get(self._db, key)
        return self._inspections[key]

    def document(self, key: int | None) -> Document | None:
        if key is not None and key not in self._documents:
            self._documents[key] = documents.get(self._db, key)
        return None if key is None else self._documents[key]

    def owner(self, key: int | None) -> Owner | None:
        if key is not None and key not in self._owners:
            self._owners[key] = owners.get(self._db, key)
        return None if key is None else self._owners[key]


def of(db: sqlite3.Connection, key: int, today: date) -> RecommendationDossier:
    """The dossier of one recommendation; NotFound if it is not there on that day."""
    for dossier in many(db, (key,), today):
        return dossier
    raise NotFound("That recommendation is not in the tracker on this day. Nothing was changed.")


def many(
    db: sqlite3.Connection, keys: Iterable[int], today: date
) -> Iterator[RecommendationDossier]:
    """Dossiers in the order of the keys, of those that are there on the day."""
    shared, left = _Shared(db), iter(keys)
    while batch := tuple(islice(left, _AT_ONCE)):
        yield from _gathered(db, batch, today, shared)


def _gathered(
    db: sqlite3.Connection, keys: Sequence[int], today: date, shared: _Shared
) -> Iterator[RecommendationDossier]:
    records = recommendations.many(db, keys)
    standings = gathering.standings(db, keys, today)
    due = gathering.due_dates(db, keys, today)
    parts, numbers = gathering.parts(db, keys, today), gathering.numbers(db, keys, today)
    links, answers = gathering.links(db, keys, today), gathering.answers(db, keys, today)
    served = gathering.served_by(db, keys, today)
    work = actions.many(db, {action for own in served.values() for action in own}, today)
    decided, noted = gathering.decided(db, keys, today), gathering.noted(db, keys, today)
    asked = gathering.asked(db, keys, today)
    for key in keys:
        if key not in standings:
            continue
        record = records[key]
        yield RecommendationDossier(
            record=record,
            inspection=shared.inspection(record.inspection),
            document=shared.document(record.document),
            owner=shared.owner(record.owner),
            team=shared.owner(record.team),
            standing=standings[key],
            deadline=due[key][0] if due[key] else None,
            earlier_deadlines=tuple(due[key][1:]),
            parts=tuple(parts[key]),
            numbers=tuple(numbers[key]),
            links=tuple(links[key]),
            responses=tuple(answers[key]),
            actions=tuple(work[action] for action in served[key]),
            decisions=tuple(decided[key]),
            notes=tuple(noted[key]),
            queries=tuple(asked[key]),
        )
