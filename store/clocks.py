"""The clocks: from a start and a rule to a due day, and one line that says how it was reckoned.

Pure: nothing here asks what day it is. `store.countdown` says how long is left, and
`store.timescales` finds the rule in a sentence.
"""

from store.explanations import explain
from store.reckoning import Due, due
from store.rules import Rule, RuleKind

__all__ = ["Due", "Rule", "RuleKind", "due", "explain"]
