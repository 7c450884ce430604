"""Two copies of one tracker brought together: what only one side touched merges by itself.

What both touched is asked. Nothing of either is dropped: every difference is in the plan.
"""
