"""What a list can be narrowed by, and which of that makes sense for which kind of record."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.errors import BadInput


class Kind(StrEnum):
    """What can be listed."""

    INSPECTIONS = "inspections"
    RECOMMENDATIONS = "recommendations"
    ACTIONS = "actions"
    DEADLINES = "deadlines"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What was asked to be left out; empty, the list holds every record of the day."""

    open_only: bool = False
    overdue: bool = False
    before: date | None = None
    owner: str = ""
    inspection: str = ""
    find: str = ""

    def options(self) -> dict[str, bool]:
        """Each option and whether it was given."""
        return {
            "--open": self.open_only,
            "--overdue": self.overdue,
            "--before": self.before is not None,
            "--owner": bool(self.owner),
            "--inspection": bool(self.inspection),
            "--find": bool(self.find.strip()),
        }

    def words(self) -> str:
        """What is shown, as a person would say it."""
        from store.dates import say_day

        told = (
            (self.open_only, "open"),
            (self.overdue, "overdue"),
            (self.before, f"due before {say_day(self.before)}" if self.before else ""),
            (self.owner, f"owner “{self.owner}”"),
            (self.inspection, f"inspection {self.inspection.strip().upper()}"),
            (self.find.strip(), f"holding “{self.find.strip()}”"),
        )
        return ", ".join(words for asked, words in told if asked)


_ALL = frozenset(Narrowing().options())
_TAKEN = {
    Kind.INSPECTIONS: frozenset({"--open", "--inspection"}),
    Kind.RECOMMENDATIONS: _ALL,
    Kind.ACTIONS: _ALL,
    Kind.DEADLINES: _ALL - {"--find"},
    Kind.NOTES: frozenset({"--inspection"}),
}


def check(kind: Kind, narrowing: Narrowing) -> None:
    """Refuse an option that would be passed over in silence."""
    for option, given in narrowing.options().items():
        if given and option not in _TAKEN[kind]:
            takes = ", ".join(sorted(_TAKEN[kind]))
            raise BadInput(
                f"{option} does not narrow a list of {kind}; {takes} can. Nothing was listed."
            )
