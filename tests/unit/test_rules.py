"""What a rule for a due day takes, and what it refuses in words."""

import pytest

from store.errors import BadInput
from store.rules import Rule, RuleKind


@pytest.mark.parametrize(
    ("kind", "amount"),
    [(RuleKind.WEEKS, 1), (RuleKind.WEEKS, 999), (RuleKind.BOARD_LEAD, 0), (RuleKind.FIXED, 0)],
)
def test_the_smallest_and_the_largest_number_are_taken(kind: RuleKind, amount: int) -> None:
    assert Rule(kind, amount).amount == amount


@pytest.mark.parametrize(
    ("kind", "amount", "said"),
    [
        (RuleKind.WEEKS, 0, "The rule WEEKS takes a number from 1 to 999, not 0."),
        (RuleKind.WEEKS, 1000, "The rule WEEKS takes a number from 1 to 999, not 1000."),
        (RuleKind.BOARD_LEAD, -1, "The rule BOARD_LEAD takes a number from 0 to 999, not -1."),
        (RuleKind.FIXED, 1, "The rule FIXED takes no number, not 1."),
    ],
)
def test_any_other_number_is_refused_with_what_it_takes(
    kind: RuleKind, amount: int, said: str
) -> None:
    with pytest.raises(BadInput) as refused:
        Rule(kind, amount)
    assert str(refused.value) == said


def test_a_rule_cannot_be_changed_once_it_was_checked() -> None:
    rule = Rule(RuleKind.WEEKS, 6)
    with pytest.raises(AttributeError):
        rule.amount = 1_000  # type: ignore[misc]


def test_what_was_read_is_quoted_up_to_its_fortieth_letter() -> None:
    with pytest.raises(BadInput, match=f'^"{"x" * 40}" is not a rule'):
        Rule.parse("x" * 50)
