"""Text as it is kept: to the letter, less what a terminal would obey or an eye would miss."""

import re
import unicodedata

_NEW_LINES = "\r\n|[\r\x0b\x0c\u2028\u2029\x85]"
_HIDDEN = (
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str, *, single_line: bool = False) -> str:
    """The text with plain line ends, NFC, and each hidden or control character shown as \ufffd.

    New lines and tabs stay, or become spaces in a single-line field. Joiners inside emoji and names
    stay. Cleaning twice changes nothing more.
    """
    if text.isprintable():  # none of the characters below is, and most text is one such line
        return unicodedata.normalize("NFC", text)
    plain = re.sub(_HIDDEN, "\ufffd", re.sub(_NEW_LINES, "\n", text))
    plain = unicodedata.normalize("NFC", plain)
    return plain.replace("\n", " ").replace("\t", " ") if single_line else plain


def hidden_count(text: str) -> int:
    """How many characters `clean` would replace."""
    return len(re.findall(_HIDDEN, re.sub(_NEW_LINES, "\n", text)))
