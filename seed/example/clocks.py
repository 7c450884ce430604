"""The clocks the three publications start: who owes what to whom, and by which rule."""

from datetime import date

from seed.example import days, findings_2021
from seed.example.names import Names
from store import deadlines
from store.clocks import Rule, RuleKind
from store.dates import When
from store.models import Subject
from store.unit import Unit
from store.vocabulary import SubjectKind

COMMENTS = "Comments (s.55)"
UPDATE = "Six-week update, 3 immediate"
PLAN = "Six-week action plan, other 8"
REVISIT = "Revisit by HMICFRS"
CONSTABULARY = "Cambridgeshire Constabulary"
ASSUMED = "publication (assumed: the text does not say from when)"

MET_2022 = When.on(
    days.REPORT_ANSWERED,
    "15th February 2022",
    "D3, its own date; the day it was put on the web is not known",
)
MET_2020 = When.on(
    days.THEMATIC_ANSWERED,
    "15th April 2020",
    "D5, its own date; the day it was put on the web is not known",
)


def tell(change: Unit, names: Names) -> None:
    """Write the clocks of each inspection, then the due date of each finding that has one."""
    _comments(change, names, "I1", "D1", MET_2022)
    _comments(change, names, "I2", "D4", MET_2020)
    _comments(change, names, "I3", "D6", When())
    _six_week_products(change, names)
    _revisit(change, names)
    for told in findings_2021.FINDINGS:
        _finding(change, names, told.ref, told.timescale, f"D1, section {told.section}")


def _comments(change: Unit, names: Names, inspection: str, report: str, met: When) -> None:
    key = _clock(
        change,
        names,
        names.subject(inspection),
        inspection,
        report,
        what=COMMENTS,
        rule=Rule(RuleKind.S55_56),
        words="56 days beginning with publication",
        owed_by="Police and Crime Commissioner",
        owed_to="the public, the inspectors and the Home Secretary",
        source="Police Act 1996 s.55(5A)",
        met=met,
    )
    names.keep(f"{inspection} comments", SubjectKind.DEADLINE, key)


def _six_week_products(change: Unit, names: Names) -> None:
    for name, what in (("I1 update", UPDATE), ("I1 plan", PLAN)):
        key = _clock(
            change,
            names,
            names.subject("I1"),
            "I1",
            "D1",
            what=what,
            rule=Rule(RuleKind.WEEKS, 6),
            words="within six weeks of the publication",
            owed_by=CONSTABULARY,
            owed_to="HMICFRS",
            source="D1, Next steps",
        )
        names.keep(name, SubjectKind.DEADLINE, key)


def _revisit(change: Unit, names: Names) -> None:
    key = _clock(
        change,
        names,
        names.subject("I1"),
        "I1",
        "D1",
        what=REVISIT,
        rule=Rule(RuleKind.MONTHS, 6),
        words="six months after the publication",
        owed_by="HMICFRS",
        owed_to=CONSTABULARY,
        source="D1, Next steps",
        condition="subject to the update and the action plan",
        met=days.SEPTEMBER_2022,
    )
    names.keep("I1 revisit", SubjectKind.DEADLINE, key)


def _finding(change: Unit, names: Names, ref: str, timescale: str, source: str) -> None:
    at_once = timescale == findings_2021.AT_ONCE
    _clock(
        change,
        names,
        names.subject(ref),
        "I1",
        "D1",
        what="Recommendation carried out",
        rule=Rule(RuleKind.IMMEDIATE) if at_once else Rule(RuleKind.MONTHS, 6),
        words=timescale,
        owed_by=CONSTABULARY,
        owed_to="HMICFRS",
        source=source,
        start_event=ASSUMED,
    )


def _clock(
    change: Unit,
    names: Names,
    subject: Subject,
    inspection: str,
    report: str,
    *,
    what: str,
    rule: Rule,
    words: str,
    owed_by: str,
    owed_to: str,
    source: str,
    start_event: str = "publication",
    condition: str = "",
    met: When = When(),
) -> int:
    since: date = days.KNOWN_FROM[report]
    return deadlines.add(
        change,
        subject,
        what=what,
        rule=rule,
        start=days.PUBLISHED[report],
        since=since,
        calendar=names.calendar,
        inspection=names.id(inspection),
        words=words,
        owed_by=owed_by,
        owed_to=owed_to,
        start_document=names.id(report),
        start_event=start_event,
        condition=condition,
        source=source,
        met=met,
    )
