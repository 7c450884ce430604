"""From a finding's timescale words to its due day, through the clocks of the store."""

from store.clocks import Due, RuleKind, due
from store.dates import When
from store.timescales import read_timescale

_DATED = frozenset({RuleKind.FIXED, RuleKind.PERIOD, RuleKind.NONE})


def timescale(text: str, published: When) -> tuple[str, Due] | None:
    """The exact timescale words in a text and what they make due; None where it names none.

    Durations run from publication, which is convention: the sentences do not say from when.
    Standards for each case ("within 24 hours") are no timescale of the text.
    """
    found = read_timescale(text, published=published)
    if found is None:
        return None
    words, rule, when = found
    return words, due(rule, when if rule.kind in _DATED else published, words)
