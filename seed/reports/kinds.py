"""What kind of document this is, told from its first and last lines."""

import re
from collections.abc import Sequence

from seed.draft import DocumentKind
from seed.passages.heading_shapes import fold_heading
from seed.passages.headings import ANNOUNCES_FINDINGS, role_of
from seed.passages.passage import Passage
from seed.passages.tables import ANSWERED
from seed.reports.openings import opens_strongly, says_should

_MINUTES = re.compile(
    r"^notes of (?:the|a) meeting\b|^(?:date of )?next meeting\b"
    r"|\bminutes of (?:the|a)\b.*\b(?:held|meeting)\b"
    r"|^(?:apologies|present|in attendance|attendees)\s*:|^(?:minutes|notes) and actions?$"
    r"|^(?:AOB|any other business)\b"
    r"|^resolved\b|\bminutes of the (?:last|previous) meeting\b",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"^agenda item\b|\bagenda item:? ?\d|^to:.*\b(?:board|panel|committee|authority)\b"
    r"|\b(?:board|panel|committee|members?|authority)(?: is| are)? (?:recommended|asked|invited"
    r"|requested) to\b|^it is recommended that (?:the )?(?:board|panel|committee|members)\b"
    r"|^(?:\d\.? )?purpose(?: of (?:the )?(?:report|paper))?$",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^dear\b|\bdear (?:home secretary|sir|madam)\b", re.IGNORECASE)
_COMMISSIONER = re.compile(
    r"\b(?:section|s\.?) ?55\b|^local policing body['’]s comments"
    r"|\bas (?:the )?(?:acting )?police (?:, fire )?and crime commissioner\b"
    r"|\b(?:force|constabulary|chief constable['’]s) (?:response|comments)\b"
    r"|^comments of the (?:chief constable|commissioner)\b|^(?:our )?responses?\s*[:–—-]"
    r"|^response to (?:the )?(?:HMIC\w*|PEEL|inspection|report)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:section|s\.?) ?55\b", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?:improvement|action|delivery|recovery) plan\b|\b(?:progress|tracker|update)\b"
    r"|\bposition (?:at|as at|on)\b",
    re.IGNORECASE,
)
_TO_THE_HOME_SECRETARY = re.compile(r"^dear (?:home secretary|minister)\b", re.IGNORECASE)
_SIGN_OFF = re.compile(r"^(?:yours|kind regards)\b", re.IGNORECASE)
_SIGNED_BY = re.compile(
    r"^(?:(?:deputy|acting) )?(?:police(?:, fire)? and crime commissioner"
    r"|(?:mayor|deputy mayor for policing)\b)",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"\bprogress (?:against|on|with) (?:the |our |its )?(?:recommendations|causes of concern)\b"
    r"|\bpost[- ]inspection review\b|\bre-?inspection\b|\brevisit\b|areas? (?:that )?still requir",
    re.IGNORECASE,
)
_THEMATIC = re.compile(
    r"\bthematic\b|\binspection of the police response\b|\bHMCPSI\b"
    r"|\bsuper[- ]complaint\b|\bjoint (?:report|inspection of (?:the|how)) .*forces\b"
    r"|\b(?:in|of) (?:six|\w+) forces\b|\bhow (?:well |effectively )?(?:the )?(?:police|forces)\b",
    re.IGNORECASE,
)

_FEWEST_NUMBERED = 2  # "Recommendation 1: Forces should", which one news item may quote
_JOINT = re.compile(r"\bjoint targeted area inspection\b|\bJTAI\b", re.IGNORECASE)
_OTHER_INSPECTORATES = re.compile(r"\bOfsted\b|\bCare Quality Commission\b|\bCQC\b")


def is_joint(passages: Sequence[Passage]) -> bool:
    """Whether several inspectorates inspected the agencies of an area together (JTAI)."""
    start = passages[:40]
    return _hits(_JOINT, start) > 0 or _hits(_OTHER_INSPECTORATES, passages[:12]) >= 2


def kind_of(passages: Sequence[Passage], force: str) -> DocumentKind:
    """The kind of document; OTHER where nothing tells."""
    start = passages[:40]
    if _hits(_MINUTES, start) >= 2:
        return DocumentKind.MINUTES
    if _is_plan(passages):
        return DocumentKind.PLAN
    if _hits(_BOARD, start) >= 2:
        return DocumentKind.BOARD_PAPER
    if _is_letter(passages):
        about = _hits(_REVIEW, passages[:12]) > 0
        return DocumentKind.REVIEW_LETTER if about else DocumentKind.LETTER
    return _report_kind(passages, force)


def _is_plan(passages: Sequence[Passage]) -> bool:
    """Whether a paper to a board, or one that calls itself a plan, tells of findings row by row."""
    if not any(one.printed.startswith(f"{ANSWERED}: ") for one in passages):
        return False
    start = passages[:30]
    if _hits(_SALUTATION, start) or _hits(_DUTY, passages):
        return False
    return _hits(_PLAN, passages[:12]) > 0 or _hits(_BOARD, start) >= 2


def _is_letter(passages: Sequence[Passage]) -> bool:
    comments = _hits(_COMMISSIONER, passages)
    greeted = _hits(_SALUTATION, passages[:30]) > 0
    return _is_from_commissioner(passages) or (comments > 0 and (greeted or comments >= 2))


def _is_from_commissioner(passages: Sequence[Passage]) -> bool:
    """Whether it greets the Home Secretary, or a commissioner signs what began with "Dear"."""
    start = passages[:30]
    if _hits(_TO_THE_HOME_SECRETARY, start):
        return True
    ends = [at for at, one in enumerate(passages) if _SIGN_OFF.search(one.printed)]
    signed = passages[ends[-1] + 1 : ends[-1] + 6] if ends else []
    return _hits(_SALUTATION, start) > 0 and _hits(_SIGNED_BY, signed) > 0


def _report_kind(passages: Sequence[Passage], force: str) -> DocumentKind:
    if not _has_findings(passages):
        return DocumentKind.OTHER
    top = passages[:10]
    if _hits(_REVIEW, top):
        return DocumentKind.REVIEW
    if not force or not any(force in one.printed for one in top):
        return DocumentKind.THEMATIC if _hits(_THEMATIC, top) else DocumentKind.REPORT
    return DocumentKind.REPORT


def _has_findings(passages: Sequence[Passage]) -> bool:
    roles = (role_of(fold_heading(one.printed)) for one in passages if one.heading)
    announced = any(role in ANNOUNCES_FINDINGS for role in roles)
    named = any(one.named and one.heading for one in passages)
    opened = any(opens_strongly(one.text) for one in passages)
    numbered = sum(bool(one.named and one.number) and says_should(one.text) for one in passages)
    return announced or named or opened or numbered >= _FEWEST_NUMBERED


def _hits(form: re.Pattern[str], passages: Sequence[Passage]) -> int:
    return sum(bool(form.search(one.printed)) for one in passages)
