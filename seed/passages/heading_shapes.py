"""What looks like a heading, whatever the reader called it."""

import re

from seed.documents.blocks import Block, BlockKind
from seed.passages.headings import Role, role_of

LONGEST = 32  # words; sentence-long headings of inspection reports run to about thirty
LONGEST_NUMBERED = 14
LONGEST_ANNOUNCING = 8

_GREETING = re.compile(
    r"(?:dear|yours|cc|to|from|date)\b"
    r"(?::| (?:sir|madam|home|chief|local|mr|ms|sincerely|faithfully))",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = re.compile(r"(?:[.;!,][\"'”’)]*|[.!?]\s*\([^()]{1,80}\))$")
_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?|\d{1,2}[.)]|\(\d{1,2}\)")
_SAYS_LITTLE = re.compile(
    r"(?:outstanding|good|adequate|requires improvement|inadequate|ungraded|not graded)"
    r"|(?:first )?published\b.*|(?:inspection|fieldwork)(?: dates?)?:.*|date of .*|grades?:.*"
    r"|yes|no|none|not applicable|[\d\s/.,–-]+|\d{1,2} [a-z]+ \d{4}",
    re.IGNORECASE,
)


_SAID_BELOW = re.compile(
    r"(?:(?P<when>time ?scales?|time ?frames?|deadline|by when|due(?: date| by)?|target date"
    r"|completion date|to be completed by)|(?:for|to) whom|addressed to|directed (?:at|to))"
    r"\s*[:–—-]\s*(?P<words>\S.{1,78})",
    re.IGNORECASE,
)


def said_below(text: str) -> tuple[str, str] | None:
    """For a line such as "Timescale: within six months": "when" or "whom", and its words."""
    found = _SAID_BELOW.fullmatch(text.strip())
    return ("when" if found["when"] else "whom", found["words"]) if found else None


_BECAME = re.compile(
    r"(?:(?:status|outcome|progress|result|assessment|current position|our judge?ment)"
    r"\s*[:–—-]\s*)?(?P<became>(?:(?:fully|partly|partially|largely|mostly|not|not yet|now|still"
    r"|substantially) )?(?:met|achieved|implemented|completed?|closed|discharged|addressed"
    r"|remains open|open|ongoing|in progress)(?: in (?:full|part))?)[.]?"
    r"|(?:this|the) (?:recommendation|area for improvement|AFI|cause of concern) (?P<told>"
    r"(?:has|have|is|was|remains)(?: \w+){0,3}? (?:met|achieved|implemented|complete|completed"
    r"|closed|discharged|open))\b.{0,120}"
    r"|(?:we (?:consider|judge|conclude|found) that )?(?:your|the) (?:force|constabulary) (?P<met>"
    r"has(?: \w+){0,3}? (?:met|completed|implemented|achieved|addressed)) (?:this|the|that)"
    r" (?:recommendation|area for improvement|AFI|cause of concern)\b.{0,80}"
    r"|(?:we|I)(?: have|['’]ve)? (?P<did>(?:now )?(?:closed|discharged|withdrawn|replaced|removed"
    r"|superseded)) (?:this|the|that) (?:recommendation|area for improvement|AFI|cause of concern)"
    r"\b.{0,120}",
    re.IGNORECASE,
)


def says_what_became(text: str) -> str:
    """The words of a line such as "Not met" or "Status: closed"; "" for any other line."""
    found = _BECAME.fullmatch(text.strip("* "))
    return next(filter(None, found.groups())) if found else ""


_ON_FINDINGS = re.compile(
    r"(?:(?:our|the) )?(?:(?:main|key|detailed) )?findings|what we (?:found|saw)"
    r"|summary of (?:[\w-]+ ){0,4}findings",
    re.IGNORECASE,
)
_INTRODUCTORY = re.compile(
    r"(?:introduction|foreword|(?:overall |executive )?summary|overview|background)", re.IGNORECASE
)


def belongs_to_chapter(text: str, chapter: str) -> bool:
    """Whether a heading such as "Main findings" stands inside a chapter and opens none."""
    inside = bool(chapter) and not _INTRODUCTORY.fullmatch(fold_heading(chapter))
    return inside and is_on_findings(text)


def is_on_findings(text: str) -> bool:
    """Whether a heading only says that findings follow: "Main findings", "What we found"."""
    return bool(_ON_FINDINGS.fullmatch(fold_heading(text)))


def fold_heading(text: str) -> str:
    """A heading's words without number, case, markup and end mark."""
    plain = re.sub(r"[*_]", "", text).strip().rstrip(":.").lower()
    return re.sub(r"^(?:section |chapter )?\d+(?:\.\d+)*[.):]?\s+", "", plain).strip()


def is_dotted(label: str) -> bool:
    """Whether a label is a number: 1., 2.3, (4)."""
    return bool(_LABEL.fullmatch(label))


def says_little(text: str) -> bool:
    """Whether a heading is a grade, a date line or a status, and no chapter's name."""
    return bool(_SAYS_LITTLE.fullmatch(text.strip("* ")) or says_what_became(text))


def looks_like_heading(block: Block, text: str, label: str) -> bool:
    """Whether a block is a heading by its reader's word, its shape, or what it announces."""
    if _GREETING.match(text) or said_below(text):
        return False
    if block.kind is BlockKind.HEADING or _announces(text, label):
        return True
    if block.kind is BlockKind.ROW or not text or _ENDS_A_SENTENCE.search(text):
        return False
    if label and not is_dotted(label):
        return False
    if text.endswith(":") or text[0].islower() or (text.endswith("?") and not label):
        return False
    return len(text.split()) <= (LONGEST_NUMBERED if label else LONGEST)


def _announces(text: str, label: str) -> bool:
    """Whether short words announce what comes, even with a colon or question mark."""
    if label and not is_dotted(label):
        return False
    if len(text.split()) > LONGEST_ANNOUNCING or not text.rstrip().endswith((":", "?")):
        return False
    return role_of(fold_heading(text)) not in {
        Role.NARRATIVE,
        Role.ADDRESSEE,
        Role.BACK,
        Role.TIMESCALE,
    }
