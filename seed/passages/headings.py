"""What a heading announces: findings, next steps, practice, earlier findings, narrative."""

import re
from enum import StrEnum


class Role(StrEnum):
    """What stands below a heading."""

    RECOMMENDATION = "recommendation"
    CAUSE = "cause of concern"
    AREA = "area for improvement"
    STILL = "area still requiring improvement"
    PRIORITY = "area for priority action"
    EARLIER = "earlier findings"
    NEXT_STEPS = "next steps"
    PRACTICE = "practice"
    BACK = "back matter"
    ADDRESSEE = "addressee"
    TIMESCALE = "timescale"
    NARRATIVE = "narrative"


ANNOUNCES_FINDINGS = frozenset(
    {Role.RECOMMENDATION, Role.CAUSE, Role.AREA, Role.STILL, Role.PRIORITY}
)

_TO_WHOM = (
    r"(?:\s*[:–—-]?\s*(?:to|for)\s+(?!improvement)(?P<to>.+)"
    r"|\s*[:–—-]\s*(?P<whom>(?:[\w'’&-]+ ?){1,4}))?"
)
_FORMS = (
    (
        Role.EARLIER,
        r".*\b(?:previous|earlier|last|past)\b.*\b(?:recommendations?|inspections?|report)\b.*"
        r"|.*recommendations?\b.*\b(?:previous|earlier|last|\d{4})\b.*"
        r"|.*\b(?:previous|earlier|last|\d{4})\b.*\brecommendations?"
        r"|progress (?:against|on|since)\b.*",
    ),
    (Role.STILL, r"areas? (?:that )?(?:still|continu\w+ to) requir\w+ improvement" + _TO_WHOM),
    (Role.PRIORITY, r"(?:areas? for )?priority actions?"),
    (
        Role.CAUSE,
        r"(?:(?:accelerated|new|first|second|third|fourth|fifth|further) ){0,2}"
        r"causes? (?:of|for) concern(?: \d+)?(?: and .*|\s*[:–—-] .{3,60})?",
    ),
    (
        Role.AREA,
        r"(?:\w+ )?(?:areas? for improvement|afis?|what needs to improve)(?: \d+)?\??" + _TO_WHOM,
    ),
    (
        Role.RECOMMENDATION,
        r"(?:list of |summary of "
        r"|(?!(?:responses?|status|implementing|about|no|open) )[\w-]+ ){0,3}"
        r"recommendations?(?: \d+\w?)?" + _TO_WHOM,
    ),
    (
        Role.NEXT_STEPS,
        r"(?:our |what are the )?next steps\??|what (?:happens|will happen) next\??|follow[- ]up"
        r"|responding to (?:this|the|our) (?:report|letter|recommendations?|findings?)\b.*"
        r"|responses? required|action required",
    ),
    (
        Role.PRACTICE,
        r"(?:\w+ ){0,4}(?:promising|innovative|effective|good|notable|positive|best) practices?"
        r"|what (?:is|was|['’]s) (?:working|going) well|what works well"
        r"|(?:key )?strengths|case stud(?:y|ies)(?:\b.*)?",
    ),
    (
        Role.BACK,
        r"glossary(?: .*)?|annex\b.*|about (?:the data|us|this report|our .*)"
        r"|(?:our )?(?:methodology|methods|commission)|terms of reference|definitions.*"
        r"|notes to editors|references|bibliography",
    ),
    (
        Role.TIMESCALE,
        r"immediately|with immediate effect|as soon as (?:possible|practicable)"
        r"|within (?:the next )?[\w-]+ (?:days|weeks|months|years?)"
        r"|(?:by|not later than|no later than) (?:the end of )?(?:\d{1,2} )?\w+ \d{4}",
    ),
    (
        Role.ADDRESSEE,
        r"(?:recommendations? )?(?:to|for) (?:the |all |every |each )?(?P<to>.{3,80})",
    ),
)
_COMPILED = tuple((role, re.compile(form, re.IGNORECASE)) for role, form in _FORMS)


def role_of(heading: str) -> Role:
    """What the heading announces."""
    return read_heading(heading)[0]


def read_heading(heading: str) -> tuple[Role, str]:
    """What the heading announces, and to whom if it says so ("To the Home Office")."""
    for role, form in _COMPILED:
        found = form.fullmatch(heading)
        if found:
            return role, _to_whom(found)
    return Role.NARRATIVE, ""


def _to_whom(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return (groups.get("to") or groups.get("whom") or "").strip(" :.")
