"""The three areas of the 2022 review, as its letter lists them, and what they continue."""

from seed.example import days
from seed.example.finding import Source, Told, write
from seed.example.names import Names
from store import recommendations
from store.unit import Unit
from store.vocabulary import LinkKind

KIND = "area still requiring improvement"
SECTION = "Areas still requiring improvement (letter, Appendix 1)"

FINDINGS = (
    Told(
        "R18",
        "Online exploitation: priority of cases",
        "The inspectors remain worried by how children at risk of sexual exploitation online are "
        "served: the cases that may put a child at risk have to come first.",
        SECTION,
        "online abuse",
        number="1",
    ),
    Told(
        "R19",
        "Missing children: still inconsistent",
        "How the force responds to a missing child still varies from case to case.",
        SECTION,
        "missing children",
        number="2",
    ),
    Told(
        "R20",
        "Children kept at stations after charge",
        "Children who have been charged are still held at police stations where they should not "
        "be.",
        SECTION,
        "children in custody",
        number="3",
    ),
)
CONTINUES = (
    ("R18", ("R6",)),
    ("R19", ("R3", "R4")),
    ("R20", ("R10", "R9")),
)


def tell(change: Unit, names: Names) -> None:
    """Write R18 to R20 and say which recommendations of 2021 each of them continues."""
    source = Source("I3", "D6", "D7", KIND, days.REVIEW_PUBLISHED, (1, 2, 3))
    write(change, names, source, FINDINGS)
    for later, earlier_ones in CONTINUES:
        for earlier in earlier_ones:
            recommendations.link(
                change,
                names.id(later),
                names.id(earlier),
                LinkKind.CONTINUES,
                source="our reading of the subject; D7 names no recommendation",
                since=days.REVIEW_PUBLISHED,
            )
