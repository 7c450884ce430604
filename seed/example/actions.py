"""The 71 actions of the example: what the letters promise, do and claim."""

from seed.example import (
    actions_2020,
    actions_2022_first,
    actions_2022_second,
    actions_of_the_commissioner,
    actions_on_review,
    days,
)
from seed.example.action import Promised, Timed
from seed.example.names import Names
from seed.example.responses import answer_name
from store import actions, deadlines, decisions
from store.clocks import Rule, RuleKind
from store.dates import When
from store.unit import Unit
from store.vocabulary import Axis, SubjectKind

BY = "Cambridgeshire Constabulary"
# The letter, the inspection it answers, who speaks, and what is promised there.
TOLD: tuple[tuple[str, str, str, tuple[Promised, ...]], ...] = (
    ("D3", "I1", BY, actions_2022_first.ACTIONS),
    ("D3", "I1", BY, actions_2022_second.ACTIONS),
    ("D3", "I1", "Police and Crime Commissioner", actions_of_the_commissioner.IN_2022),
    ("D5", "I2", "Police and Crime Commissioner", actions_of_the_commissioner.IN_2020),
    ("D5", "I2", BY, actions_2020.ACTIONS),
    ("D7", "I3", BY, actions_on_review.ACTIONS),
)


def tell(change: Unit, names: Names) -> None:
    """Write the actions, each with its progress and, where words name one, its due date."""
    for letter, inspection, speaker, promises in TOLD:
        for promised in promises:
            _action(change, names, letter, inspection, promised)
            _due(change, names, letter, inspection, speaker, promised)
            _progress(change, names, letter, speaker, promised)


def _action(change: Unit, names: Names, letter: str, inspection: str, promised: Promised) -> None:
    key = actions.add(
        change,
        title=promised.title,
        kind=promised.kind,
        text=promised.text,
        recurs=promised.recurs,
        said=promised.said,
        section=promised.section,
        document=names.id(letter),
        inspection=names.id(inspection),
        accountable=names.id_or_none(promised.accountable),
        team=names.id_or_none(promised.team),
        forum=names.id_or_none(promised.forum),
        project=names.id_or_none(promised.project),
        recommendations=[
            (names.id(ref), _promised_in(names, promised, ref)) for ref in promised.serves
        ],
        since=days.KNOWN_FROM[letter],
    )
    names.keep(promised.title, SubjectKind.ACTION, key)


def _promised_in(names: Names, promised: Promised, ref: str) -> int | None:
    """The answer an action is promised in; the commissioner's own are promised in none."""
    in_an_answer = promised.section.startswith("Appendix 1")
    return names.id(answer_name(ref)) if in_an_answer else None


def _due(
    change: Unit, names: Names, letter: str, inspection: str, speaker: str, promised: Promised
) -> None:
    timed = promised.due
    if timed is None and promised.recurs:
        timed = Timed(RuleKind.RECUR, When(promised.recurs))
    if timed is None:
        return
    key = deadlines.add(
        change,
        names.subject(promised.title),
        what=promised.title,
        rule=Rule(timed.rule),
        start=timed.when,
        since=days.KNOWN_FROM[letter],
        calendar=names.calendar,
        inspection=names.id(inspection),
        words=timed.when.words,
        owed_by=_owner(promised, speaker),
        source=f"{letter}, {promised.section}",
    )
    names.keep(f"due: {promised.title}", SubjectKind.DEADLINE, key)


def _owner(promised: Promised, speaker: str) -> str:
    return promised.accountable or promised.team or promised.forum or promised.project or speaker


def _progress(change: Unit, names: Names, letter: str, speaker: str, promised: Promised) -> None:
    decisions.decide(
        change,
        names.subject(promised.title),
        Axis.PROGRESS,
        promised.progress,
        on=days.KNOWN_FROM[letter],
        by=speaker,
        evidence=f"{letter}, {promised.section}",
        said=promised.said,
        document=names.id(letter),
    )
