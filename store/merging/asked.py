"""What two copies disagree on, and which side is taken."""

from dataclasses import dataclass
from enum import StrEnum

from store.merging.states import Ref, State


class Side(StrEnum):
    """Whose version is taken."""

    MINE = "mine"
    THEIRS = "theirs"


class About(StrEnum):
    """What kind of disagreement it is."""

    FIELD = "both changed it"
    REMOVED_THERE = "taken back there, used here"
    REMOVED_HERE = "taken back here, used there"
    SAME_DAY = "two decisions on one day"
    SIGN_OFF = "a sign-off that no second person made"
    NEW_DATE = "two new dates"


@dataclass(frozen=True, slots=True)
class Question:
    """One disagreement: on which record, and on which of its fields.

    `mine` and `theirs` are the records that each side's version is told from.
    """

    about: About
    record: Ref
    field: str = ""
    mine: tuple[Ref, ...] = ()
    theirs: tuple[Ref, ...] = ()

    @property
    def key(self) -> str:
        """What an answer is filed under; the same whenever the same copies are compared."""
        return ":".join((self.about.name.lower(), self.record.table, self.record.uid, self.field))


Answers = dict[str, Side]


@dataclass(frozen=True, slots=True)
class Copies:
    """The states to bring together: what both grew from, ours, theirs."""

    bases: tuple[State, ...]
    ours: State
    theirs: State

    def in_a_base(self, ref: Ref) -> bool:
        """Whether both sides once had a record."""
        return any(ref in base for base in self.bases)

    def added_here(self, ref: Ref) -> bool:
        """Whether a record was added by us alone."""
        return ref in self.ours and ref not in self.theirs and not self.in_a_base(ref)

    def added_there(self, ref: Ref) -> bool:
        """Whether a record was added by them alone."""
        return ref in self.theirs and ref not in self.ours and not self.in_a_base(ref)
