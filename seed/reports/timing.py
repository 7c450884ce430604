"""From a finding's timescale words to its due day, through the clocks of the store."""

from store.timescales import is_case_standard, read_timescale

from store.clocks import Due, Rule, RuleKind, due
from store.dates import When

_DATED = frozenset({RuleKind.FIXED, RuleKind.PERIOD})


def timescale(text: str, published: When) -> tuple[str, Due] | None:
    """The exact timescale words in a text and what they make due; None where it names none.

    Durations run from publication, which is convention: the sentences do not say from when.
    """
    if is_case_standard(text):
        return None
    found = read_timescale(text, published=published)
    return None if found is None else (found[0], due_from(*found, published))


def due_from(words: str, rule: Rule, when: When, published: When) -> Due:
    """What a rule makes due: dated rules by their own date, others from publication."""
    return due(rule, when if rule.kind in _DATED else published, words)
