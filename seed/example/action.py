"""How one action of the example is told."""

from dataclasses import dataclass

from store.clocks import RuleKind
from store.dates import When
from store.vocabulary import ActionKind, Progress


@dataclass(frozen=True, slots=True)
class Timed:
    """When an action is due: the rule, and the day or the words it goes by."""

    rule: RuleKind
    when: When


@dataclass(frozen=True, slots=True)
class Promised:
    """One action in our own words; owners by the names of the owners table, "" where none is said.

    `recurs` holds the words of a routine, `said` how the document puts its state.
    """

    title: str
    text: str
    serves: tuple[str, ...]
    section: str
    progress: Progress
    said: str = ""
    kind: ActionKind = ActionKind.ACTION
    recurs: str = ""
    accountable: str = ""
    team: str = ""
    forum: str = ""
    project: str = ""
    due: Timed | None = None


def undated(words: str) -> Timed:
    """Words that name no day: kept, never counted."""
    return Timed(RuleKind.NONE, When(words))


def standard(words: str) -> Timed:
    """A standard for each case: never a countdown."""
    return Timed(RuleKind.SLA, When(words))
