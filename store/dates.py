"""What a document or a person says about a day, and what can be known from it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """A day as somebody put it: the words, and the earliest and latest day they can mean.

    A day known exactly has `earliest == latest`; "December 2021" runs from the 1st to the 31st;
    "in due course" has neither. `source` says where the words stand.
    """

    words: str = ""
    earliest: date | None = None
    latest: date | None = None
    source: str = ""

    @classmethod
    def on(cls, day: date, words: str = "", source: str = "") -> "When":
        """An exactly known day."""
        return cls(words or day.isoformat(), day, day, source)

    @property
    def exact(self) -> date | None:
        """The day, if it is known to the day."""
        return self.earliest if self.earliest == self.latest else None
