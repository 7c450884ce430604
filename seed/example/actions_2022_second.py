"""The actions in answers 6 to 10 of the letter of 15 February 2022 (D3, Appendix 1).

Answer 11 repeats answer 5: its actions are told once and serve both recommendations.
"""

from datetime import date

from seed.example.action import Promised, Timed, standard, undated
from seed.example.actions_2022_first import FIRST_HALF_OF_2022
from store.clocks import RuleKind
from store.dates import When
from store.vocabulary import ActionKind, Progress

SIXTH, SEVENTH, EIGHTH, NINTH, TENTH = (f"Appendix 1, answer {number}" for number in range(6, 11))
JANUARY_2022 = Timed(
    RuleKind.PERIOD, When("January 2022", date(2022, 1, 1), date(2022, 1, 31), "D3, answer 7")
)
JOINT_DAY = date(2022, 2, 7)

_ON_OFFENDERS = (
    Promised(
        "Project BOYD in public protection",
        "A set of improvements in the public protection unit, drawn from the inspection.",
        ("R8",),
        SIXTH,
        Progress.DONE,
        "now fully implemented",
        team="PPU",
        project="BOYD",
    ),
    Promised(
        "ViSOR data mirrored in Athena",
        "Data on offenders are moved and mirrored between the national and the force’s system.",
        ("R8",),
        SIXTH,
        Progress.IN_PROGRESS,
        "is underway",
        team="PPU",
        project="BOYD",
    ),
    Promised(
        "Review of reactively managed offenders",
        "Each registered sex offender now on reactive management is reviewed, with risk assessment "
        "and research.",
        ("R8",),
        SIXTH,
        Progress.IN_PROGRESS,
        "is being fully reviewed",
        team="PPU",
    ),
    Promised(
        "Review dates in ViSOR for each offender",
        "Whoever stays on reactive management has agreed wording and a review date on record.",
        ("R8",),
        SIXTH,
        Progress.IN_PROGRESS,
        "a diarised date",
        ActionKind.ROUTINE,
        "diarised for each offender",
        team="PPU",
    ),
    Promised(
        "Level 1 meetings attended",
        "The unit attends the meetings in the north and the south.",
        ("R8",),
        SIXTH,
        Progress.IN_PROGRESS,
        "will include",
        ActionKind.ROUTINE,
        "weekly",
        team="PPU",
        forum="Level 1 meetings",
    ),
    Promised(
        "Offender list for neighbourhood supervisors",
        "The list of registered sex offenders in the neighbourhood OneNote is brought up to date.",
        ("R8",),
        SIXTH,
        Progress.IN_PROGRESS,
        "updated weekly",
        ActionKind.ROUTINE,
        "weekly",
        team="PPU",
    ),
    Promised(
        "Top five offenders for briefings",
        "Five people each for the north and the south go into the briefing and tasking slides.",
        ("R8",),
        SIXTH,
        Progress.IN_PROGRESS,
        "Work ongoing",
        ActionKind.ROUTINE,
        "weekly",
        team="PPU",
    ),
    Promised(
        "Mandatory referral to offender dashboards",
        "People must be referred to the Key Offender Dashboards of the north and the south.",
        ("R8",),
        SIXTH,
        Progress.IN_PROGRESS,
        "Work ongoing",
        team="PPU",
    ),
    Promised(
        "Three-force tool on offenders",
        "A Microsoft 365 tool of the three forces shows every warranted officer the basic details "
        "of offenders nearby.",
        ("R8",),
        SIXTH,
        Progress.IN_PROGRESS,
        "expected to go online",
        team="BCH",
        due=FIRST_HALF_OF_2022,
    ),
)
_ON_DOMESTIC_ABUSE = (
    Promised(
        "Project KAIZEN for domestic abuse",
        "The force’s plan for domestic abuse, led by PVP, takes in what both this inspection and "
        "the VAWG report found.",
        ("R5",),
        SEVENTH,
        Progress.IN_PROGRESS,
        "seeks to enhance",
        ActionKind.GOVERNANCE,
        team="PVP",
        project="KAIZEN",
    ),
    Promised(
        "Court mentoring and perpetrator programmes",
        "A mentoring programme for specialist domestic abuse cases at court (SDAC), and three "
        "programmes for perpetrators.",
        ("R5",),
        SEVENTH,
        Progress.PLANNED,
        "forthcoming",
        project="KAIZEN",
    ),
    Promised(
        "Assessment of the DASH and 101 forms",
        "Whether the forms catch every risk, and whether what they say is passed on in time.",
        ("R5",),
        SEVENTH,
        Progress.IN_PROGRESS,
        "further assessing",
        project="KAIZEN",
    ),
    Promised(
        "Better risk form where DASH does not apply",
        "With the Crime Standards Delivery Group: a way to assess non-intimate domestic abuse more "
        "consistently where children are concerned.",
        ("R5",),
        SEVENTH,
        Progress.PLANNED,
        "will introduce",
        forum="CSDG",
    ),
    Promised(
        "tuServ brought in by stages",
        "The whole force completes DASH forms in tuServ, so that risk is passed on faster.",
        ("R5",),
        SEVENTH,
        Progress.PLANNED,
        "will introduce",
        project="KAIZEN",
        due=JANUARY_2022,
    ),
    Promised(
        "Rewriting of the 101 forms",
        "The forms are to show risk to children better in domestic abuse of every kind.",
        ("R5",),
        SEVENTH,
        Progress.PLANNED,
        "there will be a re-drafting",
        project="KAIZEN",
    ),
    Promised(
        "Programme on violence of child to parent",
        "One of the three programmes, with an adviser and a charity, is said to be running.",
        ("R5",),
        SEVENTH,
        Progress.IN_PROGRESS,
        "has been in operation",
        due=undated("Since Autumn 2022"),
    ),
)
_ON_ONLINE_ABUSE = (
    Promised(
        "Meetings on sharing with MASH",
        "Police colleagues in the MASH met on 6 October 2021; meetings with its other partners are "
        "to follow.",
        ("R6",),
        EIGHTH,
        Progress.DONE,
        "Preliminary meeting was held",
        team="POLIT",
        forum="MASH",
    ),
    Promised(
        "One risk template, KIRAT, in every case",
        "The whole template is used for everyone suspected of making, having or sharing indecent "
        "images of children.",
        ("R6",),
        EIGHTH,
        Progress.IN_PROGRESS,
        "will not deviate from this",
        ActionKind.STANDING_RULE,
        team="POLIT",
    ),
    Promised(
        "Very high risk: action in 24 hours",
        "How soon a case in the highest band is acted on.",
        ("R6",),
        EIGHTH,
        Progress.IN_PROGRESS,
        "within 24 hours",
        ActionKind.SERVICE_STANDARD,
        team="POLIT",
        due=standard("within 24 hours"),
    ),
    Promised(
        "High risk: action in seven days",
        "How soon a case in the second band is acted on.",
        ("R6",),
        EIGHTH,
        Progress.IN_PROGRESS,
        "within seven days",
        ActionKind.SERVICE_STANDARD,
        team="POLIT",
        due=standard("within seven days"),
    ),
    Promised(
        "Medium risk: action in six weeks",
        "How soon a case in the third band is acted on.",
        ("R6",),
        EIGHTH,
        Progress.IN_PROGRESS,
        "with 6 weeks",
        ActionKind.SERVICE_STANDARD,
        team="POLIT",
        due=standard("with 6 weeks"),
    ),
    Promised(
        "Low risk: action in three months",
        "How soon a case in the lowest band should be acted on.",
        ("R6",),
        EIGHTH,
        Progress.IN_PROGRESS,
        "within 3 months",
        ActionKind.SERVICE_STANDARD,
        team="POLIT",
        due=standard("within 3 months"),
    ),
)
_ON_MISSING_CHILDREN = (
    Promised(
        "Clear criteria in trigger plans",
        "Trigger plans show when and how to respond.",
        ("R3", "R4"),
        NINTH,
        Progress.DONE,
        "now show clear criteria",
    ),
    Promised(
        "Missing children monitored at VPG",
        "Project ARTEMIS and the missing-from-home strategy and plan are followed there.",
        ("R3",),
        NINTH,
        Progress.IN_PROGRESS,
        "are monitored",
        ActionKind.GOVERNANCE,
        forum="VPG",
        project="ARTEMIS",
    ),
    Promised(
        "Messaging on return interviews",
        "The focus desks remind officers of return home interviews.",
        ("R3",),
        NINTH,
        Progress.PLANNED,
        "will be delivered",
        team="VFD",
    ),
    Promised(
        "Monthly look at missing children cases",
        "The Vulnerability Performance Group assesses good practice, lessons and trends.",
        ("R3",),
        NINTH,
        Progress.IN_PROGRESS,
        "now ensures",
        ActionKind.ROUTINE,
        "monthly",
        forum="VPG",
    ),
    Promised(
        "Joint day with the SAFE team",
        "Police and the local authority’s team work a day together on missing and vulnerable "
        "young people.",
        ("R3",),
        NINTH,
        Progress.PLANNED,
        "is taking place",
        team="SAFE team",
        due=Timed(RuleKind.FIXED, When.on(JOINT_DAY, "07/02/22", "D3, answer 9")),
    ),
)
_ON_DIARY_APPOINTMENTS = (
    Promised(
        "KAIZEN oversees diary appointments",
        "The domestic abuse project watches over the answer to this recommendation.",
        ("R2",),
        TENTH,
        Progress.IN_PROGRESS,
        "will have oversight",
        ActionKind.GOVERNANCE,
        project="KAIZEN",
    ),
    Promised(
        "Further reviews of appointments",
        "The new Volume Crime Team takes this on and checks that the system is sound and safe.",
        ("R2",),
        TENTH,
        Progress.PLANNED,
        "will address this going forward",
        team="VCT",
    ),
    Promised(
        "Diary system reviewed in the control room",
        "Appointments for domestic abuse only after a THRIVE assessment, where no quicker "
        "attendance is called for, and in person unless there is no other way.",
        ("R2",),
        TENTH,
        Progress.DONE,
        "has reviewed",
        team="Demand Hub",
    ),
)

ACTIONS = (
    *_ON_OFFENDERS,
    *_ON_DOMESTIC_ABUSE,
    *_ON_ONLINE_ABUSE,
    *_ON_MISSING_CHILDREN,
    *_ON_DIARY_APPOINTMENTS,
)
