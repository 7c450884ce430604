"""The 11 recommendations of the 2021 inspection, in the report's order (D1)."""

from seed.example import days
from seed.example.finding import Source, Told, write
from seed.example.names import Names
from store.unit import Unit

CONTACT = "5. Initial contact"
HELP = "6. Assessment and help"
DETENTION = "11. Police detention"
SIX_MONTHS = "within six months"
AT_ONCE = "immediately"

FINDINGS = (
    Told(
        "R1",
        "Children’s views obtained and recorded",
        "Make sure that what children say, want and fear is sought and written down every time, "
        "and with it how they behave and seem.",
        CONTACT,
        "voice of the child",
        SIX_MONTHS,
        "11",
    ),
    Told(
        "R2",
        "Diary appointments in domestic abuse",
        "Look again, at once, at how the control room uses diary appointments for domestic abuse "
        "calls, so that the children in those homes are kept safe.",
        CONTACT,
        "domestic abuse",
        AT_ONCE,
        "10",
        "as in the report, with “This is” for the report’s “The is”",
    ),
    Told(
        "R3",
        "Response in every missing episode",
        "Look again at how missing people are dealt with, so that a vulnerable child gets an "
        "effective response from the first report of an episode to its end.",
        CONTACT,
        "missing children",
        SIX_MONTHS,
        "9",
    ),
    Told(
        "R4",
        "Regularly missing children",
        "Answer each report of a regularly missing child according to the known risk, and "
        "supervise these enquiries effectively.",
        HELP,
        "missing children",
        SIX_MONTHS,
        "4",
        "as in the report, with “enquiries” for the report’s “enquires”",
    ),
    Told(
        "R5",
        "Risk assessment in domestic abuse",
        "Look again at risk assessment by officers at domestic abuse incidents, so that every "
        "child affected is seen, spoken to and recorded, and the risk to each assessed and acted "
        "on.",
        HELP,
        "domestic abuse",
        SIX_MONTHS,
        "7",
    ),
    Told(
        "R6",
        "Online abuse: intelligence, risk, sharing",
        "Improve, at once, how abuse and exploitation of children online are investigated, in "
        "three respects above all.",
        "7. Investigation",
        "online abuse",
        AT_ONCE,
        "8",
        "as in the report, with the three bullets lettered a) to c)",
        parts=(
            ("a", "better use of intelligence systems to find offenders"),
            ("b", "how risk is assessed"),
            ("c", "telling safeguarding partners sooner"),
        ),
    ),
    Told(
        "R7",
        "Guidance on police protection",
        "Give staff guidance for when a child is taken into police protection. Two things belong "
        "in it.",
        "8. Decision making",
        "police protection",
        SIX_MONTHS,
        "2",
        "prints “advice and what information” for “advice on what information”: the sense changes",
        parts=(
            ("a", "what to record on which system, and in what form, so that decisions are sound"),
            ("b", "why records must be made promptly and kept current"),
        ),
    ),
    Told(
        "R8",
        "Offender information to frontline officers",
        "Look again, at once, at how the public protection unit works and what it can do, so that "
        "frontline officers are consistently told of the risk from offenders near them.",
        "10. Managing those posing a risk to children",
        "offender management",
        AT_ONCE,
        "6",
    ),
    Told(
        "R9",
        "Oversight of children in detention",
        "Look again, with the safeguarding partners, at how the arrangements for children held by "
        "the police are monitored and whether they work.",
        DETENTION,
        "children in custody",
        SIX_MONTHS,
        "3",
    ),
    Told(
        "R10",
        "Children held overnight after charge",
        "Work more closely with the local authorities, so that a child charged and refused bail is "
        "moved to suitable accommodation instead of spending the night in a cell.",
        DETENTION,
        "children in custody",
        SIX_MONTHS,
        "1",
        "as in the report; neither begins “We recommend that”",
    ),
    Told(
        "R11",
        "Vulnerability training in custody",
        "Improve the vulnerability training of custody staff in three respects.",
        DETENTION,
        "children in custody",
        SIX_MONTHS,
        "5",
        "as in the report, the bullets lettered a) to c); “individual” for “the individual”",
        parts=(
            ("a", "custody logs that describe this child and this offence"),
            ("b", "the reasons for detaining a child, and for going on doing so"),
            ("c", "hearing children in custody: what they say and want, and how they seem"),
        ),
    ),
)


def tell(change: Unit, names: Names) -> None:
    """Write R1 to R11."""
    positions = tuple(int(told.number) for told in FINDINGS)
    source = Source("I1", "D1", "D3", "recommendation", days.REPORT_PUBLISHED, positions)
    write(change, names, source, FINDINGS)
