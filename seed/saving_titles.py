"""Short titles for lists, from wording that is kept whole beside them."""

import re

from seed.draft import Finding

LONGEST = 80  # characters
_OPENING = re.compile(r"\s*we (?:also |therefore )?recommend that\b[\s,]*", re.IGNORECASE)
_LEFT_OVER = re.compile(r"^(?:[\s,;:]|(?:and|that|should|must|to)\b)+", re.IGNORECASE)
_FEWEST_WORDS = 3


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text on one line, cut at a word where it is too long."""
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return plain
    kept = plain[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{kept}…"


def title_of(finding: Finding) -> str:
    """What a finding asks for, without who asks, whom and by when."""
    text = _OPENING.sub("", finding.text, count=1)
    for words in (finding.timescale, finding.addressee.printed):
        text = _without(text, words)
    bare = _LEFT_OVER.sub("", text).strip(" .;:")
    if len(bare.split()) < _FEWEST_WORDS:
        bare = finding.text
    return shortened(bare[:1].upper() + bare[1:])


def _without(text: str, words: str) -> str:
    """The text without words that it opens with, whatever stands between."""
    bare = _LEFT_OVER.sub("", text)
    if words and bare.lower().startswith(words.lower()):
        return bare[len(words) :]
    return text
