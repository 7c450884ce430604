"""How one query of the example is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """One query: the record it is on, the document from which on it can be asked, words, place."""

    about: str
    known_from: str
    text: str
    source: str


Traps = dict[str, tuple[Asked, ...]]
