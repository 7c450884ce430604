"""How far the force says it has got with each finding, on the day of its letter.

Nothing is signed off and nothing is closed: no document says so, and silence closes nothing.
"""

from seed.example import days
from seed.example.names import Names
from store import decisions
from store.unit import Unit
from store.vocabulary import Axis, Delivery

BY = "Cambridgeshire Constabulary"

# The finding, the letter, the number of the answer in it, and how the letter puts it.
SAID: tuple[tuple[str, str, str, str], ...] = (
    ("R1", "D3", "answer 11", "is also being devised"),
    ("R2", "D3", "answer 10", "will address this going forward"),
    ("R3", "D3", "answer 9", "processes are also in place"),
    ("R4", "D3", "answer 4", "already being messaged and tracked"),
    ("R5", "D3", "answer 7", "further assessing"),
    ("R6", "D3", "answer 8", "further meetings are planned"),
    ("R7", "D3", "answer 2", "already been messaging"),
    ("R8", "D3", "answer 6", "fully implemented"),
    ("R9", "D3", "answer 3", "Additional work to complete"),
    ("R10", "D3", "answer 1", "Additional work being considered"),
    ("R11", "D3", "answer 5", "is also being devised"),
    ("R14", "D5", "third bullet", "work is ongoing"),
    ("R16", "D5", "fifth bullet", "will continue to be developed"),
    ("R17", "D5", "sixth bullet", "conduct a self-assessment"),
    ("R18", "D7", "answer 1", "are receiving an uplift"),
    ("R19", "D7", "answer 2", "imminent introduction"),
    ("R20", "D7", "answer 3", "continue to engage and explore"),
)
UNDATED = "; the letter is undated, and this is the earliest day it can have"


def tell(change: Unit, names: Names) -> None:
    """Write one decision for each finding the force answers as its own: in progress."""
    for ref, letter, place, said in SAID:
        note = UNDATED if letter == "D7" else ""
        decisions.decide(
            change,
            names.subject(ref),
            Axis.DELIVERY,
            Delivery.IN_PROGRESS,
            on=days.KNOWN_FROM[letter],
            by=BY,
            evidence=f"{letter}, {place}: the force’s own account{note}",
            said=said,
            document=names.id(letter),
        )
