"""Where a dialog keeps what is being typed, and the form it is kept in."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from store.day_words import MONTHS
from store.text import clean


@dataclass(frozen=True, slots=True)
class Drafts:
    """How one dialog's draft is loaded, kept and dropped; `now` is the clock on the wall.

    The three may raise TrackerError or sqlite3.Error: the dialog says so and typing goes on.
    """

    key: str
    load: Callable[[], str | None]
    keep: Callable[[str], None]
    drop: Callable[[], None]
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft read back: what was typed in which field, and when it was kept.

    `before` is what stood in those fields before anything was typed.
    """

    typed: Mapping[str, str]
    at: datetime
    before: Mapping[str, str] = field(default_factory=dict)

    def said(self) -> str:
        """The moment it was kept: "1 June at 09:43"."""
        return f"{self.at.day} {MONTHS[self.at.month - 1]} at {self.at:%H:%M}"


def pack(typed: Mapping[str, str], at: datetime, before: Mapping[str, str] | None = None) -> str:
    """A draft as one text, ASCII throughout, so that keeping it alters nothing.

    With what stood `before`, fields nobody typed in are left out: the draft must not bring back
    what somebody else has changed in them meanwhile.
    """
    was = before or {}
    changed = {key: words for key, words in typed.items() if words != was.get(key)}
    return json.dumps(
        {
            "kept": at.isoformat(timespec="seconds"),
            "typed": changed,
            "before": {key: was[key] for key in changed if key in was},
        }
    )


def unpack(text: str) -> Kept | None:
    """The draft in a text made by `pack`, cleaned; None for any other text."""
    try:
        found = json.loads(text)
        at = datetime.fromisoformat(found["kept"])
        typed = {str(key): clean(str(words)) for key, words in found["typed"].items()}
        before = {str(key): str(words) for key, words in found.get("before", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Kept(typed, at, before)
