"""Two versions of a record beside each other: which fields differ, and whose change each is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.dates import say_day
from tui.dialogs.fields import Field, FieldKind


class Whose(StrEnum):
    """Whose version of a field is taken."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Theirs:
    """What somebody else saved: the fields as they are now, who did it and when, in words.

    `accept` makes this the version that the next save goes over; call it once it was seen.
    """

    fields: Sequence[Field]
    by: str
    said: str
    accept: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field with its value before anybody changed it, as typed here, and as saved there."""

    field: Field
    before: str
    mine: str
    theirs: str

    @property
    def proposed(self) -> Whose | None:
        """The side that alone changed the field; None if both did."""
        if self.mine == self.before:
            return Whose.THEIRS
        return Whose.MINE if self.theirs == self.before else None

    def value(self, whose: Whose) -> str:
        """The value of one side."""
        return self.mine if whose is Whose.MINE else self.theirs

    def shown(self, value: str) -> str:
        """A value as the form shows it."""
        if not value.strip():
            return "(empty)"
        if self.field.kind is FieldKind.DAY:
            return say_day(date.fromisoformat(value))
        return value


def differences(
    before: Sequence[Field], mine: Mapping[str, str], theirs: Sequence[Field]
) -> list[Difference]:
    """The fields in which what was typed is not what is saved by now, in the form's order."""
    now = {field.key: field.value for field in theirs}
    return [
        Difference(field, field.value, mine[field.key], now[field.key])
        for field in before
        if mine[field.key] != now[field.key]
    ]
