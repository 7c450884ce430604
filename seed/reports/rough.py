"""A finding while it is being put together."""

from dataclasses import dataclass, field

from seed.draft import FindingKind
from seed.passages.passage import Passage
from seed.reports.zones import Zone


@dataclass(slots=True)
class Rough:
    """A finding while it is being put together: its stem's passages and its parts'."""

    kind: FindingKind
    zone: Zone
    stem: list[Passage]
    parts: list[Passage] = field(default_factory=list)
    number: str = ""
    below: dict[str, str] = field(default_factory=dict)
    said: list[Passage] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The stem as printed."""
        return " ".join(one.text for one in self.stem)

    @property
    def passages(self) -> list[Passage]:
        """Everything it is made of."""
        return [*self.stem, *self.parts, *self.said]
