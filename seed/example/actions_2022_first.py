"""The actions in answers 1 to 5 of the letter of 15 February 2022 (D3, Appendix 1)."""

from datetime import date

from seed.example.action import Promised, Timed, undated
from store.clocks import RuleKind
from store.dates import When
from store.vocabulary import ActionKind, Progress

FIRST, SECOND, THIRD, FOURTH, FIFTH = (f"Appendix 1, answer {number}" for number in range(1, 6))
CUSTODY_TRAINING_AND_VOICE = ("R11", "R1")
POLICY_REVIEW_DUE = date(2024, 12, 1)
FIRST_HALF_OF_2022 = Timed(
    RuleKind.PERIOD, When("first half of 2022", date(2022, 1, 1), date(2022, 6, 30), "D3")
)

ACTIONS = (
    Promised(
        "Monthly meeting on children not transferred",
        "Partners and the Custody Lead go through each child who was charged, remanded and not "
        "moved to the local authority in the month before.",
        ("R10", "R9"),
        FIRST,
        Progress.DONE,
        "has been introduced",
        ActionKind.ROUTINE,
        "monthly",
        accountable="Custody Lead",
        forum="YPIC meeting",
    ),
    Promised(
        "Inspector’s review after charge",
        "An inspector would review each young person held after charge, beyond what PACE asks.",
        ("R10",),
        FIRST,
        Progress.CONSIDERED,
        "there is now consideration",
    ),
    Promised(
        "Police protection tracked at VPG",
        "The recommendation is part of the child sexual abuse and exploitation plan and is "
        "followed at the Vulnerability Performance Group.",
        ("R7",),
        SECOND,
        Progress.IN_PROGRESS,
        "is tracked",
        ActionKind.GOVERNANCE,
        forum="VPG",
        project="CSA/E plan",
    ),
    Promised(
        "Daily review of children in protection",
        "Every child in police protection is looked at in the force’s daily management meeting.",
        ("R7",),
        SECOND,
        Progress.DONE,
        "has been added",
        ActionKind.ROUTINE,
        "daily",
        forum="FDMM",
    ),
    Promised(
        "Focus desks oversee police protection",
        "The Vulnerability Focus Desks supervise these cases closely and give support.",
        ("R7",),
        SECOND,
        Progress.DONE,
        "has also been added",
        team="VFD",
    ),
    Promised(
        "Command Cells asked to record correctly",
        "The Command Cells have been spoken to directly about recording and continuity.",
        ("R7",),
        SECOND,
        Progress.DONE,
        "directly engaged with",
        team="Command Cells",
    ),
    Promised(
        "Review of the custody policy on children",
        "The policy on young people in custody was reviewed on 3 February 2021; its next review "
        "is dated.",
        ("R9",),
        THIRD,
        Progress.PLANNED,
        "next due for review",
        ActionKind.POLICY_REVIEW,
        accountable="Custody Lead",
        due=Timed(RuleKind.FIXED, When.on(POLICY_REVIEW_DUE, "01/12/2024", "D3, answer 3")),
    ),
    Promised(
        "Trends in detention watched",
        "Force Performance Governance looks at the number of young people detained, with ethnicity "
        "and search.",
        ("R9",),
        THIRD,
        Progress.IN_PROGRESS,
        "is included",
        ActionKind.GOVERNANCE,
        forum="Force Performance Governance",
    ),
    Promised(
        "PACE beds raised at the Youth Justice Board",
        "The ACC will raise the provision of PACE beds with partners.",
        ("R9",),
        THIRD,
        Progress.PLANNED,
        "will be discussing",
        accountable="ACC",
        forum="YJB",
        due=undated("at the next YJB"),
    ),
    Promised(
        "Quarterly custody figures for the ACC",
        "The ACC has asked the custody department for figures to support the talks with partners.",
        ("R9",),
        THIRD,
        Progress.IN_PROGRESS,
        "has also requested",
        ActionKind.ROUTINE,
        "quarterly",
        accountable="ACC",
        team="Custody department",
    ),
    Promised(
        "Challenge where no bed is offered",
        "Better quality assurance: custody officers challenge partners who have no accommodation, "
        "and the reason for not transferring a child is written down.",
        ("R9",),
        THIRD,
        Progress.PLANNED,
        "Additional work to complete",
    ),
    Promised(
        "Checks that the custody policy is followed",
        "Quality assurance is to include whether the policy on young people in custody is kept to.",
        ("R9",),
        THIRD,
        Progress.PLANNED,
        "Additional work to complete",
    ),
    Promised(
        "Feedback and training for custody staff",
        "Structured feedback and training at custody’s professional development events.",
        ("R9",),
        THIRD,
        Progress.PLANNED,
        "will be introduced",
    ),
    Promised(
        "Criterion for making trigger plans",
        "One criterion, using the partnership’s tracker and other facts, decides when trigger "
        "plans and safeguarding papers are made.",
        ("R4", "R3"),
        FOURTH,
        Progress.DONE,
        "has been devised",
        project="CSA/E plan",
    ),
    Promised(
        "Better use of trigger plans",
        "How trigger plans are used and recorded is messaged, and followed at the Vulnerability "
        "Performance Group with its items on missing children and Makesafe.",
        ("R4",),
        FOURTH,
        Progress.IN_PROGRESS,
        "already being messaged and tracked",
        forum="VPG",
        project="Makesafe",
    ),
    Promised(
        "Messaging on child abduction notices",
        "The focus desks explain when to use Child Abduction Warning Notices and how to "
        "cross-reference them.",
        ("R4",),
        FOURTH,
        Progress.PLANNED,
        "will be messaged",
        team="VFD",
    ),
    Promised(
        "Ready-made actions in COMPACT records",
        "Templates for actions would be added to the records of missing people.",
        ("R4",),
        FOURTH,
        Progress.CONSIDERED,
        "being considered",
    ),
    Promised(
        "Dip sampling by the focus desks",
        "The focus desks sample cases for quality and help with investigations.",
        CUSTODY_TRAINING_AND_VOICE,
        FIFTH,
        Progress.PLANNED,
        "will be conducting",
        team="VFD",
        project="ARTEMIS",
    ),
    Promised(
        "Supervisors’ E-Book and framework",
        "Project FLETCHER takes the work into the E-Book and the words of the supervisory "
        "framework.",
        CUSTODY_TRAINING_AND_VOICE,
        FIFTH,
        Progress.PLANNED,
        "will be absorbed",
        project="FLETCHER",
    ),
    Promised(
        "Appointment of Custody Directors",
        "Custody Directors are to be appointed and to support the work.",
        CUSTODY_TRAINING_AND_VOICE,
        FIFTH,
        Progress.PLANNED,
        "will be further supported",
        accountable="Custody Directors",
    ),
    Promised(
        "Safeguarding form rewritten",
        "The 101 form now asks more plainly for the child’s voice at the scene.",
        CUSTODY_TRAINING_AND_VOICE,
        FIFTH,
        Progress.DONE,
        "have been redrafted",
    ),
    Promised(
        "One more officer in the MET Hub",
        "The hub for missing, exploited and trafficked children has grown by one officer.",
        CUSTODY_TRAINING_AND_VOICE,
        FIFTH,
        Progress.DONE,
        "has been an uplift",
        team="MET Hub",
    ),
    Promised(
        "Dip sampling of three kinds of report",
        "PVP teams sample missing, crime and safeguarding reports for the child’s voice.",
        CUSTODY_TRAINING_AND_VOICE,
        FIFTH,
        Progress.IN_PROGRESS,
        "routinely assess",
        ActionKind.ROUTINE,
        "routinely",
        team="PVP",
    ),
    Promised(
        "Task group on peer-on-peer images",
        "A group led by the police studies indecent images passed between children, and the police "
        "response.",
        CUSTODY_TRAINING_AND_VOICE,
        FIFTH,
        Progress.IN_PROGRESS,
        "is further exploring",
        forum="IIOC task group",
    ),
    Promised(
        "Victim feedback panel",
        "A panel of victims is to show, among other things, how well the child’s voice is heard.",
        CUSTODY_TRAINING_AND_VOICE,
        "Appendix 1, answers 5 and 11",
        Progress.PLANNED,
        "also being devised",
        due=FIRST_HALF_OF_2022,
    ),
)
