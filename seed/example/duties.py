"""The commissioner's duty after each report, step by step, with what is known of each."""

from dataclasses import dataclass

from seed.example import days
from seed.example.names import Names
from store import deadlines
from store.dates import When
from store.unit import Unit
from store.vocabulary import StepKind

NOT_KNOWN = When()


@dataclass(frozen=True, slots=True)
class Known:
    """One step: what the documents show of it, and the day it was done, if they show that."""

    kind: StepKind
    detail: str
    done: When = NOT_KNOWN


def _by(letter: str) -> When:
    day = days.KNOWN_FROM[letter]
    return When(f"by the letter of {day.isoformat()}", None, day, letter)


def _on(letter: str) -> When:
    return When.on(days.KNOWN_FROM[letter], source=f"{letter}, its own date")


NOT_SHOWN = "the documents do not show it"
DUTIES: dict[str, tuple[Known, ...]] = {
    "I1 comments": (
        Known(StepKind.INVITED, NOT_SHOWN),
        Known(StepKind.COMMENTS_IN, "Appendix 1 of the letter, itself undated", _by("D3")),
        Known(StepKind.PUBLISHED, "the letter is in hand; the day it was published is not known"),
        Known(StepKind.INSPECTORS, "copy line: an address in the old gsi domain", _on("D3")),
        Known(StepKind.HOME_SECRETARY, "the letter is addressed to her", _on("D3")),
    ),
    "I2 comments": (
        Known(StepKind.INVITED, NOT_SHOWN),
        Known(StepKind.COMMENTS_IN, "Appendix 1 of the letter, itself undated", _by("D5")),
        Known(StepKind.PUBLISHED, "the letter is in hand; the day it was published is not known"),
        Known(StepKind.INSPECTORS, "copy line: an address in the old gsi domain", _on("D5")),
        Known(StepKind.HOME_SECRETARY, "not shown: the letter has no addressee"),
    ),
    "I3 comments": (
        Known(StepKind.INVITED, NOT_SHOWN),
        Known(StepKind.COMMENTS_IN, "Appendix 1 of the letter; letter and appendix are undated"),
        Known(StepKind.PUBLISHED, "the letter is in hand; it has no date of any kind"),
        Known(StepKind.INSPECTORS, "not shown: the letter has no copy line"),
        Known(StepKind.HOME_SECRETARY, "the letter is addressed to the office; it is undated"),
    ),
}


def tell(change: Unit, names: Names) -> None:
    """Write the five steps of each of the three duties."""
    for name, steps in DUTIES.items():
        for step in steps:
            deadlines.add_step(
                change, names.id(name), step.kind, detail=step.detail, done=step.done
            )
