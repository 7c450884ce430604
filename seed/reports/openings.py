"""How a finding begins: "We recommend that", "Within six months, the force should"."""

import re

_WHO = (
    r"(?:we|i|HMIC\w*|HMI [A-Z]\w+|Ofsted|(?:the )?(?:IOPC|ICO|Ombudsman)"
    r"|(?:the )?Independent Office for Police Conduct|(?:the )?(?:joint )?inspect(?:ors|orates?)"
    r"|(?:Her|His) Majesty['’]s (?:Chief )?Inspector(?:ate)?[^.,]{0,70}?|the review team)"
)
_PURPOSE = r"to (?:address|remedy|resolve|tackle|put right) (?:this|these)(?: [\w-]+){0,5}"
_RECOMMENDS = re.compile(
    rf"(?:(?:accordingly|therefore|as a result|in addition|so|also|{_PURPOSE}),? )?"
    rf"(?:{_WHO} (?:therefore |also |further |jointly |strongly |now ){{0,2}}recommends?"
    r"|(?:our|the) recommendation is"
    r"|it is (?:therefore |also |further |strongly )?recommended)"
    r"(?: that\b|(?=:)|(?= (?:to )?(?:the|all|every|each)\b))[,:]? *",
    re.IGNORECASE,
)
_BY_WHEN = (
    r"(?:immediately|urgently|with immediate effect|without delay"
    r"|as soon as (?:possible|practicable|is practicable)"
    r"|(?:within|by|before|no later than|not later than|over the next|in the next) "
    r"[^,.;:]{2,70}?),?"
)
_MODAL = r"(?:should|must|(?<!\bthe )needs? to|ought to)"
_TIMED = re.compile(
    rf"(?:{_PURPOSE},? )?{_BY_WHEN} (?P<who>[^.;:]{{2,160}}?),? {_MODAL}\b", re.IGNORECASE
)
_SHOULD = re.compile(rf"(?P<who>[A-Z][^.;:]{{2,160}}?),? {_MODAL}\b")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_PLAIN_TIME = (
    r"(?:immediately|urgently|with immediate effect|without delay"
    r"|(?:within|over|in) (?:the next )?[\w-]+ (?:\w+ )?(?:hours?|days?|weeks?|months?|years?)"
    r"|(?:by|before|no later than|not later than) (?:the )?(?:end of )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: \d{{4}})?)"
)
_TO_ACT = re.compile(
    r"(?:(?:the|all|each|every) )?(?:\w+ ){0,4}?(?:forces?|constabulary|police|constables?|council"
    r"|office|department|college|commissioners?|partners?|partnership|service|trust) to"
    r" (?!be\b)\w+",
    re.IGNORECASE,
)
_LEADING_TIME = re.compile(
    rf"(?:{_BY_WHEN.removesuffix(',?')},|{_PLAIN_TIME}) +(?=\S)", re.IGNORECASE
)
_LEADING_PURPOSE = re.compile(rf"^{_PURPOSE},? ", re.IGNORECASE)
_CARRIES_ON = re.compile(
    r"(?:this|these|it|they|such|in doing so|to (?:do|support) this|as part of this"
    r"|the (?:purpose|aim|review|plan|update|guidance|policy|response)"
    r"(?: of (?:this|such)[^.]*)?)"
    r" (?:should|must|may|might|could|can|will|would|is|are|includes?|steps|work"
    r"|a review|needs?)\b",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"\b(?:areas? (?:for|of) improvement|matters? of concern)\b[^.]{0,60}"
    r"(?:includ\w+|following|as follows|are|were):?$",
    re.IGNORECASE,
)
_ADDRESSED_BEHIND = re.compile(
    r"[.!?]\s*\((?:(?:repeated )?recommendation )?to (?P<to>(?:the )?[^()]{3,70})\)\.?$",
    re.IGNORECASE,
)
_WANTS_PARTS = re.compile(r"(?:[:;–—]|\b(?:to|by|including|where|should|that|which))$")


def recommends(text: str) -> bool:
    """Whether the text opens with an inspectorate recommending, in the present tense."""
    return bool(_RECOMMENDS.match(text))


def is_timed(text: str) -> bool:
    """Whether the text opens with a timescale and then says who should act."""
    found = _TIMED.match(text)
    return bool(found) and len(found.group("who").split()) <= 24 if found else False


def says_should(text: str) -> bool:
    """Whether the first sentence says that somebody should, must or needs to act."""
    return bool(_SHOULD.match(text))


def asks_somebody(text: str) -> bool:
    """Whether the text asks somebody to act: "The force should", "Chief constables to review"."""
    return says_should(text) or bool(_TO_ACT.match(text)) or opens_strongly(text)


def opens_strongly(text: str) -> bool:
    """Whether the opening alone marks a finding, wherever it stands."""
    return recommends(text) or is_timed(text) or bool(addressed_behind(text))


def carries_on(text: str) -> bool:
    """Whether the text goes on from the finding before it ("This should include:")."""
    return bool(_CARRIES_ON.match(text))


def introduces_areas(text: str) -> bool:
    """Whether the text only introduces a list: "Specific areas for improvement include:"."""
    return bool(_INTRODUCES.search(text))


def addressed_behind(text: str) -> str:
    """Whom a recommendation is for, where it says so behind itself: "… (To the council)"."""
    found = _ADDRESSED_BEHIND.search(text)
    return found["to"] if found else ""


def wants_parts(text: str) -> bool:
    """Whether the text ends as a stem that bullets complete."""
    return bool(_WANTS_PARTS.search(text.rstrip()))


def without_opening(text: str) -> str:
    """The text from its subject on: the recommending words and a leading timescale left out."""
    found = _RECOMMENDS.match(text)
    rest = text[found.end() :] if found else _LEADING_PURPOSE.sub("", text)
    leading = _LEADING_TIME.match(rest)
    return rest[leading.end() :] if leading else rest
