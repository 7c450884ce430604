"""Where a dialog keeps what is being typed, and the form it is kept in."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from store.day_words import MONTHS
from store.text import clean


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Drafts:
    """How one dialog's draft is loaded, kept and dropped; `now` is the clock on the wall.

    The three may raise TrackerError or sqlite3.Error: the dialog says so and typing goes on.
    """

    key: str
    load: Callable[[], str | None]
    keep: Callable[[str], None]
    drop: Callable[[], None]
    now: Callable[[], datetime] = _now


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft read back: what was typed in each field, and when it was kept."""

    typed: Mapping[str, str]
    at: datetime

    def said(self) -> str:
        """The moment it was kept: "1 June at 09:43"."""
        return f"{self.at.day} {MONTHS[self.at.month - 1]} at {self.at:%H:%M}"


def pack(typed: Mapping[str, str], at: datetime) -> str:
    """A draft as one text, ASCII throughout, so that keeping it alters nothing."""
    return json.dumps({"kept": at.isoformat(timespec="seconds"), "typed": dict(typed)})


def unpack(text: str) -> Kept | None:
    """The draft in a text made by `pack`, cleaned; None for any other text."""
    try:
        found = json.loads(text)
        at = datetime.fromisoformat(found["kept"])
        typed = {str(key): clean(str(words)) for key, words in found["typed"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Kept(typed, at)
