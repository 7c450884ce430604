"""How a due day follows from a start, as a value that can be kept and read back."""

from enum import StrEnum
from typing import NamedTuple

from store.errors import BadInput


class RuleKind(StrEnum):
    """What a clock counts, or why it counts nothing."""

    S55_56 = "S55_56"  # Police Act 1996 s.55(5A): 56 days, of which publication is the first
    WEEKS = "WEEKS"
    MONTHS = "MONTHS"
    DAYS = "DAYS"
    IMMEDIATE = "IMMEDIATE"
    WORKDAYS = "WORKDAYS"
    FIXED = "FIXED"
    PERIOD = "PERIOD"
    RECUR = "RECUR"
    SLA = "SLA"
    BOARD_LEAD = "BOARD_LEAD"
    USER = "USER"
    NONE = "NONE"


COUNTED = frozenset(
    {RuleKind.WEEKS, RuleKind.MONTHS, RuleKind.DAYS, RuleKind.WORKDAYS, RuleKind.BOARD_LEAD}
)
SET_DATES = frozenset({RuleKind.FIXED, RuleKind.PERIOD, RuleKind.USER})
UNCOUNTED = frozenset(RuleKind) - COUNTED
UNCOUNTABLE = frozenset({RuleKind.RECUR, RuleKind.SLA, RuleKind.NONE})

_LARGEST, _FIGURES = 999, 3


class _Rule(NamedTuple):
    kind: RuleKind
    amount: int


class Rule(_Rule):
    """A kind of clock and, where it counts something, how many (1 to 999; no lead time is 0).

    Raises BadInput for a number where none belongs, or none where one does.
    """

    __slots__ = ()

    def __new__(cls, kind: RuleKind, amount: int = 0) -> "Rule":
        """A rule whose number fits its kind."""
        most = _LARGEST if kind in COUNTED else 0
        least = 1 if most and kind is not RuleKind.BOARD_LEAD else 0
        if not least <= amount <= most:
            wanted = f"a number from {least} to {most}" if most else "no number"
            raise BadInput(f"The rule {kind} takes {wanted}, not {amount}.")
        return super().__new__(cls, kind, amount)

    def __str__(self) -> str:
        return f"{self.kind}_{self.amount}" if self.kind in COUNTED else str(self.kind)

    @classmethod
    def parse(cls, text: str) -> "Rule":
        """The rule written as `str(rule)` writes it: "MONTHS_6", "S55_56", "IMMEDIATE"."""
        if text in UNCOUNTED:
            return cls(RuleKind(text))
        kind, _, amount = text.rpartition("_")
        if kind not in COUNTED or not _is_plain(amount):
            raise BadInput(
                f'"{text[:40]}" is not a rule for a due day; use one like MONTHS_6 or S55_56.'
            )
        return cls(RuleKind(kind), int(amount))


def _is_plain(amount: str) -> bool:
    """Whether a number is written in up to three figures, as `str` would write it."""
    return len(amount) <= _FIGURES and amount.isdecimal() and amount == str(int(amount))
