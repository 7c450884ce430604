"""Letters into Drafts: what is restated, what is answered, what is promised, what is missing."""

from seed.responses.pairing import Candidate, pair
from seed.responses.reading import read_letter

__all__ = ["Candidate", "pair", "read_letter"]
