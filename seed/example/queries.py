"""What the documents get wrong or leave open: every trap as queries on the records it touches."""

from collections.abc import Iterator

from seed.example import (
    days,
    queries_on_answers,
    queries_on_dates,
    queries_on_letters,
    queries_on_reports,
)
from seed.example.asked import Asked, Traps
from seed.example.names import Names
from store import queries
from store.unit import Unit

# The name of each trap, and the queries that keep it in sight.
TRAPS: Traps = {
    **queries_on_reports.TRAPS,
    **queries_on_letters.TRAPS,
    **queries_on_answers.TRAPS,
}


def asked() -> Iterator[Asked]:
    """Every query: those of the traps, then those that ask for a date, an owner or proof."""
    for of_one_trap in TRAPS.values():
        yield from of_one_trap
    yield from queries_on_dates.MISSING


def tell(change: Unit, names: Names) -> None:
    """Put every query on its record, from the day its documents could be read."""
    for query in asked():
        queries.ask(
            change,
            names.subject(query.about),
            query.text,
            source=query.source,
            since=days.KNOWN_FROM[query.known_from],
        )
