"""The force's actions in the undated letter on the 2022 review (D7, Appendix 1)."""

from seed.example.action import Promised, undated
from store.vocabulary import ActionKind, Progress

FIRST, SECOND, THIRD = (f"Appendix 1, answer {number}" for number in range(1, 4))

ACTIONS = (
    Promised(
        "Three more posts in POLIT",
        "The online investigation team grows by three; training for them is being found.",
        ("R18",),
        FIRST,
        Progress.IN_PROGRESS,
        "are receiving an uplift",
        team="POLIT",
    ),
    Promised(
        "Plan and operation against the backlog",
        "Closer management of cases, so that work for the prosecutors comes first.",
        ("R18",),
        FIRST,
        Progress.IN_PROGRESS,
        "has been applied",
        team="POLIT",
    ),
    Promised(
        "Quicker referrals with the local authority",
        "Police and local authority look for a better way to handle POLIT’s risk assessments.",
        ("R18",),
        FIRST,
        Progress.IN_PROGRESS,
        "has been initiated",
        team="POLIT",
    ),
    Promised(
        "Child Exploitation Hub",
        "The MET Hub and the intelligence department are joined, under one way of tasking.",
        ("R19",),
        SECOND,
        Progress.PLANNED,
        "imminent introduction",
        project="CE Hub",
        due=undated("imminent"),
    ),
    Promised(
        "Most children found within a day",
        "The force’s own figures: over 90 per cent of under-18s within 24 hours; a median under "
        "four hours for all ages.",
        ("R19",),
        SECOND,
        Progress.IN_PROGRESS,
        "regularly now show",
        ActionKind.CLAIM,
    ),
    Promised(
        "Senior monitoring of the most acute cases",
        "Senior people watch the most acute cases, to lessen demand and find other ways.",
        ("R20",),
        THIRD,
        Progress.DONE,
        "recently introduced",
    ),
    Promised(
        "Children in custody looked at by DMM",
        "A tactical meeting with partners looks at every child kept in custody.",
        ("R20",),
        THIRD,
        Progress.IN_PROGRESS,
        "are scrutinised",
        ActionKind.ROUTINE,
        "fortnightly",
        forum="DMM",
    ),
    Promised(
        "Quarterly report to the Management Board",
        "Children kept in custody are reported to the Youth Justice Management Board.",
        ("R20",),
        THIRD,
        Progress.IN_PROGRESS,
        "reported",
        ActionKind.ROUTINE,
        "quarterly",
        forum="Youth Justice Management Board",
    ),
)
