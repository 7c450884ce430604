"""The six recommendations of the 2019 thematic report, as the letter that answers it lists them.

Three are addressed to departments of state; one only to forces not yet inspected.
"""

from seed.example import days
from seed.example.finding import Source, Told, write
from seed.example.names import Names
from store.unit import Unit
from store.vocabulary import Applies

SECTION = "Letter, Appendix 1 (the report is not in hand)"
NOT_OURS = "addressed to departments of state; the Constabulary awaits further information"

FINDINGS = (
    Told(
        "R12",
        "National early help strategy",
        "Consider a new national strategy for early help and prevention, so that agencies act "
        "together on the first signs of risk and on what causes harm.",
        SECTION,
        "early help",
        addressee="Home Office (with other departments)",
        applies=Applies.WATCHED,
        applies_because=NOT_OURS,
    ),
    Told(
        "R13",
        "Intermediaries and joint interviews",
        "Review how far intermediaries are provided, and how often social workers take part when "
        "police interview a child.",
        SECTION,
        "interviewing children",
        addressee="Ministry of Justice; Department for Education",
        applies=Applies.WATCHED,
        applies_because=NOT_OURS,
    ),
    Told(
        "R14",
        "Criminalising fewer children",
        "Avoid making offenders of children without need: weigh each child’s circumstances, stop "
        "prosecutions that serve nobody, and build ways out of the courts for lesser offences.",
        SECTION,
        "criminalisation of children",
        addressee="chief constables",
        applies_because="addressed to every chief constable",
    ),
    Told(
        "R15",
        "Needless detention of children",
        "Review the detention of children that could be avoided: the 2017 concordat on custody, "
        "other accommodation, appropriate adults and bail.",
        SECTION,
        "children in custody",
        addressee="Home Office; Department for Education",
        applies=Applies.WATCHED,
        applies_because=NOT_OURS,
    ),
    Told(
        "R16",
        "Checking the quality of decisions",
        "Review how performance is managed and quality assured, so that the worth of decisions is "
        "assessed as a matter of course and not only whether a process was followed.",
        SECTION,
        "quality of decisions",
        addressee="chief constables",
        applies_because="addressed to every chief constable",
    ),
    Told(
        "R17",
        "Learning before one’s own inspection",
        "Find and take up the good practice and the lessons of the inspections of other forces.",
        SECTION,
        "learning from inspection",
        addressee="chief constables of forces not yet inspected (NCPI or JTAI)",
        applies=Applies.CONDITIONAL,
        applies_because="speaks only to forces not yet inspected: the condition ended when "
        "Cambridgeshire’s own inspection began on 5 July 2021",
        applies_until=days.INSPECTION_BEGAN,
    ),
)


def tell(change: Unit, names: Names) -> None:
    """Write R12 to R17."""
    source = Source("I2", "D4", "D5", "recommendation", days.THEMATIC_PUBLISHED, tuple(range(1, 7)))
    write(change, names, source, FINDINGS)
