"""Model values as words and looks: the only place that knows a colour."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from store.countdown import Rag
from store.vocabulary import Axis
from tui.safe import safe_line, safe_text

TONES = {
    Rag.LATE: "late",
    Rag.SOON: "soon",
    Rag.ON_TRACK: "on-track",
    Rag.CLOSED: "closed",
    Rag.NO_DATE: "quiet",
}

LOOKS = {
    "late": "bold $text-error",
    "soon": "$text-warning",
    "on-track": "$text-success",
    "closed": "$text-muted",
    "quiet": "$text-muted",
    "query": "$text-accent",
    "strong": "bold",
    "": "",
}

AXIS_WORDS = {
    Axis.DELIVERY: "Delivery",
    Axis.INSPECTORATE: "Inspectorate",
    Axis.ASSURANCE: "Assurance",
    Axis.PROGRESS: "Progress",
}


def told(text: str, tone: str = "") -> Content:
    """Literal text in a tone, with its own lines."""
    return Content.styled(safe_text(text), LOOKS[tone])


def line(*pieces: str | tuple[str, str]) -> Content:
    """One line of literal pieces, each with its tone."""
    parts = [(piece, "") if isinstance(piece, str) else piece for piece in pieces]
    return Content.assemble(*((safe_line(text), LOOKS[tone]) for text, tone in parts if text))


def joined(pieces: Iterable[Content], between: str = "   ") -> Content:
    """Contents one after another with something between."""
    return Content(between).join(pieces)


def counted(number: int, one: str, many: str = "") -> str:
    """Number and noun: "1 note", "2 notes"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ago(day: date, today: date) -> str:
    """A day in relation to today: "today", "yesterday", "106 days ago", "in 3 days"."""
    days = (today - day).days
    if days == 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days > 0 else f"in {counted(-days, 'day')}"


_SHORTER = (("due today or up to ", "0–"), (" days", ""), ("up to ", ""), (" or ", "/"))
"""Words of a countdown that can be shorter, in the order in which they are given up."""


def fitting(countdown: str, cells: int) -> str:
    """A countdown in so many cells, of which "left" or "late" is the last to be cut.

    Where there is no more room, "120–149 days late, month known only" becomes "120–149 late", and
    "due today or up to 29 days left" becomes "0–29 days left".
    """
    shown = countdown
    if len(shown) > cells:
        shown, _, _ = shown.partition(",")
    for words, shorter in _SHORTER:
        if len(shown) > cells:
            shown = shown.replace(words, shorter)
    return shown
