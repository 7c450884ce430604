"""How one finding of the example is told, and how it is written."""

from dataclasses import dataclass
from datetime import date

from seed.example.names import Names
from store import recommendations
from store.unit import Unit
from store.vocabulary import Applies, SubjectKind


@dataclass(frozen=True, slots=True)
class Told:
    """One finding in our own words. `number` is the answering letter's, "" where it has none."""

    ref: str
    title: str
    text: str
    section: str
    theme: str
    timescale: str = ""
    number: str = ""
    restated: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    addressee: str = "Cambridgeshire Constabulary"
    applies: Applies = Applies.OURS
    applies_because: str = ""
    applies_until: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where findings come from: the inspection, its report, the letter that restates them."""

    inspection: str
    report: str
    letter: str
    kind: str
    since: date
    letter_position: tuple[int, ...]


def write(change: Unit, names: Names, source: Source, findings: tuple[Told, ...]) -> None:
    """Write the findings of one report in its order, with what each document calls them."""
    for position, told in enumerate(findings, 1):
        key = recommendations.add(
            change,
            inspection=names.id(source.inspection),
            document=names.id(source.report),
            kind=source.kind,
            title=told.title,
            text=told.text,
            section=told.section,
            theme=told.theme,
            addressee=told.addressee,
            timescale=told.timescale,
            position=position,
            applies=told.applies,
            applies_because=told.applies_because,
            applies_until=told.applies_until,
            parts=told.parts,
            since=source.since,
        )
        names.keep(told.ref, SubjectKind.RECOMMENDATION, key)
        _keep_parts(change, names, told.ref, key, source.since)
        _number(change, names, source, told, position)


def _keep_parts(change: Unit, names: Names, ref: str, key: int, since: date) -> None:
    for part in recommendations.parts(change.db.conn, key, since):
        names.parts[ref, part.label] = part.id


def _number(change: Unit, names: Names, source: Source, told: Told, position: int) -> None:
    """The report's bullets have an order and no number; the letter has its own of both."""
    recommendation = names.id(told.ref)
    recommendations.add_number(
        change, recommendation, names.id(source.report), "", position=position
    )
    recommendations.add_number(
        change,
        recommendation,
        names.id(source.letter),
        told.number,
        position=source.letter_position[position - 1],
        restated=told.restated,
    )
