"""The case audits: by area, by assessor, and the review’s sample from outside the documents."""

from seed.example import days
from seed.example.names import Names
from store import inspections
from store.unit import Unit

Grades = tuple[int, int, int]

# Graded (good, requires improvement, inadequate).
BY_SAMPLE: tuple[tuple[str, str, Grades], ...] = (
    ("33 cases, chosen by the force", "Cambridgeshire Constabulary", (19, 9, 5)),
    ("33 cases, chosen by the force", "HMICFRS", (13, 13, 7)),
    ("46 further cases", "HMICFRS", (21, 17, 8)),
)
BY_AREA: tuple[tuple[str, Grades], ...] = (
    ("section 47 enquiries", (9, 1, 0)),
    ("domestic abuse referrals", (3, 2, 4)),
    ("referrals other than domestic abuse", (6, 4, 0)),
    ("child sexual exploitation", (7, 2, 7)),
    ("missing children", (3, 4, 1)),
    ("section 46 place of safety", (3, 4, 1)),
    ("sex offender management", (2, 9, 1)),
    ("police detention", (1, 4, 1)),
)
ALL_CASES = "all 79 cases, by area"
REVIEW_SAMPLE = "24 cases of the review"
REVIEW_GRADES: Grades = (6, 5, 13)


def tell(change: Unit, names: Names) -> None:
    """Write the figures of 2021 and of the review."""
    for sample, assessor, graded in BY_SAMPLE:
        _of_2021(change, names, sample, assessor, graded, "")
    for area, graded in BY_AREA:
        _of_2021(change, names, ALL_CASES, "HMICFRS", graded, area)
    inspections.add_audit(
        change,
        names.id("I3"),
        sample=REVIEW_SAMPLE,
        assessor="HMICFRS",
        graded=REVIEW_GRADES,
        document=names.id("D6"),
        source=f"not in the letter: the inspectorate’s web page {days.REVIEW_PAGE}",
        since=days.REVIEW_PUBLISHED,
    )


def _of_2021(
    change: Unit, names: Names, sample: str, assessor: str, graded: Grades, area: str
) -> None:
    inspections.add_audit(
        change,
        names.id("I1"),
        sample=sample,
        assessor=assessor,
        area=area,
        graded=graded,
        document=names.id("D1"),
        source="D1, section 4",
        since=days.REPORT_PUBLISHED,
    )
