"""A paragraph cut into its sentences."""

import re

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'])")


def sentences(text: str) -> list[str]:
    """A paragraph's sentences in order."""
    return _SENTENCE.split(text)
