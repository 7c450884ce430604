"""The worked example: a force's child protection inspections, told as one tracker.

Everything is in our own words, with the document, section and number it comes from; nothing is
marked as wording of record. That arrives when somebody imports the documents themselves.
"""

from seed.example.writing import write

__all__ = ["write"]
