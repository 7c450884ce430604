"""A day typed by hand, read as it is typed and said back in words."""

import re
from datetime import date, timedelta

from store.dates import read_day, say_day, say_short_day
from store.errors import BadInput
from tui.widgets.text_input import TextInput

_COUNTED = re.compile(r"(?P<sign>[+-]) ?(?P<days>[0-9]{1,4})")
_NAMED = {"today": 0, "tomorrow": 1, "yesterday": -1}
HOW_TO_TYPE = "a date like 22/06/2022 or 22 June 2022, +14 or today"


def day_typed(text: str, today: date) -> date:
    """The day meant: any form of `read_day`, "today", "+14" or "-7" days from today.

    Raises BadInput with a sentence for everything else.
    """
    words = text.strip().lower()
    counted = _COUNTED.fullmatch(words)
    if counted:
        days = int(counted["days"])
        return today + timedelta(days if counted["sign"] == "+" else -days)
    if words in _NAMED:
        return today + timedelta(_NAMED[words])
    return read_day(text)


def from_today(day: date, today: date) -> str:
    """How far off a day is: "41 days from today", "1 day ago", "today"."""
    days = (day - today).days
    if days == 0:
        return "today"
    counted = "1 day" if abs(days) == 1 else f"{abs(days):,} days"
    return f"{counted} from today" if days > 0 else f"{counted} ago"


def echo(text: str, today: date) -> str:
    """The typed day said back: "Fri 3 Apr 2026, 41 days from today"; raises BadInput."""
    day = day_typed(text, today)
    return f"{say_day(day)}, {from_today(day, today)}"


class DayInput(TextInput):
    """A line for one day, typed over the one in it. An ISO value is shown in words."""

    def __init__(self, value: str, today: date) -> None:
        super().__init__(_in_words(value), anew=True)
        self.today = today

    def day(self) -> date | None:
        """The day typed, None if nothing is; BadInput if it cannot be read."""
        return day_typed(self.value, self.today) if self.value.strip() else None

    def echo(self) -> str:
        """The day said back, nothing if none is typed; BadInput if it cannot be read."""
        return echo(self.value, self.today) if self.value.strip() else ""


def _in_words(value: str) -> str:
    try:
        return say_short_day(date.fromisoformat(value))
    except (ValueError, BadInput):
        return value
