"""The five inspections of the example and the seven documents about them."""

from datetime import date

from seed.example import days
from seed.example.names import Names
from store import documents, inspections
from store.dates import When
from store.unit import Unit
from store.vocabulary import SubjectKind

PROGRAMME = "National Child Protection Inspections"
FORCE = "Cambridgeshire Constabulary"
PCC = "Darryl Preston, Police and Crime Commissioner"


def tell(change: Unit, names: Names) -> None:
    """Write the inspections, then the reports, the paper and the letters."""
    _inspection_2021(change, names)
    _thematic_2019(change, names)
    _review_2022(change, names)
    _only_mentioned(change, names)
    _report_and_paper(change, names)
    _letter_on_the_report(change, names)
    _thematic_and_its_letter(change, names)
    _review_and_its_letter(change, names)


def _inspection_2021(change: Unit, names: Names) -> None:
    key = inspections.add(
        change,
        title="National Child Protection Inspection: Cambridgeshire Constabulary, 5–16 July 2021",
        short="Child protection inspection 2021",
        programme=PROGRAMME,
        body="HMICFRS",
        force=FORCE,
        mode="remote",
        fieldwork=When(
            "5–16 July 2021", days.INSPECTION_BEGAN, days.INSPECTION_ENDED, "D1, title page"
        ),
        stated_recommendations=11,
        stated_source="D1, Conclusion: 11; D3, Appendix 1: eleven",
        since=days.INSPECTION_BEGAN,
    )
    names.keep("I1", SubjectKind.INSPECTION, key)


def _thematic_2019(change: Unit, names: Names) -> None:
    key = inspections.add(
        change,
        title="National Child Protection Inspections 2019 Thematic Report",
        short="Thematic report 2019",
        programme=PROGRAMME,
        body="HMICFRS",
        force="all forces",
        mode="national thematic",
        remark="Known here from the letter that answers it; the report itself is not in hand.",
        since=days.THEMATIC_PUBLISHED,
    )
    names.keep("I2", SubjectKind.INSPECTION, key)


def _review_2022(change: Unit, names: Names) -> None:
    key = inspections.add(
        change,
        title="National Child Protection Inspection Post-Inspection Review",
        short="Post-inspection review 2022",
        programme=PROGRAMME,
        body="HMICFRS",
        force=FORCE,
        fieldwork=days.SEPTEMBER_2022,
        parent=names.id("I1"),
        stated_recommendations=3,
        stated_source="D7, third paragraph: three areas still requiring improvement",
        remark="Known here from the letter that answers it; the review itself is not in hand.",
        since=days.REVIEW_BEGAN,
    )
    names.keep("I3", SubjectKind.INSPECTION, key)


def _only_mentioned(change: Unit, names: Names) -> None:
    vawg = inspections.add(
        change,
        title="Report on violence against women and girls (“VAWG report”)",
        short="VAWG report",
        mentioned_only=True,
        remark="Named once, in answer 7 of the letter of 15 February 2022; nothing else is known.",
        since=days.REPORT_ANSWERED,
    )
    names.keep("I4", SubjectKind.INSPECTION, vawg)
    rape = inspections.add(
        change,
        title="Joint thematic inspection: response of police and prosecutors to rape",
        short="Joint thematic on rape",
        body="HMICFRS, with a body not named",
        mentioned_only=True,
        remark="Named in section 2 of the 2021 report, which quotes a recommendation of it to the "
        "Home Office.",
        since=days.REPORT_PUBLISHED,
    )
    names.keep("I5", SubjectKind.INSPECTION, rape)


def _report_and_paper(change: Unit, names: Names) -> None:
    report = documents.add(
        change,
        inspection=names.id("I1"),
        kind="inspection report",
        title="Report on the 2021 inspection",
        sent_by="HMICFRS",
        url=days.REPORT_PAGE,
        published=days.PUBLISHED["D1"],
        since=days.REPORT_PUBLISHED,
    )
    names.keep("D1", SubjectKind.DOCUMENT, report)
    paper = documents.add(
        change,
        inspection=names.id("I1"),
        kind="board paper",
        title="Board paper on the coming inspection",
        sent_by="Chief Constable",
        sent_to="Business Co-ordination Board",
        marking="Official",
        dated=When.on(days.BOARD_MET, "13 July 2021", "D2, heading"),
        remark="Agenda item 10.0. Asks the Board to note, twice; it makes no recommendation.",
        since=days.BOARD_MET,
    )
    names.keep("D2", SubjectKind.DOCUMENT, paper)


def _letter_on_the_report(change: Unit, names: Names) -> None:
    letter = _letter(
        change,
        names,
        "I1",
        title="Letter on the 2021 report",
        sent_by=PCC,
        sent_to="Rt Hon Priti Patel MP, Home Secretary",
        dated=When.on(days.REPORT_ANSWERED, "15th February 2022", "D3, heading"),
        since=days.REPORT_ANSWERED,
    )
    names.keep("D3", SubjectKind.DOCUMENT, letter)
    _copy_to_home_secretary(change, letter, When.on(days.REPORT_ANSWERED, "15th February 2022"))
    _copy_to_inspectors(change, letter, When.on(days.REPORT_ANSWERED, "15th February 2022"))


def _thematic_and_its_letter(change: Unit, names: Names) -> None:
    report = documents.add(
        change,
        inspection=names.id("I2"),
        kind="thematic report",
        title="Thematic report 2019",
        sent_by="HMICFRS",
        url=days.THEMATIC_PAGE,
        in_hand=False,
        published=days.PUBLISHED["D4"],
        since=days.THEMATIC_PUBLISHED,
    )
    names.keep("D4", SubjectKind.DOCUMENT, report)
    letter = _letter(
        change,
        names,
        "I2",
        title="Letter on the thematic report",
        sent_by="Ray Bisby, Acting Police and Crime Commissioner",
        sent_to="",
        dated=When.on(days.THEMATIC_ANSWERED, "15th April 2020", "D5, heading"),
        since=days.THEMATIC_ANSWERED,
    )
    names.keep("D5", SubjectKind.DOCUMENT, letter)
    _copy_to_inspectors(change, letter, When.on(days.THEMATIC_ANSWERED, "15th April 2020"))


def _review_and_its_letter(change: Unit, names: Names) -> None:
    report = documents.add(
        change,
        inspection=names.id("I3"),
        kind="post-inspection review",
        title="Post-inspection review 2022",
        sent_by="HMICFRS",
        url=days.REVIEW_PAGE,
        in_hand=False,
        published=days.PUBLISHED["D6"],
        since=days.REVIEW_PUBLISHED,
    )
    names.keep("D6", SubjectKind.DOCUMENT, report)
    letter = _letter(
        change,
        names,
        "I3",
        title="Letter on the review (undated)",
        sent_by=PCC,
        sent_to="Home Secretary",
        dated=When(),
        since=days.REVIEW_ANSWERED,
    )
    names.keep("D7", SubjectKind.DOCUMENT, letter)
    _copy_to_home_secretary(change, letter, When())


def _letter(
    change: Unit,
    names: Names,
    inspection: str,
    *,
    title: str,
    sent_by: str,
    sent_to: str,
    dated: When,
    since: date,
) -> int:
    return documents.add(
        change,
        inspection=names.id(inspection),
        kind="response letter",
        title=title,
        sent_by=sent_by,
        sent_to=sent_to,
        dated=dated,
        remark="Comments under section 55(5) of the Police Act 1996; the force’s answers are "
        "Appendix 1.",
        since=since,
    )


def _copy_to_inspectors(change: Unit, letter: int, sent: When) -> None:
    documents.add_copy(
        change,
        letter,
        sent_to="the inspectors of constabulary",
        duty="Police Act 1996 s.55(6)(a)",
        address="PCC@hmic.gsi.gov.uk",
        how="copy line of the letter",
        sent=sent,
    )


def _copy_to_home_secretary(change: Unit, letter: int, sent: When) -> None:
    documents.add_copy(
        change,
        letter,
        sent_to="the Home Secretary",
        duty="Police Act 1996 s.55(6)(b)",
        how="addressee of the letter",
        sent=sent,
    )
