"""The force's actions in the letter of 15 April 2020 (D5, Appendix 1)."""

from seed.example.action import Promised
from store.vocabulary import ActionKind, Progress

ACTIONS = (
    Promised(
        "Self-assessment of child protection",
        "The force assesses itself against the inspectorate’s guidance.",
        ("R17",),
        "Appendix 1, sixth bullet",
        Progress.IN_PROGRESS,
        "is using HMICFRS guidance",
    ),
    Promised(
        "Audits with other agencies",
        "Regular audits of decisions and of what became of the child; the force’s own scrutiny "
        "groups audit too.",
        ("R16",),
        "Appendix 1, fifth bullet",
        Progress.IN_PROGRESS,
        "participates",
        ActionKind.ROUTINE,
        "regular",
        forum="Scrutiny Groups",
    ),
)
