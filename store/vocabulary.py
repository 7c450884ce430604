"""The fixed words of a tracker: kinds of records, statuses on each axis, who work belongs to."""

from enum import StrEnum


class SubjectKind(StrEnum):
    """What a note, decision, deadline or query can be about."""

    INSPECTION = "inspection"
    DOCUMENT = "document"
    RECOMMENDATION = "recommendation"
    RESPONSE = "response"
    ACTION = "action"
    DEADLINE = "deadline"
    BOARD = "board"
    OWNER = "owner"


class Axis(StrEnum):
    """Whose judgement a decision is: three axes of a recommendation, and an action's progress."""

    DELIVERY = "delivery"
    INSPECTORATE = "inspectorate"
    ASSURANCE = "assurance"
    PROGRESS = "progress"


class Delivery(StrEnum):
    """How far the force has got, in the force's own judgement."""

    AWAITING_ALLOCATION = "awaiting allocation"
    IN_PROGRESS = "in progress"
    EMBEDDING = "implemented, embedding"
    SUBMITTED = "submitted for sign-off"
    SIGNED_OFF = "signed off by force"


class Verdict(StrEnum):
    """What the inspectorate says of a recommendation."""

    OPEN = "open"
    AWAITING = "awaiting verification"
    CLOSED = "closed by inspectorate"
    NO_FURTHER_ACTION = "no further action needed"
    SUPERSEDED = "superseded"


class Assurance(StrEnum):
    """What the commissioner's board makes of it."""

    NOT_CONSIDERED = "not yet considered"
    NOT_ASSURED = "not assured"
    PARTLY_ASSURED = "partly assured"
    ASSURED = "assured"


class Progress(StrEnum):
    """How far an action has got."""

    CONSIDERED = "being considered"
    PLANNED = "planned"
    IN_PROGRESS = "in progress"
    DONE = "done"
    STOPPED = "stopped"


class Applies(StrEnum):
    """Whether a recommendation is ours to answer."""

    OURS = "ours"
    WATCHED = "watched"
    CONDITIONAL = "conditional"
    LAPSED = "lapsed"


class ActionKind(StrEnum):
    """What sort of promise an action is; only the first three can be late."""

    ACTION = "action"
    POLICY_REVIEW = "policy review"
    UNDERTAKING = "commissioner's undertaking"
    ROUTINE = "routine"
    GOVERNANCE = "governance"
    SERVICE_STANDARD = "service standard"
    STANDING_RULE = "standing rule"
    CLAIM = "performance claim"


class Extent(StrEnum):
    """How far a response answers a recommendation or one part of it."""

    ANSWERED = "answered"
    PARTLY = "partly answered"
    NOT_ANSWERED = "not answered"


class OwnerKind(StrEnum):
    """What can own work: not only people."""

    PERSON = "person"
    ROLE = "role"
    TEAM = "team"
    FORUM = "forum"
    PROJECT = "project"
    BODY = "body"


class StepKind(StrEnum):
    """The commissioner's duty under s.55 Police Act 1996, step by step."""

    INVITED = "chief constable invited to comment"
    COMMENTS_IN = "chief constable's comments received"
    PUBLISHED = "comments published"
    INSPECTORS = "copied to the inspectors of constabulary"
    HOME_SECRETARY = "copied to the Home Secretary"


class LinkKind(StrEnum):
    """How a later finding stands to an earlier one, or to the cause of concern above it."""

    CONTINUES = "continues"
    SUPERSEDES = "supersedes"
    UNDER = "comes under"


STATUSES: dict[Axis, type[StrEnum]] = {
    Axis.DELIVERY: Delivery,
    Axis.INSPECTORATE: Verdict,
    Axis.ASSURANCE: Assurance,
    Axis.PROGRESS: Progress,
}
FIRST_STATUS: dict[Axis, StrEnum] = {
    Axis.DELIVERY: Delivery.AWAITING_ALLOCATION,
    Axis.INSPECTORATE: Verdict.OPEN,
    Axis.ASSURANCE: Assurance.NOT_CONSIDERED,
    Axis.PROGRESS: Progress.PLANNED,
}
CAN_BE_LATE = frozenset({ActionKind.ACTION, ActionKind.POLICY_REVIEW, ActionKind.UNDERTAKING})
