"""Model values as words and looks: the only place that knows a colour."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from store.countdown import Rag
from store.models import Axis
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


def fitting(countdown: str, cells: int) -> str:
    """A countdown in so many cells, of which "left" or "late" is the last to be cut.

    "120–149 days late, month known only" becomes "120–149 late" where there is no room for more.
    """
    if len(countdown) <= cells:
        return countdown
    short, _, _ = countdown.partition(",")
    return short if len(short) <= cells else short.replace(" days", "")
